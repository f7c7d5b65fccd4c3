internal import Model

/// The places of a figure over cases, and what each record of some classified cases adds to each of them.
///
/// The words of a place are those of the open data; what is counted there follows from the figure's definition alone.
struct FigurePlaces {
  let figure: Figure
  private let counted: Figure.Counted
  private let cases: Cases
  /// The number variable that says how many notifications a record has; nil: one.
  private let repeats: String?
  private let rows: [Place]
  private let columns: [Place]

  /// One row or column of the figure.
  private struct Place {
    /// Of a row of a series: its code.
    var key: String?
    var axis: String
    var label: String
    var measure: String
    var members: Members
    var population: Figure.Population?
    var value = Figure.SeriesValue.count
    /// Nil: the figure's.
    var repeats: RepeatScope?

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
    /// The number is what it is when each of these sums lies within its bounds.
    case within([Bound])
  }

  /// `lower ≤ Σ weightᵢ·xᵢ ≤ upper`
  struct Bound: Equatable {
    var weights: [Double]
    var lower = -Double.infinity
    var upper = Double.infinity
  }

  /// - Parameters:
  ///   - rowKeys: the rows of a series that are counted over these cases; nil: all rows.
  ///   - repeats: the number variable that says how many notifications a record has.
  init(
    _ figure: Figure, _ counted: Figure.Counted, over cases: Cases, rowKeys: [String]? = nil, repeats: String? = nil
  ) {
    self.figure = figure
    self.counted = counted
    self.cases = cases
    self.repeats = repeats
    let rows = Self.rows(of: counted, measure: figure.measure, cases.columns)
    self.rows = rowKeys.map { keys in rows.filter { $0.key.map(keys.contains) ?? false } } ?? rows
    columns = Self.columns(of: counted, cases.columns)
  }

  /// The functional of a published number, or nil when the figure has no such place or a kind that is not linear.
  func functional(of cell: PublishedCell) throws(ReconstructionError) -> Functional? {
    for row in rows where row.measure == cell.measure {
      for column in columns where isPlace(of: cell, row, column) { return try functional(row, column, of: cell) }
    }
    return nil
  }

  /// Whether the words of the cell are those of a row and a column. Without columns the only dimension is the row's.
  private func isPlace(of cell: PublishedCell, _ row: Place, _ column: Place) -> Bool {
    if column.axis.isEmpty, column.label.isEmpty, cell.row.isEmpty {
      return row.label == cell.column && row.axis == cell.columnAxis
    }
    let isInRow = row.label == cell.row && (row.axis.isEmpty || row.axis == cell.rowAxis)
    return isInRow && column.label == cell.column && (column.axis == cell.columnAxis || columns.count == 1)
  }

  private func functional(
    _ row: Place, _ column: Place, of cell: PublishedCell
  ) throws(ReconstructionError) -> Functional {
    var weights = try population(row.population ?? counted.population)
    if let filter = counted.filter { multiply(&weights, by: try holds(filter)) }
    switch row.value {
    case .count: return .sum(try sum(weights, row, column))
    case .share(let base, _):
      multiply(&weights, by: try holds(base))
      let values = try matches(row.members).map { 100 * $0 }
      var whole = row
      whole.members = .everything
      return .mean(values: values, weights: try sum(weights, whole, column))
    case .summary(let kind, let variable, _, _):
      let numbers = try (0..<weights.count).map { index throws(ReconstructionError) in
        try number(of: variable, row: index)
      }
      multiply(&weights, by: numbers.map { $0 == nil ? 0 : 1 })
      weights = try sum(weights, row, column)
      let values = numbers.map { $0 ?? 0 }
      return kind == .mean ? .mean(values: values, weights: weights) : .within(bounds(kind, values, weights, cell))
    }
  }

  /// What each record adds where a row and a column meet.
  private func sum(
    _ selected: [Double], _ row: Place, _ column: Place
  ) throws(ReconstructionError) -> [Double] {
    var weights = selected
    switch row.repeats ?? figure.unit.repeats {
    case .oncePerYearPer(let variable):
      let inRow = try count(row.members, within: variable)
      let inColumn = try count(column.members, within: variable)
      let repeats = try members(of: variable)
      for index in weights.indices {
        weights[index] *= repeats[index] == 0 ? 0 : inRow[index] * inColumn[index] / repeats[index]
      }
      return weights
    case .everyTime, .asDelivered: multiply(&weights, by: try notifications(without: 0))
    case .everyTimeAgain: multiply(&weights, by: try notifications(without: 1))
    case .oncePerYear, .oncePerYearTogether: break
    }
    multiply(&weights, by: try matches(row.members))
    multiply(&weights, by: try matches(column.members))
    return weights
  }

