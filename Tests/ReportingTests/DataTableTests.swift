import Charts
import Foundation
import Model
import Testing

@testable import Reporting

/// The table under a chart, element by element.
struct DataTableTests {
  /// The cell in the body of a table of one cell.
  private func data(_ cell: Cell, _ language: Language, unit: LocalizedText? = nil, isTop: Bool = false) -> String {
    let ranks = isTop ? TableShape.RankMeasures(inColumn: LocalizedText("p"), inTotal: LocalizedText("q")) : nil
    let row = SmallTable.row("r", LocalizedText("r"), unit: unit ?? SmallTable.visitors)
    let table = SmallTable.table([[cell]], rows: [row], ranks: ranks)
    let markup = dataTable(table, caption: "c", in: language).rendered
    let (start, end) = ("<tbody><tr><th scope=\"row\">R</th>", "</tr></tbody></table>")
    guard let head = markup.range(of: start), let tail = markup.range(of: end) else { return markup }
    return String(markup[head.upperBound..<tail.lowerBound])
  }

  struct Shown: Sendable {
    var cell: Cell
    var nl, en: String
    init(_ value: CellValue, _ nl: String, _ en: String, rung: Rung = .linked, rank: Int? = nil, base: Int? = nil) {
      (cell, self.nl, self.en) = (Cell(value, rung: rung, rank: rank, base: base), nl, en)
    }
  }

  private static func marked(_ mark: String, _ words: String) -> String {
    "<td class=\"figure\"><span aria-hidden=\"true\">\(mark)</span><span class=\"hidden\">\(words)</span></td>"
  }

  private static func plain(_ inner: String) -> String { "<td class=\"figure\">\(inner)</td>" }

  private static func absent(_ words: String) -> String { "<td class=\"figure absent\">\(words)</td>" }

  private static let share = Quantity(numerator: 2470, denominator: 100, decimals: 1)

  static let states: [Shown] = [
    Shown(.exact(Quantity(1334)), plain("1.334"), plain("1,334")),
    Shown(.exact(Quantity(0)), plain("0"), plain("0")),
    Shown(.exact(share), plain("24,7"), plain("24.7")),
    Shown(
      .exact(share), plain("24,7<span class=\"range\">n = 1.500</span>"),
      plain("24.7<span class=\"range\">n = 1,500</span>"), base: 1500),
    Shown(
      .exact(Quantity(7)),
      plain("<span class=\"rank\" aria-hidden=\"true\">2</span><span class=\"hidden\">plaats 2: </span>7"),
      plain("<span class=\"rank\" aria-hidden=\"true\">2</span><span class=\"hidden\">place 2: </span>7"), rank: 2),
    Shown(
      .rounded(Quantity(1335), base: 5), marked("≈\u{202F}1.335", "1.335, afgerond op een veelvoud van 5"),
      marked("≈\u{202F}1,335", "1,335, rounded to a multiple of 5")),
    Shown(
      .provisional(Quantity(3)), marked("3*", "3, voorlopig cijfer"), marked("3*", "3, provisional figure")),
    Shown(
      .revised(Quantity(3), before: Quantity(2)), marked("3†", "3, herzien, eerder 2"),
      marked("3†", "3, revised, earlier 2")),
    Shown(
      .estimate(Quantity(2400), lower: Quantity(1000), upper: Quantity(3000), percent: 95),
      plain("2.400<span class=\"range\">1.000–3.000</span>"), plain("2,400<span class=\"range\">1,000–3,000</span>"),
      rung: .estimated),
    Shown(
      .estimateWithoutInterval(Quantity(9)), marked("9", "9, schatting zonder interval"),
      marked("9", "9, estimate without an interval"), rung: .estimated),
    Shown(
      .estimateWithoutInterval(Quantity(9)), marked("9", "9, afgeleid van een schatting zonder interval"),
      marked("9", "9, derived from an estimate without an interval"), rung: .apportioned),
    Shown(
      .suppressed(.primary), marked("×", "afgeschermd om herkenning te voorkomen"),
      marked("×", "withheld to prevent recognition")),
    Shown(
      .suppressed(.secondary), marked("×", "afgeschermd om herkenning te voorkomen"),
      marked("×", "withheld to prevent recognition")),
    Shown(
      .notShown, marked("…", "niet getoond, van deze rij staat alleen het totaal in de lijst"),
      marked("…", "not shown, of this row the list gives the total only")),
    Shown(.notApplicable, marked("–", "niet van toepassing"), marked("–", "not applicable")),
    Shown(
      .undefined, marked("∅", "niet te berekenen, er is niets om over te rekenen"),
      marked("∅", "undefined, there is nothing to compute over")),
    Shown(
      .notEstimable, marked("∄", "niet te schatten, de methode geeft hier geen getal"),
      marked("∄", "not estimable, the method gives no number here")),
    Shown(.notAsked, absent("niet gevraagd"), absent("not asked")),
    Shown(.notDelivered, absent("niet geleverd"), absent("not delivered")),
    Shown(.notRecorded, absent("niet geregistreerd"), absent("not recorded")),
    Shown(.notDerivable, absent("niet af te leiden"), absent("not derivable")),
  ]

