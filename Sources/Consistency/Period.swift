internal import Model

/// The time a cell is about: `2015`, `2015-2019`, `2018 en 2019`, a school or book year `2019/20`, or a part of a year.
struct Period: Hashable, Comparable {
  /// In order; none for a part of a year that is not named, such as *Q1*.
  let years: [Int]
  /// Nil for whole years.
  let part: PeriodPart?
  /// From somewhere in the first year to somewhere in the second: `2019/20`.
  let isSplit: Bool

  /// Reads whole years: `2015`, `2015-2019` (every year in between) and `2018 en 2019` (those alone); nil for any other
  /// text.
  ///
  /// Years that run backwards, `2019-2015`, are taken for those two alone. `PeriodReading` reads parts of years too.
  init?(_ text: String) {
    let words = text.split { $0 == "-" || $0 == "\u{2013}" || $0 == " " }.map(String.init)
    let numbers = words.compactMap(Period.year)
    let others = words.filter { Period.year($0) == nil }
    switch numbers.count {
    case 1 where others.isEmpty: years = numbers
    case 2 where others.isEmpty && numbers[0] < numbers[1]: years = Array(numbers[0]...numbers[1])
    case 2... where others.allSatisfy({ ["en", "and"].contains($0) }) && Set(numbers).count == numbers.count:
      years = numbers.sorted()
    default: return nil
    }
    (part, isSplit) = (nil, false)
  }

  /// Runs of digits in a name that are a year or begin with one: `2016` of `fig-2016`, `201617` of `fig-201617`.
  static func digits(in name: String) -> [Substring] {
    name.split { !$0.isNumber }.filter { run in
      run.count >= 4 && run.count <= 8 && Period.year(String(run.prefix(4))) != nil
    }
  }

  init(years: [Int]) { (self.years, part, isSplit) = (years.sorted(), nil, false) }

  /// A part of a year, or of one that is not named.
  init(_ part: PeriodPart, of year: Int?) { (years, self.part, isSplit) = (year.map { [$0] } ?? [], part, false) }

  /// The school or book year that begins in a year.
  init(splitFrom year: Int) { (years, part, isSplit) = ([year, year + 1], nil, true) }

  /// Four digits from 1900 to 2100: what statistics of our time are about, and hardly ever a count.
  static func year(_ text: String) -> Int? {
    guard text.utf8.count == 4, let number = Int(text), (1900...2100).contains(number) else { return nil }
    return number
  }

  var isSingleYear: Bool { years.count == 1 && part == nil }

  /// Whether it begins and ends with a year.
  var isWholeYears: Bool { part == nil && !isSplit }

  /// Whether it is two whole years or more.
  var isSeveralYears: Bool { years.count > 1 && !isSplit }

  /// Whether the year of a part is not named.
  var isBare: Bool { years.isEmpty && part != nil }

  func contains(_ other: Period) -> Bool {
    if self == other { return true }
    if isSplit { return false }
    guard let part else { return Set(years).isSuperset(of: other.years) && !(years.isEmpty && other.isBare) }
    guard years == other.years, let inner = other.part else { return false }
    return part.contains(inner)
  }

  /// The same part of the named year.
  func during(_ year: Period) -> Period? {
    guard isBare, let part, year.isSingleYear else { return nil }
    return Period(part, of: year.years.first)
  }

  /// The year, quarter or month before; nil where that is not one period of the same length.
  var before: Period? {
    guard let first = years.first else { return nil }
    if isSplit { return Period(splitFrom: first - 1) }
    guard let part else { return isSingleYear ? Period(years: [first - 1]) : nil }
    if let same = part.before { return Period(same, of: first) }
    return part.last.map { Period($0, of: first - 1) }
  }

  static func < (left: Period, right: Period) -> Bool {
    if left.years != right.years { return left.years.lexicographicallyPrecedes(right.years) }
    if left.isSplit != right.isSplit { return right.isSplit }
    return (left.part?.order ?? []).lexicographicallyPrecedes(right.part?.order ?? [])
  }

  /// `2015`, `2015-2019`, `2019/20`, `2023 Q1` or, where years are missing in between, `2015 en 2017`; empty without years.
  var printed: LocalizedText {
    guard let first = years.first, let last = years.last else { return part?.printed ?? LocalizedText("") }
    if let part { return LocalizedText("\(first) ") + part.printed }
    if isSplit { return LocalizedText("\(first)/\(last % 100 < 10 ? "0" : "")\(last % 100)") }
    if first == last { return LocalizedText("\(first)") }
    if years.count == last - first + 1 { return LocalizedText("\(first)-\(last)") }
    let all = years.map(String.init)
    return LocalizedText(nl: all.joined(separator: " en "), en: all.joined(separator: " and "))
  }
}
