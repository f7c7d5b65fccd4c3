/// A change that a sentence tells with its size and one of its numbers: *232 reports, 9 fewer than in 2022*, *fell by 8% to
/// 8,883*.
///
/// Where the size is that of a step in one line of a table, and the number is where the step ends, only the direction is
/// left to be wrong.
struct ChangeSteps {
  let tables: TextTables
  let reading: TextSentenceReading

  /// Digits of a number that is not found in another row by chance. A decision.
  private static let tellingDigits = 4
  /// Tokens between the word for more or less and what it is more than. A decision.
  private static let mostApart = 7

  private struct Told {
    var size, end: TextNumber
    var isUp: Bool
  }

  func turned() -> WordClaims.Claim? {
    guard !reading.isHedged else { return nil }
    for told in compared() + reached() {
      if let claim = claim(told) { return claim }
    }
    return nil
  }

  // MARK: - What is told

  /// *232 reports, 9 fewer than in 2022*
  private func compared() -> [Told] {
    reading.numbers.compactMap { size in
      let last = size.tokens.upperBound
      guard size.softening == .none,
        let place = (last..<last + 3).first(where: {
          Self.more.contains(reading.word($0)) || Self.less.contains(reading.word($0))
        }),
        (place + 1..<place + 3).contains(where: { Self.than.contains(reading.word($0)) }),
        (place + 1..<place + Self.mostApart).contains(where: isOfTime),
        let end = reading.numbers.last(where: { $0.tokens.upperBound <= size.tokens.lowerBound }), !end.isWord
      else { return nil }
      return Told(size: size, end: end, isUp: Self.more.contains(reading.word(place)))
    }
  }

  /// *Than in 2022*, *than a year before*: not than elsewhere, nor than was hoped.
  private func isOfTime(_ index: Int) -> Bool {
    let word = reading.word(index)
    return SentenceNumbers.year(word) != nil || Self.times.contains(word)
  }

  private static let times: Set<String> = [
    "year", "jaar", "jahr", "jahre", "vorjahr", "annee", "an", "ans", "ano", "anos", "years",
  ]

  /// *Fell by 8% to 8,883*
  private func reached() -> [Told] {
    let all = reading.tokens.map(\.folded)
    let (up, down) = (
      all.contains(where: TextWords.rises.contains), all.contains(where: TextWords.falls.contains)
    )
    guard up != down, reading.numbers.count == 2 else { return [] }
    let (size, end) = (reading.numbers[0], reading.numbers[1])
    guard Self.by.contains(reading.word(size.tokens.lowerBound - 1)), size.softening == .none, !end.isWord,
      Self.to.contains(reading.word(end.tokens.lowerBound - 1))
    else { return [] }
    return [Told(size: size, end: end, isUp: up)]
  }

  private static let more: Set<String> = ["more", "higher", "meer", "hoger", "vaker", "mehr", "hoher", "plus", "mas"]
  private static let less: Set<String> = [
    "fewer", "less", "lower", "minder", "lager", "weniger", "niedriger", "moins", "menos",
  ]
  private static let than: Set<String> = ["than", "dan", "als", "que", "qu"]
  private static let by: Set<String> = ["by", "met", "um", "de"]
  private static let to: Set<String> = ["to", "naar", "tot", "auf", "a"]

  // MARK: - In the tables

  private func claim(_ told: Told) -> WordClaims.Claim? {
    var found: WordClaims.Claim?
    for figure in tables.figures.indices {
      let words = FigureWords(figure, in: tables, reading)
      guard words.isNamed || !words.subjectWords.isEmpty, !words.isOfOtherYears else { continue }
      for block in words.figure.blocks where block.isPercent == told.end.isPercent {
        for step in steps(told, words, block) {
          // Another line, or an earlier year, that bears the sentence.
          guard step.isUp != told.isUp else { return nil }
          if found == nil {
            found = WordClaims.Claim(kind: told.isUp ? .rises : .falls, cells: [step.end, step.start])
          }
        }
      }
    }
    return found
  }

  private struct Step {
    var start, end: Int
    var isUp: Bool
  }

  /// Pairs of cells, one year and an earlier one, of which the later has the number and the difference is the size.
  private func steps(_ told: Told, _ words: FigureWords, _ block: TextFigure.Block) -> [Step] {
    let axes = words.figure.axes.indices.filter(words.isYears)
    guard axes.count == 1, let axis = axes.first else { return [] }
    return block.grid.cells.enumerated().flatMap { index, cell -> [Step] in
      guard let value = tables.cells[cell].value, fits(told.end, value, block) else { return [] }
      let place = block.grid.place(index)
      let labels = words.figure.axes[axis].labels
      guard told.end.printedDigits >= Self.tellingDigits || isNamed(place, besides: axis, words) else { return [] }
      guard let year = labels[Int(place[axis])].years.first else { return [] }
      let earlier = block.labels[axis].filter { label in labels[label].years.first.map { $0 < year } ?? false }
      let named = earlier.filter { words.named[axis].contains($0) }
      return (named.isEmpty ? earlier : named).sorted().compactMap { label in
        var other = place
        other[axis] = Int32(label)
        guard let start = block.grid.cell(at: other), let before = tables.cells[start].value, before != value,
          isSize(told.size, from: before, to: value, block)
        else { return nil }
        return Step(start: start, end: cell, isUp: value > before)
      }
    }
  }

  /// Whether the sentence names the row, or it is the total and none is named.
  private func isNamed(_ place: [Int32], besides years: Int, _ words: FigureWords) -> Bool {
    place.indices.allSatisfy { axis in
      let label = Int(place[axis])
      if axis == years || words.named[axis].contains(label) { return true }
      return words.named[axis].isEmpty && (label == 0 || words.figure.axes[axis].labels[label].isWhole)
    }
  }

  private func isSize(_ size: TextNumber, from: Double, to: Double, _ block: TextFigure.Block) -> Bool {
    if size.isPercent, !block.isPercent { return from > 0 && size.agrees(with: 100 * abs(to - from) / from) }
    return block.scales.contains { size.agrees(with: abs(to - from) * $0, grain: 2 * block.grain) }
  }

  private func fits(_ number: TextNumber, _ value: Double, _ block: TextFigure.Block) -> Bool {
    number.softening == .none && block.scales.contains { number.agrees(with: value * $0, grain: block.grain) }
  }
}
