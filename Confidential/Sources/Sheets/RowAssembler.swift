/// Puts the cells of a workbook's row side by side, so that it can be handed out like a row of text.
final class RowAssembler {
  private let sheet: String
  private let limits: SheetLimits
  private let body: (borrowing SheetRow) throws -> Void
  private(set) var remarks = SheetRemarks()

  private var text: [UInt8] = []
  private var bounds: [FieldBounds] = []
  private var traits: [CellTraits] = []
  private var cellCount = 0
  /// Fields of the first row: rows that end in empty cells are filled up to it.
  private var width = 0
  private(set) var number = 0
  private var lastDelivered = 0

  init(sheet: String, limits: SheetLimits, body: @escaping (borrowing SheetRow) throws -> Void) {
    self.sheet = sheet
    self.limits = limits
    self.body = body
  }

  /// Starts a row. Rows come in order.
  func begin(row: Int) {
    number = row
    text.removeAll(keepingCapacity: true)
    bounds.removeAll(keepingCapacity: true)
    traits.removeAll(keepingCapacity: true)
  }

  /// The column, counted from 1, behind the last cell.
  var nextColumn: Int { bounds.count + 1 }

  /// Adds a cell in a column at or behind `nextColumn`; columns between are empty.
  ///
  /// - Parameter shown: What the cell shows, where that differs from its value.
  func append(
    _ value: some Collection<UInt8>, _ cell: CellTraits, shown: [UInt8]? = nil, column: Int
  ) throws(SheetError) {
    guard column <= limits.columns else {
      throw .tooManyColumns(sheet: sheet, row: number, limit: limits.columns)
    }
    guard text.count + value.count + (shown?.count ?? 0) <= limits.recordBytes else {
      throw .rowTooLong(sheet: sheet, row: number, limit: limits.recordBytes)
    }
    cellCount += column - bounds.count
    guard cellCount <= limits.cells else { throw .tooManyCells(sheet: sheet, limit: limits.cells) }
    pad(to: column - 1)
    let start = UInt32(text.count)
    text.append(contentsOf: value)
    bounds.append(FieldBounds(start: start, end: UInt32(text.count)))
    var cell = cell
    if value.isEmpty { cell.kind = .empty }
    if let shown {
      cell.shownLength = UInt32(shown.count)
      text.append(contentsOf: shown)
    }
    traits.append(cell)
    count(cell)
  }

  /// Hands the row out, and again under the next numbers when it stands for several rows; not at all when it has no
  /// content. A formula without a stored value is content.
  ///
  /// - Returns: Whether the row has content.
  @discardableResult
  func finish(isHidden: Bool = false, repeats: Int = 1) throws -> Bool {
    while let last = traits.last, last.kind == .empty, !last.isFormula {
      traits.removeLast()
      bounds.removeLast()
    }
    guard !traits.isEmpty else { return false }
    if remarks.rowCount == 0 { width = bounds.count }
    pad(to: width)
    guard repeats <= limits.rows - number + 1 else {
      throw SheetError.tooManyRows(sheet: sheet, limit: limits.rows)
    }
    for copy in 0..<repeats {
      if copy > 0 { try repeatRow() }
      remarks.rowCount += 1
      remarks.blankRowCount += number - lastDelivered - 1
      lastDelivered = number
      if isHidden { remarks.hiddenRowCount += 1 }
      try deliver()
    }
    return true
  }

  private func repeatRow() throws(SheetError) {
    number += 1
    cellCount += bounds.count
    guard cellCount <= limits.cells else { throw .tooManyCells(sheet: sheet, limit: limits.cells) }
    for cell in traits { count(cell) }
  }

  private func count(_ cell: CellTraits) {
    if cell.isFormula { remarks.formulaCount += 1 }
    if cell.lacksResult { remarks.formulasWithoutResult += 1 }
  }

  private func deliver() throws {
    try text.withUnsafeBufferPointer { text in
      try bounds.withUnsafeBufferPointer { bounds in
        try traits.withUnsafeBufferPointer { traits in
          guard let firstBounds = bounds.baseAddress, let firstTraits = traits.baseAddress else { return }
          // A row of formulas without values has fields and no text at all; then nothing is read from the base.
          let base = text.baseAddress ?? UnsafeRawPointer(firstBounds).assumingMemoryBound(to: UInt8.self)
          try body(
            SheetRow(
              base: base, bounds: firstBounds, traits: firstTraits, count: bounds.count, number: number, line: number,
              hasStrayQuote: false))
        }
      }
    }
  }

  func add(_ merged: CellRange) { remarks.mergedRanges.append(merged) }

  private func pad(to count: Int) {
    guard count > bounds.count else { return }
    let end = UInt32(text.count)
    bounds.append(contentsOf: repeatElement(FieldBounds(start: end, end: end), count: count - bounds.count))
    traits.append(contentsOf: repeatElement(CellTraits(), count: count - traits.count))
  }
}
