import Model

/// What sort of thing stands in the place of a key, by its shape alone.
struct KeyShape {
  private let bytes: [UInt8]
  private let folded: [UInt8]
  /// The letters and digits, folded, without what stands between them.
  private let squashed: [UInt8]
  /// The runs of letters as written, and folded.
  private let letters, words: [[UInt8]]
  private let hasDigit: Bool

  /// - Parameter bytes: As it is seen, without blanks around it.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    folded = bytes.withUnsafeBufferPointer { FoldedText.folded($0) }
    if bytes.allSatisfy({ $0 < 0x80 }) {
      squashed = folded.filter { Self.isLetter($0) || Self.isDigit($0) }
      letters = bytes.split { !Self.isLetter($0) }.map(Array.init)
      words = folded.split { !Self.isLetter($0) }.map(Array.init)
      hasDigit = bytes.contains(where: Self.isDigit)
    } else {
      let (text, lower) = (String(decoding: bytes, as: UTF8.self), String(decoding: folded, as: UTF8.self))
      squashed = Array(lower.filter { $0.isLetter || $0.isNumber }.utf8)
      letters = text.split { !$0.isLetter }.map { Array($0.utf8) }
      words = lower.split { !$0.isLetter }.map { Array($0.utf8) }
      hasDigit = text.contains { $0.isNumber }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Why this is no key; nil when it may be one.
  /// - Parameter fits: Whether a pattern of the source lets it through. What is damaged or says that there is no key is a
  ///   problem all the same.
  func problem(fits: Bool) -> KeyProblem? {
    if isTotal { return .total }
    if isError { return .errorValue }
    if isMissing { return .missingWord }
    if KeyWords.answers.contains(squashed) { return .answer }
    if isScientific(fits: fits) { return .scientific }
    if squashed.starts(with: Array("bsn".utf8)) && hasDigit { return .identityNumber }
    guard !fits else { return nil }
    if isMoment { return .date }
    return isName ? .name : nil
  }

  /// `1.234`, `12.345.678`: as a spreadsheet shows a quantity.
  var hasThousands: Bool {
    let groups = bytes.split(omittingEmptySubsequences: false) { ".,' ".utf8.contains($0) }
    return groups.count > 1 && (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
      && groups.allSatisfy(Self.isDigits)
  }

  private static func isDigits(_ bytes: some Collection<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy(isDigit)
  }

  // MARK: No key at all

  private var isTotal: Bool {
    if KeyWords.totals.contains(squashed) || words.first.map(KeyWords.totalStarts.contains) == true { return true }
    return !hasDigit && words.contains(where: KeyWords.totalStarts.contains)
  }

  private var isError: Bool {
    guard bytes.first == UInt8(ascii: "#") else {
      return squashed.starts(with: Array("err".utf8)) && bytes.contains(0x3A)
    }
    if bytes.count > 1, bytes.allSatisfy({ $0 == UInt8(ascii: "#") }) { return true }
    return bytes.last == UInt8(ascii: "!") || bytes.last == UInt8(ascii: "?") || !hasDigit && !squashed.isEmpty
  }

  private var isMissing: Bool {
    if squashed.isEmpty || squashed.allSatisfy({ $0 == 0x30 }) { return true }
    if bytes[0] == UInt8(ascii: "-"), Self.isDigits(bytes.dropFirst()) { return true }
    if KeyWords.missing.contains(squashed) { return true }
    guard !hasDigit, let first = words.first else { return false }
    return KeyWords.missingStarts.contains(first)
      || squashed.count > 1 && Set(squashed).count == 1 && squashed[0] == UInt8(ascii: "x")
  }

  // MARK: Damage

  /// A mantissa with a comma or point, or an exponent with a sign; without either one digit and at most three of
  /// exponent, as numbers above 1E308 there are none.
  private func isScientific(fits: Bool) -> Bool {
    let compact = folded.filter { $0 != 0x20 }
    let parts = compact.split(separator: UInt8(ascii: "e"), omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let mantissa = parts[0].drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    let hasSign = parts[1].first == UInt8(ascii: "+") || parts[1].first == UInt8(ascii: "-")
    let exponent = parts[1].dropFirst(hasSign ? 1 : 0)
    let numbers = mantissa.split(omittingEmptySubsequences: false) { ".,".utf8.contains($0) }
    guard (1...2).contains(numbers.count), numbers.allSatisfy(Self.isDigits), Self.isDigits(exponent) else {
      return false
    }
    return hasSign || numbers.count == 2 || !fits && mantissa.count == 1 && exponent.count <= 3
  }

  private var isMoment: Bool {
    if CalendarDay(text: bytes.span, order: .either) != nil { return true }
    let parts = folded.split { !(0x30...0x39).contains($0) && !(0x61...0x7A).contains($0) }
    if folded.contains(UInt8(ascii: ":")) {
      return (2...7).contains(parts.count) && parts.allSatisfy { Self.isDigits($0) && $0.count <= 4 }
    }
    // `3-mrt`, `mrt-24`, `3-mrt-2024`.
    let months = parts.count { KeyWords.months.contains(Array($0)) }
    return months == 1 && (2...3).contains(parts.count)
      && parts.count { Self.isDigits($0) && $0.count <= 4 } == parts.count - 1
      || isShortDay
  }

  /// `1-3-24`: a day with two digits of a year, or `1/3`.
  private var isShortDay: Bool {
    let parts = bytes.split(omittingEmptySubsequences: false) { $0 == 0x2F || $0 == 0x2D }
    guard parts.count == 3, parts.allSatisfy({ Self.isDigits($0) && $0.count <= 2 }) else { return false }
    let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    return numbers.count == 3 && CalendarDay(year: 2000 + numbers[2], month: numbers[1], day: numbers[0]) != nil
  }

  /// Letters without a digit, more than one: initials are shared by many; and with digits where two words begin with a
  /// capital.
  private var isName: Bool {
    if bytes.contains(UInt8(ascii: "@")) { return true }
    let long = letters.map { String(decoding: $0, as: UTF8.self) }.filter { $0.count >= 2 }
    if !hasDigit { return !long.isEmpty || letters.count >= 2 }
    guard long.count >= 2 else { return false }
    return long.count { $0.count >= 3 && $0.first?.isUppercase == true && $0.dropFirst().allSatisfy(\.isLowercase) }
      >= 2
  }
}

/// Words that are no keys, folded and squashed: letters and digits alone.
enum KeyWords {
  private static func squashed(_ words: [String]) -> Set<[UInt8]> {
    Set(
      words.map { word in
        Array(String(decoding: FoldedText.folded(word), as: UTF8.self).filter { $0.isLetter || $0.isNumber }.utf8)
      })
  }

  /// What people and programs write where there is nothing; beside the words of `ColumnTerms`.
  static let missing = squashed(
    ColumnTerms.missingWords.flatMap(\.words) + ColumnTerms.emptySetWords + [
      "onb", "leeg", "blanco", "ontbreekt", "geen", "nnb", "nog niet bekend", "nader te bepalen", "anoniem", "naamloos",
      "nihil", "nul", "empty", "blank", "missing", "anonymous", "unk", "na", "n/a", "tbd", "tba", "null", "nil", "nan",
      "none", "undefined", "inf", "infinity", "void", "idem", "ditto", "zie boven",
    ])

  /// A text without a digit that begins with one of these says that there is no number.
  static let missingStarts = squashed([
    "onbekend", "onbekende", "unknown", "geen", "no", "none", "niet", "not", "ontbreekt", "missing", "anoniem",
    "anonymous",
    "nog",
  ])

  static let totals = squashed([
    "som", "sum", "aantal", "count", "gemiddelde", "gemiddeld", "average", "mean", "optelling", "samen", "alle", "all",
    "alles", "allen",
  ])
  static let totalStarts = squashed([
    "totaal", "totalen", "total", "totals", "subtotaal", "subtotalen", "subtotal", "subtotals", "eindtotaal",
    "totaalrij", "totaaltelling",
  ])

  static let answers = squashed(["waar", "onwaar", "true", "false", "ja", "nee", "yes"])
  static let months = squashed([
    "jan", "feb", "mrt", "mar", "apr", "mei", "may", "jun", "jul", "aug", "sep", "sept", "okt", "oct", "nov", "dec",
    "januari", "februari", "maart", "april", "juni", "juli", "augustus", "september", "oktober", "november", "december",
    "january", "february", "march", "june", "july", "august", "october",
  ])
}
