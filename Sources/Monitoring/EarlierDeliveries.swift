import Deliveries
import Model
import Store

/// Whether somebody has said why a delivery is much smaller than the one it replaces.
package enum SizeQuestion: Equatable, Sendable {
  /// Nobody was asked yet.
  case open
  /// A reason was given; it stands in the log.
  case answered
}

/// What the workspace knows of the deliveries that a new one is laid beside: the version that it would replace, and the
/// last period before it.
struct EarlierDeliveries {
  private let source: Source
  private let monitor: Monitor
  private let store: Workspace?

  init(of source: Source, in monitor: Monitor, beside store: Workspace?) {
    (self.source, self.monitor, self.store) = (source, monitor, store)
  }

  func beside(_ report: DeliveryReport) throws -> [EarlierDelivery] {
    guard report.isUsable, let store, let period = report.period else { return [] }
    let current = try store.deliveries(of: source.name).filter { $0.status == .complete }.map(\.summary)
    let version = current.first { $0.period == period }.map { delivery($0, as: .version, store) }
    let before = current.last { $0.period < period }.map { delivery($0, as: .period, store) }
    return [version, before].compactMap { $0 }
  }

  /// What cannot be read any more under a codebook that changed is compared by its rows alone; the build says so.
  private func delivery(
    _ summary: DeliverySummary, as relation: EarlierDelivery.Relation, _ store: Workspace
  ) -> EarlierDelivery {
    guard !source.deliversCounts, let records = try? store.notifications(of: summary, for: monitor) else {
      return EarlierDelivery(summary, as: relation)
    }
    let persons = Set(records.person.filter { $0 != Notifications.noPerson })
    return EarlierDelivery(summary, as: relation, persons: persons.count, totals: DeliveryTotals(of: records.columns))
  }
}
