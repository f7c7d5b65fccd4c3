/// What has to be achieved by hiding.
public struct ProtectionRule: Equatable, Sendable {
  /// Counts from 1 to below this are sensitive.
  public var minimum: Int
  /// Whether every nought is printed. An intruder then knows of a hidden cell that it is at least 1.
  public var printsZeros: Bool
  public var level: Level
  public var assurance: Assurance
  public var method: Method
  /// Cells with a higher minimum than the others.
  public var minima: [Int: Int] = [:]
  /// Cells that are no counts of persons but amounts, of which the contributions decide.
  public var amounts: [Int: Amount] = [:]

  /// What is known of an amount.
  public enum Amount: Equatable, Sendable {
    /// Nobody's contribution can be worked out of it well enough to matter.
    case harmless
    /// Its interval has to hold all of these.
    case sensitive(ClosedRange<Int>)
    /// It is hidden, and who asks does not know the contributions: more than one value has to be left.
    case hidden
  }

  /// For whom it can be seen that the requirement is met.
  public enum Assurance: String, CaseIterable, Sendable {
    /// For whoever sees only what is published, and cannot know which hidden cells are sensitive: it is met for all of them.
    case outside
    /// For the publisher, who knows: it is met for the sensitive cells. Fewer cells are hidden.
    case inside
  }

  /// What may not be learned about a sensitive cell.
  public enum Level: String, CaseIterable, Sendable {
    /// Nothing within the sensitive counts: the interval holds all of them.
    case withinSensitive = "L2"
    /// Not even that the count is small: the interval holds the minimum too.
    case whetherSmall = "L3"
  }

  /// How what is hidden is chosen.
  public enum Method: String, CaseIterable, Sendable {
    /// The cheapest, where the system is small enough to find it; otherwise as `fast`.
    case exact
    /// One after another, and published again where that does no harm.
    case fast
  }

  public init(minimum: Int, printsZeros: Bool, level: Level, assurance: Assurance, method: Method = .exact) {
    (self.minimum, self.printsZeros, self.level) = (minimum, printsZeros, level)
    (self.assurance, self.method) = (assurance, method)
  }

  public var sensitive: ClosedRange<Int> { 1...max(1, minimum - 1) }

  func minimum(of cell: Int) -> Int { max(minimum, minima[cell] ?? 0) }

  /// Whether a count is sensitive in a cell.
  public func isSensitive(_ count: Int, in cell: Int) -> Bool {
    switch amounts[cell] {
    case nil: (1..<minimum(of: cell)).contains(count)
    case .harmless, .hidden: false
    case .sensitive: true
    }
  }

  /// What a hidden cell may not be known to be above, and not to be below.
  public func requirement(of cell: Int) -> Requirement {
    switch amounts[cell] {
    case nil: break
    case .harmless: return Requirement(cell: cell, low: Self.anything, high: 0)
    case .sensitive(let range): return Requirement(cell: cell, low: range.lowerBound, high: range.upperBound)
    case .hidden: return Requirement(cell: cell, low: 0, high: Self.anything)
    }
    let minimum = minimum(of: cell)
    // Where only 1 is sensitive, nothing but the minimum leaves it in doubt.
    let high = level == .withinSensitive ? max(minimum - 1, 2) : minimum
    return Requirement(cell: cell, low: 1, high: high, harmlessFrom: minimum)
  }

  /// Larger than any amount: what an audit takes for unbounded.
  private static let anything = BlockAudit.horizon

  private func verdict(on interval: FeasibilityInterval, of amount: Amount, _ need: Requirement) -> Verdict {
    let high = interval.high ?? .max
    switch amount {
    case .harmless: return .safe
    case .sensitive where interval.low <= need.low && high >= need.high: return .safe
    case .hidden where interval.low != high: return .safe
    case .sensitive, .hidden:
      if interval.isUnproven { return .unproven }
      return interval.low == high ? .exact : .narrow
    }
  }

