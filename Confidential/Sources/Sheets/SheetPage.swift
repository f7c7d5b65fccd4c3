import CXlsxWriter

/// The lists behind drop-downs: one column each on a sheet of their own, because a list inside a rule holds no more
/// than 255 characters and no commas.
package struct ChoiceLists {
  package let sheetName: String
  package private(set) var columns: [[String]] = []

  package init(sheetName: String) { self.sheetName = sheetName }

  /// The range in which these choices stand.
  package mutating func range(of choices: [String]) -> String {
    let index = columns.firstIndex(of: choices) ?? columns.count
    if index == columns.count { columns.append(choices) }
    let letters = CellReference.letters(ofColumn: index + 1)
    let name = sheetName.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    return "='\(name)'!$\(letters)$1:$\(letters)$\(max(1, choices.count))"
  }

  package var sheet: WorkbookSheet {
    let height = columns.map(\.count).max() ?? 0
    let rows = (0..<height).map { row in
      columns.map { row < $0.count ? WorkbookCell.text($0[row]) : .empty }
    }
    return WorkbookSheet(name: sheetName, rows: rows, isHidden: true)
  }
}

/// Writes one sheet into a workbook under construction.
package struct SheetPage {
  let page: UnsafeMutablePointer<lxw_worksheet>
  package let sheet: WorkbookSheet
  package let book: WorkbookFile
  package let author: String

  /// Rows and columns of Excel (specifications and limits), 2²⁰ and 2¹⁴.
  private static let rowLimit = 1_048_576
  private static let columnLimit = 16_384
  /// What Excel takes in a cell, in UTF-16 units, and what a comment takes in bytes with room to spare.
  private static let textLimit = 32_767

  package func write(lists: inout ChoiceLists) throws(SheetError) {
    guard sheet.rows.count <= Self.rowLimit else { throw .tooManyRows(sheet: sheet.name, limit: Self.rowLimit) }
    for (index, column) in sheet.columns.enumerated() {
      let format = isOpen(column: index) ? book.format(.init(style: .plain, isDate: false, isOpen: true)) : nil
      worksheet_set_column(page, UInt16(index), UInt16(index), column.width, format)
    }
    if sheet.frozenRows > 0 { worksheet_freeze_panes(page, UInt32(sheet.frozenRows), 0) }
    for (row, cells) in sheet.rows.enumerated() {
      guard cells.count <= Self.columnLimit else {
        throw .tooManyColumns(sheet: sheet.name, row: row + 1, limit: Self.columnLimit)
      }
      for (column, cell) in cells.enumerated() { try write(cell, row: row, column: column) }
    }
    for dropDown in sheet.dropDowns { try add(dropDown, range: lists.range(of: dropDown.choices)) }
    for check in sheet.checks { try add(check) }
    if sheet.openColumns != nil { protect() }
    if sheet.isHidden { worksheet_hide(page) }
  }

  private func write(_ cell: WorkbookCell, row: Int, column: Int) throws(SheetError) {
    let at = (row: UInt32(row), column: UInt16(column))
    let isOpen = row >= sheet.frozenRows && isOpen(column: column)
    let format = book.format(.init(style: cell.style, isDate: cell.value.isDate, isOpen: isOpen))
    let status: lxw_error
    switch cell.value {
    case .empty:
      status = format == nil ? LXW_NO_ERROR : worksheet_write_blank(page, at.row, at.column, format)
    case .text(let text):
      status = worksheet_write_string(page, at.row, at.column, try stored(text, row: row, column: column), format)
    case .integer(let number) where number.magnitude > 999_999_999_999_999:
      // Spreadsheet programs keep 15 digits of a number; longer ones are identifiers.
      status = worksheet_write_string(page, at.row, at.column, String(number), format)
    case .integer(let number):
      status = worksheet_write_number(page, at.row, at.column, Double(number), format)
    case .decimal(let number):
      guard number.isFinite else { throw outOfRange(row, column) }
      status = worksheet_write_number(page, at.row, at.column, number, format)
    case .boolean(let truth):
      status = worksheet_write_boolean(page, at.row, at.column, truth ? 1 : 0, format)
    case .date(let year, let month, let day):
      guard Self.exists(year, month, day) else { throw outOfRange(row, column) }
      var date = lxw_datetime(year: Int32(year), month: Int32(month), day: Int32(day), hour: 0, min: 0, sec: 0)
      status = worksheet_write_datetime(page, at.row, at.column, &date, format)
    }
    guard status == LXW_NO_ERROR else { throw outOfRange(row, column) }
    if let comment = cell.comment { try write(comment: comment, row: row, column: column) }
  }

  private func outOfRange(_ row: Int, _ column: Int) -> SheetError {
    .valueOutOfRange(sheet: sheet.name, row: row + 1, column: column + 1)
  }

  /// Text as the format can hold it: no zero signs, and no text that would be read back as an escape.
  private func stored(_ text: String, row: Int, column: Int) throws(SheetError) -> String {
    guard text.utf16.count <= Self.textLimit else {
      throw .cellTextTooLong(sheet: sheet.name, row: row + 1, column: column + 1, limit: Self.textLimit)
    }
    guard text.utf8.contains(where: { $0 == 0 || $0 == UInt8(ascii: "_") }) else { return text }
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    for (index, byte) in source.enumerated() {
      if byte == UInt8(ascii: "_"), isOfficeEscape(source, at: index) {
        bytes.append(contentsOf: "_x005F".utf8)
      }
      bytes.append(contentsOf: byte == 0 ? Array("\u{FFFD}".utf8) : [byte])
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(comment: String, row: Int, column: Int) throws(SheetError) {
    guard comment.utf16.count <= Self.textLimit else {
      throw .cellTextTooLong(sheet: sheet.name, row: row + 1, column: column + 1, limit: Self.textLimit)
    }
    let status = author.withCString { author in
      var options = lxw_comment_options()
      options.author = UnsafeMutablePointer(mutating: author)
      // In pixels: some 45 letters a line of 18 high, and no taller than a small screen.
      options.width = 320
      options.height = UInt16(min(400, 60 + comment.utf8.count / 45 * 18))
      return worksheet_write_comment_opt(page, UInt32(row), UInt16(column), comment, &options)
    }
    guard status == LXW_NO_ERROR else { throw outOfRange(row, column) }
  }

  private func add(_ dropDown: WorkbookSheet.DropDown, range: String) throws(SheetError) {
    let status = range.withCString { range in
      // What Excel takes in the title and the text of such a message.
      String(dropDown.errorTitle.prefix(32)).withCString { title in
        String(dropDown.errorMessage.prefix(255)).withCString { message in
          var rule = lxw_data_validation()
          rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
          rule.value_formula = UnsafeMutablePointer(mutating: range)
          rule.error_type = UInt8(
            dropDown.isStrict ? LXW_VALIDATION_ERROR_TYPE_STOP.rawValue : LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
          rule.error_title = UnsafeMutablePointer(mutating: title)
          rule.error_message = UnsafeMutablePointer(mutating: message)
          return worksheet_data_validation_range(
            page, UInt32(dropDown.firstRow - 1), UInt16(dropDown.column - 1), UInt32(dropDown.lastRow - 1),
            UInt16(dropDown.column - 1), &rule)
        }
      }
    }
    guard status == LXW_NO_ERROR else {
      throw .valueOutOfRange(sheet: sheet.name, row: dropDown.firstRow, column: dropDown.column)
    }
  }

  /// Whether a workbook can hold this day.
  package static func exists(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1900...9999).contains(year) && (1...12).contains(month) && (1...lengths[month - 1]).contains(day)
  }
}

extension SheetPage {
  /// Whether a column of a protected sheet, counted from 0, can be filled in.
  private func isOpen(column: Int) -> Bool { sheet.openColumns?.contains(column + 1) ?? false }

  private func protect() {
    var allowed = lxw_protection()
    (allowed.format_cells, allowed.format_columns, allowed.format_rows) = (1, 1, 1)
    worksheet_protect(page, nil, &allowed)
  }

  private func add(_ check: WorkbookSheet.Check) throws(SheetError) {
    let status = check.formula.withCString { formula in
      String(check.title.prefix(32)).withCString { title in
        String(check.message.prefix(255)).withCString { message in
          var rule = lxw_data_validation()
          rule.validate = UInt8(LXW_VALIDATION_TYPE_CUSTOM_FORMULA.rawValue)
          rule.value_formula = UnsafeMutablePointer(mutating: formula)
          rule.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
          rule.input_title = UnsafeMutablePointer(mutating: title)
          rule.input_message = UnsafeMutablePointer(mutating: message)
          rule.error_title = UnsafeMutablePointer(mutating: title)
          rule.error_message = UnsafeMutablePointer(mutating: message)
          return worksheet_data_validation_range(
            page, UInt32(check.firstRow - 1), UInt16(check.column - 1), UInt32(check.lastRow - 1),
            UInt16(check.column - 1), &rule)
        }
      }
    }
    guard status == LXW_NO_ERROR else {
      throw .valueOutOfRange(sheet: sheet.name, row: check.firstRow, column: check.column)
    }
  }
}

extension WorkbookCell {
  /// Whether a reader would find nothing here.
  package var isBlank: Bool { value == .empty || value == .text("") }
}

extension WorkbookCell.Value {
  package var isDate: Bool {
    if case .date = self { true } else { false }
  }
}
