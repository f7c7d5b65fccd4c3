/// Passes bounds on from row to row until nothing changes, and keeps what each new bound rests on.
///
/// In whole numbers: a bound that is no whole number of its column's unit is rounded away from the inside, or towards it where
/// the column is whole, so that no solution is lost.
struct BoundPassing {
  let system: BoundedSystem
  /// A bound that was found: the row and column it follows from, by its least sum or its greatest, and the step that gave the
  /// bound before. The bounds of other columns that it uses are those that held then.
  private struct Step {
    var row: Int
    var column: Int
    var isLow: Bool
    var previous: Int?
  }

  /// The bound that a column came with, or one that was found.
  private enum Ground {
    case given(column: Int)
    case step(Int)
  }

  private var steps: [Step] = []
  private var bounds: [(lower: Int?, upper: Int?)]
  /// The step of the newest bounds of a column; nil for the given ones.
  private var sources: [(lower: Int?, upper: Int?)]
  private let uses: [[Int]]

  /// Steps for each row, so that bounds that creep towards each other come to an end. A decision.
  private static let stepsOfRow = 12

  init(system: BoundedSystem) {
    self.system = system
    bounds = system.columns.map { ($0.lower, $0.upper) }
    sources = system.columns.map { _ in (nil, nil) }
    var uses = [[Int]](repeating: [], count: system.columns.count)
    for (index, row) in system.rows.enumerated() { for term in row.terms { uses[term.column].append(index) } }
    self.uses = uses
  }

  func lower(_ column: Int) -> Int? { bounds[column].lower }
  func upper(_ column: Int) -> Int? { bounds[column].upper }

  /// - Returns: What allows no solution; nil when nothing does.
  mutating func run() -> BoundedSystem.Refutation? {
    if let empty = bounds.indices.first(where: isEmpty) {
      return BoundedSystem.Refutation(rows: [], columns: [empty])
    }
    var queue = Array(system.rows.indices)
    var isQueued = [Bool](repeating: true, count: system.rows.count)
    var (next, left) = (0, Self.stepsOfRow * max(1, system.rows.count))
    while next < queue.count, left > 0 {
      let index = queue[next]
      next += 1
      isQueued[index] = false
      let before = steps.count
      if let refutation = pass(index) { return refutation }
      for step in steps[before...] {
        left -= 1
        for column in changed(by: step) {
          for row in uses[column] where !isQueued[row] && row != index {
            isQueued[row] = true
            queue.append(row)
          }
        }
      }
    }
    return nil
  }

  /// Parts the bounds of a column: for the halves of a search.
  mutating func limit(_ column: Int, lower: Int? = nil, upper: Int? = nil) {
    if let lower { bounds[column].lower = lower }
    if let upper { bounds[column].upper = upper }
  }

  private func changed(by step: Step) -> [Int] { system.rows[step.row].terms.map(\.column) }

  private func isEmpty(_ column: Int) -> Bool {
    guard let low = bounds[column].lower, let high = bounds[column].upper else { return false }
    return low > high
  }

  // MARK: - One row

  /// The least and greatest sum of a row, without the terms that have no bound, and how many those are.
  private struct Activity {
    var (low, high): (Int128, Int128) = (0, 0)
    var (openBelow, openAbove) = (0, 0)
  }

  private func ends(_ term: BoundedSystem.Term) -> (low: Int128?, high: Int128?) {
    let (one, other) = (bounds[term.column].lower, bounds[term.column].upper)
    let product = { (bound: Int?) in bound.map { Int128(term.coefficient) * Int128($0) } }
    return term.coefficient > 0 ? (product(one), product(other)) : (product(other), product(one))
  }

  private func activity(_ row: BoundedSystem.Row) -> Activity {
    var sum = Activity()
    for term in row.terms {
      let (low, high) = ends(term)
      if let low { sum.low += low } else { sum.openBelow += 1 }
      if let high { sum.high += high } else { sum.openAbove += 1 }
    }
    return sum
  }

