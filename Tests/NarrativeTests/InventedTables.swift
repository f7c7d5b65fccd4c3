import Disclosure
import Model

@testable import Narrative
@testable import Tabulation

/// Tables invented for these tests, checkable by eye.
///
///     fig-1.1   2018 2019 2020 | labour sexual | total     (unknown column in both panels: no)
///     minor        2    4    - |      1      5 |     6
///     adult        8   16   20 |     24     20 |    44
///     unknown      0    0    1 |      1      0 |     1
///     total       10   20   21 |     26     25 |    51
///     mean-age  21.5 22.0  -   |   30.0   19.0 |  24.5
enum Invented {
  static let victims = LocalizedText(nl: "slachtoffers", en: "victims")
  static let unit = UnitOfCount(name: "victim", label: victims, repeats: .oncePerYear)

  static func exact(_ numbers: Int?...) -> [Cell] {
    numbers.map { Cell($0.map { .exact(Quantity($0)) } ?? .notDelivered, rung: .linked) }
  }

  private static func row(
    _ key: String, _ nl: String, _ en: String, unit: LocalizedText = victims, total: Bool = false, summary: Bool = false
  ) -> TableShape.RowHeader {
    TableShape.RowHeader(
      key: key, name: LocalizedText(nl: "leeftijd", en: "age"), label: LocalizedText(nl: nl, en: en),
      measure: LocalizedText(nl: "slachtoffers naar leeftijd", en: "victims by age"), unit: .named(unit),
      isTotal: total,
      isSummary: summary)
  }

  private static func column(_ key: String, _ panel: Int?, total: Bool = false) -> TableShape.ColumnHeader {
    TableShape.ColumnHeader(
      key: key, name: LocalizedText(nl: "jaar", en: "year"), label: LocalizedText(key), panel: panel, isTotal: total)
  }

  static func shape(
    _ figure: String, _ rows: [TableShape.RowHeader], _ columns: [TableShape.ColumnHeader], panels: [LocalizedText]
  ) -> TableShape {
    TableShape(
      figure: figure, title: LocalizedText(nl: "Verzonnen", en: "Invented"), unit: unit, rows: rows, columns: columns,
      panels: panels, chart: .none, sourceLine: LocalizedText(""), notes: [])
  }

  private static var ages: ConfidentialTable {
    func mean(_ tenths: Int?...) -> [Cell] {
      tenths.map {
        Cell($0.map { .exact(Quantity(numerator: $0, denominator: 10, decimals: 1)) } ?? .undefined, rung: .linked)
      }
    }
    let years = LocalizedText(nl: "jaar", en: "years")
    return ConfidentialTable(
      shape: shape(
        "fig-1.1",
        [
          row("minor", "Minderjarig", "Minor"), row("adult", "Volwassen", "Adult"),
          row("unknown", "Onbekend", "Unknown"),
          row("total", "Totaal", "Total", total: true),
          row("mean-age", "Gemiddelde leeftijd", "Mean age", unit: years, summary: true),
        ],
        [
          column("2018", 0), column("2019", 0), column("2020", 0), column("labour", 1), column("sexual", 1),
          column("total", nil, total: true),
        ], panels: [LocalizedText(nl: "jaar", en: "year"), LocalizedText(nl: "vorm", en: "form")]),
      cells: [
        exact(2, 4, nil, 1, 5, 6), exact(8, 16, 20, 24, 20, 44), exact(0, 0, 1, 1, 0, 1), exact(10, 20, 21, 26, 25, 51),
        mean(215, 220, nil, 300, 190, 245),
      ])
  }

  /// Reports of one partner: 130, 179 and 179; the second row small and withheld; several answers.
  private static var reports: ConfidentialTable {
    let unit = LocalizedText(nl: "meldingen", en: "reports")
    var table = [exact(130, 179, 179), exact(100, 120, 0), exact(90, 100, 100)]
    table[1][2] = Cell(.suppressed(.primary), rung: .observed)
    return ConfidentialTable(
      shape: shape(
        "essm-meldingen",
        [
          row("total", "Totaal", "Total", unit: unit, total: true), row("sexual", "Seksueel", "Sexual", unit: unit),
          row("criminal", "Crimineel", "Criminal", unit: unit),
        ], [column("2018", 0), column("2019", 0), column("2020", 0)], panels: [LocalizedText(nl: "jaar", en: "year")]),
      cells: table)
  }

