public import Model

/// What the tables over cases lack for want of deliveries.
///
/// A number that needs a delivery that is not there is *not delivered*; one that a missing or partial delivery could
/// change is *provisional*, and a note on the table says what it lacks. Nothing else changes. Tables over counts say so
/// by themselves, cell by cell.
public struct LackingDeliveries {
  private var dependence: DeliveryDependence
  private let monitor: Monitor

  public init(on grid: DeliveryGrid, of monitor: Monitor) {
    dependence = DeliveryDependence(on: grid, of: monitor)
    self.monitor = monitor
  }

  /// The table with what it lacks in its cells and notes.
  ///
  /// - Precondition: the table is that of the figure.
  public mutating func marked(_ table: ConfidentialTable, of figure: Figure) -> ConfidentialTable {
    guard case .counted(let counted) = figure.numbers, !dependence.isWhole else { return table }
    let needs = CellNeeds(counted, unit: figure.unit, shape: table.shape, monitor: monitor)
    var lacking: Set<DeliveryGrid.Entry> = []
    let cells = table.cells.indices.map { row in
      table.cells[row].indices.map { column in
        let answers = needs.asked(row: row, column: column).map { dependence.answer(to: $0) }
        let cell = table.cells[row][column].marked(answers)
        if cell != table.cells[row][column] { lacking.formUnion(answers.flatMap(\.lacking)) }
        return cell
      }
    }
    var shape = table.shape
    shape.notes += inOrder(lacking).grouped().map { $0.note(in: monitor) }
    return ConfidentialTable(shape: shape, cells: cells)
  }

  /// The deliveries that the number in a cell lacks, in the order of the grid; none for a figure not over cases.
  public mutating func entries(
    of figure: Figure, _ shape: TableShape, row: Int, column: Int
  ) -> [DeliveryGrid.Entry] {
    guard case .counted(let counted) = figure.numbers, !dependence.isWhole else { return [] }
    let needs = CellNeeds(counted, unit: figure.unit, shape: shape, monitor: monitor)
    return inOrder(Set(needs.asked(row: row, column: column).flatMap { dependence.answer(to: $0).lacking }))
  }

  private func inOrder(_ entries: Set<DeliveryGrid.Entry>) -> [DeliveryGrid.Entry] {
    dependence.grid.lacking.filter(entries.contains)
  }
}

extension Cell {
  /// The cell when some of what it rests on was not delivered.
  ///
  /// - Parameter answers: One for each count the cell is made of.
  fileprivate func marked(_ answers: [DeliveryDependence.Answer]) -> Cell {
    var cell = self
    if answers.contains(where: \.isMissing), isWithoutNumber {
      guard value != .notAsked, value != .notApplicable, value != .notShown else { return self }
      (cell.value, cell.rank) = (.notDelivered, nil)
    } else if answers.contains(where: \.isNotApplicable), isWithoutNumber, value != .notAsked {
      (cell.value, cell.rank) = (.notApplicable, nil)
    } else if answers.contains(where: { !$0.lacking.isEmpty }) {
      switch value {
      case .exact(let quantity): cell.value = .provisional(quantity)
      case .undefined: cell.value = .notDelivered
      case .rounded, .provisional, .revised, .estimate, .estimateWithoutInterval, .suppressed, .notShown, .notAsked,
        .notDelivered, .notRecorded, .notApplicable, .notDerivable, .notEstimable:
        break
      }
    }
    return cell
  }
}

extension LackingDeliveries {
  /// The deliveries that the lists of an estimate lack, in the order of the grid; none for lists from a table.
  ///
  /// - Parameter stratum: A value for each of the plan's strata.
  package mutating func entries(behind plan: EstimatePlan, stratum: [String]) -> [DeliveryGrid.Entry] {
    guard case .cases(let variable, let filter) = plan.lists, !dependence.isWhole else { return [] }
    let years = Condition.isIn(variable: "year", values: plan.years.map(String.init))
    let parts = zip(plan.strata, stratum).map { Condition.isIn(variable: $0, values: [$1]) }
    let asked = DeliveryDependence.Asked(
      condition: .conjunction([years] + [filter].compactMap(\.self) + parts + monitor.staying(in: .remaining)),
      weight: .reporters(variable: variable, among: nil))
    return inOrder(Set(dependence.answer(to: asked).lacking))
  }
}
