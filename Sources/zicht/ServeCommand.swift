import ArgumentParser
import Foundation
import Logging
import Model
import Web

/// `zicht serve`: shows a built edition on this machine.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show a built edition in a browser on this machine.")

  @Argument(help: "The monitor folder, or the folder of a built edition.")
  var folder: String
  @Option(help: "The port to listen on.")
  var port = 8080
  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"
  @OptionGroup var language: LanguageOption

  func run() async throws {
    let given = URL(filePath: folder)
    let inside = given.appending(path: "edition")
    let edition = FileManager.default.fileExists(atPath: inside.appending(path: "index.html").path) ? inside : given
    guard FileManager.default.fileExists(atPath: edition.appending(path: "index.html").path) else {
      throw Failure.data(
        nl: "In \(folder) staat geen gebouwde editie. Bouw haar eerst met: zicht build \(folder)",
        en: "There is no built edition in \(folder). Build it first with: zicht build \(folder)")
    }
    var logger = Logger(label: "zicht")
    logger.logLevel = .critical
    let (host, language) = (host, language.language)
    do {
      try await serve(folder: edition.path, host: host, port: port, logger: logger) { port in
        Shell.say(
          language == .nl
            ? "De editie staat op http://\(host):\(port)/ ; stop met Ctrl-C."
            : "The edition is at http://\(host):\(port)/ ; stop with Ctrl-C.")
      }
    } catch {
      throw Failure.data(
        nl: "Op \(host), poort \(port), kan niet worden geluisterd; die is al in gebruik of niet toegestaan. Kies een "
          + "andere met --port.",
        en: "Listening on \(host), port \(port), is not possible; it is in use or not allowed. Choose another with "
          + "--port.")
    }
  }
}
