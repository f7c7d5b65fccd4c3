import Model
import Testing

@testable import Consistency

private func found(_ text: String) -> [Contradiction] {
  PublishedReport(name: "x", cells: TextReading.read(text, file: "t.csv").cells).contradictions()
}

@Suite struct `Labels of time` {
  @Test func `name each year once where they follow each other`() {
    let text = "Soort;2015;2016;2017;2017;2019;2020\nAa;17;24;31;42;55;66\nBb;31;26;37;48;59;73\n"
    #expect(found(text).map(\.summary) == ["double error t: 2018 for 2017"])
    #expect(found(text.replacing("2017;2019", with: "2018;2019")).isEmpty)
  }

  @Test(arguments: [
    // A year with two columns, a new series, a year left out.
    "2015;2015;2016;2016;2017;2017", "2015;2016;2017;2018;2019;2019",
    "2014;2015;2016;2018;2019;2020",
  ])
  func `may repeat and leave out`(_ years: String) {
    #expect(found("Soort;\(years)\nAa;17;24;31;42;55;66\nBb;31;26;37;48;59;73\n").isEmpty)
  }

  @Test func `are dates of the calendar`() {
    let text =
      "Stichtag;Einwohner\n01.12.1871;16.699\n01.12.1880;19.059\n01.12.1890;24.062\n31.06.1925;49.839\n17.05.1939;61.807\n01.01.1950;70.250\n"
    #expect(
      found(text).map(\.sentence.nl) == [
        "t, 31.06.1925: de datum 31.06.1925 bestaat niet; alle andere datums van deze tabel wel."
      ])
    #expect(found(text.replacing("31.06", with: "30.06")).isEmpty)
    #expect(found(text.replacing("31.06.1925", with: "29.02.1924")).isEmpty)
    #expect(found(text.replacing("31.06.1925", with: "29.02.1925")).count == 1)
  }
}
