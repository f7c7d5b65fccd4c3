import ArgumentParser
import Foundation
import Model

/// `zicht key-server`: answers partners who encode, through the program beside it that holds the server.
struct KeyServerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key-server", abstract: "Run the key server for linkage without names, or add a partner to it.",
    discussion:
      "serve --key FILE --partners FILE --ledger FILE listens; partner NAME --daily NUMBER --partners FILE adds a "
      + "partner and prints its access word once. It never sees what is asked, and counts how much. See "
      + "docs/without-names.md.")

  @Argument(parsing: .captureForPassthrough, help: "serve or partner, with their options.")
  var words: [String] = []

  func run() throws {
    let place = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "zicht-key-server")
    guard let server = place, FileManager.default.isExecutableFile(atPath: server.path) else {
      throw Failure.data(
        nl: "Het programma zicht-key-server ontbreekt; het hoort naast zicht te staan. Maak het met: swift build -c "
          + "release --product zicht-key-server",
        en: "The program zicht-key-server is missing; it belongs beside zicht. Make it with: swift build -c release "
          + "--product zicht-key-server")
    }
    var arguments = ([server.path] + words).map { strdup($0) } + [nil]
    // The server takes the place of this program, so that Ctrl-C and kill reach it.
    execv(server.path, &arguments)
    throw Failure.data(
      nl: "Het programma \(server.path) start niet. Maak het opnieuw met: swift build -c release --product "
        + "zicht-key-server",
      en: "The program \(server.path) does not start. Make it again with: swift build -c release --product "
        + "zicht-key-server")
  }
}
