import Foundation
import Invented
import Model
import Testing

@testable import Consistency

/// What looks like a rule of a table and is none, as public files showed.
@Suite struct `No rule is` {
  private func found(_ text: String) -> [Contradiction] {
    PublishedReport(name: "x", cells: TextReading.read(text, file: "t.csv").cells).contradictions()
  }

  @Test func `that measures are whole where other measures are not`() {
    let rows = (0..<20).map { "case \($0)x,\($0 == 9 ? "4.5" : "\(3 * $0 + 2)"),\(Double($0) * 1.37 + 0.11)" }
    #expect(found((["key,days,score"] + rows).joined(separator: "\n")).isEmpty)
    #expect(
      found(
        "key,persons,cars\n"
          + (0..<20).map { "case \($0)x,\($0 == 9 ? "4.5" : "\(3 * $0 + 2)"),\(7 * $0 + 5)" }.joined(separator: "\n")
      ).count == 1)
  }

  @Test func `that a change is a count because columns beside it add up`() {
    let rows = (0..<12).map { row in "town \(row)x,\(40 + row),\(7 * row + 3),\(8 * row + 43),\(row == 5 ? -3 : row)" }
    #expect(found((["key,men,women,all,change"] + rows).joined(separator: "\n")).isEmpty)
  }

  @Test func `the digits that single precision does not hold`() {
    var level = Float(10.4321)
    var rows: [String] = []
    for year in 1990..<2010 {
      let next = level * Float(1 + Double(year % 7) / 100)
      rows.append("\(year),\(Double(next)),\(Double(next - level))")
      level = next
    }
    #expect(found((["year,level,change"] + rows).joined(separator: "\n")).map(\.sentence.en).isEmpty)
  }

  @Test func `that one of two tables of another subject stays below the other`() {
    func table(_ name: String, _ factor: Double) -> [TableCell] {
      (0..<8).flatMap { place in
        (0..<6).map { year in
          let more = place == 3 && factor < 1 ? 1.6 : 1
          return TableCell(
            figure: name, measure: "Yields of \(name)",
            dimensions: [.init(name: "place", value: "p\(place)"), .init(name: "year", value: "\(2015 + year)")],
            value: (Double(100 + 13 * place + 7 * year) * factor * more).rounded(), unit: "aantal", line: "")
        }
      }
    }
    let report = PublishedReport(name: "r", cells: table("wheat", 1) + table("barley", 0.8))
    #expect(report.contradictions().map(\.sentence.en).isEmpty)
  }

  @Test func `a year of long ago a number to add up`() {
    let rows = (1690..<1720).map { "\($0),\([3.81, 3.81, 7.62][$0 % 3])" }
    #expect(found((["Year,Price index"] + rows).joined(separator: "\n")).isEmpty)
  }

  /// What a column counts times whether it counts is no sum of the two.
  @Test func `that a product of something with one or nothing is a sum`() {
    let rows = (0..<120).map { row in
      let (count, plays) = (row % 4 == 1 ? 0 : 1, 3 + 37 * row % 101)
      return "song \(row)x,\(count),\(plays),\(count * plays)"
    }
    #expect(found((["song,counts,plays,both"] + rows).joined(separator: "\n")).map(\.sentence.en).isEmpty)
  }

  @Test func `that the n of a table is more than a rank`() {
    let rows = (1...60).map { rank in "name \(rank)x,\(max(3, 70 - (3 * rank) / 2)),\(rank)" }
    #expect(found((["name,n,rank"] + rows).joined(separator: "\n")).map(\.sentence.en).isEmpty)
  }

  /// Shares of each row are often a hundred, and something near by adds up by chance.
  @Test(arguments: UInt64(0)..<10) func `that a hundred per cent among many is a total`(_ seed: UInt64) {
    var dice = SplitMix(seed: seed + 31)
    let rows = (0..<200).map { row -> String in
      let all = Int.random(in: 1...60, using: &dice)
      let part = row % 4 == 0 ? all : Int.random(in: 0...all, using: &dice)
      return "word \(row)x,\(all),\(part),\(InventedSheet.text((1000 * Double(part) / Double(all)).rounded() / 10, 1))"
    }
    #expect(found((["word,all,part,part (%)"] + rows).joined(separator: "\n")).map(\.sentence.en).isEmpty)
  }

  @Test func `that classes are left out where they are answers of people`() {
    let answers = ["0-9", "20-29", "30-39", "20-29", "40-49", "30-39", "20-29", "0-9"]
    let rows = (0..<40).map {
      "\(["yes", "no", "maybe"][$0 % 3]),town \(7 * $0 % 11)x,\(answers[$0 % 8]),\(17 * $0 % 23)"
    }
    #expect(found((["answer,town,age,times"] + rows).joined(separator: "\n")).filter { $0.kind == .classes }.isEmpty)
  }

  @Test func `a row of one, two and three a head`() {
    let read = TextReading.read("Kind;Aa;Bb;Cc\nFirst;1;2;3\nSecond;4;5;6\nThird;9;8;7\n", file: "t.csv")
    #expect(read.cells.count == 9)
  }

  @Test func `a head with classes a row`() {
    let read = TextReading.read(
      "religion,<$10k,$10-20k,$20-30k,>150k,Refused\nAa,27,34,60,81,96\nBb,12,27,37,52,76\nCc,27,21,30,34,35\n",
      file: "t.csv")
    #expect(read.cells.count == 15 && read.findings.isEmpty)
  }

  @Test func `more said of unreadable cells than one sentence a column`() {
    let rows = (0..<30).map { "town \($0)x,\($0 % 3 == 0 ? "a\($0) or b" : "\($0)"),\($0)5" }
    let read = TextReading.read((["key,men,women"] + rows).joined(separator: "\n"), file: "t.csv")
    #expect(read.findings.count == 1 && read.findings[0].message.en.contains("9 other cells"))
  }

  @Test func `a series that was taken back forty contradictions`() {
    let rows = (0..<12).map { day in
      "2020-03-\(day + 10)," + (0..<8).map { "\(10 * day + $0 - (day == 6 ? 14 : 0))" }.joined(separator: ",")
    }
    let text = (["date"] + (0..<8).map { "cumulative cases \($0)x" }).joined(separator: ",")
    let all = found(([text] + rows).joined(separator: "\n"))
    #expect(all.count == 1 && all[0].sentence.en.contains("7 other series"))
  }
}
