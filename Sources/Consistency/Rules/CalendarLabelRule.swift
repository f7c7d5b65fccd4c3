internal import Model

/// Labels of time that cannot be right: a year that stands twice, or out of line, where all others follow each other, and a
/// date that no calendar has.
struct CalendarLabelRule {
  let base: FigureRule

  /// So many labels have to be as they should. Decisions.
  private static let (leastYears, leastDates, leastInOrder) = (5, 4, 6)

  func contradictions() -> [Contradiction] {
    base.figure.grid.axes.indices.flatMap { axis in
      [wrongYear(axis)].compactMap { $0 } + dates(axis)
    }
  }

  // MARK: - Years

  /// The one year of a row of years that makes it go up, or down, by one where it is another.
  private func wrongYear(_ axis: Int) -> Contradiction? {
    let labels = base.figure.grid.axes[axis].labels
    let read = labels.indices.dropFirst().map { (label: $0, year: Self.year(labels[$0])) }
    guard let first = read.firstIndex(where: { $0.year != nil }), let last = read.lastIndex(where: { $0.year != nil })
    else { return nil }
    let years = read[first...last].compactMap(\.year)
    guard years.count == last - first + 1, years.count > Self.leastYears else { return nil }
    for step in [1, -1] {
      let expected = years.indices.map { years[0] + step * $0 }
      let odd = years.indices.filter { years[$0] != expected[$0] }
      // At an end a year may well be another: that of a forecast, or of long ago.
      guard odd.count == 1, let place = odd.first, place > 0, place < years.count - 1 else { continue }
      let twin = years.indices.first { $0 != place && years[$0] == years[place] }
      guard let cell = self.cell(read[first + place].label, axis) else { return nil }
      let other = twin.flatMap { self.cell(read[first + $0].label, axis) }
      return contradiction([cell] + (other.map { [$0] } ?? []), years[place], expected[place], isDouble: twin != nil)
    }
    return nil
  }

  private func contradiction(_ cells: [Int], _ year: Int, _ expected: Int, isDouble: Bool) -> Contradiction {
    var found = base.contradiction(
      .double, cells, expected: String(expected),
      isDouble
        ? "het jaar \(year) staat twee keer bij de getallen en \(expected) nergens, terwijl alle andere jaren op elkaar volgen."
        : "hier staat het jaar \(year) op de plaats van \(expected); alle andere jaren volgen op elkaar.",
      isDouble
        ? "the year \(year) stands twice by the numbers and \(expected) nowhere, while all other years follow each other."
        : "this has the year \(year) in the place of \(expected); all other years follow each other.")
    found.published = String(year)
    return found
  }

  /// A year by itself, or with the place that tells it from another of its name.
  private static func year(_ label: String) -> Int? {
    let head = label.prefix { $0.isDigit }
    let tail = label.dropFirst(head.count).trimmed
    guard head.count == 4, tail.isEmpty || tail.hasPrefix("(") && tail.hasSuffix(")"), let year = Int(head),
      (1500...2150).contains(year)
    else { return nil }
    return year
  }

  // MARK: - Dates

  private struct Written {
    var label: Int
    var numbers: [Int]
    var mark: Character
  }

  private func dates(_ axis: Int) -> [Contradiction] {
    let labels = base.figure.grid.axes[axis].labels
    let dates = labels.indices.dropFirst().compactMap { Self.date(labels[$0], $0) }
    guard dates.count > Self.leastDates, Set(dates.map(\.mark)).count == 1,
      Set(dates.map { $0.numbers[0] > 31 }).count == 1
    else { return [] }
    // The order of day and month is the one in which nearly all dates exist.
    let orders = dates[0].numbers[0] > 31 ? [[0, 1, 2]] : [[2, 1, 0], [2, 0, 1]]
    let read = orders.map { order in dates.map { date in order.map { date.numbers[$0] } } }
    let counts = read.map { all in all.count { !Self.exists($0) } }
    guard let least = counts.min(), least < 2, let chosen = counts.firstIndex(of: least) else { return [] }
    let numbers = read[chosen]
    if let place = numbers.firstIndex(where: { !Self.exists($0) }) {
      return [impossible(dates[place], labels, axis)].compactMap { $0 }
    }
    return [outOfOrder(dates, numbers, labels, axis)].compactMap { $0 }
  }

