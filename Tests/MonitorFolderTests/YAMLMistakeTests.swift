import Invented
import Testing

@testable import Model
@testable import MonitorFolder

/// Whatever people do to YAML by mistake is one sentence, at the line on which they did it.
@Suite struct YAMLMistakeTests {
  /// A folder with most values in braces, and one with each on a line of its own.
  private static let folders: [[String: String]] = [
    SmallMonitor.files, SmallMonitor.files.merging(["monitor.yaml": monitorOfLines]) { $1 }, SmallCounts.files,
  ]

  private static let monitorOfLines = """
    # A remark.
    monitor: klein
    title:
      nl: Mensenhandel in de regio
      en: Human trafficking in the region
    edition: "2020"
    publisher:
      nl: Wij # een opmerking
      en: We

    period: { from: 2018, to: 2019 }
    reference-date: 2020-07-01
    seed: 7
    provenance:
      reconstructed:
        nl: Verzonnen.
        en: Invented.
    introduction:
      nl: >-
        Een tekst over
        meer regels: met een dubbele punt.
      en: >-
        A text of
        more lines.
    publication:
      policy: publishAsIs
      reason:
        nl: Verzonnen.
        en: Invented.
    units:
      victim: { label: { nl: slachtoffers, en: victims }, repeats: once a year }
      report: { label: { nl: meldingen, en: reports }, repeats: once a year per reporters }
    """

