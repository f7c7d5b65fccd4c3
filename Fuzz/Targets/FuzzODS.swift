import Invented

@testable import Sheets

/// Reads any bytes as a part of an OpenDocument spreadsheet in a sound archive: as the whole of `content.xml`, as the
/// rows of a table in it, as the cells of a row, or as the manifest beside it.
func fuzzODS(_ bytes: [UInt8]) {
  guard let choice = bytes.first else { return }
  let part = Array(bytes.dropFirst())
  switch choice {
  case UInt8(ascii: "1"): readAll(archive(content: part))
  case UInt8(ascii: "2"): readAll(archive(content: document("<table:table table:name='x'>", part, "</table:table>")))
  case UInt8(ascii: "3"):
    let row = ("<table:table table:name='x'><table:table-row>", "</table:table-row></table:table>")
    readAll(archive(content: document(row.0, part, row.1)))
  case UInt8(ascii: "4"):
    let table = OpenDocument.table("x", [OpenDocument.text("a")])
    readAll(archive(content: document(table, [], ""), manifest: part))
  default: readAll(bytes)
  }
}

/// A document with bytes in the middle of its spreadsheet.
private func document(_ before: String, _ middle: [UInt8], _ after: String) -> [UInt8] {
  let head =
    "<office:document-content \(OpenDocument.namespaces)><office:body><office:spreadsheet>\(before)"
  return Array(head.utf8) + middle
    + Array("\(after)</office:spreadsheet></office:body></office:document-content>".utf8)
}

private func archive(content: [UInt8], manifest: [UInt8]? = nil) -> [UInt8] {
  let parts = [("mimetype", OpenDocument.type), ("content.xml", ""), ("META-INF/manifest.xml", "")]
  var builder = ZipBuilder(Array(parts.prefix(manifest == nil ? 2 : 3)))
  builder.entries[1].bytes = content
  if let manifest { builder.entries[2].bytes = manifest }
  return builder.bytes
}
