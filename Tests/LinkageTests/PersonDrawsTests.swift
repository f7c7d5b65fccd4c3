import Foundation
import Testing

@testable import Linkage
@testable import Model

@Suite struct `Drawn divisions` {
  private static func graph(_ n: Int, _ numbers: inout SeededNumbers) -> ComponentGraph {
    var weights = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
    for i in 0..<n {
      for j in 0..<i {
        let weight = numbers.unit() < 0.3 ? LinkedPersons.unscored : 6 * numbers.unit() - 3
        (weights[i][j], weights[j][i]) = (weight, weight)
      }
    }
    return ComponentGraph(weights)
  }

  /// Against the chances of 1, 2, … persons over all divisions, worked out another way.
  @Test(arguments: [3, 5, 7])
  func `of a small component come by their chance`(_ n: Int) {
    var numbers = SeededNumbers(seed: UInt64(n))
    let graph = Self.graph(n, &numbers)
    let expected = ComponentPersons(graph, seed: 1).chances
    var sampler = DivisionSampler(count: 20_000, seed: 3)
    var found = [Double](repeating: 0, count: n)
    for division in sampler.divisions(of: graph, likeliest: Array(0..<n)) {
      found[Set(division).count - 1] += 1 / 20_000
    }
    for (found, expected) in zip(found, expected) { #expect(abs(found - expected) < 0.015) }
  }

  @Test func `of a large component come nearly by their chance`() {
    var numbers = SeededNumbers(seed: 12)
    let graph = Self.graph(9, &numbers)
    let exact = ComponentPersons(graph, seed: 1)
    let mean = exact.chances.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
    var draws = DivisionDraws(Division(graph), persons: Array(0..<9), seed: 4)
    draws.run(sweeps: 20)
    var sum = 0
    for _ in 0..<4_000 {
      draws.run(sweeps: 3)
      sum += Set(draws.drawn).count
    }
    #expect(abs(Double(sum) / 4_000 - mean) < 0.1)
  }

  @Test(arguments: [-3.0, 0, 0.7, 4])
  func `of two records hold them together as often as they should`(_ weight: Double) {
    var sampler = DivisionSampler(count: 200, seed: 9)
    let together = Double(sampler.together(logOdds: weight).count { $0 })
    #expect(abs(together - 200 / (1 + exp(-weight))) <= 1)
  }

  /// Newton's method against table values.
  @Test func `normal scores are those of tables`() {
    for (p, z) in [(0.975, 1.959963985), (0.5, 0), (0.001, -3.090232306), (0.25, -0.674489750)] {
      #expect(abs(NormalScore.at(p) - z) < 1e-8)
    }
  }

  private static func linking(_ seed: UInt64, persons: Int = 400) throws -> RecordLinking {
    try RecordLinking(InventedRegister(persons: persons, seed: seed).table())
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `have the number of persons of the summary, with its limits`(_ seed: UInt64) throws {
    let linking = try Self.linking(seed)
    let (draws, summary) = (linking.draws(200, seed: 5), linking.summary)
    let numbers = zip(draws.differences, draws.further).map { difference, further in
      let persons = Double(summary.persons + difference)
      return persons - further * (Double(summary.records) - persons)
    }
    let spread = LinkageSpread(of: Int(summary.expectedPersons), among: numbers)
    let limits = try #require(spread.limits)
    #expect(abs(Double(limits.lower) - summary.personsLower) <= 1.5)
    #expect(abs(Double(limits.upper) - summary.personsUpper) <= 1.5)
    #expect(abs(numbers.reduce(0, +) / 200 - summary.expectedPersons) < 0.5)
  }

  @Test func `are each a division of all records, and the same from the same seed`() throws {
    let linking = try Self.linking(4)
    let draws = linking.draws(50, seed: 8)
    #expect(draws == linking.draws(50, seed: 8) && draws != linking.draws(50, seed: 9) && draws.setCount > 0)
    let persons = linking.persons().map { UInt32($0.person) }
    let facts = Notifications(
      columns: Columns(rowCount: persons.count), person: persons, delivery: persons.map { _ in 0 },
      sourceRow: persons.map { _ in 1 }, deliveries: [])
    for draw in [0, 17, 49] {
      let drawn = facts.persons(of: draws, draw: draw).person
      #expect(Set(drawn).count == linking.summary.persons + draws.differences[draw])
    }
    // Of every record in doubt each draw has one set.
    for draw in 0..<50 {
      var times: [UInt32: Int] = [:]
      for set in 0..<draws.setCount where draws.members[set].draws.contains(UInt16(draw)) != draws.members[set].isExcept
      {
        for place in draws.starts[set]..<draws.starts[set + 1] { times[draws.rows[place], default: 0] += 1 }
      }
      #expect(times.values.allSatisfy { $0 == 1 } && Set(times.keys) == Set(draws.rows))
    }
  }

  /// Records of half of the persons have no date, no telephone and no number: links of theirs are found less often, and expected to be.
  @Test func `expected recall is near the true one, by group`() throws {
    var (found, expected, true_, all) = ([0.0, 0], [0.0, 0], [0.0, 0], [0.0, 0])
    for seed in 1...6 as ClosedRange<UInt64> {
      var register = InventedRegister(persons: 500, seed: seed)
      let groups = register.truth.map { $0 % 2 }
      for row in register.rows.indices where groups[row] == 1 {
        for column in [3, 8, 9] { register.rows[row][column] = "" }
      }
      let linking = try RecordLinking(register.table())
      let recalls = linking.recall(of: groups, tells: groups.map { _ in true })
      let persons = linking.persons().map(\.person)
      for group in [0, 1] {
        found[group] += recalls[group].found
        expected[group] += recalls[group].expected
      }
      for i in persons.indices {
        for j in 0..<i where register.truth[i] == register.truth[j] {
          all[groups[i]] += 1
          if persons[i] == persons[j] { true_[groups[i]] += 1 }
        }
      }
    }
    for group in [0, 1] {
      #expect(abs(found[group] / expected[group] - true_[group] / all[group]) < 0.12, "\(group)")
    }
    #expect(found[1] / expected[1] < found[0] / expected[0])
  }
}
