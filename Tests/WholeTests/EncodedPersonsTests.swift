import Foundation
import Invented
import Testing

/// `zicht match` and `zicht persons`: the linkage unit and the registry, on an invented register of which it is known who
/// is who.
@Suite struct `Persons without names` {
  private let folder: TemporaryFolder

  /// One of the three sources, with the number of the person of each record.
  private struct Source {
    var name: String
    var lines = ["meldingnummer;voornaam;achternaam;geboortedatum;telefoon;nationaliteit;woonplaats;geslacht"]
    var persons: [Int] = []
  }

  init() throws { folder = try TemporaryFolder() }

  private func zicht(_ words: [String]) throws -> BuiltProgram.Answer {
    try BuiltProgram.run(words + ["--language", "en"])
  }

  private func path(_ name: String) -> String { folder.file(name).path }

  private func makeKey(_ name: String, epoch: String = "2026") throws {
    let words = ["linkage-key", "new", "--project", "proef", "--epoch", epoch, "--output", path(name)]
    try #require(try zicht(words).exitCode == 0)
  }

  private func encode(_ source: String, _ text: String, key: String = "a.key", to output: String? = nil) throws {
    try Data(text.utf8).write(to: folder.file("\(source).csv"))
    let answer = try zicht(
      [
        "encode", path("\(source).csv"), "--key", path(key), "--source", source, "--output",
        path(output ?? "\(source).zce"),
      ])
    try #require(answer.exitCode == 0, "\(answer.complaints)")
  }

