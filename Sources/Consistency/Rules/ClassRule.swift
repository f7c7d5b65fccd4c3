internal import Model

/// Classes such as 0-4, 5-9, 10-14, or 10 000 to 20 000, that leave a number out or have one twice, where all others meet.
struct ClassRule {
  let base: FigureRule

  private struct Class {
    var label: Int
    var text: String
    var low: Int
    /// Nil for the last class, which has no end.
    var high: Int?

    var width: Int { (high ?? low) - low }
  }

  func contradictions() -> [Contradiction] {
    base.figure.grid.axes.indices.compactMap { axis in contradiction(classes(axis), axis) }
  }

  /// So many classes with those without an end, so many of them with both bounds. Decisions.
  private static let (least, leastBounded) = (4, 3)

  private func contradiction(_ classes: [Class], _ axis: Int) -> Contradiction? {
    guard classes.count >= Self.least, classes.count(where: { $0.high != nil }) >= Self.leastBounded, isDivided(axis),
      classes.dropLast().allSatisfy({ $0.high != nil })
    else { return nil }
    let steps = zip(classes, classes.dropFirst()).map { $1.low - ($0.high ?? $0.low) }
    // Classes of whole numbers are one apart; those of measured things begin where the one before ends.
    let usual = steps.filter { $0 == 1 }.count >= steps.filter { $0 == 0 }.count ? 1 : 0
    let odd = steps.indices.filter { steps[$0] != usual }
    guard odd.count == 1, let place = odd.first, isSlip(classes[place], classes[place + 1]),
      let cell = self.cell(classes[place].label, axis), let other = self.cell(classes[place + 1].label, axis)
    else { return nil }
    return contradiction(between: classes[place], classes[place + 1], [other, cell], usual: usual)
  }

  /// Whether the classes divide something: each has a number nearly everywhere. Answers of single people leave out what nobody
  /// answered.
  private func isDivided(_ axis: Int) -> Bool {
    base.figure.grid.blocks.contains { block in
      let lines = block.lines(along: axis)
      let filled = lines.reduce(0) { $0 + $1.entries.count }
      let labels = Set(lines.flatMap { $0.entries.map(\.label) })
      return labels.count >= Self.least && 2 * filled > lines.count * labels.count
    }
  }

  /// A gap wider than the classes beside it parts two lists of classes; and a class within another is a part of it.
  private func isSlip(_ one: Class, _ next: Class) -> Bool {
    guard let high = one.high, next.low > one.low else { return false }
    return next.low > high ? next.low - high - 1 <= max(one.width, next.width) : next.high.map { $0 > high } ?? true
  }

  private func contradiction(between one: Class, _ next: Class, _ cells: [Int], usual: Int) -> Contradiction {
    let high = one.high ?? one.low
    let isGap = next.low > high + usual
    let (from, to) = isGap ? (high + usual, next.low - usual) : (next.low, high)
    let (low, most) = (NumberText.printed(Double(from)), NumberText.printed(Double(to)))
    let range =
      from == to
      ? low : LocalizedText(nl: "\(low.nl) tot \(usual == 1 ? "en met " : "")\(most.nl)", en: "\(low.en) to \(most.en)")
    let (a, b) = ("\u{2018}\(one.text)\u{2019}", "\u{2018}\(next.text)\u{2019}")
    return base.contradiction(
      .classes, cells, expected: "\(high + usual)",
      isGap
        ? "tussen de klassen \(a) en \(b) ontbreekt \(range.nl); de andere klassen sluiten aan."
        : "de klassen \(a) en \(b) overlappen: \(range.nl) valt in allebei; bij de andere klassen niet.",
      isGap
        ? "between the classes \(a) and \(b) \(range.en) is left out; the other classes meet."
        : "the classes \(a) and \(b) overlap: \(range.en) is in both; the other classes do not.")
  }

  private func cell(_ label: Int, _ axis: Int) -> Int? {
    for block in base.figure.grid.blocks {
      if let index = block.cells.indices.first(where: { Int(block.label($0, axis)) == label }) {
        return block.cells[index]
      }
    }
    return nil
  }

  // MARK: - Reading

  /// The classes of an axis that stand below each other; none where another label with numbers stands among them.
  private func classes(_ axis: Int) -> [Class] {
    let labels = base.figure.grid.axes[axis].labels
    let read = labels.indices.dropFirst().map { (label: $0, numbers: Self.bounds(labels[$0])) }
    let isBounded = { (numbers: [Int]) in numbers.count == 2 && numbers[0] < numbers[1] }
    guard let first = read.firstIndex(where: { isBounded($0.numbers) }),
      let last = read.lastIndex(where: { isBounded($0.numbers) }),
      read[first...last].allSatisfy({ isBounded($0.numbers) || $0.numbers.isEmpty })
    else { return [] }
    var classes = read[first...last].filter { isBounded($0.numbers) }.map {
      Class(label: $0.label, text: labels[$0.label], low: $0.numbers[0], high: $0.numbers[1])
    }
    // Periods of years are no classes.
    guard classes.contains(where: { !(1500...2150).contains($0.low) || !(1500...2150).contains($0.high ?? 0) }) else {
      return []
    }
    // One number behind the last class is where that of the largest begins; words are not needed to see it.
    if last + 1 < read.count, read[last + 1].numbers.count == 1 {
      let (end, next) = (classes.last?.high ?? 0, read[last + 1])
      let isOpen = labels[next.label].contains { "+≥>".contains($0) }
      let isWords =
        labels[next.label].contains(where: \.isLetter) && (next.numbers[0] == end || next.numbers[0] == end + 1)
      if isOpen || isWords {
        classes.append(Class(label: next.label, text: labels[next.label], low: next.numbers[0], high: nil))
      }
    }
    return classes
  }

  /// Numbers that are no bounds: decimals, and periods.
  private static let unclear = [0, 0, 0]

  /// The whole numbers of a label; three digits behind a mark or space go on with the number before.
  private static func bounds(_ text: String) -> [Int] {
    guard Period(text) == nil else { return unclear }
    var (numbers, digits): ([String], [Character]) = ([], [])
    let all = Array(text)
    var place = 0
    while place < all.count {
      if all[place].isDigit {
        digits.append(all[place])
      } else if !digits.isEmpty {
        let behind = all[(place + 1)...].prefix { $0.isDigit }.count
        let isGroup = behind == 3 && digits.count <= 6 && " .,'’\u{A0}\u{202F}\u{2009}".contains(all[place])
        if !isGroup {
          if behind > 0, ".,".contains(all[place]) { return unclear }
          numbers.append(String(digits))
          digits = []
        }
      }
      place += 1
    }
    if !digits.isEmpty { numbers.append(String(digits)) }
    return numbers.allSatisfy { $0.count < 10 } ? numbers.compactMap { Int($0) } : unclear
  }
}
