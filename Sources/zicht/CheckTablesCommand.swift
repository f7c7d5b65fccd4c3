import ArgumentParser
import Monitoring

/// `zicht check-tables`: what contradicts in tables that someone else published.
struct CheckTablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-tables", abstract: "Find what contradicts in tables that someone else published.",
    discussion:
      "TABLES is one file, or a folder with the tables of one report: CSV and other text with delimiters, XLSX, ODS and "
      + "HTML, as published or in the tidy long form of the open data. Texts in the folder (Markdown, HTML, .txt) are held against the tables. tables.yaml in the folder may correct how they are "
      + "read, and the description of a CSV (CSVW) beside it is used. Of a folder that holds only folders, each with tables is a report of its own. figures.csv (titles and n) and claims.csv (statements with formulas) are read from the folder above when "
      + "they are there; claims may refer to the other reports beside it. Contradictions are the answer, not a failure: "
      + "the exit code is 0.")

  @Argument(help: "A file with a table, or the folder with the tables of one report.")
  var tables: String
  @Option(help: "Claims with formulas (default: claims.csv in the folder above).")
  var claims: String?
  @Option(
    help:
      "A text about the tables, beside those in the folder: Markdown, HTML or plain text; may be given several times.")
  var text: [String] = []
  @Option(
    help:
      "Another report that may print the same quantities: a file or folder with its tables; may be given several times."
  )
  var beside: [String] = []
  @Flag(help: "Only show what was read and understood: dimensions, totals, units and grain.")
  var understood = false
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var options: LanguageOption

  func run() throws {
    let found = try ReportFolders(in: tables, claims: claims, texts: text, beside: beside).contradictions(
      in: options.language)
    if understood { return json ? try Shell.sayJSON(found.understood) : found.understood.forEach { Shell.say($0) } }
    if json { return try Shell.sayJSON(found.contradictions) }
    for line in found.lines { Shell.say(line) }
  }
}
