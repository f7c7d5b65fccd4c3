import Testing

@testable import Cryptography

/// Appendix A of RFC 5869, the cases with SHA-256.
@Suite struct HKDFTests {
  struct Case: Sendable {
    var secret: [UInt8]
    var salt: [UInt8]
    var info: [UInt8]
    var output: String
  }

  static let cases = [
    Case(
      secret: [UInt8](repeating: 0x0B, count: 22), salt: Array(0x00...0x0C), info: Array(0xF0...0xF9),
      output: "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"),
    Case(
      secret: Array(0x00...0x4F), salt: Array(0x60...0xAF), info: Array(0xB0...0xFF),
      output:
        "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09"
        + "da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87"),
    Case(
      secret: [UInt8](repeating: 0x0B, count: 22), salt: [], info: [],
      output: "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"),
  ]

  @Test(arguments: cases)
  func `gives the bytes of the RFC`(_ one: Case) {
    let output = HKDF.derive(from: one.secret, salt: one.salt, info: one.info, count: one.output.utf8.count / 2)
    #expect(hexadecimal(output) == one.output)
  }

  @Test func `a shorter output is the beginning of a longer one`() {
    let long = HKDF.derive(from: [1, 2, 3], salt: [4], info: [5], count: 100)
    for count in [0, 1, 31, 32, 33, 64, 99] {
      #expect(HKDF.derive(from: [1, 2, 3], salt: [4], info: [5], count: count) == Array(long.prefix(count)))
    }
  }
}
