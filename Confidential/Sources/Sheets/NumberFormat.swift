/// A number format of a workbook: what it makes of a number, and what a cell with it shows.
struct NumberFormat: Sendable {
  let kind: NumberKind
  /// Digits and the signs between them, where the format makes more of a whole number than the number itself.
  private let mask: [MaskPart]
  /// How it prints numbers; nil where it says nothing of decimals.
  let printed: PrintedFormat?
  /// Whether a date is shown with its day, and with its month.
  let (showsDay, showsMonth): (Bool, Bool)

  private enum MaskPart: Equatable, Sendable {
    case literal(UInt8)
    /// `0`: a digit, or a zero where there is none.
    case digit
    /// `#` or `?`: a digit, or nothing.
    case optional
  }

  static let plain = NumberFormat(builtIn: 0)

  init(builtIn id: Int) {
    (kind, mask) = (NumberKind(builtIn: id), [])
    printed = PrintedFormat(builtIn: id)
    (showsDay, showsMonth) = (id != 17, true)
  }

  init(code: String) {
    kind = NumberKind(formatCode: code)
    mask = kind == .number ? Self.mask(of: code) : []
    printed = kind == .number || kind == .percentage ? PrintedFormat(code: code) : nil
    let letters = NumberKind.letters(ofFirstSection: code.lowercased())
    (showsDay, showsMonth) = (letters.contains("d"), letters.contains("m"))
  }

  /// The part of an ISO date that is seen: `2019`, `2019-03` or all of it.
  func shown(ofDate text: String) -> String {
    showsDay || text.utf8.count != 10 ? text : String(text.prefix(showsMonth ? 7 : 4))
  }

  /// What a cell with a whole number of 0 or more shows; nil where that is the number itself.
  func shown(_ digits: [UInt8]) -> [UInt8]? {
    guard !mask.isEmpty, digits.first != UInt8(ascii: "-") else { return nil }
    var shown: [UInt8] = []
    var rest = digits == [UInt8(ascii: "0")] ? [] : digits
    let first = mask.firstIndex { $0 == .digit || $0 == .optional }
    for (place, part) in mask.enumerated().reversed() {
      switch part {
      case .literal(let sign): shown.append(sign)
      case .digit: shown.append(rest.popLast() ?? UInt8(ascii: "0"))
      case .optional: if let digit = rest.popLast() { shown.append(digit) }
      }
      if place == first { while let digit = rest.popLast() { shown.append(digit) } }
    }
    shown.reverse()
    return shown == digits ? nil : shown
  }

  /// The digits and signs of the first section, where they put zeros or letters before a number; empty for formats with
  /// decimals, thousands, powers or parts of a day, which programs show by the habits of a country.
  private static func mask(of code: String) -> [MaskPart] {
    var mask: [MaskPart] = []
    var rest = code[...]
    while let sign = rest.popFirst() {
      switch sign {
      case ";": rest = ""
      case "0": mask.append(.digit)
      case "#", "?": mask.append(.optional)
      case "\"":
        mask += rest.prefix { $0 != "\"" }.utf8.map { .literal($0) }
        rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\": if let next = rest.popFirst() { mask += String(next).utf8.map { .literal($0) } }
      // A blank as wide as the next sign, or the next sign until the cell is full.
      case "_", "*": _ = rest.popFirst()
      // A colour, a condition or a currency.
      case "[": rest = rest.drop { $0 != "]" }.dropFirst()
      case "-", "+", "(", ")", " ", ":", "!", "^", "&", "~", "{", "}", "=", "<", ">", "$":
        mask += [.literal(sign.asciiValue ?? 0x20)]
      default: return []
      }
    }
    guard let first = mask.firstIndex(where: { $0 == .digit || $0 == .optional }) else { return [] }
    let hasPrefix = mask[..<first].contains { part in
      if case .literal(let sign) = part { sign | 0x20 >= 0x61 && sign | 0x20 <= 0x7A } else { false }
    }
    return hasPrefix || mask.count { $0 == .digit } > 1 ? mask : []
  }
}

/// What a number format makes of a number.
package enum NumberKind: Sendable {
  case number
  case percentage
  case date
  case time
  case dateAndTime

  /// The formats that every program knows by number (ISO 29500-1, 18.8.30), East Asian dates included.
  package init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percentage
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32...35, 45...47, 55, 56: self = .time
    case 22: self = .dateAndTime
    default: self = .number
    }
  }

  /// Reads a format code such as `dd/mm/yyyy hh:mm;@`: the letters of its first section outside quotes, brackets
  /// and escapes. Brackets count when they hold a duration: `[h]`, `[mm]`, `[ss]`.
  ///
  /// A code that is a word with other letters than those of days and times is no date: the word for `General` in the
  /// language of a program that writes it so. Dutch programs write `j` for a year and `u` for an hour.
  package init(formatCode: String) {
    let letters = Self.letters(ofFirstSection: formatCode.lowercased())
    let hasTime = !letters.isDisjoint(with: "hsu")
    let hasDate = !letters.isDisjoint(with: "dyj") || letters.contains("m") && !hasTime
    let isWord = letters.allSatisfy(\.isLetter) && letters.contains { !"dmyjhusebgap".contains($0) }
    switch (hasDate, hasTime) {
    case _ where isWord || !(hasDate || hasTime): self = letters.contains("%") ? .percentage : .number
    case (true, true): self = .dateAndTime
    case (true, false): self = .date
    default: self = .time
    }
  }

  /// The signs outside quotes, brackets and escapes, up to the first semicolon.
  fileprivate static func letters(ofFirstSection code: String) -> Set<Character> {
    var letters = Set<Character>()
    var rest = code[...]
    while let sign = rest.popFirst(), sign != ";" {
      switch sign {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "[":
        let content = rest.prefix { $0 != "]" }
        if content.allSatisfy({ "hmsu".contains($0) }) { letters.formUnion(content) }
        rest = rest.dropFirst(content.count).dropFirst()
      case "\\", "_", "*": _ = rest.popFirst()
      default: letters.insert(sign)
      }
    }
    return letters
  }
}
