/// The file formats in which tables are delivered.
public enum SheetFormat: String, CaseIterable, Sendable {
  case csv
  case xlsx
  case ods

  /// Recognises a file by what is in it, whatever it is called.
  ///
  /// - Throws: `notASpreadsheet` for documents and pictures; `otherFile`, `passwordProtected`, `legacyWorkbook` and
  ///   `binaryWorkbook` for tables that have to be saved otherwise first; what opening and reading throw.
  public static func recognised(contentsOf path: String) throws -> SheetFormat {
    try SheetFormat(of: ByteSource(path: path), limits: SheetLimits())
  }

  package init(of source: ByteSource, limits: SheetLimits) throws {
    let head = try source.bytes(at: 0, count: 1024)
    guard !head.isEmpty else { throw SheetError.empty }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      throw try Self.isEncrypted(compoundFile: source) ? SheetError.passwordProtected : .legacyWorkbook
    }
    if head.starts(with: Self.zip) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = try Self.format(of: ZipArchive(source, limits: limits))
      return
    }
    if let other = Self.otherFile(head) { throw SheetError.otherFile(other) }
    guard !Self.isMarkupOrDocument(head) else { throw SheetError.notASpreadsheet }
    self = .csv
  }

  private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  /// By the signatures of gzip (RFC 1952), bzip2, xz, 7-Zip and RAR, and by the first words of markup.
  private static func otherFile(_ head: [UInt8]) -> OtherFile? {
    let packed: [[UInt8]] = [
      [0x1F, 0x8B], Array("BZh".utf8), [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C],
      Array("Rar!\u{1A}".utf8),
    ]
    if packed.contains(where: { head.starts(with: $0) }) { return .packed }
    if head.contains(0), head.indices.dropLast(3).contains(where: { head[$0...].starts(with: zip) }) {
      return .prefixedWorkbook
    }
    guard isMarkup(head) else { return nil }
    let text = String(decoding: head, as: UTF8.self).lowercased()
    if text.contains("urn:schemas-microsoft-com:office:spreadsheet") || text.contains("excel.sheet") {
      return .excelXML
    }
    if text.contains("office:document") { return .flatDocument }
    return ["<html", "<!doctype html", "<table"].contains(where: text.contains) ? .webPage : nil
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
    guard !isOtherDocument else { throw SheetError.notASpreadsheet }
    if archive.contains("[Content_Types].xml") { return .xlsx }
    // The type is missing from files of some programs; the reader sees whether the content is a spreadsheet.
    guard archive.contains(ODSReader.content) else { throw SheetError.otherFile(.archive) }
    return .ods
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
    return isMarkup(head)
  }

  private static func isMarkup(_ head: [UInt8]) -> Bool {
    let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    let content = text.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard content.first == UInt8(ascii: "<"), let second = content.dropFirst().first else { return false }
    return second == UInt8(ascii: "!") || second == UInt8(ascii: "?") || UnicodeScalar(second).properties.isAlphabetic
  }
}
