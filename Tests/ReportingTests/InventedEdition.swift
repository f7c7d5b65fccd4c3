@testable import Linkage
@testable import Classification
import Disclosure
@testable import Model
import Narrative
import Reporting

@testable import Tabulation

/// A small monitor with two tables, invented and checkable by eye.
enum InventedEdition {
  static func text(_ nl: String, _ en: String) -> LocalizedText { LocalizedText(nl: nl, en: en) }

  static let unit = UnitOfCount(name: "visitor", label: text("bezoekers", "visitors"), repeats: .oncePerYear)

  static let kind = Variable(
    name: "kind", kind: .category, label: text("soort", "kind"), definition: text("Wie er kwam.", "Who came."),
    categories: [
      Category(code: "child", label: text("Kinderen", "Children")),
      Category(code: "old", label: text("Ouderen", "Elderly")),
    ])

  static let age = Variable(
    name: "age", kind: .number(unit: text("jaar", "years"), decimals: 0, minimum: 0, maximum: 110),
    label: text("leeftijd", "age"))

  static let rules = [
    Rule(
      name: "kind-from-age", reason: text("Kinderen zijn jonger dan 18.", "Children are under 18."),
      source: "Paragraaf 1",
      step: .derive(
        target: "kind", cases: [Rule.DerivedCase(condition: .compares(variable: "age", .less, 18), value: "child")],
        otherwise: "old")),
    Rule(
      name: "no-dogs", reason: text("Honden tellen niet mee.", "Dogs do not count."), source: "Paragraaf 2",
      step: .exclude(when: .isIn(variable: "kind", values: ["unknown"]))),
  ]

  static func monitor(title: String = "Bezoek", provenance: Monitor.Provenance = .registered) -> Monitor {
    Monitor(
      name: "bezoek-2020", title: text(title, "Visits"), edition: "2021", publisher: text("De gemeente", "The town"),
      years: 2020...2021, referenceDate: "2022-03-01", seed: 7, units: [unit],
      publication: .init(policy: "publishAsIs", reason: text("Alles is verzonnen.", "All is invented.")),
      provenance: provenance, introduction: text("Wie er kwam.", "Who came."),
      codebook: Codebook(version: "1", variables: [kind, age]),
      grounds: [
        LegalGround(
          name: "law", label: text("Wet", "Law"), article: "art. 1", lane: .identified,
          condition: .compares(variable: "age", .atLeast, 16), examples: [])
      ],
      sources: [
        Source(
          name: "gate", label: text("Poort", "Gate"), group: "gate", definition: text("Wie binnenkomt.", "Who enters."),
          lane: .identified, grounds: ["law"], columns: [])
      ],
      link: LinkPlan(
        reason: text("Een persoon telt één keer.", "A person counts once."), source: "Paragraaf 3",
        combinations: [.init(target: "kind", variable: "kind", method: .firstKnown)]),
      rules: rules,
      figures: [
        Figure(
          id: "fig-1", title: text("Bezoekers", "Visitors"), measure: text("bezoekers", "visitors"), unit: unit,
          numbers: .counted(
            .init(
              filter: .isIn(variable: "kind", values: ["child", "old"]),
              rows: .dimension(.init(variable: "kind", name: text("soort", "kind"), order: ["child", "old"])),
              panels: [])))
      ])
  }

  static func imprint(_ monitor: Monitor = monitor()) -> Imprint {
    Imprint(
      monitor: monitor, version: "1.2.3",
      departures: [
        Departure(
          figure: "fig-1", place: text("Totaal, 2020", "Total, 2020"), published: "41", here: "40",
          reason: text("De som klopte niet.", "The sum was wrong."))
      ])
  }

  /// One delivery, of which the rules left out seven cases and filled in three.
  static var account: ConfidentialAccount {
    var rules = ClassificationReport()
    rules.exclusions = [
      .init(rule: "no-dogs", perYear: [.init(year: "2020", cases: 3), .init(year: "2021", cases: 4)])
    ]
    rules.imputations = [
      .init(
        rule: "kind-from-age", target: "kind", strataVariables: [],
        strata: [.init(values: [], known: 6, imputed: 3, leftUnknown: 1)])
    ]
    return ConfidentialAccount(
      deliveries: [
        DeliverySummary(
          source: "gate", period: "2020", version: 1, fileName: "poort-2020.csv", checksum: "ab12", rowsRead: 1234,
          rowsTaken: 1230, rowsSetAside: 4, rowsMovedDown: 2)
      ],
      links: LinkReport(
        notifications: 1230, withoutPerson: 0, cases: 1100, persons: 1100,
        conflicts: [.init(variable: "kind", cases: 5)]),
      classification: rules, years: 2020...2021,
      findings: [FindingTally(rule: "year-range", severity: .error, count: 4)], grid: .empty)
  }

