import Protection

/// What an outsider can work out of the rounded and perturbed cells of the current files.
///
/// A rounded cell has to leave open every sensitive count that its own number leaves open: together with all else it may tell no
/// more than alone. A perturbed cell may be narrowed by the sums it is in, as its numbers do not add up; it may not be worked out.
struct ChangedRows {
  /// Cells of which more is known, with what.
  private(set) var unmet: [Int: FeasibilityInterval] = [:]
  /// Cells that no table fits.
  private(set) var contradictory: [Int] = []
  /// How many are as they should be, by what was done to them.
  private(set) var safe: [String: Int] = [:]

  /// - Parameter truth: The counts, where whoever asks knows them: that spares the search for a table that fits.
  init(_ rows: HiddenRows, _ published: PublishedCells, _ policy: ProtectionPolicy, truth: [Int: Int] = [:]) {
    let cells = rows.entries.filter { !$0.isHidden }.map(\.cell).filter {
      published.near[$0] != nil && published.system.values[$0] == nil
    }
    guard !cells.isEmpty else { return }
    let rule = policy.protection(of: published)
    let (rounded, perturbed) = (
      cells.filter { published.near[$0]?.isRounded ?? true }, cells.filter { published.near[$0]?.isRounded == false }
    )
    if !rounded.isEmpty { auditRounded(rounded, published, rule) }
    if !perturbed.isEmpty { auditPerturbed(perturbed, published, rule, truth) }
    let unsafe = Set(contradictory).union(unmet.keys)
    for cell in cells where !unsafe.contains(cell) {
      safe[published.near[cell]?.status ?? "", default: 0] += 1
    }
  }

  private mutating func auditRounded(_ cells: [Int], _ published: PublishedCells, _ rule: ProtectionRule) {
    let reach = published.near.values.map(\.reach).min() ?? 0
    let witnessed = published.system.spread(around: published.near.mapValues(\.value), reach: reach)
    var asked: [Requirement] = []
    for cell in cells {
      guard let need = Self.need(cell, published.near[cell], rule) else { continue }
      let known = witnessed[cell]
      if let known, known.low <= need.low, (known.high ?? .max) >= need.high { continue }
      asked.append(need)
    }
    let audit = asked.isEmpty ? nil : published.system.audited(asked, complete: false)
    contradictory += audit?.contradictory ?? []
    for need in asked {
      guard let found = audit?.intervals[need.cell] else { continue }
      if found.low > need.low || (found.high ?? .max) < need.high { unmet[need.cell] = found }
    }
  }

  /// A perturbed cell that may be sensitive has to have two values at least.
  private mutating func auditPerturbed(
    _ cells: [Int], _ published: PublishedCells, _ rule: ProtectionRule, _ truth: [Int: Int]
  ) {
    guard let known = published.system.freedom(around: truth) else {
      contradictory += cells
      return
    }
    let asked = cells.compactMap { cell -> Requirement? in
      guard let need = Self.need(cell, published.near[cell], rule), let found = known[cell] else { return nil }
      guard found.low == found.high, found.low <= need.high else { return nil }
      return Requirement(cell: cell, low: found.low - 1, high: found.low + 1)
    }
    let audit = asked.isEmpty ? nil : published.system.audited(asked, complete: false)
    for need in asked {
      guard let found = audit?.intervals[need.cell] else { continue }
      if found.low == found.high, rule.isSensitive(found.low, in: need.cell) { unmet[need.cell] = found }
    }
  }

  /// The sensitive counts that the number itself leaves open.
  private static func need(_ cell: Int, _ near: NearCount?, _ rule: ProtectionRule) -> Requirement? {
    guard let near else { return nil }
    let need = rule.requirement(of: cell)
    let (low, high) = (max(need.low, near.low), min(need.high, near.high))
    return low <= high ? Requirement(cell: cell, low: low, high: high) : nil
  }
}