  /// The lowest and highest value occur and nothing lies beyond them. A median `m` follows when fewer than half of the
  /// values lie below it and fewer than half above, which keeps the two middle ones of an even number at `m`.
  private func bounds(
    _ kind: Figure.SummaryRow.Kind, _ values: [Double], _ weights: [Double], _ cell: PublishedCell
  ) -> [Bound] {
    let scale = (0..<cell.decimals).reduce(1.0) { scale, _ in scale * 10 }
    let value = Double(cell.scaledValue) / scale
    func selecting(_ holds: (Double) -> Bool) -> [Double] { zip(values, weights).map { holds($0) ? $1 : 0 } }
    let (below, above) = (selecting { $0 < value }, selecting { $0 > value })
    switch kind {
    case .minimum: return [Bound(weights: below, upper: 0), Bound(weights: selecting { $0 == value }, lower: 1)]
    case .maximum: return [Bound(weights: above, upper: 0), Bound(weights: selecting { $0 == value }, lower: 1)]
    case .median, .mean:
      return [below, above].map { side in
        Bound(weights: zip(side, weights).map { 2 * $0 - $1 }, upper: -1)
      }
    }
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
    return masks.map { Double(SetMask($0).memberCount) }
  }

  /// How many notifications each record has, without so many of the first.
  private func notifications(without first: Double) throws(ReconstructionError) -> [Double] {
    guard let repeats else { return Array(repeating: 1 - first, count: cases.columns.rowCount) }
    return try (0..<cases.columns.rowCount).map { row throws(ReconstructionError) in
      (try number(of: repeats, row: row) ?? 1) - first
    }
  }

  private func number(of variable: String, row: Int) throws(ReconstructionError) -> Double? {
    guard case .number(let values) = cases.columns[variable] else {
      throw .unknown(what: "number", named: variable, inPart: figure.id)
    }
    return NumberValue(values[row]).number.map(Double.init)
  }
}

// MARK: - The words of the open data

extension FigurePlaces {
  private static func rows(of counted: Figure.Counted, measure: LocalizedText, _ columns: Columns) -> [Place] {
    var rows: [Place] = []
    switch counted.rows {
    case .dimension(let dimension):
      rows = places(of: dimension, columns, measure: measure.nl)
      rows += total(counted.rowTotal, of: rows, axis: dimension.name.nl, measure: measure.nl)
    case .top(let dimension, _, _, _):
      let ordered = dimension.order.isEmpty ? categories(of: dimension, columns) : dimension.order
      var whole = dimension
      whole.order = ordered
      rows = places(of: whole, columns, measure: measure.nl)
      rows += total(counted.rowTotal, of: rows, axis: dimension.name.nl, measure: measure.nl)
    case .series(let series):
      rows = series.enumerated().map { index, item in
        Place(
          key: item.key ?? "series-\(index + 1)", axis: item.label == nil ? "" : item.name?.nl ?? "",
          label: item.label?.nl ?? "", measure: (item.measure ?? measure).nl,
          members: .condition(item.condition), population: item.population, value: item.value,
          repeats: item.unit?.repeats)
      }
    }
    for summary in counted.summaries where summary.kind == .mean {
      rows.append(
        Place(
          axis: "", label: summary.label.nl, measure: summary.measure.nl, members: .everything,
          value: .summary(.mean, variable: summary.variable, unit: summary.unit, decimals: summary.decimals)))
    }
    return rows
  }

  private static func columns(of counted: Figure.Counted, _ columns: Columns) -> [Place] {
    var result: [Place] = []
    for panel in counted.panels { result += places(of: panel, columns, measure: "") }
    if let columnTotal = counted.columnTotal {
      let first = counted.panels.first.map { places(of: $0, columns, measure: "") } ?? []
      let axis = columnTotal.name?.nl ?? counted.panels.first?.name.nl ?? ""
      result += total(columnTotal, of: first, axis: axis, measure: "")
    }
    if result.isEmpty { result = [Place(axis: "", label: "", measure: "", members: .everything)] }
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
