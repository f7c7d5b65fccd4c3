internal import GRDB

/// The tables of `zicht.sqlite`. Migrations are only ever appended.
///
/// Records are kept as packed column chunks, because they are only ever read as a whole; the database guards
/// deliveries, versions, lengths and completeness.
enum WorkspaceSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("Deliveries are kept in versions, as packed columns") { try $0.execute(sql: deliveries) }
    migrator.registerMigration("The audit log can only grow") { try $0.execute(sql: auditLog) }
    migrator.registerMigration("Counts that partners deliver are kept number by number") {
      try $0.execute(sql: reportedCounts)
    }
    migrator.registerMigration("What is kept carries a seal") { try $0.execute(sql: seals) }
    migrator.registerMigration("Subkeys that outlive a workspace key are sealed with the next") {
      try $0.execute(sql: keyRing)
    }
    return migrator
  }

  private static let deliveries = """
    CREATE TABLE workspace (
      id       INTEGER PRIMARY KEY CHECK (id = 1),
      keyCheck BLOB NOT NULL CHECK (length(keyCheck) = 16)
    ) STRICT;

    CREATE TABLE delivery (
      id              INTEGER PRIMARY KEY,
      receipt         BLOB    NOT NULL UNIQUE CHECK (length(receipt) = 16),
      source          TEXT    NOT NULL CHECK (source <> ''),
      period          TEXT    NOT NULL CHECK (period <> ''),
      version         INTEGER NOT NULL CHECK (version > 0),
      fileName        TEXT    NOT NULL,
      checksum        TEXT    NOT NULL CHECK (status = 'receiving'
                                              OR length(checksum) = 64 AND checksum NOT GLOB '*[^0-9a-f]*'),
      receivedOn      TEXT    NOT NULL CHECK (receivedOn IS date(receivedOn, '+0 days')),
      status          TEXT    NOT NULL CHECK (status IN ('receiving', 'complete', 'superseded', 'withdrawn')),
      rowsRead        INTEGER NOT NULL CHECK (rowsRead >= 0),
      rowsTaken       INTEGER NOT NULL CHECK (rowsTaken >= 0),
      rowsSetAside    INTEGER NOT NULL CHECK (rowsSetAside >= 0),
      rowsMovedDown   INTEGER NOT NULL CHECK (rowsMovedDown BETWEEN 0 AND rowsTaken),
      codebookVersion TEXT    NOT NULL,
      layout          TEXT    NOT NULL CHECK (json_valid(layout)),
      CHECK (status = 'receiving' OR json_type(layout, '$.variables') IS 'array'),
      CHECK (rowsTaken + rowsSetAside <= rowsRead),
      UNIQUE (source, period, version)
    ) STRICT;

    CREATE UNIQUE INDEX currentDelivery ON delivery (source, period) WHERE status = 'complete';

    CREATE TABLE chunk (
      deliveryId     INTEGER NOT NULL REFERENCES delivery (id) ON DELETE RESTRICT,
      ordinal        INTEGER NOT NULL CHECK (ordinal >= 0),
      rowCount       INTEGER NOT NULL CHECK (rowCount BETWEEN 1 AND 1048576),
      firstSourceRow INTEGER NOT NULL CHECK (firstSourceRow > 0),
      PRIMARY KEY (deliveryId, ordinal),
      UNIQUE (deliveryId, ordinal, rowCount)
    ) STRICT;

    CREATE TABLE chunkColumn (
      deliveryId INTEGER NOT NULL,
      ordinal    INTEGER NOT NULL,
      variable   TEXT    NOT NULL,
      rowCount   INTEGER NOT NULL,
      width      INTEGER NOT NULL CHECK (width IN (1, 2, 4, 8, 16)),
      bytes      BLOB    NOT NULL CHECK (length(bytes) = rowCount * width),
      PRIMARY KEY (deliveryId, ordinal, variable),
      FOREIGN KEY (deliveryId, ordinal, rowCount) REFERENCES chunk (deliveryId, ordinal, rowCount)
    ) STRICT;

    CREATE TABLE setAsideRow (
      deliveryId INTEGER NOT NULL REFERENCES delivery (id) ON DELETE RESTRICT,
      sourceRow  INTEGER NOT NULL CHECK (sourceRow > 0),
      rule       TEXT    NOT NULL,
      columnName TEXT,
      PRIMARY KEY (deliveryId, sourceRow)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE finding (
      deliveryId INTEGER NOT NULL REFERENCES delivery (id) ON DELETE RESTRICT,
      ordinal    INTEGER NOT NULL,
      sourceRow  INTEGER CHECK (sourceRow > 0),
      columnName TEXT,
      rule       TEXT    NOT NULL,
      severity   TEXT    NOT NULL CHECK (severity IN ('fatal', 'error', 'warning', 'note')),
      messageNl  TEXT    NOT NULL,
      messageEn  TEXT    NOT NULL,
      remedyNl   TEXT    NOT NULL,
      remedyEn   TEXT    NOT NULL,
      PRIMARY KEY (deliveryId, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER deliveryBecomesComplete BEFORE UPDATE OF status ON delivery
    WHEN NEW.status = 'complete'
    BEGIN
      SELECT RAISE(ABORT, 'a delivery becomes complete only while it is received')
      WHERE OLD.status <> 'receiving';
      SELECT RAISE(ABORT, 'the chunks of a delivery hold as many rows as were taken')
      WHERE NEW.rowsTaken <> (SELECT coalesce(sum(rowCount), 0) FROM chunk WHERE deliveryId = NEW.id);
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

    CREATE TRIGGER deliveryKeepsItsHistory BEFORE UPDATE ON delivery
    WHEN OLD.status <> 'receiving' AND (
      NEW.status = 'receiving' OR OLD.status = 'withdrawn' AND NEW.status <> 'withdrawn'
      OR (NEW.id, NEW.receipt, NEW.source, NEW.period, NEW.version, NEW.fileName, NEW.checksum, NEW.receivedOn)
        IS NOT (OLD.id, OLD.receipt, OLD.source, OLD.period, OLD.version, OLD.fileName, OLD.checksum, OLD.receivedOn)
      OR (NEW.rowsRead, NEW.rowsTaken, NEW.rowsSetAside, NEW.rowsMovedDown, NEW.codebookVersion, NEW.layout)
        IS NOT (OLD.rowsRead, OLD.rowsTaken, OLD.rowsSetAside, OLD.rowsMovedDown, OLD.codebookVersion, OLD.layout)
    )
    BEGIN SELECT RAISE(ABORT, 'a received delivery keeps its history'); END;

    CREATE TRIGGER deliveryStays BEFORE DELETE ON delivery WHEN OLD.status <> 'receiving'
    BEGIN SELECT RAISE(ABORT, 'a received delivery stays'); END;

    CREATE TRIGGER chunkIsAddedWhileReceiving BEFORE INSERT ON chunk
    WHEN 'receiving' <> (SELECT status FROM delivery WHERE id = NEW.deliveryId)
    BEGIN SELECT RAISE(ABORT, 'records are added only while a delivery is received'); END;

    CREATE TRIGGER chunkStays BEFORE DELETE ON chunk
    WHEN 'receiving' <> (SELECT status FROM delivery WHERE id = OLD.deliveryId)
    BEGIN SELECT RAISE(ABORT, 'the records of a received delivery stay'); END;

    CREATE TRIGGER chunkColumnIsAddedWhileReceiving BEFORE INSERT ON chunkColumn
    WHEN 'receiving' <> (SELECT status FROM delivery WHERE id = NEW.deliveryId)
    BEGIN SELECT RAISE(ABORT, 'records are added only while a delivery is received'); END;

    CREATE TRIGGER chunkColumnStays BEFORE DELETE ON chunkColumn
    WHEN 'receiving' <> (SELECT status FROM delivery WHERE id = OLD.deliveryId)
    BEGIN SELECT RAISE(ABORT, 'the records of a received delivery stay'); END;

    CREATE TRIGGER chunkNeverChanges BEFORE UPDATE ON chunk
    BEGIN SELECT RAISE(ABORT, 'records never change'); END;

    CREATE TRIGGER chunkColumnNeverChanges BEFORE UPDATE ON chunkColumn
    BEGIN SELECT RAISE(ABORT, 'records never change'); END;
    """

  private static let keyRing = """
    CREATE TABLE keyRing (
      purpose TEXT PRIMARY KEY CHECK (purpose <> ''),
      sealed  BLOB NOT NULL CHECK (length(sealed) = 72)
    ) STRICT, WITHOUT ROWID;
    """

  private static let auditLog = """
    CREATE TABLE auditEntry (
      id           INTEGER PRIMARY KEY CHECK (id > 0),
      moment       TEXT NOT NULL CHECK (moment IS strftime('%Y-%m-%dT%H:%M:%SZ', moment, '+0 days')),
      actor        TEXT NOT NULL CHECK (actor <> ''),
      action       TEXT NOT NULL CHECK (action <> ''),
      subject      TEXT NOT NULL,
      reason       TEXT NOT NULL,
      previousHash BLOB NOT NULL CHECK (length(previousHash) = 32),
      hash         BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
      seal         BLOB NOT NULL CHECK (length(seal) = 32)
    ) STRICT;

    CREATE TRIGGER auditEntryFollowsTheLast BEFORE INSERT ON auditEntry
    WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM auditEntry)
      OR NEW.previousHash IS NOT coalesce((SELECT hash FROM auditEntry ORDER BY id DESC LIMIT 1), zeroblob(32))
    BEGIN SELECT RAISE(ABORT, 'an audit entry follows the last one'); END;

    CREATE TRIGGER auditEntryNeverChanges BEFORE UPDATE ON auditEntry
    BEGIN SELECT RAISE(ABORT, 'an audit entry never changes'); END;

    CREATE TRIGGER auditEntryStays BEFORE DELETE ON auditEntry
    BEGIN SELECT RAISE(ABORT, 'an audit entry stays'); END;
    """
}
