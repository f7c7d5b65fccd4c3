import ArgumentParser
import Foundation
import Model

/// `zicht serve`: shows a built edition on this machine, through the program beside it that holds the web server.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show a built edition in a browser on this machine.")

  @Argument(help: "The monitor folder, or the folder of a built edition (default: the folder you are in).")
  var folder = "."
  @Option(help: "The port to listen on.")
  var port = 8080
  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"
  @Option(
    help: "A further name under which it answers, such as that of a proxy before it; may be given more than once.")
  var knownHost: [String] = []
  @OptionGroup var language: LanguageOption

  func run() throws {
    let given = URL(filePath: folder)
    let inside = given.appending(path: "edition")
    let edition = FileManager.default.fileExists(atPath: inside.appending(path: "index.html").path) ? inside : given
    guard FileManager.default.fileExists(atPath: edition.appending(path: "index.html").path) else {
      throw Failure.data(
        nl: "In \(folder) staat geen gebouwde editie. Bouw haar eerst met: zicht build \(folder)",
        en: "There is no built edition in \(folder). Build it first with: zicht build \(folder)")
    }
    guard let server = Self.server else {
      throw Failure.data(
        nl: "Het programma zicht-serve ontbreekt; het hoort naast zicht te staan. Maak het met: swift build -c release "
          + "--product zicht-serve",
        en: "The program zicht-serve is missing; it belongs beside zicht. Make it with: swift build -c release "
          + "--product zicht-serve")
    }
    let announce = LocalizedText(
      nl: "De editie staat op http://\(host):%PORT%/ ; stop met Ctrl-C.",
      en: "The edition is at http://\(host):%PORT%/ ; stop with Ctrl-C.")
    let refusal = LocalizedText(
      nl: "Op \(host), poort \(port), kan niet worden geluisterd; die is al in gebruik of niet toegestaan. Kies een "
        + "andere met --port.",
      en: "Listening on \(host), port \(port), is not possible; it is in use or not allowed. Choose another with "
        + "--port.")
    let words =
      [
        server.path, edition.path, "--port", String(port), "--host", host, "--announce", announce[language.language],
        "--refusal", refusal[language.language],
      ] + knownHost.flatMap { ["--known-host", $0] }
    var arguments = words.map { strdup($0) } + [nil]
    // The server takes the place of this program, so that Ctrl-C and kill reach it.
    execv(server.path, &arguments)
    throw Failure.data(
      nl: "Het programma \(server.path) start niet. Maak het opnieuw met: swift build -c release --product zicht-serve",
      en: "The program \(server.path) does not start. Make it again with: swift build -c release --product zicht-serve")
  }

  /// `zicht-serve`, in the folder of this program.
  private static var server: URL? {
    let place = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "zicht-serve")
    return place.flatMap { FileManager.default.isExecutableFile(atPath: $0.path) ? $0 : nil }
  }
}
