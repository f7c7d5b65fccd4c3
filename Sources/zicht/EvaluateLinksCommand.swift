import ArgumentParser
import Model
import Monitoring

/// `zicht evaluate-links`: how good links are beside a truth.
struct EvaluateLinksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate-links", abstract: "Measure links against a known truth.",
    discussion: "RESULT is what zicht link wrote. Recall is over all true pairs, also those that were never compared.")

  @Argument(help: "The persons, as zicht link wrote them.")
  var result: String
  @Option(help: "The file with the truth, once for each file that was linked.")
  var truth: [String]
  @Option(help: "The column that says who is who.")
  var column: String
  @Option(help: "Also measure the pairs that zicht link wrote with --pairs.")
  var pairs: String?
  @Option(help: "From which chance on a pair counts as a link.")
  var threshold = 0.5
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var options: LanguageOption

  func validate() throws {
    guard !truth.isEmpty else {
      throw wrongUse(
        nl: "Noem met --truth het bestand met de waarheid.", en: "Name the file with the truth by --truth.")
    }
  }

  func run() throws {
    let answer = try LinkEvaluationAnswer(
      result: result, truth: truth, column: column, pairs: pairs, threshold: threshold)
    if json { return try Shell.sayJSON(answer) }
    answer.lines(in: options.language).forEach(Shell.say)
  }
}
