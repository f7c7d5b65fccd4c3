internal import Model

/// The places of a figure, and what each record of some classified cases adds to each of them.
///
/// The words of a place are those of the open data; what is counted there follows from the figure's definition alone.
struct FigurePlaces {
  let figure: Figure
  private let cases: Cases
  private let rows: [Place]
  private let columns: [Place]

  /// One row or column of the figure.
  private struct Place {
    var axis: String
    var label: String
    var measure: String
    var members: Members
    var population: Figure.Population?
    var summary: Figure.SummaryRow?

    enum Members {
      /// Records with one of these values of the variable.
      case values(variable: String, codes: [String])
      case condition(Condition)
      case everything
    }
  }

  /// What a published number says about the records of a clique.
  enum Functional: Equatable {
    /// The number is `Σ weightᵢ·xᵢ`.
    case sum([Double])
    /// The number is `Σ valueᵢ·weightᵢ·xᵢ / Σ weightᵢ·xᵢ`, over records with a known value.
    case mean(values: [Double], weights: [Double])
  }

  init(_ figure: Figure, over cases: Cases) {
    self.figure = figure
    self.cases = cases
    rows = Self.rows(of: figure, cases.columns)
    columns = Self.columns(of: figure, cases.columns)
  }

  /// The functional of a published number, or nil when the figure has no such place or a kind that is not linear.
  func functional(of cell: PublishedCell) throws(ReconstructionError) -> Functional? {
    for row in rows where row.measure == cell.measure && row.label == cell.row {
      for column in columns where column.label == cell.column && (column.axis == cell.columnAxis || columns.count == 1)
      {
        return try functional(row, column)
      }
    }
    return nil
  }

  private func functional(_ row: Place, _ column: Place) throws(ReconstructionError) -> Functional {
    var weights = try population(row.population ?? figure.population)
    if let filter = figure.filter { multiply(&weights, by: try holds(filter)) }
    if case .oncePerYearPer(let variable) = figure.unit.repeats {
      let inRow = try count(row.members, within: variable)
      let inColumn = try count(column.members, within: variable)
      let repeats = try members(of: variable)
      for index in weights.indices {
        weights[index] *= repeats[index] == 0 ? 0 : inRow[index] * inColumn[index] / repeats[index]
      }
    } else {
      multiply(&weights, by: try matches(row.members))
      multiply(&weights, by: try matches(column.members))
    }
    guard let summary = row.summary else { return .sum(weights) }
    var values = weights
    for index in values.indices {
      let number = try number(of: summary.variable, row: index)
      weights[index] *= number == nil ? 0 : 1
      values[index] = number ?? 0
    }
    return .mean(values: values, weights: weights)
  }

  // MARK: Which records are in a row or column

  private func population(_ population: Figure.Population) throws(ReconstructionError) -> [Double] {
    switch population {
    case .all: return Array(repeating: 1, count: cases.columns.rowCount)
    case .remaining: return cases.excludedBy.map { $0 == 0 ? 1 : 0 }
    case .after(let rule):
      guard let index = cases.exclusions.firstIndex(of: rule) else {
        throw .unknown(what: "exclusion", named: rule, inPart: figure.id)
      }
      return cases.excludedBy.map { $0 == 0 || Int($0) > index + 1 ? 1 : 0 }
    }
  }

  private func multiply(_ weights: inout [Double], by factors: [Double]) {
    for index in weights.indices { weights[index] *= factors[index] }
  }

  private func holds(_ condition: Condition) throws(ReconstructionError) -> [Double] {
    try CliqueTable.selection(of: condition, in: cases.columns, part: figure.id).map(Double.init)
  }

  private func matches(_ members: Place.Members) throws(ReconstructionError) -> [Double] {
    switch members {
    case .everything: return Array(repeating: 1, count: cases.columns.rowCount)
    case .condition(let condition): return try holds(condition)
    case .values(let variable, let codes):
      if case .set = cases.columns.variable(named: variable)?.kind {
        return try holds(.hasAny(variable: variable, values: codes))
      }
      return try holds(.isIn(variable: variable, values: codes))
    }
  }

  /// How many of a record's members of the set variable lie in a row or column; rows that are not about that variable
  /// hold all members or none.
  private func count(_ place: Place.Members, within variable: String) throws(ReconstructionError) -> [Double] {
    guard case .values(variable, let codes) = place else {
      var result = try matches(place)
      multiply(&result, by: try members(of: variable))
      return result
    }
    var result = Array(repeating: 0.0, count: cases.columns.rowCount)
    for code in codes {
      let holds = try holds(.hasAny(variable: variable, values: [code]))
      for index in result.indices { result[index] += holds[index] }
    }
    return result
  }

