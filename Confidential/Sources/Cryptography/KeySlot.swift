internal import CSodium

/// Locked memory that holds one sealing key after another, for work on many persons in a row: locking memory anew for
/// each of them would cost more than the sealing. Not shared between threads; zeroed when released.
public final class KeySlot {
  private let memory: UnsafeMutablePointer<UInt8>

  public init() throws(CryptographyError) {
    guard sodium_init() >= 0, let memory = sodium_malloc(SealingKey.count) else { throw .unavailable }
    self.memory = memory.assumingMemoryBound(to: UInt8.self)
    renew()
  }

  deinit { sodium_free(memory) }

  /// Takes a new key that nobody has seen.
  package func renew() { randombytes_buf(memory, SealingKey.count) }

  /// Takes the key that was wrapped with another one. After an error the slot holds a new key.
  public func take(_ wrapped: [UInt8], wrappedWith key: SealingKey, for place: [UInt8]) throws(CryptographyError) {
    guard wrapped.count == SealingKey.count + SealingKey.overhead,
      key.open(wrapped, for: place, into: memory)
    else {
      renew()
      throw .cannotOpen
    }
  }

  /// The key in the slot, sealed with another one.
  package func wrapped(with key: SealingKey, for place: [UInt8]) -> [UInt8] {
    key.seal(UnsafeRawBufferPointer(start: memory, count: SealingKey.count), for: place)
  }

  /// The text, padded to one of a few sizes and sealed, behind a version byte.
  package func seal(_ plain: [UInt8], for place: [UInt8]) -> [UInt8] {
    [PaddedText.version]
      + PaddedText.padded(plain).withUnsafeBytes { Sealing.seal($0, for: KeySlot.padded(place), key: memory) }
  }

  /// The plain text, of details with a version byte and of those that were sealed before there was one. The first byte
  /// of those is random, so it does not tell; the seal does.
  ///
  /// - Throws: `cannotOpen` when it was sealed with another key or for another place, or was changed.
  public func open(_ sealed: [UInt8], for place: [UInt8]) throws(CryptographyError) -> [UInt8] {
    if sealed.first == PaddedText.version,
      let padded = try? Sealing.open(Array(sealed.dropFirst()), for: KeySlot.padded(place), key: memory)
    {
      guard let plain = PaddedText.unpadded(padded) else { throw .cannotOpen }
      return plain
    }
    return try Sealing.open(sealed, for: place, key: memory)
  }

  /// Where a padded text belongs: nothing else that was sealed with this key belongs there.
  private static func padded(_ place: [UInt8]) -> [UInt8] { [PaddedText.version] + place }
}
