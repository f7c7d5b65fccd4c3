import Foundation
import Testing

@testable import Cryptography

@Suite struct WorkspaceKeyTests {
  static let digits = String(repeating: "0123456789abcdef", count: 4)
  let folder: String

  init() throws {
    let place = FileManager.default.temporaryDirectory.appending(path: "key-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    folder = place.path
  }

  private func file(_ text: String, permissions: Int = 0o600) throws -> String {
    let path = folder + "/\(UUID().uuidString).key"
    #expect(FileManager.default.createFile(atPath: path, contents: Data(text.utf8)))
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
    return path
  }

  @Test func `a key is read from its file, in either case and with a line end`() throws {
    let key = try WorkspaceKey(hex: Self.digits, place: "here")
    for text in [Self.digits, Self.digits.uppercased() + "\r\n", "  " + Self.digits + "\n"] {
      #expect(try WorkspaceKey(contentsOf: file(text)).checkValue() == key.checkValue())
    }
  }

  @Test(arguments: [
    "", "abc", String(repeating: "g", count: 64), digits + "0", digits + " " + digits, String(digits.dropLast()),
  ])
  func `anything but 64 hexadecimal digits is no key`(text: String) throws {
    #expect(throws: CryptographyError.keyMalformed(place: "ZICHT_KEY")) {
      try WorkspaceKey(hex: text, place: "ZICHT_KEY")
    }
  }

  @Test(arguments: [0o644, 0o640, 0o604, 0o660])
  func `a key file that others can reach is refused`(permissions: Int) throws {
    let path = try file(Self.digits, permissions: permissions)
    #expect(throws: CryptographyError.keyFileOpenToOthers(path: path, permissions: String(permissions, radix: 8))) {
      try WorkspaceKey(contentsOf: path)
    }
  }

  @Test func `a key file that is missing or a folder is said to be so`() {
    #expect(throws: CryptographyError.keyFileMissing(path: folder + "/none")) {
      try WorkspaceKey(contentsOf: folder + "/none")
    }
    #expect(throws: CryptographyError.keyFileUnreadable(path: folder)) { try WorkspaceKey(contentsOf: folder) }
  }

  @Test func `a new key is written for its owner only, read back, and never overwritten`() throws {
    let path = folder + "/new.key"
    let key = try WorkspaceKey.random()
    try key.write(to: path)
    let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(permissions == 0o600)
    #expect(try WorkspaceKey(contentsOf: path).checkValue() == key.checkValue())
    #expect(throws: CryptographyError.keyFileExists(path: path)) { try WorkspaceKey.random().write(to: path) }
    #expect(throws: CryptographyError.keyFileNotWritten(path: folder + "/no/new.key")) {
      try key.write(to: folder + "/no/new.key")
    }
  }

  @Test func `no way of printing a key shows it`() throws {
    let key = try WorkspaceKey(hex: Self.digits, place: "here")
    var dumped = ""
    dump(key, to: &dumped)
    dump(try key.vaultKey(), to: &dumped)
    for text in [String(describing: key), String(reflecting: key), "\(key)", dumped] {
      #expect(!text.contains("0123456789abcdef") && !text.contains("0x"))
    }
  }

  @Test func `keys for different purposes differ`() throws {
    let key = try WorkspaceKey(hex: Self.digits, place: "here")
    let blind = key.checkValue
    let tag = try key.auditKey().tag(of: Array("workspace".utf8))
    #expect(try Array(tag.prefix(16)) != blind())
    #expect(try key.blindIndexKey().index(of: "workspace").bytes != blind())
  }

  @Test(arguments: [
    CryptographyError.unavailable, .keyFileMissing(path: "/k"), .keyFileUnreadable(path: "/k"),
    .keyFileOpenToOthers(path: "/k", permissions: "644"), .keyMalformed(place: "/k"), .keyFileExists(path: "/k"),
    .keyFileNotWritten(path: "/k"), .cannotOpen,
    .linkageKeyMalformed(place: "/k"), .projectRefused, .epochRefused, .elementRefused, .proofRefused,
  ])
  func `every error is said in both languages and says what to do`(error: CryptographyError) {
    for text in [error.dutch, error.english] {
      #expect(text.hasSuffix("."))
      #expect(text.count { $0 == "." } >= 2)
    }
    #expect(error.dutch != error.english)
  }
}
