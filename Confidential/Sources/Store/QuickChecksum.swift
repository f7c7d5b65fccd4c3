/// A 64-bit checksum against accidents, at the speed of memory. It does not guard against malice.
///
/// Four running values, each taking every fourth word of eight bytes (little-endian, the last one filled up with
/// zeroes): v ← rotate(v xor word, 29) · P, with P the odd number nearest to 2⁶⁴ divided by the golden ratio. They are
/// folded together in the same way, the number of bytes last.
func quickChecksum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
  var lanes = SIMD4<UInt64>(1, 2, 3, 4)
  let blocks = bytes.count / 32
  for block in 0..<blocks {
    let words = bytes.loadUnaligned(fromByteOffset: 32 * block, as: SIMD4<UInt64>.self)
    lanes ^= words
    lanes = (lanes &<< 29 | lanes &>> 35) &* goldenPrime
  }
  var value: UInt64 = 0
  for lane in 0..<4 { value = mixed(value, lanes[lane]) }
  var rest = 32 * blocks
  while rest < bytes.count {
    var word: UInt64 = 0
    for (place, byte) in bytes[rest..<min(rest + 8, bytes.count)].enumerated() { word |= UInt64(byte) << (8 * place) }
    value = mixed(value, word)
    rest += 8
  }
  return mixed(value, UInt64(bytes.count))
}

/// The odd number nearest to 2⁶⁴ divided by the golden ratio.
private let goldenPrime: UInt64 = 0x9E37_79B9_7F4A_7C15

private func mixed(_ value: UInt64, _ word: UInt64) -> UInt64 {
  let turned = value ^ word
  return (turned << 29 | turned >> 35) &* goldenPrime
}
