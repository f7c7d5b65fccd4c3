import Charts
import Model
import Testing

@Suite struct HeadlineTests {
  @Test func `bars say which group is largest and how the total moved`() throws {
    let table = InventedTable.plain(.stackedBars).published
    #expect(
      try #require(Chart(of: table, in: .nl)).finding
        == "Ouderen is in 2020-2021 de grootste groep: 70 van de 100 bezoekers (70%). "
        + "Het aantal ging van 40 bezoekers in 2020 naar 60 in 2021; dat is geen duidelijke verandering.")
    #expect(
      try #require(Chart(of: table, in: .en)).finding
        == "Ouderen is the largest group in 2020-2021: 70 of 100 bezoekers (70%). "
        + "The number went from 40 bezoekers in 2020 to 60 in 2021; that is no clear change.")
  }

  @Test func `a chart with nothing to say has the title of its table, and no headline`() throws {
    let chart = try #require(
      Chart(of: InventedTable(rows: [("A", InventedTable.counts(5))], columns: ["x"]).published, in: .nl))
    #expect(chart.finding == nil)
    #expect(chart.wide.rendered.contains("<title id=\"fig-1-wide-title\">Bezoekers</title>"))
  }

  @Test func `groups of the same size are named together`() throws {
    let table = InventedTable(
      rows: [("A", InventedTable.counts(5)), ("B", InventedTable.counts(5))], columns: ["2020"])
    #expect(try finding(table) == "A en B zijn in 2020 even groot, elk 5, en het grootst.")
  }

  @Test func `a largest group is not claimed when a number is withheld`() throws {
    var table = InventedTable(
      rows: [("A", InventedTable.counts(5)), ("B", InventedTable.counts(3))], columns: ["2020"])
    #expect(try finding(table) == "A is in 2020 de grootste groep: 5 bezoekers.")
    table.rows[1].cells = [Cell(.suppressed(.secondary), rung: .observed)]
    #expect(try finding(table) == nil)
  }

  @Test func `totals beside each other are not compared as groups`() throws {
    let table = InventedTable(
      chart: .lines, rows: [("Totaal", InventedTable.counts(20, 30)), ("Totaal", InventedTable.counts(10, 10))])
    #expect(
      try finding(table) == "Totaal ging van 20 bezoekers in 2020 naar 30 in 2021; dat is geen duidelijke verandering.")
  }

  @Test func `lines say how the leading series moved`() throws {
    let table = InventedTable(chart: .lines, rows: [("A", InventedTable.counts(80, 60))])
    #expect(
      try finding(table)
        == "Het aantal ging van 80 bezoekers in 2020 naar 60 in 2021; dat is geen duidelijke verandering.")
  }

  @Test func `no percentage is taken of a small number, and standing still is said`() throws {
    var table = InventedTable(chart: .lines, rows: [("A", InventedTable.counts(0, 6))])
    #expect(try finding(table) == "Het aantal ging van 0 bezoekers in 2020 naar 6 in 2021, een stijging.")
    table.rows[0].cells = InventedTable.counts(19, 38)
    #expect(try finding(table) == "Het aantal ging van 19 bezoekers in 2020 naar 38 in 2021, een stijging.")
    table.rows[0].cells = InventedTable.counts(20, 40)
    #expect(try finding(table) == "Het aantal ging van 20 bezoekers in 2020 naar 40 in 2021, een stijging van 100%.")
    table.rows[0].cells = InventedTable.counts(6, 6)
    #expect(try finding(table) == "Het aantal bleef in 2021 gelijk aan 2020: 6 bezoekers.")
  }

  @Test func `a change that recognising persons leaves open has no percentage`() throws {
    let table = InventedTable(
      chart: .lines, rows: [("A", InventedTable.counts(200, 188))], open: [OpenChange(row: 0, from: 0, to: 1)]
    ).published
    #expect(
      try #require(Chart(of: table, in: .nl)).finding
        == "Het aantal ging van 200 bezoekers in 2020 naar 188 in 2021; dat is geen duidelijke verandering.")
    #expect(
      try #require(Chart(of: table, in: .en)).finding
        == "The number went from 200 bezoekers in 2020 to 188 in 2021; that is no clear change.")
  }

  @Test func `columns that are no years are not compared`() throws {
    let table = InventedTable(chart: .lines, rows: [("A", InventedTable.counts(1, 2))], columns: ["noord", "zuid"])
    #expect(try finding(table) == nil)
  }

  @Test func `the description gives the totals in words`() throws {
    let chart = try #require(Chart(of: InventedTable.plain(.stackedBars).published, in: .nl))
    #expect(
      chart.summary == "Gestapelde staven per jaar. Getoond: Kinderen; Ouderen. "
        + "Totaal: 40 bezoekers in 2020; 60 in 2021; 100 in 2020-2021. Alle getallen staan in de tabel.")
  }

  private func finding(_ table: InventedTable) throws -> String? {
    try #require(Chart(of: table.published, in: .nl)).finding
  }
}
