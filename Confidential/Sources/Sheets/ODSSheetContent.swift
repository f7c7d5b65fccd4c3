/// Follows one table of `content.xml` and hands its rows to an assembler.
final class ODSSheetContent: XMLPartReader {
  private let wanted: Int
  private let limits: SheetLimits
  private let rows: RowAssembler

  private var table = -1
  private var tableDepth = 0
  /// Depth inside a note, a drawing or a table within a cell: none of these is the cell's own text.
  private var skipDepth = 0
  private var row = 1
  private var rowRepeats = 1
  private var isHiddenRow = false
  private var column = 1
  private var cellRepeats = 1
  private var isInCell = false
  private var cell = CellTraits()
  /// The value of a cell whose value is an attribute; other cells are their text.
  private var attributeValue: String?
  private var paragraphs = 0
  private var paragraphDepth = 0
  private var value: [UInt8] = []

  init(sheet: Int, limits: SheetLimits, rows: RowAssembler) {
    wanted = sheet
    self.limits = limits
    self.rows = rows
  }

  func begin(_ element: XMLName, _ attributes: XMLAttributes) throws {
    if skipDepth > 0 || isInCell && Self.isApart(element) {
      skipDepth += 1
      return
    }
    switch element {
    case "table":
      tableDepth += 1
      if tableDepth == 1 { table += 1 }
    case "shapes", "forms":
      if tableDepth > 0 { skipDepth = 1 }
    case _ where tableDepth != 1 || table != wanted:
      break
    case "table-row":
      rowRepeats = Self.repeats(attributes.string(qualified: "table:number-rows-repeated"))
      isHiddenRow = attributes.string(qualified: "table:visibility").map { $0 != "visible" } ?? false
      column = 1
      rows.begin(row: row)
    case "table-cell", "covered-table-cell":
      beginCell(attributes)
    default:
      try beginText(element, attributes)
    }
  }

  private static func isApart(_ element: XMLName) -> Bool {
    switch element {
    case "annotation", "table": true
    default: element.hasPrefix("draw")
    }
  }

  private static func repeats(_ text: String?) -> Int { max(1, text.flatMap(Int.init) ?? 1) }

  private func beginCell(_ attributes: XMLAttributes) {
    isInCell = true
    value.removeAll(keepingCapacity: true)
    paragraphs = 0
    paragraphDepth = 0
    cellRepeats = Self.repeats(attributes.string(qualified: "table:number-columns-repeated"))
    cell = CellTraits(kind: .text, isFormula: attributes.bytes(qualified: "table:formula") != nil)
    attributeValue = nil
    switch attributes.string(qualified: "office:value-type") {
    case "float", "percentage", "currency":
      cell.kind = .number
      attributeValue = attributes.string(qualified: "office:value").flatMap(NumberText.canonical)
    case "date":
      cell.kind = .date
      attributeValue = attributes.string(qualified: "office:date-value").map(isoDate)
    case "time":
      cell.kind = .time
      attributeValue = attributes.string(qualified: "office:time-value").flatMap(Self.clockTime)
    case "boolean":
      cell.kind = .boolean
      attributeValue = attributes.string(qualified: "office:boolean-value")
    default:
      // An error has an empty string for a value, and its name as text.
      attributeValue = attributes.string(qualified: "office:string-value").flatMap { $0.isEmpty ? nil : $0 }
      if attributes.string(qualified: "calcext:value-type") == "error" { cell.kind = .error }
    }
    if let truth = attributes.string(qualified: "table:formula").flatMap(truthValue) {
      cell = CellTraits(kind: .boolean, isFormula: false)
      attributeValue = truth
    }
    let columns = Self.repeats(attributes.string(qualified: "table:number-columns-spanned"))
    let spannedRows = Self.repeats(attributes.string(qualified: "table:number-rows-spanned"))
    if columns > 1 || spannedRows > 1 {
      let corner = CellReference(row: row, column: column)
      let last = CellReference(
        row: row + min(spannedRows, limits.rows) - 1, column: column + min(columns, limits.columns) - 1)
      rows.add(CellRange(from: corner, to: last))
    }
  }

  private func beginText(_ element: XMLName, _ attributes: XMLAttributes) throws {
    guard isInCell else { return }
    switch element {
    case "p":
      if paragraphs > 0 { try append([0x0A]) }
      paragraphs += 1
      paragraphDepth += 1
    case "s":
      let count = min(Self.repeats(attributes.string(qualified: "text:c")), limits.recordBytes)
      try append(repeatElement(0x20, count: count))
    case "tab": try append([0x09])
    case "line-break": try append([0x0A])
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    if isInCell, skipDepth == 0, paragraphDepth > 0 { try append(bytes) }
  }

  private func append(_ bytes: some Collection<UInt8>) throws(SheetError) {
    guard value.count + bytes.count <= limits.recordBytes else {
      throw .rowTooLong(sheet: "", row: row, limit: limits.recordBytes)
    }
    value.append(contentsOf: bytes)
  }

  func end(_ element: XMLName) throws {
    if skipDepth > 0 {
      skipDepth -= 1
      return
    }
    if case "table" = element {
      tableDepth -= 1
      return
    }
    guard tableDepth == 1, table == wanted else { return }
    switch element {
    case "p":
      if isInCell { paragraphDepth -= 1 }
    case "table-cell", "covered-table-cell":
      try endCell()
    case "table-row":
      let hasContent = try rows.finish(isHidden: isHiddenRow, repeats: rowRepeats)
      // Programs fill a sheet to its last row with one repeated empty row.
      let next = row.addingReportingOverflow(rowRepeats)
      row = next.overflow || (!hasContent && next.partialValue > limits.rows) ? limits.rows + 1 : next.partialValue
    default:
      break
    }
  }

  private func endCell() throws {
    isInCell = false
    let text = attributeValue.map { Array($0.utf8) } ?? value
    let next = column.addingReportingOverflow(cellRepeats)
    if text.isEmpty && !cell.isFormula {
      column = next.overflow ? limits.columns + 1 : next.partialValue
      return
    }
    for _ in 0..<cellRepeats {
      try rows.append(text, cell, column: column)
      column += 1
    }
  }

  /// `PT14H05M09S` as `14:05:09`; nil for durations in other units.
  private static func clockTime(_ duration: String) -> String? {
    guard duration.hasPrefix("PT") else { return nil }
    var parts: [Character: String] = [:]
    var digits = ""
    for character in duration.dropFirst(2) {
      if character.isNumber {
        digits.append(character)
      } else if character == "." || character == "," {
        digits.append(".")
      } else {
        parts[character] = digits
        digits = ""
      }
    }
    func padded(_ unit: Character) -> String {
      let whole = String(parts[unit, default: "0"].prefix { $0 != "." })
      return whole.count < 2 ? "0" + whole : whole
    }
    return padded("H") + ":" + padded("M") + ":" + padded("S")
  }
}
