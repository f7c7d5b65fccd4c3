import ArgumentParser
import Foundation
import Logging
import ReviewPages
import Web

/// Serves the pages on which pairs of notifications are reviewed; `zicht review --pages` starts it and answers what it asks.
///
/// A program of its own, because the one with the socket need not have the key: it has what is on a page, for as long as that
/// is shown, and it opens no file.
@main
struct ZichtReview: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zicht-review", abstract: "Serve the pages of a review; called by zicht review --pages.")

  @Option(help: "The port to listen on; 0 for a free one.")
  var port = 0
  @Option(help: "What is the same on every page, as JSON.")
  var sitting: String

  func run() async throws {
    let sitting = try JSONDecoder().decode(ReviewSitting.self, from: Data(sitting.utf8))
    var logger = Logger(label: "zicht-review")
    logger.logLevel = .critical
    let line = QuestionLine()
    let start = ContinuousClock.now
    do {
      try await serveReview(sitting, port: port, logger: logger) {
        (ContinuousClock.now - start) / .seconds(1)
      } ask: {
        await line.answer(to: $0)
      }
    } catch {
      _ = await line.answer(to: .refused)
      throw ExitCode(65)
    }
  }
}
