import ArgumentParser
import Deliveries
import Foundation
import Model
import Monitoring

/// How findings on a delivery are shown: on screen, as CSV, as a copy of the sheet with the cells marked, as JSON.
struct FindingOutputs: ParsableArguments {
  @Option(help: "Also write the findings to this CSV file.")
  var findings: String?
  @Option(help: "Also write a copy of the sheet with the cells marked to this XLSX file.")
  var marked: String?
  @Flag(help: "Answer with JSON.")
  var json = false

  /// Findings of errors are complaints; the summary is the answer.
  func show(_ report: DeliveryReport, of file: URL, as answer: DeliveryAnswer, language: Language) throws {
    try write(report, of: file, language: language)
    if json { return try Shell.sayJSON(answer) }
    complain(of: report, language: language)
    Shell.say(answer.sentence(in: language))
    if let comparison = answer.comparison { Shell.say(comparison.text[language]) }
  }

  /// The files that were asked for beside the answer.
  func write(_ report: DeliveryReport, of file: URL, language: Language) throws {
    if let findings { try FindingsFile.write(report.findings, to: findings, language: language) }
    if let marked, FileManager.default.fileExists(atPath: file.path) {
      try MarkedSheet.write(report, markedIn: file.path, to: marked, language: language)
    }
  }

  private func complain(of report: DeliveryReport, language: Language) {
    for group in report.groups { Shell.complain(group.sentence(in: language)) }
    let total = report.counts.reduce(0) { $0 + $1.count }
    if let findings, total > report.findings.count {
      Shell.complain(
        LocalizedText(
          nl: "Er zijn \(total) bevindingen; in \(findings) staan de eerste \(report.findings.count).",
          en: "There are \(total) findings; \(findings) holds the first \(report.findings.count)."
        )[language])
    }
  }
}
