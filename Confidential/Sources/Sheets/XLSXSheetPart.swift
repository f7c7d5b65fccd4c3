/// Follows one worksheet and hands its rows to an assembler.
final class XLSXSheetPart: XMLPartReader {
  static let vocabulary: XMLVocabulary? = .spreadsheet

  private let part: String
  private let strings: XLSXStringTable
  private let styles: [NumberFormat]
  private let is1904: Bool
  private let limits: SheetLimits
  private let rows: RowAssembler
  /// Whether what a cell shows is what its format prints, decimals and raised signs included.
  private let isPrinted: Bool

  private enum CellType {
    case number, sharedString, text, inlineText, boolean, error, isoDate
  }

  private var row = 0
  private var isHiddenRow = false
  private var column = 0
  private var type = CellType.number
  private var style = 0
  private var isFormula = false
  private var isInCell = false
  /// Whether a value was there, if only an empty one.
  private var hasValue = false
  private var isInline = false
  private var takesText = false
  private var takesFormula = false
  private var phoneticDepth = 0
  private var value: [UInt8] = []
  /// The start of the formula, no longer than `FALSE()`.
  private var formula: [UInt8] = []
  /// The text of a cell with raised digits written as such; empty where there are none.
  private var raised = RaisedText()

  init(
    part: String, strings: XLSXStringTable, styles: [NumberFormat], is1904: Bool, limits: SheetLimits,
    rows: RowAssembler, isPrinted: Bool = false
  ) {
    self.isPrinted = isPrinted
    self.part = part
    self.strings = strings
    self.styles = styles
    self.is1904 = is1904
    self.limits = limits
    self.rows = rows
  }

  private var outOfOrder: SheetError { .malformedPart(part, line: row) }

  func begin(_ element: XMLName, _ attributes: XMLAttributes) throws {
    switch element {
    case "c":
      try beginCell(attributes)
    case "v":
      takesText = isInCell && !isInline
      hasValue = true
    case "is":
      // What stands in `is` is the text of the cell, whatever else a writer keeps beside it.
      isInline = isInCell && type == .inlineText
      if isInline { value.removeAll(keepingCapacity: true) }
      raised.clear()
    case "r": raised.beginRun()
    case "vertAlign": raised.align(attributes)
    case "t":
      takesText = isInline && phoneticDepth == 0
    case "f":
      isFormula = isInCell
      takesFormula = isInCell
    case "row":
      try beginRow(attributes)
    case "rPh":
      phoneticDepth += 1
    case "mergeCell":
      if let range = attributes.bytes("ref").flatMap({ CellRange($0) }) { rows.add(range) }
    default:
      break
    }
  }

  private func beginRow(_ attributes: XMLAttributes) throws {
    let given = attributes.string("r").map { Int($0) ?? 0 } ?? row + 1
    guard given > row else { throw outOfOrder }
    row = given
    column = 0
    isHiddenRow = attributes.isTrue("hidden")
    rows.begin(row: row)
  }

  private func beginCell(_ attributes: XMLAttributes) throws {
    guard row > 0, !isInCell else { throw outOfOrder }
    if let reference = attributes.bytes("r") {
      guard let place = CellReference(reference), place.column > column else { throw outOfOrder }
      column = place.column
    } else {
      column += 1
    }
    style = attributes.bytes("s").flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
    type = attributes.bytes("t").map(Self.type(named:)) ?? .number
    isFormula = false
    isInCell = true
    (hasValue, isInline) = (false, false)
    value.removeAll(keepingCapacity: true)
    formula.removeAll(keepingCapacity: true)
  }

