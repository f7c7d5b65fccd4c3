@testable import Consistency

/// A table as it would be published: a head and rows of texts.
struct InventedSheet {
  var head: [String]
  var rows: [[String]]

  var csv: String { ([head] + rows).map { $0.joined(separator: ";") }.joined(separator: "\n") + "\n" }

  var found: [Contradiction] {
    PublishedReport(name: "r", cells: TextReading.read(csv, file: "t.csv").cells).contradictions()
  }

  func reference(_ row: Int, _ column: Int) -> String { "t|\(rows[row][0])|\(head[column])" }

  static func text(_ number: Double, _ decimals: Int) -> String { NumberText.plain(number, decimals: decimals) }

  static let places = [
    "Asker", "Bodo", "Drammen", "Eid", "Fauske", "Grimstad", "Hamar", "Inderoy", "Kongsvinger", "Lier", "Moss",
    "Narvik",
  ]
}
