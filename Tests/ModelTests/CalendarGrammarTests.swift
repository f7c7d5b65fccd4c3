@testable import Model
import Testing

/// Which texts are a day, in which order of its parts, and which number each day has.
@Suite struct CalendarGrammarTests {
  struct Writing: CustomTestStringConvertible, Sendable {
    var testDescription: String { text }
    var text: String
    /// What it is as ISO, in the Dutch order, and where either will do.
    var iso: String?
    var dutch: String?
    var either: String?

    init(_ text: String, iso: String? = nil, dutch: String? = nil, either: String? = nil) {
      (self.text, self.iso, self.dutch, self.either) = (text, iso, dutch, either ?? iso ?? dutch)
    }
  }

  static let writings: [Writing] = [
    .init("2019-12-31", iso: "2019-12-31"), .init("31-12-2019", dutch: "2019-12-31"),
    .init("31/12/2019", dutch: "2019-12-31"), .init("31.12.2019", dutch: "2019-12-31"),
    .init("1-2-2019", dutch: "2019-02-01"), .init("01-2-2019", dutch: "2019-02-01"),
    .init("1-02-2019", dutch: "2019-02-01"), .init("9-9-0001", dutch: "0001-09-09"),
    .init("0001-01-01", iso: "0001-01-01"), .init("9999-12-31", iso: "9999-12-31"),
    // Another sign, mixed signs, a part too many, too few or too long.
    .init("2019/12/31"), .init("2019.12.31"), .init("31-12/2019"), .init("31_12_2019"), .init("31 12 2019"),
    .init("2019-12-31-"), .init("-2019-12-31"), .init("2019-12"), .init("2019"), .init(""), .init("--"),
    .init("1--2019"),
    .init("-1-2019"), .init("1-2-"), .init("2019-1-01", either: "2019-01-01"),
    .init("2019-01-1", either: "2019-01-01"), .init("2019-1-1", either: "2019-01-01"), .init("12-31-2019"),
    .init("001-01-2019"),
    .init("01-001-2019"), .init("01-01-02019"), .init("01-01-019"), .init("02019-01-01"), .init("2019-001-01"),
    .init("2019-01-001"), .init("1-1-19"), .init("0000-01-01"), .init("01-01-0000"), .init("0-1-2019"),
    .init("1-0-2019"),
    .init("2019-12-31 "), .init(" 2019-12-31"), .init("2019-12-3x"), .init("２０19-12-31"), .init("2019-2019-2019"),
  ]

  private func day(_ text: String, _ order: CalendarDay.Order) -> String? {
    CalendarDay(text: Array(text.utf8).span, order: order)?.iso
  }

  @Test(arguments: writings)
  func `a text is a day in its own order of parts and no other`(_ writing: Writing) {
    #expect(day(writing.text, .iso) == writing.iso)
    #expect(day(writing.text, .dutch) == writing.dutch)
    #expect(day(writing.text, .either) == writing.either)
    #expect(CalendarDay(iso: writing.text)?.iso == writing.iso)
  }

  /// Days from 1 January 1970 by Python's `datetime`.
  @Test(
    arguments: [
      ("0001-01-01", -719_162), ("0004-02-29", -718_008), ("0400-12-31", -573_066), ("1582-10-15", -141_427),
      ("1600-02-29", -135_081), ("1899-12-31", -25_568), ("1900-02-28", -25_509), ("2000-03-01", 11_017),
      ("2038-01-19", 24_855), ("2100-03-01", 47_541), ("2400-02-29", 157_113), ("9999-12-31", 2_932_896),
    ] as [(String, Int32)])
  func `days are numbered as in any other calendar`(_ iso: String, _ days: Int32) {
    #expect(CalendarDay(iso: iso)?.daysSince1970 == days)
    #expect(CalendarDay(daysSince1970: days).iso == iso)
  }

  @Test func `every month of ten thousand years begins the day after the one before ended`() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var next: Int32 = -719_162
    var wrong: [String] = []
    for year in 1...9999 {
      let isLeap = year.isMultiple(of: 400) || year.isMultiple(of: 4) && !year.isMultiple(of: 100)
      for month in 1...12 {
        let length = month == 2 && isLeap ? 29 : lengths[month - 1]
        let first = CalendarDay(year: year, month: month, day: 1)?.daysSince1970
        let last = CalendarDay(year: year, month: month, day: length)?.daysSince1970
        let beyond = CalendarDay(year: year, month: month, day: length + 1)
        if first != next || last != next + Int32(length) - 1 || beyond != nil { wrong.append("\(year)-\(month)") }
        next += Int32(length)
      }
    }
    #expect(wrong == [])
    #expect(next == 2_932_897)
  }

  @Test(arguments: [(0, 1, 1), (10_000, 1, 1), (2019, 0, 1), (2019, 13, 1), (2019, 1, 0), (2019, 1, -1), (-4, 2, 29)])
  func `a day outside the calendar is none`(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CalendarDay(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [(2019, 28), (2020, 29), (1900, 28), (2000, 29), (2100, 28), (2400, 29), (4, 29), (1, 28)])
  func `February is as long as its year says`(_ year: Int, _ length: Int) {
    #expect(CalendarDay(year: year, month: 2, day: length) != nil)
    #expect(CalendarDay(year: year, month: 2, day: length + 1) == nil)
  }

  /// Text, its day, and whether it has a time other than midnight.
  @Test(
    arguments: [
      ("2023-05-01", "2023-05-01", false), ("2023-05-01T00:00:00", "2023-05-01", false),
      ("2023-05-01T14:30:00", "2023-05-01", true), ("2023-05-01t14:30:00.000+02:00", "2023-05-01", true),
      ("2023-05-01T23:59:59.999Z", "2023-05-01", true), ("2023-05-01 14:30", "2023-05-01", true),
      ("2023-5-1 0:00", "2023-05-01", false), ("1-5-2023 14:30:00", "2023-05-01", true),
      ("01/05/2023 12:00 am", "2023-05-01", false), ("01/05/2023 12:00 pm", "2023-05-01", true),
      ("2023-05-01T00:00:00.001", "2023-05-01", true), ("2023-05-01T00:00+0200", "2023-05-01", false),
      ("2023-05-01T", nil, false), ("2023-05-01T14", nil, false), ("2023-05-01 mei", nil, false),
      ("2023-05-01T14:60", nil, false), ("2023-05-01T25:00", nil, false), ("2023-02-30T10:00", nil, false),
      ("14:30", nil, false), ("", nil, false), ("2023-05-01T14:30:00 x", nil, false), ("45047 14:30", nil, false),
    ] as [(String, String?, Bool)])
  func `a day may have a time behind it`(_ text: String, _ day: String?, _ hasTime: Bool) {
    let written = WrittenDay(Array(text.utf8).span)
    #expect(written?.day.iso == day)
    #expect(written?.hasTime ?? false == hasTime)
  }
}
