import Cryptography
import Dispatch
package import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The digests of files that have not changed since they were last read, so that a build with nothing new reads none.
///
/// A file counts as unchanged while its size, its inode and the moment of its last change are the same. One that was
/// changed in the two seconds before it was read is read again: a clock that ticks coarsely could hide a second change.
/// Kept in the workspace, which is confidential, and never needed: without it every file is read.
final class KnownFiles {
  private struct File: Codable, Equatable {
    var size, inode, changed: Int64
    var sha256: String
  }

  private let place: URL?
  private var files: [String: File] = [:]
  private var isChanged = false

  private static let name = "files.json"
  private static let coarsestTick: Int64 = 2_000_000_000

  /// - Parameter workspace: The folder of a workspace; where there is none, nothing is remembered.
  init(in workspace: URL?) {
    place = workspace.flatMap {
      FileManager.default.fileExists(atPath: $0.path) ? $0.appending(path: Self.name) : nil
    }
    guard let place, let data = FileManager.default.contents(atPath: place.path) else { return }
    files = (try? JSONDecoder().decode([String: File].self, from: data)) ?? [:]
  }

  /// SHA-256 of a file; nil when it cannot be read.
  func sha256(of file: URL) -> String? { sha256(of: [file])[0] }

  /// SHA-256 of each of these files; nil where one cannot be read. Those that have to be read are read beside each other.
  func sha256(of places: [URL]) -> [String?] {
    let statuses = places.map(FileStatus.init)
    var digests = zip(places, statuses).map { place, status in status.flatMap { known(place, $0) } }
    let unread = digests.indices.filter { digests[$0] == nil && statuses[$0] != nil }
    var read = [String?](repeating: nil, count: unread.count)
    read.withUnsafeMutableBufferPointer { read in
      nonisolated(unsafe) let answers = read
      DispatchQueue.concurrentPerform(iterations: unread.count) { answers[$0] = Self.read(places[unread[$0]]) }
    }
    for (index, digest) in zip(unread, read) {
      digests[index] = digest
      if let digest, let status = statuses[index] { learn(digest, of: places[index], status) }
    }
    return digests
  }

  private func known(_ place: URL, _ status: FileStatus) -> String? {
    guard let known = files[place.standardizedFileURL.path], known.size == status.size, known.inode == status.inode,
      known.changed == status.changed
    else { return nil }
    return known.sha256
  }

  /// Not of a file that was changed so shortly ago that a second change would not show.
  private func learn(_ digest: String, of place: URL, _ status: FileStatus) {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    guard Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec) - status.changed > Self.coarsestTick else { return }
    files[place.standardizedFileURL.path] = File(
      size: status.size, inode: status.inode, changed: status.changed, sha256: digest)
    isChanged = true
  }

  /// What tells whether a file is still the one it was; nil for what is no file.
  private struct FileStatus {
    var size, inode, changed: Int64

    init?(_ place: URL) {
      var status = stat()
      guard stat(place.path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      size = Int64(status.st_size)
      inode = Int64(status.st_ino)
      changed = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    }
  }

  /// Writes down what was learnt. What cannot be written is read again next time.
  func remember() {
    guard isChanged, let place else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let data = try? encoder.encode(files) else { return }
    try? data.write(to: place, options: .atomic)
    chmod(place.path, 0o600)
    isChanged = false
  }

  /// SHA-256 of a file, without remembering it. In pieces, so that a large file does not have to fit in memory.
  static func read(_ file: URL) -> String? {
    guard let handle = try? FileHandle(forReadingFrom: file) else { return nil }
    defer { try? handle.close() }
    var hash = SHA256()
    do {
      while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
        piece.withUnsafeBytes { hash.update($0) }
      }
    } catch {
      return nil
    }
    return hash.digest.hex
  }
}
