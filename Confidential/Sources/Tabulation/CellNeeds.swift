internal import Model

/// What each cell of a figure over cases asks, as conditions on cases: the counts that the cell is made of.
struct CellNeeds {
  private let counted: Figure.Counted
  private let shape: TableShape
  private let monitor: Monitor
  private let rows: [RowNeed]
  private let columns: [Condition]
  /// The variable of which a column is a header of one code.
  private let columnAxes: [String?]
  /// What shares of a column and of a row are shares of.
  private let rowWhole, columnWhole: Condition

  init(_ counted: Figure.Counted, unit: UnitOfCount, shape: TableShape, monitor: Monitor) {
    (self.counted, self.shape, self.monitor) = (counted, shape, monitor)
    let headers = HeaderConditions(monitor)
    let columns = shape.columns.map { column in
      column.panel.map { headers.condition(of: counted.panels[$0], column.key) } ?? .always
    }
    columnAxes = shape.columns.map { column in
      column.panel.flatMap { panel in
        counted.panels[panel].codes(ofKey: column.key).count == 1 ? counted.panels[panel].variable : nil
      }
    }
    let firstPanel = shape.columns.indices.filter { shape.columns[$0].panel == 0 }.map { columns[$0] }
    columnWhole = counted.columnTotal?.basis == .base || firstPanel.isEmpty ? .always : .disjunction(firstPanel)
    self.columns = zip(shape.columns, columns).map { [columnWhole] in $0.panel == nil ? columnWhole : $1 }
    let needs = shape.rows.indices.map { counted.need(ofRow: $0, in: shape, unit, headers).withExclusions(of: monitor) }
    let shown = needs.filter { !$0.isTotal && !$0.isSummary }.map(\.condition)
    let base = RowNeed(population: counted.population, unit: unit).withExclusions(of: monitor).condition
    let whole = counted.rowTotal?.basis == .base ? base : Condition.disjunction(shown)
    rowWhole = whole
    rows = needs.map { need in
      var need = need
      if need.isTotal { need.condition = whole }
      return need
    }
  }

  /// The counts that a cell is made of: the cases in it, and those that it is a share or a mean of.
  func asked(row: Int, column: Int) -> [DeliveryDependence.Asked] {
    let need = rows[row]
    let panel = columnAxes[column]
    let members = need.unit.repeats.members
    let (isRowOfOne, isColumnOfOne) = (
      members != nil && need.axis == members, members != nil && panel == members
    )
    func count(_ conditions: Condition..., ofOneMember isOfOne: Bool) -> DeliveryDependence.Asked {
      .init(
        condition: .conjunction(conditions + [counted.filter].compactMap(\.self)),
        weight: isOfOne ? .one : weight(need.unit))
    }
    let isOfOne = isRowOfOne || isColumnOfOne
    var counts = [count(need.condition, columns[column], ofOneMember: isOfOne)]
    if let base = need.base { counts.append(count(base, columns[column], ofOneMember: isOfOne)) }
    switch counted.statistic {
    case .count: break
    case .shareOfColumn: counts.append(count(rowWhole, columns[column], ofOneMember: isColumnOfOne))
    case .shareOfRow: counts.append(count(need.condition, columnWhole, ofOneMember: isRowOfOne))
    }
    return counts
  }

  private func weight(_ unit: UnitOfCount) -> DeliveryDependence.Weighing {
    switch unit.repeats {
    case .oncePerYear: .one
    case .oncePerYearPer(let variable): .reporters(variable: variable, among: members(of: variable))
    case .oncePerYearTogether, .everyTime, .everyTimeAgain, .asDelivered: .notifications
    }
  }

  /// The members that are counted when the filter keeps only cases that have some of them; nil: all.
  private func members(of set: String) -> [String]? {
    let named = (counted.filter?.conjuncts ?? []).flatMap { part -> [String] in
      switch part {
      case .hasAny(set, let values), .hasAll(set, let values), .hasOnly(set, let values): values
      case .hasAny, .hasAll, .hasOnly, .always, .isIn, .isKnown, .compares, .not, .all, .any: []
      }
    }
    return named.isEmpty ? nil : named
  }
}

/// What a row asks.
private struct RowNeed {
  /// The cases in it.
  var condition = Condition.always
  /// The cases a share or a mean is taken over.
  var base: Condition?
  var population: Figure.Population
  var unit: UnitOfCount
  /// The variable of which the row is a header of one code.
  var axis: String?
  /// All rows together.
  var isTotal = false
  var isSummary = false
}

extension Figure.Counted {
  fileprivate func need(
    ofRow index: Int, in shape: TableShape, _ unit: UnitOfCount, _ headers: HeaderConditions
  ) -> RowNeed {
    var need = RowNeed(population: population, unit: unit)
    let summary = index - (shape.rows.count - summaries.count)
    if summary >= 0 {
      need.condition = .isKnown(variable: summaries[summary].variable)
      (need.base, need.isSummary) = (.always, true)
      return need
    }
    switch rows {
    case .series(let series) where series.indices.contains(index): need.take(series[index])
    case .dimension(let dimension) where !shape.rows[index].isTotal,
      .top(let dimension, _, _, _) where !shape.rows[index].isTotal:
      need.condition = headers.condition(of: dimension, shape.rows[index].key)
      need.axis = dimension.codes(ofKey: shape.rows[index].key).count == 1 ? dimension.variable : nil
    case .series, .dimension, .top: need.isTotal = true
    }
    return need
  }
}

extension RowNeed {
  /// Of cases that no rule up to the population took out.
  fileprivate func withExclusions(of monitor: Monitor) -> RowNeed {
    let staying = monitor.staying(in: population)
    var need = self
    need.condition = .conjunction([condition] + staying)
    need.base = base.map { .conjunction([$0] + staying) }
    return need
  }

  fileprivate mutating func take(_ series: Figure.Series) {
    condition = series.condition
    if let population = series.population { self.population = population }
    if let unit = series.unit { self.unit = unit }
    switch series.value {
    case .count: break
    case .share(let base, _): (condition, self.base) = (.conjunction([series.condition, base]), base)
    case .summary(_, let variable, _, _):
      (condition, base) = (.conjunction([series.condition, .isKnown(variable: variable)]), series.condition)
    }
  }
}

extension Monitor {
  /// What must hold for a case that no rule before a population took out.
  func staying(in population: Figure.Population) -> [Condition] {
    var staying: [Condition] = []
    for rule in rules where population != .all {
      if case .exclude(let condition) = rule.step { staying.append(.not(condition)) }
      if population == .after(rule: rule.name) { break }
    }
    return staying
  }
}

extension RepeatScope {
  /// The set of which every member counts.
  fileprivate var members: String? {
    switch self {
    case .oncePerYearPer(let variable): variable
    case .oncePerYear, .oncePerYearTogether, .everyTime, .everyTimeAgain, .asDelivered: nil
    }
  }
}

/// What must hold for a case to stand under a header: of a set, that it touches it.
private struct HeaderConditions {
  private let sets: Set<String>

  init(_ monitor: Monitor) {
    let unions = monitor.link.combinations.filter { $0.method == .union }.map(\.target)
    sets = Set(unions + monitor.codebook.variables.filter { $0.kind == .set }.map(\.name))
  }

  func condition(of dimension: Figure.Dimension, _ key: String) -> Condition {
    let codes = dimension.codes(ofKey: key)
    return sets.contains(dimension.variable)
      ? .hasAny(variable: dimension.variable, values: codes) : .isIn(variable: dimension.variable, values: codes)
  }
}
