/// A day as people and programs write it, with the time of day that may stand behind it.
///
///     day  = yyyy-m-d | d-m-yyyy, also with slashes or full stops
///     time = ("T" | blank) h:mm[:ss[.fraction]] [blank ("am" | "pm")] ["Z" | ±hh[[:]mm]]
///
/// The day is the one that is written: a zone moves nothing.
public struct WrittenDay: Equatable {
  package let day: CalendarDay
  /// Whether a time other than midnight stands behind the day.
  package let hasTime: Bool

  /// - Parameter text: Visible text; small letters will do.
  package init?(_ text: Span<UInt8>) {
    var end = 0
    while end < text.count, !Self.isStartOfTime(text[end]) { end += 1 }
    guard let day = CalendarDay(text: text.extracting(..<end), order: .either) else { return nil }
    self.day = day
    guard end < text.count else {
      hasTime = false
      return
    }
    guard let hasTime = Self.hasTime(text.extracting((end + 1)...)) else { return nil }
    self.hasTime = hasTime
  }

  /// The day as ISO 8601, whatever the order of its parts; nil for what is no day.
  public static func iso(_ text: String) -> String? {
    WrittenDay(VisibleText(text).bytes.span).flatMap { $0.hasTime ? nil : $0.day.iso }
  }

  private static func isStartOfTime(_ byte: UInt8) -> Bool { byte == 0x20 || byte | 0x20 == UInt8(ascii: "t") }

  /// Whether a time is not midnight; nil when it is no time.
  private static func hasTime(_ time: Span<UInt8>) -> Bool? {
    var text = ""
    for index in time.indices { text.unicodeScalars.append(Unicode.Scalar(time[index])) }
    let pattern = /(\d{1,2}):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)? ?([ap]m)?(?:z| ?[+-]\d\d(?::?\d\d)?)?/
    guard let match = text.lowercased().wholeMatch(of: pattern), let hour = Int(match.1), hour <= 24 else { return nil }
    let isMidnight =
      match.5 == "am" ? hour == 12 || hour == 0 : match.5 == "pm" ? false : hour == 0
    let rest = [match.2, match.3 ?? "", match.4 ?? ""].joined()
    return !isMidnight || rest.contains { $0 != "0" }
  }
}
