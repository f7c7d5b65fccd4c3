public import Model
public import Tabulation

/// The tables of numbers derived from estimates: what they start from, and what becomes of it.
public struct DerivedTables: Sendable {
  let monitor: Monitor
  let tables: [ConfidentialTable]
  let estimates: [MonitorEstimates.Computed]
  let undelivered: [ConfidentialTable]

  /// - Parameters:
  ///   - tables: Those of the edition, of which plans quote cells.
  ///   - undelivered: Tables of estimates that were not made for want of deliveries.
  public init(
    of monitor: Monitor, tables: [ConfidentialTable], estimates: [MonitorEstimates.Computed],
    undelivered: [ConfidentialTable] = []
  ) {
    (self.monitor, self.tables, self.estimates, self.undelivered) = (monitor, tables, estimates, undelivered)
  }

  /// One table a plan.
  ///
  /// - Throws: `MonitorEstimatesError.derived`.
  public func derived() throws(MonitorEstimatesError) -> [ConfidentialTable] {
    var derived: [ConfidentialTable] = []
    for plan in monitor.derived { derived.append(try table(of: plan)) }
    return derived
  }

  /// A number with its words, its rung and where it comes from.
  private struct Part {
    var key: String
    var label: LocalizedText
    var unit: RowUnit
    var cell: Cell
    var number: DerivedNumber
    var origin: LocalizedText
  }

  private func table(of plan: DerivedPlan) throws(MonitorEstimatesError) -> ConfidentialTable {
    guard !plan.operands.contains(where: isUndelivered) else { return undeliveredTable(plan) }
    switch plan.form {
    case .share(let seen, let whole, let times):
      let (top, bottom) = (try part("seen", seen, plan), try part("whole", whole, plan))
      let factors = times.map { [factor($0, 1)] } ?? []
      guard
        let share = DerivedNumber.share(
          seen: top.number.value, of: bottom.number, times: times?.value.value ?? 1)
      else { throw .derived(name: plan.name, .wholeIsZero) }
      return table(
        plan, parts: [top, bottom] + factors, result: share, unit: .perCent,
        notes: [
          formula(
            plan,
            LocalizedText(
              nl: "100 × \(top.label.nl) / \(product([bottom] + factors).nl)",
              en: "100 × \(top.label.en) / \(product([bottom] + factors).en)"))
        ])
    case .apportionment(let whole, let given, let reason):
      let bottom = try part("whole", whole, plan)
      let factors = given.enumerated().map { factor($1, $0 + 1) }
      let result = DerivedNumber.part(of: bottom.number, factors: given.map(\.value.value))
      return table(
        plan, parts: [bottom] + factors, result: result, unit: .named(plan.unit.label),
        notes: [formula(plan, product([bottom] + factors)), reason])
    }
  }

  private func table(
    _ plan: DerivedPlan, parts: [Part], result: DerivedNumber, unit: RowUnit, notes: [LocalizedText]
  ) -> ConfidentialTable {
    let first = TableShape.RowHeader(
      key: "derived", name: nil, label: plan.measure, measure: plan.measure, unit: unit, isTotal: true)
    let rows =
      [first]
      + parts.map {
        TableShape.RowHeader(key: $0.key, name: nil, label: $0.label, measure: $0.label, unit: $0.unit)
      }
    let column = TableShape.ColumnHeader(key: "value", name: LocalizedText(""), label: LocalizedText(""), panel: nil)
    let isProvisional = parts.contains { $0.cell.value.state == .provisional }
    let provisional = LocalizedText(
      nl: "Een van de getallen waarvan dit is afgeleid is voorlopig, en dit getal dus ook.",
      en: "One of the numbers this derives from is provisional, and so is this number.")
    let origins =
      (isProvisional ? [provisional] : [])
      + parts.map { part in
        LocalizedText(
          nl: "\(part.label.nl.capitalisedFirst) (\(part.cell.rung.label.nl)): \(part.origin.nl)",
          en: "\(part.label.en.capitalisedFirst) (\(part.cell.rung.label.en)): \(part.origin.en)")
      }
    var shape = TableShape(
      figure: plan.figure, title: plan.title, unit: plan.unit, rows: rows, columns: [column], panels: [], chart: .none,
      sourceLine: plan.sourceLine, notes: notes + origins + [Self.meaning(result)] + plan.notes)
    shape.countedOnce = LocalizedText(
      nl: "Dit getal is niet geteld en niet geschat, maar afgeleid van de getallen eronder.",
      en: "This number was not counted and not estimated, but derived from the numbers below it.")
    let value = Cell(cellValue(of: result, decimals: plan.decimals), rung: plan.rung)
    return ConfidentialTable(shape: shape, cells: [[value]] + parts.map { [$0.cell] })
  }

