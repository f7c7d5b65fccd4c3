/// The intruder's calculation on one block of hidden cells.
///
/// Tables that fit everything published (*witnesses*) are collected: each shows at once, for every cell in it, a value that
/// cannot be ruled out. The sum of all that is not shown yet is maximised; when that shows little that is
/// new, of cells that share no relation. What stays short of what is asked is known to by the dual of the programme, where
/// the part of it about one cell stands by itself (`SharedBounds`); what is left is asked for alone.
///
/// In a small block a witness is a whole table, verified in whole numbers, and what no vertex shows is looked for by an
/// integer programme: the interval is that of the whole tables. In a larger block every vertex of the linear programme that
/// keeps all relations to within 1e-6 is a witness: the interval is that of linear programming, which holds the one of the
/// whole tables and may be wider. Relations are convex, so that every value between two witnesses has one too.
struct BlockAudit {
  let block: HiddenBlock
  private let condensed: CondensedBlock
  private let programme: SimplexProgramme
  private let bounds: SharedBounds
  private let isWhole: Bool
  /// Bounds that follow without the solver.
  private let tightest: (lowers: [Int], uppers: [Int])
  private(set) var pool: WitnessPool
  /// Columns of which the lower or the upper end is known, not only witnessed.
  private var hasLow: [Bool]
  private var hasHigh: [Bool]
  /// Columns of which the solver could not say how far they go.
  private(set) var isUnproven: [Bool]
  /// Linear programmes solved.
  private(set) var solved = 0
  /// Whether no table at all fits what is published.
  private(set) var isContradictory = false

  /// Stands for no bound. A value of half as much is unbounded: what is published counts persons of a country at most.
  static let horizon = 1_000_000
  /// Blocks of at most so many classes are searched in whole numbers; in larger ones that would take hours.
  static let searchable = 400
  private static let tolerance = 1e-6
  /// Bounds are tightened so many times; longer chains are left to the solver.
  private static let passes = 20
  /// A group of which less than one in so many ends was settled is taken apart.
  private static let progress = 12

  /// One end of the interval of a column.
  struct End: Hashable {
    var column: Int
    var isHigh: Bool
    /// What has to be reached; nil to go as far as possible.
    var goal: Int?
    /// A column that is at least this for sure need not be looked at.
    var harmlessFrom: Int?
  }

  init(_ block: HiddenBlock) {
    self.block = block
    isWhole = block.count <= Self.searchable
    tightest = block.tightenedBounds(passes: Self.passes, horizon: Self.horizon)
    pool = WitnessPool(block.count)
    hasLow = [Bool](repeating: false, count: block.count)
    (hasHigh, isUnproven) = (hasLow, hasLow)
    let condensed = CondensedBlock(block)
    self.condensed = condensed
    programme = SimplexProgramme(
      lowers: condensed.columns.map { Double(block.lowers[$0]) },
      uppers: condensed.columns.map { Double(block.uppers[$0] ?? Self.horizon) },
      rows: condensed.rows.map(SimplexProgramme.Row.init))
    let (lowers, uppers) = tightest
    bounds = SharedBounds(
      lowers: condensed.columns.map { Double(lowers[$0]) }, uppers: condensed.columns.map { Double(uppers[$0]) },
      rows: condensed.rows)
  }

  /// The table of least cost, as the solver gives it.
  private func vertex(_ costs: [Double]) -> [Double]? {
    programme.minimum(costs: condensed.costs(costs)).map { condensed.world($0.columns) }
  }

  /// Any table of the linear programme, one value a column; nil when the solver found none that keeps every relation.
  func someVertex() -> [Double]? {
    guard let vertex = vertex([Double](repeating: 0, count: block.count)),
      block.admits(vertex, tolerance: Self.tolerance)
    else { return nil }
    return vertex
  }

  /// Any whole table that fits; nil when none was found.
  func someWorld() -> [Int]? {
    let costs = [Double](repeating: 1, count: block.count)
    guard let vertex = vertex(costs) else { return nil }
    let world = vertex.map { Int($0.rounded()) }
    if block.admits(world) { return world }
    let found = IntegerSearch.world(in: block, column: 0, isHigh: false, horizon: Self.horizon)
    return found.flatMap { block.admits($0.values) ? $0.values : nil }
  }

