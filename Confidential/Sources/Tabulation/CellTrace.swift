public import Model

/// How the number in one cell came about, in counts without persons.
public struct CellTrace: Equatable, Sendable {
  public var figure: String
  public var row: TableShape.RowHeader
  public var column: TableShape.ColumnHeader
  public var rung: Rung
  /// What was received in all, before anything was selected.
  public var received: Received
  /// Cases of this row and column, excluded ones too.
  public var casesBeforeExclusion: Int
  /// Of those, the cases that the row's population leaves out, by the rule that excluded them.
  public var excluded: [ExcludedCases]
  public var casesCounted: Int
  /// What those cases add up to in the unit of count; for a mean or median the number of known values.
  public var counted: Int
  /// Notifications about the cases counted.
  public var notifications: Int
  /// Of the cases counted, those whose value was imputed, by variable.
  public var imputed: [ImputedCases]
  /// The notifications behind the cases counted, by delivery; deliveries without any are left out.
  public var deliveries: [DeliveryShare]
  /// For a quoted number: where it was read. Nothing was counted.
  public var quotedFrom: String?

  /// Notifications that did not count again; 0 when each counts.
  public var repeatsRemoved: Int { max(0, notifications - counted) }

  /// Over all deliveries, whatever the figure asks.
  public struct Received: Equatable, Sendable {
    public var rowsRead: Int
    public var rowsSetAside: Int
    public var notifications: Int
    public var withoutPerson: Int
    public var cases: Int
  }

  /// Cases of the cell that one rule took out; a case is counted at the first rule that did.
  public struct ExcludedCases: Equatable, Sendable {
    public var rule: String
    public var cases: Int
  }

  /// Cases of the cell whose value of one variable was unknown before imputation and known after it.
  public struct ImputedCases: Equatable, Sendable {
    public var variable: String
    public var cases: Int
  }

  /// What one delivery contributed to the cell.
  public struct DeliveryShare: Equatable, Sendable {
    public var delivery: DeliverySummary
    public var notifications: Int
  }
}

extension Figure {
  /// How the number under a row and a column key came about.
  ///
  /// Keys are those of the table's headers. A column key stands for the first panel that has it; `panel` chooses.
  ///
  /// - Throws: `TabulationError.unknownCell` for a row or column the figure does not have, and the errors of
  ///   `tabulated(over:)`.
  public func trace(
    row rowKey: String, column columnKey: String, panel: Int? = nil, in cases: Cases, notifications: Notifications
  ) throws(TabulationError) -> CellTrace {
    switch numbers {
    case .counted(let counted):
      return try trace(counted, row: rowKey, column: columnKey, panel: panel, in: cases, notifications)
    case .quoted(let quoted):
      return try trace(quoted, row: rowKey, column: columnKey, panel: panel, in: cases, notifications)
    case .delivered: preconditionFailure("a number of a count table was to be traced over cases")
    }
  }

  private func trace(
    _ counted: Counted, row rowKey: String, column columnKey: String, panel: Int?, in cases: Cases,
    _ notifications: Notifications
  ) throws(TabulationError) -> CellTrace {
    let plan = try FigurePlan(self, counted, over: cases)
    let rows = plan.rows + (plan.total.map { [$0] } ?? []) + plan.summaries
    guard let row = rows.first(where: { $0.header.key == rowKey }),
      let column = plan.columns.first(where: {
        $0.header.key == columnKey && (panel == nil || $0.header.panel == panel)
      })
    else { throw .unknownCell(figure: id, row: rowKey, column: columnKey) }
    do {
      return try CellTracing(plan, cases, notifications).trace(row, column)
    } catch {
      throw TabulationError(error, figure: id)
    }
  }

  private func trace(
    _ quoted: Quoted, row rowKey: String, column columnKey: String, panel: Int?, in cases: Cases,
    _ notifications: Notifications
  ) throws(TabulationError) -> CellTrace {
    let shape = quoted.table(of: self).shape
    guard let (header, row) = zip(shape.rows, quoted.rows).first(where: { $0.0.key == rowKey }),
      let column = shape.columns.first(where: { $0.key == columnKey }), panel == nil
    else { throw .unknownCell(figure: id, row: rowKey, column: columnKey) }
    var trace = CellTrace(figure: id, row: header, column: column, rung: .judged, cases, notifications)
    trace.quotedFrom = row.source
    return trace
  }
}

extension CellTrace {
  /// Of a cell for which nothing is counted yet.
  fileprivate init(
    figure: String, row: TableShape.RowHeader, column: TableShape.ColumnHeader, rung: Rung, _ cases: Cases,
    _ notifications: Notifications
  ) {
    let received = Received(
      rowsRead: notifications.deliveries.reduce(0) { $0 + $1.rowsRead },
      rowsSetAside: notifications.deliveries.reduce(0) { $0 + $1.rowsSetAside },
      notifications: notifications.columns.rowCount,
      withoutPerson: notifications.person.count { $0 == Notifications.noPerson }, cases: cases.columns.rowCount)
    self.init(
      figure: figure, row: row, column: column, rung: rung, received: received, casesBeforeExclusion: 0, excluded: [],
      casesCounted: 0, counted: 0, notifications: 0, imputed: [], deliveries: [])
  }
}

