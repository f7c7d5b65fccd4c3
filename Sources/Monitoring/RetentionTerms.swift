package import Model
package import Store

/// Until when records may lead to persons: the terms of the grounds in `sources.yaml`, as they are on one day.
///
/// A term counts whole years after the reporting year. A record that came without a ground, or on one that is no longer in
/// the folder, has the shortest term of the grounds of its source.
package struct RetentionTerms {
  private let monitor: Monitor
  private let year: Int

  /// - Parameter day: `2026-01-31`.
  package init(of monitor: Monitor, on day: String) {
    self.monitor = monitor
    year = Int(day.prefix(4)) ?? 0
  }

  /// Whether any ground has a term.
  package var areSet: Bool { monitor.grounds.contains { $0.retention != nil } }

  package func isPast(_ delivery: DeliverySummary, ground: String?) -> Bool {
    guard let reported = Int(delivery.period), let source = monitor.source(named: delivery.source) else { return false }
    return years(on: ground, of: source).map { reported + $0 < year } ?? false
  }

  private func years(on ground: String?, of source: Source) -> Int? {
    let known = monitor.grounds.first { $0.name == ground }
    if let known { return known.retention }
    return monitor.grounds.filter { source.grounds.contains($0.name) }.compactMap(\.retention).min()
  }

  /// The first days on which a term of this delivery was over, so far.
  func ends(of delivery: DeliverySummary) -> [String] {
    guard let reported = Int(delivery.period), let source = monitor.source(named: delivery.source) else { return [] }
    return monitor.grounds.filter { source.grounds.contains($0.name) }.compactMap(\.retention)
      .map { reported + $0 + 1 }.filter { $0 <= year }.map { "\($0)-01-01" }
  }
}

extension RetentionTerms {
  /// Whether a term ended since terms were last applied, or what was received since is past one.
  func areDue(in workspace: Workspace) throws -> Bool {
    guard areSet else { return false }
    let last = try workspace.lastRetention()
    return try workspace.deliveries().map(\.summary).contains { delivery in
      let ends = ends(of: delivery)
      return ends.contains { $0 > last?.day ?? "" } || !ends.isEmpty && last?.isBefore(delivery) ?? true
    }
  }
}
