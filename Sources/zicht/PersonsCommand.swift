import ArgumentParser
import Model
import Monitoring

/// `zicht persons`: pairs of encodings as persons, at the registry.
struct PersonsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "persons", abstract: "Make persons of pairs of encodings, at the registry.",
    discussion:
      "PAIRS is what zicht match wrote; --ties are the files .banden.csv of all partners. --output gets a row for each "
      + "row of a partner: the file of its ties, its random number, its person and how sure it is there. A row that "
      + "had "
      + "nothing to link by is a person. See docs/without-names.md.")

  @Argument(help: "The pairs, as the linkage unit sent them.")
  var pairs: String
  @Option(parsing: .upToNextOption, help: "The ties of every partner.")
  var ties: [String]
  @Option(help: "Where the persons go: a CSV file.")
  var output: String
  @Option(help: "Rows are put together from this chance on.")
  var threshold = 0.5
  @Option(help: "A former result: persons who were in it keep their numbers.")
  var earlier: String?
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var options: LanguageOption

  func validate() throws {
    guard threshold > 0, threshold < 1 else {
      throw wrongUse(
        nl: "--threshold vraagt een kans tussen 0 en 1, zoals 0.5.",
        en: "--threshold takes a chance between 0 and 1, such as 0.5.")
    }
    guard !ties.isEmpty else {
      throw wrongUse(
        nl: "Noem met --ties de banden van elke partner.", en: "Name the ties of every partner by --ties.")
    }
  }

  func run() throws {
    let registry = try PersonRegistry(pairs, ties: ties, threshold: threshold, earlier: earlier)
    try registry.write(to: output)
    let answer = registry.answer(output: output)
    if json { return try Shell.sayJSON(answer) }
    Shell.say(answer.sentence[options.language])
  }
}
