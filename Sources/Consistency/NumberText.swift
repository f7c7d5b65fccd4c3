internal import Model

/// Numbers as people print them.
enum NumberText {
  /// Below 2^53 (9.007e15) every whole `Double` is exact, and fits an `Int`.
  private static let largestWhole = 9e15

  /// `1334`, `24.7`: no thousands separator, a decimal point, halves away from zero.
  ///
  /// Without `decimals` a whole number has none and any other two at most, trailing zeros left out. What rounds to zero
  /// has no sign. Numbers of 9e15 and more, and what is not finite, are written as Swift does.
  static func plain(_ value: Double, decimals: Int? = nil) -> String {
    let needed = decimals ?? (value == value.rounded() ? 0 : 2)
    var scale = 1.0
    for _ in 0..<needed { scale *= 10 }
    let scaled = (abs(value) * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled.isFinite, scaled < largestWhole else { return "\(value)" }
    let digits = String(Int(scaled))
    let padded = String(repeating: "0", count: max(0, needed + 1 - digits.count)) + digits
    let whole = String(padded.dropLast(needed))
    var fraction = String(padded.suffix(needed))
    if decimals == nil { while fraction.last == "0" { fraction.removeLast() } }
    return (value < 0 && scaled > 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// `1.334` and `24,7` in Dutch, `1,334` and `24.7` in English; rounded as `plain`.
  static func printed(_ value: Double, decimals: Int? = nil) -> LocalizedText {
    let text = plain(value, decimals: decimals)
    let sign = text.hasPrefix("-") ? "-" : ""
    let parts = text.dropFirst(sign.count).split(separator: ".")
    let whole = String(parts.first ?? "0")
    let fraction = parts.count > 1 ? String(parts[1]) : nil
    return LocalizedText(
      nl: sign + grouped(whole, with: ".") + (fraction.map { "," + $0 } ?? ""),
      en: sign + grouped(whole, with: ",") + (fraction.map { "." + $0 } ?? ""))
  }

  private static func grouped(_ digits: String, with separator: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += separator }
      result.append(digit)
    }
    return result
  }
}

extension LocalizedText {
  /// Language by language, without a space in between.
  static func + (left: LocalizedText, right: LocalizedText) -> LocalizedText {
    LocalizedText(nl: left.nl + right.nl, en: left.en + right.en)
  }

  /// `a`, `a en b`, `a, b en c`; empty for nothing.
  static func list(_ parts: [LocalizedText]) -> LocalizedText {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? LocalizedText("") }
    let head = parts.dropLast()
    return LocalizedText(
      nl: head.map(\.nl).joined(separator: ", ") + " en " + last.nl,
      en: head.map(\.en).joined(separator: ", ") + " and " + last.en)
  }
}
