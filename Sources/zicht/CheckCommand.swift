import ArgumentParser
import Foundation
import Deliveries
import MonitorFolder
import Sheets
import Model
import Narrative

/// `zicht check`: says everything that is wrong with a monitor folder and changes nothing.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a monitor folder as a whole; only complains.")

  @Argument(help: "The monitor folder.")
  var folder: String
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var options: LanguageOption

  func run() throws {
    let language = options.language
    let (monitor, folderFindings) = FolderReading.load(path: folder)
    let findings = folderFindings + (monitor.map(Self.findingsInTexts) ?? [])
    let isGood = monitor != nil && !findings.contains { $0.severity <= .error }
    if json {
      try Shell.sayJSON(FindingsAnswer(findings, language: language, isGood: isGood))
    } else {
      for finding in findings { Shell.say(finding.sentence(in: language)) }
      if isGood, let monitor { Shell.say(summary(of: monitor, in: language)) }
    }
    if !isGood { throw Failure.findingsShown }
  }

  /// What can be said of the texts without counting: their form, their numbers and their words.
  private static func findingsInTexts(of monitor: Monitor) -> [Finding] {
    let figures = monitor.figures.map(\.id) + monitor.estimates.map(\.figure) + monitor.derived.map(\.figure)
    return TextReading.form(
      of: monitor.texts, period: monitor.years, figures: figures, units: monitor.units.map(\.label),
      verdicts: monitor.verdicts)
  }

  private func summary(of monitor: Monitor, in language: Language) -> String {
    let counts = [
      (monitor.sources.count, LocalizedText(nl: "bronnen", en: "sources")),
      (monitor.codebook.variables.count, LocalizedText(nl: "variabelen", en: "variables")),
      (monitor.rules.count, LocalizedText(nl: "regels", en: "rules")),
      (monitor.figures.count, LocalizedText(nl: "figuren", en: "figures")),
    ].map { "\($0) \($1[language])" }.joined(separator: ", ")
    return language == .nl
      ? "\(monitor.name) is in orde: \(counts)." : "\(monitor.name) is in order: \(counts)."
  }
}

/// Findings for a program to read.
struct FindingsAnswer: Encodable {
  struct Entry: Encodable {
    var rule: String
    var severity: String
    var file: String
    var row: Int?
    var column: String?
    var message: String
    var remedy: String
  }

  var isGood: Bool
  var findings: [Entry]

  init(_ findings: [Finding], language: Language, isGood: Bool) {
    self.isGood = isGood
    self.findings = findings.map {
      Entry(
        rule: $0.rule, severity: $0.severity.rawValue, file: $0.place.file, row: $0.place.row,
        column: $0.place.column, message: $0.message[language], remedy: $0.remedy[language])
    }
  }
}