  /// Looks for witnesses until every end is shown or known; when quick, only as long as many are shown together.
  mutating func settle(_ ends: [End], isQuick: Bool) {
    var open = ends
    while !isContradictory {
      open.removeAll { isSettled($0) }
      let before = open.count
      guard before > 1 else { break }
      ask(open)
      open.removeAll { isSettled($0) }
      if Self.progress * (before - open.count) < before { break }
    }
    // Of cells that share no relation most are shown or closed together.
    while !isContradictory, open.count > 1 {
      let (group, rest) = apart(open)
      let before = group.count
      guard before > 1 else { break }
      ask(group)
      closeByDual(group.filter { !isSettled($0) })
      var left = group.filter { !isSettled($0) }
      if 2 * left.count > before {
        if isQuick { left = [] }
        for end in left where !isSettled(end) { ask([end]) }
        left = []
      }
      open = rest.filter { !isSettled($0) } + left
    }
    if isQuick, ends.count > 1 { return }
    for end in open where !isSettled(end) && !isContradictory { ask([end]) }
  }

  /// The first ends, and those after them that share no relation with them or each other; and the others.
  private func apart(_ ends: [End]) -> (group: [End], rest: [End]) {
    var isTaken = [Bool](repeating: false, count: condensed.rows.count)
    var (group, rest): ([End], [End]) = ([], [])
    for end in ends {
      let rows = bounds.rows(of: condensed.costs(of: end.column, 1))
      if rows.contains(where: { isTaken[$0] }) {
        rest.append(end)
      } else {
        for row in rows { isTaken[row] = true }
        group.append(end)
      }
    }
    return (group, rest)
  }

  func isSettled(_ end: End) -> Bool {
    if isKnown(end) { return true }
    if let harmless = end.harmlessFrom, tightest.lowers[end.column] >= harmless, !pool.isEmpty { return true }
    guard let goal = end.goal else { return false }
    return end.isHigh ? pool.highs[end.column] >= goal : pool.lows[end.column] <= goal
  }

  /// Whether it was found how far the column goes: by the solver, or because a witness is at a bound.
  private func isKnown(_ end: End) -> Bool {
    if end.isHigh { return hasHigh[end.column] || pool.highs[end.column] >= tightest.uppers[end.column] }
    return hasLow[end.column] || pool.lows[end.column] <= tightest.lowers[end.column]
  }

  private mutating func ask(_ ends: [End]) {
    var costs = [Double](repeating: 0, count: block.count)
    // A cell of which both ends are open goes up now, and down when that is done.
    for end in ends where costs[end.column] == 0 { costs[end.column] = end.isHigh ? -1 : 1 }
    solved += 1
    guard let answer = programme.minimum(costs: condensed.costs(costs)) else {
      if pool.isEmpty { isContradictory = true }
      if ends.count == 1 { settleUnanswered(ends[0]) }
      return
    }
    let isWitness = take(condensed.world(answer.columns))
    if ends.count == 1 { close(ends[0], isWitness: isWitness) }
  }

  /// Ends that the dual of the last programme shows to go no further than a witness.
  private mutating func closeByDual(_ ends: [End]) {
    let parts = bounds.parts(of: programme.rowPrices())
    for end in ends {
      let least = bounds.least(condensed.costs(of: end.column, end.isHigh ? -1 : 1), parts)
      let constant = condensed.constant(of: end.column)
      if end.isHigh {
        if pool.highs[end.column] >= Int((constant - least + Self.tolerance).rounded(.down)) {
          hasHigh[end.column] = true
        }
      } else if pool.lows[end.column] <= Int((constant + least - Self.tolerance).rounded(.up)) {
        hasLow[end.column] = true
      }
    }
  }

  /// Takes a vertex for a witness where it is one; whether it is.
  private mutating func take(_ vertex: [Double]) -> Bool {
    let world = vertex.map { Int($0.rounded()) }
    if block.admits(world) {
      pool.take(world)
      return true
    }
    guard !isWhole, block.admits(vertex, tolerance: Self.tolerance) else { return false }
    pool.take(vertex, tolerance: Self.tolerance)
    return true
  }

  /// Whether the interval of a column is known, and not only at least so wide.
  func isComplete(_ column: Int) -> Bool {
    [true, false].allSatisfy { isKnown(End(column: column, isHigh: $0)) } && !isUnproven[column]
  }

  /// The solver gave no answer: what was witnessed is all that is known.
  private mutating func settleUnanswered(_ end: End) {
    if end.isHigh { hasHigh[end.column] = true } else { hasLow[end.column] = true }
    isUnproven[end.column] = true
  }

  /// A cell that was asked for alone: its end is known when the optimum is a witness; otherwise only what whole
  /// tables reached counts, which is the narrower and so the careful reading.
  private mutating func close(_ end: End, isWitness: Bool) {
    if end.isHigh { hasHigh[end.column] = true } else { hasLow[end.column] = true }
    guard !isWitness else { return }
    guard isWhole else {
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
