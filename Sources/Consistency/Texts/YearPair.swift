/// Two cells that differ in their year alone, where a sentence names two years and one of everything else.
struct YearPair {
  /// Of the earlier year, and of the later.
  let first, second: Int
  let place: BoundPlace

  init?(_ words: FigureWords, _ block: TextFigure.Block, _ tables: TextTables) {
    guard
      let axis = words.figure.axes.indices.first(where: { axis in
        words.isYears(axis) && Self.years(words, axis, block).count == 2
      })
    else { return nil }
    let years = Self.years(words, axis, block)
    guard let early = BoundPlace(words, block, around: nil, alignment: [axis: years[0].label]),
      let late = BoundPlace(words, block, around: nil, alignment: [axis: years[1].label]),
      early.cells.count == 1, late.cells.count == 1, early.open == 0, early.mixed == 0
    else { return nil }
    (first, second, place) = (early.cells[0], late.cells[0], early)
  }

  private static func years(_ words: FigureWords, _ axis: Int, _ block: TextFigure.Block) -> [(label: Int, year: Int)] {
    words.named[axis].intersection(block.labels[axis]).compactMap { label in
      let years = words.figure.axes[axis].labels[label].years
      return years.count == 1 ? (label, years[0]) : nil
    }
    .sorted { $0.year < $1.year }
  }
}
