import Glibc

/// Numbers of a workbook in the one spelling that every reader of rows may expect: digits, a point for decimals, no
/// exponent, no `.0`.
package enum NumberText {
  /// The canonical spelling of a stored number, or nil when it is not a finite number.
  package static func canonical(_ stored: String) -> String? {
    guard let value = Double(stored), value.isFinite else { return nil }
    return canonical(value)
  }

  package static func canonical(_ value: Double) -> String {
    if value == 0 { return "0" }
    // Doubles are exact integers up to 2^53.
    if value == value.rounded(.towardZero), abs(value) < 9_007_199_254_740_992 { return String(Int(value)) }
    return plain(value)
  }

  /// The number that a cell shows when it is wide enough: to 15 digits, so that the sum of 0.1 and 0.2 is 0.3.
  package static func shown(_ value: Double) -> String { canonical(rounded(value)) }

  package static func shown(_ stored: String) -> String? {
    guard let value = Double(stored), value.isFinite else { return nil }
    return shown(value)
  }

  /// A share as the per cent that a cell shows: 0.125 is `12.5%`.
  package static func percentage(_ value: Double) -> String { shown(value * 100) + "%" }

  package static func percentage(_ stored: String) -> String? {
    guard let value = Double(stored), value.isFinite else { return nil }
    return percentage(value)
  }

  /// To the 15 digits that spreadsheet programs show. Whole numbers are left as they are.
  private static func rounded(_ value: Double) -> Double {
    guard value != value.rounded(.towardZero) else { return value }
    var digits = [CChar](repeating: 0, count: 32)
    // The C library rounds the exact binary value, which no product of a `Double` does.
    _ = withVaList([value]) { vsnprintf(&digits, digits.count, "%.14e", $0) }
    return strtod(digits, nil)
  }

  private static func plain(_ value: Double) -> String {
    let shortest = value.description
    guard let mark = shortest.firstIndex(of: "e") else {
      return shortest.hasSuffix(".0") ? String(shortest.dropLast(2)) : shortest
    }
    let exponent = Int(shortest[shortest.index(after: mark)...]) ?? 0
    return expanded(shortest[..<mark], exponent: exponent)
  }

  /// Whether the bytes are a number in canonical spelling already: at most 15 digits and no leading zero.
  package static func isPlainInteger(_ bytes: some Collection<UInt8>) -> Bool {
    let digits = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    // What spreadsheet programs keep of a number.
    guard digits.count <= 15, let first = digits.first else { return false }
    guard digits.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else { return false }
    return first != UInt8(ascii: "0") || bytes.count == 1
  }

  private static func expanded(_ mantissa: Substring, exponent: Int) -> String {
    let isNegative = mantissa.hasPrefix("-")
    let parts = mantissa.drop { $0 == "-" }.split(separator: ".")
    let fraction = parts.count > 1 && parts[1] != "0" ? String(parts[1]) : ""
    let digits = String(parts[0]) + fraction
    let point = parts[0].count + exponent
    let plain: String
    if point <= 0 {
      plain = "0." + String(repeating: "0", count: -point) + digits
    } else if point >= digits.count {
      plain = digits + String(repeating: "0", count: point - digits.count)
    } else {
      plain = String(digits.prefix(point)) + "." + String(digits.dropFirst(point))
    }
    return (isNegative ? "-" : "") + plain
  }
}
