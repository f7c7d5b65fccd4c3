/// How an estimate is made from a table; the bootstrap repeats all of it on every replicate.
enum SelectionRule: Equatable, Sendable {
  /// All models weighed, as in the headline.
  case weighed
  /// One model, chosen beforehand.
  case model(HierarchicalModel)
  /// Forward stepwise selection of pairs.
  case stepwise(threshold: Double)
  /// Forward selection of pairs by AIC.
  case akaikeStepwise(threshold: Double)
  /// The best of all hierarchical models up to an order.
  case best(InformationCriterion, order: Int)
  /// The best of these models, ranked beforehand on the data (Silverman, Chan & Vincent 2024).
  case bestOf([HierarchicalModel], InformationCriterion)
}

/// Applies a rule to table after table, in memory that is made once. Serves one task.
final class RuleEstimator {
  private let rule: SelectionRule
  private let solver: LoglinearSolver
  private let stepwise: StepwiseSelection?
  private let walk: (lattice: ModelLattice, walk: LatticeWalk)?

  /// - Throws: `RankingError.tooManyModels`.
  init(_ rule: SelectionRule, lists: Int) throws(RankingError) {
    self.rule = rule
    solver = LoglinearSolver(lists: lists)
    if case .stepwise(let threshold) = rule {
      stepwise = StepwiseSelection(lists: lists, threshold: threshold)
    } else {
      stepwise = nil
    }
    if case .best(_, let order) = rule {
      let lattice = try ModelLattice.make(lists: lists, order: order)
      walk = (lattice, LatticeWalk(lattice))
    } else {
      walk = nil
    }
  }

  /// The estimate of all persons; nil when the rule gives none on this table.
  func estimate(_ table: CountTable) -> Double? {
    switch rule {
    case .weighed: headline(table)?.estimate
    case .model(let model): fitted(model.terms, table).map { table.observed + exp($0.intercept) }
    case .akaikeStepwise(let threshold):
      AkaikeStepwise(lists: table.lists, threshold: threshold).select(table, solver)
        .map { table.observed + exp($0.maximum.intercept) }
    case .stepwise: stepwise?.select(table, solver).map { table.observed + exp($0.maximum.intercept) }
    case .best(let criterion, _): best(table, criterion).map { table.observed + exp($0.intercept) }
    case .bestOf(let models, let criterion): bestPrefixes(table, models, criterion).last ?? nil
    }
  }

  /// Nil where a list has nobody, or no model fits.
  private func headline(_ table: CountTable) -> PopulationHeadline? {
    guard !hasEmptyList(table), let weighing = PopulationHeadline.Weighing(table) else { return nil }
    return PopulationHeadline([weighing], observed: table.observed, doubts: [])
  }

  private func hasEmptyList(_ table: CountTable) -> Bool {
    (0..<table.lists).contains { table.margins[1 << $0] == 0 }
  }

  /// The model that the rule takes on this table; nil when it gives none.
  func model(_ table: CountTable) -> HierarchicalModel? {
    switch rule {
    case .weighed:
      hasEmptyList(table)
        ? nil
        : WeighedModels(.alike, of: table)?.models.first
          .map { HierarchicalModel(lists: table.lists, generators: $0.pairs) }
    case .model(let model): model
    case .akaikeStepwise(let threshold):
      AkaikeStepwise(lists: table.lists, threshold: threshold).select(table, solver)
        .map { HierarchicalModel(lists: table.lists, generators: $0.terms) }
    case .stepwise:
      stepwise?.select(table, solver).map { HierarchicalModel(lists: table.lists, generators: $0.terms) }
    case .best(let criterion, _): best(table, criterion).flatMap { walk?.lattice.model($0.model) }
    case .bestOf: nil
    }
  }

  /// For each k, the estimate of the best of the first k models.
  func bestPrefixes(
    _ table: CountTable, _ models: [HierarchicalModel], _ criterion: InformationCriterion
  ) -> [Double?] {
    let penalty = criterion.penalty(observed: table.observed)
    var leader = Leader()
    return models.map { model in
      let worst = penalty * Double(model.terms.count) - leader.value - 1e-9
      if let maximum = fitted(model.terms, table, atLeast: worst / 2) {
        let value = penalty * Double(model.terms.count) - 2 * maximum.logLikelihood
        leader.challenge(value, model.terms.count, maximum.intercept) { model.notation }
      }
      return leader.intercept.map { table.observed + exp($0) }
    }
  }

  private func fitted(
    _ terms: [UInt32], _ table: CountTable, atLeast least: Double = -.infinity
  ) -> LoglinearSolver.Maximum? {
    solver.maximum(solver.fit(terms, to: table, warm: false), terms, table, atLeast: least)?.maximum
  }

  /// The model of the lattice with the lowest criterion.
  private func best(_ table: CountTable, _ criterion: InformationCriterion) -> (model: UInt64, intercept: Double)? {
    guard let (lattice, walk) = walk else { return nil }
    let penalty = criterion.penalty(observed: table.observed)
    var leader = Leader()
    var chosen: UInt64 = 0
    walk.search(table, penalty: penalty) { visit in
      let worst = penalty * Double(visit.parameters) - leader.value - 1e-9
      guard let maximum = walk.solver.maximum(visit.outcome, walk.terms, table, atLeast: worst / 2)?.maximum else {
        return leader.value
      }
      let value = penalty * Double(visit.parameters) - 2 * maximum.logLikelihood
      let wins = leader.challenge(value, visit.parameters, maximum.intercept) { lattice.model(visit.model).notation }
      if wins { chosen = visit.model }
      return leader.value
    }
    return leader.intercept.map { (chosen, $0) }
  }
}

/// The best model so far; ties within 1e-9 go to fewer parameters, then to the name.
private struct Leader {
  private(set) var value = Double.infinity
  private var parameters = Int.max
  private var notation: () -> String = { "" }
  private(set) var intercept: Double?

  @discardableResult
  mutating func challenge(
    _ value: Double, _ parameters: Int, _ intercept: Double, _ notation: @escaping () -> String
  ) -> Bool {
    guard value <= self.value + 1e-9 else { return false }
    if value >= self.value - 1e-9 {
      if parameters > self.parameters { return false }
      if parameters == self.parameters, notation() >= self.notation() { return false }
    }
    (self.value, self.parameters, self.intercept, self.notation) = (value, parameters, intercept, notation)
    return true
  }
}
