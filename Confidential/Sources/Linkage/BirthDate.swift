/// A date of birth in parts, each of which may be unknown: what it says and how exactly.
package struct BirthDate: Equatable, Sendable {
  /// 0 where unknown.
  package var year, month, day: Int

  package init(year: Int, month: Int = 0, day: Int = 0) { (self.year, self.month, self.day) = (year, month, day) }

  /// Whether day and month say something: 1 January stands for an unknown day as often as for itself.
  package var isExact: Bool { month > 0 && day > 0 && !(month == 1 && day == 1) }

  /// Reads `2001-12-31`, `31-12-2001`, `20011231`, `2001/12/31`, `31.12.2001`, `2001-12` and `2001`; a time behind it
  /// does not count. Parts that cannot be are unknown: month 13 is none, and day and month stay as written otherwise.
  /// Nil when there is no year.
  package init?(_ text: UnsafeBufferPointer<UInt8>) {
    var numbers: [(value: Int, digits: Int)] = []
    var isInNumber = false
    for byte in text {
      guard byte >= 0x30, byte <= 0x39 else {
        if byte == 0x54 || byte == 0x20, numbers.count >= 3 { break }
        isInNumber = false
        continue
      }
      if isInNumber, numbers[numbers.count - 1].digits < 9 {
        numbers[numbers.count - 1].value = numbers[numbers.count - 1].value * 10 + Int(byte - 0x30)
        numbers[numbers.count - 1].digits += 1
      } else {
        numbers.append((Int(byte - 0x30), 1))
        isInNumber = true
      }
    }
    guard let first = numbers.first else { return nil }
    if first.digits == 8 {
      self.init(year: first.value / 10_000, month: first.value / 100 % 100, day: first.value % 100)
    } else if first.digits == 4 {
      self.init(
        year: first.value, month: numbers.count > 1 ? numbers[1].value : 0,
        day: numbers.count > 2 ? numbers[2].value : 0)
    } else if numbers.count >= 3, numbers[2].digits == 4 {
      self.init(year: numbers[2].value, month: numbers[1].value, day: first.value)
    } else {
      return nil
    }
    if month > 12, day <= 12, day > 0 { (month, day) = (day, month) }
    if month > 12 || month < 1 { (month, day) = (0, 0) }
    if day > 31 || day < 1 { day = 0 }
    guard year > 0 && year < 4096 else { return nil }
  }

  /// Year, month and day in one number; 0 is no date.
  package var packed: UInt32 { UInt32(year) << 9 | UInt32(month) << 5 | UInt32(day) }

  package init(packed: UInt32) {
    (year, month, day) = (Int(packed >> 9), Int(packed >> 5 & 15), Int(packed & 31))
  }
}
