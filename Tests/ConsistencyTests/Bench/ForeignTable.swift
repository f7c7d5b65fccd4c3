import Foundation

@testable import Consistency

/// A table of another publisher, typed anew from public facts and laid out as offices publish: `Fixtures/*.csv`.
struct ForeignTable: Sendable {
  var file: String
  /// Labels of rows and columns that are totals.
  var totals: Set<String> = []
  /// Columns with shares in per cent, and with which count.
  var shares: [String: String] = [:]
  /// Columns with growth in per cent, with differences, and with other numbers that were computed.
  var growth: Set<String> = []
  var differences: Set<String> = []
  var rates: Set<String> = []
  var cumulative: Set<String> = []
  /// Columns that are the same thing a period before.
  var earlier: [String: String] = [:]
  /// Rounded: an error in the last digit is none.
  var isRounded = false

  static let all = [
    ForeignTable(file: "arbuthnot-christenings", totals: ["Total (thousands)"], rates: ["Males per female"]),
    ForeignTable(file: "berkeley-admissions", totals: ["Sum", "All", "All six"]),
    ForeignTable(file: "board-of-trade-titanic", totals: ["All", "On board"], shares: ["Saved (%)": "Saved"]),
    ForeignTable(
      file: "bundeswahlleiter-sitze", totals: ["Insgesamt"], shares: ["Anteil in %": "Sitze"],
      cumulative: ["Sitze kumuliert"]),
    ForeignTable(
      file: "cbs-donorregister", totals: ["Geregistreerd in donorregister"], earlier: ["2019": "2018", "2020": "2019"],
      isRounded: true),
    ForeignTable(file: "dfe-exclusions", totals: ["England"], isRounded: true),
    ForeignTable(
      file: "electoral-commission-2016", totals: ["United Kingdom", "Valid"],
      shares: ["Share, % Remain": "Remain", "Share, % Leave": "Leave"]),
    ForeignTable(file: "fbi-murders", differences: ["Change"], earlier: ["2015": "2014"]),
    ForeignTable(file: "fifa-goals", rates: ["Goals per match"]),
    ForeignTable(file: "ioc-paris-2024", totals: ["Sum"]),
    ForeignTable(file: "kiesraad-zetels", totals: ["Kamer"], earlier: ["2023": "2021"]),
    ForeignTable(file: "snee-hair-and-eyes", totals: ["Sum", "Both"]),
    ForeignTable(file: "ssb-lovbrudd", totals: ["Alle fylker", "I alt"], rates: ["Per 1 000"], isRounded: true),
    ForeignTable(
      file: "statcan-2021", totals: ["Canada"], shares: ["Share of 2021 (%)": "2021"], growth: ["Growth (%)"],
      earlier: ["2021": "2016"]),
    ForeignTable(
      file: "us-census-2020", growth: ["Change, %"], differences: ["Change"], earlier: ["2020": "2010"]),
  ]

  /// As published.
  func text() throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: folder.appending(path: "Fixtures/\(file).csv"), encoding: .utf8)
  }

  func cells() throws -> [TableCell] { TextReading.read(try text(), file: file + ".csv").cells }

  // MARK: - What a cell is

  func column(_ cell: TableCell) -> String { cell.dimensions.dropFirst().map(\.value).joined(separator: " ") }

  func row(_ cell: TableCell) -> String { cell.dimensions.first?.value ?? "" }

  func isIn(_ columns: Set<String>, _ cell: TableCell) -> Bool {
    columns.contains(column(cell)) || cell.dimensions.dropFirst().contains { columns.contains($0.value) }
  }

  /// Everything that is computed from other columns, totals left aside.
  private var computed: Set<String> { Set(shares.keys).union(growth).union(differences).union(rates).union(cumulative) }

  func isTotal(_ cell: TableCell) -> Bool { cell.dimensions.contains { totals.contains($0.value) } }

  func isCount(_ cell: TableCell) -> Bool { !isIn(computed, cell) }
}
