@testable import Cryptography
import Testing

@Suite struct HashTests {
  /// FIPS 180-2, appendix B, and the empty text.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `agrees with the printed examples`(text: String, hex: String) {
    #expect(SHA256.digest(of: Array(text.utf8)).hex == hex)
  }

  @Test func `pieces do not matter, only what they add up to`() {
    let text = Array(0..<UInt8(200))
    for cut in [0, 1, 63, 64, 65, 128, 200] {
      var hash = SHA256()
      hash.update(Array(text[..<cut]))
      _ = hash.digest
      hash.update(Array(text[cut...]))
      #expect(hash.digest == SHA256.digest(of: text))
    }
  }

  @Test func `hexadecimal is lower case and two digits a byte`() {
    #expect(hexadecimal([0, 15, 16, 255]) == "000f10ff")
  }

  @Test func `comparing in constant time tells equal from different`() {
    #expect(constantTimeEqual([1, 2, 3], [1, 2, 3]))
    #expect(!constantTimeEqual([1, 2, 3], [1, 2, 4]))
    #expect(!constantTimeEqual([1, 2, 3], [1, 2]))
    #expect(constantTimeEqual([], []))
  }

  @Test func `random bytes are as many as asked and not the same twice`() {
    #expect(randomBytes(count: 0).isEmpty)
    #expect(randomBytes(count: 32).count == 32)
    #expect(randomBytes(count: 32) != randomBytes(count: 32))
  }
}
