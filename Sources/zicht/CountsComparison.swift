import Deliveries
import MonitorFolder
import Sheets
import Model

/// The numbers of a delivery of counts beside those of the delivery before: what `--dry-run` shows.
struct CountsComparison {
  private let rows: [CountComparisonRow]
  private let period: String
  private let earlierPeriod: String?

  init(_ counts: ReportedCounts, before: ReportedCounts?, of source: Source) {
    rows = CountComparisonRow.rows(of: counts, before: before, source: source)
    period = counts.period
    earlierPeriod = before?.period
  }

  func text(in language: Language) -> String {
    var lines = [line("", earlierPeriod ?? (language == .nl ? "niets eerder" : "nothing before"), period)]
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
