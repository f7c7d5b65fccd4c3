import Cryptography

/// The keys for the uses of an encoding, derived once.
struct EncodingKeys: Sendable {
  /// A kind of value that is encoded by itself. Equal values of two kinds have nothing in common. The names are in the
  /// keys: with another name every encoding is another.
  enum Field: Int, CaseIterable, Sendable {
    case bigram, skeleton, names, initials, prefix, year, number
    case window0, window1, window2, window3
    case nationality, city, sex, identifier, phone, userName, email, alias
  }

  private let fields: [[UInt8]]
  /// Of each pass what makes the key of a block, and the two halves of its salt.
  let passes: [(key: SipHash, low: SipHash, high: SipHash)]
  let salt: SipHash
  let hardening: [UInt8]
  let noise: SipHash
  let entry: SipHash
  let fake: SipHash

  init(_ key: LinkageKey) {
    fields = Field.allCases.map { key.key(for: "\($0)|value") }
    // Numbered from one, without a gap.
    passes = BlockPass.allCases.map { pass in
      let (block, salt) = (key.key(for: pass.use), key.key(for: "\(pass.use)|salt"))
      return (SipHash(key: block), SipHash(key: salt), SipHash(key: Array(salt[16...])))
    }
    salt = SipHash(key: key.key(for: "content|salt"))
    hardening = key.key(for: "filter|hardening")
    noise = SipHash(key: key.key(for: "filter|noise"))
    fake = SipHash(key: key.key(for: "entry|fake"))
    entry = SipHash(key: key.key(for: "entry|number"))
  }

  /// The secret number of a value: the first eight bytes of a keyed BLAKE2b. It never leaves the partner.
  func number(of value: String, _ field: Field) -> UInt64 {
    let key = fields[field.rawValue]
    var value = value
    return value.withUTF8 { text in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { digest in
        digest.initialize(repeating: 0)
        KeyedDigest.compute(of: text, key: key, into: digest)
        return (0..<8).reduce(UInt64(0)) { $0 | UInt64(digest[$1]) << UInt64(8 * $1) }
      }
    }
  }
}
