internal import Glibc

/// Draws divisions of one component into persons, each by its chance.
///
/// A component of two is drawn evenly over its chance: of `n` draws as many have it together as `n p` says, within one. Up to ten
/// records divisions are drawn exactly, person by person (`P(T) = e^W(T) Z(S - T) / Z(S)` for the person `T` of the first record of
/// `S`); more are drawn by Gibbs sampling from the best division on.
struct DivisionSampler {
  /// Rounds of Gibbs sampling before the first draw, and between draws. A decision: the records of large components that are in
  /// doubt have few persons to choose from, and take another within a round or two.
  private static let (before, between) = (20, 3)

  private let count: Int
  private var numbers: SeededNumbers

  init(count: Int, seed: UInt64) { (self.count, numbers) = (count, SeededNumbers(seed: seed)) }

  /// Two records: whether each draw has them together.
  mutating func together(logOdds weight: Double) -> [Bool] {
    let p = 1 / (1 + exp(-weight))
    return evenNumbers().map { $0 < p }
  }

  /// The person of each record, for each draw.
  ///
  /// - Parameter likeliest: The division to start from.
  mutating func divisions(of graph: ComponentGraph, likeliest: [Int]) -> [[Int]] {
    graph.count <= ComponentPersons.exactLimit ? exact(graph) : gibbs(graph, likeliest)
  }

  /// One number in each of `count` equal parts of [0, 1), in an order by chance.
  private mutating func evenNumbers() -> [Double] {
    var result = (0..<count).map { (Double($0) + numbers.unit()) / Double(count) }
    for place in stride(from: count - 1, to: 0, by: -1) { result.swapAt(place, numbers.below(place + 1)) }
    return result
  }

  private mutating func exact(_ graph: ComponentGraph) -> [[Int]] {
    let chances = DivisionChances(graph)
    return evenNumbers().map { first in
      var persons = [Int](repeating: 0, count: graph.count)
      var left = (1 << graph.count) - 1
      var (next, number) = (first, 0)
      while left != 0 {
        let person = chances.person(in: left, at: next)
        for record in 0..<graph.count where person & 1 << record != 0 { persons[record] = number }
        left ^= person
        (next, number) = (numbers.unit(), number + 1)
      }
      return persons
    }
  }

  private mutating func gibbs(_ graph: ComponentGraph, _ likeliest: [Int]) -> [[Int]] {
    var division = Division(graph)
    division.gather(likeliest)
    var draws = DivisionDraws(division, persons: division.numbered, seed: numbers.next())
    draws.run(sweeps: Self.before)
    return (0..<count).map { _ in
      draws.run(sweeps: Self.between)
      return draws.drawn
    }
  }
}

/// The weights of all divisions of a small component.
struct DivisionChances {
  private let within: [Double]
  private var best: [Double]
  private var z: [Double]

  /// As in `ComponentPersons`: `Z(S) = Σ_T e^W(T) Z(S - T)`, scaled by the best division of `S`.
  init(_ graph: ComponentGraph) {
    let size = 1 << graph.count
    within = ComponentPersons.weights(of: graph)
    best = [Double](repeating: 0, count: size)
    z = [Double](repeating: 0, count: size)
    z[0] = 1
    for s in 1..<size {
      let first = s & -s
      let rest = s ^ first
      best[s] = -.infinity
      ComponentPersons.forEachSubset(of: rest) { t in best[s] = max(best[s], within[t | first] + best[rest ^ t]) }
      ComponentPersons.forEachSubset(of: rest) { t in z[s] += weight(t | first, in: s) }
    }
  }

  /// `e^W(T) Z(S - T)`, scaled.
  private func weight(_ person: Int, in set: Int) -> Double {
    let left = set ^ person
    let distance = within[person] + best[left] - best[set]
    return distance > -32 ? exp(distance) * z[left] : 0
  }

  /// The person of the first record of a set, where `at` says how far along their chances.
  func person(in set: Int, at: Double) -> Int {
    let first = set & -set
    var (rest, found) = (at * z[set], set)
    var isFound = false
    ComponentPersons.forEachSubset(of: set ^ first) { t in
      guard !isFound else { return }
      let weight = weight(t | first, in: set)
      if weight > 0 { found = t | first }
      isFound = weight > 0 && rest < weight
      rest -= weight
    }
    return found
  }
}
