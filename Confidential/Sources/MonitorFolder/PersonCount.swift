import Model

/// What stands in the column of counts of a table of lists.
///
/// Whole numbers by the one grammar of written numbers, `1205`, `1205.0`, `1e+05`; and
/// what a count lies between: `5-9`, `5..9`, `<5`. What can be read in two ways is asked: `1.205` is a thousand to a
/// Dutch reader and one and a fifth to an English one.
enum PersonCount: Equatable {
  case known(ClosedRange<Int>)
  case problem(LocalizedText, remedy: LocalizedText)

  /// No table of persons is larger than this.
  static let limit = 1_000_000_000

  init(_ text: String) {
    if let count = Self.whole(text) {
      self = count <= Self.limit ? .known(count...count) : Self.tooLarge
    } else if let range = Self.range(text) {
      self = range.upperBound <= Self.limit ? .known(range) : Self.tooLarge
    } else {
      self = Self.refusal(text)
    }
  }

  private static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// A number that does not fit is larger than any limit.
  private static func number(_ digits: some StringProtocol) -> Int { Int(digits) ?? .max }

  /// Nil for what is no whole number, and for what can be read in two ways: a list has no column to tell which.
  private static func whole(_ text: String) -> Int? {
    guard let written = WrittenNumber(text.lowercased()), !written.isNegative, written.decimals.isEmpty else {
      return nil
    }
    if case .ambiguous = written.form { return nil }
    return written.scaled(decimals: 0) ?? .max
  }

  private static func range(_ text: String) -> ClosedRange<Int>? {
    if text.hasPrefix("<") {
      let limit = text.dropFirst().drop { $0 == " " }
      guard isDigits(limit), number(limit) > 0 else { return nil }
      return 0...(number(limit) - 1)
    }
    let separator = text.contains("..") ? ".." : text.contains("–") ? "–" : "-"
    let parts = text.components(around: separator)
    guard parts.count == 2, parts.allSatisfy(isDigits) else { return nil }
    let (low, high) = (number(parts[0]), number(parts[1]))
    return low <= high ? low...high : nil
  }

  // MARK: Refusals

  private static func refusal(_ text: String) -> PersonCount {
    if text.isEmpty || text.hasPrefix("<") || ["*", ".", "x", "-", ".."].contains(text.lowercased()) {
      return .problem(
        LocalizedText(nl: "het aantal is onderdrukt of leeg.", en: "the count is suppressed or empty."),
        remedy: LocalizedText(
          nl: "Geef het werkelijke aantal, of waar het tussen ligt, zoals 1-4 of <5.",
          en: "Give the real count, or what it lies between, as 1-4 or <5."))
    }
    guard let written = WrittenNumber(text.lowercased()) else {
      return .problem(
        LocalizedText(nl: "hier staat geen aantal.", en: "this is not a count."),
        remedy: LocalizedText(nl: "Verbeter de cel.", en: "Correct the cell."))
    }
    if written.isNegative {
      return .problem(
        LocalizedText(nl: "een aantal personen is niet negatief.", en: "a number of persons is not negative."),
        remedy: LocalizedText(nl: "Verbeter de cel.", en: "Correct the cell."))
    }
    if case .ambiguous = written.form {
      return .problem(
        LocalizedText(
          nl: "`\(text)` is op twee manieren te lezen: als duizendtallen en als breuk.",
          en: "`\(text)` can be read in two ways: as thousands and as a fraction."),
        remedy: LocalizedText(
          nl: "Schrijf het aantal zonder punt of komma.", en: "Write the count without a point or comma."))
    }
    return .problem(
      LocalizedText(nl: "een aantal personen is een geheel getal.", en: "a number of persons is a whole number."),
      remedy: LocalizedText(
        nl: "Gebruik geen gewogen of afgeleide aantallen.", en: "Do not use weighted or derived counts."))
  }

  private static let tooLarge = PersonCount.problem(
    LocalizedText(nl: "het aantal is groter dan \(limit).", en: "the count is larger than \(limit)."),
    remedy: LocalizedText(nl: "Verbeter de cel.", en: "Correct the cell."))
}

extension String {
  /// The texts before and behind each occurrence of a separator, spaces around them left out.
  fileprivate func components(around separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false).map { part in
      let start = part.drop { $0 == " " }
      return start.prefix(upTo: start.lastIndex { $0 != " " }.map { start.index(after: $0) } ?? start.startIndex)
    }
  }
}
