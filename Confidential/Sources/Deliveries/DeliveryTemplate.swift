public import Model
public import Sheets

/// The empty file that a source fills in: headers in its own terms, lists to choose from, and a sheet that explains.
public enum DeliveryTemplate {
  package static let dataSheetName = "Gegevens"
  package static let explanationSheetName = "Toelichting"
  /// Rows of the data sheet that have lists to choose from.
  static let preparedRows = 10_000

  /// The sheets of the workbook: the data sheet and the explanation.
  ///
  /// Of a source that delivers counts the data sheet holds a row for every number.
  /// - Parameters:
  ///   - period: For counts: the year the delivery will be about; the last of the monitor when nil.
  ///   - previous: For counts: what the source delivered before.
  public static func sheets(
    for source: Source, in monitor: Monitor, language: Language = .nl, period: Int? = nil,
    previous: ReportedCounts? = nil
  ) -> [WorkbookSheet] {
    if source.deliversCounts {
      return CountTemplate(
        source: source, monitor: monitor, period: period, previous: previous, language: language
      ).sheets
    }
    return [
      dataSheet(for: source, in: monitor, language: language),
      TemplateExplanation(source: source, monitor: monitor, language: language).sheet,
    ]
  }

  /// Writes the workbook, or the ODS file when its name ends so; the file appears complete or not at all.
  /// - Throws: `SheetError` when the file cannot be written.
  public static func write(
    for source: Source, in monitor: Monitor, to path: String, language: Language = .nl, period: Int? = nil,
    previous: ReportedCounts? = nil
  ) throws(SheetError) {
    let title = source.label[language] + ", " + monitor.title[language]
    let sheets = sheets(for: source, in: monitor, language: language, period: period, previous: previous)
    if path.lowercased().hasSuffix(".ods") {
      try OpenDocumentWriter(title: title).write(sheets, to: path)
    } else {
      try WorkbookWriter(title: title).write(sheets, to: path)
    }
  }

  /// As text, for partners whose system exports CSV: the header alone, or for counts a row for every number.
  public static func csv(
    for source: Source, in monitor: Monitor, language: Language = .nl, period: Int? = nil,
    previous: ReportedCounts? = nil
  ) -> [UInt8] {
    if source.deliversCounts {
      return CountTemplate(
        source: source, monitor: monitor, period: period, previous: previous, language: language
      ).csv
    }
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    CSVEncoder(delimiter: .semicolon).append(source.columns.map(\.header), to: &bytes)
    return bytes
  }

  private static func dataSheet(for source: Source, in monitor: Monitor, language: Language) -> WorkbookSheet {
    let header = source.columns.map { column in
      WorkbookCell(.text(column.header), style: .header, comment: column.explanation[language])
    }
    let lists = source.columns.enumerated().compactMap { position, column in
      dropDown(for: column, at: position + 1, in: monitor, language: language)
    }
    return WorkbookSheet(
      name: dataSheetName, columns: source.columns.map { .init(width: Double(max(14, $0.header.count + 4))) },
      rows: [header], frozenRows: 1, dropDowns: lists)
  }

  /// Sets have no list: a list would let only one answer through.
  private static func dropDown(
    for column: SourceColumn, at position: Int, in monitor: Monitor, language: Language
  ) -> WorkbookSheet.DropDown? {
    let choices: [String]
    switch column.role {
    case .year: choices = monitor.years.map { String($0) }
    case .variable(let name):
      guard let variable = monitor.codebook.variable(named: name), variable.kind == .category else { return nil }
      choices = ColumnTerms(column, variable: variable).offeredWords
    case .person, .unlinked, .encoded, .identity, .record, .ignored: return nil
    }
    let title = LocalizedText(nl: "Niet in de lijst", en: "Not on the list")
    let message = LocalizedText(
      nl: "Kies een waarde uit de lijst van de kolom \(column.header).",
      en: "Choose a value from the list of column \(column.header).")
    return WorkbookSheet.DropDown(
      column: position, firstRow: 2, lastRow: preparedRows + 1, choices: choices, isStrict: true,
      errorTitle: title[language], errorMessage: message[language])
  }
}
