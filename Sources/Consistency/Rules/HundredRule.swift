/// Shares that together make a hundred, in lines without a printed total.
///
/// Where most lines of a table make a hundred, within what rounding each share allows, the others should. A lone line
/// should when it comes within a tenth of it.
struct HundredRule {
  let figure: FigureArithmetic
  let cells: [TableCell]

  private static let nearness = 10.0

  func relations() -> [LinearRelation] {
    figure.structures.flatMap { structure -> [LinearRelation] in
      guard structure.block.unit.contains("%") else { return [] }
      return figure.grid.axes.indices.flatMap { relations(structure, $0) }
    }
  }

  private func relations(_ structure: BlockStructure, _ axis: Int) -> [LinearRelation] {
    let isWhole = figure.grid.axes[axis].isWhole
    let lines = structure.block.lines(along: axis)
    let labels = Set(lines.flatMap { $0.entries.map(\.label) })
    guard labels.count > 2, !labels.contains(where: { isWhole[$0] }), structure.compositions[axis].isEmpty else {
      return []
    }
    let full = lines.filter { line in
      line.entries.count == labels.count
        && line.entries.allSatisfy { (cells[$0.cell].value ?? -1) >= 0 && (cells[$0.cell].value ?? 101) <= 100 }
    }
    let made = full.map { relation($0, structure.grain) }
    let value = { (cell: Int) in cells[cell].value ?? 0 }
    let closing = made.filter { $0.holds(value) }.count
    if lines.count == 1, let only = made.first {
      return abs(only.excess(value)) <= Self.nearness && isTable(only.terms.map(\.cell)) ? [only] : []
    }
    return closing > 0 && 2 * closing >= made.count ? made : []
  }

  /// Shares of one table have the same decimals; a few lose a zero at the end on their way.
  private func isTable(_ numbers: [Int]) -> Bool {
    let decimals = numbers.map { cells[$0].decimals }
    return 4 * decimals.filter { $0 < decimals.max() ?? 0 }.count <= numbers.count
  }

  private func relation(_ line: GridLine, _ grain: Grain) -> LinearRelation {
    let numbers = line.entries.map(\.cell)
    var relation = LinearRelation(
      kind: .hundred, terms: numbers.map { .init(cell: $0, sign: 1) }, comparison: .zero, subject: numbers[0],
      others: Set(numbers.dropFirst()))
    relation.constant = -100
    relation.tolerance =
      Double(numbers.count) * (grain.half.isFinite ? max(grain.half, grain.step / 2) : grain.step / 2)
    return relation
  }
}
