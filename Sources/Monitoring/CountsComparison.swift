import Deliveries
package import Model

/// The numbers of a delivery of counts beside those of the delivery before: what `--dry-run` shows.
package struct CountsComparison {
  private let rows: [CountComparisonRow]
  private let period: String
  private let earlierPeriod: String?

  package init(_ counts: ReportedCounts, before: ReportedCounts?, of source: Source) {
    rows = CountComparisonRow.rows(of: counts, before: before, source: source)
    period = counts.period
    earlierPeriod = before?.period
  }

  var answer: PeriodComparison {
    PeriodComparison(
      period: period, earlierPeriod: earlierPeriod,
      rows: rows.map { row in
        PeriodComparison.Row(of: row.table, name: row.name, before: row.before?.decimal, now: row.now?.decimal)
      }, text: LocalizedText(nl: text(in: .nl), en: text(in: .en)))
  }

  package func text(in language: Language) -> String {
    var lines = [line("", earlierPeriod ?? LocalizedText.nothingBefore[language], period)]
    var table = ""
    for row in rows {
      if row.table != table {
        table = row.table
        lines.append(table)
      }
      lines.append(line("  \(row.name)", text(row.before, language), text(row.now, language)))
    }
    return lines.joined(separator: "\n")
  }

  private func text(_ value: Quantity?, _ language: Language) -> String { value?.formatted(in: language) ?? "-" }

  private func line(_ label: String, _ before: String, _ now: String) -> String {
    let padded = { (text: String, width: Int) in String(repeating: " ", count: max(0, width - text.count)) + text }
    let space = String(repeating: " ", count: max(0, 48 - label.count))
    return label + space + padded(before, 13) + padded(now, 12)
  }
}

extension LocalizedText {
  /// Above the column of an earlier delivery that is not there.
  static let nothingBefore = LocalizedText(nl: "niets eerder", en: "nothing before")
}

extension Quantity {
  fileprivate var decimal: Double { Double(numerator) / Double(denominator) }
}
