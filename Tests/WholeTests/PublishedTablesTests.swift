import Foundation
import Testing

/// The built edition against the published tables, cell by cell.
@Suite struct `Published tables` {
  static let figures = [
    "fig-2.1", "fig-2.2", "fig-2.3", "fig-2.4a", "fig-2.4b", "fig-2.6", "fig-2.7", "fig-2.8", "fig-2.9", "fig-2.10",
    "fig-2.11", "fig-2.12", "fig-2.13", "tab-2.1",
  ]

  /// A published number that the edition does not repeat, because others contradict it.
  struct Departure: Sendable {
    var key: String
    var published: String
    var here: String
    var reason: String
  }

  static let departures: [Departure] = {
    let file = BuiltProgram.nationalMonitor.appending(path: "departures.csv")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return CSVText.records(of: text).dropFirst().map { record in
      let dimensions = [(record[2], record[3]), (record[4], record[5])].filter { !$0.0.isEmpty }
      let key = ([record[0], record[1]] + dimensions.flatMap { [$0.0, $0.1] }).joined(separator: "|")
      return Departure(key: key, published: record[6], here: record[7], reason: record[8])
    }
  }()

  @Test(arguments: figures) func `are reproduced to the last cell, proven contradictions excepted`(_ figure: String)
    throws
  {
    let published = try LongTable(
      contentsOf: BuiltProgram.nationalMonitor.appending(path: "published/\(figure).csv"))
    let built = Dictionary(
      try NationalEdition.table(figure).rows.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    var agree = 0
    for row in published.rows where row.status == "printed" || row.status == "reassembled" {
      let expected = Self.departures.first { $0.key == row.key }?.here ?? row.value
      #expect(built[row.key] == expected, "\(row.key)")
      if built[row.key] == row.value { agree += 1 }
    }
    let comparable = published.rows.filter { $0.status == "printed" || $0.status == "reassembled" }.count
    print("\(figure): \(agree) of \(comparable) published cells agree")
  }

  @Test func `depart in the few cells that cannot all be true, each with its reason`() throws {
    let published = try Self.figures.flatMap { figure in
      try LongTable(contentsOf: BuiltProgram.nationalMonitor.appending(path: "published/\(figure).csv")).rows
    }
    #expect((1...25).contains(Self.departures.count))
    for departure in Self.departures {
      let cell = try #require(published.first { $0.key == departure.key }, "\(departure.key) is a published cell")
      #expect(cell.value == departure.published)
      #expect(departure.published != departure.here, "\(departure.key) departs")
      #expect(departure.reason.count > 20, "\(departure.key) has a reason")
    }
  }
}
