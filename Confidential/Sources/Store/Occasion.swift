/// When, by whom and why something is done: what the audit log keeps of it. The shell knows; the store does not.
public struct Occasion: Equatable, Sendable {
  /// UTC, to the second: `2026-01-31T09:30:00Z`.
  public var moment: String
  /// Who: the account of the user or the name of the program.
  public var actor: String
  public var reason: String

  public init(moment: String, actor: String, reason: String) {
    self.moment = moment
    self.actor = actor
    self.reason = reason
  }

  /// The day of the moment.
  var day: String { String(moment.prefix(10)) }

  /// Whether the moment has the form that the database keeps; the database itself refuses 31 April.
  var isWellFormed: Bool {
    let pattern = "0000-00-00T00:00:00Z"
    return moment.utf8.count == pattern.utf8.count
      && zip(moment.utf8, pattern.utf8).allSatisfy { letter, sample in
        sample == UInt8(ascii: "0") ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(letter) : letter == sample
      }
  }
}