  private mutating func pass(_ index: Int) -> BoundedSystem.Refutation? {
    let row = system.rows[index]
    let sum = activity(row)
    if let upper = row.upper, sum.openBelow == 0, sum.low > Int128(upper) { return refuted(index, isLow: true) }
    if let lower = row.lower, sum.openAbove == 0, sum.high < Int128(lower) { return refuted(index, isLow: false) }
    for term in row.terms {
      let (low, high) = ends(term)
      // What the others leave: coefficient · column <= upper - Σ low, and >= lower - Σ high.
      if let upper = row.upper, sum.openBelow == 0 || sum.openBelow == 1 && low == nil {
        let room = Int128(upper) - (sum.low - (low ?? 0))
        if let refutation = tighten(term, room, isAtMost: true, index) { return refutation }
      }
      if let lower = row.lower, sum.openAbove == 0 || sum.openAbove == 1 && high == nil {
        let room = Int128(lower) - (sum.high - (high ?? 0))
        if let refutation = tighten(term, room, isAtMost: false, index) { return refutation }
      }
    }
    return nil
  }

  /// `coefficient · column <= room`, or `>= room`.
  private mutating func tighten(
    _ term: BoundedSystem.Term, _ room: Int128, isAtMost: Bool, _ index: Int
  ) -> BoundedSystem.Refutation? {
    let coefficient = Int128(term.coefficient)
    let isUpper = isAtMost == (coefficient > 0)
    let isWhole = system.columns[term.column].isWhole
    let quotient = Self.divided(room, by: coefficient, isUp: isUpper ? !isWhole : isWhole)
    guard let bound = Int(exactly: quotient) else { return nil }
    let known = isUpper ? bounds[term.column].upper : bounds[term.column].lower
    if let known, isUpper ? bound >= known : bound <= known { return nil }
    let previous = isUpper ? sources[term.column].upper : sources[term.column].lower
    steps.append(Step(row: index, column: term.column, isLow: isAtMost, previous: previous))
    if isUpper {
      (bounds[term.column].upper, sources[term.column].upper) = (bound, steps.count - 1)
    } else {
      (bounds[term.column].lower, sources[term.column].lower) = (bound, steps.count - 1)
    }
    guard isEmpty(term.column) else { return nil }
    return collected([ground(term.column, isUpper: true), ground(term.column, isUpper: false)])
  }

  private static func divided(_ value: Int128, by divisor: Int128, isUp: Bool) -> Int128 {
    let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
    guard rest != 0 else { return quotient }
    let isNegative = (rest < 0) != (divisor < 0)
    if isUp { return isNegative ? quotient : quotient + 1 }
    return isNegative ? quotient - 1 : quotient
  }

  // MARK: - Grounds

  /// Of the newest bound of a column, or of the one that held before a step.
  private func ground(_ column: Int, isUpper: Bool, before step: Int = .max) -> Ground {
    var source = isUpper ? sources[column].upper : sources[column].lower
    while let newer = source, newer >= step { source = steps[newer].previous }
    return source.map { .step($0) } ?? .given(column: column)
  }

  /// The bounds of which the least sum of a row is made, or the greatest.
  private func grounds(
    _ row: BoundedSystem.Row, without column: Int?, isLow: Bool, before step: Int = .max
  ) -> [Ground] {
    row.terms.filter { $0.column != column }
      .map { ground($0.column, isUpper: ($0.coefficient > 0) != isLow, before: step) }
  }

  /// With the rows and given bounds that the newest bounds of its columns rest on.
  func grounded(_ found: BoundedSystem.Refutation) -> BoundedSystem.Refutation {
    var all = collected(found.columns.sorted().flatMap { [ground($0, isUpper: true), ground($0, isUpper: false)] })
    all.rows.formUnion(found.rows)
    return all
  }

  private func refuted(_ index: Int, isLow: Bool) -> BoundedSystem.Refutation {
    var refutation = collected(grounds(system.rows[index], without: nil, isLow: isLow))
    refutation.rows.insert(index)
    return refutation
  }

  /// The rows and given bounds that these rest on.
  private func collected(_ grounds: [Ground]) -> BoundedSystem.Refutation {
    var refutation = BoundedSystem.Refutation(rows: [], columns: [])
    var (open, seen): ([Ground], Set<Int>) = (grounds, [])
    while let ground = open.popLast() {
      switch ground {
      case .given(let column): refutation.columns.insert(column)
      case .step(let step):
        guard seen.insert(step).inserted else { continue }
        let own = steps[step]
        refutation.rows.insert(own.row)
        open += self.grounds(system.rows[own.row], without: own.column, isLow: own.isLow, before: step)
      }
    }
    return refutation
  }
}
