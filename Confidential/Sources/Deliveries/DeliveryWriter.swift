public import Model
public import Sheets

/// Writes records in a source's own words, so that reading them back gives the same codes.
public enum DeliveryWriter {
  /// Why records cannot be written in the words of a source.
  public enum Failure: Error, Equatable, Sendable {
    /// A column of the template asks for a variable that the codebook does not have.
    case unknownVariable(String)
    /// No word of the template means this category or missing reason.
    case noWord(header: String, code: String)
    /// The packed values are not of the kind that the codebook gives.
    case wrongKind(header: String)
    case wrongCount(keys: Int, records: Int)
  }

  /// A delivery as CSV: UTF-8, semicolons, the heading as lines that begin with `#`, then the header and the records.
  ///
  /// - Parameters:
  ///   - columns: The built-in `year` and variables of the source; a variable that is absent stays empty.
  ///   - personKeys: One a record; empty texts for records without one.
  ///   - heading: Lines above the header that every reader passes over.
  public static func csv(
    for source: Source, in monitor: Monitor, columns: Columns, personKeys: [String], heading: [String] = []
  ) throws -> [UInt8] {
    let table = try RecordTable(source, monitor, columns, personKeys)
    let encoder = CSVEncoder(delimiter: .semicolon)
    var bytes: [UInt8] = []
    for line in heading { encoder.append(["# " + singleLine(line)], to: &bytes) }
    encoder.append(source.columns.map(\.header), to: &bytes)
    for row in 0..<columns.rowCount { encoder.append(try table.texts(ofRow: row), to: &bytes) }
    return bytes
  }

  /// The same as the data sheet of a workbook.
  public static func sheet(
    for source: Source, in monitor: Monitor, columns: Columns, personKeys: [String], heading: [String] = []
  ) throws -> WorkbookSheet {
    let table = try RecordTable(source, monitor, columns, personKeys)
    var rows = heading.map { [WorkbookCell.text("# " + singleLine($0), style: .note)] }
    rows.append(source.columns.map { .text($0.header, style: .header) })
    for row in 0..<columns.rowCount {
      rows.append(
        try table.texts(ofRow: row).enumerated().map { column, text in
          if text.isEmpty { return .empty }
          if table.isNumeric(column: column), let number = Int(text) { return WorkbookCell(.integer(number)) }
          return .text(text)
        })
    }
    return WorkbookSheet(
      name: DeliveryTemplate.dataSheetName,
      columns: source.columns.map { .init(width: Double(max(12, $0.header.count + 2))) },
      rows: rows, frozenRows: heading.count + 1)
  }

  private static func singleLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

/// The records of one delivery, each column with the words for its codes looked up once.
private struct RecordTable {
  private enum Writer {
    case empty
    case person
    /// Numbered in the order of the rows.
    case record
    case words([UInt8], [String?])
    case wideWords([UInt16], [String?])
    case sets([UInt64], SetWords)
    case numbers([Int32], decimals: Int, missing: [String?])
    case days([Int32], missing: [String?])
  }

  private struct SetWords {
    var members: [String?]
    var missing: [String?]
    var none: String?
    var separator: Character
  }

  private let headers: [String]
  private let writers: [Writer]
  private let personKeys: [String]

  init(_ source: Source, _ monitor: Monitor, _ columns: Columns, _ personKeys: [String]) throws(DeliveryWriter.Failure)
  {
    guard personKeys.count == columns.rowCount else {
      throw .wrongCount(keys: personKeys.count, records: columns.rowCount)
    }
    self.personKeys = personKeys
    headers = source.columns.map(\.header)
    var writers: [Writer] = []
    for column in source.columns { writers.append(try Self.writer(for: column, monitor, columns)) }
    self.writers = writers
  }

