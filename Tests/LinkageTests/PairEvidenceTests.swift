import Foundation
import Testing

@testable import Linkage

@Suite struct PairEvidenceTests {
  private static let register = InventedRegister(persons: 600, seed: 21)

  @Test func `what the fields say adds up to the log-odds of the pair`() throws {
    let linking = try RecordLinking(Self.register.table())
    #expect(linking.pairs.count > 500)
    for pair in stride(from: 0, to: linking.pairs.count, by: 97) {
      let (first, second) = (
        Int(linking.order[Int(linking.pairs.first[pair])]), Int(linking.order[Int(linking.pairs.second[pair])])
      )
      let evidence = try #require(linking.evidence(first, second))
      #expect(abs(evidence.total * log(2) - Double(linking.pairs.logOdds[pair])) < 1e-3)
      #expect(evidence.household < 1e-3)
    }
  }

  @Test func `a handful of reviewed pairs moves no other`() throws {
    let table = Self.register.table()
    let before = try RecordLinking(table)
    func reviewed(_ count: Int) -> [ReviewedPair] {
      before.suggestions(count).map { pair, weight in
        let isSame = Self.register.truth[pair.first] == Self.register.truth[pair.second]
        return ReviewedPair(first: pair.first, second: pair.second, isSame: isSame, weight: weight)
      }
    }
    func changed(_ count: Int) throws -> Int {
      let after = try RecordLinking(table, reviewed: reviewed(count))
      return (0..<before.pairs.count).count { before.pairs.logOdds[$0] != after.pairs.logOdds[$0] }
    }
    #expect(try changed(Recalibration.fewest - 1) == Recalibration.fewest - 1)
    #expect(try changed(Recalibration.fewest) > 10 * Recalibration.fewest)
  }

  @Test func `numbers of pairs do not depend on which record comes first, and do on the reader`() {
    #expect(ReviewDraw.number(1, "Anna", 3, 9) == ReviewDraw.number(1, "Anna", 9, 3))
    #expect(ReviewDraw.number(1, "Anna", 3, 9) != ReviewDraw.number(1, "Bert", 3, 9))
    #expect(ReviewDraw.number(1, "Anna", 3, 9) != ReviewDraw.number(2, "Anna", 3, 9))
  }
}
