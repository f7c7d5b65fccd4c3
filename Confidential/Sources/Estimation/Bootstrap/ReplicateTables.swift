/// Bootstrap tables that are given instead of drawn, to check a program replicate by replicate.
public struct ReplicateTables: Equatable, Sendable {
  /// The history of each column.
  public let histories: [UInt32]
  /// One row of counts for each replicate.
  public let counts: [[Int]]
  /// The estimates another program made of them, where given.
  public let estimates: [Double?]

  public init(histories: [UInt32], counts: [[Int]]) {
    self.histories = histories
    self.counts = counts
    estimates = counts.map { _ in nil }
  }

  /// Reads text with columns `h110`, one for each history, list 1 first, and perhaps `estimate`.
  ///
  /// - Throws: `CaptureHistoryError` with the line and column of the first complaint.
  public init(parsing text: String, lists: Int) throws(CaptureHistoryError) {
    let table = try DelimitedText(text)
    guard let heading = table.rows.first else { throw .emptyFile }
    var columns: [Int] = []
    var histories: [UInt32] = []
    for (index, name) in heading.fields.enumerated() where name != "estimate" {
      guard let history = Self.history(name, lists: lists) else { throw .unknownListName(name) }
      columns.append(index)
      histories.append(history)
    }
    let given = heading.fields.firstIndex(of: "estimate")
    var counts: [[Int]] = []
    var estimates: [Double?] = []
    for row in table.rows.dropFirst() {
      guard row.fields.count == heading.fields.count else {
        throw .unevenRow(.init(line: row.line), found: row.fields.count, expected: heading.fields.count)
      }
      var numbers: [Int] = []
      for column in columns {
        guard let count = Int(row.fields[column]), count >= 0 else {
          throw .notANumber(.init(line: row.line, column: heading.fields[column]))
        }
        numbers.append(count)
      }
      counts.append(numbers)
      estimates.append(given.flatMap { Double(row.fields[$0]) })
    }
    self.histories = histories
    self.counts = counts
    self.estimates = estimates
  }

  private static func history(_ name: String, lists: Int) -> UInt32? {
    let digits = Array(name.utf8.dropFirst())
    guard name.hasPrefix("h"), digits.count == lists else { return nil }
    var history: UInt32 = 0
    for (bit, digit) in digits.enumerated() {
      guard digit == 0x30 || digit == 0x31 else { return nil }
      if digit == 0x31 { history |= 1 << UInt32(bit) }
    }
    return history == 0 ? nil : history
  }
}
