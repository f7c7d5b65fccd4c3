internal import Model

extension ConstraintSystem {
  /// Rounds of scaling before numbers are made whole.
  private static let rounds = 60

  /// A fractional table near the plan's weights that meets the rows, those of departed items left out.
  ///
  /// The weights are disturbed by the seed, so that another seed gives other relations where nothing was published.
  func fitted(
    departures: Set<Int>, _ generator: inout SeededGenerator
  ) throws(ReconstructionError) -> [Double] {
    var prior: [Double] = []
    for table in tables {
      var weights = Array(repeating: 1.0, count: table.count)
      for weight in table.plan.weights {
        let holds = try CliqueTable.selection(
          of: weight.condition, in: table.cases.columns, part: table.plan.name)
        for cell in weights.indices where holds[cell] == 1 { weights[cell] *= weight.factor }
      }
      // A quarter more or less at most, by the seed: no register fills evenly what its tables leave open. A decision.
      prior += weights.map { $0 * (0.75 + 0.5 * generator.unit()) }
    }
    let kept = rows.filter { row in row.item.map { !departures.contains($0) } ?? true }
    let fit = MaximumEntropyFit(rows: kept.map { ($0.lower, $0.upper, $0.terms) })
    return fit.table(prior: prior, rounds: Self.rounds)
  }
}
