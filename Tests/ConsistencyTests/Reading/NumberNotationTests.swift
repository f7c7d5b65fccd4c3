import Model
import Testing

@testable import Consistency

/// Tables in which every number with a mark has three digits behind it.
@Suite struct `A mark that could part decimals or thousands` {
  private func read(_ text: String) -> ReadTable { TextReading.read(text, file: "t.csv") }

  private func values(_ text: String) -> [Double] { read(text).cells.compactMap(\.value) }

  @Test
  func
    `parts thousands everywhere where it does so twice in one number, whatever heads begin with`()
  {
    let text =
      "Land;1. Quartal;2. Quartal;Jahr\nAa;104.489;435.533;540.022\nBb;996.000;1.450.142;2.446.142\n"
    #expect(read(text).findings.isEmpty)
    #expect(values(text) == [104_489, 435_533, 540_022, 996_000, 1_450_142, 2_446_142])
  }

  @Test func `is no matter of dates`() {
    #expect(NumberNotation(of: ["1.234", "31.12.2020", "2.345"]).decimal == nil)
    #expect(NumberNotation(of: ["1,234", "1. Quartal", "4. Quartal"]).decimal == nil)
    #expect(PrintedNumber.read("14.12.2020", NumberNotation(decimal: nil)) == .text)
  }

  @Test func `is decided by what the numbers make with those beside them`() {
    let text =
      "Ort;Leute;km²;je km²\nAa;1.234;12,340;100\nBb;2.505;5,010;500\nCc;1.000;1,250;800\nAlle;4.739;18,600;255\n"
    #expect(read(text).findings.isEmpty)
    #expect(values(text) == [1234, 12.34, 100, 2505, 5.01, 500, 1000, 1.25, 800, 4739, 18.6, 255])
    #expect(PublishedReport(name: "x", cells: read(text).cells).contradictions().isEmpty)
  }

  @Test func `parts thousands where nothing decides, and that is said once`() {
    let text =
      "Plaats;Mannen;Vrouwen;Samen\nAa;247.100;250.643;497.743\nBb;214.900;219.871;434.771\n"
    #expect(values(text) == [247_100, 250_643, 497_743, 214_900, 219_871, 434_771])
    #expect(
      read(text).findings.map(\.message.nl) == [
        "247.100 kan 247100 of 247,100 zijn, en niets in de tabel beslist dat; gelezen is 247100. Geef het in tables.yaml op met "
          + "de sleutel decimal."
      ])
    #expect(read(text).findings.map(\.isLoss) == [false])
  }

  @Test func `is left out where two marks are both unclear, and that is said once`() {
    let read = read("Plaats;Mannen;Oppervlakte\nAa;247.100;250,643\nBb;214.900;219,871\n")
    #expect(read.findings.count == 1 && read.findings[0].isLoss)
    #expect(read.account.unread == 4)
  }
}
