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
  let contentsSeal: ContentsSeal
  /// Draws the noise of open data.
  public let noiseKey: NoiseKey
  /// Opens the keys of the folder of deliveries.
  public let deliveryOpener: DeliveryOpener
  /// Nil in memory, where nothing is kept.
  let snapshotPath: String?
  /// Whether it was opened to look, and changes nothing.
  public let isReading: Bool

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
    try translatingErrors(in: folder) { for file in [database, vault] { try Workspace.flushEveryCommit(of: file) } }
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
    try self.init(reading: folder, isWritable: access(folder, W_OK | X_OK) == 0, key: key)
  }

  /// - Parameter isWritable: Whether anybody can write in the folder; false on a medium that is only read.
  convenience init(reading folder: String, isWritable: Bool, key: WorkspaceKey) throws(StoreError) {
    let (store, vault) = (folder + "/zicht.sqlite", folder + "/identities.sqlite")
    if !isWritable, Workspace.hasLog(store) || Workspace.hasLog(vault) { throw .unfinished(path: folder) }
    let files = try translatingErrors(in: folder) {
      (
        try Workspace.reader(of: store, isWritable: isWritable), try Workspace.reader(of: vault, isWritable: isWritable)
      )
    }
    try self.init(
      path: folder, database: files.0, vault: files.1, key: key, snapshotPath: folder + "/snapshot.columns",
      isReading: true)
  }

  /// A workspace that is gone when it is released: for trying a delivery out, and for tests.
  public static func inMemory(key: WorkspaceKey) throws(StoreError) -> Workspace {
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
    let (keys, opener, checkValue) = try translatingErrors(in: path) {
      let ring = try Workspace.keyRing(of: database, openedBy: key)
      let keys = (
        try key.blindIndexKey(in: ring), try key.vaultKey(), try key.auditKey(in: ring), try key.contentsKey(in: ring)
      )
      return (keys, try key.deliveryOpener(), try key.checkValue())
    }
    noiseKey = try translatingErrors(in: path) { try key.noiseKey() }
    (blindIndexKey, vaultKey, auditKey) = (keys.0, keys.1, keys.2)
    contentsSeal = ContentsSeal(keys.3, path: path)
    deliveryOpener = opener
    try migrate(database, by: WorkspaceSchema.migrator)
    try migrate(vault, by: VaultSchema.migrator)
    try checkStructure()
    try recognise(checkValue)
    if isReading {
      try refuseWrites()
    } else {
      try settleFilings()
      try sealOlderDeliveries()
    }
    try checkAgreement()
    if isReading { return }
    try repeatErasures()
    try translatingErrors(in: path) { try noteAuditHead() }
  }

  static var configuration: Configuration {
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

  /// What is committed is on the disk before it is answered. The library underneath leaves that to the next time the log
  /// is written back, and a power cut before then would take back what was acknowledged.
  private static func flushEveryCommit(of file: DatabaseQueue) throws {
    try file.inDatabase {
      try $0.execute(sql: "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON")
    }
  }

  /// A connection that leaves the file and its log as they are. Closing the last connection empties the log into the
  /// file, unless that connection may only read; but one that may only read leaves a new log behind. So: the former
  /// where the log holds anything, the latter where it does not.
  ///
  /// Where nothing can be written beside the file nobody writes to it either, so that it is read as it lies there.
  static func reader(of file: String, isWritable: Bool) throws -> DatabaseQueue {
    var configuration = Workspace.configuration
    configuration.readonly = hasLog(file) || !isWritable
    return try DatabaseQueue(path: isWritable ? file : unchangingAddress(of: file), configuration: configuration)
  }

  private static func hasLog(_ file: String) -> Bool {
    var log = stat()
    return stat(file + "-wal", &log) == 0 && log.st_size > 0
  }

  /// SQLite's way to say that a file does not change: https://www.sqlite.org/uri.html, `immutable`.
  private static func unchangingAddress(of file: String) -> String {
    let path = file.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? file
    return "file:\(path)?immutable=1"
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
    try closeToOthers(folder, 0o700)
    for name in ["zicht.sqlite", "identities.sqlite"] {
      let file = open(folder + "/" + name, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw failure(errno, at: folder) }
      close(file)
      try closeToOthers(folder + "/" + name, 0o600)
    }
  }

  /// What others could read is closed to them, where it is ours to close.
  private static func closeToOthers(_ place: String, _ mode: mode_t) throws(StoreError) {
    var status = stat()
    guard stat(place, &status) == 0, status.st_mode & 0o077 != 0 else { return }
    guard chmod(place, mode) == 0 else { throw .openToOthers(path: place) }
  }

  private static func makeFolder(_ folder: String) throws(StoreError) {
    var status = stat()
    if stat(folder, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path: folder) }
      return
    }
    if let slash = folder.lastIndex(of: "/"), slash != folder.startIndex { try makeFolder(String(folder[..<slash])) }
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw failure(errno, at: folder) }
    try flush(parentOf: folder)
  }

  /// A new folder is there for good when the folder it is in is on the disk.
  private static func flush(parentOf folder: String) throws(StoreError) {
    let parent = open(folder + "/..", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard parent >= 0 else { throw failure(errno, at: folder) }
    defer { close(parent) }
    guard fsync(parent) == 0 else { throw failure(errno, at: folder) }
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
