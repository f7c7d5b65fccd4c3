import Foundation
import Testing

/// From a partner to a monitor, by way of a linkage unit: the page, followed to the letter, and a register in which a marked
/// person is encoded.
@Suite struct `From a partner to a monitor` {
  private let place: TemporaryFolder

  init() throws { place = try TemporaryFolder() }

  private static let page = BuiltProgram.root.appending(path: "docs/without-names.md")

  @Test func `the page comes to the answers it prints`() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let section = try #require(text.components(separatedBy: "## From a partner to a monitor\n").last)
    var lines = (section.components(separatedBy: "\n## ").first ?? "").components(separatedBy: "\n")[...]
    var (said, commands, answers) = ("", 0, 0)
    func fenced() -> [String] {
      let body = Array(lines.prefix { !$0.hasPrefix("```") })
      lines = lines.dropFirst(body.count + 1)
      return body
    }
    while let line = lines.popFirst() {
      if line.hasPrefix("    zicht ") {
        let answer = try BuiltProgram.run(line.split(separator: " ").dropFirst().map(String.init), in: place.url)
        said = answer.output + answer.complaints
        commands += 1
        #expect([0, 65].contains(answer.exitCode), "\(line): \(said)")
      } else if line.hasPrefix("File: ") {
        lines.removeFirst()
        try Data(fenced().map { $0 + "\n" }.joined().utf8).write(to: place.file(String(line.dropFirst(6))))
      } else if line == "```answer" {
        for line in fenced() { #expect(said.contains(line), "\(line) is not in: \(said)") }
        answers += 1
      }
    }
    #expect(commands == 8 && answers == 3)
  }

  private static let marks = ["Zoekwoord", "Merkteken", "0699900011"]

  /// Runs a command that may not say who the person is, nor leave it where others can read it.
  @discardableResult
  private func say(_ words: [String], _ codes: Set<Int32> = [0]) throws -> String {
    let answer = try BuiltProgram.run(words + ["--language", "nl"], in: place.url)
    #expect(codes.contains(answer.exitCode), "\(words): \(answer.complaints)")
    for mark in Self.marks {
      #expect(!answer.output.contains(mark) && !answer.complaints.contains(mark), "\(words)")
    }
    return answer.output + answer.complaints
  }

