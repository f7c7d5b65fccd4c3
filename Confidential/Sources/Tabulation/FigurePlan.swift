internal import Model

/// A figure counted over cases with everything looked up: which cases each row and column takes together.
struct FigurePlan: Sendable {
  struct Row: Sendable {
    var header: TableShape.RowHeader
    var content: Content
    var rung: Rung

    enum Content: Sendable {
      /// Cases of a margin, counted in a unit.
      case counts(Margin, Selected, RepeatScope)
      /// Some cases as per cent of a base they are among, both counted in a unit.
      case share(Selected, of: Selected, RepeatScope, decimals: Int)
      case summary(Figure.SummaryRow, Selected)
    }
  }

  struct Column: Sendable {
    var header: TableShape.ColumnHeader
    var margin: Margin
  }

  let figure: Figure
  let counted: Figure.Counted
  /// Rows before totals and summaries; for a top table all candidates.
  var rows: [Row] = []
  var total: Row?
  var summaries: [Row] = []
  var columns: [Column] = []
  /// The whole that shares of a column and of a row are shares of.
  var columnWhole = Row.Content.counts(.whole, Selected(.remaining), .oncePerYear)
  var rowWhole = Margin.whole
  /// Positions in `rows` that may be ranked.
  var candidates: [Int] = []
  /// The unit counts members of this set.
  let members: String?
  /// The mask of the members counted.
  var memberMask: UInt64 = SetMask.allMembers.packed

  init(_ figure: Figure, _ counted: Figure.Counted, over cases: Cases) throws(TabulationError) {
    self.figure = figure
    self.counted = counted
    if case .oncePerYearPer(let variable) = figure.unit.repeats { members = variable } else { members = nil }
    try checkNames(cases)
    let selected = Selected(counted.population, counted.filter)
    let rungs = RungLadder(counted, per: figure.unit, cases)
    let panels = try planColumns(cases)
    try planRows(cases, selected, rungs)
    memberMask = try countedMembers(cases)
    planSummaries(selected, rungs)
    let hasMembersPanel = panels.contains { $0.shown.countsMembers }
    if hasMembersPanel || rows.contains(where: { $0.isOfMembers }) { memberMask = SetMask.allMembers.packed }
  }

  /// How much a case adds where a row and a column meet.
  func weight(_ row: Margin, _ column: Margin, per scope: RepeatScope) -> Weight {
    switch scope {
    case .oncePerYear, .oncePerYearTogether: .one
    case .everyTime, .asDelivered: .notifications
    case .everyTimeAgain: .repeats
    case .oncePerYearPer(let variable) where variable != members:
      .members(variable: variable, SetMask.allMembers.packed)
    case .oncePerYearPer(let variable):
      row.countsMembers || column.countsMembers ? .one : .members(variable: variable, memberMask)
    }
  }

  private func checkNames(_ cases: Cases) throws(TabulationError) {
    var populations = [counted.population]
    if case .series(let series) = counted.rows { populations += series.compactMap(\.population) }
    for population in populations {
      if case .after(let rule) = population, !cases.exclusions.contains(rule) {
        throw .unknownExclusion(figure: figure.id, rule: rule)
      }
    }
    if let members {
      guard cases.columns.index(of: members) != nil else {
        throw .unknownVariable(figure: figure.id, variable: members)
      }
      guard case .set = cases.columns[members] else { throw .unsuited(figure: figure.id, variable: members) }
    }
    var numbers = counted.summaries.map(\.variable)
    var scopes = [figure.unit.repeats]
    if case .series(let series) = counted.rows {
      numbers += series.compactMap(\.value.variable)
      scopes += series.compactMap(\.unit?.repeats)
    }
    for case .oncePerYearTogether(let variable) in scopes { numbers.append(variable) }
    for variable in numbers {
      guard let column = cases.columns[variable] else { throw .unknownVariable(figure: figure.id, variable: variable) }
      guard case .number = column else { throw .unsuited(figure: figure.id, variable: variable) }
    }
  }

  /// When the filter keeps only cases that have certain members, only those members are counted.
  private func countedMembers(_ cases: Cases) throws(TabulationError) -> UInt64 {
    guard let members, let variable = cases.columns.variable(named: members) else { return SetMask.allMembers.packed }
    var mask: UInt64 = 0
    for part in counted.filter?.conjuncts ?? [] {
      switch part {
      case .hasAny(members, let values), .hasAll(members, let values), .hasOnly(members, let values):
        for value in values {
          if let index = variable.index(ofCategory: value) { mask |= SetMask(category: index).packed }
        }
      case .hasAny, .hasAll, .hasOnly, .always, .isIn, .isKnown, .compares, .not, .all, .any: continue
      }
    }
    return mask == 0 ? SetMask.allMembers.packed : mask
  }
}

extension FigurePlan.Row {
  var isOfMembers: Bool {
    if case .counts(let margin, _, _) = content { margin.countsMembers } else { false }
  }
}

extension Condition {
  /// The parts that must all hold.
  var conjuncts: [Condition] {
    if case .all(let parts) = self { parts.flatMap(\.conjuncts) } else { [self] }
  }
}

/// On which rung the numbers of a figure stand.
struct RungLadder {
  private let common: [String]
  private let unit: UnitOfCount
  private let imputed: [String]

  init(_ counted: Figure.Counted, per unit: UnitOfCount, _ cases: Cases) {
    common = counted.panels.map(\.variable) + (counted.filter?.mentions.map(\.variable) ?? [])
    self.unit = unit
    imputed = cases.imputedVariables
  }

  /// The rung of a row that uses these variables beside those of the columns and the filter.
  func rung(using variables: [String], per unit: UnitOfCount? = nil) -> Rung {
    if (common + variables).contains(where: imputed.contains) { return .imputed }
    switch (unit ?? self.unit).repeats {
    case .everyTime, .asDelivered: return .observed
    case .everyTimeAgain, .oncePerYear, .oncePerYearPer, .oncePerYearTogether: return .linked
    }
  }
}
