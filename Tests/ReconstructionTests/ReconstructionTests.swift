@testable import Model
import Tabulation
import Testing

@testable import Reconstruction

@Suite struct `Reconstruction of a small monitor` {
  let monitor: Monitor
  let plan: ReconstructionPlan
  let published: [PublishedCell]

  init() throws {
    monitor = try TinyMonitor.monitor()
    plan = try TinyMonitor.plan(for: monitor)
    published = try TinyMonitor.published(from: TinyMonitor.cases(TinyMonitor.kites, in: monitor), in: monitor)
  }

  private func reconstruction(_ cells: [PublishedCell], seed: UInt64 = 1) throws -> Reconstruction {
    try Reconstruction(of: cells, for: monitor, following: plan, seed: seed)
  }

  @Test(arguments: [1, 2, 3, 20_201_018] as [UInt64])
  func `tabulating the records gives the published tables`(_ seed: UInt64) throws {
    let made = try reconstruction(published, seed: seed)
    #expect(try TinyMonitor.published(from: made.cases, in: monitor) == published)
    #expect(made.report.reproducedCells == published.count)
    #expect(made.report.contradictions.isEmpty)
    #expect(made.report.uncovered.isEmpty)
  }

  @Test func `tables that leave no freedom determine the records`() throws {
    let made = try reconstruction(published)
    let counted = (0..<made.cases.columns.rowCount).filter { made.cases.excludedBy[$0] == 0 }
    let blueIn2020 = counted.filter { row in
      made.cases.columns["year"]?.packedValue(at: row).code.category == 0
        && made.cases.columns["colour"]?.packedValue(at: row).code.category == 1
    }
    #expect(blueIn2020.count == 2)
    #expect(counted.count == 10)
  }

  @Test func `the same seed gives the same records and another seed others`() throws {
    let first = try reconstruction(published, seed: 5)
    #expect(try reconstruction(published, seed: 5).cases == first.cases)
    #expect(try reconstruction(published, seed: 6).cases != first.cases)
  }

  @Test func `a misprinted total is found with the smallest explanation and departed from`() throws {
    var cells = published
    let index = try #require(
      cells.firstIndex { $0.figure == "colours" && $0.row == "Totaal" && $0.column == "2020" })
    cells[index].scaledValue += 4
    let report = try reconstruction(cells).report
    #expect(report.departures.map(\.part) == [.cell(cells[index])])
    #expect(report.departures.first?.reconstructed == Quantity(5))
    #expect(report.departures.first?.sentence.nl == "colours, Totaal, 2020 = 9: de records geven 5.")
    let column = cells.filter { $0.figure == "colours" && $0.column == "2020" }
    #expect(report.contradictions.map(\.parts) == [column.map { .cell($0) }])
    #expect(
      report.contradictions.first?.sentence.nl
        == "Deze getallen kunnen niet alle waar zijn: colours, Rood, 2020 = 3; colours, Blauw, 2020 = 2; "
        + "colours, Onbekend, 2020 = 0; colours, Totaal, 2020 = 9.")
  }

  @Test func `a number inside a table is departed from only when the totals agree against it`() throws {
    var cells = published
    let index = try #require(cells.firstIndex { $0.figure == "colours" && $0.row == "Rood" && $0.column == "2021" })
    cells[index].scaledValue += 1
    let report = try reconstruction(cells).report
    #expect(report.departures.map(\.part) == [.cell(cells[index])])
    #expect(report.provenContradictions >= 1)
  }

  @Test func `a mean that no ages can have is a contradiction`() throws {
    var cells = published
    let index = try #require(cells.firstIndex { $0.measure == "gemiddelde leeftijd" && $0.column == "2020" })
    cells[index].scaledValue = 390
    let report = try reconstruction(cells).report
    #expect(report.departures.contains { $0.part == .cell(cells[index]) })
  }
}
