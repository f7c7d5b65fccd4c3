import Foundation
import Testing

/// The edition of the chat study, built once for all tests that look at it.
enum ChatEdition {
  static let folder = BuiltProgram.root.appending(path: "monitors/chat-2020")

  static let built: Result<(folder: TemporaryFolder, edition: URL), any Error> = Result {
    let scratch = try TemporaryFolder()
    let edition = scratch.file("edition")
    let answer = try BuiltProgram.run([
      "build", folder.path, "--workspace", scratch.file("workspace").path, "--output", edition.path,
    ])
    try #require(answer.exitCode == 0, "zicht build ended with \(answer.exitCode): \(answer.complaints)")
    return (scratch, edition)
  }

  static func table(_ dataset: String) throws -> LongTable {
    try LongTable(contentsOf: built.get().edition.appending(path: "tables/\(dataset).csv"))
  }

  static func page(_ path: String) throws -> String {
    try String(contentsOf: built.get().edition.appending(path: path), encoding: .utf8)
  }

  /// The published tables, by name.
  static func published() throws -> [(name: String, table: LongTable)] {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: "published"), includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "csv" }.sorted { $0.path < $1.path }.map {
      ($0.deletingPathExtension().lastPathComponent, try LongTable(contentsOf: $0))
    }
  }
}
