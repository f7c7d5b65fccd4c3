import Model

/// One row of a delivery of counts that could be understood: the number to report, with what the checks need besides.
struct CountLine {
  var cell: ReportedCell
  /// The table that the row is of.
  var table: CountTable
  /// The number that the file itself gives as that of the delivery before.
  var previous: Quantity?
  /// Whether something stands under `toelichting`. What it says is not kept: it is free text.
  var isExplained: Bool
  /// Whether nothing stood where the number belongs.
  var isEmpty: Bool

  var number: Quantity? { cell.value.quantity }
}
