import Testing

@testable import Cryptography

@Suite struct WrappedKeyTests {
  private static let passphrase = "een lange zin van woorden"
  /// The least that Argon2id takes: the cost is not what is tested.
  private static let cheap = WrappedKey.Cost(operations: 1, memory: 8_192)

  @Test func `opens with its passphrase and with no other`() throws {
    let key = try WorkspaceKey.random()
    let wrapped = try WrappedKey(key, passphrase: Self.passphrase, cost: Self.cheap)
    #expect(WrappedKey.isMeant(by: wrapped.text.utf8))
    let read = WrappedKey(text: wrapped.text + "\n")
    #expect(try read.open(passphrase: Self.passphrase, place: "here").fingerprint == key.fingerprint)
    for other in ["", "Een lange zin van woorden", Self.passphrase + " "] {
      #expect(throws: CryptographyError.passphraseWrong(place: "here")) {
        try read.open(passphrase: other, place: "here")
      }
    }
  }

  @Test func `no two forms of one key are alike, and none holds the key`() throws {
    let key = try WorkspaceKey.random()
    let forms = try (0..<2).map { _ in try WrappedKey(key, passphrase: Self.passphrase, cost: Self.cheap).text }
    #expect(forms[0] != forms[1])
    let digits = key.withHexadecimalDigits { String(decoding: $0, as: UTF8.self) }
    #expect(!forms.contains { $0.contains(digits) })
  }

  @Test func `nothing in the line can be changed, its costs included`() throws {
    let text = try WrappedKey(WorkspaceKey.random(), passphrase: Self.passphrase, cost: Self.cheap).text
    var words = text.split(separator: " ").map(String.init)
    words[2] = "2"
    #expect(throws: CryptographyError.passphraseWrong(place: "here")) {
      try WrappedKey(text: words.joined(separator: " ")).open(passphrase: Self.passphrase, place: "here")
    }
    for (place, value) in [(0, "zicht-key-2"), (1, "scrypt"), (2, "0"), (3, "99999999999999"), (4, "00"), (5, "zz")] {
      var words = text.split(separator: " ").map(String.init)
      words[place] = value
      #expect(throws: CryptographyError.keyMalformed(place: "here")) {
        try WrappedKey(text: words.joined(separator: " ")).open(passphrase: Self.passphrase, place: "here")
      }
    }
  }

  @Test func `a short passphrase is refused`() throws {
    let key = try WorkspaceKey.random()
    #expect(throws: CryptographyError.passphraseTooShort) {
      try WrappedKey(key, passphrase: "veertien teken", cost: Self.cheap)
    }
  }

  /// The names and numbers of libsodium's documentation.
  @Test func `costs what libsodium calls moderate`() {
    #expect(WrappedKey.Cost() == WrappedKey.Cost(operations: 3, memory: 268_435_456))
  }
}
