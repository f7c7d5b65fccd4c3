/// How a number format prints numbers: decimals, per cent, and thousands of them.
///
/// Signs between thousands, currencies and the words of a country are left out: what counts is which digits are seen.
struct PrintedFormat: Equatable, Sendable {
  /// Decimals that are always shown, and those shown where they are not zero.
  var (least, most): (Int, Int)
  /// How often the number is divided by a thousand: `#,##0,` shows thousands.
  var thousands = 0
  var isPercentage = false

  /// The built-in formats with a fixed number of decimals (ISO 29500-1, 18.8.30).
  init?(builtIn id: Int) {
    switch id {
    case 1, 3, 5, 6, 37, 38, 41, 42: (least, most) = (0, 0)
    case 2, 4, 7, 8, 39, 40, 43, 44: (least, most) = (2, 2)
    case 9, 10: (least, most, isPercentage) = (id == 9 ? 0 : 2, id == 9 ? 0 : 2, true)
    default: return nil
    }
  }

  /// Reads the first section of a format code; nil for codes without digits, and for powers, fractions and text.
  init?(code: String) {
    (least, most) = (0, 0)
    var (hasDigits, isBehindPoint, commas) = (false, false, 0)
    var rest = code[...]
    while let sign = rest.popFirst(), sign != ";" {
      switch sign {
      case "0", "#", "?":
        hasDigits = true
        commas = 0
        if isBehindPoint {
          most += 1
          if sign == "0" { least = most }
        }
      case ".": isBehindPoint = true
      case ",": commas += 1
      case "%": isPercentage = true
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "[": rest = rest.drop { $0 != "]" }.dropFirst()
      case "\\", "_", "*": _ = rest.popFirst()
      case "E", "e", "/", "@": return nil
      default: break
      }
    }
    guard hasDigits else { return nil }
    thousands = commas
  }

  /// The number as it is seen, with a point for decimals and without signs between thousands: `12.3`, `45.6%`.
  func text(of value: Double) -> String {
    let scaled = (0..<thousands).reduce(isPercentage ? value * 100 : value) { number, _ in number / 1000 }
    return DecimalText(NumberText.shown(scaled)).rounded(least: least, most: most) + (isPercentage ? "%" : "")
  }
}

/// A number as digits, rounded as people do: half of a unit goes up.
struct DecimalText {
  private let isNegative: Bool
  private let whole: [UInt8]
  private let decimals: [UInt8]

  /// - Parameter text: Digits, at most one point, and perhaps a minus sign.
  init(_ text: String) {
    isNegative = text.hasPrefix("-")
    let parts = text.utf8.drop { $0 == UInt8(ascii: "-") }.split(separator: UInt8(ascii: "."), maxSplits: 1)
    whole = parts.first.map(Array.init) ?? [UInt8(ascii: "0")]
    decimals = parts.count > 1 ? Array(parts[1]) : []
  }

  /// With so many decimals, zeros behind the least of them left out.
  func rounded(least: Int, most: Int) -> String {
    let zero = UInt8(ascii: "0")
    let kept = decimals.prefix(most) + [UInt8](repeating: zero, count: max(0, most - decimals.count))
    var digits = [zero] + whole + kept
    if decimals.count > most, decimals[most] >= UInt8(ascii: "5") {
      var place = digits.count - 1
      while place > 0, digits[place] == UInt8(ascii: "9") {
        digits[place] = zero
        place -= 1
      }
      digits[place] += 1
    }
    let sign = isNegative && digits.contains { $0 != zero } ? "-" : ""
    var behind = Array(digits.suffix(most))
    while behind.count > least, behind.last == zero { behind.removeLast() }
    var before = Array(digits.dropLast(most))
    while before.count > 1, before[0] == zero { before.removeFirst() }
    return sign + String(decoding: before, as: UTF8.self)
      + (behind.isEmpty ? "" : "." + String(decoding: behind, as: UTF8.self))
  }

  /// The number of decimals with which a number is printed in digits alone; nil where they are not those of the number.
  ///
  /// The digits tell which of the signs between them is the decimal one, whatever the country.
  func decimals(printedAs digits: [UInt8]) -> Int? {
    (0...6).first { Array(rounded(least: $0, most: $0).utf8.filter { $0 != 0x2E && $0 != 0x2D }) == digits }
  }
}
