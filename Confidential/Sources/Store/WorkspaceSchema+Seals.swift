/// Seals on what is kept; see `ContentsSeal`.
extension WorkspaceSchema {
  /// Those of columns lie apart from their columns, so that looking at a delivery does not read its records.
  static let seals = """
    ALTER TABLE delivery ADD COLUMN identities INTEGER NOT NULL DEFAULT 0 CHECK (identities >= 0);

    ALTER TABLE delivery ADD COLUMN seal BLOB CHECK (length(seal) = 16);

    CREATE TABLE columnSeal (
      deliveryId INTEGER NOT NULL,
      ordinal    INTEGER NOT NULL,
      variable   TEXT    NOT NULL,
      seal       BLOB    NOT NULL CHECK (length(seal) = 16),
      PRIMARY KEY (deliveryId, ordinal, variable),
      FOREIGN KEY (deliveryId, ordinal, variable) REFERENCES chunkColumn (deliveryId, ordinal, variable)
    ) STRICT, WITHOUT ROWID;

    -- Holds a row while a person is erased, and only inside that transaction.
    CREATE TABLE erasing (id INTEGER PRIMARY KEY CHECK (id = 1)) STRICT;

    CREATE TRIGGER sealStays BEFORE UPDATE OF seal, identities ON delivery
    WHEN OLD.seal IS NOT NULL AND NOT EXISTS (SELECT 1 FROM erasing)
    BEGIN SELECT RAISE(ABORT, 'a received delivery keeps its seal'); END;

    CREATE TRIGGER columnSealNeverChanges BEFORE UPDATE ON columnSeal
    WHEN NOT EXISTS (SELECT 1 FROM erasing)
    BEGIN SELECT RAISE(ABORT, 'records never change'); END;

    DROP TRIGGER chunkColumnNeverChanges;

    CREATE TRIGGER chunkColumnNeverChanges BEFORE UPDATE ON chunkColumn
    WHEN OLD.variable <> '@person' OR NEW.variable <> '@person' OR NOT EXISTS (SELECT 1 FROM erasing)
    BEGIN SELECT RAISE(ABORT, 'records never change'); END;

    CREATE TRIGGER columnSealStays BEFORE DELETE ON columnSeal
    WHEN 'receiving' <> (SELECT status FROM delivery WHERE id = OLD.deliveryId)
    BEGIN SELECT RAISE(ABORT, 'the records of a received delivery stay'); END;
    """
}
