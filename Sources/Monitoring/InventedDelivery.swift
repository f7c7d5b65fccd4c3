import Model
import Reconstruction

/// A template of counts, filled in as a partner would: invented numbers whose totals add up, declared complete.
struct InventedDelivery {
  private(set) var bytes: [UInt8] = []

  private static let numberColumn = 8

  /// One row of the template that asks for a number.
  private struct Row {
    var line: Int
    var fields: [String]
    /// The word on each axis; nil for all of them together.
    var words: [String?]
    var number: Int?

    var table: String { fields[0] }
    var year: String { fields[1] }
  }

  init(source: Source, template: [UInt8], generator: inout SeededGenerator) {
    var lines = String(decoding: template, as: UTF8.self).replacing("\r\n", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var rows: [Row] = []
    for (index, line) in lines.enumerated() {
      let fields = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      guard fields.count > Self.numberColumn else { continue }
      if let table = source.tables.first(where: { $0.label.nl == fields[0] }) {
        let words = table.axes.indices.map { axis -> String? in
          let word = fields[3 + 2 * axis]
          return table.axes[axis].words.contains { $0.word == word } ? word : nil
        }
        let isTotal = words.contains(nil)
        let number = isTotal ? nil : generator.below(28) + 3
        rows.append(Row(line: index, fields: fields, words: words, number: number))
      } else if index == lines.lastIndex(where: { !$0.isEmpty }) {
        // The last row of the template asks whether the delivery is complete.
        rows.append(Row(line: index, fields: fields, words: [], number: nil))
      }
    }
    for row in rows {
      var fields = row.fields
      let table = source.tables.first { $0.label.nl == row.table }
      fields[Self.numberColumn] = table.map { String(row.number ?? Self.total(row, of: $0, among: rows)) } ?? "ja"
      lines[row.line] = fields.joined(separator: ";")
    }
    bytes = Array(lines.joined(separator: "\r\n").utf8)
  }

  /// The sum of the rows that the total is of; for several answers a base between the largest of them and that sum.
  private static func total(_ total: Row, of table: CountTable, among rows: [Row]) -> Int {
    let parts = rows.filter { row in
      row.number != nil && row.table == total.table && row.year == total.year
        && zip(row.words, total.words).allSatisfy { $1 == nil || $0 == $1 }
    }.compactMap(\.number)
    let (sum, largest) = (parts.reduce(0, +), parts.max() ?? 0)
    return table.answers == .one ? sum : largest + (sum - largest) / 2
  }
}