  /// What an intruder learned of a hidden cell.
  ///
  /// - Parameter floor: The lowest that a total can be because each of its parts that is no nought is at least 1.
  public func verdict(on interval: FeasibilityInterval, of cell: Int, floor: Int) -> Verdict {
    let (need, minimum) = (requirement(of: cell), minimum(of: cell))
    if let amount = amounts[cell] { return verdict(on: interval, of: amount, need) }
    let high = interval.high ?? .max
    if interval.low <= need.low, high >= need.high { return .safe }
    if interval.isUnproven { return .unproven }
    if interval.low >= minimum || high < 1 { return .notSmall }
    if interval.low == high { return .exact }
    if interval.low <= need.low, high >= minimum - 1 { return .surelySmall }
    if interval.low <= max(need.low, floor), high >= need.high { return .unreachable }
    return .narrow
  }

  public enum Verdict: String, CaseIterable, Sendable {
    /// One value is left, and it is sensitive.
    case exact
    /// Some of the sensitive counts are ruled out.
    case narrow
    /// The count is known to be sensitive, not which it is.
    case surelySmall
    /// A total that cannot go lower because its parts are known to be no noughts.
    case unreachable
    /// The solver did not settle it: nothing may be concluded.
    case unproven
    /// What is required is not ruled out.
    case safe
    /// Known to be no sensitive count.
    case notSmall

    public var isMet: Bool {
      switch self {
      case .exact, .narrow, .surelySmall, .unproven: false
      case .unreachable, .safe, .notSmall: true
      }
    }
  }
}

/// Which cells are hidden, and what that does not achieve.
public struct SuppressionPattern: Equatable, Sendable {
  /// In ascending order, the sensitive cells among them.
  public var hidden: [Int]
  public var sensitive: [Int]
  /// Hidden cells of which the audit does not show what is required.
  public var unmet: [Int]
  /// Totals that cannot be hidden well while noughts are printed.
  public var unreachable: [Int]
  /// The audit of the result, as an outsider would make it.
  public var audit: AuditResult

  /// Audits cells of a system in which the pattern is hidden.
  fileprivate mutating func take(
    _ system: CellSystem, _ asked: [Int], _ protection: ProtectionRule, _ floors: [Int]
  ) {
    audit = system.audited(asked.map { protection.requirement(of: $0).raised(to: floors[$0]) }, complete: false)
    (unmet, unreachable) = (audit.contradictory, [])
    for cell in asked {
      guard let interval = audit.intervals[cell] else { continue }
      let verdict = protection.verdict(on: interval, of: cell, floor: floors[cell])
      if verdict == .unreachable { unreachable.append(cell) }
      if !verdict.isMet { unmet.append(cell) }
    }
  }
}

extension CellSystem {
  /// What `suppressed` hides, for one minimum by itself.
  ///
  /// Cells without a value, such as those that an earlier edition hid, stay so: some table that fits them stands for the
  /// truth while cheap tables beside it are looked for, what differs in them is hidden, and cells are published again where
  /// that does no harm; in a small system the cheapest cells are found (`ExactSuppression`). The result is audited as an
  /// outsider would audit it, who does not know which of the hidden cells are sensitive; what the audit finds is mended in
  /// rounds. As mending can undo what the cheapest start gained, the other start is tried too and the cheaper end kept.
  /// Deterministic.
  ///
  /// - Parameters:
  ///   - candidates: Cells that may be hidden.
  ///   - mustHide: Cells to be hidden whatever they hold: those an earlier edition hid.
  ///   - guarded: Cells without a value that have to stay in doubt too, unless nothing that is hidden here can help them.
  ///   - weights: What hiding each cell costs.
  public func cheapest(
    under protection: ProtectionRule, candidates: [Bool], mustHide: [Int] = [], guarded: [Int] = [],
    weights: [Double]
  ) -> SuppressionPattern {
    let (first, isMended) = searched(under: protection, candidates, mustHide, guarded, weights)
    guard isMended else { return first }
    var other = protection
    other.method = .fast
    let (second, _) = searched(under: other, candidates, mustHide, guarded, weights)
    func cost(_ pattern: SuppressionPattern) -> Double { pattern.hidden.reduce(0) { $0 + weights[$1] } }
    return (first.unmet.count, cost(first)) <= (second.unmet.count, cost(second)) ? first : second
  }

