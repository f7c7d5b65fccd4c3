import Invented
import Model
import Testing

@testable import Consistency

@Suite struct `Ranks beside numbers` {
  /// Places by name, with a score and the rank that it has, ties sharing one.
  private static func sheet(_ seed: UInt64, changing change: (inout [Int], inout [Double]) -> Void = { _, _ in })
    -> InventedSheet
  {
    var generator = SplitMix(seed: seed)
    var scores = InventedSheet.places.map { _ in Double(Int.random(in: 500...9999, using: &generator)) / 10 }
    if seed % 3 == 0 { scores[1] = scores[4] }
    var ranks = scores.map { score in 1 + scores.count { $0 > score } }
    change(&ranks, &scores)
    return InventedSheet(
      head: ["sted", "poeng", "plass"],
      rows: zip(InventedSheet.places, zip(scores, ranks)).map { [$0, InventedSheet.text($1.0, 1), String($1.1)] })
  }

  @Test(arguments: 0..<40)
  func `are in order where each tells how many have more`(_ seed: UInt64) {
    #expect(Self.sheet(seed).found.map(\.sentence.nl) == [])
  }

  @Test(arguments: 0..<40)
  func `have changed places where only that puts all in order`(_ seed: UInt64) throws {
    var generator = SplitMix(seed: seed + 1000)
    var places = (0, 0)
    let sheet = Self.sheet(seed) { ranks, _ in
      let order = ranks.indices.sorted { ranks[$0] < ranks[$1] }
      let first = Int.random(in: 0..<5, using: &generator)
      places = (order[first], order[first + Int.random(in: 3...6, using: &generator)])
      ranks.swapAt(places.0, places.1)
    }
    let found = try #require(sheet.found.first)
    #expect(found.kind == .rank && sheet.found.count == 1)
    #expect(
      Set(found.cells.prefix(2).map(\.reference)) == [sheet.reference(places.0, 2), sheet.reference(places.1, 2)])
  }

  @Test(arguments: 0..<40)
  func `give away a number that is out of its place`(_ seed: UInt64) throws {
    var place = 0
    let sheet = Self.sheet(seed) { ranks, scores in
      place = ranks.firstIndex(of: 1) ?? 0
      scores[place] /= 100
    }
    let found = try #require(sheet.found.first)
    #expect(found.kind == .rank && sheet.found.count == 1)
    #expect(found.cells.first?.reference == sheet.reference(place, 1))
  }

  @Test(arguments: 0..<40)
  func `say nothing of a column that is ranked otherwise`(_ seed: UInt64) {
    var generator = SplitMix(seed: seed + 2000)
    let sheet = Self.sheet(seed) { _, scores in
      for place in scores.indices { scores[place] *= Double.random(in: 0.7...1.3, using: &generator) }
    }
    #expect(sheet.found.filter { $0.kind == .rank }.map(\.sentence.nl) == [])
  }
}
