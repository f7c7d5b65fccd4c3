public import Cryptography
internal import Foundation
internal import GRDB
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The store of one folder: deliveries and audit log in `zicht.sqlite`, personal details in `identities.sqlite`.
///
/// Safe to share between threads: one statement at a time reaches each database.
public final class Workspace: Sendable {
  /// The folder, or a word for an in-memory workspace.
  public let path: String
  let database: DatabaseQueue
  let vault: DatabaseQueue
  let blindIndexKey: BlindIndexKey
  let vaultKey: SealingKey
  let auditKey: AuthenticationKey
  /// Nil in memory, where nothing is kept.
  let snapshotPath: String?
  /// Whether it was opened to look, and changes nothing.
  let isReading: Bool

  /// Opens the workspace in a folder, or makes it.
  /// - Throws: `StoreError`, one sentence for each thing that can be wrong with a folder.
  public convenience init(at folder: String, key: WorkspaceKey) throws(StoreError) {
    try Workspace.prepare(folder)
    var configuration = Workspace.configuration
    configuration.journalMode = .wal
    let settings = configuration
    let (database, vault) = try translatingErrors(in: folder) {
      (
        try DatabaseQueue(path: folder + "/zicht.sqlite", configuration: settings),
        try DatabaseQueue(path: folder + "/identities.sqlite", configuration: settings)
      )
    }
    try self.init(
      path: folder, database: database, vault: vault, key: key, snapshotPath: folder + "/snapshot.columns")
  }

  /// Opens the workspace in a folder to look in it: no byte of it changes, and whatever would write is refused.
  ///
  /// The two files are opened as any reader opens them, so that a program that writes at the same time is seen as it
  /// was at one moment. SQLite keeps two small files beside them for that; they go when the reader goes. What a killed
  /// program left in its log is read from there and stays there until somebody writes.
  /// - Throws: `StoreError`; `.olderSchema` where only a writer may bring the files up to date.
  public convenience init(reading folder: String, key: WorkspaceKey) throws(StoreError) {
    for name in ["zicht.sqlite", "identities.sqlite"] where access(folder + "/" + name, F_OK) != 0 {
      throw .fileMissing(path: folder, name: name)
    }
    guard access(folder, W_OK | X_OK) == 0 else { throw .folderReadOnly(path: folder) }
    let (database, vault) = try translatingErrors(in: folder) {
      (try Workspace.reader(of: folder + "/zicht.sqlite"), try Workspace.reader(of: folder + "/identities.sqlite"))
    }
    try self.init(
      path: folder, database: database, vault: vault, key: key, snapshotPath: folder + "/snapshot.columns",
      isReading: true)
  }

  /// A workspace that is gone when it is released: for trying a delivery out, and for tests.
  package static func inMemory(key: WorkspaceKey) throws(StoreError) -> Workspace {
    let (database, vault) = try translatingErrors(in: "memory") {
      (try DatabaseQueue(configuration: configuration), try DatabaseQueue(configuration: configuration))
    }
    return try Workspace(path: "memory", database: database, vault: vault, key: key, snapshotPath: nil)
  }

