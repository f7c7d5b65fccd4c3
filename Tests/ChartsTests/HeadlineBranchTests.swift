import Disclosure
import Model
import Testing

@testable import Charts

/// Every sentence a headline can hold, in both languages and at its edges.
@Suite struct HeadlineBranchTests {
  private func expectSaid(
    _ table: InventedTable, _ nl: String?, _ en: String?, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(Headline(table.data(in: .nl)).text == nl, sourceLocation: sourceLocation)
    #expect(Headline(table.data(in: .en)).text == en, sourceLocation: sourceLocation)
  }

  private func one(_ numbers: Int...) -> InventedTable {
    InventedTable(chart: .lines, rows: [("A", numbers.map { Cell(.exact(Quantity($0)), rung: .observed) })])
  }

  @Test(
    arguments: [
      (800, 600, "een daling van 25%", "a fall of 25%"), (800, 900, "een stijging van 13%", "a rise of 13%"),
      (100_000, 101_000, "een stijging van 1%", "a rise of 1%"),
      (1_000_000, 997_000, "een daling van minder dan 1%", "a fall of less than 1%"),
      (1000, 2234, "een stijging van 123%", "a rise of 123%"), (0, 6, "een stijging", "a rise"),
      (20, 0, "een daling van 100%", "a fall of 100%"), (19, 0, "een daling", "a fall"),
      (-2, -3, "een daling", "a fall"),
      (20, 40, "een stijging van 100%", "a rise of 100%"),
    ])
  func `a change is in per cent of what it was, rounded half up`(_ old: Int, _ new: Int, _ nl: String, _ en: String) {
    let (before, after) = (Quantity(old), Quantity(new))
    expectSaid(
      one(old, new),
      "Het aantal ging van \(before.formatted(in: .nl)) bezoekers in 2020 naar \(after.formatted(in: .nl)) in 2021, \(nl).",
      "The number went from \(before.formatted(in: .en)) bezoekers in 2020 to \(after.formatted(in: .en)) in 2021, \(en)."
    )
  }

  @Test(arguments: [0, 6, 600])
  func `a number that stands still is said to`(_ number: Int) {
    expectSaid(
      one(number, number), "Het aantal bleef in 2021 gelijk aan 2020: \(number) bezoekers.",
      "The number was in 2021 what it was in 2020: \(number) bezoekers.")
  }

  @Test func `of a percentage no percentage is taken`() {
    var table = InventedTable(chart: .lines, rows: [("A", InventedTable.counts(40, 50))], unit: .perCent)
    expectSaid(
      table, "Het aandeel ging van 40% in 2020 naar 50% in 2021, een stijging.",
      "The share went from 40% in 2020 to 50% in 2021, a rise.")
    table.rows = [("A", InventedTable.counts(50, 40)), ("B", InventedTable.counts(10, 10))]
    table.chart = .stackedBars
    expectSaid(table, "A is in 2021 de grootste groep: 40%.", "A is the largest group in 2021: 40%.")
  }

  @Test(arguments: [(80, 60), (80, 90), (200, 201), (201, 200), (0, 1), (5, 0), (19, 9)])
  func `two counts that chance sets as far apart are no clear change`(_ old: Int, _ new: Int) {
    expectSaid(
      one(old, new),
      "Het aantal ging van \(old)\(old == 1 ? "" : " bezoekers") in 2020 naar \(new) in 2021; dat is geen duidelijke verandering.",
      "The number went from \(old)\(old == 1 ? "" : " bezoekers") in 2020 to \(new) in 2021; that is no clear change.")
  }

  @Test func `numbers over different wholes are not compared`() {
    let half = CellValue.exact(Quantity(numerator: 1, denominator: 2, decimals: 1))
    let table = InventedTable(chart: .lines, rows: [("A", InventedTable.cells(.exact(Quantity(1)), half))])
    expectSaid(table, nil, nil)
    let tenths = [215, 220].map { CellValue.exact(Quantity(numerator: $0, denominator: 10, decimals: 1)) }
    expectSaid(
      InventedTable(chart: .lines, rows: [("A", InventedTable.cells(tenths[0], tenths[1]))]),
      "Het aantal ging van 21,5 bezoekers in 2020 naar 22,0 in 2021, een stijging van 2%.",
      "The number went from 21.5 bezoekers in 2020 to 22.0 in 2021, a rise of 2%.")
  }

