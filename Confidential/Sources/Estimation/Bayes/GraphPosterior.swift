/// The posterior of the number of persons over all decomposable graphs (Madigan & York 1997).
///
/// For a clique or separator C with margin n_C (its all-zero cell plus N0) and d' = delta 2^(t − |C|),
///
///     M_C = log Γ(2^t delta) − log Γ(N + 2^t delta) + Σ over cells [log Γ(n_c + d') − log Γ(d')]
///     log p(data, N0 | g) = log(N! / (Π n_w! N0!)) + Σ M_clique − Σ M_separator + log prior(N)
///
/// with prior 1/N and every graph equally likely. Assumes a decomposable graph and hyper-Dirichlet probabilities with
/// delta = 2^−t. Sums run over graphs and hidden numbers together; the hidden numbers go on until a further factor of
/// two holds less than 1e-7 of the probability, and what was left is reported.
struct GraphPosterior: Equatable, Sendable {
  let observed: Int
  /// Graphs by falling probability.
  let graphs: [WeightedGraph]
  /// Posterior mean of N over the grid.
  let mean: Double
  /// The N with the most probability.
  let mode: Double
  /// Probability of the last factor of two of the hidden numbers.
  let tailMass: Double
  private let points: [Double]
  private let widths: [Double]
  private let cumulative: [Double]

  struct WeightedGraph: Equatable, Sendable {
    let graph: DecomposableGraph
    let probability: Double
  }

  init(observed: Int, grid: HiddenGrid, mass: [Double], graphs: [WeightedGraph]) {
    self.observed = observed
    self.graphs = graphs.sorted { $0.probability > $1.probability }
    points = grid.points
    widths = grid.widths
    var sum = 0.0
    cumulative = mass.map {
      sum += $0
      return sum
    }
    let n = Double(observed)
    mean = n + zip(points, mass).reduce(0) { $0 + $1.0 * $1.1 }
    let densities = zip(mass, widths).map { $0 / $1 }
    mode = n + (densities.indices.max { densities[$0] < densities[$1] }.map { grid.points[$0] } ?? 0)
    let last = points.last ?? 0
    tailMass = zip(points, mass).reduce(0) { $1.0 > last / 2 ? $0 + $1.1 : $0 }
  }

  /// The smallest number with at least this probability at or below it.
  func quantile(_ share: Double) -> Double {
    guard let index = cumulative.firstIndex(where: { $0 >= share }) else {
      return Double(observed) + (points.last ?? 0)
    }
    let before = index > 0 ? cumulative[index - 1] : 0
    let part = (share - before) / (cumulative[index] - before)
    let within = widths[index] > 1 ? widths[index] * (part - 0.5) : 0
    return Double(observed) + (points[index] + within).rounded()
  }

  /// The equal-tailed interval that holds N with this probability.
  func interval(level: Double) -> EstimateInterval {
    EstimateInterval(
      kind: .credible, level: level, lower: quantile(0.5 - level / 2), upper: quantile(0.5 + level / 2))
  }
}
