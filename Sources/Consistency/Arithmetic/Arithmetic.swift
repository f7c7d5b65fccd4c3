/// Everything that arithmetic finds in the figures of a report by itself.
struct Arithmetic {
  private(set) var figures: [FigureArithmetic] = []
  /// Sums and formulas, those that hold among them.
  private(set) var relations: [LinearRelation] = []
  /// Cells that a formula was found for.
  private(set) var computed: Set<Int> = []

  init(_ cells: [TableCell]) {
    var memory = LabelMemory()
    var numbers: [String: [Int]] = [:]
    var order: [String] = []
    for (number, cell) in cells.enumerated() {
      if numbers[cell.figure] == nil { order.append(cell.figure) }
      numbers[cell.figure, default: []].append(number)
    }
    for figure in order {
      let grid = Grid(figure, numbers[figure] ?? [], of: cells, &memory)
      let structures = grid.blocks.map { BlockStructure($0, axes: grid.axes, of: cells) }
      let formulas = FormulaRelations(grid: grid, structures: structures, cells: cells).relations()
      let made = FigureArithmetic(grid: grid, structures: structures)
      relations += structures.flatMap(\.relations) + formulas
      relations += HundredRule(figure: made, cells: cells).relations()
      relations += PartitionRule(figure: made, cells: cells).relations()
      for formula in formulas { if let use = formula.formula { computed.insert(use.target) } }
      figures.append(made)
    }
  }

  /// Cells in a sum or formula that holds.
  func borneOut(_ cells: [TableCell]) -> Set<Int> {
    var result: Set<Int> = []
    for relation in relations where relation.comparison == .zero && relation.kind != .agreement {
      guard relation.holds({ cells[$0].value ?? 0 }) else { continue }
      result.formUnion(relation.terms.map(\.cell))
    }
    return result
  }

  /// What rules over one figure find.
  func contradictions(_ cells: [TableCell], report: String) -> [Contradiction] {
    let borneOut = borneOut(cells)
    return figures.flatMap { figure -> [Contradiction] in
      let base = FigureRule(figure: figure, cells: cells, report: report, borneOut: borneOut)
      return ImpossibleRule(base: base).contradictions() + DoubleRule(base: base).contradictions()
        + ClassRule(base: base).contradictions() + CumulativeRule(base: base).contradictions()
        + MeanRule(base: base, computed: computed).contradictions() + CommonBaseRule(base: base).contradictions()
    }
  }

  /// How finely each cell is printed, by the grain of its block.
  func halves(count: Int) -> [Double] {
    var halves = [Double](repeating: 0, count: count)
    for figure in figures {
      for structure in figure.structures { for cell in structure.block.cells { halves[cell] = structure.grain.half } }
    }
    return halves
  }
}

/// A figure by coordinates, and what its numbers say about themselves.
struct FigureArithmetic {
  var grid: Grid
  var structures: [BlockStructure]
}
