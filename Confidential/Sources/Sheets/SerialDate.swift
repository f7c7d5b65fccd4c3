/// Day numbers of spreadsheets as dates and times of the calendar.
///
/// In the 1900 system day 1 is 1 January 1900, and day 60 a 29 February 1900 that never was, kept from Lotus 1-2-3
/// (ISO 29500-1, 18.17.4.1). In the 1904 system day 0 is 1 January 1904.
package struct SerialDate {
  package var day: Int
  package var second: Int
  package let is1904: Bool

  private static let secondsPerDay = 86_400.0
  /// 31 December 9999, the last day a spreadsheet knows.
  private static func lastDay(is1904: Bool) -> Int { is1904 ? 2_957_003 : 2_958_465 }

  /// Nil for negative numbers and, after rounding to the second, days beyond the year 9999, which programs show as a
  /// number too.
  package init?(_ serial: Double, is1904: Bool) {
    let lastDay = Self.lastDay(is1904: is1904)
    guard serial >= 0, serial < Double(lastDay + 1) else { return nil }
    day = Int(serial)
    second = Int(((serial - Double(day)) * Self.secondsPerDay).rounded())
    if second == 86_400 {
      day += 1
      second = 0
    }
    guard day <= lastDay else { return nil }
    self.is1904 = is1904
  }

  /// `2019-03-31`; nil for day 0 of the 1900 system, which is a time without a date.
  package var isoDate: String? {
    if is1904 { return Self.isoDate(daysSince1970: day - 24_107) }
    if day == 0 { return nil }
    if day == 60 { return "1900-02-29" }
    return Self.isoDate(daysSince1970: day - (day < 60 ? 25_568 : 25_569))
  }

  /// `14:05:09`, hours beyond 24 for durations of days.
  package var isoTime: String { Self.clock(day * 24 + second / 3600, second) }

  /// The value of a cell as its number format shows it: a date, a time, or both with a `T` between.
  package func text(as kind: NumberKind) -> String? {
    switch kind {
    case .number, .percentage: return nil
    case .time: return isoTime
    case .date: return isoDate
    case .dateAndTime:
      guard let isoDate else { return isoTime }
      return second == 0 ? isoDate : isoDate + "T" + Self.clock(second / 3600, second)
    }
  }

  private static func clock(_ hours: Int, _ second: Int) -> String {
    padded(hours) + ":" + padded(second / 60 % 60) + ":" + padded(second % 60)
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Civil date of a day number, by Howard Hinnant's `civil_from_days` (https://howardhinnant.github.io/date_algorithms.html).
  private static func isoDate(daysSince1970 days: Int) -> String {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(year)-\(padded(month))-\(padded(day))"
  }
}
