/// A figure as rows along one axis, and a column for everything else that tells its cells apart.
struct ColumnTable {
  let axis: Int
  /// The labels of the rows, in order; totals are not among them.
  private(set) var rows: [Int] = []
  private(set) var columns: [Column] = []

  struct Column {
    var block: Int
    /// Where it stands on the other axes.
    var rest: [Int32]
    /// By row.
    var cells: [Int?]
    /// What stands at a total of the axis, if the column has one.
    var whole: Int?
    var half = 0.0
    var decimals = 0
    /// Printed as whole numbers of things.
    var isCount = true
    /// In per cent.
    var isShare = false
  }

  /// The row of the totals.
  static let whole = -1

  func cell(_ column: Int, _ row: Int) -> Int? {
    row == Self.whole ? columns[column].whole : columns[column].cells[row]
  }

  /// Whether some of its cells have bounds and no number.
  func hasOpenCells(_ cells: [TableCell]) -> Bool {
    columns.contains { column in
      (column.cells + [column.whole]).contains { $0.map { cells[$0].value == nil && cells[$0].bounds != nil } ?? false }
    }
  }

  init(_ grid: Grid, _ structures: [BlockStructure], axis: Int, of cells: [TableCell]) {
    self.axis = axis
    let isWhole = grid.axes[axis].isWhole
    let totals = Set(structures.flatMap { $0.compositions[axis].map(\.whole) })
    let isRow = isWhole.indices.map { !isWhole[$0] && $0 > 0 }
    rows = isRow.indices.filter { isRow[$0] }
    var places = [Int](repeating: -1, count: isRow.count)
    for (place, label) in rows.enumerated() { places[label] = place }
    for (number, block) in grid.blocks.enumerated() {
      for line in block.lines(along: axis) {
        var column = Column(block: number, rest: line.rest, cells: [Int?](repeating: nil, count: rows.count))
        for entry in line.entries {
          if places[entry.label] >= 0 {
            column.cells[places[entry.label]] = entry.cell
          }
          if column.whole == nil, isWhole[entry.label] || totals.contains(entry.label) { column.whole = entry.cell }
        }
        column.decimals = Grain.decimals(of: column.cells.compactMap { $0.map { cells[$0].decimals } })
        column.half = structures[number].grain.half
        column.isCount = column.decimals == 0 && Block.isCount(unit: block.unit, measure: block.measure)
        column.isShare = block.unit.contains("%")
        if column.cells.count(where: { $0 != nil }) > 1 { columns.append(column) }
      }
    }
  }
}
