import Cryptography
import Model

/// The key that a row has after its person was erased, or that stands for a key that was not kept. It is taken whatever
/// pattern a source asks for.
public enum ErasedKey {
  private static let opening = Array("gewist-".utf8)
  /// Of hexadecimal digits: 128 bits, so that no two are the same.
  private static let digitCount = 32

  /// A key that nobody was ever given.
  public static func fresh() -> String {
    let digits = (0..<digitCount).map { _ in String(Int.random(in: 0..<16), radix: 16) }
    return String(decoding: opening, as: UTF8.self) + digits.joined()
  }

  /// - Parameter number: 16 bytes.
  static func standing(for number: some Collection<UInt8>) -> String {
    String(decoding: opening, as: UTF8.self) + hexadecimal(number)
  }

  static func matches(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    field.count == opening.count + digitCount && field.starts(with: opening)
      && field.dropFirst(opening.count).allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// What is no key for the same reason.
  static func like(_ rule: String) -> String {
    switch rule {
    case FindingRule.withoutKey.id: ""
    case FindingRule.missingWordAsKey.id: "onbekend"
    case FindingRule.totalRow.id: "Totaal"
    case FindingRule.damagedKey.id: "#N/B"
    // Passes the eleven test, and is given to nobody.
    case FindingRule.identityNumberAsKey.id: "111222333"
    case FindingRule.keyPattern.id: "gewist-1"
    default: "gewist"
    }
  }
}
