import Protection

/// What an outsider can work out of the rounded and perturbed cells of the current files.
///
/// A rounded cell has to leave open every sensitive count that its own number leaves open: together with all else it may tell no
/// more than alone. A perturbed cell may be narrowed by the sums it is in, as its numbers do not add up; it may not be worked out.
struct RoundedRows {
  /// Cells of which more is known, with what.
  private(set) var unmet: [Int: FeasibilityInterval] = [:]
  /// Cells that no table fits.
  private(set) var contradictory: [Int] = []
  /// How many are as they should be.
  private(set) var safe = 0

  init(_ rows: HiddenRows, _ published: PublishedCells, _ policy: ProtectionPolicy) {
    let cells = rows.entries.filter { !$0.isHidden }.map(\.cell).filter {
      published.near[$0] != nil && published.system.values[$0] == nil
    }
    guard !cells.isEmpty else { return }
    let reach = published.near.values.map(\.reach).min() ?? 0
    let witnessed = published.system.spread(around: published.near.mapValues(\.value), reach: reach)
    let rule = policy.protection(of: published)
    var asked: [Requirement] = []
    for cell in cells {
      guard let need = Self.need(cell, published.near[cell], rule) else { continue }
      let known = witnessed[cell]
      if let known, known.low <= need.low, (known.high ?? .max) >= need.high { continue }
      asked.append(need)
    }
    let audit = asked.isEmpty ? nil : published.system.audited(asked, complete: false)
    contradictory = audit?.contradictory ?? []
    for need in asked {
      guard let found = audit?.intervals[need.cell] else { continue }
      let isRounded = published.near[need.cell]?.isRounded ?? true
      let isKept =
        isRounded
        ? found.low <= need.low && (found.high ?? .max) >= need.high
        : found.low != found.high || found.low >= policy.minimum
      if !isKept { unmet[need.cell] = found }
    }
    safe = cells.count - unmet.count - Set(contradictory).intersection(cells).count
  }

  /// The sensitive counts that the number itself leaves open.
  private static func need(_ cell: Int, _ near: NearCount?, _ rule: ProtectionRule) -> Requirement? {
    guard let near else { return nil }
    let need = rule.requirement(of: cell)
    let (low, high) = (max(need.low, near.low), min(need.high, near.high))
    return low <= high ? Requirement(cell: cell, low: low, high: high) : nil
  }
}
