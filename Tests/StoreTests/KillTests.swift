import Foundation
import GRDB
@testable import Model
import Testing

@testable import Store

/// What the files hold at a moment is what a program that is killed at that moment leaves.
@Suite struct KillTests {
  let folder: TemporaryFolder
  let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    workspace = try Workspace(at: folder.path, key: Tiny.key())
    try workspace.receive([TinyRow(person: "p0", lane: .identified, names: ["surname": "Kade"])])
  }

  /// The first thousand rows carry a name.
  private func rows(_ count: Int) -> [TinyRow] {
    (0..<count).map {
      $0 < 1_000
        ? TinyRow(person: "p\($0)", lane: .identified, names: ["surname": "Voorbeeld"]) : TinyRow(person: "p\($0)")
    }
  }

  /// - Returns: the workspace that is found after the kill.
  private func afterAKillNow() throws -> (TemporaryFolder, Workspace) {
    let copy = try folder.asLeftByAKill()
    return (copy, try Workspace(at: copy.path, key: Tiny.key()))
  }

  @Test func `a kill at any moment of receiving leaves the last good state, and receiving goes on from there`() throws {
    let before = try workspace.contents()
    let receiver = try workspace.begin()
    for batch in 0..<6 {
      let (copy, survivor) = try afterAKillNow()
      #expect(try survivor.contents() == before)
      if batch == 5 {
        try survivor.receive(rows(3), checksum: "b")
        #expect(try survivor.deliveries().map(\.status) == [.superseded, .complete])
      }
      withExtendedLifetime(copy) {}
      // Large enough to spill over into the write-ahead log before the end.
      try receiver.append(Tiny.batch(rows(40_000), from: 2 + batch * 40_000, monitor: Tiny.monitor()))
    }
    let spilled = try folder.bytes(of: "zicht.sqlite-wal").count
    #expect(spilled > 2_000_000, "the kill was never in the middle of writing")
  }

  @Test func `a kill between the two commits leaves no details of a delivery that is not there`() throws {
    let before = try workspace.contents()
    let receiver = try workspace.begin()
    try receiver.append(Tiny.batch(rows(5)))
    try receiver.commitVault()
    let (copy, survivor) = try afterAKillNow()
    #expect(try survivor.contents() == before)
    withExtendedLifetime(copy) {}
  }

  @Test func `a kill right after the second commit leaves the delivery with its details`() throws {
    try workspace.receive(rows(5), checksum: "b")
    let after = try workspace.contents()
    try workspace.vault.write { try $0.execute(sql: "UPDATE filing SET isConfirmed = 0") }
    let (copy, survivor) = try afterAKillNow()
    #expect(try survivor.contents() == after)
    withExtendedLifetime(copy) {}
  }

  @Test func `a kill while the snapshot is written leaves no snapshot that anybody believes`() throws {
    let notifications = try workspace.notifications(for: Tiny.monitor())
    let whole = try folder.bytes(of: "snapshot.columns")
    for cut in stride(from: 0, to: whole.count, by: 7) {
      try whole.prefix(cut).write(to: URL(filePath: folder.path(of: "snapshot.columns")))
      #expect(try workspace.notifications(for: Tiny.monitor()) == notifications)
    }
  }
}
