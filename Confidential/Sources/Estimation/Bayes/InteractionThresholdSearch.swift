import Model

/// What the stages of the search share.
struct InteractionThresholdSearch {
  let table: CountTable
  let prior: InteractionThreshold.Prior
  let draws: Int
  let chains: Int
  let seed: UInt64
  let threads: Int
  let progress: ProgressSink?
  /// How many models were sampled before; every one has streams of its own.
  var stage = 0

  /// Draws of the constant by chain, and mean and standard deviation of every parameter.
  struct Sample {
    var chains: [[Double]]
    var moments: [UInt32: (mean: Double, deviation: Double)]
  }

  mutating func judgedPairs(cutoff: Double) async throws(LoglinearError) -> [InteractionThreshold.Term] {
    try await judged(listSets(of: 2, among: table.lists), beside: [], cutoff: cutoff)
  }

  /// The triples of which all pairs survived with a finite parameter, beside all pairs that survived.
  mutating func judgedTriples(
    after pairs: [InteractionThreshold.Term], cutoff: Double
  ) async throws(LoglinearError) -> [InteractionThreshold.Term] {
    let refused = pairs.filter { !$0.isRetained || $0.mean == -.infinity }.map(\.lists)
    let triples = listSets(of: 3, among: table.lists).filter { triple in
      !refused.contains { triple & $0 == $0 }
    }
    guard !triples.isEmpty else { return [] }
    return try await judged(triples, beside: pairs.filter(\.isRetained).map(\.lists), cutoff: cutoff)
  }

  /// What the posterior says of some terms in the model with them and others. Close to the rule ten times as many draws
  /// are taken, so that the posterior decides and not the seed.
  private mutating func judged(
    _ candidates: [UInt32], beside others: [UInt32], cutoff: Double
  ) async throws(LoglinearError) -> [InteractionThreshold.Term] {
    let model = HierarchicalModel(lists: table.lists, generators: others + candidates)
    var sample = try await sample(model)
    let isClose = candidates.contains { term in
      sample.moments[term].map { abs(abs($0.mean) / $0.deviation - cutoff) < 0.1 } ?? false
    }
    if isClose { sample = try await self.sample(model, sharpened: 10) }
    return candidates.map { term in
      guard let (mean, deviation) = sample.moments[term] else {
        return InteractionThreshold.Term(lists: term, mean: -.infinity, deviation: 0, isRetained: true)
      }
      return InteractionThreshold.Term(
        lists: term, mean: mean, deviation: deviation, isRetained: abs(mean) >= cutoff * deviation)
    }
  }

  /// The number with each of these terms the other way round; a pair takes its triples along.
  mutating func alternatives(
    to kept: [UInt32], near terms: [InteractionThreshold.Term]
  ) async -> [InteractionThreshold.Alternative] {
    var alternatives: [InteractionThreshold.Alternative] = []
    for term in terms {
      let set = term.lists
      let other = term.isRetained ? kept.filter { $0 & set != set } : kept + [set]
      let model = HierarchicalModel(lists: table.lists, generators: other)
      let median = (try? await sample(model)).map { sample in
        table.observed + exp(sampleQuantile(sample.chains.flatMap { $0 }.sorted(), 0.5))
      }
      alternatives.append(InteractionThreshold.Alternative(term: term, model: model, median: median))
    }
    return alternatives
  }

  mutating func sample(_ model: HierarchicalModel, sharpened: Int = 1) async throws(LoglinearError) -> Sample {
    if prior == .flat {
      let problem = ExistenceProblem(terms: model.terms, table: table)
      guard problem.isIdentifiable else { throw .notIdentifiable(model: model.notation) }
      guard problem.hasMaximum else { throw .noMaximum(model: model.notation) }
    }
    let density = InteractionThresholdDensity(table, model: model, prior: prior)
    guard let mode = density.mode() else { throw .noMaximum(model: model.notation) }
    let (cells, kept, seed, stream) = (table.cells, sharpened * draws, seed, stage << 16)
    stage += 1
    let runs = await mapConcurrently(Array(0..<chains), threads: threads, progress: progress) { index in
      let chain = InteractionThresholdChain(
        density, cells: cells, centre: mode.parameters, factor: mode.factor,
        generator: ReplicateGenerator(seed: seed, replicate: stream + index))
      return InteractionThresholdRun(chain, keeping: kept, size: density.terms.count)
    }
    return Sample(chains: runs.map(\.constants), moments: Self.moments(runs, density.terms))
  }

  private static func moments(
    _ runs: [InteractionThresholdRun], _ terms: [Int]
  ) -> [UInt32: (mean: Double, deviation: Double)] {
    let count = Double(runs.reduce(0) { $0 + $1.constants.count })
    var moments: [UInt32: (mean: Double, deviation: Double)] = [:]
    for (index, term) in terms.enumerated() {
      let mean = runs.reduce(0) { $0 + $1.totals[index] } / count
      let square = runs.reduce(0) { total, run in
        let centre = run.totals[index] / Double(run.constants.count)
        return total + run.squares[index] + Double(run.constants.count) * (centre - mean) * (centre - mean)
      }
      moments[UInt32(term)] = (mean, (square / (count - 1)).squareRoot())
    }
    return moments
  }
}

/// The draws of one chain, as far as they are needed.
struct InteractionThresholdRun: Sendable {
  var constants: [Double] = []
  var totals: [Double]
  /// Sums of squares about the mean of the chain.
  var squares: [Double]

  init(_ chain: InteractionThresholdChain, keeping kept: Int, size: Int) {
    var chain = chain
    var means = [Double](repeating: 0, count: size)
    squares = means
    constants.reserveCapacity(kept)
    for _ in 0..<(kept / 9) { chain.step() }
    for draw in 1...kept {
      chain.step()
      for index in means.indices {
        let difference = chain.parameters[index] - means[index]
        means[index] += difference / Double(draw)
        squares[index] += difference * (chain.parameters[index] - means[index])
      }
      constants.append(chain.parameters[0])
    }
    totals = means.map { $0 * Double(kept) }
  }
}
