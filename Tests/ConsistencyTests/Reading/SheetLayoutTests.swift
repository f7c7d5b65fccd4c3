import Model
import Testing

@testable import Consistency

@Suite struct `A year over a column` {
  private func cells(_ text: String) -> [TableCell] { TextReading.read(text, file: "t.csv").cells }

  @Test(arguments: [
    "Provincie;2021\nAa;497743\nBb;434771\nCc;386707\nTotaal;1319221\n",
    "Inwoners\nProvincie;2021\nAa;497743\nBb;434771\nCc;386707\nTotaal;1319221\n",
  ])
  func `is its head`(_ text: String) {
    #expect(cells(text).compactMap(\.value) == [497_743, 434_771, 386_707, 1_319_221])
    #expect(PublishedReport(name: "x", cells: cells(text)).contradictions().isEmpty)
  }

  @Test func `is its head beside words`() {
    let text = "Soort;2021;%\nAa;51;6.9\nBb;210;28.3\nCc;480;64.8\nTotaal;741;100.0\n"
    #expect(
      cells(text).map { $0.dimensions.last?.value } == [
        "2021", "%", "2021", "%", "2021", "%", "2021", "%",
      ])
  }

  @Test(arguments: [
    // Words stand above it; a section stands above it; the last number counts it in.
    "Stad;Inwoners\nAa;2021\nBb;43471\nCc;38677\n",
    "Stad;Inwoners\nNoord\nAa;2021\nBb;43471\nZuid\nCc;38677\n",
    "Aa;2021\nBb;43471\nCc;38677\nSamen;84169\n",
  ])
  func `may be a number of the first row`(_ text: String) {
    #expect(
      cells(text).contains { $0.value == 2021 && $0.dimensions.contains { $0.value == "Aa" } })
  }

  @Test func `is a row where the years go on below, though its number looks like a year`() {
    let cells = cells(
      "Jaar;Omzet;Groei (%)\n2005;1982;.\n2006;1883;-5.0\n2007;2071;10.0\n2008;2085;0.7\n2009;2294;10.0\n"
    )
    #expect(cells.contains { $0.reference == "t|2005|Omzet" && $0.value == 1982 })
    #expect(cells.contains { $0.reference == "t|2009|Groei (%)" })
  }
}
