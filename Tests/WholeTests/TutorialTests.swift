import Foundation
import Testing

/// The tutorial, followed to the letter: its files are taken from the page, checked, received and built.
@Suite struct `The tutorial` {
  static let page = BuiltProgram.root.appending(path: "docs/tutorial.md")

  /// The fenced files of the page: a line `File: NAME` stands before each fence.
  static func files() throws -> [(name: String, text: String)] {
    let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    var files: [(name: String, text: String)] = []
    for (index, line) in lines.enumerated() where line.hasPrefix("File: ") {
      let body = lines[(index + 2)...].prefix { !$0.hasPrefix("```") }
      files.append((String(line.dropFirst("File: ".count)), body.map { $0 + "\n" }.joined()))
    }
    return files
  }

  static func write(_ files: [(name: String, text: String)], to folder: URL) throws {
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  @Test func `prints nine files`() throws {
    #expect(
      try Self.files().map(\.name) == [
        "monitor.yaml", "codebook.yaml", "sources.yaml", "rules.yaml", "figures.yaml", "deliveries/politie-2023.csv",
        "deliveries/politie-2024.csv", "deliveries/zorg-2023.csv", "deliveries/zorg-2024.csv",
      ])
  }

  @Test func `prints a folder without a mistake`() throws {
    let folder = try TemporaryFolder()
    try Self.write(Self.files(), to: folder.url)
    let answer = try BuiltProgram.run(["check", "."], in: folder.url)
    #expect(answer.exitCode == 0, "\(answer.output)\(answer.complaints)")
  }

  @Test func `promises a suggestion for a misspelt variable`() throws {
    let folder = try TemporaryFolder()
    let misspelt = try Self.files().map { name, text in
      (name, name == "figures.yaml" ? text.replacing("mainForm", with: "mainFrom") : text)
    }
    try Self.write(misspelt, to: folder.url)
    let answer = try BuiltProgram.run(["check", "."], in: folder.url)
    #expect(answer.exitCode == 65)
    #expect((answer.output + answer.complaints).contains("mainForm"), "\(answer.output)\(answer.complaints)")
  }

  @Test func `comes to the numbers it prints`() throws {
    let folder = try TemporaryFolder()
    try Self.write(Self.files(), to: folder.url)
    for (source, year) in [("politie", 2023), ("politie", 2024), ("zorg", 2023), ("zorg", 2024)] {
      let file = "deliveries/\(source)-\(year).csv"
      let answer = try BuiltProgram.run(["receive", file, "--source", source, "--monitor", "."], in: folder.url)
      #expect(answer.exitCode == 0, "\(file): \(answer.complaints)")
    }
    let answer = try BuiltProgram.run(["build", "."], in: folder.url)
    try #require(answer.exitCode == 0, "\(answer.complaints)")
    let table = try LongTable(contentsOf: folder.url.appending(path: "edition/tables/fig-1.csv"))
    let built = table.rows.map { ($0.dimensions.map(\.value) + [$0.value]).joined(separator: " | ") }
    for line in [
      "Onbekend | 2023 | 0", "Onbekend | 2024 | 1", "Onbekend | 2023-2024 | 1",
      "Criminele uitbuiting | 2023 | 0", "Criminele uitbuiting | 2024 | 2", "Criminele uitbuiting | 2023-2024 | 2",
      "Arbeidsuitbuiting | 2023 | 2", "Arbeidsuitbuiting | 2024 | 1", "Arbeidsuitbuiting | 2023-2024 | 3",
      "Seksuele uitbuiting | 2023 | 2", "Seksuele uitbuiting | 2024 | 0", "Seksuele uitbuiting | 2023-2024 | 2",
      "Totaal | 2023 | 4", "Totaal | 2024 | 4", "Totaal | 2023-2024 | 8",
    ] {
      #expect(built.contains(line), "\(line) is not in \(built)")
    }
    let means = table.rows.filter { $0.measure == "gemiddelde leeftijd" }.map(\.value)
    #expect(means == ["30.7", "19.5", "24.3"])
  }
}