  private static func meaning(_ result: DerivedNumber) -> LocalizedText {
    guard result.interval != nil else {
      return LocalizedText(
        nl: "Bij het afgeleide getal hoort geen interval, omdat de aangehaalde schatting er hier geen heeft.",
        en: "There is no interval with the derived number, because the estimate quoted has none here.")
    }
    return LocalizedText(
      nl:
        "Het interval is dat van de schatting, met dezelfde formule omgerekend; onzekerheid in de andere getallen "
        + "zit er niet in.",
      en:
        "The interval is that of the estimate, converted by the same formula; uncertainty in the other numbers is "
        + "not in it."
    )
  }

  private func cellValue(of result: DerivedNumber, decimals: Int) -> CellValue {
    guard let interval = result.interval else {
      return .estimateWithoutInterval(Quantity(result.value, decimals: decimals))
    }
    return .estimate(
      Quantity(result.value, decimals: decimals), lower: Quantity(interval.lowerBound, decimals: decimals),
      upper: Quantity(interval.upperBound, decimals: decimals), percent: 95)
  }

  private func formula(_ plan: DerivedPlan, _ right: LocalizedText) -> LocalizedText {
    LocalizedText(
      nl: "Formule: \(plan.measure.nl) = \(right.nl). Trede: \(plan.rung.label.nl).",
      en: "Formula: \(plan.measure.en) = \(right.en). Rung: \(plan.rung.label.en).")
  }

  private func product(_ parts: [Part]) -> LocalizedText {
    guard parts.count > 1 else { return parts.first?.label ?? LocalizedText("") }
    let nl = parts.map(\.label.nl).joined(separator: " × ")
    let en = parts.map(\.label.en).joined(separator: " × ")
    return LocalizedText(nl: "(\(nl))", en: "(\(en))")
  }

  private func factor(_ factor: DerivedPlan.Factor, _ place: Int) -> Part {
    Part(
      key: "factor-\(place)", label: factor.label, unit: .named(LocalizedText(nl: "factor", en: "factor")),
      cell: Cell(.exact(factor.value), rung: .judged), number: DerivedNumber(value: factor.value.value),
      origin: LocalizedText(factor.source.endingInStop))
  }
}

extension DerivedTables {
  private func part(
    _ key: String, _ operand: DerivedPlan.Operand, _ plan: DerivedPlan
  ) throws(MonitorEstimatesError) -> Part {
    switch operand {
    case .quoted(let quoted):
      let value: CellValue =
        quoted.interval.map { .estimate(quoted.value, lower: $0.lower, upper: $0.upper, percent: 95) }
        ?? (quoted.isEstimate ? .estimateWithoutInterval(quoted.value) : .exact(quoted.value))
      return Part(
        key: key, label: quoted.label, unit: .named(plan.unit.label),
        cell: Cell(value, rung: quoted.isEstimate ? .estimated : .observed), number: number(value, quoted.value),
        origin: LocalizedText(
          nl: "aangehaald uit \(quoted.source.endingInStop)", en: "quoted from \(quoted.source.endingInStop)"))
    case .estimate(let name, let method): return try estimate(key, name, method, plan)
    case .cell(let figure, let row, let column): return try cell(key, figure, row, column, plan)
    }
  }

  private func estimate(
    _ key: String, _ name: String, _ method: String, _ plan: DerivedPlan
  ) throws(MonitorEstimatesError) -> Part {
    guard let computed = estimates.first(where: { $0.edition.plan.name == name }),
      let value = computed.edition.card.estimates.first(where: { $0.method.rawValue == method })
    else {
      throw .derived(name: plan.name, .methodNotOnCard(method, estimate: name))
    }
    guard let total = value.cellValue.quantity else {
      throw .derived(name: plan.name, .methodWithoutNumber(method, estimate: name))
    }
    let title = computed.edition.plan.title
    return Part(
      key: key,
      label: LocalizedText(
        nl: "geschat totaal (\(value.method.label.nl))", en: "estimated total (\(value.method.label.en))"),
      unit: .named(computed.edition.plan.unit.label), cell: Cell(value.cellValue, rung: .estimated),
      number: number(value.cellValue, total),
      origin: LocalizedText(
        nl: "schatting ‘\(title.nl)’ van deze editie. Aanname: \(value.method.assumption.nl)",
        en: "estimate ‘\(title.en)’ of this edition. Assumption: \(value.method.assumption.en)"))
  }

