/// Capture histories of which some counts are only known to lie between two numbers: suppressed as `<5`, or rounded.
///
/// They are used as intervals: the likelihood of a cell is the probability that its count lies in its range. Nothing is
/// filled in by a midpoint, and a table of exact counts gives what `CaptureHistories` gives.
public struct CensoredHistories: Equatable, Sendable {
  public let lists: [String]
  public let entries: [Entry]

  public struct Entry: Equatable, Sendable {
    public let history: UInt32
    public let count: ClosedRange<Int>
    public init(history: UInt32, count: ClosedRange<Int>) {
      self.history = history
      self.count = count
    }
  }

  /// - Throws: `CaptureHistoryError` as for exact counts.
  public init(lists: [String], entries: [Entry]) throws(CaptureHistoryError) {
    let highest = entries.map { CaptureHistories.Entry(history: $0.history, count: $0.count.upperBound) }
    _ = try CaptureHistories(lists: lists, entries: highest, allowingRounded: true)
    for (index, entry) in entries.enumerated() where entry.count.lowerBound < 0 {
      throw .negativeCount(.init(line: index + 1))
    }
    self.lists = lists
    self.entries = entries.sorted { canonicallyPrecedes($0.history, $1.history) }
  }

  /// Counts that were rounded to multiples of a base: each stands for the whole numbers that round to it.
  ///
  /// Zero stands for 0 to base / 2 only where the row is in the table; a combination that is not there is nobody.
  public init(rounded table: CaptureHistories, base: Int) throws(CaptureHistoryError) {
    let half = base / 2
    try self.init(
      lists: table.lists,
      entries: table.entries.map { entry in
        Entry(history: entry.history, count: max(0, entry.count - half)...(entry.count + half))
      })
  }

  /// Delimited text as for `CaptureHistories`, in which a count may also be `<5` (0 to 4), `1-4` or `10..14`.
  ///
  /// - Throws: `CaptureHistoryError` with the place of the first complaint.
  public init(parsing text: String) throws(CaptureHistoryError) {
    let table = try DelimitedText(text)
    guard let heading = table.rows.first else { throw .emptyFile }
    let columns = heading.fields
    guard let counts = columns.lastIndex(where: { CaptureHistories.countNames.contains($0.lowercased()) }) else {
      throw .noCountColumn
    }
    let listColumns = columns.indices.filter { $0 != counts }
    let lists = listColumns.map { columns[$0] }
    try CaptureHistories.check(lists: lists)
    var entries: [Entry] = []
    for row in table.rows.dropFirst() {
      guard row.fields.count == columns.count else {
        throw .unevenRow(.init(line: row.line), found: row.fields.count, expected: columns.count)
      }
      let history = try CaptureHistories.history(row.fields, listColumns, columns, line: row.line)
      guard history != 0 else { throw .emptyHistory(.init(line: row.line)) }
      let place = CaptureHistoryError.Place(line: row.line, column: columns[counts])
      entries.append(Entry(history: history, count: try Self.range(row.fields[counts], at: place)))
    }
    try self.init(lists: lists, entries: entries)
  }

  private static func range(
    _ text: String, at place: CaptureHistoryError.Place
  ) throws(CaptureHistoryError) -> ClosedRange<Int> {
    if text.hasPrefix("<") {
      guard let limit = Int(text.dropFirst().filter { $0 != " " }), limit > 0 else { throw .notANumber(place) }
      return 0...(limit - 1)
    }
    let parts = text.split { $0 == "-" || $0 == "–" || $0 == "." || $0 == " " }.compactMap { Int($0) }
    if parts.count == 2, text.first?.isNumber == true, !text.contains(".") || text.contains("..") {
      guard parts[0] <= parts[1] else { throw .notANumber(place) }
      return parts[0]...parts[1]
    }
    let count = try CaptureHistories.count(text, at: place)
    return count...count
  }
}