  /// One column, one quoted row with an estimate, one rounded, one provisional.
  private static var single: ConfidentialTable {
    let estimate = CellValue.estimate(Quantity(5000), lower: Quantity(4000), upper: Quantity(6500), percent: 95)
    return ConfidentialTable(
      shape: shape(
        "tab-2.1",
        [
          row("all", "Alle", "All"), row("rough", "Ruw", "Rough"), row("early", "Vroeg", "Early"),
          row("bare", "Zonder", "Without"),
        ],
        [column("value", nil)], panels: []),
      cells: [
        [Cell(estimate, rung: .estimated)], [Cell(.rounded(Quantity(20), base: 10), rung: .linked)],
        [Cell(.provisional(Quantity(7)), rung: .linked)],
        [Cell(.estimateWithoutInterval(Quantity(900)), rung: .estimated)],
      ])
  }

  /// The first in each year; of China only the total is shown.
  ///
  ///            2018  2019  total
  ///     PL      5 2   9 1   14 1
  ///     NG      6 1   3      9 2
  ///     CN      …     …      8
  ///     total  13    18     31
  private static var top: ConfidentialTable {
    func cells(_ numbers: [Int], _ ranks: [Int?]) -> [Cell] {
      zip(numbers, ranks).map { Cell(.exact(Quantity($0)), rung: .linked, rank: $1) }
    }
    var shape = shape(
      "tab-top",
      [
        row("PL", "Polen", "Poland"), row("NG", "Nigeria", "Nigeria"), row("CN", "China", "China"),
        row("total", "Totaal", "Total", total: true),
      ], [column("2018", 0), column("2019", 0), column("total", nil, total: true)],
      panels: [LocalizedText(nl: "jaar", en: "year")])
    shape.rankMeasures = .init(inColumn: LocalizedText("plaats"), inTotal: LocalizedText("plaats in totaal"))
    return ConfidentialTable(
      shape: shape,
      cells: [
        cells([5, 9, 14], [2, 1, 1]), cells([6, 3, 9], [1, nil, 2]),
        [Cell(.notShown, rung: .linked), Cell(.notShown, rung: .linked), Cell(.exact(Quantity(8)), rung: .linked)],
        cells([13, 18, 31], [nil, nil, nil]),
      ])
  }

  /// A kind that did not exist in 2018.
  private static var asked: ConfidentialTable {
    ConfidentialTable(
      shape: shape(
        "asked", [row("labour", "Arbeid", "Labour"), row("online", "Online", "Online")],
        [column("2018", 0), column("2019", 0)], panels: [LocalizedText(nl: "jaar", en: "year")]),
      cells: [exact(4, 5), [Cell(.notAsked, rung: .observed), Cell(.exact(Quantity(2)), rung: .observed)]])
  }

  /// Cases of another partner from 2020 on: 50, 100 and 400, and 60 of them labour; a break lies before 2020.
  private static var broken: ConfidentialTable {
    var shape = shape(
      "broken",
      [row("labour", "Arbeid", "Labour"), row("total", "Totaal", "Total", total: true)],
      [column("2018", 0), column("2019", 0), column("2020", 0)], panels: [LocalizedText(nl: "jaar", en: "year")])
    shape.breaks = [
      Figure.SeriesBreak(
        year: 2020,
        reason: LocalizedText(nl: "In 2020 telde een andere partner.", en: "In 2020 another partner counted."))
    ]
    return ConfidentialTable(shape: shape, cells: [exact(20, 60, 60), exact(50, 100, 400)])
  }

  static let publication = Publication(
    of: [ages, reports, single, top, asked, broken],
    under: .publishAsIs(reason: LocalizedText(nl: "Verzonnen.", en: "Invented.")))

  /// The same body in both languages, below a title.
  static func reading(_ body: String, en: String? = nil, verdicts: [VerdictSet] = []) -> TextReading {
    let source = LocalizedText(nl: "# Titel\n\n" + body, en: "# Title\n\n" + (en ?? body))
    return TextReading(
      [MonitorText(name: "01-tekst", source: source)], over: publication, period: 2018...2020, verdicts: verdicts)
  }

  /// The first paragraph, as a reader reads it.
  static func paragraph(_ body: String, _ language: Language = .nl) -> String? {
    let reading = reading(body)
    guard reading.isUsable else { return nil }
    return reading.texts(in: language).first?.lead
  }

  /// Messages about the Dutch text, in Dutch.
  static func messages(_ body: String) -> [String] {
    reading(body).findings.filter { $0.place.file.hasSuffix(".nl.md") }.map(\.message.nl)
  }
}