  @Test func `only the last two years are compared, and only when both have a number`() {
    var table = InventedTable(
      chart: .lines, rows: [("A", InventedTable.counts(1, 10, 20))], columns: ["2019", "2020", "2021"])
    expectSaid(
      table, "Het aantal ging van 10 bezoekers in 2020 naar 20 in 2021; dat is geen duidelijke verandering.",
      "The number went from 10 bezoekers in 2020 to 20 in 2021; that is no clear change.")
    table.rows[0].cells[1] = Cell(.notAsked, rung: .observed)
    expectSaid(table, nil, nil)
    expectSaid(
      InventedTable(chart: .lines, rows: [("A", InventedTable.counts(5))], columns: ["2020"]), nil, nil)
  }

  @Test func `a year that is not all there is told, and not compared`() {
    func expectLines(_ first: CellValue, _ second: CellValue, _ nl: String?, _ en: String?) {
      let table = InventedTable(chart: .lines, rows: [("A", InventedTable.cells(first, second))])
      expectSaid(table, nl, en)
    }
    let (ten, twenty) = (CellValue.exact(Quantity(10)), CellValue.provisional(Quantity(20)))
    expectLines(
      ten, twenty, "Het aantal: 10 in 2020, 20 (voorlopig) in 2021; deze jaren zijn nog niet te vergelijken.",
      "The number: 10 in 2020, 20 (provisional) in 2021; these years cannot be compared yet.")
    expectLines(
      ten, .notDelivered, "Het aantal: 10 in 2020, niet geleverd in 2021; deze jaren zijn nog niet te vergelijken.",
      "The number: 10 in 2020, not delivered in 2021; these years cannot be compared yet.")
    expectLines(.notDelivered, .notDelivered, nil, nil)
    expectLines(ten, .suppressed(.primary), nil, nil)
  }

  @Test func `a group is not called the largest while its column is provisional`() {
    var table = InventedTable(
      chart: .stackedBars, rows: [("A", InventedTable.counts(10, 20)), ("B", InventedTable.counts(5, 6))])
    expectSaid(table, "A is in 2021 de grootste groep: 20 bezoekers.", "A is the largest group in 2021: 20 bezoekers.")
    table.rows[1].cells[1] = Cell(.provisional(Quantity(6)), rung: .observed)
    expectSaid(table, nil, nil)
  }

  @Test(arguments: [["202", "203"], ["20200", "20201"], ["202a", "202b"], ["2020", "jaar"], ["jaar", "2020"]])
  func `columns are years when they are four digits`(_ columns: [String]) {
    expectSaid(
      InventedTable(chart: .lines, rows: [("A", InventedTable.counts(1, 2))], columns: columns), nil, nil)
  }

  @Test func `across a break both numbers stand without a comparison`() {
    var table = one(10, 20)
    table.breaks = [.init(year: 2021, reason: LocalizedText("x"))]
    expectSaid(
      table, "Het aantal kwam op 10 bezoekers in 2020 en op 20 in 2021; deze jaren zijn niet te vergelijken.",
      "The number stood at 10 bezoekers in 2020 and at 20 in 2021; these years cannot be compared.")
    table.breaks = [.init(year: 2020, reason: LocalizedText("x"))]
    expectSaid(
      table, "Het aantal ging van 10 bezoekers in 2020 naar 20 in 2021; dat is geen duidelijke verandering.",
      "The number went from 10 bezoekers in 2020 to 20 in 2021; that is no clear change.")
  }

  @Test func `lines say first how the total moved, then which is largest; without a total the highest end leads`() {
    expectSaid(
      .plain(.lines),
      "Het aantal ging van 40 bezoekers in 2020 naar 60 in 2021; dat is geen duidelijke verandering. Ouderen is in 2020-2021 de grootste "
        + "groep: 70 van de 100 bezoekers (70%).",
      "The number went from 40 bezoekers in 2020 to 60 in 2021; that is no clear change. Ouderen is the largest group in 2020-2021: "
        + "70 of 100 bezoekers (70%).")
    expectSaid(
      InventedTable(chart: .lines, rows: [("A", InventedTable.counts(9, 1)), ("B", InventedTable.counts(1, 2))]),
      "B ging van 1 in 2020 naar 2 in 2021; dat is geen duidelijke verandering. B is in 2021 de grootste groep: 2 bezoekers.",
      "B went from 1 in 2020 to 2 in 2021; that is no clear change. B is the largest group in 2021: 2 bezoekers.")
  }