  private init(
    path: String, database: DatabaseQueue, vault: DatabaseQueue, key: WorkspaceKey, snapshotPath: String?,
    isReading: Bool = false
  ) throws(StoreError) {
    self.path = path
    self.isReading = isReading
    self.database = database
    self.vault = vault
    self.snapshotPath = snapshotPath
    let (keys, checkValue) = try translatingErrors(in: path) {
      ((try key.blindIndexKey(), try key.vaultKey(), try key.auditKey()), try key.checkValue())
    }
    (blindIndexKey, vaultKey, auditKey) = keys
    try migrate(database, by: WorkspaceSchema.migrator)
    try migrate(vault, by: VaultSchema.migrator)
    try recognise(checkValue)
    if isReading { try refuseWrites() } else { try settleFilings() }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(2)
    // A receiver keeps one transaction open from its first batch to its last.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { database in
      // Large pages suit large chunks; deleted details are overwritten, not only unlinked.
      try database.execute(sql: "PRAGMA page_size = 16384; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON")
    }
    return configuration
  }

  /// A connection that leaves the file and its log as they are. Closing the last connection empties the log into the
  /// file, unless that connection may only read; but one that may only read leaves a new log behind. So: the former
  /// where the log holds anything, the latter where it does not.
  private static func reader(of file: String) throws -> DatabaseQueue {
    var log = stat()
    var configuration = Workspace.configuration
    configuration.readonly = stat(file + "-wal", &log) == 0 && log.st_size > 0
    return try DatabaseQueue(path: file, configuration: configuration)
  }

  private func refuseWrites() throws(StoreError) {
    try translatingErrors(in: path) {
      for file in [database, vault] { try file.inDatabase { try $0.execute(sql: "PRAGMA query_only = ON") } }
    }
  }

  private func migrate(_ database: DatabaseQueue, by migrator: DatabaseMigrator) throws(StoreError) {
    try translatingErrors(in: path) {
      if try database.read(migrator.hasBeenSuperseded) { throw StoreError.newerSchema(path: path) }
      if try database.read(migrator.hasCompletedMigrations) { return }
      if isReading { throw StoreError.olderSchema(path: path) }
      try migrator.migrate(database)
    }
  }

  /// A new workspace takes the key it is made with; an old one refuses any other, and refuses to go on with one of its
  /// two files gone.
  private func recognise(_ checkValue: [UInt8]) throws(StoreError) {
    let files = [
      (database, "workspace", "delivery", "zicht.sqlite"), (vault, "vault", "filing", "identities.sqlite"),
    ]
    var isInUse = false
    var newFiles: [(DatabaseQueue, table: String, name: String)] = []
    for (database, table, contents, name) in files {
      let (known, hasContents) = try translatingErrors(in: path) {
        try database.read {
          (
            try Data.fetchOne($0, sql: "SELECT keyCheck FROM \(table)"),
            try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM \(contents))") ?? false
          )
        }
      }
      isInUse = isInUse || hasContents
      guard let known else {
        newFiles.append((database, table, name))
        continue
      }
      guard constantTimeEqual(Array(known), checkValue) else { throw .wrongKey(path: path) }
    }
    for (database, table, name) in newFiles {
      if isInUse || isReading { throw .fileMissing(path: path, name: name) }
      try translatingErrors(in: path) {
        try database.write {
          try $0.execute(sql: "INSERT INTO \(table) (id, keyCheck) VALUES (1, ?)", arguments: [Data(checkValue)])
        }
      }
    }
  }
}

extension Workspace {
  /// Makes the folder where it is missing, and the files so that only their owner reads them.
  private static func prepare(_ folder: String) throws(StoreError) {
    try makeFolder(folder)
    guard access(folder, W_OK | X_OK) == 0 else { throw .folderReadOnly(path: folder) }
    for name in ["zicht.sqlite", "identities.sqlite"] {
      let file = open(folder + "/" + name, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw failure(errno, at: folder) }
      close(file)
    }
  }

  private static func makeFolder(_ folder: String) throws(StoreError) {
    var status = stat()
    if stat(folder, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path: folder) }
      return
    }
    if let slash = folder.lastIndex(of: "/"), slash != folder.startIndex { try makeFolder(String(folder[..<slash])) }
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw failure(errno, at: folder) }
  }

  private static func failure(_ code: Int32, at folder: String) -> StoreError {
    switch code {
    case ENOSPC, EDQUOT: .diskFull(path: folder)
    case EACCES, EPERM, EROFS: .folderReadOnly(path: folder)
    case ENOTDIR: .notAFolder(path: folder)
    default: .cannotOpen(path: folder)
    }
  }
}
