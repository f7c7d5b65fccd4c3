/// The periods that labels of one dimension stand for.
///
/// Labels are read together: what `2009-10` means shows beside `2009-09` or `2018-19`, and `Q1` is a quarter beside others.
struct PeriodReading {
  private var periods: [String: Period] = [:]
  /// Whether most labels are periods, totals left out.
  private(set) var isTime = false

  init(_ labels: some Collection<String>) {
    var (shapes, bare, early): ([String: Period], [String: Period], [String: Period]) = ([:], [:], [:])
    var others: [String] = []
    for label in labels where !label.isEmpty {
      let text = Self.withoutMarks(label)
      if let shape = Self.short(text) {
        shapes[label] = Period(splitFrom: shape.year)
      } else if let period = PeriodWords.period(in: text) {
        if period.isBare { bare[label] = period } else { periods[label] = period }
      } else if let year = Self.early(text) {
        early[label] = Period(years: [year])
      } else {
        others.append(label)
      }
    }
    if early.count + periods.count > others.count, !periods.isEmpty || early.count >= Self.leastOfEarly {
      periods.merge(early) { first, _ in first }
    } else {
      others += early.keys.sorted()
    }
    guard shapes.count + bare.count + periods.count > 0 else { return }
    settleShort(shapes)
    settleChains()
    // A letter and a digit, or a word that is also a name, is a part of a year only among others.
    let found = periods.count + bare.count
    let all = 5 * found < others.count ? found + others.count : found + others.count { !Label($0).isWhole }
    if bare.count > 1, 3 * found >= 2 * all { periods.merge(bare) { first, _ in first } }
    isTime = !periods.isEmpty && 10 * periods.count >= 7 * all
  }

  /// So many numbers of four digits are years of long ago where nothing else is a year. A decision.
  private static let leastOfEarly = 10

  /// Four digits that are a year of long ago beside others.
  private static func early(_ text: String) -> Int? {
    guard text.utf8.count == 4, text.utf8.allSatisfy({ (48...57).contains($0) }), let year = Int(text) else {
      return nil
    }
    return (1000..<1900).contains(year) ? year : nil
  }

  /// What a label stands for; nil for no period.
  subscript(_ label: String) -> Period? { periods[label] }

  var isEmpty: Bool { periods.isEmpty }

  /// Signs behind a period that say something of it: `2023*`, `2023 (p)`, `2023¹`.
  static func withoutMarks(_ label: String) -> String {
    var text = label.trimmedSlice
    if let bracket = text.firstIndex(of: "("), bracket > text.startIndex { text = text[..<bracket].trimmedSlice }
    while let last = text.last, "*¹²³⁴⁵⁶⁷⁸⁹⁰".contains(last) { text = text.dropLast() }
    return String(text.trimmedSlice)
  }

  /// `2009-10`, `200910`: a month, or a year that ends in the next.
  private static func short(_ text: String) -> (year: Int, rest: Int)? {
    let parts = text.split { $0 == "-" || $0 == "\u{2013}" }.map(String.init)
    let joined = parts.count == 2 ? parts : [String(text.prefix(4)), String(text.dropFirst(4))]
    guard text.utf8.count <= 9, joined.count == 2, joined[1].utf8.count == 2, joined[1].allSatisfy(\.isDigit),
      parts.count == 2 || text.allSatisfy(\.isDigit), let year = Period.year(joined[0]), let rest = Int(joined[1])
    else { return nil }
    return (year, rest)
  }

  /// All years that end in the next, or all months, or ranges of years.
  private mutating func settleShort(_ shapes: [String: Period]) {
    let read = shapes.keys.compactMap { label in
      Self.short(Self.withoutMarks(label)).map { (label: label, year: $0.year, rest: $0.rest) }
    }
    guard !read.isEmpty else { return }
    let isSplit = read.allSatisfy { ($0.year + 1) % 100 == $0.rest }
    let isMonth = !isSplit && read.allSatisfy { (1...12).contains($0.rest) }
    for (label, year, rest) in read {
      if isSplit || !isMonth && (year + 1) % 100 == rest {
        periods[label] = Period(splitFrom: year)
      } else if isMonth {
        periods[label] = Period(.month(rest), of: year)
      } else if label.contains(where: { $0 == "-" || $0 == "\u{2013}" }), rest > year % 100 {
        periods[label] = Period(years: Array(year...(year - year % 100 + rest)))
      }
    }
  }

  /// Two years that each begin with the year in which another pair ends are school or book years, and no ranges.
  private mutating func settleChains() {
    let pairs = periods.filter { $0.value.isSeveralYears && $0.value.years.count == 2 }
    let starts = Set(pairs.values.compactMap(\.years.first))
    guard pairs.values.contains(where: { starts.contains($0.years[1]) && $0.years[1] == $0.years[0] + 1 }) else {
      return
    }
    for (label, period) in pairs where period.years[1] == period.years[0] + 1 {
      periods[label] = Period(splitFrom: period.years[0])
    }
  }
}
