PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
INSERT INTO "auditEntry" VALUES(1,'2020-01-02T12:00:00Z','tester','received','north 2018 v1 sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','a fixture',X'0000000000000000000000000000000000000000000000000000000000000000',X'657831E04264DC385BAFD913CE0FF533290AC45BFFAC89906F023E72D2A53161',X'891BEBA1288E106DE7B32C66AA64EE1DB314793D056D7F65B174FD0AB841D440');
INSERT INTO "auditEntry" VALUES(2,'2020-01-02T12:00:00Z','tester','received','north 2018 v2 sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb','a fixture',X'657831E04264DC385BAFD913CE0FF533290AC45BFFAC89906F023E72D2A53161',X'DE3DE30E595E2A8020BDA0086ADD7440F43E0A729BE490653C26AA48CCC9AF53',X'F4CFFFF645ACEEFDDFEDA540595C88C7FB0571C251413AD5F61DFBBBB37E1940');
INSERT INTO "auditEntry" VALUES(3,'2020-01-02T12:00:00Z','tester','received','north 2019 v1 sha256:cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc','a fixture',X'DE3DE30E595E2A8020BDA0086ADD7440F43E0A729BE490653C26AA48CCC9AF53',X'60267F4F53112997D19D5D98707D04D44BA319D0C29B6567443F1A5CC9D3FB37',X'9A83D635F35AE17AEFC7E99770A26BC9BE9048CA0287B4AAA2F262B7B804DCF5');
INSERT INTO "auditEntry" VALUES(4,'2020-01-02T12:00:00Z','tester','received','south 2019 v1 sha256:dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd','a fixture',X'60267F4F53112997D19D5D98707D04D44BA319D0C29B6567443F1A5CC9D3FB37',X'333B4E05B785A4912263112AD49503A00BAC050BCC73073E97BC2AACF8BDAB83',X'F12283B3681558420D5479D43D61A5DE61544778129012DA609B38F1753B8289');
INSERT INTO "auditEntry" VALUES(5,'2020-01-02T12:00:00Z','tester','received','south 2018 v1 sha256:eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee','a fixture',X'333B4E05B785A4912263112AD49503A00BAC050BCC73073E97BC2AACF8BDAB83',X'DBF4C7B80DEEA19316C46F88377BA52ED5B3752B32FE39EFE39FBB84E48D14C3',X'74B30A0666F4C2E634E9767F456C3F9DFAB02DB32908A5D12879CA73D6E9FB99');
INSERT INTO "auditEntry" VALUES(6,'2020-01-02T12:00:00Z','tester','withdrawn','south 2018 v1','a fixture',X'DBF4C7B80DEEA19316C46F88377BA52ED5B3752B32FE39EFE39FBB84E48D14C3',X'6668F3718FEB1CBA829EC40EB9B7683329E4B5D93F7F2CF9FF8DD872F4DF0038',X'6A5E0566F55C8139C0D87405D397B19B81F6CBA4823858BBF7E1E98BD4635F65');
INSERT INTO "auditEntry" VALUES(7,'2020-01-02T12:00:00Z','tester','received','west 2019 v1 sha256:eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee','a test',X'6668F3718FEB1CBA829EC40EB9B7683329E4B5D93F7F2CF9FF8DD872F4DF0038',X'2D61574D53AA892873D6BFDEB97F6FF25D0C6AF5A97BF10A6284360366CF1643',X'0E821FCA2B8DF8095C3D330EE63A2F9F49F32CEB8B030D0704C0A8C5C0C7E1D4');
CREATE TABLE chunk (
  deliveryId     INTEGER NOT NULL REFERENCES delivery (id) ON DELETE RESTRICT,
  ordinal        INTEGER NOT NULL CHECK (ordinal >= 0),
  rowCount       INTEGER NOT NULL CHECK (rowCount BETWEEN 1 AND 1048576),
  firstSourceRow INTEGER NOT NULL CHECK (firstSourceRow > 0),
  PRIMARY KEY (deliveryId, ordinal),
  UNIQUE (deliveryId, ordinal, rowCount)
) STRICT;
INSERT INTO "chunk" VALUES(1,0,2,2);
INSERT INTO "chunk" VALUES(2,0,3,2);
INSERT INTO "chunk" VALUES(3,0,1,2);
INSERT INTO "chunk" VALUES(4,0,2,2);
INSERT INTO "chunk" VALUES(5,0,1,2);
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
INSERT INTO "chunkColumn" VALUES(1,0,'year',2,1,X'0404');
INSERT INTO "chunkColumn" VALUES(1,0,'colour',2,1,X'0405');
INSERT INTO "chunkColumn" VALUES(1,0,'@person',2,16,X'935CC1327D848EFC77EEDF843A11532747001D9023C5FC9B5838BE206200B9DF');
INSERT INTO "chunkColumn" VALUES(1,0,'@lane',2,1,X'0001');
INSERT INTO "chunkColumn" VALUES(1,0,'@ground',2,1,X'0101');
INSERT INTO "chunkColumn" VALUES(1,0,'@sourceRow',2,4,X'0200000003000000');
INSERT INTO "chunkColumn" VALUES(2,0,'year',3,1,X'040404');
INSERT INTO "chunkColumn" VALUES(2,0,'colour',3,1,X'040604');
INSERT INTO "chunkColumn" VALUES(2,0,'@person',3,16,X'935CC1327D848EFC77EEDF843A11532747001D9023C5FC9B5838BE206200B9DF00000000000000000000000000000000');
INSERT INTO "chunkColumn" VALUES(2,0,'@lane',3,1,X'000102');
INSERT INTO "chunkColumn" VALUES(2,0,'@ground',3,1,X'010101');
INSERT INTO "chunkColumn" VALUES(2,0,'@sourceRow',3,4,X'020000000300000004000000');
INSERT INTO "chunkColumn" VALUES(3,0,'year',1,1,X'05');
INSERT INTO "chunkColumn" VALUES(3,0,'colour',1,1,X'00');
INSERT INTO "chunkColumn" VALUES(3,0,'@person',1,16,X'47001D9023C5FC9B5838BE206200B9DF');
INSERT INTO "chunkColumn" VALUES(3,0,'@lane',1,1,X'01');
INSERT INTO "chunkColumn" VALUES(3,0,'@ground',1,1,X'01');
INSERT INTO "chunkColumn" VALUES(3,0,'@sourceRow',1,4,X'02000000');
INSERT INTO "chunkColumn" VALUES(4,0,'year',2,1,X'0505');
INSERT INTO "chunkColumn" VALUES(4,0,'colour',2,1,X'0606');
INSERT INTO "chunkColumn" VALUES(4,0,'@person',2,16,X'935CC1327D848EFC77EEDF843A115327E135D62D9F2727528D9095D8CDCF63C8');
INSERT INTO "chunkColumn" VALUES(4,0,'@lane',2,1,X'0101');
INSERT INTO "chunkColumn" VALUES(4,0,'@ground',2,1,X'0101');
INSERT INTO "chunkColumn" VALUES(4,0,'@sourceRow',2,4,X'0200000003000000');
INSERT INTO "chunkColumn" VALUES(5,0,'year',1,1,X'04');
INSERT INTO "chunkColumn" VALUES(5,0,'colour',1,1,X'06');
INSERT INTO "chunkColumn" VALUES(5,0,'@person',1,16,X'A2C00CE8856679EA54B45018C4262F29');
INSERT INTO "chunkColumn" VALUES(5,0,'@lane',1,1,X'01');
INSERT INTO "chunkColumn" VALUES(5,0,'@ground',1,1,X'01');
INSERT INTO "chunkColumn" VALUES(5,0,'@sourceRow',1,4,X'02000000');
CREATE TABLE columnSeal (
  deliveryId INTEGER NOT NULL,
  ordinal    INTEGER NOT NULL,
  variable   TEXT    NOT NULL,
  seal       BLOB    NOT NULL CHECK (length(seal) = 16),
  PRIMARY KEY (deliveryId, ordinal, variable),
  FOREIGN KEY (deliveryId, ordinal, variable) REFERENCES chunkColumn (deliveryId, ordinal, variable)
) STRICT, WITHOUT ROWID;
INSERT INTO "columnSeal" VALUES(1,0,'@ground',X'FF41EF4F443D9992079F4884DCF3861F');
INSERT INTO "columnSeal" VALUES(1,0,'@lane',X'B6A5161C9CEA51D2A4E8978BD56827A4');
INSERT INTO "columnSeal" VALUES(1,0,'@person',X'BAEB88C8665016A07E47E641C7465C6D');
INSERT INTO "columnSeal" VALUES(1,0,'@sourceRow',X'446722D498990C0084154FB5F4DAF08D');
INSERT INTO "columnSeal" VALUES(1,0,'colour',X'C492A5D0667D79CF765180AE578728DC');
INSERT INTO "columnSeal" VALUES(1,0,'year',X'A7C69B57913D3EC3A9921D42FCE2F9EF');
INSERT INTO "columnSeal" VALUES(2,0,'@ground',X'EDB738C36899A3728ECB9F7E749CF527');
INSERT INTO "columnSeal" VALUES(2,0,'@lane',X'FF83962E9DF5C4FFA48F03F3C00C3FF9');
INSERT INTO "columnSeal" VALUES(2,0,'@person',X'A9A28EB717D187CBB894EE654982EA7D');
INSERT INTO "columnSeal" VALUES(2,0,'@sourceRow',X'EE27E028B3344AA6B425EA9338206E3E');
INSERT INTO "columnSeal" VALUES(2,0,'colour',X'8576A8A4AC023FF75E42F2D2CB9B630B');
INSERT INTO "columnSeal" VALUES(2,0,'year',X'BBEF73BC09C4EF57B752A6D19AF68E96');
INSERT INTO "columnSeal" VALUES(3,0,'@ground',X'DCF18893E6F48812AF118C314164E8DF');
INSERT INTO "columnSeal" VALUES(3,0,'@lane',X'E2531487B5F98F93B96E6609B5683D0B');
INSERT INTO "columnSeal" VALUES(3,0,'@person',X'5C5655E4212BB687DB10FC012A27121B');
INSERT INTO "columnSeal" VALUES(3,0,'@sourceRow',X'CDBBC6198F148D78E3026D14E6EA4D68');
INSERT INTO "columnSeal" VALUES(3,0,'colour',X'1F92C4DA2938617337CDE1C1B24D206B');
INSERT INTO "columnSeal" VALUES(3,0,'year',X'CA29AE24721B91E1CFCA2C995D786B0D');
INSERT INTO "columnSeal" VALUES(4,0,'@ground',X'0FBBE9313855F25AFB4AAC6A05BADF92');
INSERT INTO "columnSeal" VALUES(4,0,'@lane',X'B149A163CA60327602E709468B10D7E1');
INSERT INTO "columnSeal" VALUES(4,0,'@person',X'CCA5F33605C417B24F3A9B765CE3AAE9');
INSERT INTO "columnSeal" VALUES(4,0,'@sourceRow',X'791948627A9659F26AE54BF6D89C1B0D');
INSERT INTO "columnSeal" VALUES(4,0,'colour',X'C6837FE077DE1A5E485439D582D6F51A');
INSERT INTO "columnSeal" VALUES(4,0,'year',X'AA437B09DD5BCBEA4734F68A1B167EF8');
INSERT INTO "columnSeal" VALUES(5,0,'@ground',X'3FE36C8ED6270E3CB995DD18AA595E93');
INSERT INTO "columnSeal" VALUES(5,0,'@lane',X'F2C121F30F82E863EB4C0F1F6DE5CD23');
INSERT INTO "columnSeal" VALUES(5,0,'@person',X'292D5E8660CE4FF9D6FA595A7F755711');
INSERT INTO "columnSeal" VALUES(5,0,'@sourceRow',X'A566D6B2D35DD705F16761ED9063369D');
INSERT INTO "columnSeal" VALUES(5,0,'colour',X'AC2213F532DE7FE96BF3AF3EBE338766');
INSERT INTO "columnSeal" VALUES(5,0,'year',X'00188A27C411117A31EDF8155AB62C07');
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
    CHECK ((delivers = 'counts') = (isDeclaredComplete IS NOT NULL) AND isDeclaredComplete IN (0, 1)), identities INTEGER NOT NULL DEFAULT 0 CHECK (identities >= 0), seal BLOB CHECK (length(seal) = 16),
  CHECK (status = 'receiving' OR json_type(layout, '$.variables') IS 'array'),
  CHECK (rowsTaken + rowsSetAside <= rowsRead),
  UNIQUE (source, period, version)
) STRICT;
INSERT INTO "delivery" VALUES(1,X'A3CFFF84E4D7B844EA51AE80DBF13381','north','2018',1,'north-2018.csv','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','2020-01-02','superseded',2,2,0,0,'1','{"grounds":["statute"],"variables":[{"codes":["2018","2019"],"decimals":0,"kind":"category","name":"year","width":1},{"codes":["red","green","blue"],"decimals":0,"kind":"category","name":"colour","width":1}]}','records',NULL,1,X'EF7A64A5A58489797315FE536778B438');
INSERT INTO "delivery" VALUES(2,X'9C87E1F623EF3355376D56A79E709782','north','2018',2,'north-2018.csv','bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb','2020-01-02','complete',4,3,1,0,'1','{"grounds":["statute"],"variables":[{"codes":["2018","2019"],"decimals":0,"kind":"category","name":"year","width":1},{"codes":["red","green","blue"],"decimals":0,"kind":"category","name":"colour","width":1}]}','records',NULL,1,X'A7733A559AA0A4EE2F101613D65612CB');
INSERT INTO "delivery" VALUES(3,X'72D00E9974764702DD82478D089BA5C4','north','2019',1,'north-2019.csv','cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc','2020-01-02','complete',1,1,0,0,'1','{"grounds":["statute"],"variables":[{"codes":["2018","2019"],"decimals":0,"kind":"category","name":"year","width":1},{"codes":["red","green","blue"],"decimals":0,"kind":"category","name":"colour","width":1}]}','records',NULL,0,X'36A1CBFCD67094C10370CF682B14AD3F');
INSERT INTO "delivery" VALUES(4,X'0586E14C8DB4C10D746D342DCC86B1C3','south','2019',1,'south-2019.csv','dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd','2020-01-02','complete',2,2,0,0,'1','{"grounds":["statute"],"variables":[{"codes":["2018","2019"],"decimals":0,"kind":"category","name":"year","width":1},{"codes":["red","green","blue"],"decimals":0,"kind":"category","name":"colour","width":1}]}','records',NULL,0,X'877AE29E3F804FD14690E771B8859C44');
INSERT INTO "delivery" VALUES(5,X'B692F40A093B457D8557B3BEB36AF37A','south','2018',1,'south-2018.csv','eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee','2020-01-02','withdrawn',1,1,0,0,'1','{"grounds":["statute"],"variables":[{"codes":["2018","2019"],"decimals":0,"kind":"category","name":"year","width":1},{"codes":["red","green","blue"],"decimals":0,"kind":"category","name":"colour","width":1}]}','records',NULL,0,X'26E0F8EA9E80D1DBCC1E618318C51F86');
INSERT INTO "delivery" VALUES(6,X'3F0C366E203C5F62D0011079056AC748','west','2019',1,'west-2019.csv','eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee','2020-01-02','complete',3,3,0,0,'1','{"grounds":[],"variables":[]}','counts',1,0,X'291933976EDA07981C3E8961D3FCA22B');
CREATE TABLE erasing (id INTEGER PRIMARY KEY CHECK (id = 1)) STRICT;
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
INSERT INTO "finding" VALUES(2,0,9,'jaar','year.digits','error','hier staan vijf cijfers.','there are five digits here.','Verbeter de cel.','Correct the cell.');
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO "grdb_migrations" VALUES('Deliveries are kept in versions, as packed columns');
INSERT INTO "grdb_migrations" VALUES('The audit log can only grow');
INSERT INTO "grdb_migrations" VALUES('Counts that partners deliver are kept number by number');
INSERT INTO "grdb_migrations" VALUES('What is kept carries a seal');
INSERT INTO "grdb_migrations" VALUES('Subkeys that outlive a workspace key are sealed with the next');
CREATE TABLE keyRing (
  purpose TEXT PRIMARY KEY CHECK (purpose <> ''),
  sealed  BLOB NOT NULL CHECK (length(sealed) = 72)
) STRICT, WITHOUT ROWID;
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
INSERT INTO "reportedCell" VALUES(6,2,'by-colour',2019,'{"colour":"rood"}','number',3,0);
INSERT INTO "reportedCell" VALUES(6,3,'by-colour',2019,'{"colour":"groen"}','notRecorded',NULL,NULL);
INSERT INTO "reportedCell" VALUES(6,4,'by-colour',2019,'{"colour":null}','number',7,0);
CREATE TABLE setAsideRow (
  deliveryId INTEGER NOT NULL REFERENCES delivery (id) ON DELETE RESTRICT,
  sourceRow  INTEGER NOT NULL CHECK (sourceRow > 0),
  rule       TEXT    NOT NULL,
  columnName TEXT,
  PRIMARY KEY (deliveryId, sourceRow)
) STRICT, WITHOUT ROWID;
INSERT INTO "setAsideRow" VALUES(2,9,'year.digits','jaar');
CREATE TABLE workspace (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  keyCheck BLOB NOT NULL CHECK (length(keyCheck) = 16)
) STRICT;
INSERT INTO "workspace" VALUES(1,X'E73B49E8CC35013CCBC4D27A0A4198AD');
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
CREATE TRIGGER sealStays BEFORE UPDATE OF seal, identities ON delivery
WHEN OLD.seal IS NOT NULL AND NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT RAISE(ABORT, 'a received delivery keeps its seal'); END;
CREATE TRIGGER columnSealNeverChanges BEFORE UPDATE ON columnSeal
WHEN NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT RAISE(ABORT, 'records never change'); END;
CREATE TRIGGER chunkColumnNeverChanges BEFORE UPDATE ON chunkColumn
WHEN OLD.variable <> '@person' OR NEW.variable <> '@person' OR NOT EXISTS (SELECT 1 FROM erasing)
BEGIN SELECT RAISE(ABORT, 'records never change'); END;
CREATE TRIGGER columnSealStays BEFORE DELETE ON columnSeal
WHEN 'receiving' <> (SELECT status FROM delivery WHERE id = OLD.deliveryId)
BEGIN SELECT RAISE(ABORT, 'the records of a received delivery stay'); END;
COMMIT;
