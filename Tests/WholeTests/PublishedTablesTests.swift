import Foundation
import Testing

/// The built edition against the published tables, cell by cell.
@Suite struct `Published tables` {
  static let figures = [
    "fig-2.1", "fig-2.2", "fig-2.3", "fig-2.4a", "fig-2.4b", "fig-2.6", "fig-2.7", "fig-2.8", "fig-2.9", "fig-2.10",
    "fig-2.11", "fig-2.12", "fig-2.13", "tab-2.1",
  ]

  /// Cells in which the published tables contradict each other, with what follows from the others.
  static let departures: [String: String] = {
    let file = BuiltProgram.root.appending(path: "Tests/WholeTests/Fixtures/departures.csv")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [:] }
    return Dictionary(uniqueKeysWithValues: CSVText.records(of: text).dropFirst().map { ($0[0], $0[2]) })
  }()

  @Test(arguments: figures) func `are reproduced to the last cell, proven contradictions excepted`(_ figure: String) throws
  {
    let published = try LongTable(
      contentsOf: BuiltProgram.nationalMonitor.appending(path: "published/\(figure).csv"))
    let built = Dictionary(
      try NationalEdition.table(figure).rows.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    var agree = 0
    for row in published.rows where row.status == "printed" || row.status == "reassembled" {
      let expected = Self.departures[row.key] ?? row.value
      #expect(built[row.key] == expected, "\(row.key)")
      if built[row.key] == row.value { agree += 1 }
    }
    let comparable = published.rows.filter { $0.status == "printed" || $0.status == "reassembled" }.count
    print("\(figure): \(agree) of \(comparable) published cells agree")
  }

  @Test func `depart only where a departure is listed with its reason`() throws {
    let text = try String(
      contentsOf: BuiltProgram.root.appending(path: "Tests/WholeTests/Fixtures/departures.csv"), encoding: .utf8)
    var published: [String: String] = [:]
    for figure in Self.figures {
      let table = try LongTable(
        contentsOf: BuiltProgram.nationalMonitor.appending(path: "published/\(figure).csv"))
      for row in table.rows { published[row.key] = row.value }
    }
    for record in CSVText.records(of: text).dropFirst() {
      #expect(published[record[0]] == record[1], "\(record[0]) is a published cell with this value")
      #expect(record[1] != record[2], "\(record[0]) departs")
      #expect(record[3].count > 20, "\(record[0]) has a reason")
    }
  }
}
