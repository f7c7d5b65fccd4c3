import Invented
import Testing

@testable import Consistency

@Suite struct `What series have in common` {
  /// Two tables of few labels and small numbers, so that much is the same by chance, with totals and periods of years.
  private static func tables(_ seed: UInt64) -> Tables {
    var dice = SplitMix(seed: seed)
    func draw<T>(_ all: [T]) -> T { all[Int.random(in: 0..<all.count, using: &dice)] }
    let lines = (0..<60).map { _ in
      "\(draw(["fig-1", "fig-2"])) | \(draw(["vrouwen met letsel", "vrouwen", "mannen"])) | "
        + "regio=\(draw(["Noord", "Zuid", "Oost", "Totaal"])); jaar=\(draw(["2015", "2016", "2015-2016", "2017"]))"
        + " | \(draw([3, 9, 12, 12, 15, 40])) personen"
    }
    return Invented.tables(lines)
  }

  /// It only saves time: what it leaves out no rule would have taken for the same.
  @Test(arguments: UInt64(0)..<40) func `is never ruled out where labels and numbers agree`(_ seed: UInt64) {
    let tables = Self.tables(seed)
    let series = tables.allSeries
    let (overlap, rule) = (SeriesOverlap(series, tables), AgreementRule(tables: tables))
    for one in series.indices {
      for other in series.indices.dropFirst(one + 1) where !overlap.mayAgree(one, other) {
        #expect(rule.relations(between: series[one], series[other]).isEmpty)
      }
    }
  }

  @Test func `is told by places, and by numbers where there are many`() {
    func mayAgree(_ first: [Int], _ second: [Int], from year: Int = 2000) -> Bool {
      let lines =
        first.enumerated().map { "fig-1 | x | land=a; jaar=\(2000 + $0) | \($1) personen" }
        + second.enumerated().map { "fig-2 | y | land=a; jaar=\(year + $0) | \($1) personen" }
      let tables = Invented.tables(lines)
      let series = tables.allSeries.filter { $0.anchor != nil }
      return SeriesOverlap(series, tables).mayAgree(0, 1)
    }
    let numbers = Array(20..<36)
    #expect(mayAgree(numbers, numbers))
    #expect(!mayAgree(numbers, numbers, from: 2030))
    #expect(!mayAgree(numbers, numbers.map { $0 % 2 == 0 ? $0 : $0 + 100 }))
    #expect(mayAgree([20, 21], [20, 99]) && !mayAgree([20, 21], [98, 99]))
  }
}
