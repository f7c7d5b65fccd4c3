import ArgumentParser
import Foundation
import Logging
import Web

/// Serves a folder with a built edition until it is asked to stop. `zicht serve` finds the folder and calls this.
///
/// A program of its own, because a web server takes longer to build than everything else together, and nobody needs it
/// to make an edition. What it says, in the language of the user, comes from its caller.
@main
struct ZichtServe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zicht-serve", abstract: "Serve the folder of a built edition; called by zicht serve.")

  @Argument(help: "The folder of a built edition.")
  var folder: String
  @Option(help: "The port to listen on; 0 for a free one.")
  var port = 8080
  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"
  @Option(
    help: "A further name under which it answers, such as that of a proxy before it; may be given more than once.")
  var knownHost: [String] = []
  @Option(help: "What to say when it listens; %PORT% stands for the port.")
  var announce = "%PORT%"
  @Option(help: "What to say when it cannot listen.")
  var refusal = "The port is in use or not allowed."

  func run() async throws {
    var logger = Logger(label: "zicht-serve")
    logger.logLevel = .critical
    let announce = announce
    do {
      try await serve(folder: folder, host: host, port: port, knownHosts: knownHost, logger: logger) { port in
        let line = announce.replacingOccurrences(of: "%PORT%", with: String(port)) + "\n"
        try? FileHandle.standardOutput.write(contentsOf: Data(line.utf8))
      }
    } catch {
      try? FileHandle.standardError.write(contentsOf: Data((refusal + "\n").utf8))
      throw ExitCode(65)
    }
  }
}
