public import Model

/// What became of a delivered file.
public struct DeliveryReport: Sendable {
  public var source: String
  public var fileName: String
  /// The year the delivery is about; nil when that could not be seen.
  public var period: String?
  /// In the order of rows and columns; the first of each sort when there are very many.
  public var findings: [Finding]
  /// Of every sort of finding how many there are, whether told in full or not; the gravest first.
  public var counts: [FindingCount]
  /// Every finding, those that say the same together; about the file first, then the most frequent.
  public var groups: [FindingGroup] = []
  /// Records in the file: rows below the header that are not blank.
  public var rowsRead = 0
  public var rowsTaken = 0
  public var rowsSetAside = 0
  /// Records that moved down a lane for want of a legal ground.
  public var rowsMovedDown = 0
  /// Records taken, in the order of `Lane.allCases`.
  public var rowsByLane: [Int] = Array(repeating: 0, count: Lane.allCases.count)
  /// Persons with a key among the records taken; nil where there are too many to remember, and for counts.
  public var persons: Int?
  public var totals = DeliveryTotals()
  /// Of a source that delivers counts: rows taken in which nothing stood where the number belongs.
  public var rowsWithoutNumber = 0
  /// The sheet that was read, counted from 0.
  package var sheet = 0
  /// The row with the names of the columns; nil where none was found.
  package var headerRow: Int?
  /// The last row, when a text file ends in the middle of it.
  package var cutOffRow: Int?
  /// The counts of a source that delivers counts; nil when the file cannot be used, and for records.
  public var reported: ReportedCounts?

  /// Of a source that delivers counts: what it delivered before, beside which the file was checked.
  public var previous: ReportedCounts?

  /// The year the delivery is about, as a number.
  public var year: Int? { period.flatMap { Int($0) } }

  /// Whether the delivery may be taken in; when not, batches that were handed out must be given back.
  public var isUsable: Bool { !counts.contains { $0.severity == .fatal } }

  /// Whether the delivery may be taken in with every row it has.
  public var isComplete: Bool { isUsable && rowsSetAside == 0 }

  /// Whether nobody has anything to mend.
  public var isClean: Bool { counts.allSatisfy { $0.severity == .note } }

  init(source: String, fileName: String) {
    self.source = source
    self.fileName = fileName
    findings = []
    counts = []
  }

  /// The delivery as the store keeps it.
  public func summary(checksum: String, version: Int = 1) -> DeliverySummary {
    DeliverySummary(
      source: source, period: period ?? "", version: version, fileName: fileName, checksum: checksum,
      rowsRead: rowsRead, rowsTaken: rowsTaken, rowsSetAside: rowsSetAside, rowsMovedDown: rowsMovedDown)
  }
}
