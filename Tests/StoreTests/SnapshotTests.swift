import Cryptography
import Foundation
@testable import Model
import Testing

@testable import Store

@Suite struct SnapshotTests {
  let folder: TemporaryFolder
  let workspace: Workspace
  let monitor = Tiny.monitor()

  init() throws {
    folder = try TemporaryFolder()
    workspace = try Workspace(at: folder.path, key: Tiny.key())
    try workspace.receive((0..<100).map { TinyRow(person: "p\($0 % 40)", colour: $0 % 3 == 0 ? "red" : "blue") })
  }

  private func snapshot() throws -> Data { try folder.bytes(of: "snapshot.columns") }

  @Test func `what is read back is what was gathered`() throws {
    let gathered = try workspace.gatheredNotifications(for: monitor)
    #expect(try workspace.notifications(for: monitor) == gathered)
    let kept = try snapshot()
    #expect(try workspace.notifications(for: monitor) == gathered)
    #expect(try snapshot() == kept)
    #expect(folder.names.allSatisfy { !$0.hasSuffix(".partial") })
  }

  @Test func `the same deliveries give the same bytes`() throws {
    _ = try workspace.notifications(for: monitor)
    let first = try snapshot()
    try FileManager.default.removeItem(atPath: folder.path(of: "snapshot.columns"))
    _ = try workspace.notifications(for: monitor)
    #expect(try snapshot() == first)
  }

  @Test func `damage anywhere is noticed and mended`() throws {
    let gathered = try workspace.notifications(for: monitor)
    let whole = try snapshot()
    for place in stride(from: 0, to: whole.count, by: 11) {
      var damaged = whole
      damaged[place] ^= 0x40
      try damaged.write(to: URL(filePath: folder.path(of: "snapshot.columns")))
      #expect(try workspace.notifications(for: monitor) == gathered, "byte \(place)")
    }
  }

  @Test func `a new version, a withdrawal and another codebook are not answered with the old snapshot`() throws {
    _ = try workspace.notifications(for: monitor)
    try workspace.receive([TinyRow(person: "p1")], checksum: "b")
    #expect(try workspace.notifications(for: monitor).columns.rowCount == 1)
    let turned = Tiny.monitor(variables: [Tiny.group, Tiny.category("colour", ["blue", "red"])])
    #expect(try workspace.notifications(for: turned).columns["colour"] == .category([5]))
    let other = Tiny.monitor(sources: [("north", "care")])
    #expect(try workspace.notifications(for: other).columns["reporterGroup"] == .category([5]))
    try workspace.withdraw(source: "north", period: "2019", occasion: Tiny.noon)
    #expect(try workspace.notifications(for: monitor).columns.rowCount == 0)
  }

  @Test func `labels of the codebook may change without a new snapshot, and the new ones are given`() throws {
    _ = try workspace.notifications(for: monitor)
    let kept = try snapshot()
    var colour = Tiny.colour
    colour.label = LocalizedText(nl: "kleur", en: "colour")
    let relabelled = Tiny.monitor(variables: [Tiny.group, colour, Tiny.signs, Tiny.age])
    let notifications = try workspace.notifications(for: relabelled)
    #expect(notifications.columns.variable(named: "colour")?.label.nl == "kleur")
    #expect(try snapshot() == kept)
  }

  @Test func `there is no blind index in a snapshot`() throws {
    _ = try workspace.notifications(for: monitor)
    let index = workspace.blindIndex(ofPersonKey: "p1")
    #expect(try snapshot().range(of: Data(index.bytes)) == nil)
    #expect(try snapshot().range(of: Data("p1".utf8)) == nil)
  }

  @Test func `the checksum notices every change of a bit and of the length`() {
    let bytes = (0..<100).map { UInt8($0) }
    let whole = bytes.withUnsafeBytes(quickChecksum)
    for count in 0..<100 { #expect(Array(bytes[..<count]).withUnsafeBytes(quickChecksum) != whole) }
    for bit in 0..<800 {
      var other = bytes
      other[bit / 8] ^= 1 << (bit % 8)
      #expect(other.withUnsafeBytes(quickChecksum) != whole)
    }
    #expect([UInt8](repeating: 0, count: 32).withUnsafeBytes(quickChecksum) != [].withUnsafeBytes(quickChecksum))
  }
}
