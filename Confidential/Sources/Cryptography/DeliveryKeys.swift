internal import CSodium

/// The keys with which the kept files of one folder of deliveries are sealed and their originals recognised. The last
/// one seals; the others open what was sealed before a change of key.
public struct DeliveryKeys: Sendable, CustomStringConvertible, CustomReflectable {
  /// Bytes of the number by which a file names its key.
  static let numberCount = 8

  struct Key: Sendable {
    let number: [UInt8]
    let sealing: SealingKey
    let marking: AuthenticationKey
    let naming: AuthenticationKey

    /// - Parameter secret: From which both are derived, by `crypto_kdf` with the context `zicht-dl`.
    init(number: [UInt8], secret: SecretBytes) throws(CryptographyError) {
      func derived(_ purpose: UInt64) throws(CryptographyError) -> SecretBytes {
        try SecretBytes(count: SealingKey.count) { memory in
          _ = secret.withBytes {
            crypto_kdf_derive_from_key(memory, SealingKey.count, purpose, Array("zicht-dl".utf8CString), $0)
          }
        }
      }
      self.number = number
      sealing = SealingKey(secret: try derived(1))
      marking = AuthenticationKey(secret: try derived(2))
      naming = AuthenticationKey(secret: try derived(3))
    }
  }

  private let keys: [Key]

  init(_ keys: [Key]) {
    precondition(!keys.isEmpty, "a folder that seals has a key")
    self.keys = keys
  }

  var newest: Key { keys[keys.count - 1] }

  func key(_ number: [UInt8]) -> Key? { keys.last { $0.number == number } }

  /// Marks by which a file is recognised: by the newest key first. Without the keys nobody can test whether a file was
  /// received.
  /// - Parameter sha256: Of the file, in hexadecimal.
  public func marks(of sha256: String) -> [String] {
    keys.reversed().map { hexadecimal($0.marking.tag(of: Array(sha256.utf8)).prefix(16)) }
  }

  /// How many keys there are: as many marks has a record.
  public var count: Int { keys.count }

  /// Marks by which a record is known: by the newest key first. Without the keys nobody can test a guess.
  /// - Parameter text: What says which record it is.
  public func recordMarks(of text: [UInt8]) -> [RecordMark] {
    keys.reversed().map { RecordMark(tag: $0.naming.tag(of: text)) }
  }

  /// A name for a pair of records, in whatever order, from which nobody learns which two they are.
  public func pairName(_ first: RecordMark, _ second: RecordMark) -> String {
    let (low, high) = first < second ? (first, second) : (second, first)
    return hexadecimal(newest.naming.tag(of: low.bytes + high.bytes).prefix(16))
  }

  /// Whether a sealed file opens with these keys, as far as its head and its last piece tell.
  public func opens(contentsOf path: String) -> Bool {
    (try? SealedFileReader(contentsOf: path, openedBy: self)) != nil
  }

  public var description: String { "\(keys.count) delivery keys" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// Opens the keys of a folder of deliveries: what a workspace has of its own key to do so.
public struct DeliveryOpener: Sendable {
  /// Of the workspace key.
  public let fingerprint: String
  let wrapping: SealingKey
}

extension WorkspaceKey {
  public func deliveryOpener() throws(CryptographyError) -> DeliveryOpener {
    DeliveryOpener(fingerprint: try fingerprint, wrapping: SealingKey(secret: try subkey(.deliveries)))
  }
}

/// The keys of a folder of deliveries as they lie in it: each wrapped with the workspace key, for which it is text that
/// gives nothing away. During a change of key each is there twice.
public struct DeliveryKeyRing: Equatable, Sendable {
  private struct Line: Equatable, Sendable {
    var number: [UInt8]
    var fingerprint: String
    var wrapped: [UInt8]
  }

  private var lines: [Line] = []
  private static let opening = "zicht delivery keys 1"

  private init() {}

  /// Of a folder that has none: one new key.
  public init(for opener: DeliveryOpener) throws(CryptographyError) {
    try addKey(for: opener)
  }

  /// Nil for what is no such text.
  public init?(text: some Sequence<UInt8>) {
    let all = String(decoding: Array(text), as: UTF8.self).split(separator: "\n")
    guard all.first.map(String.init) == Self.opening, all.count > 1 else { return nil }
    for line in all.dropFirst() {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 3, let number = bytes(ofHexadecimal: words[0]), number.count == DeliveryKeys.numberCount,
        let wrapped = bytes(ofHexadecimal: words[2]), wrapped.count == SealingKey.count + SealingKey.overhead
      else { return nil }
      lines.append(Line(number: number, fingerprint: words[1], wrapped: wrapped))
    }
  }

  public var text: [UInt8] {
    let lines = lines.map { "\(hexadecimal($0.number)) \($0.fingerprint) \(hexadecimal($0.wrapped))" }
    return Array(([Self.opening] + lines).map { $0 + "\n" }.joined().utf8)
  }

  /// The workspace keys that open it, by fingerprint; the newest last.
  public var fingerprints: [String] {
    lines.reduce(into: []) { known, line in if !known.contains(line.fingerprint) { known.append(line.fingerprint) } }
  }

  public func opens(with opener: DeliveryOpener) -> Bool { fingerprints.contains(opener.fingerprint) }

  /// - Throws: `cannotOpen` when it is of another workspace key, or was changed.
  public func keys(openedBy opener: DeliveryOpener) throws(CryptographyError) -> DeliveryKeys {
    var keys: [DeliveryKeys.Key] = []
    for line in lines where line.fingerprint == opener.fingerprint {
      keys.append(try DeliveryKeys.Key(number: line.number, secret: try Self.secret(line, opener)))
    }
    guard !keys.isEmpty else { throw .cannotOpen }
    return DeliveryKeys(keys)
  }

  /// For the time of a change of key: opens with the old key and with the new one, and has a new key for what comes.
  public func shared(by old: DeliveryOpener, with new: DeliveryOpener) throws(CryptographyError) -> DeliveryKeyRing {
    if opens(with: new) { return self }
    var ring = self
    for line in lines where line.fingerprint == old.fingerprint {
      ring.add(line.number, try Self.secret(line, old), for: new)
    }
    guard ring.opens(with: new) else { throw .cannotOpen }
    try ring.addKey(for: new)
    return ring
  }

  /// After a change of key: opens with this key only.
  public func only(for opener: DeliveryOpener) -> DeliveryKeyRing {
    var ring = DeliveryKeyRing()
    ring.lines = lines.filter { $0.fingerprint == opener.fingerprint }
    return ring
  }

  private mutating func addKey(for opener: DeliveryOpener) throws(CryptographyError) {
    let secret = try SecretBytes(count: SealingKey.count) { randombytes_buf($0, SealingKey.count) }
    add(randomBytes(count: DeliveryKeys.numberCount), secret, for: opener)
  }

  private mutating func add(_ number: [UInt8], _ secret: SecretBytes, for opener: DeliveryOpener) {
    let wrapped = secret.withBytes {
      opener.wrapping.seal(UnsafeRawBufferPointer(start: $0, count: secret.count), for: number)
    }
    lines.append(Line(number: number, fingerprint: opener.fingerprint, wrapped: wrapped))
  }

  private static func secret(_ line: Line, _ opener: DeliveryOpener) throws(CryptographyError) -> SecretBytes {
    var isGenuine = false
    let secret = try SecretBytes(count: SealingKey.count) {
      isGenuine = opener.wrapping.open(line.wrapped, for: line.number, into: $0)
    }
    guard isGenuine else { throw .cannotOpen }
    return secret
  }
}
