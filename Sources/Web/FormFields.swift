/// The fields of a form as a browser sends them (`application/x-www-form-urlencoded`).
struct FormFields: Equatable, Sendable {
  private var fields: [String: String] = [:]

  /// More than any form here has.
  private static let limit = 8

  /// Nil for what no form sends: a field twice, a half sign, bytes that are no UTF-8, too many fields.
  init?(_ bytes: some Collection<UInt8>) {
    for part in bytes.split(separator: UInt8(ascii: "&")) {
      let pair = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2, let name = Self.text(pair[0]), let value = Self.text(pair[1]), fields[name] == nil,
        fields.count < Self.limit
      else { return nil }
      fields[name] = value
    }
  }

  subscript(name: String) -> String? { fields[name] }

  private static func text(_ bytes: some Collection<UInt8>) -> String? {
    var plain: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): plain.append(0x20)
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
        plain.append(high << 4 | low)
      default: plain.append(byte)
      }
    }
    return String(validating: plain, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}

/// A cookie by its name, from the value of a `Cookie` header; nil where it is not there, or there twice.
func cookie(named name: String, in header: String?) -> String? {
  let found = (header ?? "").split(separator: ";").compactMap { part -> String? in
    let pair = part.drop { $0 == " " }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return pair.count == 2 && pair[0] == name ? String(pair[1]) : nil
  }
  return found.count == 1 ? found[0] : nil
}
