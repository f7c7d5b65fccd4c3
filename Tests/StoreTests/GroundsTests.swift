@testable import Model
import Testing

@testable import Store

@Suite struct GroundsTests {
  @Test func `the lanes and grounds of a delivery are counted over all its batches`() throws {
    let workspace = try Workspace.inMemory(key: Tiny.key())
    let receiver = try workspace.begin()
    for batch in 0..<2 {
      var batch = Tiny.batch(
        [TinyRow(person: "a", lane: .identified), TinyRow(person: "b"), TinyRow(person: "", lane: .countOnly)],
        from: 2 + 3 * batch)
      batch.ground = [1, 1, 0]
      try receiver.append(batch)
    }
    guard case .taken(let summary) = try receiver.finish(Tiny.summary(rows: 6), findings: []) else {
      Issue.record("the delivery was not taken")
      return
    }
    #expect(
      try workspace.grounds(of: summary) == [
        GroundTally(lane: .identified, ground: "statute", rows: 2),
        GroundTally(lane: .pseudonymous, ground: "statute", rows: 2),
        GroundTally(lane: .countOnly, ground: nil, rows: 2),
      ])
  }

  @Test func `a delivery without records has no grounds`() throws {
    let workspace = try Workspace.inMemory(key: Tiny.key())
    let receiver = try workspace.begin()
    _ = try receiver.finish(Tiny.summary(rows: 0), findings: [])
    let summary = try #require(try workspace.deliveries().first?.summary)
    #expect(try workspace.grounds(of: summary).isEmpty)
  }
}
