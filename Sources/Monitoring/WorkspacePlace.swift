import Cryptography
package import Foundation
package import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where the key of a workspace comes from. Never from the database.
package enum KeyPlace: Equatable, Sendable {
  /// 64 digits; `name` says where they stand, for complaints.
  case digits(String, name: String)
  /// A file only its owner reads.
  case file(String)
  /// `zicht.key` in the workspace, made with the workspace.
  case workspace
}

/// Where the workspace of a monitor lies and where its key comes from.
package struct WorkspacePlace: Equatable, Sendable {
  package var folder: URL
  package var key: KeyPlace

  package init(_ folder: URL, key: KeyPlace) {
    self.folder = folder
    self.key = key
  }

  /// Opens the workspace, or makes it with a new key.
  package func open() throws -> Workspace {
    let key = try existingKey() ?? newKey()
    return try Workspace(at: folder.path, key: key)
  }

  /// Opens the workspace for a build: where nothing can be written a workspace that is there is read, and a build with
  /// nothing new needs no more.
  package func openForBuilding() throws -> Workspace {
    let isWritable = access(folder.path, W_OK | X_OK) == 0 || errno == ENOENT
    return try isWritable ? open() : openForReading() ?? open()
  }

  /// Opens the workspace to look, when there is one. Looking makes nothing and changes nothing: no key, no file, no
  /// snapshot.
  package func openForReading() throws -> Workspace? {
    guard hasDatabase else { return nil }
    guard let key = try existingKey() else { throw missingKey }
    return try Workspace(reading: folder.path, key: key)
  }

  private var hasDatabase: Bool { isThere("zicht.sqlite") }

  private func isThere(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: name).path)
  }

  private var keyFile: String { folder.appending(path: "zicht.key").path }

  /// Nil when the key is to lie in the workspace and does not.
  private func existingKey() throws -> WorkspaceKey? {
    switch key {
    case .digits(let digits, let name): try WorkspaceKey(hex: digits, place: name)
    case .file(let path): try WorkspaceKey(contentsOf: path)
    case .workspace: isThere("zicht.key") ? try WorkspaceKey(contentsOf: keyFile) : nil
    }
  }

  private var missingKey: MonitoringError {
    .data(
      nl: "De sleutel \(keyFile) ontbreekt; zonder die sleutel gaat de werkmap niet open. Wijs de sleutel aan met "
        + "--key-file.",
      en: "The key \(keyFile) is missing; without it the workspace does not open. Point to the key with --key-file.")
  }

  private func newKey() throws -> WorkspaceKey {
    guard !hasDatabase else { throw missingKey }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw MonitoringError.data(
        nl: "De werkmap \(folder.path) kan niet worden gemaakt. Kies een andere map met --workspace.",
        en: "The workspace \(folder.path) cannot be made. Choose another folder with --workspace.")
    }
    let key = try WorkspaceKey.random()
    try key.write(to: keyFile)
    return key
  }
}
