import Foundation
import Testing

/// `zicht linkage-key` and `zicht encode`, as a partner uses them.
@Suite struct `Linkage without names` {
  private let folder: TemporaryFolder
  private let key: String

  static let delivery = """
    meldingnummer;voornaam;achternaam;geboortedatum;telefoon;nationaliteit;BSN
    M-1;Amina;El Khatib;17-03-1994;06 55165446;MA;381967043
    M-2;Jolanta;Wiśniewska;1990;;PL;
    M-3;;onbekend;;;;
    """

  init() throws {
    folder = try TemporaryFolder()
    key = folder.file("a.key").path
    try #require(
      try BuiltProgram.run(["linkage-key", "new", "--project", "proef", "--epoch", "2026", "--output", key]).exitCode
        == 0)
  }

  private func zicht(_ words: [String]) throws -> BuiltProgram.Answer {
    try BuiltProgram.run(words + ["--language", "en"])
  }

  private func file(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: folder.file(name))
    return folder.file(name).path
  }

  private func encode(_ text: String, to name: String = "zorg.zce", _ more: [String] = []) throws
    -> BuiltProgram.Answer
  {
    try zicht(
      ["encode", file("levering.csv", text), "--key", key, "--source", "zorg", "--output", folder.file(name).path]
        + more)
  }

  private func permissions(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: folder.file(name).path)[.posixPermissions] as? Int
  }

  @Test func `a key is told apart, split, joined and rotated`() throws {
    let shown = try zicht(["linkage-key", "show", key])
    #expect(shown.output.hasPrefix("The linkage key of proef for 2026 lies in \(key). Fingerprint: "))
    let secret = try String(contentsOfFile: key, encoding: .utf8).split(separator: " ")[3].prefix(64)
    #expect(!shown.output.contains(secret))
    let parts = folder.file("parts")
    #expect(try zicht(["linkage-key", "split", key, "--output", parts.path]).exitCode == 0)
    let two = [3, 1].map { parts.appending(path: "zicht-linkage-share-\($0).txt").path }
    let joined = folder.file("b.key")
    #expect(try zicht(["linkage-key", "join"] + two + ["--output", joined.path]).exitCode == 0)
    #expect(try Data(contentsOf: joined) == Data(contentsOf: URL(filePath: key)))
    #expect(try permissions("b.key") == 0o600)
    let next = folder.file("c.key").path
    let refused = try zicht(["linkage-key", "rotate", key, "--epoch", "2026", "--output", next])
    #expect(refused.exitCode == 65)
    #expect(refused.complaints.hasPrefix("The epoch is a reporting year of four digits and, after a rotation, a later"))
    #expect(try zicht(["linkage-key", "rotate", key, "--epoch", "2027", "--output", next]).exitCode == 0)
    #expect(!(try String(contentsOfFile: next, encoding: .utf8)).contains(secret))
    #expect(try zicht(["linkage-key", "join", two[0], two[0], "--output", next]).exitCode == 65)
    #expect(try zicht(["linkage-key", "join", two[0], "--output", next]).exitCode == 64)
  }

  @Test func `a delivery becomes encodings, and a table that stays`() throws {
    let answer = try encode(Self.delivery)
    #expect(answer.exitCode == 0, "\(answer.complaints)")
    #expect(answer.output.hasPrefix("3 records encoded for proef 2026 with key "))
    #expect(answer.output.contains("; 1 of them have nothing to link by. "))
    let encodings = try Data(contentsOf: folder.file("zorg.zce"))
    for word in ["amina", "Amina", "Khatib", "381967043", "55165446", "M-1", "1994"] {
      #expect(encodings.range(of: Data(word.utf8)) == nil, "\(word)")
    }
    let table = try String(contentsOf: folder.file("zorg.zce.eigen.csv"), encoding: .utf8)
    let lines = table.split(whereSeparator: \.isNewline)
    #expect(lines[0] == "rij;recordnummer;willekeurig nummer")
    #expect(
      lines.dropFirst().map { $0.split(separator: ";").prefix(2).joined(separator: ";") } == [
        "2;M-1", "3;M-2", "4;M-3",
      ])
    let ties = try String(contentsOf: folder.file("zorg.zce.banden.csv"), encoding: .utf8)
    let tied = ties.split(whereSeparator: \.isNewline).dropFirst()
    let rows = Set(tied.dropLast().compactMap { $0.split(separator: ";").last })
    #expect(rows == Set(lines[1...3].compactMap { $0.split(separator: ";").last }))
    // The third record has nothing to be found by.
    #expect(tied.filter { $0.hasPrefix(";") }.compactMap { $0.split(separator: ";").last } == [lines[3].suffix(32)])
    #expect(tied.last?.hasPrefix("#;zorg proef 2026 ") == true && tied.last?.hasSuffix(" \(tied.count - 1)") == true)
    for name in ["zorg.zce", "zorg.zce.banden.csv", "zorg.zce.eigen.csv"] { #expect(try permissions(name) == 0o600) }
    let again = try encode(Self.delivery)
    #expect(again.exitCode == 65)
    #expect(again.complaints.hasSuffix("zorg.zce already exists and was not overwritten. Choose another name.\n"))
  }

  @Test func `two runs have no number in common`() throws {
    #expect(try encode(Self.delivery, to: "een.zce").exitCode == 0)
    #expect(try encode(Self.delivery, to: "twee.zce").exitCode == 0)
    let numbers = try ["een", "twee"].flatMap { name in
      try String(contentsOf: folder.file("\(name).zce.eigen.csv"), encoding: .utf8).split(whereSeparator: \.isNewline)
        .dropFirst().map { $0.split(separator: ";").last }
    }
    #expect(Set(numbers).count == 6)
  }

  @Test func `own headers are named in a file, and mistakes in it are told without a value`() throws {
    let text = "Roepnaam;Familie;Geboren\nAmina;Khatib;17-03-1994\n"
    let unnamed = try encode(text)
    #expect(unnamed.exitCode == 65)
    #expect(unnamed.complaints.hasPrefix("The delivery has no column with a usual header"))
    let config = try file("kolommen.txt", "# ons systeem\nforename: roepnaam\nsurname: Familie\nbirthdate: GEBOREN\n")
    #expect(try encode(text, ["--config", config]).exitCode == 0)
    for (wrong, sentence) in [
      ("forename: Voorletter\n", "The column that the file of columns names for forename is not in the delivery."),
      ("forename: a\nforename: b\n", "Line 2 of the file of columns has to be: a role, a colon and the header"),
      ("voornaam: Roepnaam\n", "Line 1 of the file of columns has to be: a role, a colon and the header"),
    ] {
      let answer = try encode(text, to: "x.zce", ["--config", try file("fout.txt", wrong)])
      #expect(answer.exitCode == 65)
      #expect(answer.complaints.hasPrefix(sentence), "\(answer.complaints)")
      #expect(!answer.complaints.contains("Amina") && !answer.complaints.contains("Khatib"))
      #expect(!FileManager.default.fileExists(atPath: folder.file("x.zce.eigen.csv").path))
    }
  }

  private func encode(_ text: String, _ more: [String]) throws -> BuiltProgram.Answer {
    try encode(text, to: "zorg.zce", more)
  }

  @Test func `what cannot be used is refused in one sentence`() throws {
    #expect(try encode("voornaam;achternaam\n").complaints.hasPrefix("The delivery has no rows below the headers."))
    #expect(
      try encode(Self.delivery, ["--parameters", "bits=500 draws=306 salt=block hardening=fold"]).complaints
        == "The parameters cannot be used. Write them as: bits=512 draws=306 salt=block hardening=fold largest=10 "
        + "fakes=50\n"
    )
    let names = try file("namen.csv", "naam;aantal\nmaria;500\nanna;veel\n")
    #expect(try encode(Self.delivery, ["--names", names]).complaints.hasPrefix("Row 3 of the list of names"))
    #expect(try encode(Self.delivery, ["--oblivious", "https://x"]).exitCode == 64)
    let answer = try zicht(
      [
        "encode", file("a.csv", Self.delivery), "--key", file("b.key", "x"), "--source", "zorg", "--output",
        key + ".zce",
      ])
    #expect(answer.exitCode == 65)
    #expect(answer.complaints.contains("has permissions 644"))
    #expect(try encode(Self.delivery, ["--source", "Zorg B"]).exitCode == 65)
  }
}
