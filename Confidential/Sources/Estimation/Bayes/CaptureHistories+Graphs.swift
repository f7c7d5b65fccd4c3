extension CaptureHistories {
  /// The posterior of the number of persons over all decomposable graphs, for two to six lists.
  ///
  /// Without hidden numbers of its own the grid goes to 16 times the persons seen, and 16 times as far until the last
  /// factor of two holds less than 1e-7: a tenth of what is reported at the card, 1e-6. At 10^12, more than there are
  /// people, it stops.
  ///
  /// - Parameters:
  ///   - delta: Of the hyper-Dirichlet prior; nil for 2^−t, one observation spread over all cells (Madigan & York 1997).
  ///   - hidden: The hidden numbers to sum over; nil for as far as the posterior goes.
  /// - Throws: `EstimationError.unsupportedLists`.
  func graphPosterior(
    delta: Double? = nil, hidden: ClosedRange<Int>? = nil
  ) throws(EstimationError) -> GraphPosterior {
    guard (2...6).contains(lists.count) else {
      throw .unsupportedLists(lists.count, method: .decomposableGraphs)
    }
    let graphs = DecomposableGraph.all(lists: lists.count)
    let delta = delta ?? 1 / Double(1 << lists.count)
    if let hidden {
      return posterior(graphs, delta: delta, grid: HiddenGrid(integers: hidden))
    }
    var limit = 16 * Double(observed)
    while true {
      let result = posterior(graphs, delta: delta, grid: HiddenGrid(upTo: limit))
      if result.tailMass < 1e-7 || limit > 1e12 { return result }
      limit *= 16
    }
  }

  func graphEstimate(_ settings: EstimationSettings) throws(EstimationError) -> PopulationEstimate {
    let posterior = try graphPosterior()
    let best = posterior.graphs.first.map { $0.graph.notation(lists: lists.count) } ?? "[]"
    return PopulationEstimate(
      method: .decomposableGraphs, observed: observed, estimate: posterior.quantile(0.5),
      intervals: settings.levels.map(posterior.interval), model: best,
      warnings: warnings + (posterior.tailMass > 1e-6 ? [.tailMass(posterior.tailMass)] : []))
  }

  private func posterior(_ graphs: [DecomposableGraph], delta: Double, grid: HiddenGrid) -> GraphPosterior {
    let marginals = GraphMarginals(CountTable(self), delta: delta, grid: grid)
    var mass = [Double](repeating: 0, count: grid.points.count)
    var weights = [Double](repeating: 0, count: graphs.count)
    var top = -Double.infinity
    var logs = mass
    for (index, graph) in graphs.enumerated() {
      let highest = marginals.fill(&logs, graph)
      if highest > top {
        let factor = exp(top - highest)
        for point in mass.indices { mass[point] *= factor }
        for other in 0..<index { weights[other] *= factor }
        top = highest
      }
      // Below exp(-60) of the top a graph does not reach the last digit.
      guard highest > top - 60 else { continue }
      var sum = 0.0
      for point in logs.indices where logs[point] > top - 60 {
        let value = exp(logs[point] - top)
        mass[point] += value
        sum += value
      }
      weights[index] = sum
    }
    let total = weights.reduce(0, +)
    return GraphPosterior(
      observed: observed, grid: grid, mass: mass.map { $0 / total },
      graphs: zip(graphs, weights).map { GraphPosterior.WeightedGraph(graph: $0, probability: $1 / total) })
  }
}

/// M_C for every set of lists along the grid, so that a graph is a signed sum of rows.
private struct GraphMarginals {
  /// log(N! / N0!) + log prior + log width, along the grid.
  private let common: [Double]
  private let rows: [[Double]]

  init(_ table: CountTable, delta: Double, grid: HiddenGrid) {
    let n = table.observed
    let whole = Double(table.cells) * delta
    common = zip(grid.points, grid.widths).map { hidden, width in
      logGamma(n + hidden + 1) - logGamma(hidden + 1) - log(n + hidden) + log(width)
    }
    let totals = grid.points.map { logGamma(whole) - logGamma(n + $0 + whole) }
    rows = (0..<table.cells).map { set in
      guard set != 0 else { return grid.points.map { _ in 0 } }
      let prior = delta * Double(1 << (table.lists - set.nonzeroBitCount))
      var margin: [Int: Double] = [:]
      for (cell, count) in table.counts.enumerated() where count > 0 { margin[cell & set, default: 0] += count }
      let seen = margin.filter { $0.key != 0 }.sorted { $0.key < $1.key }
        .reduce(0.0) { $0 + logGamma($1.value + prior) - logGamma(prior) }
      let none = margin[0] ?? 0
      return grid.points.enumerated().map { index, hidden in
        totals[index] + seen + logGamma(none + hidden + prior) - logGamma(prior)
      }
    }
  }

  /// Fills `logs` with log p(data, N0 | graph) along the grid, up to a constant; returns the highest.
  func fill(_ logs: inout [Double], _ graph: DecomposableGraph) -> Double {
    for point in logs.indices { logs[point] = common[point] }
    for clique in graph.cliques {
      let row = rows[Int(clique)]
      for point in logs.indices { logs[point] += row[point] }
    }
    for separator in graph.separators {
      let row = rows[Int(separator)]
      for point in logs.indices { logs[point] -= row[point] }
    }
    return logs.max() ?? -.infinity
  }
}
