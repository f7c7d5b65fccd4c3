internal import Model

extension ConfidentialTable {
  /// The table with *not applicable* where an area did not exist in the year.
  ///
  /// A number that was counted there all the same stays: something is odd, and hiding it would not mend it.
  func withExistence(of figure: Figure) -> ConfidentialTable {
    let rowDimension = figure.rowDimension
    guard figure.dimensions.contains(where: { !$0.existence.isEmpty }) else { return self }
    let fixed = figure.fixedYear
    let cells = zip(shape.rows, self.cells).map { row, line in
      zip(shape.columns, line).map { column, cell in
        let panel = column.panel.map { figure.panels[$0] }
        let keyed = [(rowDimension, row.key), (panel, column.key)]
        let years = keyed.compactMap { $0?.years(ofKey: $1) }.first ?? fixed
        let spans = keyed.compactMap { $0?.existence[$1] }
        guard let years, spans.contains(where: { span in !years.contains(where: span.contains) }) else { return cell }
        return cell.isWithoutNumber ? Cell(.notApplicable, rung: cell.rung) : cell
      }
    }
    return ConfidentialTable(shape: shape, cells: cells)
  }
}

extension Figure {
  /// The year at which a figure over a count table is held.
  fileprivate var fixedYear: [Int]? {
    guard case .delivered(let delivered) = numbers else { return nil }
    return delivered.rows.held?.fixed.first { $0.variable == "year" }.flatMap { Int($0.code) }.map { [$0] }
  }
}

extension Figure.Dimension {
  /// The years that a header stands for, if this is the axis of years.
  func years(ofKey key: String) -> [Int]? {
    guard variable == "year" else { return nil }
    let codes = codes(ofKey: key)
    return codes == [key] ? Int(key).map { [$0] } : codes.compactMap { Int($0) }
  }

  /// The codes that a header takes together: those of its pool, or its own.
  func codes(ofKey key: String) -> [String] {
    let pool = pools.enumerated().first { ($0.element.key ?? "pool-\($0.offset + 1)") == key }
    return pool?.element.codes ?? [key]
  }
}

extension Cell {
  /// Whether nothing is lost when the cell says why there is no number: it has none, or a zero.
  var isWithoutNumber: Bool {
    switch value {
    case .exact(let quantity): quantity.numerator == 0
    case .notDelivered, .notRecorded, .notAsked, .notDerivable, .notShown, .undefined, .notApplicable: true
    case .rounded, .suppressed, .provisional, .revised, .estimate, .estimateWithoutInterval, .notEstimable: false
    }
  }
}
