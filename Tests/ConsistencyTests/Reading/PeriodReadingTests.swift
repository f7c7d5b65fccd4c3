import Model
import Testing

@testable import Consistency

@Suite struct `The periods of labels` {
  private func read(_ labels: [String]) -> [String] {
    let reading = PeriodReading(labels)
    return labels.map { reading[$0]?.printed.en ?? "none" }
  }

  @Test(arguments: [
    [
      "2023 Q1", "Q1 2023", "2023-Q1", "2023Q1", "2023K1", "T1 2023", "1e kwartaal 2023", "2023 1e kwartaal",
      "1. Quartal 2023",
      "1er trimestre 2023", "I trimestre 2023", "1. kvartal 2023", "first quarter 2023", "2023KW01", "2023 kv. 1",
      "eerste kwartaal van 2023", "1º trimestre de 2023", "2023 Q1*", "2023 1e kwartaal (voorlopig)",
    ],
    [
      "H1 2023", "1e halfjaar 2023", "2023-S1", "1. Halbjahr 2023", "2023H1", "1er semestre 2023", "1. halvår 2023",
      "2023HJ01",
    ],
    [
      "2023-01", "2023M01", "2023MM01", "Jan 2023", "jan. 2023", "januari 2023", "January 2023", "Januar 2023",
      "janvier 2023",
      "enero de 2023", "gennaio 2023", "01/2023", "2023 januari", "2023-M01",
    ],
    ["week 5 2020", "2020-W05", "2020W05", "KW 5/2020", "semaine 5 2020", "vecka 5 2020"],
    ["2019/20", "2019/2020"],
    ["31-12-2023", "2023-12-31", "31.12.2023", "31 december 2023", "31. Dezember 2023", "12/31/2023"],
  ])
  func `are the same however they are written`(_ labels: [String]) {
    for label in labels { #expect(read([label]) == [read([labels[0]])[0]], "\(label)") }
    #expect(read([labels[0]]) != ["none"])
  }

  @Test(arguments: [
    "3 maanden", "12 months", "T1", "Q1", "mars", "May", "1e graad", "Q5 2023", "2023-13", "H3 2023", "week 60 2020",
    "A 2023 1",
    "2023 Q1 Q2", "BL-SU", "15-24", "2018 of later 3", "5-10-15", "2019/21", "quarter", "2023 vestiging 1",
    "COVID-19 2020",
  ])
  func `are none where a label says anything else, or is the only one of its kind`(_ label: String) {
    #expect(read([label, "Rotterdam", "Utrecht"]) == ["none", "none", "none"])
  }

  @Test func `are parts of a year that is not named where most labels are`() {
    #expect(read(["Q1", "Q2", "Q3", "Q4", "Totaal"]) == ["Q1", "Q2", "Q3", "Q4", "none"])
    #expect(read(["jan", "feb", "mrt", "totaal"]) == ["month 1", "month 2", "month 3", "none"])
    #expect(read(["mars", "mei", "Jansen", "De Vries", "Bakker"]) == Array(repeating: "none", count: 5))
  }

  @Test func `are months, years that end in the next, or ranges by what stands beside them`() {
    #expect(read(["2009-09", "2009-10", "2009-11"]) == ["2009 month 9", "2009 month 10", "2009 month 11"])
    #expect(read(["2008-09", "2009-10", "2010-11"]) == ["2008/09", "2009/10", "2010/11"])
    #expect(read(["2010-14", "2015-19"]) == ["2010-2014", "2015-2019"])
    #expect(read(["2018-2019", "2019-2020"]) == ["2018/19", "2019/20"])
    #expect(read(["2015-2016", "2017-2018"]) == ["2015-2016", "2017-2018"])
    #expect(read(["2015-2019", "2015"]) == ["2015-2019", "2015"])
    #expect(read(["201516", "201617"]) == ["2015/16", "2016/17"])
    #expect(read(["202311", "202312", "202401"]) == ["2023 month 11", "2023 month 12", "2024 month 1"])
  }

  @Test func `have an order, longer ones first, and each its year before`() {
    let labels = [
      "2022 Q4", "2023", "2023 H1", "2023 Q1", "2023-01", "2023-02", "2023 Q2", "2023-07", "2023/24", "2024",
    ]
    let reading = PeriodReading(labels)
    let periods = labels.compactMap { reading[$0] }
    #expect(periods.count == labels.count)
    #expect(
      Array(periods.reversed()).sorted().map(\.printed.en) == [
        "2022 Q4", "2023", "2023 H1", "2023 Q1", "2023 month 1", "2023 month 2", "2023 Q2", "2023 month 7", "2023/24",
        "2024",
      ])
    #expect(reading["2023 Q1"]?.before == reading["2022 Q4"])
    #expect(reading["2023-02"]?.before == reading["2023-01"])
    #expect(reading["2023/24"]?.before?.printed.en == "2022/23")
  }

  @Test func `hold the shorter ones that lie within them`() {
    let labels = ["2023", "2023 H1", "2023 Q2", "2023-04", "2023-07", "2024 Q2", "2023 week 3", "2023/24"]
    let reading = PeriodReading(labels)
    let inside = labels.map { one in
      labels.filter { other in
        guard one != other, let long = reading[one], let short = reading[other] else { return false }
        return long.contains(short)
      }
    }
    #expect(
      inside == [
        ["2023 H1", "2023 Q2", "2023-04", "2023-07", "2023 week 3"], ["2023 Q2", "2023-04"], ["2023-04"], [], [], [],
        [], [],
      ])
  }

  @Test func `make one period of a year and a part of a year that stand apart`() {
    let tables = Invented.tables([
      "t | x | jaar=2022; deel=Q1 | 10 stuks", "t | x | jaar=2022; deel=Q2 | 20 stuks",
      "t | x | jaar=2023; deel=Q1 | 30 stuks", "t | x | jaar=2023; deel=Jaar | 60 stuks",
    ])
    #expect(
      tables.cells.map { tables.place(of: $0).text } == [
        "2022 1e kwartaal", "2022 2e kwartaal", "2023 1e kwartaal", "2023 deel=jaar",
      ])
  }
}
