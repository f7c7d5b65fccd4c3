internal import CSodium

/// A workspace key that a passphrase opens: a line of text to keep in a file.
///
///     zicht-key-1 argon2id OPERATIONS MEMORY SALT SEALED
///
/// The key of the seal is Argon2id (RFC 9106) of the passphrase, with the costs in the line, memory in bytes; salt and
/// sealed text are hexadecimal, and the sealed text belongs to the words before it.
public struct WrappedKey: Equatable, Sendable {
  public let text: String

  /// `crypto_pwhash_OPSLIMIT_MODERATE` and `crypto_pwhash_MEMLIMIT_MODERATE`: 3 passes over 256 MB, which takes about
  /// a second here and cannot be done by the thousand on a graphics card.
  package struct Cost: Equatable, Sendable {
    package var operations = UInt64(3)
    package var memory = 256 * 1024 * 1024

    package init() {}
    package init(operations: UInt64, memory: Int) { (self.operations, self.memory) = (operations, memory) }
  }

  /// Signs that a passphrase has at least: what NIST SP 800-63B-4 asks of a password that nothing else goes with.
  public static let shortestPassphrase = 15

  private static let mark = "zicht-key-1 argon2id"
  private static let saltCount = Int(crypto_pwhash_argon2id_SALTBYTES)

  /// Whether a text wants to be a wrapped key, sound or not.
  public static func isMeant(by text: some Collection<UInt8>) -> Bool { text.starts(with: Array("zicht-key-".utf8)) }

  public init(_ key: WorkspaceKey, passphrase: String) throws(CryptographyError) {
    try self.init(key, passphrase: passphrase, cost: Cost())
  }

  package init(_ key: WorkspaceKey, passphrase: String, cost: Cost) throws(CryptographyError) {
    guard passphrase.count >= Self.shortestPassphrase else { throw .passphraseTooShort }
    let salt = randomBytes(count: Self.saltCount)
    let head = "\(Self.mark) \(cost.operations) \(cost.memory) \(hexadecimal(salt))"
    let wrapping = try Self.wrappingKey(passphrase, salt, cost)
    let sealed = key.withBytes {
      wrapping.seal(UnsafeRawBufferPointer(start: $0, count: WorkspaceKey.count), for: Array(head.utf8))
    }
    text = "\(head) \(hexadecimal(sealed))"
  }

  /// The line in a file; white space around it is allowed.
  public init(text: String) { self.text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// - Parameter place: Where the line stands, for errors.
  /// - Throws: `keyMalformed` when the line is damaged, `passphraseWrong` when the passphrase is another one.
  public func open(passphrase: String, place: String) throws(CryptographyError) -> WorkspaceKey {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 6, words[0...1].joined(separator: " ") == Self.mark,
      let operations = UInt64(words[2]), (1...64).contains(operations), let memory = Int(words[3]),
      (8_192...4 << 30).contains(memory), let salt = bytes(ofHexadecimal: words[4]), salt.count == Self.saltCount,
      let sealed = bytes(ofHexadecimal: words[5]), sealed.count == WorkspaceKey.count + SealingKey.overhead
    else { throw .keyMalformed(place: place) }
    let wrapping = try Self.wrappingKey(passphrase, salt, Cost(operations: operations, memory: memory))
    let head = Array(words[..<5].joined(separator: " ").utf8)
    var isGenuine = false
    let secret = try SecretBytes(count: WorkspaceKey.count) { isGenuine = wrapping.open(sealed, for: head, into: $0) }
    guard isGenuine else { throw .passphraseWrong(place: place) }
    return WorkspaceKey(secret: secret)
  }

  private static func wrappingKey(
    _ passphrase: String, _ salt: [UInt8], _ cost: Cost
  ) throws(CryptographyError) -> SealingKey {
    var password = passphrase.utf8.map { CChar(bitPattern: $0) }
    defer { sodium_memzero(&password, password.count) }
    var isDone = false
    let words = password
    let secret = try SecretBytes(count: SealingKey.count) {
      isDone =
        crypto_pwhash_argon2id(
          $0, UInt64(SealingKey.count), words, UInt64(words.count), salt, cost.operations, cost.memory,
          crypto_pwhash_argon2id_ALG_ARGON2ID13) == 0
    }
    guard isDone else { throw .unavailable }
    return SealingKey(secret: secret)
  }
}
