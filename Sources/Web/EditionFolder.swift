import Foundation

/// The files of a built edition on disk, and nothing beside them.
struct EditionFolder: Sendable {
  /// With all links resolved.
  private let root: String

  /// Nil when there is no folder with an edition at this path.
  init?(_ path: String) {
    root = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard FileManager.default.fileExists(atPath: root + "/manifest.json") else { return nil }
  }

  struct File: Equatable, Sendable {
    let bytes: [UInt8]
    let mediaType: String
  }

  enum Answer: Equatable, Sendable {
    case file(File)
    /// The path names a folder and wants a slash at its end.
    case folder
    case nothing
  }

  /// The file for the path of a request, still percent-encoded: `/en/` is `en/index.html`.
  ///
  /// Only plain names are followed: no `..`, no names that start with a dot, no links out of the folder, and only the
  /// kinds of file an edition has.
  func answer(to requestPath: String) -> Answer {
    guard requestPath.hasPrefix("/"), let path = requestPath.removingPercentEncoding, isPlain(path) else {
      return .nothing
    }
    var isFolder: ObjCBool = false
    var place = root + path
    guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) else { return .nothing }
    if isFolder.boolValue {
      guard path.hasSuffix("/") else { return .folder }
      place += "index.html"
    }
    let resolved = URL(fileURLWithPath: place).resolvingSymlinksInPath().path
    guard resolved.hasPrefix(root + "/"), let mediaType = mediaType(of: resolved),
      let data = FileManager.default.contents(atPath: resolved)
    else { return .nothing }
    return .file(File(bytes: Array(data), mediaType: mediaType))
  }

  private func isPlain(_ path: String) -> Bool {
    guard !path.unicodeScalars.contains(where: { $0 == "\\" || $0.value < 0x20 || $0.value == 0x7F }) else {
      return false
    }
    return path.split(separator: "/").allSatisfy { !$0.hasPrefix(".") }
  }

  private func mediaType(of path: String) -> String? {
    let types = [
      ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml",
      ".csv": "text/csv; charset=utf-8; header=present", ".json": "application/json",
    ]
    return types.first { path.hasSuffix($0.key) }?.value
  }
}