  private func lines(_ name: String) throws -> [[String]] {
    try String(contentsOf: place.file(name), encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init) }
  }

  private func write(_ name: String, _ header: String, _ lines: [[String]]) throws {
    let text = ([header] + lines.map { $0.joined(separator: ";") }).map { $0 + "\r\n" }.joined()
    try Data(text.utf8).write(to: place.file(name))
  }

  /// Encodes what a partner knows, and gives its records the random numbers of that.
  private func encode(_ source: String, _ people: [[String]]) throws -> [String] {
    try write("\(source)-lijst.csv", "voornaam;achternaam;geboortedatum;telefoon;woonplaats", people)
    try say(
      ["encode", "\(source)-lijst.csv", "--key", "a.key", "--source", source, "--output", "\(source).zce"])
    return try lines("\(source).zce.eigen.csv").map { $0[2] }
  }

  private func receive(_ source: String, _ year: String, _ header: String, _ lines: [[String]]) throws {
    try write("levering.csv", header, lines)
    try say(
      [
        "receive", "levering.csv", "--source", source, "--period", year, "--smaller-because", "proef", "--monitor",
        "register",
      ])
  }

  private static let headers = [
    "politie":
      "persoonsnummer;jaar;vorm;geslacht;herkomst;voornaam;achternaam;geboortedatum;telefoon;woonplaats;rijnummer",
    "opvang": "rijnummer;jaar;vorm;geslacht;herkomst",
  ]

  /// The police deliver names with the numbers of their rows, the shelter numbers alone; both have the marked person.
  private func deliver() throws {
    try say(["new", "register", "register", "--year", "2025", "--seed", "9", "--persons", "200"])
    try say(["linkage-key", "new", "--project", "proef", "--epoch", "2025", "--output", "a.key"])
    let marked = ["Zoekwoord", "Merkteken", "1980-05-06", "0699900011", "Stad 3"]
    var police = try ["2024", "2025"].map {
      try lines("register/deliveries/politie-\($0).csv").map { Array($0.dropLast()) }
    }
    police[1].append(["P-999001", "2025", "arbeid", "v", "A"] + marked)
    let numbers = try encode("politie", (police[0] + police[1]).map { Array($0[5...9]) })
    let inShelter = (police[1].prefix(20) + [police[1][police[1].count - 1]]).map { Array($0[5...9]) }
    let others = try encode("opvang", inShelter)
    try say(["match", "politie.zce", "opvang.zce", "--output", "paren.csv"])
    try say(
      [
        "receive", "--encoded-pairs", "paren.csv", "--ties", "politie.zce.banden.csv", "opvang.zce.banden.csv",
        "--monitor",
        "register", "--json",
      ])
    let all = zip(police[0] + police[1], numbers).map { $0 + [$1] }
    let header = Self.headers["politie", default: ""]
    try receive("politie", "2024", header, Array(all.prefix(police[0].count)))
    try receive("politie", "2025", header, Array(all.suffix(police[1].count)))
    try receive("opvang", "2025", Self.headers["opvang", default: ""], others.map { [$0, "2025", "arbeid", "v", "A"] })
  }

  @Test func `a marked person goes through encoding, matching, receiving and building, and is read nowhere`() throws {
    try deliver()
    // The shelter's earlier delivery is of other encodings; it is taken back.
    #expect(try say(["build", "register"], [65]).contains("Van opvang 2024 (versie 1) is geen enkel rijnummer"))
    try say(["withdraw", "opvang", "2024", "--monitor", "register", "--reason", "andere codering"])
    #expect(try say(["build", "register"]).contains("Herkend: "))
    try say(["verify", "register"])
    try say(["build", "register", "--json"])
    for name in try FileManager.default.subpathsOfDirectory(atPath: place.file("register").path) {
      let data = FileManager.default.contents(atPath: place.file("register/\(name)").path) ?? Data()
      for mark in Self.marks {
        #expect(!name.contains(mark) && data.range(of: Data(mark.utf8)) == nil, "\(name)")
      }
    }
    for name in ["politie.zce", "opvang.zce", "politie.zce.banden.csv", "opvang.zce.banden.csv", "paren.csv"] {
      let data = try Data(contentsOf: place.file(name))
      for mark in Self.marks { #expect(data.range(of: Data(mark.utf8)) == nil, "\(name)") }
    }
    let page = try String(contentsOf: place.file("register/edition/verantwoording.html"), encoding: .utf8)
    #expect(page.contains("Waaraan melders te kennen geven") && page.contains("kent het register geen naam"))
  }

  @Test func `what a linkage unit sent and does not fit is refused in one sentence, and nothing changes`() throws {
    try deliver()
    let log = try Data(contentsOf: place.file("register/deliveries/log.jsonl"))
    func refused(_ pairs: String, _ ties: [String]) throws -> String {
      let said = try say(["receive", "--encoded-pairs", pairs, "--ties"] + ties + ["--monitor", "register"], [65])
      #expect(said.split(separator: "\n").count == 1, "\(said)")
      return said
    }
    let ties = ["politie.zce.banden.csv", "opvang.zce.banden.csv"]
    #expect(try refused("paren.csv", [ties[0]]).contains("Geen van de banden is van de coderingen van opvang"))
    let text = try String(contentsOf: place.file("paren.csv"), encoding: .utf8).split(separator: "\r\n")
    try Data(text.dropLast().map { $0 + "\r\n" }.joined().utf8).write(to: place.file("kort.csv"))
    #expect(try refused("kort.csv", ties).contains("kort.csv is afgebroken of veranderd"))
    try say(["linkage-key", "rotate", "a.key", "--epoch", "2026", "--output", "b.key"])
    for source in ["politie", "opvang"] {
      try say(["encode", "\(source)-lijst.csv", "--key", "b.key", "--source", source, "--output", "\(source)-2026.zce"])
    }
    #expect(
      try refused("paren.csv", ["politie-2026.zce.banden.csv", ties[1]]).contains(
        "hoort bij coderingen van proef "
          + "2026 ("))
    #expect(try say(["match", "politie.zce", "opvang-2026.zce", "--output", "x.csv"], [65]).contains("tijdvak"))
    #expect(try Data(contentsOf: place.file("register/deliveries/log.jsonl")) == log)
    #expect(try say(["receive", "--encoded-pairs", "paren.csv", "--monitor", "register"], [64]).contains("--ties"))
  }

  /// Files of which one has names, one only numbers of rows, and one both.
  @Test func `zicht link takes files with names and files with numbers of rows together`() throws {
    try deliver()
    let police = try String(contentsOf: place.file("politie-lijst.csv"), encoding: .utf8).split(separator: "\r\n")
    let numbers = try lines("politie.zce.eigen.csv").map { $0[2] }
    try write(
      "politie.csv", police[0] + ";meldingsnummer;willekeurig nummer",
      zip(police.dropFirst(), numbers).enumerated().map { [String($1.0), "M\($0)", $1.1] })
    let shelter = try lines("opvang.zce.eigen.csv").map { $0[2] }
    try write("opvang.csv", "meldingsnummer;willekeurig nummer", shelter.enumerated().map { ["O\($0)", $1] })
    let words = [
      "link", "politie.csv", "opvang.csv", "--encoded-pairs", "paren.csv", "--ties", "politie.zce.banden.csv",
      "opvang.zce.banden.csv", "--output",
    ]
    #expect(try say(words + ["personen.csv"]).contains("over 21 rijen die alleen gecodeerd zijn"))
    let rows = try String(contentsOf: place.file("personen.csv"), encoding: .utf8).split(separator: "\r\n").dropFirst()
      .map { $0.split(separator: ",").map(String.init) }
    let person = Dictionary(uniqueKeysWithValues: rows.map { ($0[1], $0[2]) })
    let marked = "M\(numbers.count - 1)"
    #expect(person[marked] != nil && person[marked] == person["O20"])
    let again = try say(words + ["weer.csv", "--earlier", "personen.csv"])
    #expect(again.contains(" en 0 krijgen een nieuw"), "\(again)")
    #expect(try Data(contentsOf: place.file("weer.csv")) == Data(contentsOf: place.file("personen.csv")))
    try write("twee.csv", "meldingsnummer;willekeurig nummer", [["O1", shelter[0]], ["O2", shelter[0]]])
    #expect(
      try say(["link", "twee.csv"] + words.dropFirst(3) + ["x.csv"], [65]).contains(
        "twee.csv, rij 3: dit rijnummer "
          + "staat ook"))
    try write("vreemd.csv", "meldingsnummer;willekeurig nummer", [["O1", String(repeating: "0f", count: 16)]])
    #expect(
      try say(["link", "vreemd.csv"] + words.dropFirst(3) + ["x.csv"], [65]).contains(
        "Geen rij van de "
          + "bestanden"))
  }
}