  @Test(arguments: [ChartKind.stackedBars, .rankedBars, .topTable])
  func `the others say first which group is largest`(_ kind: ChartKind) {
    expectSaid(
      .plain(kind),
      "Ouderen is in 2020-2021 de grootste groep: 70 van de 100 bezoekers (70%). Het aantal ging van 40 bezoekers in 2020 "
        + "naar 60 in 2021; dat is geen duidelijke verandering.",
      "Ouderen is the largest group in 2020-2021: 70 of 100 bezoekers (70%). The number went from 40 bezoekers in 2020 to "
        + "60 in 2021; that is no clear change.")
    expectSaid(
      InventedTable(chart: kind, rows: [("A", InventedTable.counts(1, 2))]),
      "Het aantal ging van 1 in 2020 naar 2 in 2021; dat is geen duidelijke verandering.",
      "The number went from 1 in 2020 to 2 in 2021; that is no clear change.")
  }

  /// Of 1 in 8 the share is 12.5, of 3 in 2 there is none.
  @Test(
    arguments: [
      (
        2, 16, "A is in 2020 de grootste groep: 2 van de 16 bezoekers (13%).",
        "A is the largest group in 2020: 2 of 16 bezoekers (13%)."
      ),
      (
        3, 3, "A is in 2020 de grootste groep: 3 van de 3 bezoekers (100%).",
        "A is the largest group in 2020: 3 of 3 bezoekers (100%)."
      ),
      (3, 2, "A is in 2020 de grootste groep: 3 bezoekers.", "A is the largest group in 2020: 3 bezoekers."),
      (0, 2, nil, nil),
    ] as [(Int, Int, String?, String?)])
  func `a share is said of a part of its whole`(_ part: Int, _ whole: Int, _ nl: String?, _ en: String?) {
    let table = InventedTable(
      rows: [
        ("A", InventedTable.counts(part)), ("B", InventedTable.counts(-1)), ("Totaal", InventedTable.counts(whole)),
      ], columns: ["2020"])
    expectSaid(table, nl, en)
  }

  @Test func `no share is said of numbers that are no counts`() {
    let mean = CellValue.exact(Quantity(numerator: 5, denominator: 2, decimals: 1))
    func table(_ part: CellValue, _ whole: CellValue) -> InventedTable {
      InventedTable(
        rows: [
          ("A", InventedTable.cells(part)), ("B", InventedTable.counts(1)), ("Totaal", InventedTable.cells(whole)),
        ], columns: ["2020"])
    }
    expectSaid(
      table(mean, .exact(Quantity(10))), "A is in 2020 de grootste groep: 2,5 bezoekers.",
      "A is the largest group in 2020: 2.5 bezoekers.")
    let whole = CellValue.exact(Quantity(numerator: 21, denominator: 2, decimals: 1))
    expectSaid(
      table(.exact(Quantity(2)), whole), "A is in 2020 de grootste groep: 2 bezoekers.",
      "A is the largest group in 2020: 2 bezoekers.")
    expectSaid(
      table(.exact(Quantity(2)), .notDelivered), "A is in 2020 de grootste groep: 2 bezoekers.",
      "A is the largest group in 2020: 2 bezoekers.")
  }

  @Test func `rows of the same size are named together, and a column without a name is not`() {
    let rows = ["A", "B", "C"].map { ($0, InventedTable.counts($0 == "C" ? 1 : 5)) }
    expectSaid(
      InventedTable(rows: rows, columns: ["2020"]), "A en B zijn in 2020 even groot, elk 5, en het grootst.",
      "A and B are equally large in 2020, 5 each, and the largest.")
    expectSaid(
      InventedTable(rows: rows, columns: [""]), "A en B zijn even groot, elk 5, en het grootst.",
      "A and B are equally large, 5 each, and the largest.")
    expectSaid(
      InventedTable(rows: Array(rows.dropFirst()), columns: [""]), "B is de grootste groep: 5 bezoekers.",
      "B is the largest group: 5 bezoekers.")
  }

