import Testing

@testable import Linkage

@Suite struct `Numbers of persons that stay` {
  private func continuity(_ persons: [Int], _ earlier: [Int?], _ known: Set<Int>) -> PersonContinuity {
    let names = persons.indices.map { "m" + String(100 + $0) }
    return PersonContinuity(persons: persons, earlier: earlier, names: names, known: known)
  }

  @Test func `who keeps all records keeps the number; others get one that was never given`() {
    let made = continuity([0, 0, 1, 2], [7, 7, 3, nil], [3, 7, 9])
    #expect(made.numbers == [7, 7, 3, 10])
    #expect(made.counts == .init(kept: 2, new: 1, split: 0, merged: 0, gone: 1, absorbed: 0))
  }

  @Test func `of a person that is split the larger part keeps the number, and of two put together the larger`() {
    #expect(continuity([0, 0, 1], [5, 5, 5], [5]).numbers == [5, 5, 6])
    #expect(continuity([0, 0, 1], [5, 5, 5], [5]).counts.split == 1)
    let merged = continuity([0, 0, 0], [4, 4, 2], [2, 4])
    #expect(merged.numbers == [4, 4, 4] && merged.counts.merged == 1 && merged.counts.absorbed == 1)
    // A tie goes to the person with the least name.
    #expect(continuity([1, 0], [8, 8], [8]).numbers == [8, 9])
  }

  /// Taking each largest overlap first would give 1 + 3; the largest sum is 2 + 2.
  @Test func `as many records as possible keep their number`() {
    let weights = [[3, 2], [2, 0]]
    #expect(PersonContinuity.largest(weights) == [1, 0])
    let persons = [0, 0, 0, 0, 0, 1, 1]
    let earlier: [Int?] = [10, 10, 10, 20, 20, 10, 10]
    #expect(continuity(persons, earlier, [10, 20]).numbers == [20, 20, 20, 20, 20, 10, 10])
  }

  /// Against all assignments, on small tables of weights.
  @Test func `the assignment is the largest there is`() {
    var numbers = SeededNumbers(seed: 5)
    for _ in 0..<200 {
      let (rows, columns) = (1 + numbers.below(4), 1 + numbers.below(4))
      let weights = (0..<rows).map { _ in (0..<columns).map { _ in numbers.below(6) } }
      let found = PersonContinuity.largest(weights)
      #expect(Set(found.compactMap { $0 }).count == found.count { $0 != nil })
      let sum = found.enumerated().reduce(0) { sum, each in
        sum + (each.element.map { weights[each.offset][$0] } ?? 0)
      }
      #expect(sum == Self.best(weights, from: 0, taken: []), "\(weights)")
    }
  }

  private static func best(_ weights: [[Int]], from row: Int, taken: Set<Int>) -> Int {
    guard row < weights.count else { return 0 }
    var best = best(weights, from: row + 1, taken: taken)
    for column in weights[row].indices where !taken.contains(column) {
      best = max(best, weights[row][column] + Self.best(weights, from: row + 1, taken: taken.union([column])))
    }
    return best
  }

  /// Linked, then linked anew with records more and fewer and the rows turned around.
  @Test(arguments: [3, 8]) func `linking anew changes no number of a person that is unchanged`(_ seed: UInt64) throws {
    let register = InventedRegister(persons: 350, seed: seed)
    let all = Array(register.rows.indices)
    var numbers = SeededNumbers(seed: seed &* 7)
    let (first, second) = (all.filter { _ in numbers.unit() < 0.85 }, all.filter { _ in numbers.unit() < 0.85 })
    let before = try persons(register, first)
    let names = { (records: [Int]) in records.map { register.rows[$0][0] } }
    func continued(_ records: [Int]) throws -> (groups: [Set<Int>: Int], numbers: [Int: Int]) {
      let linked = try RecordLinking(register.table(order: records)).persons().map(\.person)
      let made = PersonContinuity(
        persons: linked, earlier: records.map { before[$0] }, names: names(records), known: Set(before.values))
      let groups = Dictionary(grouping: records.indices, by: { made.numbers[$0] }).mapValues {
        Set($0.map { records[$0] })
      }
      #expect(groups.count == Set(linked).count)
      return (
        Dictionary(uniqueKeysWithValues: groups.map { ($1, $0) }),
        Dictionary(uniqueKeysWithValues: zip(records, made.numbers))
      )
    }
    let (forward, backward) = (try continued(second), try continued(second.reversed()))
    #expect(forward.numbers == backward.numbers)
    let old = Dictionary(grouping: first, by: { before[$0] ?? 0 }).mapValues(Set.init)
    var unchanged = 0
    for (number, records) in old where forward.groups[records] != nil {
      #expect(forward.groups[records] == number)
      unchanged += 1
    }
    #expect(unchanged > 150)
  }

  private func persons(_ register: InventedRegister, _ records: [Int]) throws -> [Int: Int] {
    let linked = try RecordLinking(register.table(order: records)).persons()
    return Dictionary(uniqueKeysWithValues: zip(records, linked.map { $0.person + 1 }))
  }
}
