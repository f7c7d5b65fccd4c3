/// Telephone numbers, user names, e-mail addresses and identity numbers as they are compared.
package enum ContactValue {
  /// A number in the form of E.164, digits only: `0031` and `+31` are 31, and `06…` is a Dutch one by default.
  /// Nil for fewer than six digits, and for one digit over and over.
  package static func phone(_ text: UnsafeBufferPointer<UInt8>, country: [UInt8] = [0x33, 0x31]) -> [UInt8]? {
    var digits = text.filter { $0 >= 0x30 && $0 <= 0x39 }
    guard digits.count >= 6, digits.contains(where: { $0 != digits[0] }) else { return nil }
    if text.first(where: { $0 != 0x20 && $0 != 0x28 }) == 0x2B { return withoutTrunkZero(digits, country) }
    if digits.starts(with: [0x30, 0x30]) { return withoutTrunkZero(Array(digits.dropFirst(2)), country) }
    if digits.count == 10, digits[0] == 0x30 { digits.replaceSubrange(0..<1, with: country) }
    return digits
  }

  /// `+31 (0)6`: the zero is not dialled from abroad.
  private static func withoutTrunkZero(_ digits: [UInt8], _ country: [UInt8]) -> [UInt8] {
    guard digits.starts(with: country), digits.count > country.count, digits[country.count] == 0x30 else {
      return digits
    }
    return country + digits.dropFirst(country.count + 1)
  }

  /// A user name: small letters, without `@` and blanks. Nil when nothing is left.
  package static func userName(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let name = text.compactMap { byte -> UInt8? in
      switch byte {
      case 0x41...0x5A: byte | 0x20
      case 0x40, 0x20, 0x09: nil
      default: byte
      }
    }
    return name.count < 2 || NameFolding.isUnknown(name) ? nil : name
  }

  /// An e-mail address in small letters; nil without anything before the `@`.
  package static func email(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let address = text.filter { $0 > 0x20 }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    guard let at = address.firstIndex(of: 0x40), at > 0 else { return nil }
    return address
  }

  /// An identity number: letters and digits, small; nil for fewer than four, and for one sign over and over.
  package static func identifier(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let value = text.compactMap { byte -> UInt8? in
      switch byte {
      case 0x41...0x5A: byte | 0x20
      case 0x61...0x7A, 0x30...0x39: byte
      default: nil
      }
    }
    guard value.count >= 4, value.contains(where: { $0 != value[0] }) else { return nil }
    return value
  }
}
