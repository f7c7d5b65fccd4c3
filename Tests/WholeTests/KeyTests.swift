import Foundation
import Testing

/// `zicht key`, as somebody uses it who looks after a workspace.
@Suite struct `The key of a workspace` {
  private let folder: TemporaryFolder
  private let monitor: URL
  private let delivery: URL

  init() throws {
    folder = try TemporaryFolder()
    monitor = try `Receiving deliveries`.emptyMonitor(in: folder)
    delivery = try `Receiving deliveries`.delivery(rows: 10, year: 2018, in: folder, name: "politie-2018.csv")
  }

  private func zicht(_ words: [String], _ environment: [String: String] = [:]) throws -> BuiltProgram.Answer {
    try BuiltProgram.run(
      words + ["--language", "en"], environment: ["XDG_CONFIG_HOME": folder.path].merging(environment) { $1 })
  }

  private func received(_ words: [String] = [], _ environment: [String: String] = [:]) throws -> BuiltProgram.Answer {
    try zicht(["receive", delivery.path, "--source", "politie", "--monitor", monitor.path] + words, environment)
  }

  private func counted(_ words: [String] = [], _ environment: [String: String] = [:]) throws -> BuiltProgram.Answer {
    try zicht(["deliveries", monitor.path] + words, environment)
  }

  /// The files of keys, by name.
  private func keys() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder.file("zicht/keys"), includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "key" }
  }

  private static let digits = "8f1c3b5e7a90d2466f4b8e1d0c3a597be2d4f60718293a4b5c6d7e8f90a1b2c3"

  @Test func `lies apart from the data, and no command shows it`() throws {
    #expect(try received().exitCode == 0)
    let file = try #require(try keys().first)
    let secret = try String(contentsOf: file, encoding: .utf8)
    for (name, bytes) in try `National edition`.files(of: monitor) {
      #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(name)")
    }
    let answer = try zicht(["key", "show", monitor.path])
    #expect(answer.output == "Fingerprint: \(file.deletingPathExtension().lastPathComponent)\nFile: \(file.path)\n")
    #expect(try zicht(["key", "show", monitor.path, "--json"]).output.contains("\"isWrapped\" : false"))
  }

  @Test func `is moved, wrapped, split, joined and changed, and the deliveries stay`() throws {
    #expect(try received().exitCode == 0)
    let beside = monitor.appending(path: "workspace/zicht.key")
    try FileManager.default.moveItem(at: try #require(try keys().first), to: beside)
    let advised = try counted()
    #expect(
      advised.complaints
        == "The key of this workspace lies beside the data: whoever has the folder has everything. Put it apart with: "
        + "zicht key move\n")
    let before = advised.output
    #expect(try zicht(["key", "move", monitor.path]).exitCode == 0)
    #expect(!FileManager.default.fileExists(atPath: beside.path))
    let parts = folder.file("parts")
    #expect(try zicht(["key", "split", monitor.path, "--output", parts.path]).exitCode == 0)
    let passphrase = ["ZICHT_KEY_PASSPHRASE": "een lange zin van woorden"]
    #expect(try zicht(["key", "wrap", monitor.path], passphrase).exitCode == 0)
    let closed = try counted()
    #expect(closed.exitCode == 65)
    #expect(closed.complaints.contains("opens with a passphrase"))
    #expect(try counted([], passphrase).output == before)
    let joined = folder.file("joined.key")
    let two = [1, 3].map { parts.appending(path: "zicht-share-\($0).txt").path }
    #expect(try zicht(["key", "join"] + two + ["--output", joined.path]).exitCode == 0)
    #expect(try counted(["--key-file", joined.path]).output == before)
    let changed = try zicht(["key", "rotate", monitor.path], passphrase)
    #expect(changed.exitCode == 0)
    #expect(changed.output.hasSuffix("The new key has no passphrase yet. Give it one with: zicht key wrap\n"))
    #expect(try counted(["--key-file", joined.path]).exitCode == 65)
    #expect(try counted().output == before)
    #expect(try keys().count == 1)
  }

  @Test func `comes from a file, the environment or a command`() throws {
    let file = folder.file("own.key")
    try Data(Self.digits.utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    #expect(try received(["--key-file", file.path]).exitCode == 0)
    let output = try counted(["--key-file", file.path]).output
    #expect(output.contains("politie 2018"))
    #expect(try counted([], ["ZICHT_KEY_FILE": file.path]).output == output)
    #expect(try counted([], ["ZICHT_KEY": Self.digits]).output == output)
    #expect(try counted(["--key-command", "echo \(Self.digits)"]).output == output)
    #expect(try counted([], ["ZICHT_KEY_COMMAND": "cat '\(file.path)'"]).output == output)
    let failed = try counted(["--key-command", "exit 3"])
    #expect(failed.exitCode == 65)
    #expect(
      failed.complaints == "The command that has to give the key ended with code 3. Try it by itself.\n")
    let chatty = try counted(["--key-command", "yes geheim"])
    #expect(chatty.exitCode == 65)
    #expect(!chatty.complaints.contains("geheim"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("zicht/keys").path))
  }

  @Test func `that somebody filled in is refused`() throws {
    let answer = try received([], ["ZICHT_KEY": String(repeating: "0", count: 64)])
    #expect(answer.exitCode == 65)
    #expect(answer.complaints.contains("is not random"))
    #expect(!FileManager.default.fileExists(atPath: monitor.appending(path: "workspace/zicht.sqlite").path))
  }
}
