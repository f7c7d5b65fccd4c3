import Model
import Testing

@testable import Consistency

@Suite struct `A period` {
  @Test(
    arguments: [
      ("2015", [2015]), ("1900", [1900]), ("2100", [2100]), ("2015-2017", [2015, 2016, 2017]),
      ("2015\u{2013}2016", [2015, 2016]), ("2015 - 2016", [2015, 2016]), ("2018 en 2019", [2018, 2019]),
      ("2020 and 2018", [2018, 2020]), ("2015, 2016 en 2018", nil), ("2015 2016 en 2018", [2015, 2016, 2018]),
      ("2019-2015", [2015, 2019]), ("2015-2015", nil), ("2015 en 2015", nil), ("1899", nil), ("2101", nil), ("", nil),
      ("15", nil), ("2015 en", nil), ("jaar 2015", nil), ("2015 tot 2019", nil), ("2015-2017 en meer", nil),
      ("+201", nil),
      ("20155", nil), ("2015a", nil), ("en", nil),
    ] as [(String, [Int]?)])
  func `is read from years, with a dash or a conjunction`(_ text: String, _ years: [Int]?) {
    #expect(Period(text)?.years == years)
  }

  @Test(arguments: [
    ([2015], "2015", "2015"), ([2015, 2016], "2015-2016", "2015-2016"), ([2017, 2015, 2016], "2015-2017", "2015-2017"),
    ([2015, 2017], "2015 en 2017", "2015 and 2017"), ([], "", ""),
    ([2015, 2016, 2018], "2015 en 2016 en 2018", "2015 and 2016 and 2018"),
  ])
  func `is written as it is read`(_ years: [Int], _ nl: String, _ en: String) {
    #expect(Period(years: years).printed == LocalizedText(nl: nl, en: en))
  }

  @Test(arguments: [
    ([2015, 2016, 2017], [2016], true), ([2015, 2016, 2017], [2015, 2016, 2017], true), ([2015, 2017], [2016], false),
    ([2015, 2016], [2016, 2017], false), ([2016], [2015, 2016], false),
  ])
  func `contains the years that are in it`(_ years: [Int], _ others: [Int], _ isInside: Bool) {
    #expect(Period(years: years).contains(Period(years: others)) == isInside)
  }

  @Test func `comes before another by its first years, the shorter first`() {
    let ordered = [[2014, 2018], [2015], [2015, 2016], [2016]].map { Period(years: $0) }
    #expect(ordered.reversed().sorted() == ordered)
    #expect(Period(years: [2015]) < Period(years: [2016]))
    #expect(!(Period(years: [2015]) < Period(years: [2015])))
  }

  @Test func `is a single year or more`() {
    #expect(Period(years: [2015]).isSingleYear)
    #expect(!Period(years: [2015, 2016]).isSingleYear)
    #expect(!Period(years: []).isSingleYear)
  }
}
