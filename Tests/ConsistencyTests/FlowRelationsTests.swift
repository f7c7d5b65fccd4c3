import Invented
import Model
import Testing

@testable import Consistency

/// What was there, what came, what went and what is left.
@Suite struct FlowRelationsTests {
  /// Ten years of a caseload; the seed makes the numbers.
  private static func caseload(_ seed: UInt64, _ change: (inout [[Int]]) -> Void = { _ in }) -> PublishedReport {
    var generator = SplitMix(seed: seed)
    var open = 500 + Int(generator.next() % 400)
    var rows = (0..<10).map { _ -> [Int] in
      let (came, went) = (200 + Int(generator.next() % 300), 200 + Int(generator.next() % 300))
      defer { open += came - went }
      return [open, came, went, open + came - went]
    }
    change(&rows)
    let heads = ["Open on 1 January", "New", "Decided", "Open on 31 December"]
    let cells = rows.enumerated().flatMap { year, row in
      zip(heads, row).map { head, value in
        TableCell(
          figure: "caseload", measure: "cases",
          dimensions: [.init(name: "year", value: "\(2010 + year)"), .init(name: "head", value: head)],
          value: Double(value), unit: "", line: "")
      }
    }
    return PublishedReport(name: "r", cells: cells)
  }

  @Test(arguments: UInt64(1)...12)
  func `a caseload that closes raises nothing`(_ seed: UInt64) {
    #expect(Self.caseload(seed).contradictions().isEmpty)
  }

  @Test(arguments: UInt64(1)...12)
  func `a wrong number in any column is found, and what is left by itself`(_ seed: UInt64) {
    for column in 0..<4 {
      let found = Self.caseload(seed) { $0[4][column] += 57 }.contradictions()
      #expect(!found.isEmpty, "column \(column)")
    }
    let left = Self.caseload(seed) { $0[4][3] += 57 }.contradictions()
    #expect(left.count == 1 && left[0].sentence.en.contains("2014"))
  }

  @Test func `four columns that have nothing to do with each other make no balance`() {
    for seed in 1..<40 {
      var generator = SplitMix(seed: UInt64(seed))
      let report = Self.caseload(UInt64(seed)) { rows in
        for row in rows.indices { for column in 0..<4 { rows[row][column] = Int(generator.next() % 900) } }
      }
      #expect(report.contradictions().isEmpty)
    }
  }
}
