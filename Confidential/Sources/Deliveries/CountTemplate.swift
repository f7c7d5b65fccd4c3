import Model
import Sheets

/// The file that a source of counts fills in: a row for every number, with what was delivered before beside it, and a
/// closing row that says the delivery is complete.
struct CountTemplate {
  let source: Source
  let monitor: Monitor
  /// The year the delivery will be about.
  let period: Int
  let previous: PreviousCounts
  let language: Language

  init(source: Source, monitor: Monitor, period: Int?, previous: ReportedCounts?, language: Language) {
    self.source = source
    self.monitor = monitor
    self.period = period ?? monitor.years.upperBound
    self.previous = PreviousCounts(previous)
    self.language = language
  }

  /// The rows below the header, in the order of the tables, their years and their words.
  var rows: [[String]] {
    var rows: [[String]] = []
    for table in source.tables {
      for year in table.years where year <= period {
        rows += table.rows(in: year, monitor.codebook).map { row(of: table, year, $0) }
      }
    }
    return rows + [closing]
  }

  private func row(of table: CountTable, _ year: Int, _ words: [Int?]) -> [String] {
    var row = [table.label.nl, String(year)]
    for number in 0..<CountTable.axisLimit {
      guard table.axes.indices.contains(number) else {
        row += ["", ""]
        continue
      }
      let axis = table.axes[number]
      row += [axis.header, words[number].map { axis.words[$0].word } ?? CountColumns.total(table.answers)]
    }
    let before = previous.number(CountPlace(table: table.name, year: year, words: words))
    return row + ["", before.map { $0.decimals == 0 ? $0.plain : $0.plain.replacing(".", with: ",") } ?? "", ""]
  }

  private var closing: [String] {
    var row = [String](repeating: "", count: CountColumns.headers.count)
    (row[0], row[1]) = (CountColumns.closing, String(period))
    return row
  }

  // MARK: Formats

  /// UTF-8 with semicolons and a byte order mark. The explanation stands above the header, in lines that begin with `#`.
  var csv: [UInt8] {
    let encoder = CSVEncoder(delimiter: .semicolon)
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    for line in CountExplanation(template: self).lines where !line.isEmpty { encoder.append(["# " + line], to: &bytes) }
    encoder.append(CountColumns.headers, to: &bytes)
    for row in rows { encoder.append(row, to: &bytes) }
    return bytes
  }

  var sheets: [WorkbookSheet] { [dataSheet, CountExplanation(template: self).sheet] }

  private var dataSheet: WorkbookSheet {
    let rows = rows
    let header = CountColumns.headers.map { WorkbookCell.text($0, style: .header) }
    let numeric = [1, CountRowReader.Cells.previous]
    let cells = rows.map { row in
      row.enumerated().map { column, text -> WorkbookCell in
        if text.isEmpty { return .empty }
        if numeric.contains(column), let number = Int(text) { return WorkbookCell(.integer(number)) }
        return .text(text)
      }
    }
    // In characters: room for the arrow of a filter, and no column wider than a screen shows beside others.
    let widths = header.indices.map { column in
      min(40, max(CountColumns.headers[column].count, rows.map { $0[column].count }.max() ?? 0) + 3)
    }
    var sheet = WorkbookSheet(
      name: DeliveryTemplate.dataSheetName, columns: widths.map { .init(width: Double($0)) }, rows: [header] + cells,
      frozenRows: 1, dropDowns: [answer(inRow: rows.count + 1)])
    sheet.checks = checks
    sheet.openColumns = [CountRowReader.Cells.count + 1, CountRowReader.Cells.remark + 1]
    return sheet
  }

  /// One for each table, over its rows.
  private var checks: [WorkbookSheet.Check] {
    var first = 2
    return source.tables.compactMap { table in
      let years = table.years.filter { $0 <= period }
      let count = years.reduce(0) { $0 + table.rows(in: $1, monitor.codebook).count }
      defer { first += count }
      return count == 0 ? nil : check(of: table.kind, rows: first...first + count - 1)
    }
  }

  /// A number that can be, or one of the words for there being none.
  private func check(of kind: CountTable.Kind, rows: ClosedRange<Int>) -> WorkbookSheet.Check {
    let column = CountRowReader.Cells.count + 1
    let cell = CellReference.letters(ofColumn: column) + String(rows.lowerBound)
    let (bound, what): (String, LocalizedText) =
      switch kind {
      case .count:
        (
          ",\(cell)=INT(\(cell))",
          LocalizedText(nl: "een geheel getal (0 als er geen was)", en: "a whole number (0 for none)")
        )
      case .percentage:
        (",\(cell)<=100", LocalizedText(nl: "een percentage van 0 tot en met 100", en: "a percentage from 0 to 100"))
      case .number: ("", LocalizedText(nl: "een getal", en: "a number"))
      }
    let words = CountColumns.wordsForNoNumber
    let isWord = words.map { "\(cell)=\"\($0)\"" }.joined(separator: ",")
    let message = LocalizedText(
      nl: "Hier hoort \(what.nl), of: \(words.joined(separator: ", ")).",
      en: "Here belongs \(what.en), or: \(words.joined(separator: ", ")).")
    return WorkbookSheet.Check(
      column: column, firstRow: rows.lowerBound, lastRow: rows.upperBound,
      formula: "=OR(AND(ISNUMBER(\(cell)),\(cell)>=0\(bound)),\(isWord))",
      title: LocalizedText(nl: "Aantal", en: "Count")[language], message: message[language])
  }

  private func answer(inRow row: Int) -> WorkbookSheet.DropDown {
    let title = LocalizedText(nl: "Niet in de lijst", en: "Not on the list")
    let message = LocalizedText(
      nl: "Kies ja als er niets meer volgt, en anders nee.", en: "Choose ja when nothing more follows, and else nee.")
    return WorkbookSheet.DropDown(
      column: CountRowReader.Cells.count + 1, firstRow: row, lastRow: row,
      choices: [CountColumns.yes, CountColumns.no], isStrict: true, errorTitle: title[language],
      errorMessage: message[language])
  }
}
