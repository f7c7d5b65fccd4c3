/// Bootstrap tables that are given instead of drawn, to check a program replicate by replicate.
public struct ReplicateTables: Equatable, Sendable {
  /// The history of each column.
  public let histories: [UInt32]
  /// One row of counts for each replicate.
  public let counts: [[Int]]
  /// The estimates another program made of them, where given.
  public let estimates: [Double?]

  /// - Parameter estimates: One for each row of counts; nil for none at all.
  public init(histories: [UInt32], counts: [[Int]], estimates: [Double?]? = nil) {
    self.histories = histories
    self.counts = counts
    self.estimates = estimates ?? counts.map { _ in nil }
  }

  /// The history that a heading names: `h110` is lists 1 and 2 of three; nil for any other text, and for no list.
  public static func history(named name: String, lists: Int) -> UInt32? {
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
