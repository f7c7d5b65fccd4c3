import Cryptography
package import Foundation

/// What can be done with a linkage key: made, told apart, split over three people, joined from two of them, and
/// succeeded by that of another epoch.
package enum LinkageKeyCare {
  /// What may be told of a key.
  package struct Description: Equatable, Sendable, Encodable {
    package var project: String
    package var epoch: Int
    package var fingerprint: String
    /// What others need to check a key server with this key.
    package var publicKey: String
  }

  /// Writes a new key into a new file.
  package static func make(project: String, epoch: Int, output: URL) throws -> Description {
    let key = try LinkageKey.random(project: project, epoch: epoch)
    try key.write(to: output.path)
    return try description(key)
  }

  package static func description(of file: URL) throws -> Description {
    try description(LinkageKey(contentsOf: file.path))
  }

  /// Writes three parts into new files of a folder.
  package static func split(_ file: URL, into folder: URL) throws -> [URL] {
    let key = try LinkageKey(contentsOf: file.path)
    let files = LinkageKeyShare.numbers.map { folder.appending(path: "zicht-linkage-share-\($0).txt") }
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    for file in files where FileManager.default.fileExists(atPath: file.path) {
      throw CryptographyError.keyFileExists(path: file.path)
    }
    for (share, file) in zip(key.split(), files) {
      try PrivateFile.write(Array((share.text + "\n").utf8), to: file.path)
    }
    return files
  }

  /// Makes a key again of two of its parts.
  package static func join(_ files: [URL], into output: URL) throws -> Description {
    let shares = try files.map { file in
      guard let data = try? Data(contentsOf: file) else { throw CryptographyError.keyFileUnreadable(path: file.path) }
      return try LinkageKeyShare(text: String(decoding: data.prefix(512), as: UTF8.self), place: file.path)
    }
    guard shares.count == 2 else { throw CryptographyError.sharesDiffer }
    let key = try LinkageKey(shares[0], shares[1])
    try key.write(to: output.path)
    return try description(key)
  }

  /// Writes the key of a later epoch of the same project into a new file.
  package static func rotate(_ file: URL, to epoch: Int, output: URL) throws -> Description {
    let key = try LinkageKey(contentsOf: file.path).successor(epoch: epoch)
    try key.write(to: output.path)
    return try description(key)
  }

  private static func description(_ key: LinkageKey) throws -> Description {
    Description(
      project: key.project, epoch: key.epoch, fingerprint: key.fingerprint,
      publicKey: hexadecimal(try key.obliviousKey(.verifiable).publicKey))
  }
}
