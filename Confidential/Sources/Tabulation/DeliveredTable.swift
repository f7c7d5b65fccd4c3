public import Model

extension Figure {
  /// The table of a figure over count tables.
  ///
  /// Words that stand for one code are added, and so are the parts of an axis that is not shown when the partner gave
  /// no total. What was not delivered stays that, also in sums; what a partner does not keep is not recorded, and what
  /// its table does not ask, or not in that year, is not asked. Categories of which several may hold at once are never
  /// added, nor are percentages and other numbers: what would need that is not derivable.
  ///
  /// - Parameter counts: In the order of their periods within a source.
  /// - Throws: `TabulationError` when the figure names a table, variable or value that the monitor does not have.
  public func tabulated(over counts: [ReportedCounts], in monitor: Monitor) throws(TabulationError) -> ConfidentialTable
  {
    try DeliveredTable(self, over: counts, in: monitor).table()
  }
}

/// A figure over count tables, with the cells of those tables at hand.
struct DeliveredTable {
  let plan: DeliveredPlan
  private let cells: [DeliveredCells]
  private let monitor: Monitor

  init(_ figure: Figure, over counts: [ReportedCounts], in monitor: Monitor) throws(TabulationError) {
    guard case .delivered(let delivered) = figure.numbers else {
      preconditionFailure("a figure that does not take its numbers from count tables was to be read from them")
    }
    plan = try DeliveredPlan(figure, delivered, in: monitor)
    cells = plan.tables.map { DeliveredCells($0.source, $0.table, in: counts, of: monitor) }
    self.monitor = monitor
    for row in plan.rows {
      for column in plan.columns { _ = try choices(row.asked + column.asked, cells[row.table]) }
    }
  }

  func table() -> ConfidentialTable {
    let figure = plan.figure
    var shape = TableShape(of: figure, rows: plan.rows.map(\.header), columns: plan.columns.map(\.header))
    shape.notes += classNotes
    shape.constants = plan.constants
    let cells = plan.rows.map { row in plan.columns.map { Cell(value(row, $0), rung: .observed) } }
    return ConfidentialTable(shape: shape, cells: cells).withExistence(of: figure)
  }

  // MARK: One cell

  func value(_ row: DeliveredPlan.Row, _ column: DeliveredPlan.Column) -> CellValue {
    let part = answer(row, column)
    switch plan.delivered.statistic {
    case .count: return part.cellValue
    case .shareOfColumn(let decimals), .shareOfRow(let decimals):
      return whole(row, column).map { part.share(of: $0, decimals: decimals) } ?? .undefined
    }
  }

  func answer(_ row: DeliveredPlan.Row, _ column: DeliveredPlan.Column) -> CountAnswer {
    answer(row.asked + column.asked, cells[row.table])
  }

  /// What the cell is a share of; nil when the figure asks for no share or there is no whole.
  func whole(_ row: DeliveredPlan.Row, _ column: DeliveredPlan.Column) -> CountAnswer? {
    switch plan.delivered.statistic {
    case .count: nil
    case .shareOfColumn: plan.columnWhole.map { answer($0 + column.asked, cells[row.table]) }
    case .shareOfRow: answer(row.asked + plan.rowWhole, cells[row.table])
    }
  }

  private func answer(_ asked: [DeliveredPlan.Asked], _ cells: DeliveredCells) -> CountAnswer {
    guard let (years, choices) = try? choices(asked, cells) else {
      preconditionFailure("a cell was asked for that was not planned")
    }
    return cells.answer(years: years, choices, asTotal: asked.contains(where: \.isTotal))
  }

  // MARK: From codes to words

  /// The years, and the words of each axis of the table, that a row and column ask for together.
  private func choices(
    _ asked: [DeliveredPlan.Asked], _ cells: DeliveredCells
  ) throws(TabulationError) -> (years: [Int], [DeliveredCells.Choice]) {
    let table = cells.table
    var years = table.years
    var choices = [DeliveredCells.Choice](repeating: .all, count: table.axes.count)
    for one in asked {
      if one.variable == "year" {
        if let codes = one.codes { years = codes.compactMap { Int($0) } }
      } else if let axis = table.axis(of: one.variable) {
        choices[axis] = choice(one, table.axes[axis])
      } else if let axis = table.axes.firstIndex(where: { one.from.contains($0.variable) }) {
        choices[axis] = choice(one, classesOf: table.axes[axis])
      } else {
        throw .unknownVariable(figure: plan.figure.id, variable: one.variable)
      }
    }
    return (years, choices)
  }

