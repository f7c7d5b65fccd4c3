import ArgumentParser
import Monitoring

/// `zicht audit`: what an outsider can work out of published tables.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Work out, as an intruder would, what hidden cells can be.",
    discussion:
      "TABLES are CSV files, or folders of them: tidy tables (hidden cells have no value and status suppressed) or inner "
      + "cells with a column freq. Every hidden cell is listed with the interval of the values it can have, given all tables "
      + "and everything published before. The exit code is 65 when the policy is not met.")

  @Argument(help: "CSV files with the tables, or folders of them.")
  var tables: [String]
  @OptionGroup var rules: ProtectionOptions
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var options: LanguageOption

  func run() throws {
    let audit = try TablesAudit(
      tables, history: rules.history, policy: rules.chosen(), language: options.language)
    if json {
      try Shell.sayJSON(audit)
    } else {
      for line in audit.lines(in: options.language) { Shell.say(line) }
    }
    if !audit.isMet { throw Failure.findingsShown }
  }
}

/// The policy and the history, for `audit` and `protect`.
struct ProtectionOptions: ParsableArguments {
  @Option(help: "A folder with everything published before: CSV files, or a folder for each edition.")
  var history: String?
  @Option(help: "A file with the policy, or default: persons, minimum 5, zeros published, L2.")
  var policy = "default"
  @Option(help: "Columns from coarse to fine, such as prov>mun,region>country (default: as in the policy).")
  var hierarchy: String?

  func chosen() throws -> ProtectionPolicy {
    var chosen = try ProtectionPolicy(named: policy)
    if let hierarchy { chosen.hierarchies = try ProtectionPolicy.hierarchies(hierarchy, "--hierarchy") }
    return chosen
  }
}
