/// What a cell of a published table holds.
enum PrintedNumber: Equatable {
  /// A number, with the decimals that were printed and what was taken off it.
  case number(value: Double, decimals: Int, remarks: Set<Remark>)
  /// Between two numbers: `<5` is a count from 0 to 4.
  case between(ClosedRange<Double>)
  /// A sign for *no number*: withheld, unknown, not applicable.
  case mark
  case empty
  /// Digits that could be two numbers: `1.234` where nothing tells which mark is the decimal one.
  case ambiguous
  /// Anything else.
  case text

  enum Remark: Hashable {
    /// `1 200`, `9,802`
    case grouped
    /// `500*`
    case footnote
    /// `12%`
    case percent
    /// `1,5` where numbers are written with a point elsewhere
    case comma
    /// `(5)` for -5
    case accounting
  }

  var value: Double? { if case .number(let value, _, _) = self { value } else { nil } }

  /// Whether it is what stands in the body of a table rather than in a head or a title.
  var isData: Bool {
    switch self {
    case .number, .between, .ambiguous: true
    case .mark, .empty, .text: false
    }
  }
}

extension PrintedNumber {
  /// Signs that offices print for a number that they do not give, as far as they are no number in any language.
  private static let marks: Set<String> = [
    "x", "xx", "xxx", ".", "..", "...", "…", ":", "-", "--", "–", "—", "−", "*", "**", "~", "c", "s", "u", "z", "k",
    "w", "n", "/",
    "na", "n/a", "n.a.", "n.v.t.", "nvt", "nd", "n.d.", "np", "n.p.", "null", "nan", "none", "nil", "[x]", "[c]", "[z]",
    "[u]", "[low]", "[w]", "[n]", ":c", ":u", "#", "?", "ns", "supp", "suppressed",
  ]

  /// Reads what is printed in a cell, in the notation of its table.
  static func read(_ text: String, _ notation: NumberNotation = .plain) -> PrintedNumber {
    var rest = text.trimmed
    if rest.isEmpty { return .empty }
    if marks.contains(rest.lowercased()) { return .mark }
    if let limit = limit(rest, notation) { return limit }
    var remarks: Set<Remark> = []
    if rest.hasPrefix("("), rest.hasSuffix(")"), rest.count > 2 {
      rest = "-" + String(rest.dropFirst().dropLast())
      remarks.insert(.accounting)
    }
    rest = withoutCurrency(rest)
    let isNegative = rest.first.map { "-−–".contains($0) } ?? false
    if isNegative || rest.hasPrefix("+") { rest = String(rest.dropFirst()).trimmed }
    if let number = scientific(rest, isNegative, notation) { return number }
    let cut = rest.firstIndex { !($0.isDigit || ".,'’ \u{A0}\u{202F}\u{2009}".contains($0)) } ?? rest.endIndex
    var (digits, tail) = (String(rest[..<cut]).trimmed, String(rest[cut...]).trimmed)
    if tail.hasPrefix("%") {
      remarks.insert(.percent)
      tail = String(tail.dropFirst()).trimmed
    }
    guard digits.first?.isDigit == true || (digits.count > 1 && digits.first.map { ".,".contains($0) } == true),
      digits.contains(where: \.isDigit)
    else { return .text }
    if !tail.isEmpty {
      guard isFootnote(tail) else { return .text }
      remarks.insert(.footnote)
    }
    while let last = digits.last, !last.isDigit { digits.removeLast() }
    return number(digits, isNegative, remarks, notation)
  }

  /// `<5`, `≤ 5`, `>100`
  private static func limit(_ text: String, _ notation: NumberNotation) -> PrintedNumber? {
    guard let sign = text.first, "<>≤≥".contains(sign) else { return nil }
    var rest = String(text.dropFirst()).trimmed
    let isIncluded = "≤≥".contains(sign) || rest.hasPrefix("=")
    if rest.hasPrefix("=") { rest = String(rest.dropFirst()).trimmed }
    guard case .number(let value, let decimals, _) = read(rest, notation), value >= 0 else { return nil }
    let step = isIncluded ? 0 : Printed.unit(decimals)
    if "<≤".contains(sign) { return value >= step ? .between(0...(value - step)) : nil }
    return .between((value + step)...(.infinity))
  }