  private static func writer(
    for column: SourceColumn, _ monitor: Monitor, _ columns: Columns
  ) throws(DeliveryWriter.Failure) -> Writer {
    switch column.role {
    case .person, .unlinked, .encoded: return .person
    case .record: return .record
    case .identity, .ignored: return .empty
    case .year: return try values(of: column, ColumnTerms(column, variable: monitor.yearVariable), columns)
    case .variable(let name):
      guard let variable = monitor.codebook.variable(named: name) else { throw .unknownVariable(name) }
      return try values(of: column, ColumnTerms(column, variable: variable), columns)
    }
  }

  private static func values(
    of column: SourceColumn, _ terms: ColumnTerms, _ columns: Columns
  ) throws(DeliveryWriter.Failure) -> Writer {
    let missing = Missing.allCases.map { terms.word(for: $0) }
    guard let packed = columns[terms.variable.name] else { return .empty }
    let words = terms.variable.categories.indices.map { terms.word(forCategory: $0) }
    let byCode = CategoryCode.table(missing: { terms.word(for: $0) }, categories: words)
    switch (terms.variable.kind, packed) {
    case (.category, .category(let codes)): return .words(codes, byCode)
    case (.category, .wideCategory(let codes)): return .wideWords(codes, byCode)
    case (.set, .set(let masks)):
      let set = SetWords(members: words, missing: missing, none: terms.wordForEmptySet, separator: column.separator)
      return .sets(masks, set)
    case (.number(_, let decimals, _, _), .number(let values)):
      return .numbers(values, decimals: decimals, missing: missing)
    case (.date, .number(let values)): return .days(values, missing: missing)
    case (.text, _): return .empty
    case (.category, _), (.set, _), (.number, _), (.date, _): throw .wrongKind(header: column.header)
    }
  }

  func isNumeric(column: Int) -> Bool {
    switch writers[column] {
    case .words, .numbers: true
    case .empty, .person, .record, .wideWords, .sets, .days: false
    }
  }

  func texts(ofRow row: Int) throws(DeliveryWriter.Failure) -> [String] {
    var texts: [String] = []
    texts.reserveCapacity(writers.count)
    for (column, writer) in writers.enumerated() { texts.append(try text(writer, row, headers[column])) }
    return texts
  }

  private func text(_ writer: Writer, _ row: Int, _ header: String) throws(DeliveryWriter.Failure) -> String {
    switch writer {
    case .empty: return ""
    case .person: return personKeys[row]
    case .record: return String(row + 1)
    case .words(let codes, let words): return try word(CategoryCode(codes[row]).place, words, header)
    case .wideWords(let codes, let words): return try word(CategoryCode(codes[row]).place, words, header)
    case .sets(let masks, let set): return try text(of: SetMask(masks[row]), set, header)
    case .numbers(let values, let decimals, let missing):
      if let reason = NumberValue(values[row]).missing { return try word(Int(reason.rawValue), missing, header) }
      var denominator = 1
      for _ in 0..<decimals { denominator *= 10 }
      let quantity = Quantity(numerator: Int(values[row]), denominator: denominator, decimals: decimals)
      return quantity.plain.replacing(".", with: ",")
    case .days(let values, let missing):
      if let reason = NumberValue(values[row]).missing { return try word(Int(reason.rawValue), missing, header) }
      return CalendarDay(daysSince1970: values[row]).iso
    }
  }

  private func word(_ code: Int, _ words: [String?], _ header: String) throws(DeliveryWriter.Failure) -> String {
    guard words.indices.contains(code), let word = words[code] else { throw .noWord(header: header, code: "\(code)") }
    return word
  }

  private func text(of mask: SetMask, _ set: SetWords, _ header: String) throws(DeliveryWriter.Failure) -> String {
    if let reason = mask.missing { return try word(Int(reason.rawValue), set.missing, header) }
    if mask.isEmpty {
      guard let none = set.none else { throw .noWord(header: header, code: "none") }
      return none
    }
    var members: [String] = []
    for index in mask.categories { members.append(try word(index, set.members, header)) }
    return members.joined(separator: String(set.separator))
  }
}
