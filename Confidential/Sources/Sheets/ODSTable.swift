/// A sheet as the element `table:table` of an ODS file.
struct ODSTable {
  let sheet: WorkbookSheet
  /// What may be filled in, by the name that cells use.
  let validations: [(name: String, validation: ODSValidation)]
  /// Of all sheets, from which the styles of columns were made.
  let widths: [Double]

  var xml: String {
    let protection = sheet.openColumns == nil ? "" : #" table:protected="true""#
    let hidden = sheet.isHidden ? #" table:style-name="hidden""# : ""
    let rows = sheet.rows.enumerated().map { row($1, number: $0 + 1) }
    return "<table:table table:name=\"\(ODSContent.escaped(sheet.name))\"\(protection)\(hidden)>" + columns
      + rows.joined() + prepared + "</table:table>"
  }

  private var columns: String {
    sheet.columns.enumerated().map { place, column in
      let style = ODSContent.style(ofWidth: column.width, among: widths)
      let cells = isOpen(column: place + 1) ? "open-plain" : "plain"
      return #"<table:table-column table:style-name="\#(style)" table:default-cell-style-name="\#(cells)"/>"#
    }.joined()
  }

  private func isOpen(column: Int) -> Bool { sheet.openColumns?.contains(column) ?? true }

  private func row(_ cells: [WorkbookCell], number: Int) -> String {
    let width = max(cells.count, sheet.columns.count)
    let content = (0..<width).map { place in
      cell(place < cells.count ? cells[place] : .empty, column: place + 1, row: number)
    }
    return "<table:table-row>\(content.joined())</table:table-row>"
  }

  /// The rows below that are to be filled in: equal ones are one, repeated.
  private var prepared: String {
    let last = sheet.rows.count
    let ends = Set(validations.flatMap { [$0.validation.rows.lowerBound - 1, $0.validation.rows.upperBound] })
    var start = last
    return ends.filter { $0 > last }.sorted().map { end in
      defer { start = end }
      let cells = (1...max(1, sheet.columns.count)).map { cell(.empty, column: $0, row: start + 1) }
      return #"<table:table-row table:number-rows-repeated="\#(end - start)">\#(cells.joined())</table:table-row>"#
    }.joined()
  }

  private func cell(_ cell: WorkbookCell, column: Int, row: Int) -> String {
    let isOpen = isOpen(column: column) && row > sheet.frozenRows
    var attributes = #" table:style-name="\#(isOpen ? "open-" : "")\#(cell.style.rawValue)""#
    if let name = validations.first(where: { $0.validation.column == column && $0.validation.rows.contains(row) })?.name
    {
      attributes += #" table:content-validation-name="\#(name)""#
    }
    let comment = cell.comment.map {
      #"<office:annotation office:display="false">\#(ODSContent.paragraphs($0))</office:annotation>"#
    }
    let (value, shown) = Self.content(of: cell.value)
    return "<table:table-cell\(attributes)\(value)>\(comment ?? "")\(shown)</table:table-cell>"
  }

  /// The attributes that give the value, and what the cell shows.
  private static func content(of value: WorkbookCell.Value) -> (attributes: String, shown: String) {
    func typed(_ type: String, _ attribute: String, _ value: String, _ shown: String) -> (String, String) {
      (#" office:value-type="\#(type)" office:\#(attribute)="\#(value)""#, ODSContent.paragraphs(shown))
    }
    switch value {
    case .empty: return ("", "")
    case .text(let text): return (#" office:value-type="string""#, ODSContent.paragraphs(text))
    case .integer(let number): return typed("float", "value", String(number), String(number))
    case .decimal(let number):
      return typed("float", "value", NumberText.canonical(number), NumberText.canonical(number))
    case .boolean(let isTrue): return typed("boolean", "boolean-value", "\(isTrue)", isTrue ? "WAAR" : "ONWAAR")
    case .date(let year, let month, let day):
      func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
      }
      let text = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
      return typed("date", "date-value", text, text)
    }
  }
}
