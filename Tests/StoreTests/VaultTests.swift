import Cryptography
import Foundation
import GRDB
@testable import Model
import Testing

@testable import Store

@Suite struct VaultTests {
  let folder: TemporaryFolder
  let workspace: Workspace
  let reading = Occasion(moment: "2020-02-03T08:00:00Z", actor: "j.registrar", reason: "request for access")

  init() throws {
    folder = try TemporaryFolder()
    workspace = try Workspace(at: folder.path, key: Tiny.key())
    try workspace.receive([
      TinyRow(person: "NL-77012", lane: .identified, names: ["surname": "Kadebroek", "birthDate": "1987-06-05"]),
      TinyRow(person: "NL-88123", lane: .identified, names: ["surname": "Zonnewijk"]),
      TinyRow(person: "NL-99234", lane: .pseudonymous),
      TinyRow(person: "NL-66345", lane: .countOnly),
    ])
  }

  /// Everything in the folder, file by file.
  private func files() throws -> [(name: String, bytes: Data)] {
    try folder.names.map { ($0, try folder.bytes(of: $0)) }
  }

  @Test func `what was filed is read back by the person's key`() throws {
    let details = try workspace.identity(of: workspace.blindIndex(ofPersonKey: "NL-77012"), occasion: reading)
    #expect(details.map { "\($0.field)=\($0.value)" } == ["birthDate=1987-06-05", "surname=Kadebroek"])
    #expect(details.allSatisfy { $0.sourceRow == 2 && $0.delivery?.period == "2019" })
  }

  @Test func `a reading is in the audit log with who and why, also when there is nothing to read`() throws {
    let index = workspace.blindIndex(ofPersonKey: "NL-77012")
    _ = try workspace.identity(of: index, occasion: reading)
    let stranger = workspace.blindIndex(ofPersonKey: "NL-0")
    #expect(throws: StoreError.unknownPerson) { try workspace.identity(of: stranger, occasion: reading) }
    let entries = try workspace.auditEntries().suffix(2)
    #expect(entries.map(\.action) == [.identityRead, .identityRead])
    #expect(entries.map(\.subject) == [hexadecimal(index.bytes), hexadecimal(stranger.bytes)])
    #expect(entries.allSatisfy { $0.occasion == reading })
  }

  @Test func `no personal value and no person key is anywhere in the files`() throws {
    _ = try workspace.notifications(for: Tiny.monitor())
    let values = ["Kadebroek", "Zonnewijk", "1987-06-05", "NL-77012", "NL-88123", "NL-99234", "NL-66345"]
    for (name, bytes) in try files() {
      for value in values { #expect(bytes.range(of: Data(value.utf8)) == nil, "\(value) in \(name)") }
    }
  }

  @Test func `nothing that can be printed shows a personal value`() throws {
    let details = try workspace.identity(of: workspace.blindIndex(ofPersonKey: "NL-77012"), occasion: reading)
    let batch = Tiny.batch([TinyRow(person: "NL-77012", lane: .identified, names: ["surname": "Kadebroek"])])
    var dumped = ""
    dump(details, to: &dumped)
    dump(batch, to: &dumped)
    dump(workspace, to: &dumped)
    for text in [dumped, "\(details)", String(reflecting: details), "\(batch)", String(reflecting: batch)] {
      #expect(!text.contains("Kadebroek") && !text.contains("NL-77012"))
    }
  }

  @Test func `a record in the count-only lane leaves no trace of a person`() throws {
    let persons = try workspace.database.read {
      try Data.fetchOne($0, sql: "SELECT bytes FROM chunkColumn WHERE variable = '@person'")
    }
    let bytes = [UInt8](try #require(persons))
    #expect(bytes.suffix(16).allSatisfy { $0 == 0 })
    #expect(bytes.prefix(48).contains { $0 != 0 })
    let index = workspace.blindIndex(ofPersonKey: "NL-66345")
    for (name, bytes) in try files() { #expect(bytes.range(of: Data(index.bytes)) == nil, "\(name)") }
  }

  @Test(arguments: [Lane.pseudonymous, .countOnly])
  func `details outside the identified lane are refused with the whole delivery`(lane: Lane) throws {
    let before = try workspace.contents()
    #expect(throws: StoreError.misplacedIdentity(row: 3)) {
      try workspace.receive(
        [
          TinyRow(person: "p1", lane: .identified, names: ["surname": "Kadebroek"]),
          TinyRow(person: "p2", lane: lane, names: ["surname": "Kadebroek"]),
        ], checksum: "b")
    }
    #expect(try workspace.contents() == before)
  }

  @Test func `details of a row without a person are refused`() throws {
    #expect(throws: StoreError.misplacedIdentity(row: 2)) {
      try workspace.receive([TinyRow(person: "", lane: .identified, names: ["surname": "Kadebroek"])], checksum: "b")
    }
  }

  @Test func `an erased person's key is gone from every file and the details can never be opened again`() throws {
    let index = workspace.blindIndex(ofPersonKey: "NL-77012")
    let (wrapped, sealed) = try workspace.vault.read { vault in
      (
        try Data.fetchOne(
          vault, sql: "SELECT wrappedKey FROM person WHERE blindIndex = ?", arguments: [Data(index.bytes)]),
        try Data.fetchAll(
          vault,
          sql: "SELECT sealed FROM identity JOIN person ON person.id = personId WHERE blindIndex = ?",
          arguments: [Data(index.bytes)])
      )
    }
    let key = try #require(wrapped)
    #expect(try files().contains { $0.bytes.range(of: key) != nil }, "the test looks for the wrong bytes")
    try workspace.erasePerson(index, occasion: reading)

    for (name, bytes) in try files() { #expect(bytes.range(of: key) == nil, "the key is still in \(name)") }
    #expect(sealed.count == 2)
    #expect(throws: StoreError.erasedPerson) { try workspace.identity(of: index, occasion: reading) }
    #expect(try workspace.auditEntries().map(\.action).contains(.personErased))
    // The others are as they were.
    let other = workspace.blindIndex(ofPersonKey: "NL-88123")
    #expect(try workspace.identity(of: other, occasion: reading).map(\.value) == ["Zonnewijk"])
    // Twice is harmless.
    try workspace.erasePerson(index, occasion: reading)
  }

  @Test func `a person who is reported again after an erasure starts anew`() throws {
    let index = workspace.blindIndex(ofPersonKey: "NL-77012")
    try workspace.erasePerson(index, occasion: reading)
    try workspace.receive(
      [TinyRow(person: "NL-77012", lane: .identified, names: ["surname": "Nieuwland"])], period: "2018")
    #expect(try workspace.identity(of: index, occasion: reading).map(\.value) == ["Nieuwland"])
    try workspace.erasePerson(index, occasion: reading)
    #expect(throws: StoreError.erasedPerson) { try workspace.identity(of: index, occasion: reading) }
  }

  @Test func `a sealed detail that is moved to another person does not open`() throws {
    try workspace.vault.write { vault in
      let sealed = try Data.fetchAll(
        vault, sql: "SELECT sealed FROM identity WHERE field = 'surname' ORDER BY personId")
      #expect(sealed.count == 2)
      for (person, other) in [(1, sealed[1]), (2, sealed[0])] {
        try vault.execute(
          sql: "UPDATE identity SET sealed = ? WHERE field = 'surname' AND personId = ?", arguments: [other, person])
      }
    }
    for key in ["NL-77012", "NL-88123"] {
      #expect(throws: StoreError.self) {
        try workspace.identity(of: workspace.blindIndex(ofPersonKey: key), occasion: reading)
      }
    }
  }
}
