import Testing

@testable import Cryptography

struct HexadecimalTests {
  /// The bytes on both sides of each range of digits.
  @Test(
    arguments: [
      ("/", nil), ("0", 0), ("9", 9), (":", nil), ("@", nil), ("A", 10), ("F", 15), ("G", nil), ("`", nil), ("a", 10),
      ("f", 15), ("g", nil), (" ", nil),
    ] as [(Unicode.Scalar, UInt8?)])
  func `a digit has its value and nothing else has one`(_ digit: Unicode.Scalar, _ value: UInt8?) {
    #expect(hexadecimalValue(UInt8(ascii: digit)) == value)
  }

  @Test func `there are twenty-two digits among all bytes`() {
    #expect((0...UInt8.max).count { hexadecimalValue($0) != nil } == 22)
  }

  @Test func `every byte comes back from its two digits`() {
    for byte in 0...UInt8.max {
      let digits = Array(hexadecimal([byte]).utf8).compactMap(hexadecimalValue)
      #expect(digits == [byte / 16, byte % 16])
      #expect(hexadecimal([byte]) == hexadecimal([byte]).lowercased())
    }
    #expect(hexadecimal([UInt8]()).isEmpty)
  }
}

struct KeyValueTests {
  private static let digits = String(repeating: "0123456789abcdef", count: 4)

  /// A key whose bytes are 0, 1, 2 and so on.
  private func secret() throws -> SecretBytes {
    try SecretBytes(count: 32) { bytes in for place in 0..<32 { bytes[place] = UInt8(place) } }
  }

  /// Computed with Python's `hashlib.blake2b(text, digest_size=32, key=bytes(range(32)))`.
  @Test(arguments: [
    ("", "4e51e7a913fc80137da52880fecca175bf81e117d5c68126dc2774033517ea0d"),
    ("workspace", "9f4ee455b933a1cd83361d1d7169ceaa2371922422c65060a024c752b8ba1f10"),
  ])
  func `a tag agrees with another implementation`(_ text: String, _ hex: String) throws {
    #expect(hexadecimal(AuthenticationKey(secret: try secret()).tag(of: Array(text.utf8))) == hex)
  }

