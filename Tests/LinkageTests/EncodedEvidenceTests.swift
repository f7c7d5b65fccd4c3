import Testing

@testable import Linkage

/// Linking clear and encoded records together, on a register of which it is known who is who.
@Suite struct `Encoded records among clear ones` {
  private static let register = InventedRegister(persons: 900, seed: 41)

  /// How a record is known: with its details, by its encoding, or both.
  private enum Way { case clear, encoded, both }

  /// A third of the records each way.
  private static func ways(_ seed: UInt64) -> [Way] {
    var numbers = SeededNumbers(seed: seed)
    return register.rows.map { _ in [.clear, .encoded, .both][numbers.below(3)] }
  }

  private static func table(_ ways: [Way], order: [Int]? = nil) -> LinkTable {
    let header = InventedRegister.header + ["encoded_row"]
    let rows = register.rows.indices.map { record in
      let cells = ways[record] == .encoded ? register.rows[record].map { _ in "" } : register.rows[record]
      return cells + [ways[record] == .clear ? "" : "row \(record)"]
    }
    return InventedRegister.table(header, (order ?? Array(rows.indices)).map { rows[$0] })
  }

  /// What a linkage unit would say: nine of ten true pairs, most of them surely, and as many wrong ones as a fifth of that.
  private static func evidence(_ ways: [Way], seed: UInt64) -> EncodedEvidence {
    var numbers = SeededNumbers(seed: seed)
    let encoded = ways.indices.filter { ways[$0] != .clear }
    var pairs: [PersonsOfPairs.Pair] = []
    for (place, first) in encoded.enumerated() {
      for (other, second) in encoded.enumerated().dropFirst(place + 1) {
        let isSame = register.truth[first] == register.truth[second]
        guard isSame ? numbers.unit() < 0.9 : numbers.unit() < 0.0002 else { continue }
        let chance = isSame ? 0.9 + 0.099 * numbers.unit() : 0.01 + 0.2 * numbers.unit()
        pairs.append(.init(place, other, probability: chance))
      }
    }
    return EncodedEvidence(rows: encoded.map { "row \($0)" }, pairs: pairs)
  }

  private func evaluation(_ linking: RecordLinking) -> LinkEvaluation {
    let persons = linking.persons()
    return LinkEvaluation(
      persons: persons.map(\.person), truth: Self.register.truth, certainty: persons.map(\.probability))
  }

  /// A clear record and one that is only encoded cannot meet: what can be found is what neither of that kind parts.
  @Test(arguments: 1...3) func `are put together with them`(_ seed: UInt64) throws {
    let ways = Self.ways(seed)
    let evidence = Self.evidence(ways, seed: seed &+ 9)
    let linking = try RecordLinking(Self.table(ways), encoded: evidence)
    let without = try RecordLinking(Self.table(ways))
    let score = evaluation(linking)
    #expect(score.closure.precision > 0.97, "\(score.closure)")
    #expect(score.closure.recall > evaluation(without).closure.recall + 0.25)
    let use = try #require(linking.encoded)
    #expect(use.onlyEncoded == ways.count { $0 == .encoded } && use.alsoClear == ways.count { $0 == .both })
    #expect(use.pairs + use.pairsInTheClear == evidence.pairs.count && use.pairsInTheClear > 0)
    #expect(use.unknownRows == 0 && use.absentRows == 0 && use.pairsOfAbsentRows == 0)
    #expect(linking.summary.records == ways.count && linking.summary.persons == score.persons)
  }

  /// Three records of one person, of which two can only meet through the third: all or nothing is known through it.
  @Test func `a record that is known both ways ties what cannot meet`() throws {
    let ways = Self.ways(5)
    let linking = try RecordLinking(Self.table(ways), encoded: Self.evidence(ways, seed: 4))
    let persons = linking.persons().map(\.person)
    var (tied, all) = (0, 0)
    for members in Dictionary(grouping: ways.indices, by: { Self.register.truth[$0] }).values {
      guard members.contains(where: { ways[$0] == .both }) else { continue }
      for first in members where ways[first] == .clear {
        for second in members where ways[second] == .encoded {
          (tied, all) = (tied + (persons[first] == persons[second] ? 1 : 0), all + 1)
        }
      }
    }
    #expect(all > 10 && Double(tied) > 0.6 * Double(all), "\(tied) of \(all)")
  }

  @Test func `do not change what is said of clear records alone`() throws {
    let table = Self.register.table()
    let evidence = EncodedEvidence(rows: ["a", "b"], pairs: [.init(0, 1, probability: 0.99)])
    let (one, other) = (try RecordLinking(table), try RecordLinking(table, encoded: evidence))
    #expect(one.summary == other.summary && one.persons().elementsEqual(other.persons()) { $0 == $1 })
    #expect(other.encoded?.absentRows == 2 && other.encoded?.pairsOfAbsentRows == 1)
  }

  @Test func `do not depend on the order of rows`() throws {
    let ways = Self.ways(2)
    let evidence = Self.evidence(ways, seed: 6)
    let order = Array(ways.indices.reversed())
    let (one, other) = (
      try RecordLinking(Self.table(ways), encoded: evidence),
      try RecordLinking(Self.table(ways, order: order), encoded: evidence)
    )
    #expect(one.summary == other.summary)
    let (first, second) = (one.persons(), other.persons())
    var names: [Int: Int] = [:]
    for (place, record) in order.enumerated() {
      let known = names.updateValue(second[place].person, forKey: first[record].person)
      #expect(known == nil || known == second[place].person)
    }
  }

  @Test func `stand alone where nothing is in the clear`() throws {
    let table = InventedRegister.table(["encoded_row"], (0..<6).map { ["r\($0)"] })
    let evidence = EncodedEvidence(
      rows: (0..<6).map { "r\($0)" }, pairs: [.init(0, 1, probability: 0.98), .init(2, 3, probability: 0.3)])
    let linking = try RecordLinking(table, encoded: evidence)
    #expect(linking.persons().map(\.person) == [0, 0, 1, 2, 3, 4])
    #expect(linking.summary.persons == 5 && abs(linking.summary.expectedPersons - 4.72) < 0.01)
    #expect(throws: RecordLinkingError.nothingToCompare) { try RecordLinking(table) }
  }

  @Test func `count in the clear where both are known so, whatever a linkage unit says`() throws {
    let header = ["first_name", "last_name", "birth_date", "encoded_row"]
    let rows = (0..<40).map { ["naam\($0)a", "achter\($0)b", "19\(50 + $0)-03-1\($0 % 10)", "r\($0)"] }
    let table = InventedRegister.table(header, rows + [["naam3a", "achter3b", "1953-03-13", "r40"]])
    let evidence = EncodedEvidence(
      rows: (0..<41).map { "r\($0)" }, pairs: [.init(7, 8, probability: 0.999), .init(3, 40, probability: 0.02)])
    let persons = try RecordLinking(table, encoded: evidence).persons().map(\.person)
    #expect(persons[7] != persons[8] && persons[3] == persons[40])
  }
}
