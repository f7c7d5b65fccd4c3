public import Model

/// Capture histories of which some counts are only known to lie between two numbers: suppressed as `<5`, or rounded.
///
/// They are used as intervals: the likelihood of a cell is the probability that its count lies in its range. Nothing is
/// filled in by a midpoint, and a table of exact counts gives what `CaptureHistories` gives.
public struct CensoredHistories: Equatable, Sendable {
  public let lists: [String]
  public let entries: [Entry]

  /// A capture history with the bounds of its count.
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
      throw .negativeCount(.init(row: index + 1))
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

  /// The histories of a table without traits, of which counts may be ranges.
  public init(_ table: ListTable) throws(CaptureHistoryError) {
    try self.init(lists: table.lists, entries: table.rows.map { Entry(history: $0.lists, count: $0.persons) })
  }
}
