import Invented
import Model
import Testing

@testable import Consistency

@Suite struct `Shares of a few people` {
  /// Answers by group, in whole percentages; the size of each group stands in its head or in a column.
  private static func sheet(
    _ seed: UInt64, inHead: Bool, isWeighted: Bool = false, wrong: Bool = false
  ) -> (InventedSheet, wrong: String) {
    var generator = SplitMix(seed: seed)
    let sizes = (0..<3).map { _ in Int.random(in: 6...15, using: &generator) }
    var shares = (0..<6).map { _ in
      sizes.map { size in
        isWeighted
          ? Double.random(in: 5...95, using: &generator)
          : 100 * Double(Int.random(in: 0...size, using: &generator)) / Double(size)
      }
    }
    let place = (Int.random(in: 0..<6, using: &generator), Int.random(in: 0..<3, using: &generator))
    if wrong {
      let size = Double(sizes[place.1])
      let none = (2...98).map(Double.init).filter { share in
        (0...sizes[place.1]).allSatisfy { abs(100 * Double($0) / size - share) > 0.5 }
      }
      shares[place.0][place.1] = none[Int.random(in: none.indices, using: &generator)]
    }
    let text = { (share: Double) in InventedSheet.text(share, 0) }
    if inHead {
      let sheet = InventedSheet(
        head: ["spm"] + sizes.enumerated().map { "gruppe \($0) (n = \($1)) %" },
        rows: shares.enumerated().map { ["svar \($0)"] + $1.map(text) })
      return (sheet, sheet.reference(place.0, place.1 + 1))
    }
    let sheet = InventedSheet(
      head: ["gruppe", "antall"] + shares.indices.map { "svar \($0) %" },
      rows: sizes.indices.map { group in ["g\(group)", String(sizes[group])] + shares.map { text($0[group]) } })
    return (sheet, sheet.reference(place.1, place.0 + 2))
  }

  @Test(arguments: 0..<40)
  func `are all possible where they were counted, and may be anything where they were weighted`(_ seed: UInt64) {
    for inHead in [true, false] {
      #expect(Self.sheet(seed, inHead: inHead).0.found.map(\.sentence.nl) == [])
      #expect(
        Self.sheet(seed, inHead: inHead, isWeighted: true).0.found.filter {
          $0.sentence.nl.contains("geen heel aantal")
        }
        .map(\.sentence.nl) == [])
    }
  }

  @Test(arguments: 0..<40)
  func `give one away that no whole number of them gives`(_ seed: UInt64) {
    for inHead in [true, false] {
      let (sheet, wrong) = Self.sheet(seed, inHead: inHead, wrong: true)
      #expect(sheet.found.map { $0.cells.first?.reference } == [wrong])
    }
  }

  @Test(
    arguments: [
      ("Mannen (n=7)", 7), ("Women, N = 12", 12), ("kvinner", nil), ("man = 7", nil), ("n = 1.204", nil), ("(n=)", nil),
    ] as [(String, Double?)])
  func `are of as many as stand behind n in one label`(_ label: String, _ count: Double?) {
    let cell = TableCell(
      figure: "t", measure: "", dimensions: [.init(name: "x", value: label)], value: 3, unit: "%")
    #expect(PossibleShareRule.count(in: cell) == count)
  }
}
