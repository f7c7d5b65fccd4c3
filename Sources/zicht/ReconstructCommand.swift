import ArgumentParser
import Foundation
import Model
import Monitoring

/// `zicht reconstruct`: makes deliveries whose tables are the published ones.
struct ReconstructCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconstruct",
    abstract: "Make deliveries that reproduce published tables, for demonstration and training.",
    discussion: "Writes one file for each source and year into --output, and departures.csv into the monitor folder: "
      + "the published numbers that contradict others and that the records do not repeat.")

  @Argument(help: "The monitor folder, with reconstruction.yaml.")
  var folder: String
  @Argument(help: "Published tables in the long form (default: published/*.csv in the monitor folder).")
  var figures: [String] = []
  @Option(help: "Where the deliveries go (default: deliveries/ in the monitor folder).")
  var output: String?
  @Option(help: "Chooses among the solutions (default: the seed of the monitor).")
  var seed: UInt64?
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var options: LanguageOption

  func run() throws {
    let language = options.language
    let opened = try OpenedMonitor(folder, language: language)
    let reconstructed = try ReconstructedMonitor(opened)
    for finding in reconstructed.warnings { Shell.complain(finding.sentence(in: language)) }
    let display = ProgressDisplay(language: language)
    let (report, files) = try reconstructed.write(
      from: figures.map { URL(filePath: $0) }, to: output.map { URL(filePath: $0) } ?? opened.deliveriesFolder,
      seed: seed, progress: display.sink)
    display.finish()
    let story = ReconstructionStory(report, files: files, language: language)
    if json { return try Shell.sayJSON(story) }
    for sentence in story.contradictions + story.departures { Shell.say(sentence) }
    Shell.say(story.summary[language])
  }
}
