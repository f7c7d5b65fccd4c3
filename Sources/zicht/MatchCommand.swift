import ArgumentParser
import Model
import Monitoring

/// `zicht match`: which encodings may be of one person, at the linkage unit.
struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match", abstract: "Find which encodings may be of one person, at the linkage unit.",
    discussion:
      "FILES are encodings that zicht encode wrote with one key, one file for each source. --output gets pairs of their "
      + "entries, with the chance that both are of one person and in what they agree, for the registry: zicht persons. "
      + "How often fields agree is learnt from the pairs. See docs/without-names.md.")

  @Argument(help: "The files of encodings.")
  var files: [String]
  @Option(help: "Where the pairs go: a CSV file.")
  var output: String
  @Option(help: "The least chance of a pair that is written.")
  var floor = 0.01
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var options: LanguageOption

  func validate() throws {
    guard floor >= 0, floor < 1 else {
      throw wrongUse(
        nl: "--floor vraagt een kans van 0 tot 1, zoals 0.01.", en: "--floor takes a chance from 0 to 1, such as 0.01.")
    }
  }

  func run() throws {
    let answer = try EncodedMatch(files, floor: floor).write(to: output)
    if json { return try Shell.sayJSON(answer) }
    Shell.say(answer.sentence[options.language])
  }
}
