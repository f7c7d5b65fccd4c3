import Invented
import Model
import Testing

@testable import Consistency

@Suite struct `The likely part of a sum that does not close` {
  /// Years of five parts that keep their shares, and the total of each year; in one year one part may be another number.
  private static func table(_ seed: UInt64, isWrong: Bool) -> (csv: String, place: String, right: String) {
    var generator = SplitMix(seed: seed)
    let sizes = (0..<5).map { _ in Int.random(in: 150...900, using: &generator) }
    var rows = (0..<9).map { _ in
      let year = Double.random(in: 0.8...1.25, using: &generator)
      return sizes.map { Int(Double($0) * year * Double.random(in: 0.97...1.03, using: &generator)) }
    }
    let totals = rows.map { $0.reduce(0, +) }
    let (row, part) = (Int.random(in: 1..<8, using: &generator), Int.random(in: 0..<5, using: &generator))
    let right = rows[row][part]
    if isWrong { rows[row][part] = right * 2 + Int.random(in: 11...89, using: &generator) }
    let lines = rows.enumerated().map { index, parts in
      (["\(2010 + index)"] + (parts + [totals[index]]).map(String.init)).joined(separator: ",")
    }
    let csv = (["jaar,a,b,c,d,e,Totaal"] + lines).joined(separator: "\n") + "\n"
    return (csv, "t|\(2010 + row)|\(["a", "b", "c", "d", "e"][part])", String(right))
  }

  private static func found(_ csv: String) -> [Contradiction] {
    PublishedReport(name: "r", cells: TextReading.read(csv, file: "t.csv").cells).contradictions()
  }

  @Test func `is nearly always the part that was changed, and named with the number it was`() {
    var (named, right) = (0, 0)
    for seed in 0..<60 as Range<UInt64> {
      let table = Self.table(seed, isWrong: true)
      let found = Self.found(table.csv)
      #expect(found.count == 1)
      guard let only = found.first, only.certainty == .likely else { continue }
      named += 1
      if only.cells.first?.reference == table.place, only.sentence.nl.contains("maar \(table.right)") { right += 1 }
    }
    #expect(named >= 30)
    #expect(20 * right >= 19 * named, "\(right) of \(named)")
  }

  @Test(arguments: 0..<30)
  func `is none where all sums close`(_ seed: UInt64) {
    #expect(Self.found(Self.table(seed, isWrong: false).csv).isEmpty)
  }

  @Test func `is none of parts that are alike, and of one that stands alone`() {
    let cells = [TableCell]()
    let likely = LikelyPart(cells: cells, arithmetic: Arithmetic(cells))
    #expect(likely.likeliest(of: [], in: .sum(0, of: [1, 2])) == nil)
    #expect(likely.likeliest(of: [Repair(cell: 1, old: 3, new: 4, mended: [])], in: .sum(0, of: [1, 2])) == nil)
  }
}
