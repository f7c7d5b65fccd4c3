import Testing

@testable import Cryptography

@Suite struct GaloisByteTests {
  private static let all = (0...255).map { GaloisByte(UInt8($0)) }
  private static let some = [0, 1, 2, 3, 27, 83, 128, 202, 254, 255].map { GaloisByte($0) }

  /// FIPS 197, sections 4.2 and 4.2.1; {53}·{CA} = {01} is the pair of the standard's S-box example.
  @Test(
    arguments: [
      (0x57, 0x83, 0xC1), (0x57, 0x13, 0xFE), (0x57, 0x02, 0xAE), (0x57, 0x04, 0x47), (0x57, 0x08, 0x8E),
      (0x57, 0x10, 0x07), (0x53, 0xCA, 0x01),
    ] as [(UInt8, UInt8, UInt8)])
  func `multiplies as printed`(_ left: UInt8, _ right: UInt8, _ product: UInt8) {
    #expect((GaloisByte(left) * GaloisByte(right)).value == product)
  }

  @Test func `every pair of elements commutes, and only zero divides zero`() {
    for a in Self.all {
      for b in Self.all {
        let product = a * b
        #expect(product == b * a)
        #expect((product.value == 0) == (a.value == 0 || b.value == 0))
      }
    }
  }

  @Test func `adding and multiplying are associative, and multiplying distributes over adding`() {
    for a in Self.all {
      for b in Self.some {
        for c in Self.some {
          #expect((a * b) * c == a * (b * c))
          #expect((a + b) + c == a + (b + c))
          #expect(a * (b + c) == a * b + a * c)
        }
      }
    }
  }

  @Test func `one is neutral, everything is its own negative and has an inverse but zero`() {
    for a in Self.all {
      #expect(a * GaloisByte(1) == a)
      #expect((a + a).value == 0)
      #expect((a * a.inverse).value == (a.value == 0 ? 0 : 1))
    }
  }
}
