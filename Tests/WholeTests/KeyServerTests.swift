import Foundation
import Testing

/// `zicht key-server` and a partner who asks it, over a real connection.
@Suite struct `A key server` {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for (name, project) in [("partner.key", "proef"), ("server.key", "dienst"), ("other.key", "dienst")] {
      let words = ["linkage-key", "new", "--project", project, "--epoch", "2026", "--output", folder.file(name).path]
      try #require(try BuiltProgram.run(words).exitCode == 0)
    }
    try Data(`Linkage without names`.delivery.utf8).write(to: folder.file("levering.csv"))
  }

  /// A server that ends with the test, its address and its public key.
  private final class Running {
    let process = Process()
    private(set) var (address, publicKey) = ("", "")

    init(key: String, in folder: TemporaryFolder) throws {
      let output = folder.file("server-\(UUID().uuidString).txt")
      try Data().write(to: output)
      process.executableURL = BuiltProgram.executable
      process.arguments = [
        "key-server", "serve", "--key", folder.file(key).path, "--partners", folder.file("partners.txt").path,
        "--ledger",
        folder.file("ledger.txt").path, "--port", "0",
      ]
      process.standardOutput = try FileHandle(forWritingTo: output)
      try process.run()
      for _ in 0..<200 where address.isEmpty {
        Thread.sleep(forTimeInterval: 0.05)
        let text = try String(contentsOf: output, encoding: .utf8)
        if let found = text.firstMatch(of: /Public key: ([0-9a-f]{64})\nListening on (http:\/\/127\.0\.0\.1:[0-9]+)\n/)
        {
          (publicKey, address) = (String(found.1), String(found.2))
        }
      }
      try #require(!address.isEmpty)
    }

    deinit { process.terminate() }
  }

  private func partner(_ name: String, daily: Int) throws -> String {
    let words = [
      "key-server", "partner", name, "--daily", String(daily), "--partners", folder.file("partners.txt").path,
    ]
    let answer = try BuiltProgram.run(words)
    try #require(answer.exitCode == 0, "\(answer.complaints)")
    return answer.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func encode(_ name: String, at server: Running, publicKey: String? = nil, word: String) throws
    -> BuiltProgram.Answer
  {
    try BuiltProgram.run(
      [
        "encode", folder.file("levering.csv").path, "--key", folder.file("partner.key").path, "--source", "zorg",
        "--output", folder.file(name).path, "--oblivious", server.address, "--server-key",
        publicKey ?? server.publicKey,
        "--language", "en", "--json",
      ], environment: ["ZICHT_KEY_SERVER_TOKEN": word])
  }

  @Test func `answers a partner as often as it may, and not with another key than was agreed`() throws {
    let word = try partner("zorg", daily: 40)
    #expect(!(try String(contentsOf: folder.file("partners.txt"), encoding: .utf8)).contains(word))
    let server = try Running(key: "server.key", in: folder)
    let first = try encode("a.zce", at: server, word: word)
    #expect(first.exitCode == 0, "\(first.complaints)")
    #expect(first.output.contains("\"questions\" : 16"))
    let header = try String(decoding: Data(contentsOf: folder.file("a.zce")).prefix(250), as: UTF8.self)
    #expect(header.contains("\nserver \(server.publicKey)\n"))
    let day = Date.now.ISO8601Format().prefix(10)
    #expect(try String(contentsOf: folder.file("ledger.txt"), encoding: .utf8) == "\(day) zorg 16\n")
    let stranger = try encode("b.zce", at: server, word: "een ander")
    #expect(stranger.exitCode == 65)
    #expect(stranger.complaints == "The key server does not know this access word. Ask its keeper for another.\n")
    let other = try Running(key: "other.key", in: folder)
    let deceived = try encode("b.zce", at: other, publicKey: server.publicKey, word: word)
    #expect(deceived.exitCode == 65)
    #expect(deceived.complaints.hasPrefix("The key server did not use the agreed key."))
    #expect(!FileManager.default.fileExists(atPath: folder.file("b.zce").path))
  }

  @Test func `stops at the number of a day`() throws {
    let word = try partner("zorg", daily: 30)
    let server = try Running(key: "server.key", in: folder)
    #expect(try encode("a.zce", at: server, word: word).exitCode == 0)
    let answer = try encode("b.zce", at: server, word: word)
    #expect(answer.exitCode == 65)
    #expect(answer.complaints.hasPrefix("The number of questions for today is used up."))
  }

  @Test func `that cannot be reached, or has no key that can be, is told`() throws {
    let publicKey = String(repeating: "0", count: 60)
    let words = [
      "encode", folder.file("levering.csv").path, "--key", folder.file("partner.key").path, "--source", "zorg",
      "--output", folder.file("a.zce").path, "--language", "en", "--oblivious", "http://127.0.0.1:1", "--server-key",
    ]
    let word = ["ZICHT_KEY_SERVER_TOKEN": "x"]
    let short = try BuiltProgram.run(words + [publicKey], environment: word)
    #expect(short.complaints.hasPrefix("The public key of the key server consists of 64 hexadecimal digits."))
    let gone = try BuiltProgram.run(words + [publicKey + "0000"], environment: word)
    #expect(gone.complaints == "The key server cannot be reached. Check the address and the connection.\n")
    let open = words.map { $0 == "http://127.0.0.1:1" ? "http://dienst.example" : $0 }
    let unsafe = try BuiltProgram.run(open + [publicKey + "0000"], environment: word)
    #expect(unsafe.complaints.hasPrefix("The address of the key server begins with https://"))
    let bare = try BuiltProgram.run(words + [publicKey + "0000"])
    #expect(bare.complaints.hasPrefix("The access word for the key server is missing."))
  }
}
