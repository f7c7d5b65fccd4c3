/// The intruder's calculation on one block of hidden cells.
///
/// Tables that fit everything published (*witnesses*) are collected: each shows at once, for every cell in it, a value that
/// cannot be ruled out. The sum of all that is not shown yet is maximised; when a group makes no progress it is halved,
/// until a cell stands alone and its bound is known. Solutions of the linear programme count only after they were rounded
/// and verified in whole numbers.
struct BlockAudit {
  let block: HiddenBlock
  private let programme: SimplexProgramme
  private(set) var pool: WitnessPool
  /// Columns of which the lower or the upper end is known, not only witnessed.
  private(set) var hasLow: [Bool]
  private(set) var hasHigh: [Bool]
  /// Columns of which the solver could not say how far they go.
  private(set) var isUnproven: [Bool]
  /// Linear programmes solved.
  private(set) var solved = 0
  /// Whether no table at all fits what is published.
  private(set) var isContradictory = false

  /// Stands for no bound. A value of half as much is unbounded: what is published counts persons of a country at most.
  static let horizon = 1_000_000

  /// In larger blocks no integer programme is tried: it would take hours, and what it leaves open is not proven safe.
  private static let searchable = 600

  /// One end of the interval of a column.
  struct End: Hashable {
    var column: Int
    var isHigh: Bool
    /// What has to be reached; nil to go as far as possible.
    var goal: Int?
  }

  init(_ block: HiddenBlock) {
    self.block = block
    pool = WitnessPool(block.cells.count)
    hasLow = [Bool](repeating: false, count: block.cells.count)
    (hasHigh, isUnproven) = (hasLow, hasLow)
    programme = SimplexProgramme(
      lowers: block.lowers.map(Double.init), uppers: block.uppers.map { Double($0 ?? Self.horizon) },
      rows: block.rows.map {
        ($0.terms, $0.lower.map(Double.init) ?? -.infinity, $0.upper.map(Double.init) ?? .infinity)
      })
  }

  /// Any whole table that fits; nil when none was found.
  func someWorld() -> [Int]? {
    let costs = [Double](repeating: 1, count: block.cells.count)
    guard let answer = programme.minimum(costs: costs) else { return nil }
    let world = answer.columns.map { Int($0.rounded()) }
    if block.admits(world) { return world }
    let found = IntegerSearch.world(in: block, column: 0, isHigh: false, horizon: Self.horizon)
    return found.flatMap { block.admits($0.values) ? $0.values : nil }
  }

  /// Looks for witnesses until every end is shown or known.
  mutating func settle(_ ends: [End]) {
    var groups = [ends]
    while let group = groups.popLast(), !isContradictory {
      let open = group.filter { !isSettled($0) }
      guard !open.isEmpty else { continue }
      ask(open)
      let left = open.filter { !isSettled($0) }
      if left.count == open.count {
        if left.count == 1 { continue }
        groups.append(Array(left[(left.count / 2)...]))
        groups.append(Array(left[..<(left.count / 2)]))
      } else if !left.isEmpty {
        groups.append(left)
      }
    }
  }

  func isSettled(_ end: End) -> Bool {
    if end.isHigh ? hasHigh[end.column] : hasLow[end.column] { return true }
    guard let goal = end.goal else { return false }
    return end.isHigh ? pool.highs[end.column] >= goal : pool.lows[end.column] <= goal
  }

  private mutating func ask(_ ends: [End]) {
    var costs = [Double](repeating: 0, count: block.cells.count)
    // A cell of which both ends are open goes up now, and down when that is done.
    for end in ends where costs[end.column] == 0 { costs[end.column] = end.isHigh ? -1 : 1 }
    solved += 1
    guard let answer = programme.minimum(costs: costs) else {
      if pool.isEmpty { isContradictory = true }
      if ends.count == 1 { settleUnanswered(ends[0]) }
      return
    }
    let world = answer.columns.map { Int($0.rounded()) }
    let isWhole = block.admits(world)
    if isWhole { pool.take(world) }
    if ends.count == 1 { close(ends[0], isWhole: isWhole) }
  }

  /// The solver gave no answer: what was witnessed is all that is known.
  private mutating func settleUnanswered(_ end: End) {
    if end.isHigh { hasHigh[end.column] = true } else { hasLow[end.column] = true }
    isUnproven[end.column] = true
  }

  /// A cell that was asked for alone: its end is known when the optimum is a whole table; otherwise only what whole
  /// tables reached counts, which is the narrower and so the careful reading.
  private mutating func close(_ end: End, isWhole: Bool) {
    if end.isHigh { hasHigh[end.column] = true } else { hasLow[end.column] = true }
    guard !isWhole else { return }
    guard block.cells.count <= Self.searchable else {
      isUnproven[end.column] = true
      return
    }
    let found = IntegerSearch.world(in: block, column: end.column, isHigh: end.isHigh, horizon: Self.horizon)
    if let found, block.admits(found.values) {
      pool.take(found.values)
      if found.isProven { return }
    }
    isUnproven[end.column] = true
  }
}
