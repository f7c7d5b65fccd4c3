internal import Model

/// Reads a text file as its publisher describes it.
struct DescribedReading {
  private let file: String
  private let metadata: TableMetadata
  /// The columns that are in the file, in its order.
  private let columns: [TableMetadata.Column]
  private let head: [[String]]
  private let body: [[String]]

  init(_ text: String, file: String, _ metadata: TableMetadata) {
    (self.file, self.metadata) = (file, metadata)
    columns = metadata.columns.filter { !$0.isVirtual }
    let dialect = metadata.dialect
    var records = TidyText(text, delimiter: dialect.delimiter, keepsEmptyLines: true).withoutMark.records
    records = Array(records.dropFirst(dialect.skippedRows))
    if let comment = dialect.comment, !comment.isEmpty {
      records.removeAll { $0.first?.trimmed.hasPrefix(comment) == true }
    }
    records = records.map { Array($0.dropFirst(dialect.skippedColumns)) }
    head = Array(records.prefix(max(0, dialect.headRows)))
    body = records.dropFirst(max(0, dialect.headRows)).filter { $0.contains { !$0.isEmpty } }
  }

  /// Whether the file has as many columns as the description.
  var isFitting: Bool { columns.isEmpty || (body + head).allSatisfy { $0.count == columns.count } }

  func read(_ correction: ReadingCorrection?) -> ReadTable {
    let names = columns.isEmpty ? head.last ?? [] : columns.indices.map(name)
    let written = head.last ?? names
    // A form that is known needs no more than its head and its signs for no number.
    if TidyReading.isHeader(written) {
      var reading = TidyReading(TidyText(records: [written] + plainBody), file: file)
      return reading.read()
    }
    if ExchangeReading.isHeader(written) {
      var reading = ExchangeReading(TidyText(records: [written] + plainBody), file: file)
      return reading.read()
    }
    let kept = columns.indices.filter { !columns[$0].isSuppressed }
    let values = kept.filter(isMeasure)
    let labels = kept.filter { !values.contains($0) }
    guard !values.isEmpty, !labels.isEmpty else { return readAsPrinted(names, correction) }
    var own = correction ?? ReadingCorrection()
    own.headRows = own.headRows ?? 1
    own.labelColumns = own.labelColumns ?? labels.count
    let order = labels + values
    let rows = [order.map { names[$0] }] + plainBody.map { row in order.map { row[$0] } }
    let traits = [[]] + body.map { _ in order.map { values.contains($0) ? SheetGrid.Trait.number : [] } }
    return read(SheetGrid(name: "", rows: rows, traits: traits), own)
  }

  private func name(_ column: Int) -> String {
    if !columns[column].title.isEmpty { return columns[column].title }
    return head.last.flatMap { column < $0.count ? $0[column] : nil } ?? ""
  }

  /// Without datatypes only the dialect is used.
  private func readAsPrinted(_ names: [String], _ correction: ReadingCorrection?) -> ReadTable {
    read(SheetGrid(name: "", rows: (head.isEmpty ? [names] : head) + plainBody), correction)
  }

  private func read(_ grid: SheetGrid, _ correction: ReadingCorrection?) -> ReadTable {
    var reading = SheetReading(grid, file: file, figure: TextReading.stem(of: file), correction)
    return reading.read()
  }

  /// Numbers that are no years and do not count rows.
  private func isMeasure(_ column: Int) -> Bool {
    guard columns[column].isNumber == true else { return false }
    let texts = plainBody.map { $0[column] }
    let kinds = texts.map { PrintedNumber.read($0) }
    let years = kinds.compactMap(\.value)
    return years.isEmpty || !(years.allSatisfy { SheetColumn.isYear($0) } || SheetColumn(kinds, texts).isCounter)
  }

  /// Cells with a point for decimals, and a sign for what is no number.
  private var plainBody: [[String]] {
    body.map { row in
      row.enumerated().map { column, text in
        guard column < columns.count else { return text }
        let own = columns[column]
        let isNumber = own.isNumber == true
        if (own.nulls ?? metadata.nulls).contains(text) { return isNumber && !text.isEmpty ? "." : "" }
        guard isNumber, own.group != nil || own.decimal != "." else { return text }
        return String(text.filter { $0 != own.group }.map { $0 == own.decimal ? "." : $0 })
      }
    }
  }
}