  /// What is hidden, and whether the cheapest cells were found and then did not do for the audit.
  private func searched(
    under protection: ProtectionRule, _ candidates: [Bool], _ mustHide: [Int], _ guarded: [Int], _ weights: [Double]
  ) -> (pattern: SuppressionPattern, isMended: Bool) {
    var system = self
    if protection.printsZeros {
      for cell in values.indices where candidates[cell] && values[cell] != nil {
        system.lowers[cell] = max(lowers[cell], 1)
      }
    }
    let unknown = values.indices.filter { values[$0] == nil }
    guard let filled = system.someTable() else {
      let audit = AuditResult(intervals: [:], contradictory: unknown, programmes: 0)
      return (SuppressionPattern(hidden: [], sensitive: [], unmet: unknown, unreachable: [], audit: audit), false)
    }
    let isMovable = values.indices.map { cell in
      values[cell].map { candidates[cell] && $0 > 0 } ?? true
    }
    let sensitive = values.indices.filter { cell in
      isMovable[cell] && values[cell].map { protection.isSensitive($0, in: cell) } ?? false
    }
    let primaries = Array(Set(sensitive + mustHide.filter { candidates[$0] })).sorted()
    var known = system
    for (cell, value) in filled { known.values[cell] = value }
    let programme = DeviationProgramme(known, isMovable: isMovable)
    let floors = system.hiding(isMovable.indices.filter { isMovable[$0] }).floors()
    var search = SuppressionSearch(programme, weights: weights, primaries: primaries + unknown)
    let guarded = guarded.filter { values[$0] == nil }
    var wanted = (sensitive + guarded).map { protection.requirement(of: $0).raised(to: floors[$0]) }
    var result = SuppressionPattern(
      hidden: primaries, sensitive: sensitive, unmet: [], unreachable: [],
      audit: AuditResult(intervals: [:], contradictory: [], programmes: 0))
    var rounds = 0
    while rounds < Self.rounds {
      search.require(wanted)
      search.hide()
      if rounds == 0, protection.method == .exact { search.optimise() }
      if rounds < Self.rounds / 2 { search.prune() }
      rounds += 1
      result.hidden = Array(Set(primaries + search.hiddenCells).subtracting(unknown)).sorted()
      let asked = (protection.assurance == .outside ? result.hidden : primaries) + guarded
      result.take(system.hiding(result.hidden), asked, protection, floors)
      if result.unmet.isEmpty { break }
      wanted = result.unmet.map { protection.requirement(of: $0).raised(to: floors[$0]) }
    }
    if result.unmet.contains(where: { values[$0] == nil }) {
      var all = result
      all.take(system.hiding(isMovable.indices.filter { isMovable[$0] }), guarded, protection, floors)
      result.unmet.removeAll(where: Set(all.unmet).contains)
    }
    return (result, search.isOptimal && rounds > 1)
  }

  /// Values for the cells without one that fit everything, as whole numbers; nil when none were found.
  private func someTable() -> [Int: Int]? {
    var result: [Int: Int] = [:]
    let parts = hiddenParts()
    guard parts.contradictory.isEmpty else { return nil }
    for member in parts.known { result[member.cell] = member.offset }
    for block in parts.blocks {
      guard let world = BlockAudit(block).someWorld() else { return nil }
      for (members, value) in zip(block.members, world) {
        for member in members { result[member.cell] = value + member.offset }
      }
    }
    return result
  }

  /// After so many rounds what is left is said and not mended.
  private static let rounds = 6

  /// The least that each cell can be, from the least of its parts: printed cells that are no nought count as 1, for they
  /// could have been hidden.
  public func floors() -> [Int] {
    var floors = values.indices.map { values[$0].map { min($0, 1) } ?? lowers[$0] }
    var isChanging = true
    while isChanging {
      isChanging = false
      for relation in 0..<relations.count where relations.lowers[relation] == 0 && relations.uppers[relation] == 0 {
        var (whole, sum) = (-1, 0)
        for term in relations[relation] {
          if term.coefficient == -1 { whole = term.cell } else { sum += floors[term.cell] * term.coefficient }
        }
        if whole >= 0, values[whole] == nil, sum > floors[whole] {
          floors[whole] = sum
          isChanging = true
        }
      }
    }
    return floors
  }
}
