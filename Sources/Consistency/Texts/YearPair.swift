/// Two cells that differ in their year alone, where a sentence names two years and one of everything else.
struct YearPair {
  /// Of the earlier year, and of the later.
  let first, second: Int
  let place: BoundPlace

  /// - Parameter isImplied: Whether a sentence without a year is about the only two that the block has, and one with a word
  ///   for *since* and a year about that one and the last.
  init?(_ words: FigureWords, _ block: TextFigure.Block, _ tables: TextTables, isImplied: Bool = false) {
    func years(_ axis: Int) -> [(label: Int, year: Int)] {
      let named = Self.years(words.named[axis], words, axis, block)
      guard isImplied, named.count < 2 else { return named }
      let all = Self.years(block.labels[axis], words, axis, block)
      if named.isEmpty { return words.reading.years.isEmpty && all.count == 2 ? all : [] }
      guard Self.isSince(words.reading), let last = all.last, last.year > named[0].year else { return named }
      return named + [last]
    }
    guard let axis = words.figure.axes.indices.first(where: { words.isYears($0) && years($0).count == 2 }) else {
      return nil
    }
    let years = years(axis)
    guard let early = BoundPlace(words, block, around: nil, alignment: [axis: years[0].label]),
      let late = BoundPlace(words, block, around: nil, alignment: [axis: years[1].label]),
      early.cells.count == 1, late.cells.count == 1, early.open == 0, early.mixed == 0
    else { return nil }
    (first, second, place) = (early.cells[0], late.cells[0], early)
  }

  private static func isSince(_ reading: TextSentenceReading) -> Bool {
    reading.tokens.contains { ["since", "sinds", "sedert", "seit", "depuis", "desde"].contains($0.folded) }
  }

  private static func years(
    _ labels: Set<Int>, _ words: FigureWords, _ axis: Int, _ block: TextFigure.Block
  ) -> [(label: Int, year: Int)] {
    labels.intersection(block.labels[axis]).compactMap { label in
      let years = words.figure.axes[axis].labels[label].years
      return years.count == 1 ? (label, years[0]) : nil
    }
    .sorted { $0.year < $1.year }
  }
}
