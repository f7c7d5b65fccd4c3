/// Looks for a solution in whole numbers by halves, each of which ends in a solution or a proof that there is none.
struct WholeSearch {
  let system: BoundedSystem
  let effort: BoundedSystem.Effort
  private var left: Int

  init(system: BoundedSystem, effort: BoundedSystem.Effort) {
    (self.system, self.effort, left) = (system, effort, effort.nodes)
  }

  mutating func run() -> BoundedSystem.Verdict { verdict(lowers: [:], uppers: [:]) }

  private mutating func verdict(lowers: [Int: Int], uppers: [Int: Int]) -> BoundedSystem.Verdict {
    var passing = BoundPassing(system: system)
    for (column, bound) in lowers { passing.limit(column, lower: bound) }
    for (column, bound) in uppers { passing.limit(column, upper: bound) }
    if let refutation = passing.run() { return .impossible(refutation) }
    guard system.rows.count > 1 else { return .possible }
    guard system.columns.count <= effort.mostColumns else { return .undecided }
    switch LinearRelaxation(system, passing).answer() {
    case .gaveUp: return .undecided
    case .weights(let weights):
      let proof = FarkasProof(
        system: system, lowers: system.columns.indices.map(passing.lower),
        uppers: system.columns.indices.map(passing.upper))
      guard let found = proof.refutation(weights) else { return .undecided }
      return .impossible(passing.grounded(found))
    case .point(let point):
      guard let column = mostBroken(point) else { return .possible }
      return halves(column, at: point[column], lowers, uppers)
    }
  }

  /// The whole column that is furthest from a whole number; nil when all are.
  private func mostBroken(_ point: [Double]) -> Int? {
    var (best, most): (Int?, Double) = (nil, 1e-5)
    for (column, value) in point.enumerated() where system.columns[column].isWhole {
      let miss = abs(value - value.rounded())
      if miss > most { (best, most) = (column, miss) }
    }
    return best
  }

  private mutating func halves(
    _ column: Int, at value: Double, _ lowers: [Int: Int], _ uppers: [Int: Int]
  ) -> BoundedSystem.Verdict {
    guard left > 0, abs(value) < 1e15 else { return .undecided }
    left -= 1
    var (below, above) = (uppers, lowers)
    below[column] = Int(value.rounded(.down))
    above[column] = Int(value.rounded(.down)) + 1
    let first = verdict(lowers: lowers, uppers: below)
    guard case .impossible(let one) = first else { return first }
    let second = verdict(lowers: above, uppers: uppers)
    guard case .impossible(let other) = second else { return second }
    return .impossible(.init(rows: one.rows.union(other.rows), columns: one.columns.union(other.columns)))
  }
}
