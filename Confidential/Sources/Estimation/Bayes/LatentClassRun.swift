/// One run of tempered sequential Monte Carlo for latent classes (Del Moral, Doucet & Jasra 2006).
///
/// Places drawn from the prior are carried to the posterior over densities prior × L^β, β from nought to one. The next β
/// is the one at which the weights L^(β' − β) are worth 0.8 of the places (Jasra et al. 2011; 0.8 is a decision); places
/// are drawn anew by these weights, systematically, and each makes some moves (`LatentClassWalk`). At low β the density
/// is flat and places pass from one mode to another; a mode keeps the share of places that its mass asks for. The order
/// of places is kept, so that those with a common ancestor stand beside each other, and autocorrelation along the draws
/// tells what common ancestors cost.
struct LatentClassRun: Equatable, Sendable {
  /// Draws of N.
  let persons: [Double]
  /// The log of the integral of prior × L, for the normalised prior of the logits and y without its constant.
  let logEvidence: Double

  /// - Parameters:
  ///   - places: How many are carried along.
  ///   - moves: Rounds of moves of each place at each β.
  init(_ density: LatentClassDensity, places: Int, moves: Int, seed: UInt64, run: Int) {
    var walk = LatentClassWalk(density, ReplicateGenerator(seed: seed, replicate: run))
    var points = (0..<places).map { _ in walk.start() }
    var power = 0.0
    var stepSize = 0.3
    var evidence = 0.0
    while power < 1 {
      let rise = Self.rise(points.map(\.value.logLikelihood), from: power)
      let (weights, gain) = Self.weights(points.map(\.value.logLikelihood), rise)
      evidence += gain
      power = min(1, power + rise)
      points = Self.redrawn(points, weights, at: walk.generator.uniform())
      var accepted = 0
      for index in points.indices {
        for _ in 0..<moves where walk.step(&points[index], power: power, stepSize: stepSize) { accepted += 1 }
      }
      // Towards seven accepted in ten, where leapfrog steps of this kind are efficient (Beskos et al. 2013).
      stepSize *= exp(Double(accepted) / Double(places * moves) - 0.7)
    }
    persons = points.map { point in
      let hidden = walk.generator.negativeBinomial(Int(density.observed), logOdds: log(point.value.hiddenOdds))
      return density.observed + Double(hidden)
    }
    logEvidence = evidence
  }

  /// How far β can rise, by halving on its logarithm to one part in a thousand.
  private static func rise(_ logs: [Double], from power: Double) -> Double {
    var (low, high) = (1e-9, 1 - power)
    if worth(logs, high) >= 0.8 { return high }
    while high > 1.001 * low {
      let middle = (low * high).squareRoot()
      if worth(logs, middle) < 0.8 { high = middle } else { low = middle }
    }
    return low
  }

  /// (Σ w)² / Σ w², as a share of the places.
  private static func worth(_ logs: [Double], _ rise: Double) -> Double {
    let weights = weights(logs, rise).weights
    return 1 / (Double(logs.count) * weights.reduce(0) { $0 + $1 * $1 })
  }

  /// Weights that add up to one, and the log of the mean of those that do not.
  private static func weights(_ logs: [Double], _ rise: Double) -> (weights: [Double], logMean: Double) {
    let largest = logs.max() ?? 0
    let weights = logs.map { exp(rise * ($0 - largest)) }
    let sum = weights.reduce(0, +)
    return (weights.map { $0 / sum }, rise * largest + log(sum / Double(logs.count)))
  }

  private static func redrawn(
    _ points: [LatentClassWalk.Point], _ weights: [Double], at uniform: Double
  ) -> [LatentClassWalk.Point] {
    var taken: [LatentClassWalk.Point] = []
    taken.reserveCapacity(points.count)
    var reached = 0.0
    for (point, weight) in zip(points, weights) {
      reached += weight * Double(points.count)
      while taken.count < points.count, Double(taken.count) + uniform < reached { taken.append(point) }
    }
    while let last = points.last, taken.count < points.count { taken.append(last) }
    return taken
  }
}
