/// A day of the Gregorian calendar, by its distance from 1 January 1970.
public struct CalendarDay: Equatable {
  package var daysSince1970: Int32

  package init(daysSince1970: Int32) { self.daysSince1970 = daysSince1970 }

  /// Nil when the day does not exist, such as 31 April.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= lengths[month - 1] else { return nil }
    // Howard Hinnant's `days_from_civil` (https://howardhinnant.github.io/date_algorithms.html).
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    daysSince1970 = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// `2020-07-01`.
  public init?(iso text: String) {
    self.init(text: Array(text.utf8).span, order: .iso)
  }

  package enum Order { case iso, dutch, either }

  /// `2020-07-01` or `1-7-2020`, also with slashes or full stops in the Dutch order; where either order is taken, also
  /// `2020-7-1`.
  package init?(text: Span<UInt8>, order: Order) {
    var numbers: (Int, Int, Int) = (0, 0, 0)
    var lengths: (Int, Int, Int) = (0, 0, 0)
    var part = 0
    var separator: UInt8?
    for index in text.indices {
      let byte = text[index]
      if byte >= 0x30, byte <= 0x39 {
        let digit = Int(byte - 0x30)
        switch part {
        case 0: (numbers.0, lengths.0) = (numbers.0 * 10 + digit, lengths.0 + 1)
        case 1: (numbers.1, lengths.1) = (numbers.1 * 10 + digit, lengths.1 + 1)
        default: (numbers.2, lengths.2) = (numbers.2 * 10 + digit, lengths.2 + 1)
        }
        guard lengths.0 <= 4, lengths.1 <= 2, lengths.2 <= 4 else { return nil }
      } else {
        guard byte == 0x2D || byte == 0x2F || byte == 0x2E, separator == nil || separator == byte, part < 2 else {
          return nil
        }
        separator = byte
        part += 1
      }
    }
    guard part == 2, lengths.1 >= 1 else { return nil }
    let isWhole = lengths.1 == 2 && lengths.2 == 2
    if lengths.0 == 4, isWhole || order == .either && (1...2).contains(lengths.2), separator == 0x2D, order != .dutch {
      self.init(year: numbers.0, month: numbers.1, day: numbers.2)
    } else if lengths.2 == 4, (1...2).contains(lengths.0), order != .iso {
      self.init(year: numbers.2, month: numbers.1, day: numbers.0)
    } else {
      return nil
    }
  }

  /// `2020-07-01`.
  package var iso: String {
    // Howard Hinnant's `civil_from_days`.
    let shifted = Int(daysSince1970) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func padded(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }
}
