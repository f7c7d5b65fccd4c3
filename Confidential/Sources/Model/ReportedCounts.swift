/// The counts of one delivery, as received and found good enough to use.
///
/// Small counts can give people away: they are left out of every description and mirror, and only stages of this
/// package can read them.
public struct ReportedCounts: Equatable, Sendable {
  public let source: String
  /// The period of the delivery: `2022`.
  public let period: String
  /// Whether the partner declared that the delivery is complete.
  package let isDeclaredComplete: Bool
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
  package var place: CountPlace
  package var value: ReportedValue
  /// Row of the file, counted from 1 as a spreadsheet shows it.
  package var sourceRow: Int

  package init(_ place: CountPlace, _ value: ReportedValue, sourceRow: Int) {
    self.place = place
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

  /// Nil where there is no number.
  package var quantity: Quantity? {
    switch self {
    case .number(let quantity): quantity
    case .notRecorded, .notDelivered: nil
    }
  }

  /// Why there is no number; nil where there is one.
  package var absence: Absence? {
    switch self {
    case .number: nil
    case .notRecorded: .notRecorded
    case .notDelivered: .notDelivered
    }
  }
}
