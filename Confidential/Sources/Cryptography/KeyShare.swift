internal import CSodium

/// One of three parts of a workspace key, any two of which give it back and one of which says nothing about it.
///
/// Shamir's scheme with threshold 2 (Communications of the ACM 22, 1979), byte by byte: part n of secret s is s + a·n,
/// with a random byte a for each byte of the key. Written as a line of text, to print or to keep in a file:
///
///     zicht-share-1 NUMBER FINGERPRINT PART CHECK
///
/// The fingerprint is that of the key, the check that of the line: the first four bytes of its BLAKE2b.
public struct KeyShare: Equatable, Sendable, CustomStringConvertible, CustomReflectable {
  /// 1, 2 or 3.
  public let number: Int
  /// Of the key that was split.
  public let fingerprint: String
  private let part: [UInt8]

  private static let mark = "zicht-share-1"
  public static let numbers = 1...3

  public static func split(_ key: WorkspaceKey) throws(CryptographyError) -> [KeyShare] {
    let slopes = randomBytes(count: WorkspaceKey.count)
    let fingerprint = try key.fingerprint
    return key.withBytes { secret in
      numbers.map { number in
        let part = slopes.indices.map { index in
          (GaloisByte(secret[index]) + GaloisByte(slopes[index]) * GaloisByte(UInt8(number))).value
        }
        return KeyShare(number: number, fingerprint: fingerprint, part: part)
      }
    }
  }

  /// The key of which these are two parts: s = (m·y + n·z) / (m + n) for the parts y of number n and z of number m,
  /// since plus and minus are the same.
  ///
  /// - Throws: `sharesDiffer` when they are parts of different keys or twice the same part.
  public static func join(_ first: KeyShare, _ second: KeyShare) throws(CryptographyError) -> WorkspaceKey {
    guard first.number != second.number, first.fingerprint == second.fingerprint else { throw .sharesDiffer }
    let (n, m) = (GaloisByte(UInt8(first.number)), GaloisByte(UInt8(second.number)))
    let divisor = (n + m).inverse
    var bytes = zip(first.part, second.part).map { y, z in
      ((m * GaloisByte(y) + n * GaloisByte(z)) * divisor).value
    }
    defer { sodium_memzero(&bytes, bytes.count) }
    let key = try WorkspaceKey(bytes: bytes)
    guard try key.fingerprint == first.fingerprint else { throw .sharesDiffer }
    return key
  }

  private init(number: Int, fingerprint: String, part: [UInt8]) {
    (self.number, self.fingerprint, self.part) = (number, fingerprint, part)
  }

  /// - Parameter place: Where the line stands, for errors.
  /// - Throws: `shareMalformed` for anything but a part as it was written.
  public init(text: String, place: String) throws(CryptographyError) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count == 5, words[0] == Self.mark, let number = Int(words[1]), Self.numbers.contains(number),
      words[2].utf8.count == 32, let part = bytes(ofHexadecimal: words[3]), part.count == WorkspaceKey.count,
      words[4] == Self.check(words[..<4].joined(separator: " "))
    else { throw .shareMalformed(place: place) }
    self.init(number: number, fingerprint: words[2], part: part)
  }

  public var text: String {
    let line = "\(Self.mark) \(number) \(fingerprint) \(hexadecimal(part))"
    return "\(line) \(Self.check(line))"
  }

  private static func check(_ line: String) -> String {
    let bytes = Array(line.utf8)
    let digest = [UInt8](unsafeUninitializedCapacity: 16) { digest, count in
      if let start = digest.baseAddress { crypto_generichash(start, 16, bytes, UInt64(bytes.count), nil, 0) }
      count = 16
    }
    return hexadecimal(digest.prefix(4))
  }

  public var description: String { "part \(number) of a workspace key" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
