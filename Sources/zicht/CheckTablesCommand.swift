import ArgumentParser
import Monitoring

/// `zicht check-tables`: what contradicts in tables that someone else published.
struct CheckTablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-tables", abstract: "Find what contradicts in tables that someone else published.",
    discussion:
      "FOLDER holds the tables of one report in the tidy long form. figures.csv (titles and n) and claims.csv "
      + "(statements with formulas) are read from the folder above when they are there; claims may refer to the other "
      + "reports beside it. Contradictions are the answer, not a failure: the exit code is 0.")

  @Argument(help: "The folder with the tables of one report, CSV in the tidy long form.")
  var folder: String
  @Option(help: "Claims with formulas (default: claims.csv in the folder above).")
  var claims: String?
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var options: LanguageOption

  func run() throws {
    let found = try TablesOfOthers(in: folder, claims: claims).contradictions(in: options.language)
    if json { return try Shell.sayJSON(found.contradictions) }
    for line in found.lines { Shell.say(line) }
  }
}
