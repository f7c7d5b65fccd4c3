/// The personal details of notifications, opened to be linked and for nothing else: they can be read inside this package only.
public struct LinkingDetails: Sendable, CustomStringConvertible, CustomReflectable {
  package struct Detail: Sendable {
    /// The row of the notifications.
    package var row: Int
    /// One of `LinkageChoice.details`.
    package var field: String
    /// UTF-8.
    package var value: [UInt8]

    package init(row: Int, field: String, value: [UInt8]) { (self.row, self.field, self.value) = (row, field, value) }
  }

  /// By row and field.
  package var details: [Detail]

  package init(_ details: [Detail]) {
    self.details = details.sorted { ($0.row, $0.field) < ($1.row, $1.field) }
  }

  /// Rows of the notifications that have the number of one encoded row, each beside the first with that number.
  public var encodedRowsTwice: [(first: Int, second: Int)] {
    var first: [[UInt8]: Int] = [:]
    return details.filter { $0.field == LinkageChoice.encodedRow }.compactMap { detail in
      if let before = first[detail.value] { return (before, detail.row) }
      first[detail.value] = detail.row
      return nil
    }
  }

  /// The numbers of encoded rows: random ones, which say nothing of anybody.
  public var encodedRowNumbers: Set<String> {
    Set(details.filter { $0.field == LinkageChoice.encodedRow }.map { String(decoding: $0.value, as: UTF8.self) })
  }

  public var description: String { "\(details.count) confidential details" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
