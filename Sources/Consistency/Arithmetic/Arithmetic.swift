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
      relations += structures.flatMap(\.relations) + formulas
      for formula in formulas { if let use = formula.formula { computed.insert(use.target) } }
      figures.append(FigureArithmetic(grid: grid, structures: structures))
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
