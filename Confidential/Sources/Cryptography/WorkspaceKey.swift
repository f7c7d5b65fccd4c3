internal import CSodium

/// The master key of a workspace: 32 bytes from which every other key is derived.
///
/// It lives in a file that only its owner may read, or in a setting that the shell hands in, and never in a database.
/// Subkeys come from libsodium's `crypto_kdf` (BLAKE2b) with the context `zicht-v1` and a number for each purpose, so
/// that no key is used for two things.
public struct WorkspaceKey: Sendable, CustomStringConvertible, CustomReflectable {
  /// Bytes: `crypto_kdf_KEYBYTES` of libsodium.
  public static let count = 32

  private let secret: SecretBytes

  enum Purpose: UInt64 { case blindIndex = 1, vault, audit, check, ring, contents = 9, deliveries, noise, cells }
  private static let context = Array("zicht-v1".utf8CString)

  /// A new key that nobody has seen.
  public static func random() throws(CryptographyError) -> WorkspaceKey {
    WorkspaceKey(secret: try SecretBytes(count: count) { randombytes_buf($0, count) })
  }

  /// Reads 64 hexadecimal digits; white space around them is allowed.
  /// - Parameter place: where the digits come from, named in the error: a path or the name of a setting.
  public init(hex digits: some Sequence<UInt8>, place: String) throws(CryptographyError) {
    var nibbles: [UInt8] = []
    nibbles.reserveCapacity(2 * WorkspaceKey.count)
    defer { sodium_memzero(&nibbles, nibbles.count) }
    var isMalformed = false
    for digit in WorkspaceKey.trimmed(Array(digits)) {
      guard let value = hexadecimalValue(digit), nibbles.count < 2 * WorkspaceKey.count else {
        isMalformed = true
        break
      }
      nibbles.append(value)
    }
    guard !isMalformed, nibbles.count == 2 * WorkspaceKey.count else { throw .keyMalformed(place: place) }
    let values = nibbles
    secret = try SecretBytes(count: WorkspaceKey.count) { memory in
      for index in 0..<WorkspaceKey.count { memory[index] = values[2 * index] << 4 | values[2 * index + 1] }
    }
  }

  public init(hex digits: String, place: String) throws(CryptographyError) {
    try self.init(hex: digits.utf8, place: place)
  }

  init(secret: SecretBytes) { self.secret = secret }

  func withBytes<Result>(_ body: (UnsafePointer<UInt8>) -> Result) -> Result { secret.withBytes(body) }

  /// Wraps the keys of persons in the vault.
  package func vaultKey() throws(CryptographyError) -> SealingKey { SealingKey(secret: try subkey(.vault)) }

  /// Draws the changes of published counts, the same for the same cell.
  public func cellKey() throws(CryptographyError) -> AuthenticationKey {
    AuthenticationKey(secret: try subkey(.cells))
  }

  /// 16 bytes by which a workspace recognises its key without knowing it.
  public func checkValue() throws(CryptographyError) -> [UInt8] {
    Array(AuthenticationKey(secret: try subkey(.check)).tag(of: Array("workspace".utf8)).prefix(16))
  }

  /// The digits of the key, for the file it is kept in.
  func withHexadecimalDigits<Result, Failure: Error>(
    _ body: ([UInt8]) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var digits = secret.withBytes { bytes in
      var text: [UInt8] = []
      text.reserveCapacity(2 * secret.count)
      for index in 0..<secret.count {
        for nibble in [bytes[index] >> 4, bytes[index] & 15] {
          text.append(nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10)
        }
      }
      return text
    }
    defer { sodium_memzero(&digits, digits.count) }
    return try body(digits)
  }

  func subkey(_ purpose: Purpose) throws(CryptographyError) -> SecretBytes {
    try SecretBytes(count: WorkspaceKey.count) { memory in
      _ = secret.withBytes { master in
        crypto_kdf_derive_from_key(memory, WorkspaceKey.count, purpose.rawValue, WorkspaceKey.context, master)
      }
    }
  }

  private static func trimmed(_ digits: [UInt8]) -> ArraySlice<UInt8> {
    let isSpace = { (byte: UInt8) in byte == 32 || (9...13).contains(byte) }
    guard let first = digits.firstIndex(where: { !isSpace($0) }),
      let last = digits.lastIndex(where: { !isSpace($0) })
    else { return [] }
    return digits[first...last]
  }

  public var description: String { "a workspace key" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
