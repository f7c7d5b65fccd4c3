/// A change that is told with a size that it does not have: *De Klimop lost 30 pupils and has 404*, *11,179, which is 754 more
/// than in 2022*.
///
/// The number where the step ends is that of a cell, and the sentence says from which year it came, or the year before is
/// meant. Words that may narrow either make that nothing is said.
extension ChangeSteps {
  /// Words that a sentence may have beside those of the table, where it names the row. A decision.
  private static let mostStrangers = 1

  func wrongSize() -> NumberDoubt? {
    // *On average 8% more a year* is no step.
    guard reading.tokens.allSatisfy({ !ChangeClaims.rates.contains($0.folded) }) else { return nil }
    let found = all().flatMap { told -> [NumberDoubt] in
      guard !told.size.isWord || told.isReached,
        told.tail.allSatisfy({ saysNothing($0) || isOfTable($0) }) || isPlain(told),
        isBeside(told)
      else { return [] }
      return figures(of: told).flatMap { words in
        words.figure.blocks.filter { $0.isPercent == told.end.isPercent && !($0.isPercent && told.size.isPercent) }
          .compactMap { wrongSize(told, words, $0) }
      }
    }
    return Set(found.map(\.known)).count == 1 ? found.first : nil
  }

  /// Whether nothing between the number and the size is about something else: *431 reports led to fines, 61 more than in 2022*.
  private func isBeside(_ told: Told) -> Bool {
    guard !told.isBefore, !told.isReached, told.end.tokens.upperBound < told.size.tokens.lowerBound else { return true }
    return (told.end.tokens.upperBound + 1..<max(told.end.tokens.upperBound + 1, told.size.tokens.lowerBound))
      .allSatisfy { saysNothing($0) || isOfTable($0) }
  }

  private func isOfTable(_ index: Int) -> Bool {
    reading.mentions.contains { $0.tokens.contains(index) }
      || figures.contains { $0.subjectWords.contains(index) }
  }

  private func isPlain(_ told: Told) -> Bool {
    told.isReached && told.tail.count { !saysNothing($0) && !isOfTable($0) } <= Self.mostStrangers
  }

  private func wrongSize(_ told: Told, _ words: FigureWords, _ block: TextFigure.Block) -> NumberDoubt? {
    let steps = steps(told, words, block)
    // One row, and none of its steps, nor those counted from the other end, has the size.
    guard let end = steps.first?.end, steps.allSatisfy({ $0.end == end }),
      !steps.contains(where: { isSize(told.size, $0, block) || isShareOfEnd(told.size, $0) }),
      let step = nearest(steps, told), step.isUp == told.isUp
    else { return nil }
    let change = abs(step.after - step.before)
    let known = told.size.isPercent ? 100 * change / step.before : change
    guard known > 0, (0.1...10).contains(told.size.value / known) else { return nil }
    return NumberDoubt(
      number: told.size, cell: step.end, known: known,
      origin: told.size.isPercent ? .growth(from: step.start) : .difference(from: step.start),
      slip: TextSlip.ofHand(from: known, to: told.size.value, unit: told.size.unit), score: NumberBinding.least)
  }

  private func isShareOfEnd(_ size: TextNumber, _ step: Step) -> Bool {
    size.isPercent
      && [abs(step.after - step.before) / step.after, step.after / step.before, step.before / step.after].contains {
        size.agrees(with: 100 * $0, grain: 0.5)
      }
  }

  /// From the year that the sentence names, or the one before that of the number.
  private func nearest(_ steps: [Step], _ told: Told) -> Step? {
    guard let end = steps.first.flatMap({ year(of: $0.end) }) else { return nil }
    let earlier = reading.years.filter { $0 < end }
    guard earlier.count < 2 else { return nil }
    let start = earlier.first ?? end - 1
    return steps.first { year(of: $0.start) == start }
  }

  private func year(of cell: Int) -> Int? {
    let years = tables.cells[cell].dimensions.flatMap { TextLabel.years(in: $0.value) }
    return years.count == 1 ? years[0] : nil
  }

  // MARK: - The number itself

  /// The size is that of the step to the year that the sentence names, in the row it names, and the number is not where
  /// that step ends: *rose by 33% to 304 in 2023*, where it is 261.
  func wrongEnd() -> NumberDoubt? {
    let found = all().filter { !$0.isBefore }.flatMap { told in
      figures.compactMap { words -> NumberDoubt? in
        guard !words.isOfOtherYears, !told.end.isPercent, told.end.printedDigits >= 2, told.end.softening == .none
        else {
          return nil
        }
        let blocks = words.figure.blocks.filter(\.isCount)
        return blocks.count == 1 ? wrongEnd(told, words, blocks[0]) : nil
      }
    }
    return Set(found.map(\.known)).count == 1 ? found.first : nil
  }

  private func wrongEnd(_ told: Told, _ words: FigureWords, _ block: TextFigure.Block) -> NumberDoubt? {
    guard let step = yearStep(words, block), step.isUp == told.isUp, isSize(told.size, step, block),
      !block.grid.cells.contains(where: { tables.cells[$0].value.map { fits(told.end, $0, block) } ?? false })
    else { return nil }
    let slip = TextSlip.ofHand(from: step.after, to: told.end.value, unit: told.end.unit)
    let strangers = reading.tokens.indices.count { !saysNothing($0) && !isOfTable($0) }
    let isNoun = words.isSubject(told.end.noun ?? "") || words.tokens.contains(told.end.tokens.upperBound)
    // Three digits of a difference are no chance; two are where the sentence says nothing else.
    let isTelling = told.size.printedDigits >= 3 && !told.size.isPercent
    let isBound =
      isTelling
      ? strangers <= 3 && (isNoun || slip == .swapped || words.isNamed)
      : told.size.printedDigits >= 2 && words.isNamed && strangers <= Self.mostStrangers
    guard isBound, (0.2...5).contains(told.end.value / step.after) else { return nil }
    return NumberDoubt(
      number: told.end, cell: step.end, known: step.after, origin: .cell, slip: slip, score: NumberBinding.least)
  }

  /// From the year before, or the one that is named, to the year that the sentence is about, in its row.
  private func yearStep(_ words: FigureWords, _ block: TextFigure.Block) -> Step? {
    let axes = words.figure.axes.indices.filter(words.isYears)
    guard axes.count == 1, let axis = axes.first, let latest = reading.years.max() else { return nil }
    let start = reading.years.filter { $0 < latest }.max() ?? latest - 1
    let labels = words.figure.axes[axis].labels
    func label(_ year: Int) -> Int? { block.labels[axis].first { labels[$0].years == [year] } }
    guard let from = label(start), let to = label(latest) else { return nil }
    let found = block.grid.cells.enumerated().compactMap { index, cell -> Step? in
      let place = block.grid.place(index)
      guard Int(place[axis]) == to, words.isNamedOrWhole(place, besides: axis) else { return nil }
      var other = place
      other[axis] = Int32(from)
      guard let first = block.grid.cell(at: other), let before = tables.cells[first].value,
        let after = tables.cells[cell].value, before > 0, after > 0, before != after
      else { return nil }
      return Step(start: first, end: cell, before: before, after: after)
    }
    return found.count == 1 ? found.first : nil
  }
}
