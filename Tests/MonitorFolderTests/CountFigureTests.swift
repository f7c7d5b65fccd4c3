import Invented
@testable import MonitorFolder
@testable import Model
import Testing

/// A monitor in which everyone delivers counts, with figures over them.
let countFigureFiles: [String: String] = [
  "monitor.yaml": """
  monitor: regio
  title: { nl: Regio, en: Region }
  edition: "2024"
  publisher: { nl: Wij, en: We }
  period: { from: 2023, to: 2024 }
  reference-date: 2025-03-01
  seed: 7
  provenance: registered
  introduction: { nl: Inleiding., en: Introduction. }
  publication: { policy: publishAsIs, reason: { nl: Verzonnen., en: Invented. } }
  units:
    contact: { label: { nl: meldingen, en: contacts }, repeats: as delivered }
  """,
  "codebook.yaml": """
  version: "1"
  variables:
    - variable: kind
      kind: category
      label: { nl: soort, en: kind }
      categories: [{ code: sexual, nl: Seks, en: Sex }, { code: labour, nl: Werk, en: Work }, { code: organ, nl: Orgaan, en: Organ }]
    - variable: policeAge
      kind: category
      label: { nl: leeftijd, en: age }
      categories:
        - { code: under18, nl: jong, en: young, bounds: { below: 18 } }
        - { code: to25, nl: 18-25, en: 18-25, bounds: { from: 18, below: 26 } }
        - { code: over26, nl: oud, en: old, bounds: { from: 26 } }
    - variable: age
      kind: category
      label: { nl: leeftijd, en: age }
      categories:
        - { code: minor, nl: minderjarig, en: minor, bounds: { below: 18 } }
        - { code: young, nl: 18-22, en: 18-22, bounds: { from: 18, below: 23 } }
        - { code: older, nl: ouder, en: older, bounds: { from: 23 } }
  """,
  "sources.yaml": """
  sources:
    - source: zorg
      label: { nl: Zorg, en: Care }
      definition: { nl: Wie wordt begeleid., en: Who is cared for. }
      delivers: counts
      tables:
        - table: contacts
          label: { nl: Contacten, en: Contacts }
          explanation: { nl: Elk contact., en: Every contact. }
          unit: contact
          axes: [{ header: soort, variable: kind, words: { seks: sexual, werk: labour } }]
        - table: signs
          label: { nl: Signalen, en: Signs }
          explanation: { nl: Meer antwoorden., en: Several answers. }
          unit: contact
          years: [2024]
          answers: several
          axes: [{ header: soort, variable: kind, words: { seks: sexual, werk: labour } }]
        - table: ages
          label: { nl: Leeftijden, en: Ages }
          explanation: { nl: Elk contact., en: Every contact. }
          unit: contact
          years: [2024]
          axes: [{ header: leeftijd, variable: policeAge }]
  """,
  "figures.yaml": """
  source: { nl: Bron, en: Source }
  axes:
    minor: &minor { label: { nl: minderjarig, en: minor }, of: [minor] }
    adult: &adult { label: { nl: meerderjarig, en: adult }, of: [young, older] }
  figures:
    - figure: soorten
      dataset: zorg
      title: { nl: Soorten, en: Kinds }
      measure: { nl: contacten, en: contacts }
      unit: contact
      counts: { source: zorg, table: contacts }
      rows: { variable: kind, name: { nl: soort, en: kind }, order: [labour, sexual] }
      row-total: { label: { nl: Totaal, en: Total }, basis: base }
      columns: [{ variable: year, name: { nl: jaar, en: year } }]
      chart: lines
      breaks: [{ year: 2024, reason: { nl: Anders., en: Different. } }]
    - figure: geheel
      dataset: zorg
      title: { nl: Geheel, en: Whole }
      measure: { nl: contacten, en: contacts }
      unit: contact
      counts: { source: zorg, table: contacts, at: { year: { is: 2024, name: { nl: jaar, en: year } } } }
      rows: { whole: true }
    - figure: signalen
      title: { nl: Signalen, en: Signs }
      measure: { nl: signalen, en: signs }
      unit: contact
      counts: { source: zorg, table: signs }
      rows: { variable: kind, name: { nl: soort, en: kind } }
    - figure: samen
      title: { nl: Samen, en: Together }
      measure: { nl: aantal, en: number }
      unit: contact
      rows:
        delivered:
          - { measure: { nl: contacten, en: contacts }, source: zorg, table: contacts, at: { kind: labour, year: 2024 }, key: work, total: true }
          - { measure: { nl: signalen, en: signs }, source: zorg, table: signs, at: { kind: sexual } }
    - figure: leeftijd
      title: { nl: Leeftijd, en: Age }
      measure: { nl: contacten, en: contacts }
      unit: contact
      counts: { source: zorg, table: ages }
      rows: { variable: age, name: { nl: leeftijd, en: age }, from: [policeAge], pools: [*minor, *adult] }
  """,
]