  private func cell(
    _ key: String, _ figure: String, _ row: String, _ column: String, _ plan: DerivedPlan
  ) throws(MonitorEstimatesError) -> Part {
    guard let table = tables.first(where: { $0.shape.figure == figure }) else {
      throw .derived(name: plan.name, .noTable(figure))
    }
    let shape = table.shape
    guard let rowIndex = shape.rows.firstIndex(where: { $0.key == row }) else {
      throw .derived(name: plan.name, .noRow(row, in: figure, among: shape.rows.map(\.key)))
    }
    let columns = shape.columns.map(\.key)
    guard let columnIndex = columns.firstIndex(of: column) ?? (columns.count == 1 ? 0 : nil) else {
      throw .derived(name: plan.name, .noColumn(column, in: figure, among: columns))
    }
    let cell = table.cells[rowIndex][columnIndex]
    guard let quantity = cell.value.quantity else {
      throw .derived(name: plan.name, .cellWithoutNumber(row: row, column: column, in: figure))
    }
    let (header, top) = (shape.rows[rowIndex], shape.columns[columnIndex])
    let place = { (language: Language) in
      [header.measure[language], header.label[language], top.label[language]].filter { !$0.isEmpty }.joined(
        separator: ", ")
    }
    return Part(
      key: key, label: LocalizedText(nl: place(.nl), en: place(.en)), unit: header.unit, cell: cell,
      number: number(cell.value, quantity),
      origin: LocalizedText(nl: "tabel \(figure) van deze editie.", en: "table \(figure) of this edition."))
  }

  private func number(_ value: CellValue, _ quantity: Quantity) -> DerivedNumber {
    guard case .estimate(_, let lower, let upper, _) = value, lower.value <= upper.value else {
      return DerivedNumber(value: quantity.value)
    }
    return DerivedNumber(value: quantity.value, interval: lower.value...upper.value)
  }
}

extension DerivedTables {
  private func isUndelivered(_ operand: DerivedPlan.Operand) -> Bool {
    switch operand {
    case .quoted: false
    case .estimate(let name, _): undelivered.contains { $0.shape.figure == EstimatePlan.figure(of: name) }
    case .cell(let figure, let row, let column):
      tables.first { $0.shape.figure == figure }?.value(row: row, column: column)?.absence == .notDelivered
    }
  }

  private func undeliveredTable(_ plan: DerivedPlan) -> ConfidentialTable {
    let row = TableShape.RowHeader(
      key: "derived", name: nil, label: plan.measure, measure: plan.measure, unit: .named(plan.unit.label),
      isTotal: true)
    let column = TableShape.ColumnHeader(key: "value", name: LocalizedText(""), label: LocalizedText(""), panel: nil)
    let reason = LocalizedText(
      nl: "Dit getal is niet af te leiden, omdat een getal dat ervoor nodig is niet is geleverd.",
      en: "This number cannot be derived, because a number it needs was not delivered.")
    let shape = TableShape(
      figure: plan.figure, title: plan.title, unit: plan.unit, rows: [row], columns: [column], panels: [], chart: .none,
      sourceLine: plan.sourceLine, notes: [reason] + plan.notes)
    return ConfidentialTable(shape: shape, cells: [[Cell(.notDelivered, rung: plan.rung)]])
  }
}

extension DerivedPlan {
  fileprivate var operands: [Operand] {
    switch form {
    case .share(let seen, let whole, _): [seen, whole]
    case .apportionment(let whole, _, _): [whole]
    }
  }
}

extension ConfidentialTable {
  /// The value under two header keys; of the only column by whatever key.
  fileprivate func value(row: String, column: String) -> CellValue? {
    guard let row = shape.rows.firstIndex(where: { $0.key == row }) else { return nil }
    let column = shape.columns.firstIndex { $0.key == column } ?? (shape.columns.count == 1 ? 0 : nil)
    return column.map { cells[row][$0].value }
  }
}

extension Quantity {
  /// A computed number, rounded to the decimals it is printed in.
  fileprivate init(_ value: Double, decimals: Int) {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    self.init(numerator: Int((value * Double(scale)).rounded()), denominator: scale, decimals: decimals)
  }
}

extension String {
  fileprivate var endingInStop: String { hasSuffix(".") ? self : self + "." }
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
