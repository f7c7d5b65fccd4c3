/// The key that a row has after its person was erased, or that stands for a key that was not kept. It is taken whatever
/// pattern a source asks for.
public enum ErasedKey {
  private static let opening = Array("gewist-".utf8)
  /// Of hexadecimal digits: 128 bits, so that no two are the same.
  private static let digitCount = 32

  /// A key that nobody was ever given.
  public static func fresh() -> String { standing(for: randomBytes(count: digitCount / 2)) }

  /// - Parameter number: 16 bytes.
  public static func standing(for number: some Collection<UInt8>) -> String {
    String(decoding: opening, as: UTF8.self) + hexadecimal(number)
  }

  public static func matches(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    field.count == opening.count + digitCount && field.starts(with: opening)
      && field.dropFirst(opening.count).allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}

/// Gives erased keys to persons: the same one to the same person, and when this is gone nothing leads from the one to the
/// other.
public struct Strangers: Sendable {
  private let key: AuthenticationKey

  public init() throws(CryptographyError) { key = try AuthenticationKey.random() }

  public func key(of person: BlindIndex) -> String { ErasedKey.standing(for: key.tag(of: person.bytes).prefix(16)) }
}
