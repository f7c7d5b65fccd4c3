internal import Glibc

/// The persons of one component: the likeliest division of its records, and how likely others are.
///
/// A division into persons has the weight `exp Σ w` over the pairs within persons (correlation clustering; Bansal, Blum &
/// Chawla 2004), where a pair that was not compared has a fixed negative weight.
struct ComponentPersons {
  /// The person of each record, from 0 by first record.
  var persons: [Int]
  /// For each record how likely it is together with the others of its person, on average; for a record alone, how likely
  /// it is alone.
  var certainty: [Double]
  /// The chance of 1, 2, … persons: `chances[k - 1]` of `k`.
  var chances: [Double]

  /// Up to how many records all divisions are weighed: 3^10 steps.
  static let exactLimit = 10

  init(_ graph: ComponentGraph, seed: UInt64) {
    if graph.count == 2 {
      self.init(pairOf: graph.edges[0].first?.weight ?? graph.unscored)
    } else if graph.count <= Self.exactLimit {
      self.init(exact: graph)
    } else {
      self.init(large: graph, seed: seed)
    }
  }

  /// Two records with the log-odds between them.
  init(pairOf weight: Double) {
    let p = 1 / (1 + exp(-weight))
    persons = weight > 0 ? [0, 0] : [0, 1]
    certainty = [max(p, 1 - p), max(p, 1 - p)]
    chances = [p, 1 - p]
  }

  /// Over all subsets: `Z(S) = Σ_T e^W(T) Z(S - T)` where `T` runs over the subsets of `S` with its first record. Scaled by
  /// the best division of `S`, so that no number is too large.
  private init(exact graph: ComponentGraph) {
    let n = graph.count
    let size = 1 << n
    let within = Self.weights(of: graph)
    var best = [Double](repeating: 0, count: size)
    var choice = [Int](repeating: 0, count: size)
    var z = [Double](repeating: 0, count: size)
    var byCount = [Double](repeating: 0, count: size * (n + 1))
    (z[0], byCount[0]) = (1, 1)
    for s in 1..<size {
      let first = s & -s
      let rest = s ^ first
      best[s] = -.infinity
      Self.forEachSubset(of: rest) { t in
        let weight = within[t | first] + best[rest ^ t]
        if weight > best[s] { (best[s], choice[s]) = (weight, t | first) }
      }
      Self.forEachSubset(of: rest) { t in
        let left = rest ^ t
        let distance = within[t | first] + best[left] - best[s]
        // What is e^-32 of the best adds nothing that a number shows.
        guard distance > -32 else { return }
        let factor = exp(distance)
        z[s] += factor * z[left]
        for k in 0...left.nonzeroBitCount where byCount[left * (n + 1) + k] > 0 {
          byCount[s * (n + 1) + k + 1] += factor * byCount[left * (n + 1) + k]
        }
      }
    }
    persons = Self.persons(choice, n)
    let whole = size - 1
    chances = (1...n).map { byCount[whole * (n + 1) + $0] / z[whole] }
    // A person with exactly the records of `t` has the chance e^W(t) Z(rest) / Z.
    certainty = Self.certainty(persons) { r, others in
      var sum = 0.0
      for t in 0..<size where t & (1 << r) != 0 {
        let together = others.isEmpty ? (t == 1 << r ? 1.0 : 0) : Double((t & Self.mask(others)).nonzeroBitCount)
        guard together > 0 else { continue }
        let left = whole ^ t
        sum += together * exp(within[t] + best[left] - best[whole]) * z[left] / z[whole]
      }
      return min(1, sum / Double(max(1, others.count)))
    }
  }

  /// Greedy joining, moves of single records, and draws around the result.
  init(large graph: ComponentGraph, seed: UInt64) {
    var division = Division(graph)
    division.join()
    division.improve()
    persons = division.numbered
    var draws = DivisionDraws(division, persons: persons, seed: seed)
    draws.run(sweeps: 100)
    certainty = draws.certainty
    chances = draws.chances
  }

  private static func mask(_ records: [Int]) -> Int { records.reduce(0) { $0 | 1 << $1 } }

  private static func certainty(_ persons: [Int], _ value: (Int, [Int]) -> Double) -> [Double] {
    persons.indices.map { r in value(r, persons.indices.filter { $0 != r && persons[$0] == persons[r] }) }
  }

  @inline(__always)
  static func forEachSubset(of set: Int, _ body: (Int) -> Void) {
    var t = set
    while true {
      body(t)
      if t == 0 { return }
      t = (t - 1) & set
    }
  }

  /// The sum of the weights within each subset.
  static func weights(of graph: ComponentGraph) -> [Double] {
    let n = graph.count
    var matrix = [Double](repeating: graph.unscored, count: n * n)
    for i in 0..<n { for edge in graph.edges[i] { matrix[i * n + edge.to] = edge.weight } }
    var result = [Double](repeating: 0, count: 1 << n)
    for s in 1..<(1 << n) {
      let top = Int.bitWidth - 1 - s.leadingZeroBitCount
      let rest = s ^ 1 << top
      var sum = result[rest]
      for other in 0..<top where rest & (1 << other) != 0 { sum += matrix[top * n + other] }
      result[s] = sum
    }
    return result
  }

  private static func persons(_ choice: [Int], _ n: Int) -> [Int] {
    var result = [Int](repeating: 0, count: n)
    var left = (1 << n) - 1
    var number = 0
    while left != 0 {
      for record in 0..<n where choice[left] & (1 << record) != 0 { result[record] = number }
      left ^= choice[left]
      number += 1
    }
    return result
  }
}
