import Invented
import MonitorFolder
import Model
import Testing

/// `text/` and `verdicts:` as they are read from a folder.
@Suite struct TextsFolderTests {
  private func load(_ extra: [String: String], verdicts: String = "") -> (monitor: Monitor?, findings: [Finding]) {
    var files = SmallMonitor.files.merging(extra) { $1 }
    files["monitor.yaml", default: ""] += verdicts
    return FolderReading.load(files: files)
  }

  @Test func `texts are taken in order of name, in both languages`() throws {
    let (monitor, findings) = load([
      "text/02-b.nl.md": "# B", "text/02-b.en.md": "# B en", "text/01-a.en.md": "# A en", "text/01-a.nl.md": "# A",
    ])
    #expect(findings == [])
    #expect(
      try #require(monitor).texts == [
        MonitorText(name: "01-a", source: LocalizedText(nl: "# A", en: "# A en")),
        MonitorText(name: "02-b", source: LocalizedText(nl: "# B", en: "# B en")),
      ])
  }

  @Test func `a text in one language is told so, at the file that is there`() {
    let findings = load(["text/01-a.en.md": "# A"]).findings
    #expect(findings.map(\.rule) == ["text-language"])
    #expect(findings.map(\.place.file) == ["text/01-a.en.md"])
    #expect(findings.map(\.message.nl) == ["bij deze tekst ontbreekt text/01-a.nl.md."])
  }

  @Test(arguments: ["text/a.nl.md", "text/01-a.md", "text/01-A.nl.md", "text/notes.txt", "text/01-.nl.md"])
  func `another name is no name of a text`(_ name: String) {
    let findings = load([name: "# A"]).findings
    #expect(findings.map(\.rule) == ["text-name"])
    #expect(findings.map(\.message.nl) == ["deze naam is geen naam van een tekst."])
  }

  @Test func `bytes that are not UTF-8 are named by their line`() {
    var files = SmallMonitor.files.mapValues { Array($0.utf8) }
    files["text/01-a.nl.md"] = Array("# A\n\ncaf".utf8) + [0xE9]
    files["text/01-a.en.md"] = Array("# A".utf8)
    let findings = FolderReading.load(files: files).findings
    #expect(findings.map(\.rule) == ["file-not-text"])
    #expect(findings.map(\.place.row) == [3])
  }

  @Test func `verdict words are read with their bounds`() throws {
    let (monitor, findings) = load(
      [:],
      verdicts: """

        verdicts:
          change:
            - { up-to: -10, nl: daling, en: fall, common: [en] }
            - { below: 12.5, nl: ongeveer gelijk, en: about the same }
            - { nl: stijging, en: rise, also: [{ nl: toename, en: increase }] }
          speed:
            of: share
            steps:
              - { below: 200/3, nl: te laat, en: too late }
              - { nl: op tijd, en: in time }

        """)
    #expect(findings == [])
    let verdicts = try #require(monitor).verdicts
    #expect(verdicts.map(\.name) == ["change", "speed"])
    #expect(verdicts.map(\.measure) == [.change, .share])
    #expect(verdicts[0].steps[1].bound == .below(Quantity(numerator: 125, denominator: 10, decimals: 1)))
    #expect(verdicts[0].steps[0].commonIn == [.en])
    #expect(verdicts[0].steps[2].also == [LocalizedText(nl: "toename", en: "increase")])
    #expect(verdicts[1].steps[0].bound == .below(Quantity(numerator: 200, denominator: 3, decimals: 2)))
  }

  struct Bad: Sendable {
    var yaml: String
    var message: String
  }

  @Test(arguments: [
    Bad(
      yaml: "  speed: [{ nl: a, en: b }]",
      message: "bij verdictwoorden speed ontbreekt waarover ze gaan; schrijf `{ of: change, steps: […] }`."),
    Bad(
      yaml: "  change: [{ below: 10, nl: a, en: b }, { below: 5, nl: c, en: d }]",
      message: "de grenzen van verdictwoorden change lopen niet op."),
    Bad(
      yaml: "  change: [{ nl: a, en: b }, { below: 5, nl: c, en: d }]",
      message: "alleen de laatste stap van verdictwoorden change heeft geen grens."),
    Bad(
      yaml: "  change: [{ below: veel, nl: a, en: b }]",
      message: "bij `below` in verdictwoorden change hoort een getal, zoals 10, 12.5 of 200/3."),
    Bad(
      yaml: "  change: [{ blow: 5, nl: a, en: b }]",
      message: "onbekende sleutel `blow` in verdictwoorden change; bedoelt u `below`?"),
  ]) func `verdict words that cannot be are told so`(_ bad: Bad) {
    #expect(load([:], verdicts: "\nverdicts:\n\(bad.yaml)\n").findings.map(\.message.nl) == [bad.message])
  }
}
