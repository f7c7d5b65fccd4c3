/// Reading a table that is already in memory; opening files is the shell's work.
extension CaptureHistories {
  /// Names under which the column of counts is recognised.
  static let countNames: Set<String> = ["count", "aantal", "freq", "n"]

  /// Comma- or semicolon-separated text with a heading: one column of 0 and 1 for each list, and `count`.
  ///
  /// A byte order mark, CRLF, quoted fields and empty lines at the end are accepted. Places in errors count lines of
  /// the text from one.
  ///
  /// - Throws: `CaptureHistoryError`, the first complaint in reading order.
  public init(parsing text: String, allowingRounded: Bool = false) throws(CaptureHistoryError) {
    let table = try DelimitedText(text)
    guard let heading = table.rows.first else { throw .emptyFile }
    try self.init(
      columns: heading.fields, rows: table.rows.dropFirst().map(\.fields),
      lines: table.rows.dropFirst().map(\.line), allowingRounded: allowingRounded)
  }

  /// A table of texts: one row for each combination of lists, and a column of counts.
  ///
  /// - Parameter lines: The line of each row in the file, for the places in errors; by default the heading is line 1.
  /// - Throws: `CaptureHistoryError`, the first complaint in reading order.
  public init(
    columns: [String], rows: [[String]], lines: [Int]? = nil, allowingRounded: Bool = false
  ) throws(CaptureHistoryError) {
    guard let counts = columns.lastIndex(where: { Self.countNames.contains($0.lowercased()) }) else {
      throw columns.isEmpty ? .emptyFile : .noCountColumn
    }
    let listColumns = columns.indices.filter { $0 != counts }
    let lists = listColumns.map { columns[$0] }
    try Self.check(lists: lists)
    var entries: [Entry] = []
    var firstLine: [UInt32: Int] = [:]
    for (index, row) in rows.enumerated() {
      let line = lines?[index] ?? index + 2
      guard row.count == columns.count else {
        throw .unevenRow(Place(line: line), found: row.count, expected: columns.count)
      }
      let history = try Self.history(row, listColumns, columns, line: line)
      let count = try Self.count(row[counts], at: Place(line: line, column: columns[counts]))
      guard history != 0 else { throw .emptyHistory(Place(line: line)) }
      if let first = firstLine.updateValue(line, forKey: history) {
        throw .repeatedHistory(Place(line: line), first: first)
      }
      entries.append(Entry(history: history, count: count))
    }
    try self.init(lists: lists, entries: entries, allowingRounded: allowingRounded)
  }

  typealias Place = CaptureHistoryError.Place

  /// The lists with a 1 in a row, as bits in the order of `listColumns`.
  static func history(
    _ row: [String], _ listColumns: [Int], _ columns: [String], line: Int
  ) throws(CaptureHistoryError) -> UInt32 {
    var history: UInt32 = 0
    for (bit, column) in listColumns.enumerated() {
      switch row[column] {
      case "1": history |= 1 << UInt32(bit)
      case "0": break
      default: throw .notZeroOrOne(Place(line: line, column: columns[column]))
      }
    }
    return history
  }

  static func count(_ text: String, at place: Place) throws(CaptureHistoryError) -> Int {
    if text.isEmpty || text.hasPrefix("<") || ["*", ".", "x", "-", ".."].contains(text.lowercased()) {
      throw .suppressedCount(place)
    }
    if let value = Int(text) {
      guard value >= 0 else { throw .negativeCount(place) }
      guard value <= maximumCount else { throw .countTooLarge(place, limit: maximumCount) }
      return value
    }
    let decimal = String(text.map { $0 == "," ? "." : $0 })
    guard let value = Double(decimal), value.isFinite else { throw .notANumber(place) }
    guard value >= 0 else { throw .negativeCount(place) }
    guard value <= Double(maximumCount) else { throw .countTooLarge(place, limit: maximumCount) }
    guard value == value.rounded(), let exact = Int(exactly: value) else { throw .fractionalCount(place) }
    return exact
  }
}
