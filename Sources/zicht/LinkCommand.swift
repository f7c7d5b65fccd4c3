import ArgumentParser
import Model
import Monitoring

/// `zicht link`: which records are of one person.
struct LinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Find which records are of one person.",
    discussion:
      "FILES are CSV, XLSX or ODS with a row for each record. Columns are known by their headers, in Dutch or "
      + "English, or named in --config; others are not read. --output gets a row for each record: its number, its person "
      + "and how sure it is there. Nothing needs to be reviewed first: how often fields agree among records of one person "
      + "is learnt from the records themselves.")

  @Argument(help: "The files with records.")
  var files: [String]
  @Option(help: "A file that says what columns are and how to link.")
  var config: String?
  @Option(help: "Where the persons go: a CSV file.")
  var output: String
  @Option(help: "Also write the likely pairs to this CSV file, with what agreed.")
  var pairs: String?
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var options: LanguageOption

  func run() throws {
    let configuration = try config.map { try LinkConfiguration(named: $0) } ?? LinkConfiguration()
    let links = try RecordLinks(files, configuration: configuration)
    try links.write(to: output)
    if let pairs { try links.writePairs(to: pairs) }
    let answer = links.answer
    if json { return try Shell.sayJSON(answer) }
    answer.lines(in: options.language).forEach(Shell.say)
  }
}
