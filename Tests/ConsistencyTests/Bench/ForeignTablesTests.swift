import Invented
import Testing

@testable import Consistency

@Suite struct `Tables of other publishers` {
  private static func found(_ cells: [TableCell]) -> [Contradiction] {
    PublishedReport(name: "x", cells: cells).contradictions()
  }

  @Test(arguments: ForeignTable.all)
  func `are read whole, and nothing is found in them`(_ table: ForeignTable) throws {
    let read = TextReading.read(try table.text(), file: table.file + ".csv")
    #expect(read.findings.isEmpty && read.account.unread == 0 && read.account.read > 18)
    #expect(Self.found(read.cells).map(\.sentence.en).isEmpty)
  }

  /// What came of the errors of one kind.
  private struct Score {
    var (tried, found, named) = (0, 0, 0)
    var (findings, strange) = (0, 0)
    var missed: [String] = []
  }

  private static let tries = 6

  private static func score(_ kind: InjectedError, seed: UInt64) throws -> Score {
    var score = Score()
    var generator = SplitMix(seed: seed)
    var round = 0
    while score.tried < tries, round < 400 {
      let table = ForeignTable.all[Int.random(in: ForeignTable.all.indices, using: &generator)]
      round += 1
      guard let (cells, wrong) = kind.injected(into: try table.cells(), of: table, &generator) else { continue }
      score.tried += 1
      let found = found(cells)
      let references = Set(wrong.map { cells[$0].reference })
      let hits = found.filter { !references.isDisjoint(with: $0.cells.map(\.reference)) }
      score.findings += found.count
      score.strange += found.count - hits.count
      if !hits.isEmpty { score.found += 1 }
      if hits.contains(where: { references.isSubset(of: $0.cells.prefix(wrong.count).map(\.reference)) }) {
        score.named += 1
      }
      if hits.isEmpty { score.missed.append("\(kind) in \(table.file): \(references.sorted())") }
    }
    return score
  }

  @Test func `give a hundred of a hundred and twenty errors away, eighty by name, and raise hardly a false alarm`()
    throws
  {
    var all = Score()
    for (index, kind) in InjectedError.allCases.enumerated() {
      let score = try Self.score(kind, seed: 2026 + UInt64(index))
      #expect(score.tried == Self.tries, "\(kind)")
      all.missed += score.missed
      all.found += score.found
      all.named += score.named
      all.findings += score.findings
      all.strange += score.strange
    }
    #expect(all.found >= 110, "\(all.missed)")
    #expect(all.named >= 95)
    #expect(20 * all.strange <= all.findings)
  }
}
