import Invented
import Testing

@testable import Cryptography
@testable import Encoding

@Suite struct HardeningTests {
  private func harden(_ filter: [UInt64], _ steps: [Hardening], noise: UInt64 = 1) throws -> [UInt64] {
    let parameters = EncodingParameters(bits: 64 * filter.count, draws: 100, salt: .none, hardening: steps)
    return Hardener(parameters, key: Array(0..<32)).harden(filter, noise: SipHash(low: noise, high: 2))
  }

  private func random(_ count: Int, seed: UInt64) -> [UInt64] {
    var generator = SplitMix(seed: seed)
    return (0..<count).map { _ in generator.next() }
  }

  @Test func `a fold is the halves xor-ed`() throws {
    #expect(try harden([0b1100, 0, 0b1010, 1], [.fold]) == [0b0110, 1])
    #expect(try harden([0b1100, 0, 0b1010, 1], [.fold, .fold]) == [0b0111])
  }

  @Test func `a balanced filter has half of its positions set, and the same overlap`() throws {
    let filters = [random(4, seed: 1), random(4, seed: 2), [UInt64](repeating: 0, count: 4)]
    let balanced = try filters.map { try harden($0, [.balance]) }
    for filter in balanced { #expect(filter.reduce(0) { $0 + $1.nonzeroBitCount } == 256) }
    let distance = zip(filters[0], filters[1]).reduce(0) { $0 + ($1.0 ^ $1.1).nonzeroBitCount }
    #expect(zip(balanced[0], balanced[1]).reduce(0) { $0 + ($1.0 ^ $1.1).nonzeroBitCount } == 2 * distance)
  }

  @Test func `rule 90 sets a position where exactly one neighbour was set, in a ring`() throws {
    #expect(try harden([1, 0], [.rule90]) == [0b10, 1 << 63])
    #expect(try harden([0b1010, 0], [.rule90]) == [0b10001, 0])
  }

  @Test func `rehashed windows are equal for equal filters and differ where a window does`() throws {
    let filter = random(8, seed: 3)
    var other = filter
    other[0] ^= 1
    let hashed = try harden(filter, [.rehash])
    #expect(try harden(filter, [.rehash]) == hashed)
    let distance = zip(hashed, try harden(other, [.rehash])).reduce(0) { $0 + ($1.0 ^ $1.1).nonzeroBitCount }
    #expect((1...16).contains(distance))
  }

  @Test func `positions are flipped as often as is said, and differently for another record`() throws {
    let filter = random(16, seed: 4)
    var flips = 0
    for noise in 0..<100 as Range<UInt64> {
      flips += zip(filter, try harden(filter, [.flip(permille: 100)], noise: noise))
        .reduce(0) { $0 + ($1.0 ^ $1.1).nonzeroBitCount }
    }
    // 102,400 positions, standard deviation 96.
    #expect(abs(flips - 10_240) < 480)
    #expect(try harden(filter, [.flip(permille: 100)]) == harden(filter, [.flip(permille: 100)]))
    let epsilon = try #require(Hardening.flip(permille: 100).epsilonOfBit)
    #expect(abs(epsilon - 2.1972245773) < 1e-9)
  }

  /// From the reference implementation of SipHash-2-4, with the key of bytes 0 to 15 and messages of bytes 0, 1, 2, …
  @Test func `SipHash gives the values of its authors`() {
    let hash = SipHash(key: Array(0..<16))
    #expect(hash(0x0706_0504_0302_0100) == 0x93F5_F579_9A93_2462)
    #expect(hash([0x0706_0504_0302_0100]) == 0x93F5_F579_9A93_2462)
    #expect(hash([0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908]) == 0x3F2A_CC7F_57C2_9BDB)
    #expect(hash([]) == 0x726F_DB47_DD0E_0E31)
  }
}
