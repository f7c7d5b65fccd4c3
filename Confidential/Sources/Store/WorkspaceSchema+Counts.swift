/// Counts are kept in the partner's own words, so that another coding of them needs no new delivery.
extension WorkspaceSchema {
  static let reportedCounts = """
    ALTER TABLE delivery ADD COLUMN
      delivers TEXT NOT NULL DEFAULT 'records' CHECK (delivers IN ('records', 'counts'));

    ALTER TABLE delivery ADD COLUMN
      isDeclaredComplete INTEGER
        CHECK ((delivers = 'counts') = (isDeclaredComplete IS NOT NULL) AND isDeclaredComplete IN (0, 1));

    CREATE TABLE reportedCell (
      deliveryId INTEGER NOT NULL REFERENCES delivery (id) ON DELETE RESTRICT,
      sourceRow  INTEGER NOT NULL CHECK (sourceRow > 0),
      countTable TEXT    NOT NULL CHECK (countTable <> ''),
      year       INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
      words      TEXT    NOT NULL CHECK (json_valid(words) AND json_type(words) = 'object'),
      answer     TEXT    NOT NULL CHECK (answer IN ('number', 'notRecorded', 'notDelivered')),
      number     INTEGER CHECK (number >= 0),
      decimals   INTEGER CHECK (decimals BETWEEN 0 AND 6),
      PRIMARY KEY (deliveryId, sourceRow),
      UNIQUE (deliveryId, countTable, year, words),
      CHECK ((answer = 'number') = (number IS NOT NULL) AND (number IS NULL) = (decimals IS NULL))
    ) STRICT, WITHOUT ROWID;

    DROP TRIGGER deliveryBecomesComplete;

    CREATE TRIGGER deliveryBecomesComplete BEFORE UPDATE OF status ON delivery
    WHEN NEW.status = 'complete'
    BEGIN
      SELECT RAISE(ABORT, 'a delivery becomes complete only while it is received')
      WHERE OLD.status <> 'receiving';
      SELECT RAISE(ABORT, 'the chunks of a delivery hold as many rows as were taken')
      WHERE NEW.delivers = 'records'
        AND NEW.rowsTaken <> (SELECT coalesce(sum(rowCount), 0) FROM chunk WHERE deliveryId = NEW.id);
      SELECT RAISE(ABORT, 'a delivery of counts holds as many numbers as were taken')
      WHERE NEW.delivers = 'counts'
        AND NEW.rowsTaken <> (SELECT count(*) FROM reportedCell WHERE deliveryId = NEW.id);
      SELECT RAISE(ABORT, 'every chunk of a delivery has every column')
      WHERE EXISTS (
        SELECT 1 FROM chunk
        WHERE chunk.deliveryId = NEW.id
          AND json_array_length(NEW.layout, '$.variables') + 4 <> (
            SELECT count(*) FROM chunkColumn
            WHERE chunkColumn.deliveryId = chunk.deliveryId AND chunkColumn.ordinal = chunk.ordinal
          )
      );
    END;

    CREATE TRIGGER deliveryKeepsItsKind BEFORE UPDATE ON delivery
    WHEN OLD.status <> 'receiving'
      AND (NEW.delivers, NEW.isDeclaredComplete) IS NOT (OLD.delivers, OLD.isDeclaredComplete)
    BEGIN SELECT RAISE(ABORT, 'a received delivery keeps its history'); END;

    CREATE TRIGGER chunkIsOfRecords BEFORE INSERT ON chunk
    WHEN 'records' <> (SELECT delivers FROM delivery WHERE id = NEW.deliveryId)
    BEGIN SELECT RAISE(ABORT, 'a delivery of counts has no records'); END;

    CREATE TRIGGER reportedCellIsOfCounts BEFORE INSERT ON reportedCell
    WHEN 'counts' <> (SELECT delivers FROM delivery WHERE id = NEW.deliveryId)
    BEGIN SELECT RAISE(ABORT, 'a delivery of records has no counts of its own'); END;

    CREATE TRIGGER reportedCellIsAddedWhileReceiving BEFORE INSERT ON reportedCell
    WHEN 'receiving' <> (SELECT status FROM delivery WHERE id = NEW.deliveryId)
    BEGIN SELECT RAISE(ABORT, 'counts are added only while a delivery is received'); END;

    CREATE TRIGGER reportedCellStays BEFORE DELETE ON reportedCell
    WHEN 'receiving' <> (SELECT status FROM delivery WHERE id = OLD.deliveryId)
    BEGIN SELECT RAISE(ABORT, 'the counts of a received delivery stay'); END;

    CREATE TRIGGER reportedCellNeverChanges BEFORE UPDATE ON reportedCell
    BEGIN SELECT RAISE(ABORT, 'counts never change'); END;
    """
}
