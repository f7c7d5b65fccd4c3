/// Everything that arithmetic finds in the figures of a report by itself.
struct Arithmetic {
  private(set) var figures: [FigureArithmetic] = []
  /// Sums and formulas, those that hold among them.
  private(set) var relations: [LinearRelation] = []
  /// Cells that a formula was found for.
  private(set) var computed: Set<Int> = []
  /// What holds where numbers are not printed.
  private(set) var open: [Equation] = []

  init(_ cells: [TableCell]) {
    var memory = LabelMemory()
    var numbers: [String: [Int]] = [:]
    var order: [String] = []
    for (number, cell) in cells.enumerated() {
      if numbers[cell.figure] == nil { order.append(cell.figure) }
      numbers[cell.figure, default: []].append(number)
    }
    var made: [FigureArithmetic] = []
    for figure in order {
      let grid = Grid(figure, numbers[figure] ?? [], of: cells, &memory)
      let structures = grid.blocks.map { BlockStructure($0, axes: grid.axes, of: cells) }
      made.append(FigureArithmetic(grid, structures, of: cells))
    }
    relations = made.flatMap { $0.structures.flatMap(\.relations) }
    let mended = Self.mended(cells, relations)
    for figure in made {
      let search = FormulaRelations(tables: figure.tables, cells: cells, mended: mended)
      let formulas = search.relations()
      relations += formulas
      open += figure.structures.flatMap(\.open)
      open += search.openUses().flatMap { Equation.pair($0, printed: cells[$0.target].value ?? 0) }
      relations += HundredRule(figure: figure, cells: cells).relations()
      relations += PartitionRule(figure: figure, cells: cells).relations()
      addMeansAndRanks(of: figure, cells)
      for formula in formulas { if let use = formula.formula { computed.insert(use.target) } }
    }
    figures = made
  }

  /// Means of all and the order of ranks, along each axis.
  private mutating func addMeansAndRanks(of figure: FigureArithmetic, _ cells: [TableCell]) {
    let isSaying = figure.structures.flatMap(\.block.cells).contains {
      cells[$0].decimals > 0 || cells[$0].value == nil
    }
    for table in figure.tables where isSaying {
      let means = WeightedMeans(table: table, cells: cells)
      relations += means.relations()
      open += means.open() + RankColumns(table: table, cells: cells).open()
    }
  }

  /// The cells with the misprints mended that sums alone give away.
  private static func mended(_ cells: [TableCell], _ relations: [LinearRelation]) -> [TableCell] {
    var search = RepairSearch(
      relations: relations, values: cells.map { $0.value ?? 0 }, decimals: cells.map(\.decimals))
    var cells = cells
    for repair in search.run().repairs { cells[repair.cell].value = repair.new }
    return cells
  }
  /// Shares by formula: what is computed as a part of a whole, in per cent.
  private func provenShares() -> Set<Int> {
    var result: Set<Int> = []
    for relation in relations {
      if let use = relation.formula, use.kind == .share { result.insert(use.target) }
      if relation.kind == .hundred { result.formUnion(relation.terms.map(\.cell)) }
    }
    return result
  }

  /// What labels that are totals by arithmetic are called, folded.
  private func provenTotals() -> Set<String> {
    var names: Set<String> = []
    for figure in figures {
      for (axis, compositions) in figure.structures.flatMap({ $0.compositions.enumerated() }) {
        for composition in compositions { names.insert(Label.folded(figure.grid.axes[axis].labels[composition.whole])) }
      }
    }
    return names
  }

  /// Cells in a sum that holds.
  func borneOut(_ cells: [TableCell]) -> Set<Int> {
    var result: Set<Int> = []
    for relation in relations where relation.comparison == .zero {
      guard relation.kind == .sum || relation.formula != nil, relation.holds({ cells[$0].value ?? 0 }) else { continue }
      if let use = relation.formula { result.insert(use.target) } else { result.formUnion(relation.terms.map(\.cell)) }
    }
    return result
  }

  /// What rules over one figure find.
  func contradictions(_ cells: [TableCell], report: String) -> [Contradiction] {
    let (borneOut, shares, totals) = (borneOut(cells), provenShares(), provenTotals())
    return figures.flatMap { figure -> [Contradiction] in
      let base = FigureRule(figure: figure, cells: cells, report: report, borneOut: borneOut)
      return ImpossibleRule(base: base, provenShares: shares, computed: computed).contradictions()
        + DoubleRule(base: base).contradictions() + RepeatedRowRule(base: base).contradictions()
        + ClassRule(base: base).contradictions() + CumulativeRule(base: base).contradictions()
        + MeanRule(base: base, computed: computed).contradictions() + CommonBaseRule(base: base).contradictions()
        + RankOrderRule(base: base).contradictions() + CalendarLabelRule(base: base).contradictions()
        + RoundedStepRule(base: base).contradictions() + LimitsRule(base: base).contradictions()
        + QuantileRule(base: base).contradictions()
        + PossibleShareRule(base: base, computed: computed).contradictions()
        + RankCountRule(base: base).contradictions() + CountedTwiceRule(base: base).contradictions()
        + MissingRowRule(base: base, proven: totals).contradictions()
    }
  }

  /// By cell, how finely its block is printed, how far its true number may be from it, and whether it may be below zero.
  func printings(_ cells: [TableCell]) -> [Printing?] {
    var printings = [Printing?](repeating: nil, count: cells.count)
    for figure in figures {
      for structure in figure.structures {
        let isSigned = structure.isSigned
        let coarser = coarser(structure, figure.grid.axes, cells)
        for cell in structure.block.cells {
          let half =
            cells[cell].value == 0 ? structure.hiddenByZero ?? structure.half(of: cell) : structure.half(of: cell)
          let step = coarser[cell] ?? structure.grain.step
          printings[cell] = Printing(
            step: step, half: max(half, step > structure.grain.step ? step / 2 : 0), isSigned: isSigned,
            isCount: structure.block.isCount)
        }
      }
    }
    return printings
  }

  /// The steps of cells in lines that are printed with fewer decimals than their block.
  private func coarser(_ structure: BlockStructure, _ axes: [GridAxis], _ cells: [TableCell]) -> [Int: Double] {
    guard structure.grain.step < 1 else { return [:] }
    var steps: [Int: Double] = [:]
    for axis in axes.indices where axes[axis].isVaried {
      for line in structure.block.lines(along: axis) where line.entries.count > 2 {
        let decimals = Grain.decimals(of: line.entries.map { cells[$0.cell].decimals })
        guard decimals > 0, Printed.unit(decimals) > 1.5 * structure.grain.step else { continue }
        for entry in line.entries { steps[entry.cell] = max(steps[entry.cell] ?? 0, Printed.unit(decimals)) }
      }
    }
    return steps
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
  let grid: Grid
  let structures: [BlockStructure]
  /// Seen along each axis that tells cells apart.
  let tables: [ColumnTable]

  init(_ grid: Grid, _ structures: [BlockStructure], of cells: [TableCell]) {
    (self.grid, self.structures) = (grid, structures)
    tables = grid.axes.indices.filter { grid.axes[$0].isVaried }.map {
      ColumnTable(grid, structures, axis: $0, of: cells)
    }
  }
}

/// How a cell was printed.
struct Printing {
  /// The distance between two numbers that can be printed.
  var step: Double
  /// How far the true number may be from the printed one; infinite where nothing tells.
  var half: Double
  var isSigned: Bool
  var isCount: Bool
}
