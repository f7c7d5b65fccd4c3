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

  /// A workspace that is gone when it is released: for trying a delivery out, and for tests.
  public static func inMemory(key: WorkspaceKey) throws(StoreError) -> Workspace {
    let (database, vault) = try translatingErrors(in: "memory") {
      (try DatabaseQueue(configuration: configuration), try DatabaseQueue(configuration: configuration))
    }
    return try Workspace(path: "memory", database: database, vault: vault, key: key, snapshotPath: nil)
  }

  private init(
    path: String, database: DatabaseQueue, vault: DatabaseQueue, key: WorkspaceKey, snapshotPath: String?
  ) throws(StoreError) {
    self.path = path
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
    try settleFilings()
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

  private func migrate(_ database: DatabaseQueue, by migrator: DatabaseMigrator) throws(StoreError) {
    try translatingErrors(in: path) {
      if try database.read(migrator.hasBeenSuperseded) { throw StoreError.newerSchema(path: path) }
      if try !database.read(migrator.hasCompletedMigrations) { try migrator.migrate(database) }
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
      if isInUse { throw .fileMissing(path: path, name: name) }
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
