/// Reads the sheets of an OpenDocument spreadsheet (ISO 26300), as LibreOffice saves them.
public struct ODSReader: Sendable {
  public let sheets: [SheetInfo]
  private let archive: ZipArchive
  private let limits: SheetLimits

  static let content = "content.xml"
  private static let manifest = "META-INF/manifest.xml"

  init(_ source: ByteSource, limits: SheetLimits) throws {
    archive = try ZipArchive(source, limits: limits)
    self.limits = limits
    if archive.contains(Self.manifest) {
      let manifest = ODSManifest()
      try archive.readXML(Self.manifest, with: manifest)
      guard !manifest.isEncrypted else { throw SheetError.passwordProtected }
    }
    let list = ODSSheetList()
    try archive.readXML(Self.content, with: list)
    guard list.isSpreadsheet else { throw SheetError.notASpreadsheet }
    sheets = list.sheets
    guard !sheets.isEmpty else { throw SheetError.noSheets }
  }

  /// Hands out the rows of a sheet in order; the same promises as `XLSXReader`.
  @discardableResult
  public func forEachRow(
    ofSheet index: Int, isPrinted: Bool = false, _ body: (borrowing SheetRow) throws -> Void
  ) throws -> SheetRemarks {
    try withoutActuallyEscaping(body) { body in
      let rows = RowAssembler(sheet: sheets[index].name, limits: limits, body: body)
      try archive.readXML(
        Self.content, with: ODSSheetContent(sheet: index, limits: limits, rows: rows, isPrinted: isPrinted))
      return rows.remarks
    }
  }
}

/// What the manifest says: whether anything is encrypted.
private final class ODSManifest: XMLPartReader {
  static let vocabulary: XMLVocabulary? = .manifest

  private(set) var isEncrypted = false

  func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    if case "encryption-data" = element { isEncrypted = true }
  }

  func end(_ element: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The names of the sheets, and which of them have a style that hides them.
private final class ODSSheetList: XMLPartReader {
  static let vocabulary: XMLVocabulary? = nil

  private(set) var sheets: [SheetInfo] = []
  private(set) var isSpreadsheet = false
  private var style = ""
  private var hidingStyles = Set<String>()
  private var depth = 0

  func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    switch element {
    case "office:spreadsheet":
      isSpreadsheet = true
    case "style:style":
      style = attributes.string("style:name") ?? ""
    case "style:table-properties":
      if attributes.string("table:display") == "false" { hidingStyles.insert(style) }
    case "table:table":
      depth += 1
      guard depth == 1 else { return }
      let name = attributes.string("table:name") ?? ""
      let style = attributes.string("table:style-name") ?? ""
      sheets.append(SheetInfo(name: name, isHidden: hidingStyles.contains(style)))
    default:
      break
    }
  }

  func end(_ element: XMLName) {
    if case "table:table" = element { depth -= 1 }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
