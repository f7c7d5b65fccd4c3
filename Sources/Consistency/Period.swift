internal import Model

/// The years a cell is about: `2015`, `2015-2019` or `2018 en 2019`.
struct Period: Hashable, Comparable {
  /// In order, at least one.
  let years: [Int]

  /// Reads `2015`, `2015-2019` (every year in between) and `2018 en 2019` (those alone); nil for any other text.
  ///
  /// Years that run backwards, `2019-2015`, are taken for those two alone.
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
  }

  /// Runs of digits in a name that are a year or begin with one: `2016` of `fig-2016`, `201617` of `fig-201617`.
  static func digits(in name: String) -> [Substring] {
    name.split { !$0.isNumber }.filter { run in
      run.count >= 4 && run.count <= 8 && Period.year(String(run.prefix(4))) != nil
    }
  }

  init(years: [Int]) { self.years = years.sorted() }

  /// Four digits from 1900 to 2100: what statistics of our time are about, and hardly ever a count.
  private static func year(_ text: String) -> Int? {
    guard text.utf8.count == 4, let number = Int(text), (1900...2100).contains(number) else { return nil }
    return number
  }

  var isSingleYear: Bool { years.count == 1 }

  func contains(_ other: Period) -> Bool { Set(years).isSuperset(of: other.years) }

  static func < (left: Period, right: Period) -> Bool { left.years.lexicographicallyPrecedes(right.years) }

  /// `2015`, `2015-2019` or, where years are missing in between, `2015 en 2017`; empty without years.
  var printed: LocalizedText {
    guard let first = years.first, let last = years.last else { return LocalizedText("") }
    if first == last { return LocalizedText("\(first)") }
    if years.count == last - first + 1 { return LocalizedText("\(first)-\(last)") }
    let all = years.map(String.init)
    return LocalizedText(nl: all.joined(separator: " en "), en: all.joined(separator: " and "))
  }
}
