public import Model

/// One number of a delivery of counts beside what was delivered before, for the person who decides to take it in.
public struct CountComparisonRow: Equatable, Sendable {
  /// The table in the partner's words.
  public var table: String
  /// Year and categories in the partner's words.
  public var name: String
  /// Nil: no number was delivered.
  public var now: Quantity?
  public var before: Quantity?

  /// The numbers of a delivery beside those of the one before, in the order of the template.
  public static func rows(of counts: ReportedCounts, before: ReportedCounts?, source: Source) -> [CountComparisonRow] {
    let previous = PreviousCounts(before)
    return source.tables.flatMap { table in
      counts.cells.filter { $0.place.table == table.name }.map { cell in
        let words = table.name(of: cell.place.words)
        return CountComparisonRow(
          table: table.label.nl, name: words.isEmpty ? "\(cell.place.year)" : "\(cell.place.year) \(words)",
          now: cell.value.quantity, before: previous.number(cell.place))
      }
    }
  }
}
