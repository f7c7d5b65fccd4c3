import Invented
import Testing

@testable import Consistency

@Suite struct `Links between figures of which one withholds a number` {
  /// The same counts by region in two figures; each withholds some, with a promise of years in their names.
  private static func report(
    _ seed: UInt64, names: (String, String) = ("a", "b"), shift: Double = 0
  ) -> (tables: Tables, expected: Set<[Int]>) {
    var generator = SplitMix(seed: seed)
    let counts = (0..<12).map { _ in Double(Int.random(in: 20...900, using: &generator)) }
    var cells: [TableCell] = []
    for (figure, less) in [(names.0, 0.0), (names.1, shift)] {
      for (place, count) in counts.enumerated() {
        let isWithheld = Int.random(in: 0..<4, using: &generator) == 0
        cells.append(
          TableCell(
            figure: figure, measure: "meldingen bij de politie",
            dimensions: [.init(name: "regio", value: "regio \(place)")], value: isWithheld ? nil : count + less,
            bounds: isWithheld ? 0...(.infinity) : nil, unit: "meldingen", status: isWithheld ? .withheld : .printed))
      }
    }
    let pairs = counts.indices.map { [$0, $0 + counts.count] }
    let open = pairs.filter { pair in pair.contains { cells[$0].value == nil } }
    return (Tables(PublishedReport(name: "r", cells: cells)), Set(open))
  }

  private static func links(_ tables: Tables) -> [[Int]] {
    AgreementRule(tables: tables).links(among: tables.readSeries()).map { $0.terms.map(\.cell).sorted() }
  }

  @Test(arguments: 0..<40)
  func `are made at each place that one of them withholds, once`(_ seed: UInt64) {
    let (tables, expected) = Self.report(seed)
    let links = Self.links(tables)
    #expect(Set(links) == expected)
    #expect(links.count == expected.count)
  }

  @Test(arguments: 0..<20)
  func `say that both numbers are the same`(_ seed: UInt64) {
    let tables = Self.report(seed).tables
    for link in AgreementRule(tables: tables).links(among: tables.readSeries()) {
      #expect(link.lower == 0 && link.upper == 0 && link.terms.map(\.sign) == [1, -1] && link.kind == .agreement)
    }
  }

  @Test(arguments: 0..<10)
  func `are none between other numbers, and none between figures of other years`(_ seed: UInt64) {
    #expect(Self.links(Self.report(seed, shift: 7).tables).isEmpty)
    #expect(Self.links(Self.report(seed, names: ("a-2018", "a-2019")).tables).isEmpty)
  }
}
