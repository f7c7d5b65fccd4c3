import ArgumentParser
import Deliveries
import Foundation
import Model
import Monitoring

/// `zicht agreement`: how far two coders agree, and one coding out of two.
struct AgreementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement",
    abstract: "Compare two codings of the same records, variable by variable.",
    discussion: "Records are joined by the column marked as `record` in sources.yaml. --adjudicate writes the "
      + "disagreements to a file in which a third person decides; --adjudicated reads it back and, with --output, writes "
      + "one delivery.")

  @Argument(help: "The delivery of the first coder: CSV, XLSX or ODS.")
  var first: String
  @Argument(help: "The delivery of the second coder.")
  var second: String
  @Option(help: "The source, as named in sources.yaml (default: the only one).")
  var source: String?
  @Option(name: .customLong("monitor"), help: "The monitor folder.")
  var folder = "."
  @Option(help: "Write the disagreements to this CSV file, with a column to decide in.")
  var adjudicate: String?
  @Option(help: "Read the decisions from this CSV file.")
  var adjudicated: String?
  @Option(help: "With --adjudicated: write the final delivery to this CSV file.")
  var output: String?
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var options: LanguageOption

  func validate() throws {
    if (adjudicated == nil) != (output == nil) {
      throw wrongUse(
        nl: "--adjudicated en --output horen bij elkaar.", en: "--adjudicated and --output go together.")
    }
  }

  func run() throws {
    let opened = try OpenedMonitor(folder, language: options.language)
    let chosen = try opened.codedSource(named: source)
    let codings = try [first, second].map { path in
      try usable(CodedDelivery(contentsOf: path, source: chosen, monitor: opened.monitor))
    }
    let coding = try DoubleCoding(codings[0], codings[1], source: chosen, monitor: opened.monitor)
    if let adjudicated, let output {
      let final = try FinalCoding(coding, decisions: adjudicated, source: chosen)
      try final.write(to: URL(filePath: output))
      return json
        ? try Shell.sayJSON(final.answer(named: output)) : Shell.say(final.sentence(named: output)[options.language])
    }
    if let adjudicate { try AdjudicationFile.write(coding, to: URL(filePath: adjudicate)) }
    let answer = AgreementAnswer(coding)
    if json { return try Shell.sayJSON(answer) }
    for line in answer.lines(options.language) { Shell.say(line) }
  }

  /// A file with rows that cannot be read is not compared: the coder mends it first.
  private func usable(_ coding: CodedDelivery) throws -> CodedDelivery {
    let mistakes = coding.report.findings.filter { $0.severity <= .error }
    guard coding.report.isUsable, coding.report.rowsSetAside == 0 else { throw MonitoringError.findings(mistakes) }
    for finding in mistakes { Shell.complain(finding.sentence(in: options.language)) }
    return coding
  }
}
