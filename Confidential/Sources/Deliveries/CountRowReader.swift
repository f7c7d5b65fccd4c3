import Model
import Sheets

/// Understands the rows of a delivery of counts one by one; all that is wrong with a row is said at once.
struct CountRowReader {
  enum Outcome {
    case line(CountLine)
    /// The closing row: its year and its answer.
    case closing(year: Int?, answer: String)
    /// The row is kept aside; its table and year where they could be seen, and its place where that could.
    case setAside(table: Int?, year: Int?, place: CountPlace?)
  }

  private let source: Source
  private let codebook: Codebook
  private let findings: DeliveryFindings
  /// Column of the file for each column of the template.
  private let columns: [Int: Int]
  private let tables: [[UInt8]: Int]
  private let suggestions = SuggestionMemory()

  init(source: Source, codebook: Codebook, columns: [Int: Int], findings: DeliveryFindings) {
    (self.source, self.codebook, self.columns, self.findings) = (source, codebook, columns, findings)
    tables = Dictionary(
      source.tables.enumerated().map { (FoldedText.folded($0.element.label.nl), $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  func read(_ row: borrowing SheetRow) -> Outcome {
    let cells = Cells(row, columns)
    for column in cells.withHiddenSigns { report(.hiddenSigns, cells, column, FieldProblem.hiddenSigns) }
    let year = year(cells)
    if FoldedText.folded(cells[0]) == FoldedText.folded(CountColumns.closing) {
      return .closing(year: year, answer: cells[Cells.count])
    }
    guard let table = tables[FoldedText.folded(cells[0])] else {
      reportTable(cells)
      return .setAside(table: nil, year: year, place: nil)
    }
    let words = CountWordReader(table: source.tables[table], codebook: codebook, suggestions: suggestions) {
      report($0, cells, $1, $2)
    }.words(in: cells, year: year)
    let isAsked = year.map { self.isAsked($0, table, cells) } ?? false
    let value = value(cells, source.tables[table])
    guard let year, isAsked else { return .setAside(table: table, year: nil, place: nil) }
    guard let words else { return .setAside(table: table, year: year, place: nil) }
    let place = CountPlace(table: source.tables[table].name, year: year, words: words)
    guard let value else { return .setAside(table: table, year: year, place: place) }
    return .line(
      CountLine(
        cell: ReportedCell(place, value, sourceRow: cells.row), table: source.tables[table],
        previous: previous(cells, source.tables[table]),
        isExplained: !cells[Cells.remark].isEmpty, isEmpty: cells[Cells.count].isEmpty))
  }

  // MARK: Cells

  /// The cells of a row in the order of the template, without the blanks around them.
  struct Cells {
    static let count = CountColumns.headers.count - 3
    static let previous = count + 1
    static let remark = count + 2

    let row: Int
    /// Columns of the template of which the cell held signs that nobody sees.
    let withHiddenSigns: [Int]
    private let texts: [String]
    let count: NumberCell
    let previous: NumberCell

    /// What a workbook says of a cell with a number.
    struct NumberCell {
      var kind: CellKind
      var lacksResult: Bool

      init(_ row: borrowing SheetRow, _ place: Int?) {
        let place = place.flatMap { $0 < row.count ? $0 : nil }
        kind = place.map { row.kind(at: $0) } ?? .empty
        lacksResult = place.map { row.lacksResult(at: $0) } ?? false
      }
    }

    init(_ row: borrowing SheetRow, _ columns: [Int: Int]) {
      self.row = row.number
      var texts = [String](repeating: "", count: CountColumns.headers.count)
      var withHiddenSigns: [Int] = []
      for (column, place) in columns where place < row.count {
        // Numbers are their value; words are what is shown.
        let isNumber = [1, Self.count, Self.previous].contains(column)
        let text = VisibleText(isNumber ? row[place].bytes : row.shown(place).bytes)
        texts[column] = text.string
        if text.hadHiddenSigns { withHiddenSigns.append(column) }
      }
      (self.texts, self.withHiddenSigns) = (texts, withHiddenSigns.sorted())
      count = NumberCell(row, columns[Self.count])
      previous = NumberCell(row, columns[Self.previous])
    }

    subscript(_ column: Int) -> String { texts[column] }
    func axis(_ number: Int) -> String { texts[2 * number] }
    func category(_ number: Int) -> String { texts[2 * number + 1] }
  }

  private func report(_ rule: FindingRule, _ cells: Cells, _ column: Int, _ message: LocalizedText) {
    findings.add(rule, row: cells.row, column: columns[column] ?? column, header: CountColumns.headers[column], message)
  }

  private func reportTable(_ cells: Cells) {
    let meant = suggestions.meant(
      cells[0], in: "", among: source.tables.map(\.label.nl) + [CountColumns.closing])
    report(
      .unknownTable, cells, 0,
      LocalizedText(
        nl: "deze tabel staat niet in het sjabloon\(meant.nl)", en: "this table is not in the template\(meant.en)"))
  }

  private func year(_ cells: Cells) -> Int? {
    let text = cells[1]
    if text.utf8.count == 4, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return Int(text) }
    report(
      .yearFormat, cells, 1,
      LocalizedText(nl: "hier staat geen jaartal van vier cijfers.", en: "here is no year of four digits."))
    return nil
  }

  private func isAsked(_ year: Int, _ table: Int, _ cells: Cells) -> Bool {
    let table = source.tables[table]
    if table.years.contains(year) { return true }
    let years = Wording.list(table.years.map { String($0) })
    report(
      .yearNotAsked, cells, 1,
      LocalizedText(
        nl: "`\(table.label.nl)` vraagt dit jaar niet; wel \(years.nl).",
        en: "`\(table.label.nl)` does not ask for this year; it does for \(years.en)."))
    return false
  }

  // MARK: Numbers

  private func value(_ cells: Cells, _ table: CountTable) -> ReportedValue? {
    let cell = cells.count
    switch CountNumber(cells[Cells.count], cell: cell.kind, lacksResult: cell.lacksResult, for: table.kind) {
    case .value(let value): return value
    case .read(let number, let remark):
      report(remark.rule, cells, Cells.count, remark.message)
      return .number(number)
    case .empty:
      report(
        .countEmpty, cells, Cells.count,
        LocalizedText(
          nl: "deze cel is leeg en telt als niet geleverd.", en: "this cell is empty and counts as not delivered."))
      return .notDelivered
    case .problem(let rule, let message):
      report(rule, cells, Cells.count, message)
      return nil
    }
  }

  private func previous(_ cells: Cells, _ table: CountTable) -> Quantity? {
    let cell = cells.previous
    return switch CountNumber(cells[Cells.previous], cell: cell.kind, lacksResult: cell.lacksResult, for: table.kind) {
    case .value(.number(let number)), .read(let number, _): number
    case .value(.notRecorded), .value(.notDelivered), .empty, .problem: nil
    }
  }
}