  @Test func `the folders to break have nothing wrong`() {
    for files in Self.folders { #expect(FolderReading.load(files: files).findings == []) }
  }

  @Test(arguments: YAMLMistake.all)
  func `a mistake at any line is one finding at that line`(_ mistake: YAMLMistake) {
    for files in [Self.folders[1]] {
      for name in files.keys.sorted() {
        for (text, line) in mistake.files(of: files[name] ?? "") {
          let findings = FolderFindings()
          #expect(YAMLDocument(name: name, text: Array(text.utf8), findings: findings) == nil || mistake.mayTellNext)
          let lines = findings.findings.filter { $0.severity == .fatal }.map(\.place.row)
          #expect(lines == [line] || (mistake.mayTellNext && lines == [line + 1]), "\(name) \(line): \(lines)")
        }
      }
    }
  }

  @Test(arguments: YAMLMistake.all)
  func `a mistake in one file is not told in another`(_ mistake: YAMLMistake) {
    for files in Self.folders.dropFirst() {
      for name in files.keys.sorted() {
        guard let (text, _) = mistake.files(of: files[name] ?? "").last else { continue }
        let findings = FolderReading.load(files: files.merging([name: text]) { $1 }).findings
        #expect(findings.filter { $0.severity == .fatal }.map(\.place.file) == [name])
      }
    }
  }

  @Test(arguments: YAMLMistake.nothing)
  func `nothing in the place of a value is one finding`(_ mistake: YAMLMistake) {
    for files in Self.folders.prefix(2) {
      for name in files.keys.sorted() {
        for (text, line) in mistake.files(of: files[name] ?? "") {
          let findings = FolderReading.load(files: files.merging([name: text]) { $1 }).findings
          #expect(findings.map(\.place) == [Finding.Place(file: name, row: line)])
        }
      }
    }
  }

  private func told(_ old: String, _ new: String) -> [String] {
    var files = SmallMonitor.files.merging(["monitor.yaml": Self.monitorOfLines]) { $1 }
    files["monitor.yaml"] = Self.monitorOfLines.replacing(old, with: new)
    return FolderReading.load(files: files).findings.map { "\($0.place.row ?? 0): \($0.message.nl)" }
  }

  @Test(arguments: [
    (
      "Mensenhandel in", "'s-Hertogenbosch in",
      "4: het teken ' dat hier opent, wordt niet gesloten; zet een tekst die met een apostrof begint tussen \"."
    ),
    ("\"2020\"", "\"2020", "6: het aanhalingsteken dat hier opent, wordt niet gesloten."),
    ("seed: 7", "seed 7", "13: na de sleutel ontbreekt een dubbele punt."),
    ("seed: 7", "seed:7", "13: na de dubbele punt hoort een spatie."),
    ("seed: 7", "seed = 7", "13: na de sleutel staat `=`; typ een dubbele punt en een spatie."),
    (
      "seed: 7", "seed:\u{A0}7",
      "13: na de dubbele punt staat een vaste spatie (uit Word of een webpagina); typ een gewone spatie."
    ),
    ("seed: 7", "  seed: 7", "13: deze regel springt verder in dan de regel erboven, die al een waarde heeft."),
    ("seed: 7", "seed:", "13: bij `seed` in monitor.yaml hoort een geheel getal van 0 of meer."),
    ("seed: 7", "seed: ~", "13: bij `seed` in monitor.yaml hoort een geheel getal van 0 of meer."),
    ("seed: 7", "seed: 7\nseed: 8", "14: de sleutel `seed` staat er twee keer."),
    ("2020-07-01", "", "12: bij `reference-date` in monitor.yaml hoort een datum, zoals 2020-07-01."),
    (
      "reference-date", "reference–date",
      "12: in deze sleutel staat een teken uit Word of een onzichtbaar teken; typ `reference-date`."
    ),
    ("to: 2019", "to: 2019, to: 2020", "11: de sleutel `to` staat er twee keer."),
    ("Mensenhandel in", "[concept] Mensenhandel in", "4: een tekst die met `[` begint, hoort tussen aanhalingstekens."),
    ("Mensenhandel in", "{Mensenhandel} in", "4: een tekst die met `{` begint, hoort tussen aanhalingstekens."),
    (
      "Mensenhandel in", "\"Mensenhandel\" in",
      "4: na het sluitende aanhalingsteken staat nog tekst; zet de hele tekst tussen enkele aanhalingstekens (')."
    ),
    (
      "seed: 7", "<<<<<<< HEAD\nseed: 7\n=======\nseed: 8\n>>>>>>> mij",
      "13: hier staat een merkteken van git (<<<<<<<, ======= of >>>>>>>): twee versies zijn niet samengevoegd."
    ),
    ("title:", "x: &a { b: c }\n<<: *a\ntitle:", "4: samenvoegen met `<<` leest Zicht niet; schrijf de sleutels uit."),
    ("Mensenhandel in", "Mensenhandel #1 in", "4: wat na ` #` staat, is een opmerking en hoort niet bij de tekst."),
    ("once a year }", "once a year }\n\n---\nx: 1", "33: hier begint een tweede document (---)."),
  ])
  func `a mistake is told in these words`(_ old: String, _ new: String, _ sentence: String) {
    #expect(told(old, new) == [sentence])
  }

  @Test(arguments: [
    ("Mensenhandel in", "Mensenhandel in # een opmerking"), ("Mensenhandel in", "Mensenhandel in  #opmerking"),
    ("seed: 7", "seed: 7 #opmerking"), ("Mensenhandel in", "’s-Hertogenbosch in"), ("Mensenhandel in", "C# in"),
    ("\"2020\"", "2020"), ("\"2020\"", "12:30"), ("# A remark.", "%YAML 1.2\n---"), ("\n", "\r\n"), ("\n", "\r"),
    ("Mensenhandel in", "Mensenhandel in\n    en om"), ("Mensenhandel in de regio", "\"Mensenhandel\n    in\""),
    ("seed: 7", "seed: 7\n\n\n# niets\n"), ("{ from: 2018, to: 2019 }", "{\n  from: 2018,\n  to: 2019\n}"),
    ("Mensenhandel in", "“Zo” zei zij in"), ("Mensenhandel in", "Foto's in"), ("Mensenhandel in", "Mensen – handel in"),
    ("Mensenhandel in", "R&D! 50% [a] {b} *c in"), ("seed: 7", "seed: \"7\""),
  ])
  func `what is harmless is accepted`(_ old: String, _ new: String) {
    #expect(told(old, new) == [])
  }

  @Test func `a file of nothing but openings is looked through in time`() {
    for opening in ["[\n", "\"\n", "- [\n", "{ a: '\n"] {
      var files = SmallMonitor.files
      files["rules.yaml"] = String(repeating: opening, count: 20_000)
      #expect(FolderReading.load(files: files).findings.count == 1)
    }
  }

  @Test(arguments: [
    ("seed: 7", "zaad: 7", "13: onbekende sleutel `zaad` in monitor.yaml; bedoelt u `seed`?"),
    ("seed: 7", "Seed: 7", "13: onbekende sleutel `Seed` in monitor.yaml; bedoelt u `seed`?"),
    ("title:", "titel:", "3: onbekende sleutel `titel` in monitor.yaml; bedoelt u `title`?"),
    ("period: {", "periode: {", "11: onbekende sleutel `periode` in monitor.yaml; bedoelt u `period`?"),
    ("from: 2018", "van: 2018", "11: onbekende sleutel `van` in `period` in monitor.yaml; bedoelt u `from`?"),
    ("to: 2019", "tot: 2019", "11: onbekende sleutel `tot` in `period` in monitor.yaml; bedoelt u `to`?"),
    ("reference-date", "peildatum", "12: onbekende sleutel `peildatum` in monitor.yaml; bedoelt u `reference-date`?"),
    (
      "reference-date", "reference_date",
      "12: onbekende sleutel `reference_date` in monitor.yaml; bedoelt u `reference-date`?"
    ),
    ("monitor: klein", "naam: klein", "2: onbekende sleutel `naam` in monitor.yaml; bedoelt u `monitor`?"),
    ("monitor: klein", "name: klein", "2: onbekende sleutel `name` in monitor.yaml; bedoelt u `monitor`?"),
    ("publisher:", "uitgever:", "7: onbekende sleutel `uitgever` in monitor.yaml; bedoelt u `publisher`?"),
    ("provenance:", "herkomst:", "14: onbekende sleutel `herkomst` in monitor.yaml; bedoelt u `provenance`?"),
    ("introduction:", "inleiding:", "18: onbekende sleutel `inleiding` in monitor.yaml; bedoelt u `introduction`?"),
    ("policy:", "beleid:", "26: onbekende sleutel `beleid` in `publication` in monitor.yaml; bedoelt u `policy`?"),
    ("units:", "eenheden:", "30: onbekende sleutel `eenheden` in monitor.yaml; bedoelt u `units`?"),
    (
      "victims }, repeats", "victims }, herhaling",
      "31: onbekende sleutel `herhaling` in `victim` in `units` in monitor.yaml; bedoelt u `repeats`?"
    ),
    (
      "nl: Mensenhandel", "nederlands: Mensenhandel",
      "4: onbekende sleutel `nederlands` in `title` in monitor.yaml; bedoelt u `nl`?"
    ),
    ("seed: 7", "seed: 7\nzaad: 8", "14: onbekende sleutel `zaad` in monitor.yaml."),
    ("seed: 7", "seed: 7\nbanaan: 8", "14: onbekende sleutel `banaan` in monitor.yaml."),
  ])
  func `a key in another language or misspelt is one sentence`(_ old: String, _ new: String, _ sentence: String) {
    #expect(told(old, new) == [sentence])
  }

  @Test func `a value under a key in another language is looked at too`() {
    #expect(
      told("seed: 7", "zaad: x") == [
        "13: onbekende sleutel `zaad` in monitor.yaml; bedoelt u `seed`?",
        "13: bij `seed` in monitor.yaml hoort een geheel getal van 0 of meer.",
      ])
  }

  @Test(arguments: [
    "{\"monitor\": \"klein\"}", "{\"monitor\": \"klein\", \"seed\": 7}", "monitor: klein", "[]", "klein",
  ])
  func `a file of another make is one sentence`(_ text: String) {
    let findings = FolderReading.load(files: SmallMonitor.files.merging(["monitor.yaml": text]) { $1 }).findings
    #expect(findings.filter { $0.place.file == "monitor.yaml" }.count == 1, "\(findings.map(\.message.nl))")
  }
}
