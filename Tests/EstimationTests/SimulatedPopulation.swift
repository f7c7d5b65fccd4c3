@testable import Estimation

/// A population in which every person has a chance of being on each list, and pairs of lists may attract.
struct SimulatedPopulation: Sendable {
  var persons: Int
  var chances: [Double]
  var interactions: [UInt32: Double] = [:]
  /// A second group of as many persons, with its own chances.
  var others: [Double]?

  /// Probabilities of the cells, the unseen one at 0.
  var cells: [Double] {
    guard let others else { return cells(chances) }
    return zip(cells(chances), cells(others)).map { ($0 + $1) / 2 }
  }

  private func cells(_ chances: [Double]) -> [Double] {
    let lists = chances.count
    let weights = (0..<(1 << lists)).map { cell in
      var weight = 1.0
      for (list, chance) in chances.enumerated() { weight *= cell & (1 << list) != 0 ? chance : 1 - chance }
      for (pair, effect) in interactions where cell & Int(pair) == Int(pair) { weight *= exp(effect) }
      return weight
    }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  func sample(_ index: Int) throws -> CaptureHistories {
    var counts = [Int](repeating: 0, count: 1 << chances.count)
    var generator = ReplicateGenerator(seed: 20_26, replicate: index)
    Multinomial.draw(persons, weights: cells, using: &generator, into: &counts)
    return try CaptureHistories(
      lists: chances.indices.map { "L\($0 + 1)" },
      entries: counts.indices.dropFirst().map { .init(history: UInt32($0), count: counts[$0]) },
      allowingRounded: true)
  }
}
