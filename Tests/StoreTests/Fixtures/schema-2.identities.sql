PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('Personal details are sealed with a key for each person');
CREATE TABLE vault (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  keyCheck BLOB NOT NULL CHECK (length(keyCheck) = 16)
) STRICT;
INSERT INTO vault VALUES(1,X'e73b49e8cc35013ccbc4d27a0a4198ad');
CREATE TABLE person (
  id         INTEGER PRIMARY KEY,
  blindIndex BLOB NOT NULL CHECK (length(blindIndex) = 16),
  wrappedKey BLOB CHECK (length(wrappedKey) = 72),
  erasedOn   TEXT CHECK (erasedOn IS date(erasedOn, '+0 days')),
  CHECK ((wrappedKey IS NULL) = (erasedOn IS NOT NULL))
) STRICT;
INSERT INTO person VALUES(1,X'935cc1327d848efc77eedf843a115327',X'e0ecb6852667d04a3bb9f980041a2079e85bf36a3e0bd9476416e324c466f194b3e10e8e7dfc296470a27c853a0ca85c1729cb072febd0a35d15a4f915b83d68d964107acc51e527',NULL);
CREATE TABLE filing (
  id          INTEGER PRIMARY KEY,
  receipt     BLOB    NOT NULL UNIQUE CHECK (length(receipt) = 16),
  isConfirmed INTEGER NOT NULL CHECK (isConfirmed IN (0, 1))
) STRICT;
INSERT INTO filing VALUES(1,X'a3cfff84e4d7b844ea51ae80dbf13381',1);
INSERT INTO filing VALUES(2,X'9c87e1f623ef3355376d56a79e709782',1);
CREATE TABLE identity (
  personId  INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  filingId  INTEGER NOT NULL REFERENCES filing (id) ON DELETE RESTRICT,
  sourceRow INTEGER NOT NULL CHECK (sourceRow > 0),
  field     TEXT    NOT NULL CHECK (field <> ''),
  sealed    BLOB    NOT NULL CHECK (length(sealed) >= 40),
  PRIMARY KEY (personId, filingId, sourceRow, field)
) STRICT, WITHOUT ROWID;
INSERT INTO identity VALUES(1,1,2,'surname',X'7b6c3d689dbe7a9a9ff5b876e46fc8c79b9f3413b7f80e3a565ca4f92832903045c837d5a642649ad855f748209d7b7f84');
INSERT INTO identity VALUES(1,2,2,'surname',X'1d2a65486eb3d9ce3eade6177cd6bffb4c2792b1005deffdf507039673afd570370be96249410329d1d370813736a75216');
CREATE UNIQUE INDEX knownPerson ON person (blindIndex) WHERE wrappedKey IS NOT NULL;
CREATE INDEX erasedPerson ON person (blindIndex) WHERE wrappedKey IS NULL;
CREATE TRIGGER erasureIsFinal BEFORE UPDATE ON person WHEN OLD.wrappedKey IS NULL
BEGIN SELECT RAISE(ABORT, 'an erased person stays erased'); END;
COMMIT;
