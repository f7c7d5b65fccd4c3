/// The counts of one delivery, as received and found good enough to use.
///
/// Small counts can give people away: they are left out of every description and mirror, and only stages of this
/// package can read them.
public struct ReportedCounts: Equatable, Sendable {
  public let source: String
  /// The period of the delivery: `2022`.
  public let period: String
  /// Whether the partner declared that the delivery is complete.
  public let isDeclaredComplete: Bool
  package let cells: [ReportedCell]

  package init(source: String, period: String, isDeclaredComplete: Bool, cells: [ReportedCell]) {
    self.source = source
    self.period = period
    self.isDeclaredComplete = isDeclaredComplete
    self.cells = cells
  }
}

extension ReportedCounts: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "counts of \(source) for \(period), \(cells.count) cells" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// One number of a count delivery.
package struct ReportedCell: Equatable, Sendable {
  /// Name of the `CountTable`.
  package var table: String
  package var year: Int
  /// One a axis of the table, in their order: index into the axis' words, or nil for all of them together (a total, or
  /// the base of a table with several answers).
  package var words: [Int?]
  package var value: ReportedValue
  /// Row of the file, counted from 1 as a spreadsheet shows it.
  package var sourceRow: Int

  package init(table: String, year: Int, words: [Int?], value: ReportedValue, sourceRow: Int) {
    self.table = table
    self.year = year
    self.words = words
    self.value = value
    self.sourceRow = sourceRow
  }
}

/// Zero, not recorded and not delivered are three answers; an empty cell is none of them and becomes `notDelivered`
/// with a finding.
package enum ReportedValue: Equatable, Sendable {
  case number(Quantity)
  /// The partner does not keep this.
  case notRecorded
  /// The partner keeps it, and it is not in this delivery.
  case notDelivered

  /// Why there is no number; nil where there is one.
  package var absence: Absence? {
    switch self {
    case .number: nil
    case .notRecorded: .notRecorded
    case .notDelivered: .notDelivered
    }
  }
}
