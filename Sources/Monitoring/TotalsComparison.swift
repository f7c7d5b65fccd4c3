package import Deliveries
import Foundation
package import Model
package import Store

/// The totals of a delivery beside those of the same source in the period before.
package struct TotalsComparison {
  private let period: String
  private let now: DeliveryTotals
  private let earlierPeriod: String?
  private let earlier: DeliveryTotals?

  package init(_ report: DeliveryReport, before store: Workspace?, opened: OpenedMonitor) throws {
    period = report.period ?? ""
    now = report.totals
    let before = try store?.deliveries(of: report.source)
      .filter { $0.status == .complete && $0.summary.period < (report.period ?? "") }
      .max { $0.summary.period < $1.summary.period }
    earlierPeriod = before?.summary.period
    earlier = try before.map { stored in
      let notifications = try store?.notifications(for: opened.monitor)
      return DeliveryTotals(of: notifications?.columns(of: stored.summary) ?? Columns(rowCount: 0))
    }
  }

  var answer: PeriodComparison {
    let total = PeriodComparison.Row(
      of: nil, name: "rows", before: earlier.map { Double($0.rows) }, now: Double(now.rows))
    let answers = now.variables.flatMap { variable in
      let before = earlier?.variables.first { $0.variable == variable.variable }
      return variable.counts.map { count in
        PeriodComparison.Row(
          of: variable.variable, name: count.code,
          before: before?.counts.first { $0.code == count.code }.map { Double($0.count) }, now: Double(count.count))
      }
    }
    return PeriodComparison(
      period: period, earlierPeriod: earlierPeriod, rows: [total] + answers,
      text: LocalizedText(nl: text(in: .nl), en: text(in: .en)))
  }

  package func text(in language: Language) -> String {
    var lines = [
      line("", earlierPeriod ?? LocalizedText.nothingBefore[language], period),
      line(LocalizedText(nl: "rijen", en: "rows")[language], earlier.map { String($0.rows) } ?? "-", String(now.rows)),
    ]
    for variable in now.variables {
      let before = earlier?.variables.first { $0.variable == variable.variable }
      let shown = variable.counts.filter { count in
        count.count > 0 || (before?.counts.first { $0.code == count.code }?.count ?? 0) > 0
      }
      guard shown.count <= 20 else { continue }
      lines.append(variable.label[language])
      for count in shown {
        let earlierCount = before?.counts.first { $0.code == count.code }?.count
        lines.append(line("  " + count.label[language], earlierCount.map(String.init) ?? "-", String(count.count)))
      }
    }
    return lines.joined(separator: "\n")
  }

  private func line(_ label: String, _ before: String, _ now: String) -> String {
    let padded = { (text: String, width: Int) in String(repeating: " ", count: max(0, width - text.count)) + text }
    return label.padding(toLength: max(48, label.count), withPad: " ", startingAt: 0) + padded(before, 12)
      + padded(now, 12)
  }
}

extension Notifications {
  /// The facts of one delivery.
  func columns(of summary: DeliverySummary) -> Columns {
    let index = deliveries.firstIndex { $0.source == summary.source && $0.period == summary.period }
    let rows = delivery.indices.filter { index == Int(delivery[$0]) }
    var result = Columns(rowCount: rows.count)
    for (variable, column) in zip(columns.variables, columns.columns) { result.set(column.rows(rows), for: variable) }
    return result
  }
}

extension Column {
  fileprivate func rows(_ rows: [Int]) -> Column {
    switch self {
    case .category(let codes): .category(rows.map { codes[$0] })
    case .wideCategory(let codes): .wideCategory(rows.map { codes[$0] })
    case .set(let masks): .set(rows.map { masks[$0] })
    case .number(let values): .number(rows.map { values[$0] })
    }
  }
}
