import Testing

@testable import Cryptography

@Suite struct PaddedTextTests {
  @Test(arguments: [
    (0, 32), (1, 32), (31, 32), (32, 64), (63, 64), (64, 128), (127, 128), (255, 256), (256, 512), (511, 512),
    (512, 1024), (1023, 1024), (1024, 2048), (5000, 5120),
  ])
  func `comes in a few sizes`(_ count: Int, _ size: Int) {
    let plain = [UInt8](repeating: 0x80, count: count)
    #expect(PaddedText.padded(plain).count == size)
    #expect(PaddedText.unpadded(PaddedText.padded(plain)) == plain)
  }

  @Test func `ends that look like padding survive`() {
    for plain in [[0x80], [0x80, 0], [0], [0, 0, 0], [1, 0x80, 0, 0]] as [[UInt8]] {
      #expect(PaddedText.unpadded(PaddedText.padded(plain)) == plain)
    }
    #expect(PaddedText.unpadded([0, 0]) == nil)
    #expect(PaddedText.unpadded([]) == nil)
    #expect(PaddedText.unpadded([1, 2]) == nil)
  }

  @Test func `two names of other lengths look alike when sealed`() throws {
    let slot = try KeySlot()
    let place = Array("place".utf8)
    let sealed = ["Li", "Aleksandra Wojciechowska-Nowak", "", "2001-02-03"].map {
      slot.seal(Array($0.utf8), for: place)
    }
    #expect(Set(sealed.map(\.count)) == [1 + 24 + 32 + 16])
    #expect(try String(decoding: slot.open(sealed[1], for: place), as: UTF8.self) == "Aleksandra Wojciechowska-Nowak")
    #expect(throws: CryptographyError.cannotOpen) { try slot.open(sealed[1], for: Array("elsewhere".utf8)) }
    #expect(throws: CryptographyError.cannotOpen) { try slot.open(Array(sealed[1].dropFirst()), for: place) }
  }

  /// The form before there was a version byte: nonce, cipher text and tag, whatever the first byte happens to be.
  @Test func `what was sealed before still opens`() throws {
    let (slot, wrapping) = (try KeySlot(), try SealingKey.random())
    let place = Array("place".utf8)
    let key = try #require(try? wrapping.open(slot.wrapped(with: wrapping, for: place), for: place))
    var startsWithVersion = false
    for number in 0..<3000 {
      let plain = Array("naam \(number)".utf8)
      let sealed = key.withUnsafeBufferPointer { key in
        plain.withUnsafeBytes { Sealing.seal($0, for: place, key: key.baseAddress!) }
      }
      startsWithVersion = startsWithVersion || sealed.first == PaddedText.version
      #expect(try slot.open(sealed, for: place) == plain)
    }
    #expect(startsWithVersion)
  }
}
