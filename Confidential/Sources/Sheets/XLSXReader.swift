/// Reads the sheets of an Excel workbook (ISO 29500 SpreadsheetML, transitional and strict).
///
/// Rows stream from the archive; only the shared strings are in memory. A formula gives the value it had when the file
/// was saved, and says so.
public struct XLSXReader: Sendable {
  public let sheets: [SheetInfo]
  private let archive: ZipArchive
  private let parts: [String]
  private let is1904: Bool
  private let strings: XLSXStringTable
  private let styles: [NumberFormat]
  private let limits: SheetLimits

  public init(contentsOf path: String, limits: SheetLimits = SheetLimits()) throws {
    try self.init(ByteSource(path: path), limits: limits)
  }

  public init(bytes: [UInt8], limits: SheetLimits = SheetLimits()) throws {
    try self.init(ByteSource(bytes: bytes), limits: limits)
  }

  init(_ source: ByteSource, limits: SheetLimits) throws {
    try self.init(ZipArchive(source, limits: limits), limits: limits)
  }

  init(_ archive: ZipArchive, limits: SheetLimits) throws {
    self.archive = archive
    self.limits = limits
    let workbookPart = try XLSXRelations(of: "", in: archive).target(ofKind: "officeDocument") ?? "xl/workbook.xml"
    let workbook = XLSXWorkbookPart()
    try archive.readXML(workbookPart, with: workbook)
    is1904 = workbook.is1904
    let relations = try XLSXRelations(of: workbookPart, in: archive)
    var sheets: [SheetInfo] = []
    var parts: [String] = []
    for entry in workbook.sheets {
      // Sheets that are only a chart, a macro or a dialog have other relations.
      guard let relation = relations.relations.first(where: { $0.id == entry.relation }), relation.kind == "worksheet"
      else {
        continue
      }
      sheets.append(entry.info)
      parts.append(relation.target)
    }
    guard !sheets.isEmpty else { throw SheetError.noSheets }
    let styles = XLSXStyles()
    if let part = relations.target(ofKind: "styles") { try archive.readXML(part, with: styles) }
    let strings = XLSXSharedStrings()
    if let part = relations.target(ofKind: "sharedStrings") { try archive.readXML(part, with: strings) }
    (self.sheets, self.parts) = (sheets, parts)
    (self.styles, self.strings) = (styles.styles, strings.table)
  }

  /// Hands out the rows of a sheet in order, the header first. Rows without content are counted and passed over;
  /// rows shorter than the first are filled up with empty cells.
  @discardableResult
  public func forEachRow(
    ofSheet index: Int, isPrinted: Bool = false, _ body: (borrowing SheetRow) throws -> Void
  ) throws -> SheetRemarks {
    try withoutActuallyEscaping(body) { body in
      let rows = RowAssembler(sheet: sheets[index].name, limits: limits, body: body)
      let sheet = XLSXSheetPart(
        part: parts[index], strings: strings, styles: styles, is1904: is1904, limits: limits, rows: rows,
        isPrinted: isPrinted)
      try archive.readXML(parts[index], with: sheet)
      return rows.remarks
    }
  }
}