  private func members(of variable: String) throws(ReconstructionError) -> [Double] {
    guard case .set(let masks) = cases.columns[variable] else {
      throw .unknown(what: "set", named: variable, inPart: figure.id)
    }
    return masks.map { Double(($0 & ~Packing.missingMask).nonzeroBitCount) }
  }

  private func number(of variable: String, row: Int) throws(ReconstructionError) -> Double? {
    guard case .number(let values) = cases.columns[variable] else {
      throw .unknown(what: "number", named: variable, inPart: figure.id)
    }
    return Packing.missing(ofNumber: values[row]) == nil ? Double(values[row]) : nil
  }
}

// MARK: - The words of the open data

extension FigurePlaces {
  private static func rows(of figure: Figure, _ columns: Columns) -> [Place] {
    var rows: [Place] = []
    switch figure.rows {
    case .dimension(let dimension):
      rows = places(of: dimension, columns, measure: figure.measure.nl)
      rows += total(figure.rowTotal, of: rows, axis: dimension.name.nl, measure: figure.measure.nl)
    case .top(let dimension, _, _, _):
      let ordered = dimension.order.isEmpty ? categories(of: dimension, columns) : dimension.order
      var whole = dimension
      whole.order = ordered
      rows = places(of: whole, columns, measure: figure.measure.nl)
      rows += total(figure.rowTotal, of: rows, axis: dimension.name.nl, measure: figure.measure.nl)
    case .series(let series):
      rows = series.map { item in
        Place(
          axis: "", label: item.label?.nl ?? "", measure: (item.measure ?? figure.measure).nl,
          members: .condition(item.condition), population: item.population)
      }
    case .quoted, .delivered, .whole: rows = []
    }
    for summary in figure.summaries where summary.kind == .mean {
      rows.append(
        Place(
          axis: "", label: summary.label.nl, measure: summary.measure.nl, members: .everything, summary: summary))
    }
    return rows
  }

  private static func columns(of figure: Figure, _ columns: Columns) -> [Place] {
    var result: [Place] = []
    for panel in figure.panels { result += places(of: panel, columns, measure: "") }
    if let columnTotal = figure.columnTotal {
      let first = figure.panels.first.map { places(of: $0, columns, measure: "") } ?? []
      let axis = columnTotal.name?.nl ?? figure.panels.first?.name.nl ?? ""
      result += total(columnTotal, of: first, axis: axis, measure: "")
    }
    return result
  }

  private static func total(_ total: Figure.Total?, of places: [Place], axis: String, measure: String) -> [Place] {
    guard let total else { return [] }
    var members = Place.Members.everything
    if total.basis == .shown {
      var variable = ""
      var shown: [String] = []
      for place in places {
        if case .values(let name, let codes) = place.members {
          variable = name
          shown += codes
        }
      }
      if !shown.isEmpty { members = .values(variable: variable, codes: shown) }
    }
    return [Place(axis: axis, label: total.label.nl, measure: measure, members: members)]
  }

  private static func categories(of dimension: Figure.Dimension, _ columns: Columns) -> [String] {
    columns.variable(named: dimension.variable)?.categories.map(\.code) ?? []
  }

  private static func places(of dimension: Figure.Dimension, _ columns: Columns, measure: String) -> [Place] {
    if !dimension.pools.isEmpty {
      return dimension.pools.map { pool in
        Place(
          axis: dimension.name.nl, label: pool.label.nl, measure: measure,
          members: .values(variable: dimension.variable, codes: pool.codes))
      }
    }
    let order = dimension.order.isEmpty ? categories(of: dimension, columns) : dimension.order
    return order.map { code in
      Place(
        axis: dimension.name.nl, label: label(of: code, dimension, columns), measure: measure,
        members: .values(variable: dimension.variable, codes: [code]))
    }
  }

  private static func label(of code: String, _ dimension: Figure.Dimension, _ columns: Columns) -> String {
    if let label = dimension.labels[code] { return label.nl }
    guard let variable = columns.variable(named: dimension.variable) else { return code }
    if let missing = Missing(word: code) { return variable.label(of: missing).nl }
    guard let category = variable.categories.first(where: { $0.code == code }) else { return code }
    return dimension.usesShortLabels ? category.short.nl : category.label.nl
  }
}
