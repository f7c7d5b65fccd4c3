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

  /// By row, the row of the period before, the row above where rows are no parts of years; that of the one behind; and that
  /// of the same quarter, month or week a year before.
  private(set) var (before, after, yearBefore): ([Int?], [Int?], [Int?]) = ([], [], [])
  /// By row, its year or that of the part of a year; none where no row is a part of a year.
  private var years: [Int?] = []

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
    findNeighbours(grid.axes[axis])
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
        let printed = column.cells.compactMap { $0.map { cells[$0] } }
        column.half = max(
          structures[number].grain.half, Self.half(of: column.decimals, in: structures[number].grain),
          Printed.singlePrecision(printed.compactMap(\.value)) ?? 0)
        column.isCount = column.decimals == 0 && block.isCount
        column.isShare = block.unit.contains("%")
        if column.cells.count(where: { $0 != nil }) > 1 { columns.append(column) }
      }
    }
  }
  /// What is printed with fewer decimals than the rest of its block is known less finely.
  private static func half(of decimals: Int, in grain: Grain) -> Double {
    decimals > 0 && Printed.unit(decimals) > 1.5 * grain.step ? Printed.unit(decimals) / 2 : 0
  }

  /// Whether a formula looks from one year into another: what adds up within a year begins again there.
  func crossesYear(_ formula: Formula, _ row: Int) -> Bool {
    guard row >= 0, !years.isEmpty, let year = years[row] else { return false }
    return [formula.first, formula.second].contains { operand in
      switch operand {
      case .before: before[row].map { years[$0] != year } ?? false
      case .after: after[row].map { years[$0] != year } ?? false
      case .column, .whole, .parts, .yearBefore: false
      }
    }
  }

  private mutating func findNeighbours(_ axis: GridAxis) {
    let periods = rows.map { axis.periods[axis.labels[$0]] }
    guard periods.contains(where: { $0?.part != nil }) else {
      before = rows.indices.map { $0 > 0 ? $0 - 1 : nil }
      after = rows.indices.map { $0 + 1 < rows.count ? $0 + 1 : nil }
      yearBefore = rows.indices.map { _ in nil }
      return
    }
    years = periods.map { $0?.years.first }
    var places: [Period: Int] = [:]
    for (row, period) in periods.enumerated() { if let period { places[period] = row } }
    before = periods.map { $0?.before.flatMap { places[$0] } }
    // Days of counting, or months without a year, follow each other as they are printed.
    guard 2 * before.count(where: { $0 != nil }) >= rows.count - 1 else {
      before = rows.indices.map { $0 > 0 ? $0 - 1 : nil }
      after = rows.indices.map { $0 + 1 < rows.count ? $0 + 1 : nil }
      yearBefore = rows.indices.map { _ in nil }
      return
    }
    yearBefore = periods.map { $0?.yearBefore.flatMap { places[$0] } }
    after = rows.indices.map { _ in nil }
    for (row, other) in before.enumerated() { if let other { after[other] = row } }
  }
}

extension Period {
  /// The same part of the year before.
  fileprivate var yearBefore: Period? {
    guard let part, let year = years.first else { return nil }
    return Period(part, of: year - 1)
  }
}
