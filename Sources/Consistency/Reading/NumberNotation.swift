/// How a table writes its numbers.
struct NumberNotation: Equatable {
  /// `.` or `,`; nil while nothing tells.
  var decimal: Character?

  static let plain = NumberNotation(decimal: ".")

  init(decimal: Character?) { self.decimal = decimal }

  /// The notation that a column or table shows: a mark that is followed by other than three digits, or stands behind
  /// another mark, is the decimal one; a mark that stands twice in a number is not.
  ///
  /// Only what is a number by itself tells: no `1. Quartal`, and no date.
  init(of texts: some Sequence<String>) {
    var (votes, repeated): ([Character: Int], Set<Character>) = ([:], [])
    let numerals = texts.compactMap(Numeral.init)
    for numeral in numerals {
      guard let decimal = numeral.decimal else { continue }
      votes[decimal, default: 0] += 1
      if numeral.repeatsMark { repeated.insert(decimal) }
    }
    let (points, commas) = (votes["."] ?? 0, votes[","] ?? 0)
    if points == commas {
      // A mark that parts thousands twice in one number is proven, one that seems to part decimals may be a slip.
      decimal = repeated.count == 1 ? repeated.first : points == 0 ? Self.decimalBesideGroups(numerals) : nil
    } else {
      decimal = points > commas ? "." : ","
    }
  }

  /// Four numbers or more, all with one mark and three digits behind it, and of one, two or three digits before it: decimals
  /// would not all be three, and numbers of things are of any length. So the mark parts thousands; unless as many large
  /// numbers have none.
  private static func decimalBesideGroups(_ numerals: [Numeral]) -> Character? {
    let marked = numerals.filter { !$0.marks.isEmpty }
    let marks = Set(marked.flatMap(\.marks))
    guard marked.count >= 4, Set(marked.map(\.before)).count > 1, marks.count == 1, let mark = marks.first,
      numerals.count(where: \.isLargeWithoutMarks) < marked.count
    else { return nil }
    return Self.other(mark)
  }

  /// The notation of a table in which every number with a mark has one, and three digits behind it.
  ///
  /// A column that has such numbers beside whole numbers of at most three digits counts things, and the mark parts
  /// thousands: decimals would stand behind all of its numbers. Years are left out. Two marks that each part thousands
  /// somewhere say nothing; where one does, the other is the decimal one.
  init(ofColumns columns: [[String]]) {
    var parting: Set<Character> = []
    decimal = nil
    for column in columns {
      let numbers = column.compactMap(Self.digits)
      let grouped = numbers.filter { $0.mark != nil }
      guard grouped.allSatisfy({ $0.behind == 3 && (1...3).contains($0.count - 3) }) else { return }
      let whole = numbers.filter { $0.mark == nil && !$0.isYear }
      let marks = Set(grouped.compactMap(\.mark))
      guard !whole.isEmpty, whole.allSatisfy({ $0.count <= 3 }), marks.count <= 1 else { continue }
      parting.formUnion(marks)
    }
    if parting.count == 1 { decimal = parting.first.map(Self.other) }
  }

  private static func other(_ mark: Character) -> Character { mark == "." ? "," : "." }

  /// The digits of a text that is nothing but a number with one mark at most.
  private static func digits(_ text: String) -> (count: Int, mark: Character?, behind: Int, isYear: Bool)? {
    let digits = text.filter(\.isDigit)
    let rest = text.filter { !$0.isDigit && !"*-−–+ ".contains($0) }
    guard !digits.isEmpty, rest.isEmpty || rest == "." || rest == "," else { return nil }
    let behind =
      rest.first.flatMap { mark in text.lastIndex(of: mark) }.map { text[$0...].filter(\.isDigit).count } ?? 0
    let isYear = digits.count == 4 && rest.isEmpty && (1500...2150).contains(Int(digits) ?? 0)
    return (digits.count, rest.first, behind, isYear)
  }
}

/// The digits and marks of a text that is a number by itself, before it is known what the marks mean.
private struct Numeral {
  /// The points and commas, in order.
  let marks: [Character]
  /// How many digits stand before the first mark.
  let before: Int
  /// The mark that can only be the decimal one; nil where either can be, or there is none.
  let decimal: Character?
  /// Four digits or more and nothing that parts them; no year.
  let isLargeWithoutMarks: Bool
  /// Whether a mark parts groups twice, so that it cannot be the decimal one.
  let repeatsMark: Bool

  /// - Returns: Nil for what is no number, or one only with words behind it.
  init?(_ text: String) {
    // Most cells are words, and are seen to be none by their bytes.
    guard text.utf8.count < 40, text.utf8.contains(where: { (48...57).contains($0) }) else { return nil }
    var rest = text.trimmedSlice.drop { "(<>≤≥= ".contains($0) }
    if let sign = rest.first, "-−–+".contains(sign) { rest = rest.dropFirst() }
    let plain = PrintedNumber.withoutCurrency(String(rest))
    let digits = plain.prefix { $0.isDigit || ".,'’ \u{A0}\u{202F}\u{2009}".contains($0) }
    let tail = String(plain.dropFirst(digits.count).drop { $0 == "%" || $0 == ")" }).trimmed
    guard digits.contains(where: \.isDigit), tail.isEmpty || PrintedNumber.isFootnote(tail),
      let end = digits.lastIndex(where: \.isDigit)
    else { return nil }
    let kept = digits[...end].filter { $0.isDigit || $0 == "." || $0 == "," }
    let pieces = kept.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    let marks = kept.filter { $0 == "." || $0 == "," }.map { $0 }
    let repeatsMark = marks.count > 1 && Set(marks).count == 1
    (self.marks, self.before, self.repeatsMark) = (marks, pieces[0].count, repeatsMark)
    isLargeWithoutMarks =
      marks.isEmpty && kept.count > 3 && digits[...end].allSatisfy(\.isDigit)
      && !(kept.count == 4 && (1500...2150).contains(Int(kept) ?? 0))
    guard let last = marks.last, let behind = pieces.last?.count else {
      decimal = nil
      return
    }
    let other: Character = last == "." ? "," : "."
    // Of several marks all but a last one of its own part groups of three: a date is no number.
    let groups = pieces.dropFirst().dropLast(repeatsMark ? 0 : 1)
    guard groups.allSatisfy({ $0.count == 3 }), marks.dropLast().allSatisfy({ $0 == marks[0] }) else { return nil }
    if repeatsMark {
      decimal = other
    } else if marks.contains(other) || behind != 3 || before > 3 || kept.first == "0" || before == 0 {
      decimal = last
    } else {
      decimal = nil
    }
  }
}
