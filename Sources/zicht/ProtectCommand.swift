import ArgumentParser
import Foundation
import Monitoring

/// `zicht protect`: hides what is sensitive, and what would give it away.
struct ProtectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "protect", abstract: "Hide or round sensitive counts in tables, and what would give them away.",
    discussion:
      "TABLES are CSV files, or folders of them, protected together: tidy tables or inner cells with a column freq, which "
      + "get all their margins. Hidden cells have no value and status suppressed; under method round or small-counts no cell is "
      + "hidden, each has status rounded and its base in the column rounding; under cell-key each has status perturbed and "
      + "the largest change. The exit code is 65 when the policy cannot "
      + "be met; the cells that stop it are named and nothing is written.")

  @Argument(help: "CSV files with the tables, or folders of them.")
  var tables: [String]
  @Option(help: "Where the protected tables go: a new or empty folder.")
  var output: String
  @OptionGroup var rules: ProtectionOptions
  @Option(
    help: "A file with a secret, for method cell-key; zicht key new makes one. The same secret, the same changes.")
  var key: String?
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var options: LanguageOption

  func run() throws {
    let policy = try rules.chosen()
    if policy.hides {
      try finish(TablesProtection(tables, history: rules.history, policy: policy, language: options.language))
    } else {
      let secret = try key.map { try KeyCare.cellKey(in: URL(filePath: $0)) }
      try finish(
        ChangedTables(tables, history: rules.history, policy: policy, key: secret, language: options.language))
    }
  }

  private func finish(_ result: some ProtectedTables) throws {
    if result.isMet { try result.write(to: output) }
    if json {
      try Shell.sayJSON(result)
    } else {
      for line in result.lines(in: options.language) { Shell.say(line) }
    }
    if !result.isMet { throw Failure.findingsShown }
  }
}
