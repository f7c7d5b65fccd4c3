/// Which first rows of numbers are a head: years, counters, classes.
extension SheetLayout {
  /// Several texts below a head of numbers, and none of them a number.
  static func isHeadOfWords(_ row: Int, _ grid: SheetGrid, _ kinds: [[PrintedNumber]]) -> Bool {
    grid.filled(row).count > 1 && !kinds[row].contains { $0.isData || $0 == .mark }
  }

  /// Texts over numbers in a first row, with classes among them that could be read as numbers: `<10k`, `10-20k`.
  static func isHeadOfClasses(_ row: Int, _ body: [Int], _ grid: SheetGrid, _ kinds: [[PrintedNumber]]) -> Bool {
    guard row == 0 || grid.filled(row - 1).count < 2 else { return false }
    let below = body.dropFirst().prefix(6)
    let columns = grid.filled(row).dropFirst().filter { column in
      below.contains { column < kinds[$0].count && kinds[$0][column].isData }
    }
    let texts = columns.count { kinds[row][$0] == .text }
    return texts > 1 && 2 * texts > columns.count
  }

  /// Years, or whole numbers that go up by one from column to column, above other numbers.
  static func isHeadOfNumbers(
    _ row: Int, _ body: [Int], _ grid: SheetGrid, _ kinds: [[PrintedNumber]]
  ) -> Bool {
    let numbers = kinds[row].enumerated().compactMap { column, kind in
      column > 0 || grid.filled(row).count == kinds[row].count ? kind.value : nil
    }
    if isHeadOfPeriods(row, grid, kinds) { return true }
    guard !isFirstOfRows(row, body, grid, kinds) else { return false }
    guard numbers.count > 1 || grid.filled(row).first.map({ $0 > 0 }) == true else { return false }
    let isYears = numbers.allSatisfy { SheetColumn.isYear($0) } && !hasThousands(row, grid, kinds)
    // A word before 1, 2, 3 names what is counted there.
    let isCounter =
      zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 } && numbers.first == 1 && numbers.count > 2
      && grid.rows[row].allSatisfy { $0.count < 2 || !$0.contains(where: \.isLetter) }
    guard isYears || isCounter else { return false }
    // In a column of years the years go on below.
    let below = body.dropFirst().filter { isBody(kinds[$0], grid.filled($0)) }.prefix(4)
      .flatMap { kinds[$0].dropFirst().compactMap(\.value) }
    return isCounter || !below.allSatisfy { SheetColumn.isYear($0) }
  }

  /// Whether a number is written with a mark before its last three digits, as no year is: `1.719`.
  private static func hasThousands(_ row: Int, _ grid: SheetGrid, _ kinds: [[PrintedNumber]]) -> Bool {
    kinds[row].indices.contains { column in
      let text = Array(grid.text(row, column))
      return kinds[row][column].isData && text.count == 5 && ".,' \u{A0}".contains(text[1])
    }
  }

  /// A row below a head of words with a number that names it, as those below go on: `2005` above `2006`, `2007`; or with a
  /// name of its own, where each column has a head already. Its numbers look like years by chance.
  private static func isFirstOfRows(
    _ row: Int, _ body: [Int], _ grid: SheetGrid, _ kinds: [[PrintedNumber]]
  ) -> Bool {
    let filled = grid.filled(row)
    guard let first = filled.first, row > 0 else { return false }
    let above = grid.filled(row - 1)
    guard isHeadOfWords(row - 1, grid, kinds), filled.dropFirst().allSatisfy(above.contains) else { return false }
    if kinds[row][first].value != nil {
      let names = body.dropFirst().compactMap { first < kinds[$0].count ? kinds[$0][first].value : nil }
      return first <= above[0] && 2 * names.count >= body.count - 1 && names.allSatisfy { SheetColumn.isYear($0) }
    }
    let heads = filled.dropFirst().map { grid.text(row - 1, $0) }
    let years = filled.dropFirst().compactMap { kinds[row][$0].value }
    // One year, or years in a row, are no numbers by chance.
    let isInOrder = zip(years, years.dropFirst()).allSatisfy { $1 == $0 || $1 == $0 + 1 }
    return above.contains(first) && heads.count > 1 && Set(heads).count == heads.count && !isInOrder
  }

  /// One year over a column of numbers, below no head of words: `Province;2021`. Texts may stand over the other columns.
  ///
  /// Not where the numbers below look like years as well, and not where the last is the sum of all above, this one among them.
  static func isHeadOfOneYear(
    _ row: Int, _ body: [Int], _ grid: SheetGrid, _ kinds: [[PrintedNumber]]
  ) -> Bool {
    let filled = grid.filled(row)
    let numbers = filled.filter { kinds[row][$0].isData }
    guard numbers.count == 1, let column = numbers.first, column > 0, let year = kinds[row][column].value,
      isPlainYear(grid.text(row, column)), filled.allSatisfy({ $0 == column || kinds[row][$0] == .text }),
      !hasHeadOfWords(above: row, column, grid, kinds)
    else { return false }
    let below = body.dropFirst().compactMap { column < kinds[$0].count ? kinds[$0][column].value : nil }
    guard below.count > 1, 2 * below.count(where: { SheetColumn.isYear($0) }) < below.count else { return false }
    let sum = below.dropLast().reduce(0, +)
    return abs(sum + year - (below.last ?? 0)) > Printed.slack
  }

  /// Whether a row above has words here and elsewhere, sections and titles of one text left out, before a table above begins.
  private static func hasHeadOfWords(
    above row: Int, _ column: Int, _ grid: SheetGrid, _ kinds: [[PrintedNumber]]
  ) -> Bool {
    for other in (0..<row).reversed() where grid.filled(other).count > 1 {
      guard column < kinds[other].count else { continue }
      if kinds[other][column].isData { return false }
      if kinds[other][column] == .text { return true }
    }
    return false
  }

  private static func isPlainYear(_ text: String) -> Bool {
    text.count == 4 && text.allSatisfy(\.isDigit) && (1900...2100).contains(Int(text) ?? 0)
  }

  /// Years, and texts among them that are parts of years: `2023`, `2023 Q1`.
  private static func isHeadOfPeriods(_ row: Int, _ grid: SheetGrid, _ kinds: [[PrintedNumber]]) -> Bool {
    let columns = grid.filled(row).filter { $0 > 0 }
    let numbers = columns.compactMap { kinds[row][$0].value }
    guard columns.count > 1, numbers.allSatisfy({ SheetColumn.isYear($0) }) else { return false }
    let texts = columns.filter { kinds[row][$0] == .text }.map { PeriodReading.withoutMarks(grid.text(row, $0)) }
    return 2 * (texts.filter { PeriodWords.period(in: $0) != nil }.count + numbers.count) > columns.count
      && texts.contains { PeriodWords.period(in: $0) != nil }
  }
}