  /// Computed with Python: BLAKE2b with the master key as key, the number of the purpose as salt (8 bytes little-endian,
  /// then 8 zeroes) and `zicht-v1` as person (then 8 zeroes), which is how libsodium documents `crypto_kdf`.
  @Test func `the keys of a workspace are derived as documented`() throws {
    let key = try WorkspaceKey(hex: Self.digits, place: "here")
    #expect(hexadecimal(try key.blindIndexKey().index(of: "NL-1").bytes) == "f81df75793ab721eb7ed303232365eb9")
    #expect(
      hexadecimal(try key.auditKey().tag(of: Array("entry".utf8)))
        == "28722932fc3b8eb9d24a9f87c2f073f48d3677694566eb202792f24e23a0f118")
    #expect(hexadecimal(try key.checkValue()) == "0d53537e7c8e4680f7142df0fd31eb4b")
  }

  @Test func `another tag for another text, and 32 bytes of it`() throws {
    let key = AuthenticationKey(secret: try secret())
    #expect(key.tag(of: [1]).count == 32 && AuthenticationKey.tagCount == 32)
    #expect(Set((0..<100).map { key.tag(of: [$0]) }).count == 100)
  }

  @Test func `a key is written as the digits it was read from`() throws {
    let key = try WorkspaceKey(hex: Self.digits, place: "here")
    #expect(key.withHexadecimalDigits { String(decoding: $0, as: UTF8.self) } == Self.digits)
    let high = String(repeating: "f0", count: 32)
    #expect(
      try WorkspaceKey(hex: high, place: "here").withHexadecimalDigits { String(decoding: $0, as: UTF8.self) } == high)
  }

  @Test(arguments: ["\t", "\u{0B}", "\u{0C}", "\r", "\n", " ", " \r\n\t"])
  func `white space around a key is left out`(_ space: String) throws {
    let key = try WorkspaceKey(hex: space + Self.digits + space, place: "here")
    #expect(try key.checkValue() == WorkspaceKey(hex: Self.digits, place: "here").checkValue())
  }

  @Test(arguments: ["\u{08}", "\u{0E}", "\u{1F}", "!", "\0"])
  func `another sign around a key makes it none`(_ sign: String) {
    #expect(throws: CryptographyError.keyMalformed(place: "here")) {
      try WorkspaceKey(hex: sign + Self.digits, place: "here")
    }
    #expect(throws: CryptographyError.keyMalformed(place: "here")) {
      try WorkspaceKey(hex: Self.digits + sign, place: "here")
    }
  }

  @Test func `sixty-three and sixty-five digits are no key`() {
    for text in [String(Self.digits.dropLast()), Self.digits + "0", String(Self.digits.dropFirst(2))] {
      #expect(throws: CryptographyError.keyMalformed(place: "here")) { try WorkspaceKey(hex: text, place: "here") }
    }
  }

  @Test func `a sealed text is forty bytes longer, twenty-four before and sixteen after`() throws {
    #expect(SealingKey.overhead == 40 && Sealing.nonceCount == 24 && Sealing.tagCount == 16)
    let key = SealingKey(secret: try secret())
    #expect(key.seal([], for: []).count == 40)
    #expect(throws: CryptographyError.cannotOpen) { try key.open(Array(repeating: 0, count: 39), for: []) }
    #expect(throws: CryptographyError.cannotOpen) { try key.open(Array(repeating: 0, count: 40), for: []) }
  }

  @Test func `an index is read with its first bytes as the high half, the least byte first`() {
    let index = BlindIndex(high: 0x0706_0504_0302_0100, low: 0x0F0E_0D0C_0B0A_0908)
    #expect(index.bytes == Array(0..<16))
    #expect(BlindIndex(bytes: Array(0..<16)) == index)
    #expect(BlindIndex.none.bytes == Array(repeating: 0, count: 16))
  }

  @Test func `secret bytes say how many they are and nothing more`() throws {
    let secret = try secret()
    #expect("\(secret)" == "32 secret bytes" && Mirror(reflecting: secret).children.isEmpty)
    #expect("\(try WorkspaceKey.random())" == "a workspace key")
  }
}

struct CryptographySentenceTests {
  @Test(arguments: [
    (
      CryptographyError.keyFileMissing(path: "/k"),
      "Het sleutelbestand /k bestaat niet. Zet het bestand terug of wijs een ander aan.",
      "The key file /k does not exist. Put the file back or point to another one."
    ),
    (
      .keyFileOpenToOthers(path: "/k", permissions: "644"),
      "Het sleutelbestand /k heeft rechten 644, zodat ook anderen erbij kunnen. Zet de rechten op 600.",
      "The key file /k has permissions 644, so that others can reach it too. Set the permissions to 600."
    ),
    (
      .keyMalformed(place: "ZICHT_KEY"),
      "In ZICHT_KEY staat geen sleutel. Een sleutel bestaat uit 64 hexadecimale cijfers.",
      "There is no key in ZICHT_KEY. A key consists of 64 hexadecimal digits."
    ),
    (
      .keyFileExists(path: "/k"),
      "Het sleutelbestand /k bestaat al en is niet overschreven. Kies een andere naam.",
      "The key file /k already exists and was not overwritten. Choose another name."
    ),
    (
      .cannotOpen,
      "Versleutelde gegevens zijn niet te openen: de sleutel is een andere of de gegevens zijn beschadigd. "
        + "Gebruik de sleutel waarmee ze zijn opgeslagen.",
      "Encrypted data cannot be opened: the key is another one or the data are damaged. "
        + "Use the key with which they were stored."
    ),
  ])
  func `an error is these sentences`(_ error: CryptographyError, _ nl: String, _ en: String) {
    #expect(error.dutch == nl)
    #expect(error.english == en)
  }
}
