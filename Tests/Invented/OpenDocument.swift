/// Spreadsheets of ISO 26300, by hand.
package enum OpenDocument {
  package static let type = "application/vnd.oasis.opendocument.spreadsheet"

  /// The namespaces under their usual prefixes, as attributes.
  package static let namespaces: String = {
    let names = [
      ("office", "office"), ("table", "table"), ("text", "text"), ("draw", "drawing"), ("style", "style"),
      ("manifest", "manifest"),
    ]
    return names.map { "xmlns:\($0)='urn:oasis:names:tc:opendocument:xmlns:\($1):1.0'" }.joined(separator: " ")
      + " xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'"
  }()

  /// A table of rows, each of cells as `table:table-cell` elements.
  package static func table(_ name: String, _ rows: [String], attributes: String = "") -> String {
    "<table:table table:name='\(name)' \(attributes)>"
      + rows.map { "<table:table-row>\($0)</table:table-row>" }.joined() + "</table:table>"
  }

  package static func text(_ text: String) -> String {
    "<table:table-cell office:value-type='string'><text:p>\(text)</text:p></table:table-cell>"
  }

  /// - Parameter type: `float`, `percentage`, `date`, `boolean`.
  package static func cell(_ type: String, _ value: String, shown: String) -> String {
    let name = ["date": "date-value", "boolean": "boolean-value", "time": "time-value"][type] ?? "value"
    return "<table:table-cell office:value-type='\(type)' office:\(name)='\(value)'><text:p>\(shown)</text:p>"
      + "</table:table-cell>"
  }

  /// - Parameter hasType: Whether the part `mimetype` is there; some programs leave it out.
  package static func file(_ tables: String, styles: String = "", hasType: Bool = true) -> [UInt8] {
    let content =
      "<office:document-content \(namespaces)><office:automatic-styles>\(styles)</office:automatic-styles><office:body>"
      + "<office:spreadsheet>\(tables)</office:spreadsheet></office:body></office:document-content>"
    return ZipBuilder((hasType ? [("mimetype", type)] : []) + [("content.xml", content)]).bytes
  }
}
