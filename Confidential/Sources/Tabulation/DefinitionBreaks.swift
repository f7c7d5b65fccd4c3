public import Model

/// Breaks in tables over cases where a source of records calls others a victim than before.
///
/// A table gets the break when it shows years on both sides of the change and a number in it, on each side, could be another
/// without the notifications of that source: the same question as which numbers lack a delivery.
public struct DefinitionBreaks {
  private let years: ClosedRange<Int>
  private var changes: [Change]

  private struct Change {
    var year: Int
    var seriesBreak: Figure.SeriesBreak
    var dependence: LackingDeliveries

    mutating func reaches(_ figure: Figure, _ shape: TableShape) -> Bool {
      var (before, after) = (false, false)
      for row in shape.rows.indices {
        for column in shape.columns.indices {
          let touched = dependence.entries(of: figure, shape, row: row, column: column).map(\.year)
          before = before || touched.contains { $0 < year }
          after = after || touched.contains { $0 >= year }
          if before, after { return true }
        }
      }
      return false
    }
  }

  public init(of monitor: Monitor) {
    years = monitor.years
    changes = monitor.sources.filter { !$0.deliversCounts }.flatMap { source in
      source.definitionChanges.map { change in
        Change(
          year: change.year, seriesBreak: change.seriesBreak(by: source),
          dependence: LackingDeliveries(on: .without(source.name, in: monitor), of: monitor))
      }
    }
  }

  /// The table with the breaks that it crosses.
  ///
  /// - Precondition: the table is that of the figure.
  public mutating func marked(_ table: ConfidentialTable, of figure: Figure) -> ConfidentialTable {
    var shape = table.shape
    for index in changes.indices where figure.crosses(changes[index].year - 1, years: years) {
      if changes[index].reaches(figure, table.shape) { shape.breaks.insert(changes[index].seriesBreak) }
    }
    return ConfidentialTable(shape: shape, cells: table.cells)
  }
}
