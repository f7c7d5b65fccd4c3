import Foundation
import Invented
import Testing

/// One person with marks that nobody else has, delivered in every way in which a partner can get it wrong, looked for in
/// everything that the built program says and leaves behind.
@Suite struct `A marked person` {
  private static let header = "nummer;jaar;vorm;leeftijd;land;toestemming;achternaam;opmerking"
  private static let marks = ["Zoekwoord", "P-7781"]

  private let place: TemporaryFolder
  private let monitor: URL

  init() throws {
    place = try TemporaryFolder()
    monitor = place.file("monitor")
    try FileManager.default.createDirectory(at: monitor, withIntermediateDirectories: true)
    for (name, text) in SmallMonitor.files {
      let text = text.replacing("article: AVG art. 6", with: "article: AVG art. 6\n    retention: 5")
      try Data((text + "\n").utf8).write(to: monitor.appending(path: name))
    }
  }

  private func zicht(_ words: [String], input: String? = nil) throws -> BuiltProgram.Answer {
    try BuiltProgram.run(
      words + ["--monitor", monitor.path], environment: ["XDG_CONFIG_HOME": place.file("settings").path], input: input)
  }

  /// Runs a command that may not say who the person is.
  @discardableResult
  private func say(_ words: [String], input: String? = nil, _ codes: Set<Int32> = [0]) throws -> String {
    let answer = try zicht(words, input: input)
    #expect(codes.contains(answer.exitCode), "\(words): \(answer.exitCode) \(answer.complaints)")
    for mark in Self.marks {
      #expect(!answer.output.contains(mark) && !answer.complaints.contains(mark), "\(words)\n\(answer)")
    }
    return answer.output
  }

  /// The files below the monitor and the keys in which one of the marks can be read, in their bytes or their names.
  private func places() throws -> [String] {
    try [monitor, place.file("settings")].flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { name in
        let bytes = FileManager.default.contents(atPath: folder.appending(path: name).path) ?? Data()
        return Self.marks.contains { name.contains($0) || bytes.range(of: Data($0.utf8)) != nil }
      }
    }.sorted()
  }

  /// What a partner sends: each with the marks somewhere else.
  private func deliveries() -> [(name: String, lines: [String])] {
    let usual = "P-7781;2018;arbeid;30;NL;given;Zoekwoord;Zoekwoord"
    let cells = usual.components(separatedBy: ";")
    let misplaced = cells.indices.map { column in
      cells.enumerated().map { $0.offset == column ? "Zoekwoord" : $0.element }.joined(separator: ";")
    }
    return misplaced.map { ("levering.csv", [Self.header, $0]) } + [
      ("zorg-2018 Zoekwoord.csv", [Self.header, usual]),
      ("levering.csv", [Self.header + ";over Zoekwoord", usual + ";Zoekwoord"]),
      ("levering.csv", ["Over Zoekwoord;;;;;;;", Self.header, usual]),
      ("levering.csv", [Self.header.replacing("land", with: "land van P-7781"), usual]),
      ("levering.csv", [Self.header, usual + ";;;Zoekwoord", usual]),
    ]
  }

  @Test func `is said by no command, and is nowhere after being erased`() throws {
    for (number, delivery) in deliveries().enumerated() {
      let file = place.file(delivery.name)
      let others = (0..<30).map { "P-1\($0);2018;arbeid;\(20 + $0);NL;given;Anders;nummer \(number)" }
      try Data((delivery.lines + others).map { $0 + "\r\n" }.joined().utf8).write(to: file)
      let words = ["--source", "zorg", "--language", number.isMultiple(of: 2) ? "nl" : "en"]
      // The name of the file is what the user gave.
      if !delivery.name.contains("Zoekwoord") {
        try say(["check-delivery", file.path, "--json"] + words, [0, 65])
        try say(["receive", file.path, "--dry-run"] + words, [0, 65])
        try say(["receive", file.path, "--smaller-because", "proef"] + words, [0, 65])
      } else {
        #expect(try zicht(["receive", file.path, "--smaller-because", "proef"] + words).exitCode == 0)
      }
      #expect(try places() == [], "\(delivery)")
    }
    try say(["build"])
    try say(["deliveries"])
    try say(["deliveries", "--json"])
    try say(["verify"])
    try say(["retain"], [65])
    try say(["explain", "fig-1", "home,2018"])
    try say(["person", "find", "--reason", "verzoek 1"], input: "P-7781\n")
    #expect(try places() == [])
    let shown = try zicht(["person", "show", "--reason", "verzoek 1"], input: "P-7781\n")
    #expect(shown.output.contains("Zoekwoord"), "\(shown)")
    let edition = try `National edition`.files(of: monitor.appending(path: "edition"))

    try say(["person", "erase", "--second", "Ander", "--reason", "verzoek 1"], input: "P-7781\n")
    #expect(try places() == [])
    try say(["person", "find", "--reason", "verzoek 1"], input: "P-7781\n", [65])
    try FileManager.default.removeItem(at: monitor.appending(path: "workspace"))
    try say(["build"])
    try say(["person", "find", "--reason", "verzoek 1"], input: "P-7781\n", [65])
    #expect(try `National edition`.files(of: monitor.appending(path: "edition")) == edition)
  }

  @Test func `goes with everybody else when the term is over`() throws {
    let file = place.file("levering.csv")
    try Data("\(Self.header)\r\nP-7781;2018;arbeid;30;NL;given;Zoekwoord;\r\n".utf8).write(to: file)
    try say(["receive", file.path, "--source", "zorg"])
    #expect(try say(["retain", "--on", "2023-12-31"]).contains("niets over zijn bewaartermijn"))
    #expect(try say(["retain", "--json"], [65]).contains("\"persons\" : 1"))
    try say(["retain", "--erase", "--reason", "jaarlijks"], [64])
    try say(["retain", "--erase", "--second", NSUserName(), "--reason", "jaarlijks"], [64])
    #expect(try say(["retain", "--erase", "--second", "Ander", "--reason", "jaarlijks"]).contains("Gewist: 1 persoon"))
    #expect(try say(["retain", "--json"]).contains("\"persons\" : 0"))
    try say(["person", "find", "--reason", "verzoek 1"], input: "P-7781\n", [65])
    try say(["verify"])
  }
}