  /// Four hundred people in one to three of the sources, with slips of the pen and gaps.
  private static func register() -> [Source] {
    var numbers = SplitMix(seed: 11)
    func pick(_ words: [String]) -> String { words.randomElement(using: &numbers) ?? "" }
    func happens(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &numbers) < percent }
    let syllables = ["ba", "ko", "mi", "ra", "lu", "ten", "sar", "vel", "dok", "nim", "fa", "gri"]
    var sources = ["politie", "opvang", "zorg"].map { Source(name: $0) }
    for person in 0..<400 {
      let forename = pick(syllables) + pick(syllables) + pick(["", "n"])
      let surname = pick(syllables) + pick(syllables) + pick(syllables)
      let year = Int.random(in: 1970...2004, using: &numbers)
      let day = "\(Int.random(in: 10...28, using: &numbers))-\(Int.random(in: 10...12, using: &numbers))-\(year)"
      let phone = "06\(Int.random(in: 10_000_000...99_999_999, using: &numbers))"
      let (nationality, town, sex) = (
        pick(["PL", "RO", "MA", "VN"]), pick(["Breda", "Assen", "Venlo"]), pick(["V", "M"])
      )
      for index in sources.indices where happens(60) {
        let cells = [
          "M-\(sources[index].persons.count)", happens(25) ? String(forename.dropLast()) : forename,
          happens(25) ? surname + "e" : surname, happens(30) ? "\(year)" : day, happens(70) ? "" : phone, nationality,
          happens(20) ? "" : town, sex,
        ]
        sources[index].lines.append(cells.joined(separator: ";"))
        sources[index].persons.append(person)
      }
    }
    return sources
  }

  private func rows(_ name: String, separator: Character) throws -> [[String]] {
    try String(contentsOf: folder.file(name), encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: separator, omittingEmptySubsequences: false).map(String.init) }
  }

  /// Pairs of records that numbers put together.
  private func pairs(_ groups: [some Hashable]) -> Set<[Int]> {
    var pairs: Set<[Int]> = []
    for members in Dictionary(grouping: groups.indices, by: { groups[$0] }).values {
      for (place, first) in members.enumerated() {
        for second in members[(place + 1)...] { pairs.insert([first, second]) }
      }
    }
    return pairs
  }

  @Test func `partners, a linkage unit and a registry find who is who, and no value leaves a partner`() throws {
    try makeKey("a.key")
    let sources = Self.register()
    for source in sources { try encode(source.name, source.lines.joined(separator: "\n") + "\n") }
    let files = sources.map { path($0.name + ".zce") }
    let matched = try zicht(["match"] + files + ["--output", path("paren.csv")])
    #expect(matched.exitCode == 0 && matched.output.contains(" entries of 3 sources, "), "\(matched.complaints)")
    #expect(try zicht(["match"] + files.reversed() + ["--output", path("terug.csv")]).exitCode == 0)
    #expect(try Data(contentsOf: folder.file("paren.csv")) == Data(contentsOf: folder.file("terug.csv")))
    let ties = files.map { $0 + ".banden.csv" }
    for (order, output) in [(ties, "personen.csv"), (ties.reversed(), "personen-2.csv")] {
      let answer = try zicht(["persons", path("paren.csv"), "--ties"] + order + ["--output", path(output)])
      #expect(answer.exitCode == 0, "\(answer.complaints)")
    }
    #expect(try Data(contentsOf: folder.file("personen.csv")) == Data(contentsOf: folder.file("personen-2.csv")))

    var truth: [String: Int] = [:]
    for source in sources {
      for row in try rows("\(source.name).zce.eigen.csv", separator: ";") {
        truth[row[2]] = source.persons[(Int(row[0]) ?? 0) - 2]
      }
    }
    let found = try rows("personen.csv", separator: ",")
    #expect(found.count == truth.count && Set(found.map { $0[1] }) == Set(truth.keys))
    #expect(Set(found.map { $0[0] }) == Set(sources.map { $0.name + ".zce.banden.csv" }))
    let (linked, true_) = (pairs(found.map { $0[2] }), pairs(found.map { truth[$0[1]] ?? -1 }))
    let f1 = 2 * Double(linked.intersection(true_).count) / Double(linked.count + true_.count)
    #expect(f1 > 0.98, "\(f1)")
    let persons = Set(found.map { $0[2] }).count
    #expect(abs(persons - Set(truth.values).count) < 30, "\(persons)")

    let values = Set(sources.flatMap(\.lines).dropFirst().flatMap { $0.split(separator: ";") }.filter { $0.count > 3 })
    for name in ["paren.csv", "personen.csv"] {
      let text = try String(contentsOf: folder.file(name), encoding: .utf8)
      let words = Set(text.split { !$0.isLetter && !$0.isNumber })
      #expect(words.isDisjoint(with: values) && !text.contains("M-"))
    }
  }

  private static let few = """
    voornaam;achternaam;geboortedatum;telefoon
    Amina;Khatib;17-03-1994;06 55165446
    Jolanta;Kowalska;20-11-1990;06 12345678

    """

  private func refused(_ words: [String]) throws -> String {
    let answer = try zicht(words)
    #expect(answer.exitCode == 65 && answer.complaints.split(separator: "\n").count == 1, "\(answer.complaints)")
    for value in ["Amina", "Khatib", "55165446"] { #expect(!answer.complaints.contains(value)) }
    return answer.complaints
  }

  @Test func `encodings that do not go together are refused in one sentence`() throws {
    for (key, epoch) in [("a.key", "2026"), ("b.key", "2026"), ("c.key", "2027")] { try makeKey(key, epoch: epoch) }
    try encode("zorg", Self.few)
    try encode("politie", Self.few, key: "b.key")
    try encode("opvang", Self.few, key: "c.key")
    let (zorg, output) = (path("zorg.zce"), ["--output", path("paren.csv")])
    #expect(try refused(["match", zorg, path("politie.zce")] + output).contains("politie.zce was encoded with key "))
    #expect(
      try refused(["match", zorg, path("opvang.zce")] + output).contains("opvang.zce is of epoch 2027, not of 2026"))
    #expect(try refused(["match", zorg, zorg] + output).contains("is of zorg, of which there is a file already"))
    try (try Data(contentsOf: folder.file("zorg.zce"))).dropLast(40).write(to: folder.file("kort.zce"))
    #expect(try refused(["match", path("kort.zce")] + output).contains("kort.zce was cut off or changed on its way"))
    #expect(try refused(["match", path("zorg.csv")] + output).contains("zorg.csv is not a file of encodings"))
    #expect(try refused(["match", path("niets.zce")] + output).contains("niets.zce cannot be read"))
    #expect(!FileManager.default.fileExists(atPath: path("paren.csv")))
    #expect(try zicht(["match", zorg, "--floor", "1"] + output).exitCode == 64)
  }

  @Test func `ties that are not of the encodings are refused in one sentence`() throws {
    try makeKey("a.key")
    try encode("zorg", Self.few)
    try encode("politie", Self.few)
    try encode("zorg", Self.few, to: "later.zce")
    let pairs = path("paren.csv")
    try #require(try zicht(["match", path("zorg.zce"), path("politie.zce"), "--output", pairs]).exitCode == 0)
    let ties = ["zorg", "politie", "later"].map { path("\($0).zce.banden.csv") }
    func persons(_ ties: [String], of pairs: String) throws -> String {
      try refused(["persons", pairs, "--ties"] + ties + ["--output", path("personen.csv")])
    }
    #expect(try persons([ties[0], ties[2]], of: pairs).contains("None of the ties is of the encodings of politie in "))
    #expect(try persons([ties[2], ties[1]], of: pairs).contains("None of the ties is of the encodings of zorg in "))
    #expect(
      try persons([ties[0], ties[1], ties[0]], of: pairs).contains("zorg.zce.banden.csv has a number that stood before")
    )
    #expect(try persons([path("zorg.csv")], of: pairs).contains("zorg.csv has no ties"))
    #expect(try persons(ties, of: path("zorg.csv")).contains("zorg.csv has no pairs that zicht match wrote"))
    let both = try ties[...1].map { try String(contentsOfFile: $0, encoding: .utf8) }
    try Data((both[0] + both[1].split(separator: "\r\n").dropFirst().joined(separator: "\r\n")).utf8)
      .write(to: folder.file("samen.csv"))
    #expect(
      try persons([path("samen.csv")], of: pairs).contains("samen.csv was cut off or changed: its closing line"))
    let text = try String(contentsOfFile: pairs, encoding: .utf8)
    try Data(text.replacing("zorg", with: "Zorg B").utf8).write(to: folder.file("anders.csv"))
    #expect(
      try persons([ties[0], ties[1]], of: path("anders.csv")).contains(
        ": this is no pair with a chance"))
    #expect(
      try persons(ties, of: pairs).contains(
        "later.zce.banden.csv has ties of encodings of zorg that were not "
          + "compared in"))
    #expect(!FileManager.default.fileExists(atPath: path("personen.csv")))
    #expect(
      try zicht(["persons", pairs, "--ties", ties[0], "--threshold", "0", "--output", path("x.csv")]).exitCode == 64)
    let answer = try zicht(["persons", pairs, "--ties", ties[0], ties[1], "--output", path("personen.csv")])
    try cutShort(pairs, ties)
    #expect(
      answer.output.hasPrefix("4 rows of 2 files are 2 persons, 2 expected. "), "\(answer.output)\(answer.complaints)")
  }

  /// Without its last line each of the files says less than was written, and nothing is made of it.
  private func cutShort(_ pairs: String, _ ties: [String]) throws {
    for (file, other) in [(pairs, false), (ties[1], true)] {
      let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\r\n")
      for left in [lines.count - 1, lines.count - 2] {
        try Data(lines.prefix(left).map { $0 + "\r\n" }.joined().utf8).write(to: folder.file("kort.csv"))
        let answer = try refused(
          [
            "persons", other ? pairs : path("kort.csv"), "--ties", ties[0], other ? path("kort.csv") : ties[1],
            "--output",
            path("weg.csv"),
          ])
        #expect(answer.contains("kort.csv was cut off or changed: its closing line is missing"), "\(answer)")
      }
    }
  }

  /// Who is recognised again keeps the number, whoever comes and goes between.
  @Test func `persons keep their numbers when a partner sends more`() throws {
    try makeKey("a.key")
    try encode("zorg", Self.few)
    try encode("politie", Self.few)
    let (pairs, ties) = (path("paren.csv"), ["zorg", "politie"].map { path("\($0).zce.banden.csv") })
    try #require(try zicht(["match", path("zorg.zce"), path("politie.zce"), "--output", pairs]).exitCode == 0)
    let words = ["persons", pairs, "--ties"] + ties
    try #require(try zicht(words + ["--output", path("een.csv")]).exitCode == 0)
    let changed = try String(contentsOf: folder.file("een.csv"), encoding: .utf8)
      .replacing(",1,", with: ",41,").replacing(",2,", with: ",7,")
    try Data(changed.utf8).write(to: folder.file("eerder.csv"))
    let again = try zicht(words + ["--output", path("twee.csv"), "--earlier", path("eerder.csv")])
    #expect(again.output.contains("2 persons keep their number and 0 get a new one"), "\(again)")
    #expect(try String(contentsOf: folder.file("twee.csv"), encoding: .utf8) == changed)
    try encode("opvang", Self.few)
    try #require(
      try zicht(["match", path("opvang.zce"), "--output", path("ander.csv")]).exitCode == 0)
    #expect(
      try refused(
        [
          "persons", path("ander.csv"), "--ties", path("opvang.zce.banden.csv"), "--output", path("drie.csv"),
          "--earlier",
          path("eerder.csv"),
        ]
      ).hasPrefix("No record is in "))
  }
}
