import Invented
import Model
import Testing

@testable import Consistency

@Suite struct `Years and their parts` {
  private static func found(_ text: String) -> [Contradiction] {
    PublishedReport(name: "x", cells: TextReading.read(text, file: "t.csv").cells).contradictions()
  }

  @Test func `agree in true tables of every language and layout, whatever is counted`() {
    var generator = SplitMix(seed: 11)
    for series in InventedSeries.all {
      let found = Self.found(series.text(series.numbers(&generator)))
      #expect(found.map(\.sentence.nl).isEmpty, "\(series)")
    }
  }

  @Test(arguments: InventedSeries.Layout.allCases)
  func `contradict where a part or a year of what was counted is wrong`(_ layout: InventedSeries.Layout) {
    var generator = SplitMix(seed: 12)
    var (tried, told, named) = (0, 0, 0)
    for series in InventedSeries.all where series.layout == layout && series.sort == .flow {
      var numbers = series.numbers(&generator)
      let group = Int.random(in: numbers.indices, using: &generator)
      let year = Int.random(in: numbers[group].indices, using: &generator)
      let place = Int.random(in: numbers[group][year].indices, using: &generator)
      numbers[group][year][place] += [10, 200, -30, 7].randomElement(using: &generator) ?? 10
      let wrong = Double(numbers[group][year][place])
      let found = Self.found(series.text(numbers))
      tried += 1
      if !found.isEmpty { told += 1 }
      if found.contains(where: { $0.cells.contains { $0.value == wrong } }) { named += 1 }
      #expect(found.count < 2, "\(series)")
    }
    #expect(tried == 24)
    #expect(told >= 22 && named == told, "\(layout): \(told) of \(tried), \(named) about it")
  }

  @Test func `are no sums where each year ends as its last quarter does, and one that does not is left alone`() {
    let text =
      "x;2022 Q1;2022 Q2;2022 Q3;2022 Q4;2022\nAa;510;530;560;590;590\nBb;310;330;350;370;370\nCc;810;790;760;700;700\n"
    #expect(Self.found(text).isEmpty)
  }

  @Test func `are sums in one column and not in that beside it`() {
    let numbers = [
      (120, 1010), (135, 1030), (144, 1052), (101, 1049), (99, 1060), (140, 1042), (151, 1080), (160, 1099),
    ]
    func text(_ second: Int) -> String {
      let rows = numbers.enumerated().flatMap { index, pair -> [String] in
        let year = 2022 + index / 4
        let row = "\(year) Q\(index % 4 + 1);\(pair.0);\(pair.1)"
        guard index % 4 == 3 else { return [row] }
        return [row, "\(year);\(index == 3 ? 500 : second);\(pair.1)"]
      }
      return "period;in;there\n" + rows.joined(separator: "\n") + "\n"
    }
    #expect(Self.found(text(550)).isEmpty)
    #expect(Self.found(text(560)).map(\.cells.first?.value) == [560])
  }
}

@Suite struct `Columns under a row of totals` {
  private static func found(_ text: String) -> [Contradiction] {
    PublishedReport(name: "x", cells: TextReading.read(text, file: "t.csv").cells).contradictions()
  }

  @Test func `that never add up are no sums`() {
    var generator = SplitMix(seed: 13)
    var rows = ["place;in;out;code"]
    var totals = (0, 0)
    for province in ["A", "B", "C", "D"] {
      var own = (0, 0)
      for town in 1...3 {
        let pair = (Int.random(in: 20...90, using: &generator), Int.random(in: 20...90, using: &generator))
        own = (own.0 + pair.0, own.1 + pair.1)
        rows.append("\(province)\(town);\(pair.0);\(pair.1);\(Int.random(in: 1000...999_999, using: &generator))")
      }
      totals = (totals.0 + own.0, totals.1 + own.1)
      rows.append("\(province);\(own.0);\(own.1);77")
    }
    rows.append("Total;\(totals.0);\(totals.1);5")
    #expect(Self.found(rows.joined(separator: "\n") + "\n").map(\.sentence.en).isEmpty)
  }
}

@Suite struct `Months and quarters in order` {
  private static func found(_ rows: [String]) -> [Contradiction] {
    PublishedReport(name: "x", cells: TextReading.read(rows.joined(separator: "\n") + "\n", file: "t.csv").cells)
      .contradictions()
  }

