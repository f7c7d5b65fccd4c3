import Model

/// The models of a lattice in order of an information criterion, those without an estimate left out.
struct ModelRanking: Equatable, Sendable {
  let criterion: InformationCriterion
  let observed: Int
  /// Best first. Ties within 1e-9 go to fewer parameters, then to the name.
  let ranked: [RankedModel]
  /// How many models have a maximum at finite parameters, and a unique one.
  let valid: Int
  /// How many further models have their maximum on a face on which the total is determined (`FacialFit`).
  let faces: Int
  /// How many models were fitted.
  let all: Int
  /// How many models have an estimate.
  var estimated: Int { valid + faces }

  struct RankedModel: Equatable, Sendable {
    let model: HierarchicalModel
    let logLikelihood: Double
    let value: Double
    /// log of the expected hidden number and its variance.
    let intercept: Double
    let interceptVariance: Double
    /// n + exp(intercept).
    let estimate: Double
    /// exp(−value / 2) over its sum for all models with an estimate.
    let weight: Double
    /// Whether its maximum lies on a face.
    let isOnFace: Bool
  }
}

/// Why models were not ranked.
enum RankingError: Error, Equatable, Sendable {
  /// More models than can be fitted; use fewer lists, a lower order or stepwise selection.
  case tooManyModels(lists: Int, order: Int)
  /// None of the models has a unique estimate.
  case noModel
}

/// What is kept of a fitted model while the lattice is walked.
struct LatticeScore: Sendable {
  var model: UInt64
  var parameters: Int
  var value: Double
  var logLikelihood: Double
  var intercept: Double
  var variance: Double
  var isOnFace: Bool
}

extension ModelLattice {
  /// The lattice, where it has at most 3.7 million models, a minute or two of fitting: up to seven lists with pairs
  /// (2,097,152), six with triples (3,702,013), five with all.
  ///
  /// - Throws: `RankingError.tooManyModels`.
  static func make(lists: Int, order: Int) throws(RankingError) -> ModelLattice {
    let pairs = lists * (lists - 1) / 2
    guard pairs <= 21, order <= 2 || lists <= 5 || (lists == 6 && order == 3) else {
      throw .tooManyModels(lists: lists, order: order)
    }
    return ModelLattice(lists: lists, order: order)
  }

  /// The parts into which the tree is divided, whatever the number of threads: choices of the first six pairs, so 64
  /// parts, enough to keep tens of threads busy although parts differ in size.
  var parts: (fixed: Int, prefixes: [UInt64]) {
    let fixed = min(interactions.count { $0.nonzeroBitCount == 2 }, 6)
    return (fixed, (0..<(1 << fixed)).map { UInt64($0) })
  }

  /// What is known of the models of one part of the tree.
  struct Scores: Sendable {
    /// Those that come within a window of the best there.
    var kept: [LatticeScore] = []
    var valid = 0
    var faces = 0
    var all = 0
  }

  /// Scores of the models of one part that come within `window` of the best there, and how many have an estimate.
  func scores(of table: CountTable, prefix: UInt64, fixed: Int, penalty: Double, window: Double) -> Scores {
    var scores = Scores()
    var best = Double.infinity
    let walk = LatticeWalk(self)
    walk.visit(table, prefix: prefix, fixed: fixed) { visit in
      scores.all += 1
      guard let (maximum, face) = walk.solver.maximum(visit.outcome, walk.terms, table) else { return }
      if face == nil { scores.valid += 1 } else { scores.faces += 1 }
      let logLikelihood = maximum.logLikelihood - table.logFactorials
      let value = penalty * Double(visit.parameters) - 2 * logLikelihood
      best = min(best, value)
      guard value <= best + window else { return }
      scores.kept.append(
        LatticeScore(
          model: visit.model, parameters: visit.parameters, value: value, logLikelihood: logLikelihood,
          intercept: maximum.intercept, variance: maximum.interceptVariance, isOnFace: face != nil))
    }
    return scores
  }
}

extension CaptureHistories {
  /// Fits every hierarchical model up to an order and ranks them.
  ///
  /// A model whose maximum lies on a face takes part where the total is determined there, and is counted and left out
  /// where it is not. Models more than `window` behind the best carry no weight and are not kept: at 100
  /// behind a weight is below e^-50 of the best.
  ///
  /// - Parameters:
  ///   - order: The largest number of lists in a term, at most one less than there are lists.
  ///   - threads: How many tasks run at once; the result is the same for any number.
  /// - Throws: `RankingError`.
  func rankedModels(
    order: Int, criterion: InformationCriterion = .bic, window: Double = 100, threads: Int = 1,
    progress: ProgressSink? = nil
  ) async throws(RankingError) -> ModelRanking {
    let lattice = try ModelLattice.make(lists: lists.count, order: order)
    let table = CountTable(self)
    let penalty = criterion.penalty(observed: table.observed)
    let parts = lattice.parts
    let results = await mapConcurrently(parts.prefixes, threads: threads, progress: progress) { prefix in
      lattice.scores(of: table, prefix: prefix, fixed: parts.fixed, penalty: penalty, window: window)
    }
    let scores = results.flatMap(\.kept)
    guard let best = scores.map(\.value).min() else { throw .noModel }
    let kept = scores.filter { $0.value <= best + window }
    let total = kept.map { exp((best - $0.value) / 2) }.reduce(0, +)
    let ranked = lattice.inOrder(kept).map { score in
      ModelRanking.RankedModel(
        model: lattice.model(score.model), logLikelihood: score.logLikelihood, value: score.value,
        intercept: score.intercept, interceptVariance: score.variance,
        estimate: table.observed + exp(score.intercept), weight: exp((best - score.value) / 2) / total,
        isOnFace: score.isOnFace)
    }
    return ModelRanking(
      criterion: criterion, observed: observed, ranked: ranked, valid: results.reduce(0) { $0 + $1.valid },
      faces: results.reduce(0) { $0 + $1.faces }, all: results.reduce(0) { $0 + $1.all })
  }
}

extension ModelLattice {
  /// Best first; runs of models that tie within 1e-9 by fewer parameters, then by name.
  func inOrder(_ scores: [LatticeScore]) -> [LatticeScore] {
    var sorted = scores.sorted { $0.value != $1.value ? $0.value < $1.value : $0.model < $1.model }
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].value - sorted[start].value <= 1e-9 { end += 1 }
      if end - start > 1 { sorted[start..<end].sort(by: precedes) }
      start = end
    }
    return sorted
  }

  private func precedes(_ left: LatticeScore, _ right: LatticeScore) -> Bool {
    left.parameters != right.parameters
      ? left.parameters < right.parameters : model(left.model).notation < model(right.model).notation
  }
}
