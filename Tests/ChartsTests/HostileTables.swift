import Disclosure
import Invented
import Model

@testable import Charts

/// Tables that no chart was made for: very many rows, very long names, nothing but zeros, very large numbers, markup for
/// names, a single cell, forty years.
enum HostileTables {
  static let long =
    "Meerderjarige slachtoffers van grensoverschrijdende seksuele en arbeidsgerelateerde uitbuiting"
  static let unbroken =
    "Arbeidsmarktdiscriminatieonderzoeksrapportagecommissievergaderingsverslagleggingsprotocolversies"
  static let markup = "<script>alert(\"x\")</script> & 'aanhalingen' \"dubbel\""

  /// How a table is hostile, and the table.
  static func all(_ chart: ChartKind) -> [(name: String, table: InventedTable)] {
    let years = (1990...2026).map(String.init)
    let few = ["2024", "2025", "2026"]
    func rows(_ names: [String], _ columns: Int, _ cell: (Int, Int) -> CellValue) -> [(key: String, cells: [Cell])] {
      names.enumerated().map { row, name in
        (name, (0..<columns).map { Cell(cell(row, $0), rung: .observed) })
      }
    }
    func number(_ value: Int) -> CellValue { .exact(Quantity(value)) }
    let sixty = (1...60).map { "Categorie \($0)" }
    let longs = (1...4).map { "\(long) \($0)" }
    return [
      ("sixty rows", .init(chart: chart, rows: rows(sixty, 3) { number($0 * 7 + $1) }, columns: few)),
      ("long names", .init(chart: chart, rows: rows(longs, 3) { number($0 * 40 + $1 * 3) }, columns: few)),
      (
        "long columns",
        .init(chart: chart, rows: rows(["A", "B"], 3) { number($0 * 40 + $1 * 3 + 1) }, columns: longs.dropLast())
      ),
      ("one long word", .init(chart: chart, rows: rows([unbroken, "B"], 3) { number($0 + $1 + 5) }, columns: few)),
      ("one cell", .init(chart: chart, rows: rows(["A"], 1) { _, _ in number(3) }, columns: ["2026"])),
      ("one row", .init(chart: chart, rows: rows(["A"], 3) { number($0 + $1 * 9) }, columns: few)),
      (
        "one year",
        .init(chart: chart, rows: rows(["A", "B", "Totaal"], 1) { r, _ in number(r + 1) }, columns: ["2026"])
      ),
      ("zeros", .init(chart: chart, rows: rows(["A", "B", "Totaal"], 3) { _, _ in number(0) }, columns: few)),
      (
        "forty years",
        .init(
          chart: chart, rows: rows(["A", "B", "Totaal"], 37) { number(900 + ($0 * 31 + $1 * 17) % 400) }, columns: years
        )
      ),
      (
        "very large",
        .init(
          chart: chart, rows: rows(["A", "B", "C"], 3) { number(12_345_678 * ($0 + 1) + $1 * 999_999) }, columns: few)
      ),
      (
        "one giant",
        .init(chart: chart, rows: rows(["A", "B", "C"], 3) { number($0 == 0 ? 98_765_432 : $1) }, columns: few)
      ),
      (
        "markup",
        .init(chart: chart, rows: rows([markup, "B & C"], 3) { number($0 + $1 + 1) }, columns: few, title: markup)
      ),
      (
        "one number among what is withheld",
        .init(
          chart: chart, rows: rows(["A", "B", "Totaal"], 3) { $0 + $1 == 0 ? number(5) : .suppressed(.primary) },
          columns: few)
      ),
      ("panels", panels(chart, rows(["Man", "Vrouw", "Onbekend", "Totaal"], 14) { number(20 + $0 * 30 + $1 * 11) })),
    ]
  }

  private static func panels(_ chart: ChartKind, _ rows: [(key: String, cells: [Cell])]) -> InventedTable {
    var table = InventedTable(chart: chart, rows: rows)
    table.columns = (2020...2026).map(String.init) + (1...6).map { "\(long.prefix(50)) \($0)" } + ["2020-2026"]
    table.panelOf = Array(repeating: 0, count: 7) + Array(repeating: 1, count: 6) + [nil]
    table.panels = [LocalizedText(nl: "jaar", en: "year"), LocalizedText(nl: long, en: long)]
    table.hasTotalColumn = true
    return table
  }
}
