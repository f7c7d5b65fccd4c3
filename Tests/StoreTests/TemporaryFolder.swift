import Foundation

/// A folder that is gone with the value.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "zicht-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(of name: String) -> String { path + "/" + name }

  func bytes(of name: String) throws -> Data { try Data(contentsOf: URL(filePath: path(of: name))) }

  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

  /// The folder as a program that is killed now would leave it: what is in the files at this moment, without the
  /// shared memory that dies with its last user.
  func asLeftByAKill() throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    for name in names where !name.hasSuffix("-shm") {
      try bytes(of: name).write(to: URL(filePath: copy.path(of: name)))
    }
    return copy
  }
}
