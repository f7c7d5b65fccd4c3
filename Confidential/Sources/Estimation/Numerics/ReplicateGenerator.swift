/// The random numbers of one replicate: xoshiro256** seeded by SplitMix64 from (seed, replicate).
///
/// Every replicate has a stream of its own, so what is drawn for one depends on nothing but the seed and its number:
/// not on threads, and not on how many replicates there are. Source: Blackman & Vigna 2021.
struct ReplicateGenerator: RandomNumberGenerator {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  init(seed: UInt64, replicate: Int) {
    var mix = seed &+ 0x9E37_79B9_7F4A_7C15 &* (UInt64(bitPattern: Int64(replicate)) &+ 1)
    mix = Self.mixed(mix) ^ seed
    state = (0, 0, 0, 0)
    state.0 = Self.next(&mix)
    state.1 = Self.next(&mix)
    state.2 = Self.next(&mix)
    state.3 = Self.next(&mix)
  }

  mutating func next() -> UInt64 {
    let result = Self.rotated(state.1 &* 5, 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = Self.rotated(state.3, 45)
    return result
  }

  /// Uniform on [0, 1), a multiple of 2^-53.
  mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  private static func next(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return mixed(state)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private static func rotated(_ value: UInt64, _ by: UInt64) -> UInt64 { (value << by) | (value >> (64 - by)) }
}
