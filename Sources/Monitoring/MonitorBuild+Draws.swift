import Classification
import Estimation
import Linkage
import Model
import Tabulation

extension MonitorBuild {
  /// The tables with how sure their numbers of persons are, where it was worked out who is who.
  mutating func spread(
    _ tables: [ConfidentialTable], of figures: [Figure], over cases: Int
  ) async throws -> [ConfidentialTable] {
    guard let facts, let recognised = persons, let draws = recognised.draws,
      draws.setCount > 0 || draws.further.contains(where: { $0 != 0 })
    else {
      return tables
    }
    let label = LocalizedText(nl: "Tellen naar andere indelingen", en: "Counting over other divisions")
    let start = try clock.begin(label, rows: draws.rows.count)
    let sets = facts.sets(of: draws)
    let drawn = DrawnCases(
      try ruled(sets), of: sets, apart: try ruled(facts.apart), draws: draws,
      likeliest: (recognised.summary.persons, cases))
    let result = try await unlessCancelled { [settings] in
      try await drawn.spread(tables, of: figures, workers: settings.workers)
    }
    clock.end("spread", since: start)
    return result
  }

  /// The likely divisions for estimates; nil where keys say who is who, and where no estimate has its lists from cases.
  func drawnLists() throws -> DrawnLists? {
    let isNeeded = monitor.estimates.contains { if case .cases = $0.lists { true } else { false } }
    guard isNeeded, let facts, let draws = persons?.draws else { return nil }
    let sets = facts.sets(of: draws)
    return DrawnLists(try ruled(sets), of: sets, draws: draws)
  }

  /// Linked and classified by the rules of the monitor, without leaving a report.
  func ruled(_ notifications: Notifications) throws -> Cases {
    try notifications.linked(by: monitor.link).cases.classified(by: monitor.rules, codebook: monitor.codebook).cases
  }
}
