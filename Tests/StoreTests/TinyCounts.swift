@testable import Model
import Store

/// A source that delivers counts: one table by colour and age class, with totals, and one single number.
extension Tiny {
  static func countSource(words: [String] = ["rood", "groen"], axis: String = "colour", tables: Int = 2) -> Source {
    let codes = ["red", "green", "blue"]
    let colours = CountAxis(
      header: "kleur", variable: axis,
      words: words.enumerated().map { CountAxis.Word(word: $0.element, code: codes[$0.offset]) })
    let years = Array(2018...2019)
    return Source(
      name: "west", label: LocalizedText("west"), group: "", definition: LocalizedText(""), lane: .countOnly,
      grounds: [], columns: [],
      tables: Array(
        [
          CountTable(
            name: "by-colour", label: LocalizedText("naar kleur"), unit: "contact", axes: [colours], years: years,
            asksTotal: true),
          CountTable(
            name: "share", label: LocalizedText("aandeel"), unit: "contact", kind: .percentage(decimals: 1), axes: [],
            years: years),
        ].prefix(tables)))
  }

  static func countMonitor(_ source: Source = countSource()) -> Monitor {
    var monitor = monitor()
    monitor.sources.append(source)
    return monitor
  }

  static func counts(red: Int = 3, period: String = "2019", isComplete: Bool = true) -> ReportedCounts {
    let year = Int(period) ?? 0
    func cell(_ row: Int, _ words: [Int?], _ value: ReportedValue, table: String = "by-colour") -> ReportedCell {
      ReportedCell(CountPlace(table: table, year: year, words: words), value, sourceRow: row)
    }
    return ReportedCounts(
      source: "west", period: period, isDeclaredComplete: isComplete,
      cells: [
        cell(2, [0], .number(Quantity(red))), cell(3, [1], .notRecorded), cell(4, [nil], .number(Quantity(red + 4))),
        cell(5, [], .number(Quantity(numerator: 125, denominator: 10, decimals: 1)), table: "share"),
      ])
  }
}

extension Workspace {
  @discardableResult
  func receive(
    _ counts: ReportedCounts, checksum: String = "c", findings: [Finding] = [], monitor: Monitor = Tiny.countMonitor(),
    announced: Int? = nil
  ) throws -> ReceiveOutcome {
    try receive(
      counts, summary: Tiny.summary(rows: announced ?? counts.cells.count, checksum: checksum), findings: findings,
      monitor: monitor, occasion: Tiny.noon)
  }
}
