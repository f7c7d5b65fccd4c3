import Invented
import Model
import Testing

@testable import Consistency

@Suite struct `A mean of all` {
  private enum Of { case sizes, rows, nothing }

  /// Groups in six years: how many they are and their mean age, and both of all; one mean of all may be another number.
  private static func sheet(_ seed: UInt64, of: Of = .sizes, wrong: Double = 0) -> (InventedSheet, wrong: String) {
    var generator = SplitMix(seed: seed)
    let (groups, years) = (Int.random(in: 5...9, using: &generator), 6)
    var sheet = InventedSheet(head: ["sted"], rows: InventedSheet.places.prefix(groups).map { [$0] } + [["I alt"]])
    var means: [[String]] = []
    for year in 0..<years {
      let sizes = (0..<groups).map { _ in Int.random(in: 10...800, using: &generator) }
      let ages = (0..<groups).map { _ in Double.random(in: 18...64, using: &generator) }
      let all = Double(sizes.reduce(0, +))
      var mean: Double
      switch of {
      case .sizes: mean = zip(sizes, ages).reduce(0) { $0 + Double($1.0) * $1.1 } / all
      case .rows: mean = ages.reduce(0, +) / Double(groups)
      case .nothing: mean = ages.sorted()[groups / 2] + Double.random(in: -2...2, using: &generator)
      }
      if year == 3 { mean += wrong }
      sheet.head.append("antall \(2015 + year)")
      for (row, size) in (sizes + [Int(all)]).enumerated() { sheet.rows[row].append(String(size)) }
      means.append((ages + [mean]).map { InventedSheet.text($0, 1) })
    }
    for year in 0..<years {
      sheet.head.append("snittalder \(2015 + year)")
      for row in sheet.rows.indices { sheet.rows[row].append(means[year][row]) }
    }
    return (sheet, sheet.reference(groups, years + 4))
  }

  @Test(arguments: 0..<30)
  func `is what the groups and their sizes give, or the plain mean of the rows, or something else`(_ seed: UInt64) {
    for of in [Of.sizes, .rows, .nothing] { #expect(Self.sheet(seed, of: of).0.found.map(\.sentence.nl) == []) }
  }

  @Test(arguments: 0..<30)
  func `is found where it is not what the groups give`(_ seed: UInt64) {
    let (sheet, wrong) = Self.sheet(seed, wrong: 10)
    let found = sheet.found
    #expect(found.count == 1 && found.first?.kind == .mean)
    #expect(found.first?.cells.contains { $0.reference == wrong } == true)
  }
}
