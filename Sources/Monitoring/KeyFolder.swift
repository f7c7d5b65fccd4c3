package import Cryptography
package import Foundation

/// Where a user's keys lie, apart from what they open: one file a workspace, named by the fingerprint of its key.
package struct KeyFolder: Equatable, Sendable {
  package var folder: URL

  package init(_ folder: URL) { self.folder = folder }

  /// `zicht/keys` in the folder for settings: `$XDG_CONFIG_HOME`, else `~/.config`.
  package init(environment: [String: String], home: URL) {
    // The specification has relative paths ignored.
    let settings = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? URL(filePath: $0) : nil }
    folder = (settings ?? home.appending(path: ".config")).appending(path: "zicht/keys")
  }

  package func file(_ fingerprint: String) -> URL { folder.appending(path: "\(fingerprint).key") }

  /// Puts a key in a file of its own.
  @discardableResult
  package func add(_ key: WorkspaceKey) throws -> URL {
    try make()
    let file = file(try key.fingerprint)
    if !FileManager.default.fileExists(atPath: file.path) { try key.write(to: file.path) }
    return file
  }

  /// Makes the folder, for its owner only, and takes the rights of others away where it was made otherwise.
  func make() throws {
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
    } catch {
      throw MonitoringError.data(
        nl: "De map \(folder.path) voor sleutels kan niet worden gemaakt. Wijs met --key-file een sleutelbestand aan.",
        en: "The folder \(folder.path) for keys cannot be made. Point to a key file with --key-file.")
    }
  }

  /// Does what makes a new key, while no other program makes one.
  func whileAlone<Result>(_ body: () throws -> Result) throws -> Result {
    try make()
    let lock = try WriterLock(on: folder)
    defer { withExtendedLifetime(lock) {} }
    // A key that a program began to write and that nothing was made with.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names where name.hasPrefix(".") && name.hasSuffix(".key.part") {
      try? FileManager.default.removeItem(at: folder.appending(path: name))
    }
    return try body()
  }
}
