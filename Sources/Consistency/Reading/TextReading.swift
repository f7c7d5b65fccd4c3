/// Reads a file of text with tables, whatever their form: tidy, long, wide, or a page.
package enum TextReading {
  /// - Parameters:
  ///   - text: What the file holds.
  ///   - file: Its name; what is found is named after it.
  ///   - correction: What a person says of the form.
  ///   - metadata: What the publisher says of it.
  package static func read(
    _ text: String, file: String, correction: ReadingCorrection? = nil, metadata: TableMetadata? = nil
  ) -> ReadTable {
    if let metadata {
      let reading = DescribedReading(text, file: file, metadata)
      if reading.isFitting { return reading.read(correction) }
      var table = read(text, file: file, correction: correction)
      table.findings.append(ReadingFinding(undescribed: file))
      return table
    }
    if isPage(text) { return read(HTMLTables(text).tables, file: file, correction, language: language(ofPage: text)) }
    if isMarked(file), case let tables = tables(inText: text), !tables.isEmpty {
      return read(tables, file: file, correction)
    }
    let tidy = TidyText(text, delimiter: Delimiter.sniffed(from: text), keepsEmptyLines: true)
    if let header = tidy.records.first, TidyReading.isHeader(header.map { $0.filter { $0 != "\u{FEFF}" } }) {
      var reading = TidyReading(tidy.withoutMark, file: file)
      return reading.read()
    }
    if let header = tidy.records.first, ExchangeReading.isHeader(header) {
      var reading = ExchangeReading(tidy.withoutMark, file: file)
      return reading.read()
    }
    return read([SheetGrid(name: "", rows: tidy.withoutMark.records)], file: file, correction: correction)
  }

  /// The tables that stand among the sentences of a text; nil where there is none with numbers.
  package static func tables(inText text: String, file: String, correction: ReadingCorrection? = nil) -> ReadTable? {
    let tables = tables(inText: text)
    guard !tables.isEmpty else { return nil }
    let table = read(tables, file: file, correction)
    return table.cells.isEmpty ? nil : table
  }

  private static func tables(inText text: String) -> [(caption: String, rows: [[String]])] { MarkedTables(text).tables }

  private static func isMarked(_ file: String) -> Bool {
    [".md", ".markdown", ".txt"].contains(where: file.lowercased().hasSuffix)
  }

  /// Tables of one writer, each with what stands above it.
  private static func read(
    _ tables: [(caption: String, rows: [[String]])], file: String, _ correction: ReadingCorrection?,
    language: String? = nil
  ) -> ReadTable {
    let figure = stem(of: file)
    let grids = tables.map { SheetGrid(name: "", rows: $0.caption.isEmpty ? $0.rows : [[$0.caption]] + $0.rows) }
    return joined(
      grids.enumerated().map { index, grid in
        let name = grids.count > 1 ? "\(figure)-\(index + 1)" : figure
        var reading = SheetReading(
          grid, file: file, figure: name, correction, besides: grids, language: language)
        return reading.read()
      }, file: file)
  }

  /// `<html lang="de">`
  private static func language(ofPage text: String) -> String? {
    let start = text.prefix(2000).lowercased()
    guard let tag = start.firstRange(of: "<html") else { return nil }
    let inside = start[tag.upperBound...].prefix { $0 != ">" }
    guard let name = inside.firstRange(of: " lang=") else { return nil }
    let value = inside[name.upperBound...].drop { "\"'".contains($0) }.prefix { $0.isLetter || $0 == "-" }
    return value.isEmpty ? nil : String(value)
  }

  /// The sheets of a workbook, or one of text.
  package static func read(
    _ sheets: [SheetGrid], file: String, correction: ReadingCorrection? = nil
  ) -> ReadTable {
    let figure = stem(of: file)
    return joined(
      sheets.map { sheet in
        if let header = sheet.rows.first, TidyReading.isHeader(header) {
          var reading = TidyReading(TidyText(records: sheet.rows), file: file)
          return reading.read()
        }
        let name = sheets.count > 1 ? "\(figure), \(sheet.name)" : figure
        var reading = SheetReading(sheet, file: file, figure: name, correction, besides: sheets)
        return reading.read()
      }, file: file)
  }

  static func stem(of file: String) -> String {
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
    return String(file[..<dot])
  }

  private static func isPage(_ text: String) -> Bool {
    let start = text.prefix(2000).lowercased()
    return start.contains("<html") || start.contains("<!doctype html") || start.contains("<table")
  }

  static func joined(_ tables: [ReadTable], file: String) -> ReadTable {
    var result = ReadTable(file: file)
    for table in tables {
      result.cells += table.cells
      result.findings += table.findings
      result.account.read += table.account.read
      result.account.withoutNumber += table.account.withoutNumber
      result.account.unread += table.account.unread
      result.account.signs.merge(table.account.signs, uniquingKeysWith: +)
    }
    return result
  }
}

extension TidyText {
  /// Without the mark of the byte order before the first field.
  var withoutMark: TidyText {
    var all = records
    if let first = all.first?.first, first.hasPrefix("\u{FEFF}") { all[0][0] = String(first.dropFirst()) }
    return TidyText(records: all)
  }
}