  private func choice(_ asked: DeliveredPlan.Asked, _ axis: CountAxis) -> DeliveredCells.Choice {
    guard let codes = asked.codes else { return .all }
    let words = axis.words.indices.filter { codes.contains(axis.words[$0].code) }
    let isAsked = codes.contains { code in axis.words.contains { $0.code == code } }
    return isAsked ? .words(words) : .notAsked
  }

  /// The words whose classes make up the classes asked for.
  private func choice(_ asked: DeliveredPlan.Asked, classesOf axis: CountAxis) -> DeliveredCells.Choice {
    guard let codes = asked.codes else { return .all }
    guard let words = words(of: codes, of: asked.variable, in: axis) else { return .impossible }
    return words.isEmpty ? .notAsked : .words(words)
  }

  /// The words of an axis that make up categories of another variable, taken together; nil when its classes cannot.
  ///
  /// A category without bounds, such as one for unknown, is the one with the same code.
  private func words(of codes: [String], of variable: String, in axis: CountAxis) -> [Int]? {
    let bounded = axis.codes.filter { monitor.bounds(of: $0, in: axis.variable) != nil }
    let classes = bounded.compactMap { monitor.bounds(of: $0, in: axis.variable) }
    var taken = codes.filter { monitor.bounds(of: $0, in: variable) == nil }
    for wanted in ClassBounds.merged(codes.compactMap { monitor.bounds(of: $0, in: variable) }) {
      guard let tiles = wanted.tiles(in: classes) else { return nil }
      taken += tiles.map { bounded[$0] }
    }
    return axis.words.indices.filter { taken.contains(axis.words[$0].code) }
  }

  // MARK: Where classes meet

  /// Says of each table whose classes cannot make all that is asked which classes it has, and where all tables meet.
  private var classNotes: [LocalizedText] {
    let dimensions = plan.delivered.panels + [plan.delivered.rows.axis].compactMap(\.self)
    return dimensions.filter { !$0.from.isEmpty }.flatMap { notes(on: $0) }.reduce(into: []) { notes, note in
      if !notes.contains(note) { notes.append(note) }
    }
  }

  private func notes(on dimension: Figure.Dimension) -> [LocalizedText] {
    let groups = dimension.pools.isEmpty ? dimension.order.map { [$0] } : dimension.pools.map(\.codes)
    var divisions: [[ClassBounds]] = []
    var short: [(Source, CountAxis, [ClassBounds])] = []
    for (source, table) in plan.tables {
      guard let axis = table.axes.first(where: { dimension.from.contains($0.variable) }) else { continue }
      let classes = axis.codes.compactMap { monitor.bounds(of: $0, in: axis.variable) }
      divisions.append(classes)
      let isShort = groups.contains { words(of: $0, of: dimension.variable, in: axis) == nil }
      if isShort, !short.contains(where: { $0.0.name == source.name && $0.1 == axis }) {
        short.append((source, axis, classes))
      }
    }
    let shared = list(commonClasses(of: divisions))
    return short.map { source, axis, classes in
      let own = list(classes)
      return LocalizedText(
        nl:
          "\(capitalized(source.label.nl)) telt in andere klassen: \(own.nl). Waar die niet op de klassen van deze tabel "
          + "passen, staat geen getal. "
          + (shared.nl.isEmpty ? "Er zijn geen gemeenschappelijke klassen." : "Gemeenschappelijk zijn: \(shared.nl)."),
        en:
          "\(capitalized(source.label.en)) counts in other classes: \(own.en). Where these do not fit the classes of this table, "
          + "there is no number. "
          + (shared.en.isEmpty ? "There are no classes in common." : "In common are: \(shared.en)."))
    }
  }

  private func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private func list(_ classes: [ClassBounds]) -> LocalizedText {
    LocalizedText(
      nl: classes.map(\.words.nl).joined(separator: "; "), en: classes.map(\.words.en).joined(separator: "; "))
  }
}

extension Monitor {
  fileprivate func bounds(of code: String, in variable: String) -> ClassBounds? {
    codebook.variable(named: variable)?.categories.first { $0.code == code }?.bounds
  }
}
