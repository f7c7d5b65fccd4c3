import Cryptography
import Foundation
import GRDB
@testable import Model
import Testing

@testable import Store

@Suite struct KeyChangeTests {
  let folder: TemporaryFolder
  private let new: WorkspaceKey

  init() throws {
    folder = try TemporaryFolder()
    new = try Tiny.key("a")
    let workspace = try Workspace(at: folder.path, key: Tiny.key())
    let rows = (0..<9_000).map { TinyRow(person: "NL-\($0)", lane: .identified, names: ["surname": "Kade\($0)"]) }
    try workspace.receive(rows)
    try workspace.erasePerson(workspace.blindIndex(ofPersonKey: "NL-7"), occasion: Tiny.noon)
  }

  /// What the vault has to say of a person, under this key.
  private func names(_ person: String, _ key: WorkspaceKey) throws -> [String] {
    let workspace = try Workspace(at: folder.path, key: key)
    return try workspace.identity(of: workspace.blindIndex(ofPersonKey: person), occasion: Tiny.noon).map(\.value)
  }

  @Test func `after a change everything opens with the new key, and nothing with the old`() throws {
    let before = try Workspace(at: folder.path, key: Tiny.key()).notifications(for: Tiny.monitor())
    try Workspace.changeKey(in: folder.path, from: Tiny.key(), to: new)
    #expect(throws: StoreError.wrongKey(path: folder.path)) { try Workspace(at: folder.path, key: Tiny.key()) }
    #expect(throws: StoreError.wrongKey(path: folder.path)) { try Workspace(reading: folder.path, key: Tiny.key()) }
    for person in [0, 1, 4_095, 4_096, 8_999] { #expect(try names("NL-\(person)", new) == ["Kade\(person)"]) }
    #expect(throws: StoreError.erasedPerson) { try names("NL-7", new) }
    let workspace = try Workspace(at: folder.path, key: new)
    let after = try workspace.notifications(for: Tiny.monitor())
    #expect(after.person == before.person && after.columns == before.columns)
    guard case .intact = try workspace.verifyAuditLog() else {
      Issue.record("the log does not hold under the new key")
      return
    }
    // The same person is the same person in a delivery that comes later.
    try workspace.receive([TinyRow(person: "NL-5", lane: .identified, names: ["surname": "Kade5"])], checksum: "b")
    #expect(try names("NL-5", new) == ["Kade5", "Kade5"])
  }

  @Test func `keys change again and again`() throws {
    var key = try Tiny.key()
    for digit in ["b", "c", "d"] {
      let next = try Tiny.key(digit)
      try Workspace.changeKey(in: folder.path, from: key, to: next)
      key = next
    }
    #expect(try names("NL-3", key) == ["Kade3"])
  }

  @Test func `a stop between the two files is seen, and the same call goes on from there`() throws {
    let store = try folder.bytes(of: "zicht.sqlite")
    try Workspace.changeKey(in: folder.path, from: Tiny.key(), to: new)
    try store.write(to: URL(filePath: folder.path + "/zicht.sqlite"))
    let asked = try Workspace.askedKeys(in: folder.path)
    #expect(asked == AskedKeys(store: try Tiny.key().fingerprint, vault: try new.fingerprint))
    #expect(asked.isHalfway)
    for key in [try Tiny.key(), new] {
      #expect(throws: StoreError.wrongKey(path: folder.path)) { try Workspace(at: folder.path, key: key) }
    }
    #expect(throws: StoreError.wrongKey(path: folder.path)) {
      try Workspace.changeKey(in: folder.path, from: Tiny.key(), to: Tiny.key("e"))
    }
    try Workspace.changeKey(in: folder.path, from: Tiny.key(), to: new)
    #expect(try names("NL-3", new) == ["Kade3"])
  }

  @Test func `a stop within a file leaves it as it was`() throws {
    let copy = try TemporaryFolder()
    for name in ["zicht.sqlite", "identities.sqlite"] {
      try folder.bytes(of: name).write(to: URL(filePath: copy.path + "/" + name))
    }
    // The last person cannot be opened: the change stops after thousands were wrapped anew.
    let index = try Workspace(at: copy.path, key: Tiny.key()).blindIndex(ofPersonKey: "NL-8999")
    let workspace = try Workspace(at: copy.path, key: Tiny.key())
    try workspace.vault.write {
      try $0.execute(
        sql: "UPDATE person SET wrappedKey = zeroblob(72) WHERE blindIndex = ?", arguments: [Data(index.bytes)])
    }
    #expect(throws: StoreError.self) { try Workspace.changeKey(in: copy.path, from: Tiny.key(), to: new) }
    #expect(try Workspace.askedKeys(in: copy.path).vault == Tiny.key().fingerprint)
    let details = try workspace.identity(of: workspace.blindIndex(ofPersonKey: "NL-0"), occasion: Tiny.noon)
    #expect(details.map(\.value) == ["Kade0"])
  }

  @Test func `keys wrapped with the old key are nowhere in the files any more`() throws {
    let wrapped = try Workspace(at: folder.path, key: Tiny.key()).vault.read {
      try Data.fetchAll($0, sql: "SELECT wrappedKey FROM person WHERE wrappedKey IS NOT NULL LIMIT 50")
    }
    try Workspace.changeKey(in: folder.path, from: Tiny.key(), to: new)
    for name in try folder.names {
      let bytes = try folder.bytes(of: name)
      for key in wrapped { #expect(bytes.range(of: key) == nil, "\(name)") }
    }
  }

  @Test func `a folder without a workspace asks for no key`() throws {
    #expect(try Workspace.askedKeys(in: folder.path + "/none") == AskedKeys(store: nil, vault: nil))
  }
}
