/// The part `content.xml` of an ODS file: sheets with what may be filled in where. ISO 26300, version 1.3.
struct ODSContent {
  let xml: String

  init(_ sheets: [WorkbookSheet]) {
    let widths = Set(sheets.flatMap { $0.columns.map(\.width) }).sorted()
    let validations = sheets.flatMap(ODSValidation.all(of:))
    let numbered = validations.enumerated().map { "v\($0.offset + 1)" }
    var names = numbered[...]
    let tables = sheets.map { sheet in
      let own = ODSValidation.all(of: sheet)
      defer { names = names.dropFirst(own.count) }
      return ODSTable(sheet: sheet, validations: Array(zip(names, own)), widths: widths).xml
    }
    let rules = zip(numbered, validations).map { $1.xml(named: $0) }.joined()
    xml = """
      <office:document-content \(Self.namespaces) office:version="1.3"><office:automatic-styles>\(Self.styles(widths))\
      </office:automatic-styles><office:body><office:spreadsheet>\
      \(rules.isEmpty ? "" : "<table:content-validations>\(rules)</table:content-validations>")\(tables.joined())\
      </office:spreadsheet></office:body></office:document-content>
      """
  }

  private static let namespaces =
    ["office", "table", "text", "style"].map { "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\"" }
    .joined(separator: " ")
    + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    + " xmlns:of=\"urn:oasis:names:tc:opendocument:xmlns:of:1.2\""

  /// The name of the style of columns of a width, by its place among the widths.
  static func style(ofWidth width: Double, among widths: [Double]) -> String {
    "w\((widths.firstIndex(of: width) ?? 0) + 1)"
  }

  private static func styles(_ widths: [Double]) -> String {
    // A character of the standard font takes about a fifth of a centimetre.
    let columns = widths.map { width in
      """
      <style:style style:name="\(style(ofWidth: width, among: widths))" style:family="table-column">\
      <style:table-column-properties style:column-width="\((width * 21).rounded() / 100)cm"/></style:style>
      """
    }
    let cells = WorkbookCell.Style.allCases.flatMap { style in
      [cellStyle(style.rawValue, look(of: style)), cellStyle("open-" + style.rawValue, look(of: style), isOpen: true)]
    }
    let hidden = """
      <style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>
      """
    return columns.joined() + cells.joined() + hidden
  }

  private static func cellStyle(
    _ name: String, _ look: (cell: String, text: String), isOpen: Bool = false
  ) -> String {
    let protection = isOpen ? #" style:cell-protect="none""# : ""
    return """
      <style:style style:name="\(name)" style:family="table-cell"><style:table-cell-properties\(look.cell)\(protection)/>\
      <style:text-properties\(look.text)/></style:style>
      """
  }

  /// As in a workbook of the same sheets.
  private static func look(of style: WorkbookCell.Style) -> (cell: String, text: String) {
    let wraps = #" fo:wrap-option="wrap" style:vertical-align="top""#
    return switch style {
    case .plain: ("", "")
    case .header: (wraps + ##" fo:background-color="#e3e8ee""##, #" fo:font-weight="bold""#)
    case .title: ("", #" fo:font-weight="bold" fo:font-size="14pt""#)
    case .wrapped: (wraps, "")
    case .error: (##" fo:background-color="#f6c7c3" fo:border="1pt solid #9c1c12""##, "")
    case .warning: (##" fo:background-color="#fbe7b2" fo:border="0.5pt solid #8a6100""##, "")
    case .note: (##" fo:background-color="#d6e6f5""##, "")
    }
  }

  /// Text for an element or between double quotes. Signs that XML does not have are left out.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case _ where scalar.value < 0x20 && scalar != "\n" && scalar != "\t": break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A paragraph for every line; blanks that XML would take for one are named.
  static func paragraphs(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var body = ""
      var isAfterBlank = true
      for character in line {
        body +=
          character == " " && isAfterBlank
          ? "<text:s/>" : character == "\t" ? "<text:tab/>" : escaped(String(character))
        isAfterBlank = character == " "
      }
      return "<text:p>\(body)</text:p>"
    }.joined()
  }
}

/// What may be filled in, in some rows of a column.
struct ODSValidation {
  let column: Int
  let rows: ClosedRange<Int>
  private let condition: String
  private let base: String
  private let isStrict: Bool
  private let title: String
  private let message: String
  /// Whether the message also shows when the cell is chosen.
  private let isShown: Bool

  /// In the order of the lists and then of the checks.
  static func all(of sheet: WorkbookSheet) -> [ODSValidation] {
    sheet.dropDowns.map { ODSValidation($0, on: sheet.name) } + sheet.checks.map { ODSValidation($0, on: sheet.name) }
  }

  private init(_ list: WorkbookSheet.DropDown, on sheet: String) {
    (column, rows) = (list.column, list.firstRow...list.lastRow)
    let choices = list.choices.map {
      "\""
        + $0.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
    }
    condition = "of:cell-content-is-in-list(\(choices.joined(separator: ";")))"
    base = Self.address(sheet, list.column, list.firstRow)
    (isStrict, title, message, isShown) = (list.isStrict, list.errorTitle, list.errorMessage, false)
  }

  private init(_ check: WorkbookSheet.Check, on sheet: String) {
    (column, rows) = (check.column, check.firstRow...check.lastRow)
    let cell = CellReference.letters(ofColumn: check.column) + String(check.firstRow)
    condition = "of:is-true-formula(\(Self.openFormula(check.formula, of: cell)))"
    base = Self.address(sheet, check.column, check.firstRow)
    (isStrict, title, message, isShown) = (true, check.title, check.message, true)
  }

  private static func address(_ sheet: String, _ column: Int, _ row: Int) -> String {
    "'\(sheet)'.\(CellReference.letters(ofColumn: column))\(row)"
  }

  /// `=AND(B2>=0,B2="a,b")` as OpenFormula writes it: `AND([.B2]>=0;[.B2]="a,b")`. What stands between quotation marks
  /// is left alone.
  static func openFormula(_ formula: String, of cell: String) -> String {
    formula.drop { $0 == "=" }.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .map { place, part in
        place % 2 == 1
          ? String(part)
          : part.split(separator: ",", omittingEmptySubsequences: false).joined(separator: ";")
            .replacing(cell, with: "[.\(cell)]")
      }.joined(separator: "\"")
  }

  func xml(named name: String) -> String {
    let words = "table:title=\"\(ODSContent.escaped(title))\" table:display=\"true\""
    let text = ODSContent.paragraphs(message)
    let help = isShown ? "<table:help-message \(words)>\(text)</table:help-message>" : ""
    return """
      <table:content-validation table:name="\(name)" table:condition="\(ODSContent.escaped(condition))" \
      table:allow-empty-cell="true" table:display-list="unsorted" \
      table:base-cell-address="\(ODSContent.escaped(base))">\(help)<table:error-message \(words) \
      table:message-type="\(isStrict ? "stop" : "warning")">\(text)</table:error-message></table:content-validation>
      """
  }
}
