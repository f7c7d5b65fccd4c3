@testable import Model

@testable import Estimation
@testable import MonitorFolder

/// Reads any bytes as a table of lists, every way a table is read, and makes of it what the estimates start from. What
/// is wrong ends in findings or in a `CaptureHistoryError` with a sentence; nobody is lost on the way.
func fuzzHistories(_ bytes: [UInt8]) {
  let ways: [ListTable.Columns] = [
    .allLists, .traits(["jaar"]), .lists(["A", "B"]), .cut(lists: ["A"], traits: ["jaar"]),
  ]
  for columns in ways {
    let (table, findings) = ListTableReader.read(bytes, named: "tabel.csv", as: columns)
    precondition((table == nil) != findings.isEmpty, "a table, or findings that say why not")
    precondition(findings.allSatisfy { !$0.message.nl.isEmpty && !$0.remedy.en.isEmpty }, "a finding has a sentence")
    if let table { prepare(table) }
  }
}

private func prepare(_ table: ListTable) {
  precondition(table.rows.allSatisfy { $0.traits.count == table.traits.count }, "a row has a value for each trait")
  precondition(table.rows.allSatisfy { $0.lists >> UInt32(min(31, table.lists.count - 1)) <= 1 }, "bits are lists")
  let persons = table.rows.reduce(into: 0) { $0 += $1.persons.lowerBound }
  do throws(CaptureHistoryError) {
    let histories = try CaptureHistories(table, allowingRounded: true)
    precondition(histories.entries.reduce(0) { $0 + $1.count } == persons, "nobody is lost")
    if histories.lists.count > 2 {
      let merged = try histories.merging(Array(histories.lists.prefix(2)), into: "samen")
      precondition(merged.entries.reduce(0) { $0 + $1.count } == persons, "merging loses nobody")
    }
  } catch {
    precondition(!error.text.nl.isEmpty, "an error has a sentence")
  }
  do throws(CaptureHistoryError) {
    _ = try CensoredHistories(table)
    _ = try StratifiedHistories(CovariateTable(table, allowingRounded: true, requiringValues: false))
  } catch {
    precondition(!error.text.nl.isEmpty, "an error has a sentence")
  }
}
