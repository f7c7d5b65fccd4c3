internal import CSodium

/// Random numbers that whoever holds the key can draw again: the keystream of ChaCha20 (Bernstein 2008) by libsodium.
///
/// Without the key the numbers cannot be told from chance.
public struct NoiseStream: RandomNumberGenerator {
  private let key: [UInt8]
  private var block: UInt64 = 0
  private var bytes: [UInt8] = []
  private var position = 0
  private static let blockSize = 4_096

  /// - Precondition: 32 bytes.
  package init(key: [UInt8]) {
    precondition(key.count == Int(crypto_stream_chacha20_KEYBYTES), "the key of a stream has 32 bytes")
    self.key = key
  }

  public mutating func next() -> UInt64 {
    if position == bytes.count { refill() }
    var number: UInt64 = 0
    for index in 0..<8 { number |= UInt64(bytes[position + index]) << UInt64(8 * index) }
    position += 8
    return number
  }

  /// Each block has a nonce of its own, counted from 0.
  private mutating func refill() {
    let nonce = (0..<8).map { UInt8(truncatingIfNeeded: block >> UInt64(8 * $0)) }
    bytes = [UInt8](unsafeUninitializedCapacity: Self.blockSize) { buffer, count in
      if let start = buffer.baseAddress { crypto_stream_chacha20(start, UInt64(Self.blockSize), nonce, key) }
      count = Self.blockSize
    }
    position = 0
    block += 1
  }
}

/// The noise of open data: of each inputs one stream, for ever.
public struct NoiseKey: Sendable {
  private let key: AuthenticationKey

  init(secret: SecretBytes) { key = AuthenticationKey(secret: secret) }

  /// The stream that belongs to these inputs.
  public func stream(for inputs: [UInt8]) -> NoiseStream {
    NoiseStream(key: key.tag(of: Array("noise:".utf8) + inputs))
  }

  /// By which inputs are recognised without being known.
  public func name(of inputs: [UInt8]) -> String { hexadecimal(key.tag(of: Array("name:".utf8) + inputs)) }
}

extension WorkspaceKey {
  /// Draws the noise of open data.
  package func noiseKey() throws(CryptographyError) -> NoiseKey { NoiseKey(secret: try subkey(.noise)) }
}
