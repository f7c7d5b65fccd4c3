internal import GRDB

/// The tables of `identities.sqlite`: personal details, each sealed with the key of its person.
enum VaultSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("Personal details are sealed with a key for each person") {
      try $0.execute(sql: persons)
    }
    migrator.registerMigration("The vault knows how many details it holds and how far the audit log came") {
      try $0.execute(sql: counts)
    }
    return migrator
  }

  /// Details that an earlier version sealed before the erasure of their person can never be opened; they go.
  private static let counts = """
    DELETE FROM identity WHERE personId IN (SELECT id FROM person WHERE wrappedKey IS NULL);

    ALTER TABLE filing ADD COLUMN identities INTEGER NOT NULL DEFAULT 0 CHECK (identities >= 0);

    UPDATE filing SET identities = (SELECT count(*) FROM identity WHERE filingId = filing.id);

    CREATE TABLE auditHead (
      id    INTEGER PRIMARY KEY CHECK (id = 1),
      entry INTEGER NOT NULL CHECK (entry >= 0),
      hash  BLOB    NOT NULL CHECK (length(hash) = 32),
      seal  BLOB    NOT NULL CHECK (length(seal) = 32)
    ) STRICT;
    """

  private static let persons = """
    CREATE TABLE vault (
      id       INTEGER PRIMARY KEY CHECK (id = 1),
      keyCheck BLOB NOT NULL CHECK (length(keyCheck) = 16)
    ) STRICT;

    CREATE TABLE person (
      id         INTEGER PRIMARY KEY,
      blindIndex BLOB NOT NULL CHECK (length(blindIndex) = 16),
      wrappedKey BLOB CHECK (length(wrappedKey) = 72),
      erasedOn   TEXT CHECK (erasedOn IS date(erasedOn, '+0 days')),
      CHECK ((wrappedKey IS NULL) = (erasedOn IS NOT NULL))
    ) STRICT;

    CREATE UNIQUE INDEX knownPerson ON person (blindIndex) WHERE wrappedKey IS NOT NULL;
    CREATE INDEX erasedPerson ON person (blindIndex) WHERE wrappedKey IS NULL;

    CREATE TABLE filing (
      id          INTEGER PRIMARY KEY,
      receipt     BLOB    NOT NULL UNIQUE CHECK (length(receipt) = 16),
      isConfirmed INTEGER NOT NULL CHECK (isConfirmed IN (0, 1))
    ) STRICT;

    CREATE TABLE identity (
      personId  INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
      filingId  INTEGER NOT NULL REFERENCES filing (id) ON DELETE RESTRICT,
      sourceRow INTEGER NOT NULL CHECK (sourceRow > 0),
      field     TEXT    NOT NULL CHECK (field <> ''),
      sealed    BLOB    NOT NULL CHECK (length(sealed) >= 40),
      PRIMARY KEY (personId, filingId, sourceRow, field)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER erasureIsFinal BEFORE UPDATE ON person WHEN OLD.wrappedKey IS NULL
    BEGIN SELECT RAISE(ABORT, 'an erased person stays erased'); END;
    """
}
