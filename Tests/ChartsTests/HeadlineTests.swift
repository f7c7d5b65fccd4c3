import Charts
import Model
import Testing

@Suite struct HeadlineTests {
  @Test func `bars say which group is largest and how the total moved`() throws {
    let table = InventedTable.plain(.stackedBars).published
    #expect(
      try #require(Chart(of: table, in: .nl)).finding
        == "Grootste groep in 2020-2021: Ouderen (70 van de 100 bezoekers, 70%). "
        + "Totaal: van 40 in 2020 naar 60 in 2021, een stijging van 50%.")
    #expect(
      try #require(Chart(of: table, in: .en)).finding
        == "Largest group in 2020-2021: Ouderen (70 of 100 bezoekers, 70%). "
        + "Total: from 40 in 2020 to 60 in 2021, a rise of 50%.")
  }

  @Test func `groups of the same size are named together`() throws {
    let table = InventedTable(
      rows: [("A", InventedTable.counts(5)), ("B", InventedTable.counts(5))], columns: ["2020"])
    #expect(try finding(table) == "Even groot in 2020: A en B, elk 5.")
  }

  @Test func `a largest group is not claimed when a number is withheld`() throws {
    var table = InventedTable(
      rows: [("A", InventedTable.counts(5)), ("B", InventedTable.counts(3))], columns: ["2020"])
    #expect(try finding(table) == "Grootste in 2020: A (5).")
    table.rows[1].cells = [Cell(.suppressed(.secondary), rung: .observed)]
    #expect(try finding(table) == "Bezoekers.")
  }

  @Test func `totals beside each other are not compared as groups`() throws {
    let table = InventedTable(
      chart: .lines, rows: [("Totaal", InventedTable.counts(20, 30)), ("Totaal", InventedTable.counts(10, 10))])
    #expect(try finding(table) == "Totaal: van 20 in 2020 naar 30 in 2021, een stijging van 50%.")
  }

  @Test func `lines say how the leading series moved`() throws {
    let table = InventedTable(chart: .lines, rows: [("A", InventedTable.counts(8, 6))])
    #expect(try finding(table) == "A: van 8 in 2020 naar 6 in 2021, een daling van 25%.")
  }

  @Test func `no percentage is taken of nothing, and standing still is said`() throws {
    var table = InventedTable(chart: .lines, rows: [("A", InventedTable.counts(0, 6))])
    #expect(try finding(table) == "A: van 0 in 2020 naar 6 in 2021, een stijging.")
    table.rows[0].cells = InventedTable.counts(6, 6)
    #expect(try finding(table) == "A: van 6 in 2020 naar 6 in 2021, gelijk gebleven.")
  }

  @Test func `a change that recognising persons leaves open has no percentage`() throws {
    let table = InventedTable(
      chart: .lines, rows: [("A", InventedTable.counts(200, 188))], open: [OpenChange(row: 0, from: 0, to: 1)]
    ).published
    #expect(
      try #require(Chart(of: table, in: .nl)).finding
        == "A: van 200 in 2020 naar 188 in 2021, geen duidelijke verandering.")
    #expect(try #require(Chart(of: table, in: .en)).finding == "A: from 200 in 2020 to 188 in 2021, no clear change.")
  }

  @Test func `columns that are no years are not compared`() throws {
    let table = InventedTable(chart: .lines, rows: [("A", InventedTable.counts(1, 2))], columns: ["noord", "zuid"])
    #expect(try finding(table) == "Bezoekers.")
  }

  @Test func `the description gives the totals in words`() throws {
    let chart = try #require(Chart(of: InventedTable.plain(.stackedBars).published, in: .nl))
    #expect(
      chart.summary == "Gestapelde staven per jaar. Getoond: Kinderen; Ouderen. "
        + "Totaal. 2020: 40; 2021: 60; 2020-2021: 100. Alle getallen staan in de tabel.")
  }

  private func finding(_ table: InventedTable) throws -> String {
    try #require(Chart(of: table.published, in: .nl)).finding
  }
}