  @Test(arguments: states) func `every state of a cell reads as it should`(_ shown: Shown) {
    #expect(data(shown.cell, .nl) == shown.nl)
    #expect(data(shown.cell, .en) == shown.en)
  }

  @Test func `all states of cells are tried`() {
    let tried = Set(Self.states.map(\.cell.state))
    #expect(tried == Set(CellState.allCases))
  }

  @Test func `per cent stands at every number of a share and at nothing else`() {
    let percent = LocalizedText("%")
    #expect(data(SmallTable.exact(24), .nl, unit: percent) == Self.plain("24%"))
    #expect(
      data(Cell(.provisional(Quantity(24)), rung: .linked), .nl, unit: percent)
        == Self.marked("24*%", "24, voorlopig cijfer"))
    #expect(
      data(Cell(.notApplicable, rung: .linked), .nl, unit: percent) == Self.marked("–", "niet van toepassing"))
  }

  @Test func `in a top list what is not there is a mark and no words`() {
    #expect(data(Cell(.notDelivered, rung: .linked), .nl, isTop: true) == Self.marked("?", "niet geleverd"))
    #expect(data(Cell(.notAsked, rung: .linked), .en, isTop: true) == Self.marked("○", "not asked"))
  }

  @Test func `a whole table is these bytes`() {
    let table = SmallTable.table(
      [[SmallTable.exact(1), SmallTable.exact(2)], [SmallTable.exact(3), SmallTable.exact(4)]],
      rows: [
        SmallTable.row("a", SmallTable.text("jongeren", "youths")),
        SmallTable.row("total", SmallTable.text("totaal", "total"), total: true),
      ],
      columns: [
        SmallTable.column("2020"), SmallTable.column("all", "2020-2021", panel: nil, total: true),
      ])
    #expect(
      dataTable(table, caption: "Bezoek & <meer>", in: .nl).rendered
        == [
          "<table class=\"data\"><caption><span>Bezoek &amp; &lt;meer&gt;</span></caption>",
          "<thead><tr><th scope=\"col\" class=\"corner\">soort</th><th scope=\"col\" class=\"figure\">2020</th>",
          "<th scope=\"col\" class=\"figure total start\">2020-2021</th></tr></thead>",
          "<tbody><tr><th scope=\"row\">Jongeren</th><td class=\"figure\">1</td>",
          "<td class=\"figure total start\">2</td></tr>",
          "<tr class=\"total\"><th scope=\"row\">Totaal</th><td class=\"figure\">3</td>",
          "<td class=\"figure total start\">4</td></tr></tbody></table>",
        ].joined())
  }

  @Test func `several panels stand in a row above their columns`() {
    let columns = [
      SmallTable.column("2020"), SmallTable.column("2021"),
      SmallTable.column("f", "vrouw", axis: SmallTable.text("geslacht", "sex"), panel: 1),
      SmallTable.column("all", "samen", panel: nil, total: true),
    ]
    let table = SmallTable.table(
      [(1...4).map(SmallTable.exact)], columns: columns,
      panels: [SmallTable.text("jaar", "year"), SmallTable.text("geslacht", "sex")])
    let markup = dataTable(table, caption: "c", in: .en).rendered
    #expect(
      markup.contains(
        [
          "<thead><tr><th scope=\"col\" class=\"corner\" rowspan=\"2\">kind</th>",
          "<th scope=\"colgroup\" colspan=\"2\" class=\"figure panel\">year</th>",
          "<th scope=\"colgroup\" colspan=\"1\" class=\"figure start panel\">sex</th>",
          "<th scope=\"col\" rowspan=\"2\" class=\"figure total start\">samen</th></tr>",
          "<tr><th scope=\"col\" class=\"figure\">2020</th><th scope=\"col\" class=\"figure\">2021</th>",
          "<th scope=\"col\" class=\"figure start\">vrouw</th></tr></thead>",
        ].joined()))
  }

  @Test func `rows without an axis leave the corner empty and go by their measure`() {
    let table = SmallTable.table(
      [[SmallTable.exact(1)]],
      rows: [SmallTable.row("a", SmallTable.text("x", "x"), axis: nil, measure: SmallTable.text("meldingen", "calls"))],
      columns: [SmallTable.column("value", "", axis: LocalizedText(""), panel: nil)], panels: [])
    #expect(
      dataTable(table, caption: "c", in: .nl).rendered.contains(
        [
          "<thead><tr><td class=\"corner\"></td><th scope=\"col\" class=\"figure\">Waarde</th></tr></thead>",
          "<tbody><tr><th scope=\"row\">Meldingen</th>",
        ].joined()))
    #expect(dataTable(table, caption: "c", in: .en).rendered.contains(">Value</th>"))
  }

  @Test func `another measure or unit than that of the other rows is said in the header of the row`() {
    let rows = [
      SmallTable.row("a", LocalizedText("een")),
      SmallTable.row("b", LocalizedText("twee"), measure: SmallTable.text("in totaal", "in all")),
      SmallTable.row("c", LocalizedText("drie"), unit: SmallTable.text("uren", "hours")),
      SmallTable.row("d", LocalizedText("vier"), unit: LocalizedText("%")),
      SmallTable.row("m", LocalizedText("vijf"), measure: SmallTable.text("gemiddeld", "mean"), summary: true),
    ]
    let markup = dataTable(SmallTable.table(rows.map { _ in [SmallTable.exact(1)] }, rows: rows), caption: "c", in: .nl)
      .rendered
    let heads = markup.matches(of: /<th scope="row">([^<]*)</).map { String($0.1) }
    #expect(heads == ["Naar soort: een", "In totaal: twee", "Naar soort: drie (uren)", "Naar soort: vier", "Vijf"])
    #expect(markup.contains("<tr class=\"summary\">"))
  }

  @Test func `a break is marked at the year from which it holds, between columns and between rows`() {
    let change = Figure.SeriesBreak(year: 2021, reason: SmallTable.text("Anders.", "Other."))
    let across = SmallTable.table(
      [[SmallTable.exact(1), SmallTable.exact(2), SmallTable.exact(3)]],
      columns: ["2020", "2021", "2022"].map { SmallTable.column($0) }, breaks: [change])
    let mark = "<span class=\"break-mark\" aria-hidden=\"true\"> ≠</span>"
    #expect(
      dataTable(across, caption: "c", in: .en).rendered.contains(
        [
          "<th scope=\"col\" class=\"figure\">2020</th><th scope=\"col\" class=\"figure break\">2021\(mark)",
          "<span class=\"hidden\">, the series breaks here</span></th><th scope=\"col\" class=\"figure\">2022</th>",
        ].joined()))
    let down = SmallTable.table(
      [[SmallTable.exact(1)], [SmallTable.exact(2)]],
      rows: ["2020", "2021"].map { SmallTable.row($0, LocalizedText($0)) }, breaks: [change])
    #expect(
      dataTable(down, caption: "c", in: .nl).rendered.contains(
        "<tr class=\"break\"><th scope=\"row\">2021\(mark)<span class=\"hidden\">, hier breekt de reeks</span></th>"))
    #expect(breakWords(change).nl == "Vanaf 2021 niet vergelijkbaar met eerder. Anders.")
    #expect(breakWords(change).en == "From 2021 not comparable with before. Other.")
  }

  @Test func `the legend has each mark once, in the order of the table, and no words that stand there already`() {
    func cell(_ value: CellValue) -> Cell { Cell(value, rung: .linked) }
    let cells = [
      [cell(.exact(Quantity(1))), cell(.suppressed(.primary)), cell(.provisional(Quantity(2)))],
      [cell(.suppressed(.secondary)), cell(.notDelivered), cell(.rounded(Quantity(10), base: 10))],
    ]
    let dutch = marks(in: SmallTable.table(cells), .nl)
    #expect(dutch.map(\.mark) == ["×", "*", "≈"])
    #expect(
      dutch.map(\.meaning) == [
        "afgeschermd om herkenning te voorkomen", "voorlopig cijfer", "afgerond op een veelvoud van 10",
      ])
    let english = marks(in: SmallTable.table(cells), .en).map(\.meaning)
    #expect(english == ["withheld to prevent recognition", "provisional figure", "rounded to a multiple of 10"])
    let top = SmallTable.table(cells, ranks: .init(inColumn: LocalizedText("p"), inTotal: LocalizedText("q")))
    #expect(marks(in: top, .nl).map(\.mark) == ["×", "*", "?", "≈"])
    #expect(marks(in: SmallTable.table([[SmallTable.exact(1)]]), .nl).isEmpty)
  }
}
