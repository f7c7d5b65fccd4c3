import Foundation
import Testing

@testable import Cryptography

@Suite struct LinkageKeyTests {
  static let digits = "8f1c3b5e7a90d2466f4b8e1d0c3a597be2d4f60718293a4b5c6d7e8f90a1b2c3"

  static func key(project: String = "proef", epoch: Int = 2026) throws -> LinkageKey {
    try LinkageKey(text: "zicht-linkage-key-1 \(project) \(epoch) \(digits)\n", place: "here")
  }

  @Test func `another project, epoch or use is another key`() throws {
    let keys = [try Self.key(), try Self.key(project: "ander"), try Self.key(epoch: 2027)]
    let derived = keys.flatMap { key in ["name|token", "name|filter"].map { key.key(for: $0) } }
    #expect(Set(derived).count == 6)
    #expect(Set(keys.map(\.fingerprint)).count == 3)
    #expect(keys[0].key(for: "a") == (try Self.key()).key(for: "a"))
  }

  @Test func `keys for uses are HKDF of the secret with project and epoch as salt`() throws {
    let secret = try #require(bytes(ofHexadecimal: Self.digits))
    let expected = HKDF.derive(from: secret, salt: Array("proef 2026".utf8), info: Array("x|y".utf8), count: 32)
    #expect(try Self.key().key(for: "x|y") == expected)
  }

  @Test func `any two parts give the key back, and parts of another epoch do not fit`() throws {
    let key = try Self.key()
    let shares = key.split()
    #expect(shares.map(\.number) == [1, 2, 3])
    for first in shares {
      for second in shares where second.number != first.number {
        let joined = try LinkageKey(first, second)
        #expect((joined.project, joined.epoch) == ("proef", 2026))
        #expect(joined.key(for: "x") == key.key(for: "x"))
      }
      #expect(throws: CryptographyError.sharesDiffer) { try LinkageKey(first, first) }
    }
    let other = try Self.key(epoch: 2027).split()
    #expect(throws: CryptographyError.sharesDiffer) { try LinkageKey(shares[0], other[1]) }
    #expect(throws: CryptographyError.sharesDiffer) { try LinkageKey(shares[0], key.split()[1]) }
  }

  @Test func `a part reads as it was written, and a part of a workspace key is none`() throws {
    let share = try Self.key().split()[1]
    #expect(try LinkageKeyShare(text: " \(share.text)\r\n", place: "here") == share)
    var text = Array(share.text.utf8)
    text[text.count - 20] = text[text.count - 20] == UInt8(ascii: "3") ? UInt8(ascii: "4") : UInt8(ascii: "3")
    let workspace = try KeyShare.split(WorkspaceKey.random())[0].text
    for wrong in [String(decoding: text, as: UTF8.self), workspace, ""] {
      #expect(throws: CryptographyError.shareMalformed(place: "here")) {
        try LinkageKeyShare(text: wrong, place: "here")
      }
    }
  }

  @Test func `a key goes to a private file and comes back`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "a.key").path
    let key = try LinkageKey.random(project: String(repeating: "a", count: 40), epoch: 2026)
    try key.write(to: path)
    let read = try LinkageKey(contentsOf: path)
    #expect(read.fingerprint == key.fingerprint && read.project == key.project)
    #expect(throws: CryptographyError.keyFileExists(path: path)) { try key.write(to: path) }
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    #expect(throws: CryptographyError.keyFileOpenToOthers(path: path, permissions: "644")) {
      try LinkageKey(contentsOf: path)
    }
  }

  @Test func `what is no key is refused, and the secret is in no description`() throws {
    let zeroes = String(repeating: "0", count: 64)
    for text in ["", Self.digits, "zicht-linkage-key-1 proef 2026", "zicht-linkage-key-1 proef x \(Self.digits)"] {
      #expect(throws: CryptographyError.linkageKeyMalformed(place: "here")) {
        try LinkageKey(text: text, place: "here")
      }
    }
    #expect(throws: CryptographyError.keyNotRandom(place: "here")) {
      try LinkageKey(text: "zicht-linkage-key-1 proef 2026 \(zeroes)", place: "here")
    }
    for project in ["", "Proef", "a b", "é", String(repeating: "a", count: 41)] {
      #expect(throws: CryptographyError.projectRefused) { try LinkageKey.random(project: project, epoch: 2026) }
    }
    for epoch in [1899, 3000] {
      #expect(throws: CryptographyError.epochRefused) { try LinkageKey.random(project: "proef", epoch: epoch) }
    }
    var dumped = ""
    dump(try Self.key(), to: &dumped)
    #expect(!dumped.contains(Self.digits) && !dumped.contains("143"))
  }

  @Test func `the next epoch has another secret`() throws {
    let key = try Self.key()
    let next = try key.successor(epoch: 2027)
    #expect(next.project == "proef" && next.epoch == 2027)
    #expect(next.key(for: "x") != (try Self.key(epoch: 2027)).key(for: "x"))
    for epoch in [2026, 2025] {
      #expect(throws: CryptographyError.epochRefused) { try key.successor(epoch: epoch) }
    }
  }
}
