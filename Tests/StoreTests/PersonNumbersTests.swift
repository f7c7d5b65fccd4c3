import Cryptography
import Testing

@testable import Store

@Suite struct PersonNumbersTests {
  @Test(arguments: [0, 1, 1_000, 100_000])
  func `agrees with a dictionary, also when there are more persons than expected`(capacity: Int) {
    var numbers = PersonNumbers(capacity: capacity)
    var oracle: [BlindIndex: UInt32] = [:]
    var state: UInt64 = 1
    var differences = 0
    for _ in 0..<200_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let seed = (state >> 40) % 30_000
      let person = BlindIndex(high: seed &* 0x9E37_79B9_7F4A_7C15, low: seed &* 0xBF58_476D_1CE4_E5B9)
      let expected = oracle[person] ?? UInt32(oracle.count)
      oracle[person] = expected
      if numbers.number(of: person) != expected { differences += 1 }
    }
    #expect(differences == 0)
    #expect(numbers.count == oracle.count)
  }

  @Test func `persons whose indexes share a slot or a half are told apart`() {
    var numbers = PersonNumbers(capacity: 4)
    let persons = [(1, 5), (1, 5 + 1 << 40), (2, 5), (UInt64.max, .max), (1 << 32, 5), (1 << 33, 5)].map {
      BlindIndex(high: $0.0, low: $0.1)
    }
    #expect(persons.map { numbers.number(of: $0) } == [0, 1, 2, 3, 4, 5])
    #expect(persons.map { numbers.number(of: $0) } == [0, 1, 2, 3, 4, 5])
  }
}
