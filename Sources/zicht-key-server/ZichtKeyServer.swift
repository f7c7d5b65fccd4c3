import ArgumentParser
import Cryptography
import Foundation
import Logging
import Web

/// The key server for linkage without names. `zicht key-server` finds it and calls it.
///
/// A program of its own, because it belongs in other hands than partners, linkage unit and registry, on a machine that
/// holds one key and nothing else.
@main
struct ZichtKeyServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zicht-key-server", abstract: "Answer partners who encode, without seeing what they ask.",
    discussion: "See docs/without-names.md for the roles, and how to make its key with zicht linkage-key.",
    subcommands: [Serve.self, Partner.self])

  /// `serve`: listens until it is asked to stop.
  struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Listen for questions until asked to stop.")

    @Option(help: "The file of the server's own linkage key, which no partner holds.")
    var key: String
    @Option(help: "The file of partners.")
    var partners: String
    @Option(help: "The file in which it keeps how much each partner asked on each day.")
    var ledger: String
    @Option(help: "The port to listen on; 0 for a free one.")
    var port = 8090
    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"
    @Option(help: "A further name under which it answers, such as that of a proxy before it.")
    var knownHost: [String] = []

    func run() async throws {
      let key: ObliviousKey
      do { key = try LinkageKey(contentsOf: self.key).obliviousKey(.verifiable) } catch {
        throw refusal("\(error.dutch)\n\(error.english)")
      }
      guard let text = try? String(contentsOfFile: partners, encoding: .utf8), let list = PartnerList(text: text) else {
        throw refusal("The file of partners cannot be used. Add partners with: zicht key-server partner")
      }
      guard let ledger = try? QuestionLedger(URL(filePath: self.ledger)) else {
        throw refusal("The ledger cannot be read. Put it back from a backup.")
      }
      let desk = QuestionDesk(key: key, partners: list, ledger: ledger) {
        String(Date.now.ISO8601Format().prefix(10))
      }
      var logger = Logger(label: "zicht-key-server")
      logger.logLevel = .critical
      say("Public key: \(hexadecimal(key.publicKey))")
      do {
        try await serveKeys(
          host: host, port: port, knownHosts: knownHost, logger: logger,
          desk: { await desk.answer($0, $1) }, onRunning: { say("Listening on http://\(host):\($0)") })
      } catch { throw refusal("The port is in use or not allowed. Choose another with --port.") }
    }
  }

  /// `partner`: adds a partner and prints the word that it gets, once.
  struct Partner: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a partner to the file, and print the access word it gets; it is shown once.")

    @Argument(help: "The name of the partner: lower-case letters, digits and hyphens.")
    var name: String
    @Option(help: "How many values it may ask a day: some twelve for each record.")
    var daily: Int
    @Option(help: "The file of partners; made when it is not there.")
    var partners: String

    func run() throws {
      let isWord = name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
      let text = (try? String(contentsOfFile: partners, encoding: .utf8)) ?? ""
      guard isWord, !name.isEmpty, daily >= 0, let list = PartnerList(text: text),
        !list.partners.contains(where: { $0.name == name })
      else { throw refusal("The name is taken or is no name, or the file of partners cannot be used.") }
      let made = PartnerList.newPartner(name, daily: daily)
      let lines = (list.partners + [made.partner]).map { $0.line + "\n" }.joined()
      do { try Data(lines.utf8).write(to: URL(filePath: partners), options: .atomic) } catch {
        throw refusal("The file of partners cannot be written.")
      }
      say(made.word)
    }
  }
}

@Sendable private func say(_ line: String) {
  try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
}

private func refusal(_ sentence: String) -> ExitCode {
  try? FileHandle.standardError.write(contentsOf: Data((sentence + "\n").utf8))
  return ExitCode(65)
}
