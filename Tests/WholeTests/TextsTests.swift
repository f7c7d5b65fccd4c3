import Foundation
import Testing

/// The built program stops on a text that its numbers do not bear, and writes nothing.
@Suite struct `A text that is wrong` {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String { body }
    var body: String
    var nl: String
    /// Building takes time: one case is also asked in English.
    var en: String?
    init(_ body: String, nl: String, en: String? = nil) { (self.body, self.nl, self.en) = (body, nl, en) }
  }

  static let cases = [
    Case(
      "Er zijn 1.334 slachtoffers gemeld.",
      nl:
        "text/09-fout.nl.md, regel 3, kolom 9: het getal 1.334 staat los in de zin “Er zijn 1.334 slachtoffers gemeld.” "
        + "Haal het getal uit een figuur, of citeer het met zijn bron: [[ … | bron ]]."),
    Case(
      "{{ claim: change(2.11, police, 2018, 2019) is \"lichte stijging\" }} Zin.",
      nl:
        "text/09-fout.nl.md, regel 3, kolom 11: hier staat “lichte stijging”, maar `change(2.11, police, 2018, 2019)` is "
        + "79,6% (fig-2.11, police, 2018 is 530; fig-2.11, police, 2019 is 952): “sterke stijging”. "
        + "Verander de woorden, of kijk of de getallen kloppen.",
      en:
        "text/09-fout.nl.md, line 3, column 11: this says “lichte stijging”, but `change(2.11, police, 2018, 2019)` is "
        + "79.6% (fig-2.11, police, 2018 is 530; fig-2.11, police, 2019 is 952): “sharp rise”. "
        + "Change the words, or see whether the numbers are right."),
    Case(
      "Het zijn er {{ count(2.33, sexual, 2019) }}.",
      nl: "text/09-fout.nl.md, regel 3, kolom 22: er is geen figuur `2.33`; bedoelt u `2.3`? "
        + "Kies een figuur uit figures.yaml."),
    Case(
      "Dat is {{ share(count(2.2, series-1, 2015), count(2.3, organ, 2016)) }}.",
      nl:
        "text/09-fout.nl.md, regel 3, kolom 11: in `share(count(2.2, series-1, 2015), count(2.3, organ, 2016))` wordt "
        + "gedeeld door nul. Zeg het met aantallen, of maak de zin voorwaardelijk met {{ if … }}."),
  ]

  /// The national monitor with one more text.
  private func folder(adding body: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let manager = FileManager.default
    let names = try manager.contentsOfDirectory(atPath: BuiltProgram.nationalMonitor.path)
    for name in names where !["text", "workspace", "edition", "published"].contains(name) && !name.hasPrefix(".") {
      try manager.copyItem(at: BuiltProgram.nationalMonitor.appending(path: name), to: folder.file(name))
    }
    try manager.createDirectory(at: folder.file("text"), withIntermediateDirectories: true)
    try Data("# Titel\n\n\(body)\n".utf8).write(to: folder.file("text/09-fout.nl.md"))
    try Data("# Title\n\nWords.\n".utf8).write(to: folder.file("text/09-fout.en.md"))
    return folder
  }

  @Test(arguments: cases) func `stops the build with a sentence that says where`(_ bad: Case) throws {
    let folder = try folder(adding: bad.body)
    for (language, sentence) in [("nl", bad.nl), ("en", bad.en)] {
      guard let sentence else { continue }
      let answer = try BuiltProgram.run([
        "build", folder.path, "--workspace", folder.file("workspace").path, "--output", folder.file("edition").path,
        "--language", language,
      ])
      #expect(answer.exitCode == 65)
      #expect(answer.complaints.split(separator: "\n").map(String.init) == [sentence])
    }
    #expect(!FileManager.default.fileExists(atPath: folder.file("edition").path))
  }

  @Test func `is found by check, as far as that needs no numbers`() throws {
    let folder = try folder(adding: "Er zijn 5 {{ count(2.33, a, b) }} en een lichte stijging.")
    let answer = try BuiltProgram.run(["check", folder.path])
    #expect(answer.exitCode == 65)
    #expect(
      answer.output.split(separator: "\n").map { $0.split(separator: ":")[0] } == [
        "text/09-fout.nl.md, regel 3, kolom 9", "text/09-fout.nl.md, regel 3, kolom 20",
        "text/09-fout.nl.md, regel 3, kolom 42",
      ])
  }

  @Test func `leaves an edition that stood there as it was`() throws {
    let folder = try folder(adding: "Goed.")
    let arguments = [
      "build", folder.path, "--workspace", folder.file("workspace").path, "--output", folder.file("edition").path,
    ]
    #expect(try BuiltProgram.run(arguments).exitCode == 0)
    let page = folder.file("edition/teksten/09-fout.html")
    let before = try Data(contentsOf: page)
    try Data("# Titel\n\nEr zijn 5.\n".utf8).write(to: folder.file("text/09-fout.nl.md"))
    #expect(try BuiltProgram.run(arguments).exitCode == 65)
    #expect(try Data(contentsOf: page) == before)
  }
}
