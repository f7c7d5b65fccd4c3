public import Model

/// How the number in one cell of a figure over count tables came about: the delivered cells behind it.
public struct DeliveredTrace: Equatable, Sendable {
  public var figure: String
  public var row: TableShape.RowHeader
  public var column: TableShape.ColumnHeader
  /// The delivered cells that were taken, or added when there are several; empty when the partner is not asked this.
  public var parts: [CountPart]
  /// For a share: the delivered cells that are its whole.
  public var whole: [CountPart]
  /// Why there is no number: the gravest reason of the part and, for a share, of its whole; nil where there is one.
  public var absence: Absence?
  /// What the parts add up to, where they do.
  public var sum: Quantity?
}

extension Figure {
  /// How the number under a row and a column key came about, for a figure over count tables.
  ///
  /// Keys are those of the table's headers. A column key stands for the first panel that has it; `panel` chooses.
  ///
  /// - Throws: `TabulationError.unknownCell` for a row or column the figure does not have, and the errors of
  ///   `tabulated(over:in:)`.
  public func trace(
    row rowKey: String, column columnKey: String, panel: Int? = nil, over counts: [ReportedCounts], in monitor: Monitor
  ) throws(TabulationError) -> DeliveredTrace {
    let table = try DeliveredTable(self, over: counts, in: monitor)
    guard let row = table.plan.rows.first(where: { $0.header.key == rowKey }),
      let column = table.plan.columns.first(where: {
        $0.header.key == columnKey && (panel == nil || $0.header.panel == panel)
      })
    else { throw .unknownCell(figure: id, row: rowKey, column: columnKey) }
    let answer = table.answer(row, column)
    let whole = table.whole(row, column)
    return DeliveredTrace(
      figure: id, row: row.header, column: column.header, parts: answer.parts, whole: whole?.parts ?? [],
      absence: [answer.absence, whole?.absence].compactMap(\.self).max(), sum: answer.quantity)
  }
}