/// The figures with one text in place of another.
private func findings(_ old: String, _ new: String, in file: String = "figures.yaml") -> [String] {
  var files = countFigureFiles
  #expect(files[file]?.contains(old) == true)
  files[file] = files[file]?.replacing(old, with: new, maxReplacements: 1)
  return FolderReading.load(files: files).findings.map { "\($0.rule) \($0.place.row ?? 0) \($0.message.nl)" }
}

@Suite struct CountFigureTests {
  @Test func `figures over counts are read with their tables, breaks and datasets`() throws {
    let (monitor, findings) = FolderReading.load(files: countFigureFiles)
    #expect(findings.map { $0.sentence(in: .nl) } == [])
    let figures = try #require(monitor?.figures)
    #expect(figures.map(\.dataset) == ["zorg", "zorg", "signalen", "samen", "leeftijd"])
    let delivered = figures.compactMap { figure in
      if case .delivered(let delivered) = figure.numbers { delivered } else { nil }
    }
    #expect(delivered.count == 5)
    #expect(delivered[0].rows.held == .init(source: "zorg", table: "contacts"))
    #expect(delivered[0].rows.total?.basis == .base)
    #expect(figures[0].breaks == [.init(year: 2024, reason: LocalizedText(nl: "Anders.", en: "Different."))])
    #expect(figures[0].panels[0].order == ["2023", "2024"])
    let year = Figure.FixedValue(variable: "year", code: "2024", name: LocalizedText(nl: "jaar", en: "year"))
    let contacts = Figure.HeldTable(source: "zorg", table: "contacts", fixed: [year])
    #expect(delivered[1] == .init(rows: .whole(of: contacts, total: nil), panels: []))
    guard let signs = figures[2].rowDimension, case .each(let together) = delivered[3].rows else {
      Issue.record("the rows are of another kind")
      return
    }
    #expect(signs.order == ["sexual", "labour"])
    #expect(together.map(\.key) == ["work", nil])
    #expect(together.map(\.isTotal) == [true, false])
    #expect(together[0].label == together[0].measure)
    #expect(
      together[0].held.fixed == [
        Figure.FixedValue(variable: "kind", code: "labour"), Figure.FixedValue(variable: "year", code: "2024"),
      ])
  }

  @Test(arguments: [
    (
      "source: zorg, table: contacts }", "source: zorgg, table: contacts }",
      "unknown-reference 11 onbekende melder `zorgg` in `counts` in figuur soorten; bedoelt u `zorg`?"
    ),
    (
      "source: zorg, table: contacts }", "source: zorg, table: contact }",
      "unknown-reference 11 onbekende tabel `contact` in `counts` in figuur soorten; bedoelt u `contacts`?"
    ),
    (
      "rows: { variable: kind,", "rows: { variable: knd,",
      "unknown-variable 12 onbekende variabele `knd` in figuur soorten; bedoelt u `kind`?"
    ),
    (
      "rows: { variable: kind,", "rows: { variable: age,",
      "unknown-category 12 onbekende categorie `labour` van `age` in figuur soorten."
    ),
    (
      "order: [labour, sexual]", "order: [labour, organ]",
      "unknown-category 12 geen tabel van figuur soorten vraagt `organ` van `kind`."
    ),
    (
      "is: 2024", "is: 2022",
      "unknown-category 22 tabel contacts vraagt `2022` van `year` niet, zoals `counts` in figuur geheel wil; bedoelt u `2023`?"
    ),
    (
      "at: { year: {", "at: { yer: {",
      "unknown-variable 22 tabel contacts heeft geen kenmerk `yer`, zoals `counts` in figuur geheel vraagt; bedoelt u `year`?"
    ),
    (
      ", at: { year: { is: 2024, name: { nl: jaar, en: year } } }", "",
      "count-figure 22 tabel contacts gaat over meer jaren; zet in figuur geheel `year` in de kolommen of bij `at`."
    ),
    (
      "rows: { variable: kind, name: { nl: soort, en: kind } }", "rows: { whole: true }",
      "count-figure 28 figuur signalen laat `kind` niet zien, maar de categorieën van tabel signs mogen niet worden "
        + "opgeteld; zet `kind: total` bij `at`."
    ),
    (
      "rows: { variable: kind, name: { nl: soort, en: kind } }",
      "rows: { variable: kind, name: { nl: soort, en: kind } }\n    row-total: { label: { nl: Totaal, en: Total } }",
      "count-figure 30 de categorieën van tabel signs mogen niet worden opgeteld; geef `row-total` in figuur signalen "
        + "`basis: base`, het totaal of de basis die de melder geeft."
    ),
    (
      "rows: { variable: kind, name: { nl: soort, en: kind } }",
      "rows: { variable: kind, name: { nl: soort, en: kind } }\n    row-total: { label: { nl: n, en: n }, basis: base }",
      "count-figure 28 figuur signalen vraagt een totaal dat tabel signs niet levert (`total: true`)."
    ),
    (
      "rows: { variable: kind, name: { nl: soort, en: kind } }",
      "rows: { variable: kind, name: { nl: soort, en: kind }, pools: [{ label: { nl: a, en: a }, of: [sexual, labour] }] }",
      "count-figure 29 `kind` in figuur signalen neemt categorieën samen, en die van tabel signs mogen niet worden opgeteld."
    ),
    (
      "counts: { source: zorg, table: contacts }\n",
      "counts: { source: zorg, table: contacts }\n    filter: kind is labour\n",
      "count-figure 12 `filter` kiest uit gevallen en hoort niet bij figuur soorten, die over geleverde aantallen gaat."
    ),
    (
      "at: { kind: labour, year: 2024 }", "at: { kind: labour, year: 2024, age: minor }",
      "unknown-variable 36 tabel contacts heeft geen kenmerk `age`, zoals een rij van figuur samen vraagt."
    ),
    (
      "from: [policeAge], pools: [*minor, *adult]", "from: [policeAge], order: [minor, young]",
      "classes-apart 43 klasse `young` van `age` in figuur leeftijd is niet te maken uit `policeAge` van tabel ages; "
        + "gemeenschappelijk zijn: onder 18; 18 tot en met 25; 26 of meer."
    ),
    (
      "year: 2024, reason: { nl: Anders., en: Different. }", "year: 2024",
      "missing-key 16 in een breuk van figuur soorten ontbreekt `reason`."
    ),
  ])
  func `a mistake is named with its line and a suggestion`(_ old: String, _ new: String, _ expected: String) {
    let found = findings(old, new)
    #expect(found.contains(expected), "\(found)")
  }

  @Test func `a value held may have other words in the open data, or none`() throws {
    for (label, expected) in [("\"\"", LocalizedText("")), ("2023-2024", LocalizedText("2023-2024"))] {
      var files = countFigureFiles
      let long = "is: 2024, name: { nl: jaar, en: year }"
      files["figures.yaml"] = files["figures.yaml"]?.replacing(long, with: long + ", label: \(label)")
      let (monitor, findings) = FolderReading.load(files: files)
      #expect(findings.map { $0.sentence(in: .nl) } == [])
      guard case .delivered(let whole) = try #require(monitor).figures[1].numbers else {
        Issue.record("the figure is not over counts")
        return
      }
      #expect(whole.rows.held?.fixed.map(\.label) == [expected])
    }
  }

  @Test func `a source that delivers records has no counts to give`() {
    let records = FolderReading.load(
      files: SmallMonitor.files.merging([
        "figures.yaml": """
        source: { nl: Bron, en: Source }
        figures:
          - figure: fig-1
            title: { nl: Vormen, en: Forms }
            measure: { nl: slachtoffers, en: victims }
            unit: victim
            counts: { source: zorg, table: contacts }
            rows: { whole: true }
        """
      ]) { $1 })
    #expect(
      records.findings.map(\.message.nl)
        == ["melder zorg in `counts` in figuur fig-1 levert geen aantallen maar meldingen."])
  }

  @Test func `classes of one variable do not overlap`() {
    #expect(
      findings("from: 18, below: 26", "from: 17, below: 26", in: "codebook.yaml").filter { $0.hasPrefix("out") } == [
        "out-of-range 11 de klassen `under18` en `to25` van variabele policeAge overlappen."
      ])
    #expect(
      findings("from: 18, below: 26", "from: 26, below: 26", in: "codebook.yaml").first
        == "out-of-range 12 `bounds` in categorie to25 van variabele policeAge laten geen enkel getal over.")
  }
}
