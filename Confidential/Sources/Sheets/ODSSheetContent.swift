/// Follows one table of `content.xml` and hands its rows to an assembler.
final class ODSSheetContent: XMLPartReader {
  static let vocabulary: XMLVocabulary? = nil

  private let wanted: Int
  private let limits: SheetLimits
  private let rows: RowAssembler
  /// Whether what a cell shows is its number with the decimals that are seen.
  private let isPrinted: Bool

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

  init(sheet: Int, limits: SheetLimits, rows: RowAssembler, isPrinted: Bool = false) {
    self.isPrinted = isPrinted
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
    case "table:table":
      tableDepth += 1
      if tableDepth == 1 { table += 1 }
    case "table:shapes", "office:forms":
      if tableDepth > 0 { skipDepth = 1 }
    case _ where tableDepth != 1 || table != wanted:
      break
    case "table:table-row":
      rowRepeats = Self.repeats(attributes.string("table:number-rows-repeated"))
      isHiddenRow = attributes.string("table:visibility").map { $0 != "visible" } ?? false
      column = 1
      rows.begin(row: row)
    case "table:table-cell", "table:covered-table-cell":
      beginCell(attributes)
    default:
      try beginText(element, attributes)
    }
  }

  private static func isApart(_ element: XMLName) -> Bool {
    switch element {
    case "office:annotation", "table:table", "text:ruby-text": true
    default: element.vocabulary == .drawing
    }
  }

  private static func repeats(_ text: String?) -> Int { max(1, text.flatMap(Int.init) ?? 1) }

  private func beginCell(_ attributes: XMLAttributes) {
    isInCell = true
    value.removeAll(keepingCapacity: true)
    paragraphs = 0
    paragraphDepth = 0
    cellRepeats = Self.repeats(attributes.string("table:number-columns-repeated"))
    cell = CellTraits(kind: .text, isFormula: attributes.bytes("table:formula") != nil)
    cell.lacksResult = cell.isFormula && attributes.bytes("office:value-type") == nil
    attributeValue = nil
    switch attributes.string("office:value-type") {
    case "float", "currency":
      cell.kind = .number
      attributeValue = attributes.string("office:value").flatMap(NumberText.shown)
    case "percentage":
      cell.kind = .percentage
      attributeValue = attributes.string("office:value").flatMap(NumberText.percentage)
    case "date":
      cell.kind = .date
      attributeValue = attributes.string("office:date-value").map(isoDate)
    case "time":
      cell.kind = .time
      attributeValue = attributes.string("office:time-value").flatMap(Self.clockTime)
    case "boolean":
      cell.kind = .boolean
      attributeValue = attributes.string("office:boolean-value")
    default:
      // An error has an empty string for a value, and its name as text.
      attributeValue = attributes.string("office:string-value").flatMap { $0.isEmpty ? nil : $0 }
      if attributes.string("calcext:value-type") == "error" { cell.kind = .error }
    }
    if let truth = attributes.string("table:formula").flatMap(truthValue) {
      cell = CellTraits(kind: .boolean, isFormula: false)
      attributeValue = truth
    }
    let columns = Self.repeats(attributes.string("table:number-columns-spanned"))
    let spannedRows = Self.repeats(attributes.string("table:number-rows-spanned"))
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
    case "text:p":
      if paragraphs > 0 { try append([0x0A]) }
      paragraphs += 1
      paragraphDepth += 1
    case "text:s":
      let count = min(Self.repeats(attributes.string("text:c")), limits.recordBytes)
      try append(repeatElement(0x20, count: count))
    case "text:tab": try append([0x09])
    case "text:line-break": try append([0x0A])
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
    if case "table:table" = element {
      tableDepth -= 1
      return
    }
    guard tableDepth == 1, table == wanted else { return }
    switch element {
    case "text:p":
      if isInCell { paragraphDepth -= 1 }
    case "table:table-cell", "table:covered-table-cell":
      try endCell()
    case "table:table-row":
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
    let shown =
      switch cell.kind {
      case .number: shownDigits(of: text) ?? printedDigits(of: text)
      case .percentage: printedDigits(of: text)
      case .boolean where !value.isEmpty: value
      case .boolean, .empty, .text, .date, .time, .error, .withheld: [UInt8]?.none
      }
    if !text.isEmpty { cell.lacksResult = false }
    let next = column.addingReportingOverflow(cellRepeats)
    if text.isEmpty && !cell.isFormula {
      column = next.overflow ? limits.columns + 1 : next.partialValue
      return
    }
    for _ in 0..<cellRepeats {
      try rows.append(text, cell, shown: shown, column: column)
      column += 1
    }
  }

  /// What a cell with a whole number shows when that is the number with zeros before it or signs between its digits,
  /// such as `00123`; nil when it shows no more than the number, as this or another country writes it.
  private func shownDigits(of number: [UInt8]) -> [UInt8]? {
    guard NumberText.isPlainInteger(number), number.first != UInt8(ascii: "-"), value != number else { return nil }
    let digits = value.filter { $0 >= 0x30 && $0 <= 0x39 }
    let hasMarks = value.contains { $0 >= 0x80 || [0x20, 0x25, 0x27, 0x2C, 0x2E].contains($0) }
    guard !hasMarks, digits.drop(while: { $0 == 0x30 }).elementsEqual(number.drop { $0 == 0x30 }) else { return nil }
    return value
  }

  /// The number with the decimals that are seen; nil where all of them are, or what is seen is not this number.
  private func printedDigits(of number: [UInt8]) -> [UInt8]? {
    guard isPrinted, !value.isEmpty else { return nil }
    let sign: [UInt8] = number.last == UInt8(ascii: "%") ? [UInt8(ascii: "%")] : []
    let text = DecimalText(String(decoding: number.dropLast(sign.count), as: UTF8.self))
    guard let decimals = text.decimals(printedAs: value.filter { $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    let printed = Array(text.rounded(least: decimals, most: decimals).utf8) + sign
    return printed == number ? nil : printed
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