  private static func type(named name: UnsafeBufferPointer<UInt8>) -> CellType {
    switch String(decoding: name, as: UTF8.self) {
    case "s": .sharedString
    case "str": .text
    case "inlineStr": .inlineText
    case "b": .boolean
    case "e": .error
    case "d": .isoDate
    default: .number
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    if takesFormula { formula.append(contentsOf: bytes.prefix(8 - min(8, formula.count))) }
    guard takesText else { return }
    guard value.count + bytes.count <= limits.recordBytes else { throw outOfOrder }
    value.append(contentsOf: bytes)
    if isInline { raised.append(bytes) }
  }

  func end(_ element: XMLName) throws {
    switch element {
    case "v", "t":
      takesText = false
    case "f":
      takesFormula = false
    case "c":
      isInCell = false
      takesText = false
      takesFormula = false
      if isFormula, truthValue(ofFormula: String(decoding: formula, as: UTF8.self)) != nil { isFormula = false }
      try endCell()
    case "row":
      try rows.finish(isHidden: isHiddenRow)
    case "rPh":
      phoneticDepth -= 1
    default:
      break
    }
  }

  private func endCell() throws {
    guard !value.isEmpty else {
      let lacksResult = isFormula && !(type == .text && hasValue)
      return try rows.append(
        value, CellTraits(kind: .empty, isFormula: isFormula, lacksResult: lacksResult), column: column)
    }
    switch type {
    case .sharedString:
      guard let index = Int(String(decoding: value, as: UTF8.self)), index >= 0, index < strings.count else {
        throw outOfOrder
      }
      try rows.append(
        strings[index], CellTraits(kind: .text, isFormula: isFormula), shown: isPrinted ? strings.raised[index] : nil,
        column: column)
    case .inlineText:
      unescapeOfficeText(&value, from: 0)
      try rows.append(
        value, CellTraits(kind: .text, isFormula: isFormula), shown: isPrinted ? raised.text : nil, column: column)
    case .text:
      unescapeOfficeText(&value, from: 0)
      try append(value, .text)
    case .boolean:
      // Programs show the word of their language; the partner's is Dutch.
      let isTrue = value == [UInt8(ascii: "1")]
      try rows.append(
        Array((isTrue ? "true" : "false").utf8), CellTraits(kind: .boolean, isFormula: isFormula),
        shown: Array((isTrue ? "WAAR" : "ONWAAR").utf8), column: column)
    case .error:
      try append(value, .error)
    case .isoDate:
      try append(Array(isoDate(String(decoding: value, as: UTF8.self)).utf8), .date)
    case .number:
      try appendNumber()
    }
  }

  private func appendNumber() throws {
    // A style that does not exist is that of plain numbers.
    let format = styles.indices.contains(style) ? styles[style] : .plain
    if format.kind == .number, NumberText.isPlainInteger(value) {
      let shown = format.shown(value) ?? printed(String(decoding: value, as: UTF8.self), format)
      return try rows.append(
        value, CellTraits(kind: .number, isFormula: isFormula), shown: shown, column: column)
    }
    let stored = String(decoding: value, as: UTF8.self)
    guard let number = Double(stored), number.isFinite else { return try append(value, .text) }
    if format.kind == .percentage {
      return try append(number: NumberText.percentage(number), .percentage, printed(stored, format))
    }
    guard format.kind != .number, let text = SerialDate(number, is1904: is1904)?.text(as: format.kind) else {
      return try append(number: NumberText.shown(number), .number, printed(stored, format))
    }
    let shown = isPrinted && format.kind == .date ? Array(format.shown(ofDate: text).utf8) : nil
    try append(number: text, text.contains("-") ? .date : .time, shown)
  }

  private func append(number text: String, _ kind: CellKind, _ shown: [UInt8]?) throws(SheetError) {
    let value = Array(text.utf8)
    try rows.append(
      value, CellTraits(kind: kind, isFormula: isFormula), shown: shown == value ? nil : shown, column: column)
  }

  /// What the format prints of a number; nil where it says nothing of decimals, or is not asked.
  private func printed(_ stored: String, _ format: NumberFormat) -> [UInt8]? {
    guard isPrinted, let printing = format.printed, let number = Double(stored), number.isFinite else { return nil }
    let text = Array(printing.text(of: number).utf8)
    return text.elementsEqual(stored.utf8) ? nil : text
  }

  private func append(_ value: some Collection<UInt8>, _ kind: CellKind) throws(SheetError) {
    try rows.append(value, CellTraits(kind: kind, isFormula: isFormula), column: column)
  }
}

/// `2019-03-31T00:00:00.000Z` as `2019-03-31`: the spelling that date cells have when read from their day number.
func isoDate(_ stored: String) -> String {
  let text = stored.hasSuffix("Z") ? stored.dropLast() : stored[...]
  guard let mark = text.firstIndex(of: "T") else { return String(text) }
  let time = text[text.index(after: mark)...].prefix { $0 != "." }
  return time == "00:00:00" || time == "00:00" ? String(text[..<mark]) : text[..<mark] + "T" + time
}

/// What a formula that is no more than a truth value says: LibreOffice stores the truth values of Excel as `TRUE()`.
func truthValue(ofFormula formula: String) -> String? {
  switch formula {
  case "TRUE()", "of:=TRUE()": "true"
  case "FALSE()", "of:=FALSE()": "false"
  default: nil
  }
}
