import Disclosure
import Model
import Tabulation

/// The SQL that asks a database what a figure asks: one grouping over the cases, as fine as the figure needs, from which
/// all its cells can be added up. Nil for quoted figures and for units that this comparison does not cover.
struct EquivalentQuery {
  private let figure: Figure
  private let counted: Figure.Counted
  private let cases: Cases
  private(set) var variables: [String] = []
  private var sql = ""

  init?(_ figure: Figure, _ cases: Cases) {
    guard case .counted(let counted) = figure.numbers, !counted.panels.isEmpty else { return nil }
    self.figure = figure
    self.counted = counted
    self.cases = cases
    let panels = counted.panels.map(\.variable)
    let conditions = [population(counted.population), counted.filter.map(text)].compactMap { $0 }
    let filter = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    variables = panels + (counted.filter?.mentions.map(\.variable) ?? []) + counted.summaries.map(\.variable)
    var groups = panels
    var counts = ["count(*)::BIGINT"]
    switch counted.rows {
    case .dimension(let dimension), .top(let dimension, _, _, _):
      if case .oncePerYearPer(let members) = figure.unit.repeats, members != dimension.variable { return nil }
      guard figure.unit.repeats != .everyTime else { return nil }
      groups.insert(dimension.variable, at: 0)
      variables.append(dimension.variable)
    case .series(let series):
      guard figure.unit.repeats == .oncePerYear else { return nil }
      counts = series.map { one in
        let parts = [population(one.population ?? counted.population), text(one.condition)].compactMap { $0 }
        return "count(*) FILTER (WHERE \(parts.joined(separator: " AND ")))::BIGINT"
      }
      variables += series.flatMap { $0.condition.mentions.map(\.variable) }
    }
    for summary in counted.summaries {
      let known = "FILTER (WHERE \(summary.variable) >= \(NumberValue.numbers.lowerBound))"
      counts += ["coalesce(sum(\(summary.variable)) \(known), 0)::BIGINT", "count(*) \(known)::BIGINT"]
    }
    let seriesFilter =
      if case .series = counted.rows { counted.filter.map { " WHERE \(text($0))" } ?? "" } else { filter }
    sql =
      "SELECT \((groups + counts).joined(separator: ", ")) FROM cases\(seriesFilter) GROUP BY \(groups.joined(separator: ", "))"
  }

  // MARK: Conditions as SQL

  private func population(_ population: Figure.Population) -> String? {
    switch population {
    case .all: nil
    case .remaining: "excludedBy = 0"
    case .after(let rule): "(excludedBy = 0 OR excludedBy > \((cases.exclusions.firstIndex(of: rule) ?? 254) + 1))"
    }
  }

  private func text(_ condition: Condition) -> String {
    switch condition {
    case .always: return "true"
    case .not(let inner): return "(NOT \(text(inner)))"
    case .all(let parts): return "(" + parts.map(text).joined(separator: " AND ") + ")"
    case .any(let parts): return "(" + parts.map(text).joined(separator: " OR ") + ")"
    case .isKnown(let name):
      return kind(name) == .set
        ? "(\(name) <= \(SetMask.allMembers.packed)::UBIGINT)" : "(\(name) >= \(lowest(name)))"
    case .isIn(let name, let values):
      return "(\(name) IN (\(values.map { "\(packed($0, name))" }.joined(separator: ", "))))"
    case .compares(let name, let comparison, let limit):
      guard kind(name) == .category else {
        return "(\(name) >= \(lowest(name)) AND \(name) \(comparison.rawValue) \(limit))"
      }
      let codes = (cases.columns.variable(named: name)?.categories ?? []).enumerated().filter { _, category in
        Int32(category.code).map { comparison.holds($0, limit) } ?? false
      }
      return
        "(\(name) IN (\((codes.map { "\(CategoryCode(category: $0.offset).wide)" } + ["255"]).joined(separator: ", "))))"
    case .hasAny(let name, let values): return "((\(name) & \(mask(values, name))) <> 0)"
    case .hasAll(let name, let values): return "((\(name) & \(mask(values, name))) = \(mask(values, name)))"
    case .hasOnly(let name, let values):
      return "((\(name) & \(mask(values, name))) <> 0 AND (\(name) | \(mask(values, name))) = \(mask(values, name)))"
    }
  }

  private func kind(_ name: String) -> VariableKind? { cases.columns.variable(named: name)?.kind }

  private func lowest(_ name: String) -> Int {
    kind(name) == .category ? CategoryCode(category: 0).place : Int(NumberValue.numbers.lowerBound)
  }

  private func mask(_ values: [String], _ name: String) -> String {
    "\(values.reduce(UInt64(0)) { $0 | packed($1, name) })::UBIGINT"
  }

  /// A word as it is packed in a column.
  private func packed(_ word: String, _ name: String) -> UInt64 {
    cases.columns.variable(named: name)?.packed(word: word)?.bits ?? 0
  }

  // MARK: Answers

  /// Cells as `[row, panel, column codes, value]`: the row is a packed value, the number of a series, or -1 for a mean.
  func json(answers table: PublishedTable) -> String {
    var cells: [String] = []
    var columnsOfPanel = counted.panels.map { _ in 0 }
    for (index, column) in table.shape.columns.enumerated() {
      guard let panel = column.panel else { continue }
      let codes = columnCodes(panel, columnsOfPanel[panel])
      columnsOfPanel[panel] += 1
      for (header, row) in zip(table.shape.rows, table.cells) {
        guard let quantity = row[index].value.quantity, let key = rowKey(header) else { continue }
        cells.append(
          "[\(key), \(panel), [\(codes.joined(separator: ", "))], \(quantity.numerator), \(quantity.denominator)]")
      }
    }
    let isSet = rowVariable.map { kind($0) == .set } ?? false
    let rows = rowVariable == nil ? "series" : isSet ? "members" : "codes"
    return
      "{\"figure\": \"\(figure.id)\", \"rows\": \"\(rows)\", \"sql\": \"\(sql)\",\n \"cells\": [\(cells.joined(separator: ", "))]}"
  }

  private var rowVariable: String? { counted.rows.axis?.variable }

  private func rowKey(_ header: TableShape.RowHeader) -> String? {
    if header.isSummary { return header.key.hasPrefix("mean") ? "-1" : nil }
    if header.key.hasPrefix("series-") { return Int(header.key.dropFirst(7)).map { "\($0 - 1)" } }
    guard !header.isTotal, let rowVariable else { return nil }
    return "\(packed(header.key, rowVariable))"
  }

  private func columnCodes(_ panel: Int, _ position: Int) -> [String] {
    let dimension = counted.panels[panel]
    if !dimension.pools.isEmpty { return dimension.pools[position].codes.map { "\(packed($0, dimension.variable))" } }
    let known = cases.columns.variable(named: dimension.variable)?.categories.map(\.code) ?? []
    let order = dimension.order.isEmpty ? known : dimension.order
    return ["\(packed(order[position], dimension.variable))"]
  }
}
