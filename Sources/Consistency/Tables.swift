/// A report's cells in blocks, ready to be compared.
struct Tables {
  let report: PublishedReport
  let cells: [TableCell]
  let spelling: Spelling
  /// Everything hard that may be added, in the order of the files.
  private(set) var counts: [Block] = []
  /// Everything hard that may not: shares, ages, ranks.
  private(set) var rates: [Block] = []
  private let periods: ReportPeriods

  /// - Parameter comparesWords: Whether labels are compared and blocks made of them; without, these are cells alone.
  init(_ report: PublishedReport, comparesWords: Bool = true) {
    self.report = report
    cells = report.cells
    spelling = Spelling(of: comparesWords ? report.cells : [])
    periods = ReportPeriods(of: comparesWords ? report.cells : [])
    guard comparesWords else { return }
    var order: [BlockName] = []
    var blocks: [BlockName: Block] = [:]
    for (number, cell) in cells.enumerated() {
      let name = BlockName(figure: cell.figure, measure: cell.measure, unit: Label.folded(cell.unit))
      if blocks[name] == nil {
        order.append(name)
        blocks[name] = Block(figure: cell.figure, measure: Label(cell.measure), unit: name.unit)
      }
      if cell.status.isHard, cell.value != nil {
        blocks[name]?.insert(number, at: place(of: cell))
      } else {
        if cell.value == nil, cell.bounds != nil { blocks[name]?.insertWithheld(number, at: place(of: cell)) }
        for dimension in cell.dimensions { blocks[name]?.noteGap(in: spelling.dimension(dimension.name)) }
      }
      if Tables.tellsOfSeveralAnswers(cell) { blocks[name]?.hasSeveralAnswers = true }
    }
    for name in order {
      guard var block = blocks[name] else { continue }
      block.settlePeriods()
      if Block.isCount(unit: block.unit, measure: name.measure) { counts.append(block) } else { rates.append(block) }
    }
  }

  private struct BlockName: Hashable {
    var figure: String
    var measure: String
    var unit: String
  }

  /// The number of a cell; zero where it has none, which no hard cell in a block is.
  func value(_ number: Int) -> Double { cells[number].value ?? 0 }

  /// Period and categories of a cell; totals say nothing and are left out.
  func place(of cell: TableCell) -> Place {
    let (period, others) = periods.period(of: cell)
    var place = Place(period: period, categories: [])
    for dimension in others {
      let label = Label(dimension.value)
      if !label.isWhole && !label.isBase {
        let category = Place.Category(
          dimension: spelling.dimension(dimension.name), label: spelling.label(dimension.value))
        place.categories.append(category)
      }
    }
    place.categories.sort()
    return place
  }

  /// A word for it in the measure or the note is enough, for the whole block.
  private static func tellsOfSeveralAnswers(_ cell: TableCell) -> Bool {
    let text = Label.folded(cell.measure + " " + cell.note)
    return ["meer antwoorden", "meerdere antwoorden", "multi-response", "several answers"].contains {
      text.contains($0)
    }
  }
}
