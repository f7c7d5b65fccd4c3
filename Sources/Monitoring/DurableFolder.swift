import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder of which the names have to be on the disk, and not only in the memory of the system.
struct DurableFolder {
  private let url: URL

  init(_ url: URL) { self.url = url }

  /// - Throws: The error of the system: a flush that failed is no flush.
  func flush() throws {
    let descriptor = open(url.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
  }

  /// Makes the folder where it is missing, for its owner alone, with those it lies in, each of them flushed.
  func make() throws {
    guard !FileManager.default.fileExists(atPath: url.path) else { return }
    let parent = DurableFolder(url.deletingLastPathComponent())
    try parent.make()
    try FileManager.default.createDirectory(
      at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try parent.flush()
  }
}