  /// Growth over a year before, in a quarter of two years or more.
  private static func growth(_ wrong: Int?) -> [String] {
    var generator = SplitMix(seed: 14)
    let counts = (0..<16).map { _ in Int.random(in: 800...2000, using: &generator) }
    return ["quarter;cases;growth %"]
      + counts.indices.map { index in
        let label = "\(2020 + index / 4)-Q\(index % 4 + 1)"
        guard index > 3 else { return "\(label);\(counts[index]);" }
        var rate = 100 * (Double(counts[index]) / Double(counts[index - 4]) - 1)
        if index == wrong { rate = -rate }
        return "\(label);\(counts[index]);\(NumberText.plain(rate, decimals: 1))"
      }
  }

  @Test func `give growth over the same quarter of the year before`() {
    #expect(Self.found(Self.growth(nil)).isEmpty)
    let found = Self.found(Self.growth(9))
    #expect(found.map(\.cells.first?.reference) == ["t|2022-Q2|growth %"])
  }

  @Test func `may add up within each year, and begin again with the next`() {
    var generator = SplitMix(seed: 15)
    func rows(_ wrong: Int?) -> [String] {
      var (sum, rows) = (0, ["month;cumulative"])
      for index in 0..<36 {
        sum = (index % 12 == 0 ? 0 : sum) + Int.random(in: 10...90, using: &generator)
        rows.append(
          "\(2020 + index / 12)M\(index % 12 < 9 ? "0" : "")\(index % 12 + 1);\(index == wrong ? sum - 200 : sum)")
      }
      return rows
    }
    #expect(Self.found(rows(nil)).isEmpty)
    #expect(Self.found(rows(20)).count == 1)
  }

  @Test func `are a head also where years stand among them`() {
    let table = TextReading.read(
      "x;2022;2022 Q1;2022 Q2;2022 Q3;2022 Q4\nAa;10;1;2;3;4\nBb;20;5;5;5;5\n", file: "t.csv")
    #expect(table.findings.isEmpty && table.cells.count == 10)
    #expect(table.cells.first?.dimensions.map(\.value) == ["Aa", "2022"])
  }

  @Test func `are not held against those of the year before where a column begins again each year`() {
    var generator = SplitMix(seed: 17)
    var (sum, rows) = (0, ["month;cases;so far"])
    for index in 0..<24 {
      let cases = Int.random(in: 100...900, using: &generator)
      sum = (index % 12 == 0 ? 0 : sum) + cases
      rows.append("\(2021 + index / 12)M\(index % 12 < 9 ? "0" : "")\(index % 12 + 1);\(cases);\(sum)")
    }
    #expect(Self.found(rows).map(\.sentence.en).isEmpty)
    rows[5] = rows[5].replacing(";", with: ";1", maxReplacements: 1)
    #expect(Self.found(rows).first?.cells.first?.reference == "t|2021M05|cases")
  }

  @Test func `carry over what is left to the next quarter, also where years stand between`() {
    var (left, rows) = (1000, ["period;begin;in;out;end"])
    var generator = SplitMix(seed: 16)
    var year = (begin: 0, entered: 0, gone: 0)
    for index in 0..<12 {
      let (entered, gone) = (Int.random(in: 100...300, using: &generator), Int.random(in: 100...300, using: &generator))
      if index % 4 == 0 { year = (left, 0, 0) }
      year = (year.begin, year.entered + entered, year.gone + gone)
      rows.append("\(2021 + index / 4) Q\(index % 4 + 1);\(left);\(entered);\(gone);\(left + entered - gone)")
      left += entered - gone
      if index % 4 == 3 { rows.append("\(2021 + index / 4);\(year.begin);\(year.entered);\(year.gone);\(left)") }
    }
    #expect(Self.found(rows).map(\.sentence.en).isEmpty)
    rows[3] = rows[3].split(separator: ";").enumerated().map { $0 == 1 ? "\((Int($1) ?? 0) + 40)" : String($1) }.joined(
      separator: ";")
    #expect(Self.found(rows).first?.cells.first?.reference == "t|2021 Q3|begin")
  }
}

@Suite struct `A column in thousands` {
  @Test func `is not the sum of counts and shares`() {
    let rows = [
      "x;count;share;mean;thousands", "A;21892;11.6%;2999;22", "B;78476;41.6%;10750;78", "C;6608;3.5%;905;7",
      "D;40487;21.4%;5546;40", "E;5064;2.7%;694;5", "F;36314;19.2%;4975;36", "Total;188841;100.0%;4311;189",
    ]
    let cells = TextReading.read(rows.joined(separator: "\n") + "\n", file: "t.csv").cells
    #expect(PublishedReport(name: "x", cells: cells).contradictions().map(\.sentence.en).isEmpty)
  }
}
