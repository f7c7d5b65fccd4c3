import CXlsxWriter
import Glibc

/// Writes sheets to an XLSX file: the same sheets give the same bytes, and the file appears complete or not at all.
public struct WorkbookWriter: Sendable {
  /// The moment of creation that the file states, in seconds since 1970: fixed, so that two builds are identical.
  package var created: Int
  public var author: String
  public var title: String
  /// The name of the hidden sheet that holds the choices of drop-downs.
  package var listSheetName: String

  /// 1 January 2000, 00:00 UTC.
  public static let fixedCreation = 946_684_800

  public init(
    title: String, author: String = "Zicht", listSheetName: String = "Keuzelijsten", created: Int = Self.fixedCreation
  ) {
    self.title = title
    self.author = author
    self.listSheetName = listSheetName
    self.created = created
  }

  /// - Throws: `sheetNameRefused` (position counted from 1), `tooManyRows`, `tooManyColumns`, `cellTextTooLong`,
  ///   `valueOutOfRange`, `folderNotFound`, `folderNotWritable`, `isDirectory`, `diskFull` or `writeFailed`.
  public func write(_ sheets: [WorkbookSheet], to path: String) throws(SheetError) {
    let file = try AtomicFile(path: path)
    try write(sheets, directlyTo: file.temporaryPath)
    try verify(sheets, at: file.temporaryPath)
    try file.commit()
  }

  package func write(_ sheets: [WorkbookSheet], directlyTo path: String) throws(SheetError) {
    let book = try WorkbookFile(path: path)
    book.describe(title: title, author: author, created: created)
    var lists = ChoiceLists(sheetName: listSheetName)
    for (index, sheet) in sheets.enumerated() {
      let page = try book.addSheet(named: sheet.name, position: index + 1)
      try SheetPage(page: page, sheet: sheet, book: book, author: author).write(lists: &lists)
    }
    if !lists.columns.isEmpty {
      let sheet = lists.sheet
      let page = try book.addSheet(named: sheet.name, position: sheets.count + 1)
      try SheetPage(page: page, sheet: sheet, book: book, author: author).write(lists: &lists)
    }
    try book.close()
  }

  /// Reads the file back before it gets its name. The library does not notice every write that fails on a full disk;
  /// a reader does.
  private func verify(_ sheets: [WorkbookSheet], at path: String) throws(SheetError) {
    var limits = SheetLimits()
    limits.unpackedBytes = .max / 4
    limits.compressionRatio = .max
    limits.recordBytes = 1 << 30
    do {
      let reader = try XLSXReader(contentsOf: path, limits: limits)
      for (index, sheet) in sheets.enumerated() {
        let expected = sheet.rows.count { row in row.contains { !$0.isBlank } }
        guard try reader.forEachRow(ofSheet: index, { _ in }).rowCount == expected else {
          throw SheetError.writeFailed(code: EIO)
        }
      }
    } catch {
      throw .writeFailed(code: EIO)
    }
  }
}

/// The workbook that libxlsxwriter is building.
package final class WorkbookFile {
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [FormatKey: UnsafeMutablePointer<lxw_format>] = [:]

  package struct FormatKey: Hashable {
    package var style: WorkbookCell.Style
    package var isDate: Bool
    package var isOpen = false
  }

  package init(path: String) throws(SheetError) {
    // Its temporary files stand beside the target: where they do not fit, the target does not fit either.
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[..<$0]) } ?? "."
    workbook = folder.withCString { folder in
      var options = lxw_workbook_options(
        constant_memory: 0, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 1)
      return workbook_new_opt(path, &options)
    }
    guard workbook != nil else { throw .writeFailed(code: ENOMEM) }
  }

  deinit {
    if workbook != nil { lxw_workbook_free(workbook) }
  }

  package func describe(title: String, author: String, created: Int) {
    title.withCString { title in
      author.withCString { author in
        var properties = lxw_doc_properties()
        properties.title = UnsafeMutablePointer(mutating: title)
        properties.author = UnsafeMutablePointer(mutating: author)
        properties.created = created
        workbook_set_properties(workbook, &properties)
      }
    }
  }

  func addSheet(named name: String, position: Int) throws(SheetError) -> UnsafeMutablePointer<lxw_worksheet> {
    guard workbook_validate_sheet_name(workbook, name) == LXW_NO_ERROR,
      let sheet = workbook_add_worksheet(workbook, name)
    else { throw .sheetNameRefused(position: position) }
    return sheet
  }

  package func close() throws(SheetError) {
    let finished = workbook
    workbook = nil
    let (status, code) = StandardError.silenced {
      errno = 0
      let status = workbook_close(finished)
      return (status, errno)
    }
    guard status == LXW_NO_ERROR else { throw SheetError(writingCode: code == 0 ? EIO : code) }
  }

  func format(_ key: FormatKey) -> UnsafeMutablePointer<lxw_format>? {
    if key == FormatKey(style: .plain, isDate: false) { return nil }
    if let format = formats[key] { return format }
    guard let format = workbook_add_format(workbook) else { return nil }
    formats[key] = format
    if key.isOpen { format_set_unlocked(format) }
    if key.isDate { format_set_num_format(format, "dd-mm-yyyy") }
    switch key.style {
    case .plain:
      break
    case .header:
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_bg_color(format, 0xE3E8EE)
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 14)
    case .wrapped:
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .error:
      format_set_bg_color(format, 0xF6C7C3)
      format_set_border(format, UInt8(LXW_BORDER_MEDIUM.rawValue))
      format_set_border_color(format, 0x9C1C12)
    case .warning:
      format_set_bg_color(format, 0xFBE7B2)
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, 0x8A6100)
    case .note:
      format_set_bg_color(format, 0xD6E6F5)
    }
    return format
  }
}
