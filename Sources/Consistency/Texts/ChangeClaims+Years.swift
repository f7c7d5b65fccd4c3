/// The number of another year of the same line: *fell from 13.1 in 2021 to 11.5 in 2023*, where 13.1 is that of 2022.
extension ChangeClaims {
  /// One of the two numbers of a change, or of a contrast, with a year behind it that has another number.
  func otherYear() -> NumberDoubt? {
    guard !reading.isHedged, let (first, second) = pair() ?? contrast(), first.softening == .none,
      second.softening == .none, min(first.printedDigits, second.printedDigits) >= Self.leastDigits
    else { return nil }
    var found: [NumberDoubt] = []
    for words in figures {
      guard !words.isOfOtherYears else { continue }
      for block in words.figure.blocks where block.isPercent == first.isPercent {
        let axes = words.figure.axes.indices.filter(words.isYears)
        guard axes.count == 1, let axis = axes.first else { continue }
        found += lines(first, second, axis, block).compactMap { otherYear($0, axis, words, block) }
      }
    }
    return Set(found.map(\.known)).count == 1 ? found.first : nil
  }

  private typealias Line = [(number: TextNumber, place: [Int32])]

  /// Places of both numbers that differ along the years alone.
  private func lines(_ first: TextNumber, _ second: TextNumber, _ axis: Int, _ block: TextFigure.Block) -> [Line] {
    func places(_ number: TextNumber) -> [[Int32]] {
      block.grid.cells.indices.filter { index in
        tables.cells[block.grid.cells[index]].value.map { fits(number, $0, block) } ?? false
      }
      .map(block.grid.place)
    }
    let ends = places(second)
    return places(first).flatMap { one in
      ends.filter { other in one.indices.filter { one[$0] != other[$0] } == [axis] }
        .map { [(first, one), (second, $0)] }
    }
  }

  private func otherYear(
    _ line: Line, _ axis: Int, _ words: FigureWords, _ block: TextFigure.Block
  ) -> NumberDoubt? {
    let labels = words.figure.axes[axis].labels
    let wrong = line.filter { entry in
      year(behind: entry.number).map { labels[Int(entry.place[axis])].years != [$0] } ?? false
    }
    guard wrong.count == 1, let (number, place) = wrong.first, let year = year(behind: number),
      let label = block.labels[axis].first(where: { labels[$0].years == [year] })
    else { return nil }
    var meant = place
    meant[axis] = Int32(label)
    guard let cell = block.grid.cell(at: meant), let known = tables.cells[cell].value, !fits(number, known, block),
      let elsewhere = block.grid.cell(at: place)
    else { return nil }
    return NumberDoubt(
      number: number, cell: cell, known: known, origin: .cell, slip: .elsewhere(cell: elsewhere),
      score: NumberBinding.least)
  }

  private func fits(_ number: TextNumber, _ value: Double, _ block: TextFigure.Block) -> Bool {
    block.scales.contains { number.agrees(with: value * $0, grain: block.grain) }
  }

  /// *13.1 in 2021*, *1,549 reports in 2020*
  private func year(behind number: TextNumber) -> Int? {
    let last = number.tokens.upperBound
    for place in last..<last + 3 {
      let year = SentenceNumbers.year(reading.word(place + 1))
      if let year, Self.inWords.contains(reading.word(place)) { return year }
      if reading.tokens.indices.contains(place), reading.tokens[place].kind != .word { return nil }
    }
    return nil
  }

  private static let inWords: Set<String> = ["in", "en", "im", "jahr", "year", "jaar"]
}
