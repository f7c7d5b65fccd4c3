import Invented
import Model
import Testing

@testable import Consistency

@Suite struct `Several wrong numbers` {
  /// Counts of places by kind with both margins, as texts.
  private static func table(_ generator: inout SplitMix) -> [[Int]] {
    var counts = (0..<7).map { _ in (0..<4).map { _ in Int.random(in: 20...400, using: &generator) } }
    counts.append((0..<4).map { column in counts.reduce(0) { $0 + $1[column] } })
    return counts.map { $0 + [$0.reduce(0, +)] }
  }

  private static func sheet(_ counts: [[Int]]) -> InventedSheet {
    InventedSheet(
      head: ["sted", "a", "b", "c", "d", "Totaal"],
      rows: counts.enumerated().map { row, numbers in
        [row == counts.count - 1 ? "Totaal" : InventedSheet.places[row]] + numbers.map(String.init)
      })
  }

  @Test func `of one line are mostly named together, with the numbers that they were, and always found`() {
    var named = 0
    for seed in 0..<40 as Range<UInt64> {
      var generator = SplitMix(seed: seed)
      var counts = Self.table(&generator)
      let (row, column) = (Int.random(in: 0..<7, using: &generator), Int.random(in: 0..<3, using: &generator))
      let right = [counts[row][column], counts[row][column + 1]]
      counts[row][column] += 37
      counts[row][column + 1] += 2 * counts[row][column + 1] + 14
      let sheet = Self.sheet(counts)
      let wrong = [sheet.reference(row, column + 1), sheet.reference(row, column + 2)]
      let found = sheet.found
      #expect(found.contains { $0.cells.contains { wrong.contains($0.reference) } })
      let numbers = found.first?.expected.split(separator: ";").map { Int($0.filter(\.isNumber)) } ?? []
      if found.first?.cells.prefix(2).map(\.reference).sorted() == wrong.sorted(), Set(numbers) == Set(right) {
        named += 1
      }
    }
    #expect(named >= 24)
  }

  @Test(arguments: 0..<20)
  func `are none in a table that closes`(_ seed: UInt64) {
    var generator = SplitMix(seed: seed)
    #expect(Self.sheet(Self.table(&generator)).found.isEmpty)
  }

  /// Shares of which some stand a row too low, or too high.
  @Test(arguments: 0..<40)
  func `that stand a place off are one contradiction`(_ seed: UInt64) throws {
    var generator = SplitMix(seed: seed)
    let all = InventedSheet.places.map { _ in Int.random(in: 100...900, using: &generator) }
    let some = all.map { Int.random(in: 10...$0, using: &generator) }
    let right = zip(some, all).map { InventedSheet.text(100 * Double($0) / Double($1), 1) }
    var shares = right
    let (first, step) = (Int.random(in: 2...8, using: &generator), seed % 2 == 0 ? -1 : 1)
    for row in first...(first + 1) { shares[row] = right[row + step] }
    let sheet = InventedSheet(
      head: ["sted", "saker", "alle", "andel %"],
      rows: all.indices.map { [InventedSheet.places[$0], String(some[$0]), String(all[$0]), shares[$0]] })
    let found = sheet.found
    #expect(found.count == 1)
    #expect(found.first?.cells.map(\.reference) == [sheet.reference(first, 3), sheet.reference(first + 1, 3)])
  }

  @Test func `do not include a share of last year's base, which is mostly told with that base`() {
    var (tried, told) = (0, 0)
    for seed in 0..<40 as Range<UInt64> {
      var generator = SplitMix(seed: seed)
      let all = (0..<10).map { _ in Int.random(in: 200...2000, using: &generator) }
      let some = all.map { Int.random(in: 20...($0 / 2), using: &generator) }
      var shares = zip(some, all).map { InventedSheet.text(100 * Double($0) / Double($1), 1) }
      let year = Int.random(in: 1..<10, using: &generator)
      shares[year] = InventedSheet.text(100 * Double(some[year]) / Double(all[year - 1]), 1)
      guard abs(all[year] - all[year - 1]) > 100 else { continue }
      let sheet = InventedSheet(
        head: ["jaar", "zaken", "alle", "aandeel %"],
        rows: all.indices.map { ["\(2010 + $0)", String(some[$0]), String(all[$0]), shares[$0]] })
      let found = sheet.found
      tried += 1
      #expect(found.contains { $0.cells.contains { $0.reference == sheet.reference(year, 3) } })
      if found.contains(where: { $0.sentence.nl.contains("t, \(2010 + year - 1), alle) als noemer is het wel") }) {
        told += 1
      }
    }
    #expect(tried >= 30 && 10 * told >= 9 * tried, "\(told) of \(tried)")
  }
}
