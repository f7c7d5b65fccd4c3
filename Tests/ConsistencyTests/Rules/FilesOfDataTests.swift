import Foundation
import Invented
import Model
import Testing

@testable import Consistency

/// Files of data that are no tables of sums: codes, flags, chances, ratings, amounts, smooth series. Nothing in them contradicts
/// anything, and what fits by chance must not be taken for a rule.
@Suite struct `Files of data that are no tables` {
  private struct Dice {
    private var dice: SplitMix

    init(_ seed: Int) { dice = SplitMix(seed: UInt64(seed) &* 7919 + 5) }

    mutating func draw(_ range: ClosedRange<Int>) -> Int { range.lowerBound + Int(dice.next() % UInt64(range.count)) }
    mutating func chance() -> Double { Double(draw(0...999_999)) / 1_000_000 }
  }

  /// A column of one of ten kinds.
  private static func column(_ kind: Int, _ count: Int, _ dice: inout Dice) -> [String] {
    var level = 1 + 9 * dice.chance()
    return (0..<count).map { row -> String in
      switch kind {
      case 0: return String(row + 1)
      case 1: return String(dice.draw(0...1))
      case 2: return dice.draw(0...3) == 0 ? "1.0" : String(dice.chance())
      case 3: return String(Double(dice.draw(2...10)) / 2)
      case 4: return String(dice.draw(10_000...99_999))
      case 5:
        level *= 1 + (dice.chance() - 0.45) / 20
        return String((level * 10).rounded() / 10)
      case 6:
        let size = pow(10, Double(dice.draw(-2...1))) * (1 + 9 * dice.chance())
        return String(format: "%.3g", size)
      case 7: return String(dice.draw(-40_000...400_000))
      case 8: return String(format: "%.2f", 0.01 * Double(dice.draw(1...9)))
      default: return String(dice.draw(40...110))
      }
    }
  }

  @Test(arguments: 0..<120)
  func `give nothing`(_ seed: Int) {
    var dice = Dice(seed)
    let rows = dice.draw(6...60)
    let columns = (0..<dice.draw(3...8)).map { _ in Self.column(dice.draw(0...9), rows, &dice) }
    let names = columns.indices.map { "field_\($0)" }
    let lines = [(["key"] + names)] + (0..<rows).map { row in ["item \(row)x"] + columns.map { $0[row] } }
    let read = TextReading.read(lines.map { $0.joined(separator: ",") }.joined(separator: "\n"), file: "t.csv")
    let found = PublishedReport(name: "r", cells: read.cells).contradictions().filter { $0.kind != .reading }
    #expect(found.map(\.sentence.en).isEmpty)
  }

  /// Smooth series of shares and prices, a row each, years as columns: what a formula gives in one year it gives in the next.
  @Test(arguments: 0..<40)
  func `give nothing where series are smooth`(_ seed: Int) {
    var dice = Dice(seed + 1000)
    let years = (2018..<2018 + dice.draw(8...16)).map(String.init)
    let lines = (0..<dice.draw(15...40)).map { row -> String in
      "series \(row)x," + Self.column(5, years.count, &dice).joined(separator: ",")
    }
    let text = (["name," + years.joined(separator: ",")] + lines).joined(separator: "\n")
    let read = TextReading.read(text, file: "t.csv")
    #expect(PublishedReport(name: "r", cells: read.cells).contradictions().map(\.sentence.en).isEmpty)
  }

  @Test(arguments: ["All", "Total", "Totaal"])
  func `give nothing where what is called all is not above the rest`(_ all: String) {
    let text = "Label,Sort\n\(all),8\n" + (0..<12).map { "kind \($0)x,\(3 + 2 * $0)\n" }.joined()
    let read = TextReading.read(text, file: "t.csv")
    #expect(PublishedReport(name: "r", cells: read.cells).contradictions().map(\.sentence.en).isEmpty)
  }

  @Test func `may name a state WV, and what follows by of which`() {
    let text = "State,People,Size\nVA,120,8\nWV,900,7\nWA,80,6\nWI,70,9\n"
    #expect(
      PublishedReport(name: "r", cells: TextReading.read(text, file: "t.csv").cells).contradictions().isEmpty)
    #expect(!Label("of which:").isOfWhich && Label("of which men").isOfWhich && !Label("WV").isOfWhich)
    #expect(Label("wv. vrouw").isOfWhich && Label("waarvan minderjarig").isOfWhich && !Label("waarvan").isOfWhich)
  }

  /// Counties with a total each; one column is counted otherwise for the whole than for its parts.
  @Test(arguments: 0..<20)
  func `give nothing where one column is no sum in many totals`(_ seed: Int) {
    var dice = Dice(seed + 2000)
    var lines = ["place,votes,blank,spoilt,invited"]
    for county in 0..<dice.draw(8...20) {
      var sums = [0, 0, 0, 0]
      for town in 0..<dice.draw(3...7) {
        let numbers = [dice.draw(100...2000), dice.draw(1...40), dice.draw(1...40), dice.draw(2000...4000)]
        for place in numbers.indices { sums[place] += numbers[place] }
        lines.append("town \(county)-\(town)," + numbers.map(String.init).joined(separator: ","))
      }
      sums[3] += county % 2 == 0 ? dice.draw(5...60) : 0
      lines.append("county \(county)," + sums.map(String.init).joined(separator: ","))
    }
    let read = TextReading.read(lines.joined(separator: "\n"), file: "t.csv")
    #expect(PublishedReport(name: "r", cells: read.cells).contradictions().map(\.sentence.en).isEmpty)
  }
}
