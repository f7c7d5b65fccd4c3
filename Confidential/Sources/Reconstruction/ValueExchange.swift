internal import Model

/// Exchanges the values of one clique between records until a figure with imputed values shows its published numbers.
///
/// Records that agree on the join of the clique may exchange: every figure the clique carries stays as it is. The search
/// is a walk of random exchanges. Most are between two records; now and then all known values leave a stratum, or enough
/// enter one, because what is imputed depends on whether a stratum has enough known cases. A change that brings the
/// figure nearer, or no further, is kept; a small step back is kept now and then, and when nothing helps for long the walk
/// jumps elsewhere.
struct ValueExchange {
  private let step: ReconstructionPlan.Search
  private let clique: ReconstructionPlan.Clique
  private let imputation: Imputation
  private let figure: Figure
  private let counted: Figure.Counted
  private let cells: [PublishedCell]
  private let monitor: Monitor

  /// Proposals before the search gives up.
  private static let limit = 10_000_000
  /// Proposals without coming nearer before the walk jumps.
  private static let patience = 20_000

  init(
    _ step: ReconstructionPlan.Search, system: ConstraintSystem, published: [PublishedCell], monitor: Monitor
  ) throws(ReconstructionError) {
    self.step = step
    self.monitor = monitor
    clique = system.tables[try system.clique(named: step.clique, for: step.figure)].plan
    guard let figure = monitor.figure(named: step.figure), case .counted(let counted) = figure.numbers else {
      throw .unknown(what: "figure", named: step.figure, inPart: "searches")
    }
    self.figure = figure
    self.counted = counted
    cells = published.filter { $0.figure == step.figure }
    guard let rule = monitor.rules.first(where: { $0.name == step.rule }), case .impute(let found) = rule.step else {
      throw .unknown(what: "impute rule", named: step.rule, inPart: "searches")
    }
    imputation = found
  }

  func exchanged(
    _ records: Cases, _ generator: inout SeededGenerator, progress: (Int) -> Void
  ) throws(ReconstructionError) -> Cases {
    let classified = try monitor.classified(records)
    var walk = try ExchangeWalk(
      figure: figure, counted: counted, cells: cells, imputation: imputation, join: clique.join, classified: classified)
    var (proposals, nearest, sinceNearest) = (0, Int.max, 0)
    while walk.distance > 0, proposals < Self.limit {
      // Often enough to see it move.
      if proposals % 100_000 == 0 { progress(walk.distance) }
      walk.propose(&generator)
      proposals += 1
      sinceNearest += 1
      if walk.distance < nearest { (nearest, sinceNearest) = (walk.distance, 0) }
      if sinceNearest > Self.patience {
        walk.jump(&generator)
        (nearest, sinceNearest) = (walk.distance, 0)
      }
    }
    guard walk.distance == 0 else { throw .searchEnded(figure: figure.id, remaining: walk.distance) }
    progress(0)
    return try verified(records, holders: walk.holders)
  }

  /// The records with the values handed over, if the rules agree that the figure now comes out.
  private func verified(_ records: Cases, holders: [Int]) throws(ReconstructionError) -> Cases {
    var result = records
    for name in clique.assigned {
      guard let variable = records.columns.variable(named: name), let column = records.columns[name] else { continue }
      result.columns.set(variable.column(of: holders.map { column.packedValue(at: $0) }), for: variable)
    }
    let places = FigurePlaces(figure, counted, over: try monitor.classified(result))
    for cell in cells {
      guard case .sum(let weights) = try places.functional(of: cell) else { continue }
      let remaining = abs(Int(weights.reduce(0, +)) - cell.scaledValue)
      guard remaining == 0 else { throw .searchEnded(figure: figure.id, remaining: remaining) }
    }
    return result
  }
}
