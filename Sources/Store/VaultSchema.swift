internal import GRDB

/// The tables of `identities.sqlite`: personal details, each sealed with the key of its person.
enum VaultSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("Personal details are sealed with a key for each person") {
      try $0.execute(sql: persons)
    }
    return migrator
  }

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
    CREATE INDEX personByIndex ON person (blindIndex);

    CREATE TABLE filing (
      receipt BLOB NOT NULL PRIMARY KEY CHECK (length(receipt) = 16)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE identity (
      personId  INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
      receipt   BLOB    NOT NULL REFERENCES filing (receipt) ON DELETE RESTRICT,
      sourceRow INTEGER NOT NULL CHECK (sourceRow > 0),
      field     TEXT    NOT NULL CHECK (field <> ''),
      sealed    BLOB    NOT NULL CHECK (length(sealed) >= 40),
      PRIMARY KEY (personId, receipt, sourceRow, field)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX identityByReceipt ON identity (receipt);

    CREATE TRIGGER erasureIsFinal BEFORE UPDATE ON person WHEN OLD.wrappedKey IS NULL
    BEGIN SELECT RAISE(ABORT, 'an erased person stays erased'); END;
    """
}