  static func cells(_ numbers: Int...) -> [Cell] { numbers.map { Cell(.exact(Quantity($0)), rung: .linked) } }

  /// Kinds by year with totals; and a quoted number without axes.
  static func tables(label: String = "Kinderen") -> [ConfidentialTable] {
    func row(_ key: String, _ nl: String, _ en: String, total: Bool = false) -> TableShape.RowHeader {
      TableShape.RowHeader(
        key: key, name: text("soort", "kind"), label: text(nl, en),
        measure: text("bezoekers naar soort", "visitors by kind"),
        unit: .named(text("bezoekers", "visitors")), isTotal: total)
    }
    func column(_ label: String, total: Bool = false) -> TableShape.ColumnHeader {
      TableShape.ColumnHeader(
        key: label, name: text(total ? "periode" : "jaar", total ? "period" : "year"), label: LocalizedText(label),
        panel: total ? nil : 0, isTotal: total)
    }
    let first = TableShape(
      figure: "fig-1", title: text("Bezoekers naar soort", "Visitors by kind"), unit: unit,
      rows: [
        row("child", label, "Children"), row("old", "Ouderen", "Elderly"), row("total", "Totaal", "Total", total: true),
      ],
      columns: [column("2020"), column("2021"), column("2020-2021", total: true)], panels: [text("jaar", "year")],
      chart: .stackedBars, sourceLine: text("Bron: de poort", "Source: the gate"),
      notes: [text("Geteld bij de poort.", "Counted at the gate.")],
      rankMeasures: .init(inColumn: text("plaats", "place"), inTotal: text("plaats in totaal", "place overall")))
    var cells = [Self.cells(10, 20, 30), Self.cells(30, 40, 70), Self.cells(40, 60, 100)]
    cells[1][0].rank = 1
    cells[1][2].rank = 1
    cells[0][1] = Cell(.suppressed(.primary), rung: .linked)
    let quoted = TableShape(
      figure: "tekst-1", title: text("Geschat", "Estimated"), unit: unit,
      rows: [
        TableShape.RowHeader(
          key: "quoted-1", name: nil, label: text("", ""), measure: text("geschat, \"ruw\"", "estimated, \"rough\""),
          unit: .named(text("bezoekers", "visitors")))
      ],
      columns: [TableShape.ColumnHeader(key: "value", name: LocalizedText(""), label: LocalizedText(""), panel: nil)],
      panels: [], chart: .none, sourceLine: text("", ""), notes: [])
    let estimate = CellValue.estimate(
      Quantity(numerator: 247, denominator: 10, decimals: 1), lower: Quantity(20), upper: Quantity(30), percent: 95)
    return [
      ConfidentialTable(shape: first, cells: cells),
      ConfidentialTable(shape: quoted, cells: [[Cell(estimate, rung: .estimated)]]),
    ]
  }

  static func publication(label: String = "Kinderen") -> Publication {
    Publication(
      of: tables(label: label), account: account,
      under: .publishAsIs(reason: text("Alles is verzonnen.", "All is invented.")))
  }

  /// A text with everything a text can hold.
  static func texts(over publication: Publication) -> [EvaluatedText] {
    let body = """
      In 2021 kwamen er {{ count(1, old, 2021) }}; [ruw][^a] [[ "5 & meer" | Bron <x> ]], zie {{ reference(1) }}.

      ## Wat <b>telt</b>

      - *een*
      - **twee** [links](https://example.org/?a=1&b=2), [figuur](figure:1), [methode](method:), [kop](#slot), [tekst](text:01-a)

      1. {{ count(1, old, 2020) | words }}

      > Aangehaald.

      ::: definition Bezoek
      Wie binnenkomt.
      :::

      ::: casestory
      Iemand.
      :::

      | a | b |
      |---|---|
      | x | {{ share(1, old, 2021) }} |

      {{ figure(1) }}

      {{ figure(tekst-1) }}

      ## Slot

      Einde.[^a]

      [^a]: Een noot over {{ count(1, child, 2021) }}.
      """
    let sources = [
      MonitorText(name: "01-a", source: text("# Bezoek & zo\n\n" + body, "# Visits\n\n" + body)),
      MonitorText(name: "02-b", source: text("# Kort\n\nKlein.", "# Short\n\nSmall.")),
    ]
    return TextReading(sources, over: publication, period: 2020...2021).texts
  }

  /// Not SHA-256: a stand-in that is different for different bytes.
  static func checksum(_ bytes: [UInt8]) -> String {
    "sum-" + String(bytes.reduce(into: UInt64(17)) { $0 = $0 &* 31 &+ UInt64($1) }, radix: 16)
  }

  static func edition(_ monitor: Monitor = monitor(), label: String = "Kinderen") throws -> Edition {
    let publication = publication(label: label)
    return try Edition(of: publication, texts: texts(over: publication), imprint: imprint(monitor), checksum: checksum)
  }
}