  @Test(
    arguments: [
      (ChartKind.stackedBars, "Gestapelde staven", "Stacked bars"), (.lines, "Lijnen", "Lines"),
      (.rankedBars, "Staven, de grootste bovenaan", "Bars, the largest first"),
      (.topTable, "Rangen met staafjes", "Ranks with small bars"), (.none, "", ""),
    ])
  func `a description says the kind, the axes, the rows and the numbers of the total`(
    _ kind: ChartKind, _ nl: String, _ en: String
  ) {
    let table = InventedTable.plain(kind)
    #expect(
      description(of: table.data(in: .nl))
        == "\(nl) per jaar. Getoond: Kinderen; Ouderen. Totaal: 40 bezoekers in 2020; 60 in 2021; 100 in 2020-2021. Alle "
        + "getallen staan in de tabel.")
    #expect(
      description(of: table.data(in: .en))
        == "\(en) by year. Shown: Kinderen; Ouderen. Totaal: 40 bezoekers in 2020; 60 in 2021; 100 in 2020-2021. All "
        + "numbers are in the table.")
  }

  @Test func `a description names every panel and tells the breaks, and two rows have no lead`() {
    let panels = [LocalizedText(nl: "jaar", en: "year"), LocalizedText(nl: "vorm", en: "form"), LocalizedText("")]
    let table = InventedTable(
      chart: .lines, rows: [("A", InventedTable.counts(1, 2, 3, 4)), ("B", InventedTable.counts(1, 2, 3, 4))],
      columns: ["2020", "2021", "x", "y"], panelOf: [0, 0, 1, 2], panels: panels,
      breaks: [.init(year: 2021, reason: LocalizedText(nl: "Anders geteld.", en: "Counted otherwise."))])
    #expect(
      description(of: table.data(in: .nl))
        == "Lijnen per jaar en per vorm. Getoond: A; B. Vanaf 2021 niet vergelijkbaar met eerder: Anders geteld. Alle "
        + "getallen staan in de tabel.")
    #expect(
      description(of: table.data(in: .en))
        == "Lines by year and by form. Shown: A; B. From 2021 not comparable with before: Counted otherwise. All numbers "
        + "are in the table.")
    let bare = InventedTable(rows: [("A", InventedTable.counts(3))], columns: ["x"], panelOf: [nil], panels: [])
    #expect(
      description(of: bare.data())
        == "Gestapelde staven. Getoond: A. A: 3 bezoekers bij ‘x’. Alle getallen staan in de tabel.")
  }

  @Test func `a class of ages is told as a group, since by itself it reads as a number`() {
    let table = InventedTable(
      rows: [
        ("23-29", InventedTable.counts(8)), ("40+", InventedTable.counts(3)), ("Totaal", InventedTable.counts(11)),
      ],
      columns: ["2020"])
    expectSaid(
      table, "De groep 23-29 is in 2020 het grootst: 8 van de 11 bezoekers (73%).",
      "The group 23-29 is the largest in 2020: 8 of 11 bezoekers (73%).")
  }

  @Test func `who is not known is no largest group, and is told where they are as many`() {
    func table(_ unknown: Int) -> InventedTable {
      InventedTable(
        rows: [
          ("A", InventedTable.counts(8)), ("B", InventedTable.counts(3)), ("Onbekend", InventedTable.counts(unknown)),
          ("Totaal", InventedTable.counts(11 + unknown)),
        ], columns: ["2020"])
    }
    expectSaid(
      table(9), "A is in 2020 de grootste groep: 8 van de 20 bezoekers (40%); van 9 is het niet bekend.",
      "A is the largest group in 2020: 8 of 20 bezoekers (40%); of 9 it is not known.")
    expectSaid(
      table(5), "A is in 2020 de grootste groep: 8 van de 16 bezoekers (50%).",
      "A is the largest group in 2020: 8 of 16 bezoekers (50%).")
  }

  @Test func `a column of all together, and one that is no year, are told as such`() {
    func table(_ columns: [String], total: Bool) -> InventedTable {
      InventedTable(
        rows: [("A", InventedTable.counts(1, 8)), ("B", InventedTable.counts(1, 3))], columns: columns,
        hasTotalColumn: total)
    }
    expectSaid(
      table(["nieuw", "Totaal"], total: true), "A is in totaal de grootste groep: 8 bezoekers.",
      "A is the largest group in total: 8 bezoekers.")
    expectSaid(
      table(["oud", "nieuw"], total: false), "A is bij ‘nieuw’ de grootste groep: 8 bezoekers.",
      "A is the largest group for ‘nieuw’: 8 bezoekers.")
  }

  @Test func `rows of which one may hold another are no groups`() {
    let plain = InventedTable(
      rows: [("A", InventedTable.counts(1, 80)), ("B", InventedTable.counts(1, 30))], columns: ["2020", "2021"]
    ).published
    #expect(Headline(ChartData(plain, in: .nl)).text?.contains("grootste groep") == true)
    var measured = plain.shape
    measured.rows[1].measure = LocalizedText(nl: "bezoekers zonder afspraak", en: "visitors without an appointment")
    var series = plain.shape
    for row in series.rows.indices { series.rows[row].name = LocalizedText(nl: "reeks", en: "series") }
    for shape in [measured, series] {
      let table = InventedTable.table(shape, cells: plain.cells)
      #expect(Headline(ChartData(table, in: .nl)).text == nil)
    }
  }
}
