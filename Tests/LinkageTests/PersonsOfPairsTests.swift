import Linkage
import Testing

@Suite struct PersonsOfPairsTests {
  private typealias Pair = PersonsOfPairs.Pair

  private func persons(_ pairs: [Pair], _ count: Int, threshold: Double = 0.5) -> PersonsOfPairs {
    PersonsOfPairs(pairs, recordCount: count, threshold: threshold, seed: 1)
  }

  @Test func `likely pairs are one person, and whoever is in none is alone`() {
    let result = persons([Pair(3, 0, probability: 0.9), Pair(1, 2, probability: 0.2)], 5)
    #expect(result.persons == [0, 1, 2, 0, 3] && result.personCount == 4)
    #expect(abs(result.certainty[0] - 0.9) < 1e-6 && result.certainty[0] == result.certainty[3])
    #expect(abs(result.certainty[1] - 0.8) < 1e-6 && result.certainty[4] == 1)
    #expect(abs(result.expectedPersons - (5 - 0.9 - 0.2)) < 1e-6)
  }

  @Test func `two sure links and an impossible one are no person`() {
    let result = persons(
      [Pair(0, 1, probability: 0.99), Pair(1, 2, probability: 0.9), Pair(0, 2, probability: 0.0001)], 3)
    #expect(result.persons == [0, 0, 1])
  }

  @Test func `the order of pairs changes nothing, and a threshold puts fewer together`() {
    let pairs = (0..<40).map { Pair($0 * 2, $0 * 2 + 1, probability: Double($0) / 40) }
    let (one, other) = (persons(pairs, 80), persons(pairs.reversed(), 80))
    #expect(one.persons == other.persons && one.certainty == other.certainty)
    #expect(one.personCount < persons(pairs, 80, threshold: 0.9).personCount)
  }

  @Test func `chances of 0 and 1 are near to them, and nobody is no person`() {
    #expect(persons([Pair(0, 1, probability: 1), Pair(1, 2, probability: 0)], 3).persons == [0, 0, 1])
    let none = persons([], 0)
    #expect(none.personCount == 0 && none.expectedPersons == 0)
  }
}