  /// `4e+06`, `-7.5E-04`: as programs write what is very large or small.
  private static func scientific(_ text: String, _ isNegative: Bool, _ notation: NumberNotation) -> PrintedNumber? {
    guard let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) else { return nil }
    let (head, tail) = (text[..<mark], text[text.index(after: mark)...])
    let power = tail.drop { "+-−".contains($0) }
    let isSaid = power.count < tail.count || head.contains { !$0.isDigit }
    guard isSaid, tail.count - power.count <= 1, (1...3).contains(power.count), power.allSatisfy(\.isDigit),
      head.first?.isDigit == true, head.allSatisfy({ $0.isDigit || $0 == "." || $0 == "," }),
      case .number(let value, let decimals, let remarks) = number(String(head), isNegative, [], notation),
      let size = Int(power)
    else { return nil }
    let exponent = "-−".contains(tail.first ?? " ") ? -size : size
    guard let scaled = Double("\(value)e\(exponent)"), scaled.isFinite else { return nil }
    return .number(value: scaled, decimals: max(0, decimals - exponent), remarks: remarks)
  }

  static func withoutCurrency(_ text: String) -> String {
    String(text.drop { $0.isCurrencySymbol || $0 == " " || $0 == "\u{A0}" }.trimmedSlice)
  }

  /// A sign, a raised figure, something in brackets, or one or two letters: what stands behind a number to say something
  /// about it.
  static func isFootnote(_ tail: String) -> Bool {
    if (tail.hasPrefix("(") && tail.hasSuffix(")")) || (tail.hasPrefix("[") && tail.hasSuffix("]")) { return true }
    if tail.allSatisfy({ "*†‡§¶#^~°¹²³⁴⁵⁶⁷⁸⁹⁰,)".contains($0) }) { return true }
    let letters = tail.hasSuffix(")") ? tail.dropLast() : tail[...]
    return (1...2).contains(letters.count) && letters.allSatisfy { ("a"..."z").contains($0) }
  }

  private static func number(
    _ digits: String, _ isNegative: Bool, _ remarks: Set<Remark>, _ notation: NumberNotation
  ) -> PrintedNumber {
    var remarks = remarks
    let spaces = digits.filter { !$0.isDigit && $0 != "." && $0 != "," }
    var plain = digits
    if !spaces.isEmpty {
      guard isGrouped(digits, by: { !$0.isDigit && $0 != "." && $0 != "," }) else { return .text }
      plain = digits.filter { $0.isDigit || $0 == "." || $0 == "," }
      remarks.insert(.grouped)
    }
    let marks = plain.filter { $0 == "." || $0 == "," }
    var decimal = notation.decimal
    if let last = marks.last {
      // Written otherwise than the rest of its table, but in one way only.
      if let own = NumberNotation(of: [plain]).decimal { decimal = own }
      // With several marks it would have been a number, and is a date.
      guard let decimal else { return marks.count == 1 ? .ambiguous : .text }
      let group: Character = decimal == "." ? "," : "."
      if plain.contains(group) {
        let head = plain.prefix { $0 != decimal }
        guard isGrouped(String(head), by: { $0 == group }) else { return .text }
        plain = plain.filter { $0 != group }
        remarks.insert(.grouped)
      }
      if last == ",", decimal == "," { remarks.insert(.comma) }
      plain = String(plain.map { $0 == decimal ? "." : $0 })
    }
    guard let value = Double(plain.hasPrefix(".") ? "0" + plain : plain), value.isFinite else { return .text }
    let decimals = plain.firstIndex(of: ".").map { plain[plain.index(after: $0)...].count } ?? 0
    return .number(value: isNegative ? -value : value, decimals: decimals, remarks: remarks)
  }

  /// One to three digits, and then three after each mark.
  private static func isGrouped(_ text: String, by isMark: (Character) -> Bool) -> Bool {
    let head = text.prefix { $0 != "." || isMark($0) }
    let groups = head.split(omittingEmptySubsequences: false, whereSeparator: isMark)
    guard let first = groups.first, (1...3).contains(first.count) else { return false }
    return groups.dropFirst().enumerated().allSatisfy { index, group in
      group.count == 3 || (index == groups.count - 2 && group.contains(",") && group.prefix { $0 != "," }.count == 3)
    }
  }
}

extension StringProtocol {
  /// Without white space at either end.
  var trimmed: String { String(trimmedSlice) }

  var trimmedSlice: SubSequence {
    var slice = self[startIndex..<endIndex]
    while let first = slice.first, first.isWhitespace || first == "\u{FEFF}" { slice = slice.dropFirst() }
    while let last = slice.last, last.isWhitespace { slice = slice.dropLast() }
    return slice
  }
}

extension Character {
  /// 0 to 9, and no digit of another script or raised one.
  var isDigit: Bool { ("0"..."9").contains(self) }
}
