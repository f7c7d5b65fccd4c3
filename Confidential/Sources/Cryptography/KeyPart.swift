internal import CSodium

/// What the parts of every kind of key have in common: one of three lines of text, any two of which give the key back
/// and one of which says nothing about it.
///
/// Shamir's scheme with threshold 2 (Communications of the ACM 22, 1979), byte by byte: part n of secret s is s + a·n,
/// with a random byte a for each byte of the key. Written as
///
///     MARK NUMBER LABELS… FINGERPRINT PART CHECK
///
/// The labels and the fingerprint are those of the key and no secret, the check is that of the line: the first four
/// bytes of its BLAKE2b.
struct KeyPart: Equatable, Sendable {
  /// Of which kind of key, and in which form.
  let mark: String
  /// 1, 2 or 3.
  let number: Int
  /// Words without blanks.
  let labels: [String]
  let fingerprint: String
  private let part: [UInt8]

  static let numbers = 1...3
  /// Bytes of the keys that are split.
  private static let count = WorkspaceKey.count

  /// - Parameter secret: 32 bytes.
  static func split(
    _ secret: UnsafePointer<UInt8>, mark: String, labels: [String], fingerprint: String
  ) -> [KeyPart] {
    let slopes = randomBytes(count: count)
    return numbers.map { number in
      let part = slopes.indices.map { index in
        (GaloisByte(secret[index]) + GaloisByte(slopes[index]) * GaloisByte(UInt8(number))).value
      }
      return KeyPart(mark: mark, number: number, labels: labels, fingerprint: fingerprint, part: part)
    }
  }

  /// The secret of which these are two parts: s = (m·y + n·z) / (m + n) for the parts y of number n and z of number m,
  /// since plus and minus are the same.
  ///
  /// - Returns: 32 bytes; the caller compares the fingerprint.
  /// - Throws: `sharesDiffer` when they are parts of different keys or twice the same part.
  func joined(with other: KeyPart) throws(CryptographyError) -> SecretBytes {
    guard number != other.number, mark == other.mark, labels == other.labels, fingerprint == other.fingerprint
    else { throw .sharesDiffer }
    let (n, m) = (GaloisByte(UInt8(number)), GaloisByte(UInt8(other.number)))
    let divisor = (n + m).inverse
    return try SecretBytes(count: Self.count) { secret in
      for (index, (y, z)) in zip(part, other.part).enumerated() {
        secret[index] = ((m * GaloisByte(y) + n * GaloisByte(z)) * divisor).value
      }
    }
  }

  private init(mark: String, number: Int, labels: [String], fingerprint: String, part: [UInt8]) {
    (self.mark, self.number, self.labels) = (mark, number, labels)
    (self.fingerprint, self.part) = (fingerprint, part)
  }

  /// - Parameter place: Where the line stands, for errors.
  /// - Throws: `shareMalformed` for anything but a part as it was written.
  init(text: String, mark: String, labelCount: Int, place: String) throws(CryptographyError) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count == 5 + labelCount, words[0] == mark, let number = Int(words[1]), Self.numbers.contains(number),
      words[2 + labelCount].utf8.count == 32, let part = bytes(ofHexadecimal: words[3 + labelCount]),
      part.count == Self.count, words[4 + labelCount] == Self.check(words.dropLast().joined(separator: " "))
    else { throw .shareMalformed(place: place) }
    self.init(
      mark: mark, number: number, labels: Array(words[2..<2 + labelCount]), fingerprint: words[2 + labelCount],
      part: part)
  }

  var text: String {
    let line = (["\(mark) \(number)"] + labels + [fingerprint, hexadecimal(part)]).joined(separator: " ")
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
}
