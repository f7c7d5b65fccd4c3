import Foundation
@testable import Linkage
import Testing

@Suite struct `Records of one component` {
  /// All divisions of up to seven records, in the plainest way.
  private func enumerated(_ weights: [[Double]]) -> (best: Double, chances: [Double], together: [[Double]]) {
    let n = weights.count
    var labels = [Int](repeating: 0, count: n)
    var (best, total) = (-Double.infinity, 0.0)
    var chances = [Double](repeating: 0, count: n)
    var together = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
    func go(_ place: Int, _ used: Int) {
      guard place < n else {
        var sum = 0.0
        for i in 0..<n { for j in 0..<i where labels[i] == labels[j] { sum += weights[i][j] } }
        best = max(best, sum)
        let weight = exp(sum)
        total += weight
        chances[used - 1] += weight
        for i in 0..<n { for j in 0..<n where labels[i] == labels[j] { together[i][j] += weight } }
        return
      }
      for label in 0...used {
        labels[place] = label
        go(place + 1, max(used, label + 1))
      }
    }
    go(0, 0)
    return (best, chances.map { $0 / total }, together.map { $0.map { $0 / total } })
  }

  private func value(_ persons: [Int], _ weights: [[Double]]) -> Double {
    var sum = 0.0
    for i in persons.indices { for j in 0..<i where persons[i] == persons[j] { sum += weights[i][j] } }
    return sum
  }

  private func drawn(_ n: Int, _ numbers: inout SeededNumbers) -> [[Double]] {
    var weights = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
    for i in 0..<n {
      for j in 0..<i {
        let weight = numbers.unit() < 0.3 ? LinkedPersons.unscored : 8 * numbers.unit() - 4
        (weights[i][j], weights[j][i]) = (weight, weight)
      }
    }
    return weights
  }

  @Test func `are divided as the best of all divisions, with the chances of all`() {
    var numbers = SeededNumbers(seed: 11)
    for _ in 0..<60 {
      let n = 2 + numbers.below(6)
      let weights = drawn(n, &numbers)
      let truth = enumerated(weights)
      let persons = ComponentPersons(weights: weights, seed: 1)
      #expect(abs(value(persons.persons, weights) - truth.best) < 1e-9)
      for (chance, expected) in zip(persons.chances, truth.chances) { #expect(abs(chance - expected) < 1e-9) }
      for record in 0..<n {
        let others = (0..<n).filter { $0 != record && persons.persons[$0] == persons.persons[record] }
        guard !others.isEmpty else { continue }
        let mean = others.reduce(0) { $0 + truth.together[record][$1] } / Double(others.count)
        #expect(abs(persons.certainty[record] - mean) < 1e-9)
      }
    }
  }

  @Test func `are divided nearly as well when they are many`() {
    var numbers = SeededNumbers(seed: 5)
    var (found, best) = (0.0, 0.0)
    for _ in 0..<20 {
      let weights = drawn(10, &numbers)
      let exact = ComponentPersons(weights: weights, seed: 1)
      let moved = ComponentPersons(searching: weights, seed: 1)
      found += value(moved.persons, weights)
      best += value(exact.persons, weights)
      #expect(value(moved.persons, weights) <= value(exact.persons, weights) + 1e-9)
      let means = [exact, moved].map { $0.chances.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element } }
      #expect(abs(means[0] - means[1]) < 0.8)
    }
    #expect(found > 0.97 * best)
  }

  @Test func `of two clear groups make two persons`() {
    let pairs = ScoredPairs([(0, 1, 5), (1, 2, 5), (0, 2, 5), (3, 4, 5), (2, 3, -2)])
    let linked = LinkedPersons(pairs, recordCount: 6, seed: 1)
    #expect(linked.persons == [0, 0, 0, 1, 1, 2])
    #expect(linked.personCount == 3)
    #expect(linked.certainty[5] == 1)
    #expect(abs(linked.mean - 3) < 0.05)
  }

  @Test func `of one file are never one person where each file has everybody once`() {
    let pairs = ScoredPairs([(0, 1, 5), (0, 2, 4)])
    let linked = LinkedPersons(pairs, recordCount: 3, seed: 1, files: [0, 1, 1])
    #expect(linked.persons == [0, 0, 1])
  }
}

extension ScoredPairs {
  init(_ pairs: [(Int, Int, Double)]) {
    self.init()
    for (a, b, weight) in pairs {
      first.append(UInt32(a))
      second.append(UInt32(b))
      logOdds.append(Float(weight))
      passes.append(1)
    }
  }
}

extension ComponentGraph {
  init(_ weights: [[Double]]) {
    let edges = weights.indices.map { i in
      weights.indices.filter { $0 != i && weights[i][$0] != LinkedPersons.unscored }.map {
        (to: $0, weight: weights[i][$0])
      }
    }
    self.init(count: weights.count, edges: edges, unscored: LinkedPersons.unscored)
  }
}

extension ComponentPersons {
  init(weights: [[Double]], seed: UInt64) { self.init(ComponentGraph(weights), seed: seed) }
  init(searching weights: [[Double]], seed: UInt64) { self.init(large: ComponentGraph(weights), seed: seed) }
}
