import Glibc

/// Writes sheets to an ODS file: the same sheets give the same bytes, and the file appears complete or not at all.
package struct OpenDocumentWriter {
  private let title: String

  package init(title: String) { self.title = title }

  /// - Throws: `folderNotFound`, `folderNotWritable`, `isDirectory`, `diskFull` or `writeFailed`.
  package func write(_ sheets: [WorkbookSheet], to path: String) throws(SheetError) {
    let bytes = try bytes(of: sheets)
    let file = try AtomicFile(path: path)
    let descriptor = open(file.temporaryPath, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SheetError(writingCode: errno) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else {
        let code = errno
        close(descriptor)
        throw SheetError(writingCode: code)
      }
      written += count
    }
    close(descriptor)
    try file.commit()
  }

  package func bytes(of sheets: [WorkbookSheet]) throws(SheetError) -> [UInt8] {
    var archive = ZipWriter()
    try archive.add("mimetype", Array(Self.type.utf8), isPacked: false)
    let parts = [
      ("content.xml", ODSContent(sheets).xml), ("meta.xml", meta), ("settings.xml", Self.settings(of: sheets)),
      ("META-INF/manifest.xml", Self.manifest),
    ]
    for (name, text) in parts { try archive.add(name, Array((Self.declaration + text).utf8)) }
    archive.finish()
    return archive.bytes
  }

  private static let type = "application/vnd.oasis.opendocument.spreadsheet"
  private static let declaration = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"

  private static let manifest = """
    <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
    <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="\(type)"/>
    <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
    <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
    <manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/>
    </manifest:manifest>
    """

  private var meta: String {
    """
    <office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta>\
    <dc:title>\(ODSContent.escaped(title))</dc:title></office:meta></office:document-meta>
    """
  }

  /// Which rows stay in sight.
  private static func settings(of sheets: [WorkbookSheet]) -> String {
    func item(_ name: String, _ type: String, _ value: Int) -> String {
      #"<config:config-item config:name="\#(name)" config:type="\#(type)">\#(value)</config:config-item>"#
    }
    let tables = sheets.filter { $0.frozenRows > 0 }.map { sheet in
      #"<config:config-item-map-entry config:name="\#(ODSContent.escaped(sheet.name))">"#
        + item("VerticalSplitMode", "short", 2) + item("VerticalSplitPosition", "int", sheet.frozenRows)
        + item("ActiveSplitRange", "short", 2) + item("PositionBottom", "int", sheet.frozenRows)
        + "</config:config-item-map-entry>"
    }
    return """
      <office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" \
      xmlns:ooo="http://openoffice.org/2004/office" office:version="1.3"><office:settings>\
      <config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">\
      <config:config-item-map-entry><config:config-item-map-named config:name="Tables">\(tables.joined())\
      </config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed>\
      </config:config-item-set></office:settings></office:document-settings>
      """
  }
}
