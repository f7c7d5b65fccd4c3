import Foundation
import Testing

/// The regional tutorial, followed to the letter: every command, change and file on the page, in order.
@Suite struct `The regional tutorial` {
  static let page = BuiltProgram.root.appending(path: "docs/tutorial-region.md")

  enum Step: Equatable {
    case command([String])
    case change(file: String, from: String, to: String)
    case file(name: String, text: String)
    /// What the command before it says, among other things.
    case answer([String])
  }

  static func steps() throws -> [Step] {
    var lines = try String(contentsOf: page, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    var steps: [Step] = []
    while let line = lines.popFirst() {
      if line.hasPrefix("    zicht ") {
        steps.append(.command(line.split(separator: " ").dropFirst().map(String.init)))
      } else if let match = line.wholeMatch(of: /- In `(.+?)` change `(.+?)` into `(.+?)`\./) {
        steps.append(.change(file: String(match.1), from: String(match.2), to: String(match.3)))
      } else if line.hasPrefix("File: ") {
        lines.removeFirst()
        steps.append(.file(name: String(line.dropFirst(6)), text: fenced(&lines).map { $0 + "\n" }.joined()))
      } else if line == "```answer" {
        steps.append(.answer(fenced(&lines)))
      }
    }
    return steps
  }

  private static func fenced(_ lines: inout ArraySlice<String>) -> [String] {
    let body = Array(lines.prefix { !$0.hasPrefix("```") })
    lines = lines.dropFirst(body.count + 1)
    return body
  }

  @Test func `has every kind of step`() throws {
    let steps = try Self.steps()
    let commands = steps.compactMap { if case .command(let words) = $0 { words[0] } else { nil } }
    #expect(
      commands == [
        "new", "build", "serve", "check", "template", "check-delivery", "check-delivery", "receive", "build", "serve",
        "explain",
      ])
    #expect(steps.filter { if case .change = $0 { true } else { false } }.count == 4)
    #expect(steps.filter { if case .answer = $0 { true } else { false } }.count == 7)
  }

  @Test func `comes to the answers it prints`() throws {
    let folder = try TemporaryFolder()
    var said = ""
    for step in try Self.steps() {
      switch step {
      case .command(let words) where words[0] == "serve": said = try Self.served(words, in: folder.url)
      case .command(let words):
        let answer = try BuiltProgram.run(words, in: folder.url)
        said = answer.output + answer.complaints
        #expect([0, 65].contains(answer.exitCode), "\(words): \(said)")
      case .change(let file, let old, let new):
        let place = folder.file(file)
        let text = try String(contentsOf: place, encoding: .utf8)
        try #require(text.contains(old), "\(old) is not in \(file)")
        try Data(text.replacing(old, with: new).utf8).write(to: place)
      case .file(let name, let text): try Data(text.utf8).write(to: folder.file(name))
      case .answer(let lines): for line in lines { #expect(said.contains(line), "\(line) is not in: \(said)") }
      }
    }
    let text = try String(
      contentsOf: folder.file("lindemeer/edition/teksten/01-in-het-kort.html"), encoding: .utf8)
    #expect(text.contains("60 cliënten"))
    #expect(text.contains("een kwart van hen"))
  }

  /// Serves until the address is printed, as someone would who looks and stops it.
  private static func served(_ words: [String], in folder: URL) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = BuiltProgram.executable
    process.arguments = words + ["--port", "0"]
    process.environment = BuiltProgram.environment
    process.currentDirectoryURL = folder
    process.standardOutput = output
    process.standardError = output
    try process.run()
    defer {
      process.terminate()
      process.waitUntilExit()
    }
    let said = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    #expect(said.contains("http://"), "\(said)")
    return said
  }
}

/// `zicht new region` as a command.
@Suite struct `A new region` {
  @Test func `builds at once, whatever the numbers`() throws {
    for seed in 1...8 {
      let folder = try TemporaryFolder()
      let made = try BuiltProgram.run(["new", "region", "r", "--year", "2030", "--seed", "\(seed)"], in: folder.url)
      #expect(made.exitCode == 0, "\(made.complaints)")
      let built = try BuiltProgram.run(["build", "r"], in: folder.url)
      #expect(built.exitCode == 0, "seed \(seed): \(built.complaints)")
      #expect(built.complaints == "")
    }
  }

  @Test func `is the same for the same seed and year, and takes the name it is given`() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] {
      let answer = try BuiltProgram.run(
        ["new", "region", "\(name)/west", "--year", "2024", "--region", "Het Groene Veld"], in: folder.url)
      #expect(answer.exitCode == 0, "\(answer.complaints)")
    }
    for file in ["monitor.yaml", "sources.yaml", "deliveries/politie-2024.csv", "text/01-in-het-kort.nl.md"] {
      #expect(try Data(contentsOf: folder.file("a/west/\(file)")) == Data(contentsOf: folder.file("b/west/\(file)")))
    }
    let sources = try String(contentsOf: folder.file("a/west/sources.yaml"), encoding: .utf8)
    #expect(sources.contains("Politie Het Groene Veld"))
    #expect(!sources.contains("@"))
  }

  @Test func `refuses a folder with something in it, and changes nothing`() throws {
    let folder = try TemporaryFolder()
    try Data("mine".utf8).write(to: folder.file("notes.txt"))
    let answer = try BuiltProgram.run(["new", "region", "."], in: folder.url)
    #expect(answer.exitCode == 65)
    #expect(answer.complaints == "De map . is niet leeg; er is niets gewijzigd. Kies een map die nog niet bestaat.\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["notes.txt"])
  }

  @Test(arguments: [["--year", "24"], ["--region", "x: y"], ["--region", "1"]])
  func `refuses what cannot be a year or a name`(_ words: [String]) throws {
    let folder = try TemporaryFolder()
    let answer = try BuiltProgram.run(["new", "region", "r"] + words, in: folder.url)
    #expect(answer.exitCode == 64)
    #expect(!FileManager.default.fileExists(atPath: folder.file("r").path))
  }
}