/// Walks over the cases of one cell.
private struct CellTracing {
  let plan: FigurePlan
  let cases: Cases
  let notifications: Notifications

  init(_ plan: FigurePlan, _ cases: Cases, _ notifications: Notifications) {
    self.plan = plan
    self.cases = cases
    self.notifications = notifications
  }

  func trace(_ row: FigurePlan.Row, _ column: FigurePlan.Column) throws(SelectionError) -> CellTrace {
    var trace = CellTrace(
      figure: plan.figure.id, row: row.header, column: column.header, rung: row.rung, cases, notifications)
    let counted = try count(row, column, into: &trace)
    trace.imputed = try imputed(counted, row)
    addDeliveries(of: counted, to: &trace)
    return trace
  }

  /// The cases of the cell; the trace receives their number and what was left out.
  private func count(
    _ row: FigurePlan.Row, _ column: FigurePlan.Column, into trace: inout CellTrace
  ) throws(SelectionError) -> [Int] {
    var margin = Margin.whole
    var weight = Weight.one
    switch row.content {
    case .counts(let rowMargin, _, let scope):
      margin = rowMargin
      weight = plan.weight(rowMargin, column.margin, per: scope)
    case .share(_, _, let scope, _): weight = plan.weight(.whole, column.margin, per: scope)
    case .summary: break
    }
    let selected = row.content.selected
    let together = CellTracing.together(row.content)
    let count = cases.columns.rowCount
    let inRow = try MarginMarker(margin, cases.columns).times(rowCount: count)
    let inColumn = try MarginMarker(column.margin, cases.columns).times(rowCount: count)
    let taken = try CaseSelector(selected, cases).selection(rowCount: count)
    let everyone = try CaseSelector(selected.ofAll, cases).selection(rowCount: count)
    let weights = try CaseWeigher(weight, cases).weights(rowCount: count)
    var excluded = [Int](repeating: 0, count: cases.exclusions.count)
    var counted: [Int] = []
    for index in 0..<count where everyone[index] != 0 && inRow[index] * inColumn[index] != 0 {
      trace.casesBeforeExclusion += 1
      if taken[index] != 0 {
        counted.append(index)
        trace.counted += Int(weights[index]) * inRow[index] * inColumn[index]
      } else if cases.excludedBy[index] > 0 {
        excluded[Int(cases.excludedBy[index]) - 1] += 1
      }
    }
    trace.casesCounted = counted.count
    if let together { trace.counted = CasesTogether(together, cases).count(counted) }
    trace.excluded = zip(cases.exclusions, excluded).filter { $1 > 0 }.map { .init(rule: $0, cases: $1) }
    return counted
  }

  /// The number variable by whose value the row counts cases together, if it does.
  private static func together(_ content: FigurePlan.Row.Content) -> String? {
    switch content {
    case .counts(_, _, .oncePerYearTogether(let variable)), .share(_, _, .oncePerYearTogether(let variable), _):
      variable
    case .counts, .share, .summary: nil
    }
  }

  private func addDeliveries(of counted: [Int], to trace: inout CellTrace) {
    var perDelivery = [Int](repeating: 0, count: notifications.deliveries.count)
    for index in counted {
      let members = cases.members[Int(cases.offsets[index])..<Int(cases.offsets[index + 1])]
      trace.notifications += members.count
      for member in members { perDelivery[Int(notifications.delivery[Int(member)])] += 1 }
    }
    trace.deliveries = zip(notifications.deliveries, perDelivery).filter { $1 > 0 }.map {
      .init(delivery: $0, notifications: $1)
    }
  }

  /// Cases whose value was unknown before imputation and known after, for each imputed variable that the cell uses.
  private func imputed(
    _ counted: [Int], _ row: FigurePlan.Row
  ) throws(SelectionError) -> [CellTrace.ImputedCases] {
    var used = plan.figure.dimensions.map(\.variable)
    used += row.content.selected.anyOf.flatMap { $0.condition.mentions.map(\.variable) }
    var result: [CellTrace.ImputedCases] = []
    for variable in cases.imputedVariables where used.contains(variable) {
      let trails = cases.imputationTrails.filter { $0.variable == variable }
      let wasImputed = Condition.any(
        trails.map { .all([.isKnown(variable: $0.imputed), .not(.isKnown(variable: $0.original))]) })
      let marks = try wasImputed.selection(in: cases.columns)
      result.append(.init(variable: variable, cases: counted.count { marks[$0] != 0 }))
    }
    return result
  }
}

extension Selected {
  /// The same cases, excluded ones too.
  fileprivate var ofAll: Selected {
    Selected(any: anyOf.map { Selected(.all, $0.condition) })
  }
}
