import ArgumentParser
import Model
import Monitoring

/// `zicht link`: which records are of one person.
struct LinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Find which records are of one person.",
    discussion:
      "FILES are CSV, XLSX or ODS with a row for each record. Columns are known by their headers, in Dutch or "
      + "English, or named in --config; others are not read. --output gets a row for each record: its number, its "
      + "person "
      + "and how sure it is there. Nothing needs to be reviewed first: how often fields agree among records of one "
      + "person "
      + "is learnt from the records themselves.")

  @Argument(help: "The files with records.")
  var files: [String]
  @Option(help: "A file that says what columns are and how to link.")
  var config: String?
  @Option(help: "Where the persons go: a CSV file.")
  var output: String
  @Option(help: "Also write the likely pairs to this CSV file, with what agreed.")
  var pairs: String?
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Also write this many pairs that are worth looking at to a CSV file, with a column for the answer: same, "
        + "different "
        + "or cannot-say.", valueName: "count file"))
  var suggest: [String] = []
  @Option(help: "Such a file with answers: the chances are set right by it.")
  var reviewed: String?
  @Option(help: "The pairs of a linkage unit about rows that files have the number of; see docs/without-names.md.")
  var encodedPairs: String?
  @Option(parsing: .upToNextOption, help: "With --encoded-pairs: the ties of every partner that encoded.")
  var ties: [String] = []
  @Option(help: "A former result: persons who were in it keep their numbers.")
  var earlier: String?
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var options: LanguageOption

  func validate() throws {
    guard (encodedPairs == nil) == ties.isEmpty else {
      throw wrongUse(
        nl: "--encoded-pairs en --ties horen bij elkaar: de paren van de koppelaar en de banden van elke partner.",
        en: "--encoded-pairs and --ties go together: the pairs of the linkage unit and the ties of every partner.")
    }
    guard suggest.isEmpty || (suggest.count == 2 && (Int(suggest[0]).map { (1...1_000_000).contains($0) } ?? false))
    else {
      throw wrongUse(
        nl: "--suggest vraagt een aantal en een bestand: --suggest 200 beoordelen.csv.",
        en: "--suggest takes a number and a file: --suggest 200 review.csv.")
    }
  }

  func run() throws {
    let configuration = try config.map { try LinkConfiguration(named: $0) } ?? LinkConfiguration()
    let encoded = try encodedPairs.map { try EncodedLinks($0, ties: ties) }
    let links = try RecordLinks(
      files, configuration: configuration, reviewed: reviewed, encoded: encoded, earlier: earlier)
    try links.write(to: output)
    if let count = suggest.first.flatMap({ Int($0) }), let file = suggest.last {
      try links.writeSuggestions(count, to: file)
    }
    if let pairs { try links.writePairs(to: pairs) }
    let answer = links.answer
    if json { return try Shell.sayJSON(answer) }
    answer.lines(in: options.language).forEach(Shell.say)
  }
}
