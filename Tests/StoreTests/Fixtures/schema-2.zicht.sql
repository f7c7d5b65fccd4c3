PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('Deliveries are kept in versions, as packed columns');
INSERT INTO grdb_migrations VALUES('The audit log can only grow');
INSERT INTO grdb_migrations VALUES('Counts that partners deliver are kept number by number');
CREATE TABLE workspace (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  keyCheck BLOB NOT NULL CHECK (length(keyCheck) = 16)
) STRICT;
INSERT INTO workspace VALUES(1,X'e73b49e8cc35013ccbc4d27a0a4198ad');
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
  layout          TEXT    NOT NULL CHECK (json_valid(layout)), delivers TEXT NOT NULL DEFAULT 'records' CHECK (delivers IN ('records', 'counts')), isDeclaredComplete INTEGER
    CHECK ((delivers = 'counts') = (isDeclaredComplete IS NOT NULL) AND isDeclaredComplete IN (0, 1)),
  CHECK (status = 'receiving' OR json_type(layout, '$.variables') IS 'array'),
  CHECK (rowsTaken + rowsSetAside <= rowsRead),
  UNIQUE (source, period, version)
) STRICT;
INSERT INTO delivery VALUES(1,X'a3cfff84e4d7b844ea51ae80dbf13381','north','2018',1,'north-2018.csv','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','2020-01-02','superseded',2,2,0,0,'1','{"grounds":["statute"],"variables":[{"codes":["2018","2019"],"decimals":0,"kind":"category","name":"year","width":1},{"codes":["red","green","blue"],"decimals":0,"kind":"category","name":"colour","width":1}]}','records',NULL);
INSERT INTO delivery VALUES(2,X'9c87e1f623ef3355376d56a79e709782','north','2018',2,'north-2018.csv','bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb','2020-01-02','complete',4,3,1,0,'1','{"grounds":["statute"],"variables":[{"codes":["2018","2019"],"decimals":0,"kind":"category","name":"year","width":1},{"codes":["red","green","blue"],"decimals":0,"kind":"category","name":"colour","width":1}]}','records',NULL);
INSERT INTO delivery VALUES(3,X'72d00e9974764702dd82478d089ba5c4','north','2019',1,'north-2019.csv','cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc','2020-01-02','complete',1,1,0,0,'1','{"grounds":["statute"],"variables":[{"codes":["2018","2019"],"decimals":0,"kind":"category","name":"year","width":1},{"codes":["red","green","blue"],"decimals":0,"kind":"category","name":"colour","width":1}]}','records',NULL);
INSERT INTO delivery VALUES(4,X'0586e14c8db4c10d746d342dcc86b1c3','south','2019',1,'south-2019.csv','dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd','2020-01-02','complete',2,2,0,0,'1','{"grounds":["statute"],"variables":[{"codes":["2018","2019"],"decimals":0,"kind":"category","name":"year","width":1},{"codes":["red","green","blue"],"decimals":0,"kind":"category","name":"colour","width":1}]}','records',NULL);
INSERT INTO delivery VALUES(5,X'b692f40a093b457d8557b3beb36af37a','south','2018',1,'south-2018.csv','eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee','2020-01-02','withdrawn',1,1,0,0,'1','{"grounds":["statute"],"variables":[{"codes":["2018","2019"],"decimals":0,"kind":"category","name":"year","width":1},{"codes":["red","green","blue"],"decimals":0,"kind":"category","name":"colour","width":1}]}','records',NULL);
INSERT INTO delivery VALUES(6,X'3f0c366e203c5f62d0011079056ac748','west','2019',1,'west-2019.csv','eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee','2020-01-02','complete',3,3,0,0,'1','{"grounds":[],"variables":[]}','counts',1);
CREATE TABLE chunk (
  deliveryId     INTEGER NOT NULL REFERENCES delivery (id) ON DELETE RESTRICT,
  ordinal        INTEGER NOT NULL CHECK (ordinal >= 0),
  rowCount       INTEGER NOT NULL CHECK (rowCount BETWEEN 1 AND 1048576),
  firstSourceRow INTEGER NOT NULL CHECK (firstSourceRow > 0),
  PRIMARY KEY (deliveryId, ordinal),
  UNIQUE (deliveryId, ordinal, rowCount)
) STRICT;
INSERT INTO chunk VALUES(1,0,2,2);
INSERT INTO chunk VALUES(2,0,3,2);
INSERT INTO chunk VALUES(3,0,1,2);
INSERT INTO chunk VALUES(4,0,2,2);
INSERT INTO chunk VALUES(5,0,1,2);
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
INSERT INTO chunkColumn VALUES(1,0,'year',2,1,X'0404');
INSERT INTO chunkColumn VALUES(1,0,'colour',2,1,X'0405');
INSERT INTO chunkColumn VALUES(1,0,'@person',2,16,X'935cc1327d848efc77eedf843a11532747001d9023c5fc9b5838be206200b9df');
INSERT INTO chunkColumn VALUES(1,0,'@lane',2,1,X'0001');
INSERT INTO chunkColumn VALUES(1,0,'@ground',2,1,X'0101');
INSERT INTO chunkColumn VALUES(1,0,'@sourceRow',2,4,X'0200000003000000');
INSERT INTO chunkColumn VALUES(2,0,'year',3,1,X'040404');
INSERT INTO chunkColumn VALUES(2,0,'colour',3,1,X'040604');
INSERT INTO chunkColumn VALUES(2,0,'@person',3,16,X'935cc1327d848efc77eedf843a11532747001d9023c5fc9b5838be206200b9df00000000000000000000000000000000');
INSERT INTO chunkColumn VALUES(2,0,'@lane',3,1,X'000102');
INSERT INTO chunkColumn VALUES(2,0,'@ground',3,1,X'010101');
INSERT INTO chunkColumn VALUES(2,0,'@sourceRow',3,4,X'020000000300000004000000');
INSERT INTO chunkColumn VALUES(3,0,'year',1,1,X'05');
INSERT INTO chunkColumn VALUES(3,0,'colour',1,1,X'00');
INSERT INTO chunkColumn VALUES(3,0,'@person',1,16,X'47001d9023c5fc9b5838be206200b9df');
INSERT INTO chunkColumn VALUES(3,0,'@lane',1,1,X'01');
INSERT INTO chunkColumn VALUES(3,0,'@ground',1,1,X'01');
INSERT INTO chunkColumn VALUES(3,0,'@sourceRow',1,4,X'02000000');
INSERT INTO chunkColumn VALUES(4,0,'year',2,1,X'0505');
INSERT INTO chunkColumn VALUES(4,0,'colour',2,1,X'0606');
INSERT INTO chunkColumn VALUES(4,0,'@person',2,16,X'935cc1327d848efc77eedf843a115327e135d62d9f2727528d9095d8cdcf63c8');
INSERT INTO chunkColumn VALUES(4,0,'@lane',2,1,X'0101');
INSERT INTO chunkColumn VALUES(4,0,'@ground',2,1,X'0101');
INSERT INTO chunkColumn VALUES(4,0,'@sourceRow',2,4,X'0200000003000000');
INSERT INTO chunkColumn VALUES(5,0,'year',1,1,X'04');
INSERT INTO chunkColumn VALUES(5,0,'colour',1,1,X'06');
INSERT INTO chunkColumn VALUES(5,0,'@person',1,16,X'a2c00ce8856679ea54b45018c4262f29');
INSERT INTO chunkColumn VALUES(5,0,'@lane',1,1,X'01');
INSERT INTO chunkColumn VALUES(5,0,'@ground',1,1,X'01');
INSERT INTO chunkColumn VALUES(5,0,'@sourceRow',1,4,X'02000000');
CREATE TABLE setAsideRow (
  deliveryId INTEGER NOT NULL REFERENCES delivery (id) ON DELETE RESTRICT,
  sourceRow  INTEGER NOT NULL CHECK (sourceRow > 0),
  rule       TEXT    NOT NULL,
  columnName TEXT,
  PRIMARY KEY (deliveryId, sourceRow)
) STRICT, WITHOUT ROWID;
INSERT INTO setAsideRow VALUES(2,9,'year.digits','jaar');
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
INSERT INTO finding VALUES(2,0,9,'jaar','year.digits','error','hier staan vijf cijfers.','there are five digits here.','Verbeter de cel.','Correct the cell.');
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
INSERT INTO auditEntry VALUES(1,'2020-01-02T12:00:00Z','tester','received','north 2018 v1 sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','a fixture',X'0000000000000000000000000000000000000000000000000000000000000000',X'657831e04264dc385bafd913ce0ff533290ac45bffac89906f023e72d2a53161',X'891beba1288e106de7b32c66aa64ee1db314793d056d7f65b174fd0ab841d440');
INSERT INTO auditEntry VALUES(2,'2020-01-02T12:00:00Z','tester','received','north 2018 v2 sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb','a fixture',X'657831e04264dc385bafd913ce0ff533290ac45bffac89906f023e72d2a53161',X'de3de30e595e2a8020bda0086add7440f43e0a729be490653c26aa48ccc9af53',X'f4cffff645aceefddfeda540595c88c7fb0571c251413ad5f61dfbbbb37e1940');
INSERT INTO auditEntry VALUES(3,'2020-01-02T12:00:00Z','tester','received','north 2019 v1 sha256:cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc','a fixture',X'de3de30e595e2a8020bda0086add7440f43e0a729be490653c26aa48ccc9af53',X'60267f4f53112997d19d5d98707d04d44ba319d0c29b6567443f1a5cc9d3fb37',X'9a83d635f35ae17aefc7e99770a26bc9be9048ca0287b4aaa2f262b7b804dcf5');
INSERT INTO auditEntry VALUES(4,'2020-01-02T12:00:00Z','tester','received','south 2019 v1 sha256:dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd','a fixture',X'60267f4f53112997d19d5d98707d04d44ba319d0c29b6567443f1a5cc9d3fb37',X'333b4e05b785a4912263112ad49503a00bac050bcc73073e97bc2aacf8bdab83',X'f12283b3681558420d5479d43d61a5de61544778129012da609b38f1753b8289');
INSERT INTO auditEntry VALUES(5,'2020-01-02T12:00:00Z','tester','received','south 2018 v1 sha256:eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee','a fixture',X'333b4e05b785a4912263112ad49503a00bac050bcc73073e97bc2aacf8bdab83',X'dbf4c7b80deea19316c46f88377ba52ed5b3752b32fe39efe39fbb84e48d14c3',X'74b30a0666f4c2e634e9767f456c3f9dfab02db32908a5d12879ca73d6e9fb99');
INSERT INTO auditEntry VALUES(6,'2020-01-02T12:00:00Z','tester','withdrawn','south 2018 v1','a fixture',X'dbf4c7b80deea19316c46f88377ba52ed5b3752b32fe39efe39fbb84e48d14c3',X'6668f3718feb1cba829ec40eb9b7683329e4b5d93f7f2cf9ff8dd872f4df0038',X'6a5e0566f55c8139c0d87405d397b19b81f6cba4823858bbf7e1e98bd4635f65');
INSERT INTO auditEntry VALUES(7,'2020-01-02T12:00:00Z','tester','received','west 2019 v1 sha256:eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee','a test',X'6668f3718feb1cba829ec40eb9b7683329e4b5d93f7f2cf9ff8dd872f4df0038',X'2d61574d53aa892873d6bfdeb97f6ff25d0c6af5a97bf10a6284360366cf1643',X'0e821fca2b8df8095c3d330ee63a2f9f49f32ceb8b030d0704c0a8c5c0c7e1d4');
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
INSERT INTO reportedCell VALUES(6,2,'by-colour',2019,'{"colour":"rood"}','number',3,0);
INSERT INTO reportedCell VALUES(6,3,'by-colour',2019,'{"colour":"groen"}','notRecorded',NULL,NULL);
INSERT INTO reportedCell VALUES(6,4,'by-colour',2019,'{"colour":null}','number',7,0);
CREATE UNIQUE INDEX currentDelivery ON delivery (source, period) WHERE status = 'complete';
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
CREATE TRIGGER auditEntryFollowsTheLast BEFORE INSERT ON auditEntry
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM auditEntry)
  OR NEW.previousHash IS NOT coalesce((SELECT hash FROM auditEntry ORDER BY id DESC LIMIT 1), zeroblob(32))
BEGIN SELECT RAISE(ABORT, 'an audit entry follows the last one'); END;
CREATE TRIGGER auditEntryNeverChanges BEFORE UPDATE ON auditEntry
BEGIN SELECT RAISE(ABORT, 'an audit entry never changes'); END;
CREATE TRIGGER auditEntryStays BEFORE DELETE ON auditEntry
BEGIN SELECT RAISE(ABORT, 'an audit entry stays'); END;
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
COMMIT;
