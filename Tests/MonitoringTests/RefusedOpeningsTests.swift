import Cryptography
import Foundation
import Invented
import Model
@testable import Store
import Testing

@testable import Monitoring

/// Who tries a workspace with another key, or after something in it was changed, leaves an entry in its audit log.
@Suite struct RefusedOpeningsTests {
  private let monitor: MonitorOnDisk

  init() throws {
    monitor = try MonitorOnDisk(SmallMonitor.files)
    _ = try monitor.receiving().receiveNew()
  }

  private var noted: URL { monitor.workspace.folder.appending(path: "refused.log") }

  private func refusals() throws -> [String] {
    try monitor.workspace.open().auditEntries().filter { $0.action == .openingRefused }.map(\.subject)
  }

  @Test func `another key is noted at once, and an entry at the next command that writes`() throws {
    let other = "82b70eee7f1a5039bef07ec2347f066ed08f5dc7512447e3404300026b6e5455"
    let place = monitor.place(monitor.workspace.folder, .digits(other, name: "the test"))
    let refusal = StoreError.wrongKey(path: monitor.workspace.folder.path)
    #expect(throws: refusal) { try place.open() }
    #expect(throws: refusal) { try place.openForReading() }
    let mode = try FileManager.default.attributesOfItem(atPath: noted.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try refusals() == [])
    #expect(try monitor.receiving().receiveNew() == 0)
    #expect(try refusals() == ["2 wrongKey"])
    #expect(!FileManager.default.fileExists(atPath: noted.path))
    #expect(try monitor.receiving().receiveNew() == 0)
    #expect(try refusals() == ["2 wrongKey"])
  }

  @Test func `damage is noted, and an entry when the workspace was put back`() throws {
    let file = monitor.workspace.folder.appending(path: "zicht.sqlite")
    let good = try Data(contentsOf: file)
    try Data(good.prefix(good.count / 2)).write(to: file)
    #expect(throws: StoreError.corrupt(path: monitor.workspace.folder.path)) { try monitor.workspace.openForReading() }
    try good.write(to: file)
    #expect(try monitor.receiving().receiveNew() == 0)
    #expect(try refusals() == ["1 damaged"])
  }

  @Test func `what is no refusal leaves nothing, and a file of anything else does no harm`() throws {
    _ = try monitor.workspace.openForReading()
    #expect(!FileManager.default.fileExists(atPath: noted.path))
    try Data([0xFF, 0x0A, 0x77]).write(to: noted)
    #expect(try monitor.receiving().receiveNew() == 0)
    #expect(try refusals() == [""])
  }

  @Test func `the page about security names every kind of entry of the audit log`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "docs/security.md"), encoding: .utf8)
    for action in AuditAction.allCases { #expect(page.contains("`\(action.rawValue)`"), "\(action)") }
  }
}
