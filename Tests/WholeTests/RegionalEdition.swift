import Foundation
import Testing

/// The regional editions, each built once for all tests that look at it.
enum RegionalEdition {
  static let years = ["2021", "2022", "2024"]

  static func folder(_ year: String) -> URL {
    BuiltProgram.root.appending(path: "monitors/regio-rotterdam-\(year)")
  }

  static let built: [String: Result<(folder: TemporaryFolder, edition: URL), any Error>] = Dictionary(
    uniqueKeysWithValues: years.map { year in
      (
        year,
        Result {
          let folder = try TemporaryFolder()
          let edition = folder.file("edition")
          let answer = try BuiltProgram.run([
            "build", Self.folder(year).path, "--workspace", folder.file("workspace").path, "--output", edition.path,
          ])
          try #require(answer.exitCode == 0, "zicht build ended with \(answer.exitCode): \(answer.complaints)")
          return (folder, edition)
        }
      )
    })

  static func edition(_ year: String) throws -> URL { try #require(built[year]).get().edition }

  static func table(_ dataset: String, _ year: String) throws -> LongTable {
    try LongTable(contentsOf: edition(year).appending(path: "tables/\(dataset).csv"))
  }

  /// The published tables of an edition, by name.
  static func published(_ year: String) throws -> [(name: String, table: LongTable)] {
    let folder = folder(year).appending(path: "published")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "csv" }.sorted { $0.path < $1.path }.map {
      ($0.deletingPathExtension().lastPathComponent, try LongTable(contentsOf: $0))
    }
  }

  /// All pages of an edition, by path.
  static func pages(_ year: String) throws -> [(path: String, text: String)] {
    let files = try `National edition`.files(of: edition(year)).filter { $0.key.hasSuffix(".html") }
    return files.sorted { $0.key < $1.key }.map { ($0.key, String(decoding: $0.value, as: UTF8.self)) }
  }
}
