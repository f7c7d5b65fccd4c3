@testable import Model
import Testing

@Suite struct CalendarDayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("2000-02-29", 11_016), ("2019-12-31", 18_261), ("1969-12-31", -1), ("1900-03-01", -25_508),
  ])
  func `days count from 1 January 1970`(_ iso: String, _ days: Int32) throws {
    let day = try #require(CalendarDay(iso: iso))
    #expect(day.daysSince1970 == days)
    #expect(day.iso == iso)
    #expect(CalendarDay(daysSince1970: days).iso == iso)
  }

  @Test func `every day of four centuries goes round`() {
    for days in stride(from: Int32(-60_000), through: 90_000, by: 1) {
      let iso = CalendarDay(daysSince1970: days).iso
      #expect(CalendarDay(iso: iso)?.daysSince1970 == days)
    }
  }

  @Test(arguments: [
    "2019-02-29", "1900-02-29", "2019-04-31", "2019-13-01", "2019-00-10", "2019-1-1", "19-01-01", "2019/01/01", "",
    "2019-01-01T00", "01-01-2019", "2019-01", "2019--01-01",
  ])
  func `what is no day of the calendar is none`(_ text: String) {
    #expect(CalendarDay(iso: text) == nil)
  }

  @Test(arguments: ["31-12-2019", "31/12/2019", "31.12.2019", "2019-12-31"])
  func `partners may write a day in the Dutch order`(_ text: String) {
    #expect(CalendarDay(text: Array(text.utf8).span, order: .either)?.iso == "2019-12-31")
  }

  @Test func `short days and months are read, two digits of a year are not`() {
    #expect(CalendarDay(text: Array("1-2-2019".utf8).span, order: .either)?.iso == "2019-02-01")
    #expect(CalendarDay(text: Array("1-2-19".utf8).span, order: .either) == nil)
    #expect(CalendarDay(text: Array("1-2/2019".utf8).span, order: .either) == nil)
  }
}
