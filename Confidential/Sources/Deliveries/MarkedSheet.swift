public import Model
public import Sheets

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A copy of a delivered sheet in which the cells with findings are coloured and say what is wrong.
public enum MarkedSheet {
  /// A file with more rows than this is copied only as far as it has findings.
  static let wholeCopyLimit = 100_000

  /// Writes the workbook: the data sheet as delivered, with the cells marked, and a sheet that lists the findings.
  ///
  /// The copy holds what the file holds, personal details too: it is for whoever made the file.
  /// - Throws: `SheetError` when the file cannot be read any more or the copy cannot be written.
  public static func write(
    _ report: DeliveryReport, markedIn path: String, to copy: String, language: Language
  ) throws {
    let file = try SheetSource(contentsOf: path)
    let title = LocalizedText(nl: "Bevindingen", en: "Findings")[language]
    try WorkbookWriter(title: title).write(try sheets(report, of: file, language: language), to: copy)
    // What holds personal details is for nobody else to read.
    chmod(copy, 0o600)
  }

  static func sheets(_ report: DeliveryReport, of file: SheetSource, language: Language) throws -> [WorkbookSheet] {
    let findings = report.findings
    let index = report.sheet
    let total = try file.forEachRow(ofSheet: index) { _ in }.rowCount
    var marker = Marker(
      findings: findings, headerRow: report.headerRow, language: language, copiesAll: total <= wholeCopyLimit)
    try file.forEachRow(ofSheet: index) { row in marker.add(row) }
    let name = file.sheets[index].name
    let list = WorkbookSheet(
      name: LocalizedText(nl: "Bevindingen", en: "Findings")[language],
      columns: [24, 8, 20, 20, 10, 60, 60].map { .init(width: $0) },
      rows: [FindingsFile.header(language).map { .text($0, style: .header) }]
        + findings.map { FindingsFile.fields(of: $0, language).map { .text($0, style: .plain) } },
      frozenRows: 1)
    let data = WorkbookSheet(
      name: name.isEmpty || name == list.name ? DeliveryTemplate.dataSheetName : name,
      columns: marker.header.map { .init(width: Double(min(40, max(12, $0.count + 4)))) }, rows: marker.rows,
      frozenRows: marker.headerRow)
    return [data, list]
  }
}

/// Copies rows and marks their cells.
private struct Marker {
  private let byRow: [Int: [Finding]]
  private let language: Language
  private let copiesAll: Bool
  /// The row with the column names; nil: the first.
  private let deliveredHeaderRow: Int?
  private(set) var rows: [[WorkbookCell]] = []
  private(set) var header: [String] = []
  private(set) var headerRow = 0

  init(findings: [Finding], headerRow: Int?, language: Language, copiesAll: Bool) {
    deliveredHeaderRow = headerRow
    byRow = Dictionary(grouping: findings.filter { $0.place.row != nil }) { $0.place.row ?? 0 }
    self.language = language
    self.copiesAll = copiesAll
  }

  mutating func add(_ row: borrowing SheetRow) {
    let isHeader = header.isEmpty && row.number == deliveredHeaderRow ?? row.number
    let found = byRow[row.number] ?? []
    guard copiesAll || header.isEmpty || !found.isEmpty else { return }
    // Blank rows are not handed out; in a whole copy they are put back, so that row numbers stay the same.
    if copiesAll { while rows.count < row.number - 1 { rows.append([]) } }
    var cells = (0..<row.count).map { Self.cell(row, $0) }
    if isHeader {
      header = row.strings()
      headerRow = rows.count + 1
      for column in cells.indices { cells[column].style = .header }
    }
    for finding in found { mark(finding, in: &cells) }
    rows.append(cells)
  }

  private static func cell(_ row: borrowing SheetRow, _ column: Int) -> WorkbookCell {
    let text = row.shown(column).string
    if text.isEmpty { return .empty }
    // What is shown otherwise than its value stays as it is shown.
    if row.kind(at: column) == .number, text == row.string(at: column) {
      if let number = Int(text) { return WorkbookCell(.integer(number)) }
      if let number = Double(text) { return WorkbookCell(.decimal(number)) }
    }
    return .text(text)
  }

  /// A finding about the row as a whole goes to its first cell.
  private func mark(_ finding: Finding, in cells: inout [WorkbookCell]) {
    let column = finding.place.column.flatMap(position) ?? 0
    while cells.count <= column { cells.append(.empty) }
    let text = finding.message[language] + " " + finding.remedy[language]
    cells[column].comment = cells[column].comment.map { $0 + "\n" + text } ?? text
    let style: WorkbookCell.Style =
      switch finding.severity {
      case .fatal, .error: .error
      case .warning: .warning
      case .note: .note
      }
    if cells[column].style != .error, cells[column].style != .warning || style == .error {
      cells[column].style = style
    }
  }

  /// The place of a column by its header, or by its letters.
  private func position(_ name: String) -> Int? {
    let folded = FoldedText.header(name)
    if let position = header.firstIndex(where: { FoldedText.header($0) == folded }) { return position }
    return header.indices.first { CellReference.letters(ofColumn: $0 + 1) == name }
  }
}
