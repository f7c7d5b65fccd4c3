/// The file formats in which tables are delivered.
public enum SheetFormat: String, CaseIterable, Sendable {
  case csv
  case xlsx
  case ods

  /// Recognises a file by what is in it, whatever it is called.
  ///
  /// - Throws: `notASpreadsheet` for documents, pages and pictures; `passwordProtected`, `legacyWorkbook` and
  ///   `binaryWorkbook` for workbooks that have to be saved otherwise first; what opening and reading throw.
  public static func recognised(contentsOf path: String) throws -> SheetFormat {
    try SheetFormat(of: ByteSource(path: path), limits: SheetLimits())
  }

  package init(of source: ByteSource, limits: SheetLimits) throws {
    let head = try source.bytes(at: 0, count: 1024)
    guard !head.isEmpty else { throw SheetError.empty }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      throw try Self.isEncrypted(compoundFile: source) ? SheetError.passwordProtected : .legacyWorkbook
    }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = try Self.format(of: ZipArchive(source, limits: limits))
      return
    }
    guard !Self.isMarkupOrDocument(head) else { throw SheetError.notASpreadsheet }
    self = .csv
  }

  private static func format(of archive: ZipArchive) throws -> SheetFormat {
    if archive.contains("mimetype") {
      let type = String(decoding: try archive.bytes(of: "mimetype", limit: 1024), as: UTF8.self)
      let expected = "application/vnd.oasis.opendocument.spreadsheet"
      guard type.hasPrefix(expected) else { throw SheetError.notASpreadsheet }
      return .ods
    }
    if archive.contains("xl/workbook.bin") { throw SheetError.binaryWorkbook }
    let isOtherDocument = archive.contains("word/document.xml") || archive.contains("ppt/presentation.xml")
    guard archive.contains("[Content_Types].xml"), !isOtherDocument else { throw SheetError.notASpreadsheet }
    return .xlsx
  }

  /// Excel wraps a workbook with a password in a compound file that has a stream named EncryptedPackage
  /// (MS-OFFCRYPTO 2.3.4.4); names are UTF-16.
  private static func isEncrypted(compoundFile source: ByteSource) throws -> Bool {
    let name = "EncryptedPackage".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    let overlap = name.count - 1
    var offset = 0
    while true {
      let piece = try source.bytes(at: offset, count: 1 << 18)
      guard piece.count >= name.count else { return false }
      if piece.indices.dropLast(overlap).contains(where: { piece[$0] == name[0] && piece[$0...].starts(with: name) }) {
        return true
      }
      offset += piece.count - overlap
    }
  }

  /// Web pages, XML, PDF and RTF under the name of a table: all of them text, none of them rows.
  private static func isMarkupOrDocument(_ head: [UInt8]) -> Bool {
    if head.starts(with: "%PDF-".utf8) || head.starts(with: "{\\rtf".utf8) { return true }
    let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    let content = text.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard content.first == UInt8(ascii: "<"), let second = content.dropFirst().first else { return false }
    return second == UInt8(ascii: "!") || second == UInt8(ascii: "?") || UnicodeScalar(second).properties.isAlphabetic
  }
}
