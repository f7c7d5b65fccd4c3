internal import Cryptography
public import Model

/// Why the store could not do what was asked. Carries places and codes, never a value of a record.
public enum StoreError: Error, Equatable, Sendable {
  case folderReadOnly(path: String)
  /// Others may read it, and it is not ours to close.
  case openToOthers(path: String)
  /// A program was killed, and what it left can only be finished where the folder can be written to.
  case unfinished(path: String)
  case notAFolder(path: String)
  case cannotOpen(path: String)
  case diskFull(path: String)
  /// Another program is writing.
  case locked(path: String)
  case corrupt(path: String)
  /// What is kept of a delivery is not what was received.
  case damaged(path: String, delivery: String)
  /// A personal detail in the vault is not what was sealed, or is gone.
  case damagedDetails(path: String)
  /// One of the two files is of an earlier moment than the other.
  case filesDisagree(path: String, older: StoreFile)
  /// An entry of the audit log is not what was written, or does not follow the one before it.
  case auditBroken(path: String, entry: Int)
  /// The audit log has fewer entries than it had, or is another one.
  case auditCut(path: String, entries: Int, known: Int)
  /// The audit log does not say that a delivery was received which is there.
  case auditSilent(path: String, delivery: String)
  /// Made by a later version of the program.
  case newerSchema(path: String)
  /// Made by an earlier version of the program, and opened only to look.
  case olderSchema(path: String)
  case wrongKey(path: String)
  /// One of the two files is new while the other has contents.
  case fileMissing(path: String, name: String)
  case keyUnusable(LocalizedText)
  case alreadyReceiving
  /// The receiver was told of other numbers of rows than it was given.
  case incomplete(announced: Int, received: Int)
  /// Batches of one delivery do not carry the same columns.
  case uneven(variable: String)
  /// A personal detail outside the identified lane, or of a row without a person.
  case misplacedIdentity(row: Int)
  case noCurrentDelivery(source: String, period: String)
  /// A delivery holds a category that the codebook no longer has.
  case unknownCategory(source: String, period: String, variable: String, code: String)
  /// A delivery holds a variable in another kind than the codebook now gives it.
  case changedKind(source: String, period: String, variable: String)
  /// Counts were delivered under a word that the source no longer has.
  case unknownWord(source: String, period: String, table: String, word: String)
  /// Counts were delivered by other axes than the table now has.
  case changedTable(source: String, period: String, table: String)
  case tooManyDeliveries(limit: Int)
  /// Not `YYYY-MM-DDThh:mm:ssZ`.
  case invalidMoment
  case unknownPerson
  case erasedPerson
  /// A rule of the database itself refused; `rule` is the rule's own sentence.
  case refused(rule: String)
  /// Anything else, with SQLite's extended result code.
  case unexpected(code: Int, path: String)
}

/// The two files of a workspace.
public enum StoreFile: String, Sendable {
  case database = "zicht.sqlite"
  case vault = "identities.sqlite"
}

extension StoreError {
  init(_ error: CryptographyError) { self = .keyUnusable(LocalizedText(nl: error.dutch, en: error.english)) }
}
