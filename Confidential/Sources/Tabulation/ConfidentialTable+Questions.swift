internal import Model

extension ConfidentialTable {
  /// The table with *not asked* where a zero stands because the question, or the answer, did not exist in the year.
  ///
  /// The year is that of the row or the column. A cell of several years was asked when it was asked in one of them. A
  /// number that was counted all the same stays.
  func withQuestions(of counted: Figure.Counted, asked columns: Columns) -> ConfidentialTable {
    guard columns.variables.contains(where: \.hasYears) else { return self }
    let rows = counted.rowQuestions(of: shape.rows)
    let cells = zip(shape.rows.indices, self.cells).map { index, line in
      zip(shape.columns, line).map { column, cell in
        let panel = column.panel.map { counted.panels[$0] }
        guard cell.isWithoutNumber,
          let years = panel?.years(ofKey: column.key) ?? counted.rows.axis?.years(ofKey: shape.rows[index].key)
        else { return cell }
        let asked = [rows[index], panel?.question(ofKey: column.key), counted.filter].compactMap(\.self)
        let isAsked = years.contains { year in asked.allSatisfy { $0.canHold(in: year, columns) } }
        return isAsked ? cell : Cell(.notAsked, rung: cell.rung)
      }
    }
    return ConfidentialTable(shape: shape, cells: cells)
  }
}

extension Figure.Counted {
  /// What must hold for a case to stand in each row; nil for totals.
  fileprivate func rowQuestions(of headers: [TableShape.RowHeader]) -> [Condition?] {
    headers.enumerated().map { index, header in
      let summary = index - (headers.count - summaries.count)
      if summary >= 0 { return .isKnown(variable: summaries[summary].variable) }
      switch rows {
      case .dimension(let dimension), .top(let dimension, _, _, _):
        return header.isTotal ? nil : dimension.question(ofKey: header.key)
      case .series(let series): return series.indices.contains(index) ? series[index].question : nil
      }
    }
  }
}

extension Figure.Series {
  /// What must hold for the row to have something to count.
  fileprivate var question: Condition {
    switch value {
    case .count: condition
    case .share(let base, _): .all([condition, base])
    case .summary(_, let variable, _, _): .all([condition, .isKnown(variable: variable)])
    }
  }
}

extension Figure.Dimension {
  /// What must hold for a case to stand under a header.
  fileprivate func question(ofKey key: String) -> Condition {
    .isIn(variable: variable, values: codes(ofKey: key))
  }
}

extension Variable {
  /// Whether it, or one of its categories, does not exist in every year. Areas say so by their boundaries.
  fileprivate var hasYears: Bool {
    !isArea
      && (validFrom != nil || validTo != nil || categories.contains { $0.validFrom != nil || $0.validTo != nil })
  }
}

extension Condition {
  /// Whether a record of the year can be one for which this holds: not when it needs a question, or only answers, that
  /// did not exist then.
  fileprivate func canHold(in year: Int, _ columns: Columns) -> Bool {
    func exists(_ name: String) -> Bool {
      guard let variable = columns.variable(named: name), variable.hasYears else { return true }
      return variable.holds(in: year)
    }
    func exists(_ name: String, _ value: String) -> Bool {
      if Missing(word: value) == .notAsked { return true }
      guard let variable = columns.variable(named: name), variable.hasYears else { return true }
      return variable.holds(in: year) && variable.categories.first { $0.code == value }?.holds(in: year) != false
    }
    switch self {
    case .always, .not: return true
    case .isIn(let variable, let values), .hasAny(let variable, let values), .hasOnly(let variable, let values):
      return values.isEmpty || values.contains { exists(variable, $0) }
    case .hasAll(let variable, let values): return values.allSatisfy { exists(variable, $0) }
    case .isKnown(let variable), .compares(let variable, _, _): return exists(variable)
    case .all(let parts): return parts.allSatisfy { $0.canHold(in: year, columns) }
    case .any(let parts): return parts.isEmpty || parts.contains { $0.canHold(in: year, columns) }
    }
  }
}
