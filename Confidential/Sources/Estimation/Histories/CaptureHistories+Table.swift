public import Model

extension CaptureHistories {
  /// The histories of a table without traits.
  ///
  /// - Throws: `CaptureHistoryError`; a count of which only a range is known is `notExact`.
  public init(_ table: ListTable, allowingRounded: Bool = false) throws(CaptureHistoryError) {
    if let row = table.firstRange { throw .notExact(.init(row: row.number)) }
    try self.init(
      lists: table.lists, entries: table.rows.map { Entry(history: $0.lists, count: $0.persons.lowerBound) },
      allowingRounded: allowingRounded)
  }
}
