import Cryptography
import Foundation
import Invented
import Model
import Monitoring
import Store

/// A monitor folder with its workspace, that exists for the length of one test.
final class MonitorOnDisk {
  private let folder: Invented.TemporaryFolder
  let url: URL

  init(_ files: [String: String]) throws {
    folder = try Invented.TemporaryFolder()
    url = URL(filePath: folder.path).appending(path: "monitor")
    for (name, text) in files { try put(name, Array((text + "\n").utf8)) }
  }

  /// Writes a file in the monitor folder.
  @discardableResult
  func put(_ name: String, _ bytes: [UInt8]) throws -> URL {
    let place = url.appending(path: name)
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: place)
    return place
  }

  @discardableResult
  func put(_ name: String, _ lines: [String]) throws -> URL {
    try put(name, Array((lines.joined(separator: "\r\n") + "\r\n").utf8))
  }

  /// Writes a file beside the monitor folder, as it came from a partner.
  func send(_ name: String, _ bytes: [UInt8]) throws -> URL { URL(filePath: try folder.file(name, bytes)) }

  func send(_ name: String, _ lines: [String]) throws -> URL {
    try send(name, Array((lines.joined(separator: "\r\n") + "\r\n").utf8))
  }

  func beside(_ name: String) -> URL { URL(filePath: folder.path).appending(path: name) }

  var opened: OpenedMonitor { get throws { try OpenedMonitor(url.path) } }

  /// Beside the monitor folder.
  var keys: KeyFolder { KeyFolder(beside("keys")) }

  var workspace: WorkspacePlace { place(url.appending(path: "workspace"), .keys(keys)) }

  func place(_ folder: URL, _ key: KeyPlace) -> WorkspacePlace {
    WorkspacePlace(folder, key: key, deliveries: url.appending(path: "deliveries"))
  }

  static let noon = Occasion(moment: "2025-03-01T12:00:00Z", actor: "test", reason: "test")

  func receiving(progress: @escaping ProgressSink = { _ in }) throws -> Receiving {
    Receiving(try opened, into: try workspace.open(), on: Self.noon, progress: progress)
  }

  /// Every file below the monitor folder with what is in it.
  var contents: [String: Data] {
    get throws {
      var contents: [String: Data] = [:]
      for name in try FileManager.default.subpathsOfDirectory(atPath: url.path) {
        let place = url.appending(path: name)
        var isFolder: ObjCBool = false
        FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder)
        contents[name] = isFolder.boolValue ? Data() : try Data(contentsOf: place)
      }
      return contents
    }
  }
}

extension Result where Failure == any Error {
  /// The error of an operation that ought to fail.
  var error: (any Error)? { if case .failure(let error) = self { error } else { nil } }
}

extension MonitoringError {
  /// The sentence, or the sentences of the findings, in a language.
  func sentences(_ language: Language) -> [String] {
    switch self {
    case .data(let message): [message[language]]
    case .findings(let findings): findings.map { $0.sentence(in: language) }
    }
  }
}