  private func impossible(_ date: Written, _ labels: [String], _ axis: Int) -> Contradiction? {
    guard let cell = cell(date.label, axis) else { return nil }
    let label = labels[date.label]
    var found = base.contradiction(
      .impossible, [cell], expected: "",
      "de datum \(label) bestaat niet; alle andere datums van deze tabel wel.",
      "the date \(label) does not exist; all other dates of this table do.")
    found.published = label
    return found
  }

  /// The one date without which all others follow each other, and that does so with another digit in its year.
  private func outOfOrder(_ dates: [Written], _ numbers: [[Int]], _ labels: [String], _ axis: Int) -> Contradiction? {
    guard numbers.count > Self.leastInOrder, !Self.isRising(numbers), !Self.isRising(numbers.reversed()) else {
      return nil
    }
    for all in [numbers, numbers.reversed()] {
      let breaks = all.indices.dropLast().filter { !all[$0].lexicographicallyPrecedes(all[$0 + 1]) }
      guard breaks.count <= 2 else { continue }
      let odd = Set(breaks.flatMap { [$0, $0 + 1] }).filter { Self.isMisplaced($0, all) }
      guard odd.count == 1, let place = odd.first else { continue }
      let label = dates[all == numbers ? place : dates.count - 1 - place].label
      guard let cell = cell(label, axis) else { return nil }
      var found = base.contradiction(
        .series, [cell], expected: "",
        "de datum \(labels[label]) staat niet op volgorde; alle andere datums van deze tabel wel. Klopt het jaar?",
        "the date \(labels[label]) is out of order; all other dates of this table are not. Is the year right?")
      found.published = labels[label]
      return found
    }
    return nil
  }

  private static func isRising(_ dates: [[Int]]) -> Bool {
    zip(dates, dates.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }
  }

  /// Whether all follow each other without one, and with another digit in its year.
  private static func isMisplaced(_ place: Int, _ dates: [[Int]]) -> Bool {
    guard place > 0, place < dates.count - 1 else { return false }
    var others = dates
    let date = others.remove(at: place)
    guard isRising(others) else { return false }
    return Misprint.variants(of: Double(date[0]), decimals: 0).contains { year in
      let other = [Int(year), date[1], date[2]]
      return dates[place - 1].lexicographicallyPrecedes(other) && other.lexicographicallyPrecedes(dates[place + 1])
    }
  }

  /// Three numbers between two equal marks, the first or the last of four digits.
  private static func date(_ label: String, _ number: Int) -> Written? {
    let marks = label.filter { !$0.isDigit }
    guard marks.count == 2, let mark = marks.first, marks.allSatisfy({ $0 == mark }), "./-".contains(mark) else {
      return nil
    }
    let pieces = label.split(separator: mark, omittingEmptySubsequences: false)
    let lengths = pieces.map(\.count)
    guard pieces.count == 3, lengths[1] == 1 || lengths[1] == 2,
      lengths[0] == 4 && lengths[2] <= 2 || lengths[2] == 4 && lengths[0] <= 2
    else { return nil }
    let numbers = pieces.compactMap { Int($0) }
    return numbers.count == 3 && numbers.allSatisfy { $0 > 0 }
      ? Written(label: number, numbers: numbers, mark: mark) : nil
  }

  /// Year, month and day.
  private static func exists(_ date: [Int]) -> Bool {
    let (year, month, day) = (date[0], date[1], date[2])
    guard (1...12).contains(month) else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return day <= [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  private func cell(_ label: Int, _ axis: Int) -> Int? {
    for block in base.figure.grid.blocks {
      if let index = block.cells.indices.first(where: { Int(block.label($0, axis)) == label }) {
        return block.cells[index]
      }
    }
    return nil
  }
}
