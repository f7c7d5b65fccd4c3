import ArgumentParser
import Monitoring

/// `zicht protect`: hides what is sensitive, and what would give it away.
struct ProtectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "protect", abstract: "Hide sensitive counts in tables, and what would give them away.",
    discussion:
      "TABLES are CSV files, or folders of them, protected together: tidy tables or inner cells with a column freq, which "
      + "get all their margins. Hidden cells have no value and status suppressed. The exit code is 65 when the policy cannot "
      + "be met; the cells that stop it are named and nothing is written.")

  @Argument(help: "CSV files with the tables, or folders of them.")
  var tables: [String]
  @Option(help: "Where the protected tables go: a new or empty folder.")
  var output: String
  @OptionGroup var rules: ProtectionOptions
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var options: LanguageOption

  func run() throws {
    let result = try TablesProtection(
      tables, history: rules.history, policy: rules.chosen(), language: options.language)
    if result.isMet { try result.write(to: output) }
    if json {
      try Shell.sayJSON(result)
    } else {
      for line in result.lines(in: options.language) { Shell.say(line) }
    }
    if !result.isMet { throw Failure.findingsShown }
  }
}
