import ArgumentParser
import Foundation
import Deliveries
import MonitorFolder
import Sheets
import Model
import Store

/// How findings on a delivery are shown: on screen, as CSV, as a copy of the sheet with the cells marked, as JSON.
struct FindingOutputs: ParsableArguments {
  @Option(help: "Also write the findings to this CSV file.")
  var findings: String?
  @Option(help: "Also write a copy of the sheet with the cells marked to this XLSX file.")
  var marked: String?
  @Flag(help: "Answer with JSON.")
  var json = false

  /// Findings of errors are complaints; the summary is the answer.
  func show(_ report: DeliveryReport, of file: URL, language: Language, outcome: ReceiveOutcome? = nil) throws {
    if let findings { try FindingsFile.write(report.findings, to: findings, language: language) }
    if let marked, FileManager.default.fileExists(atPath: file.path) {
      try MarkedSheet.write(report.findings, markedIn: file.path, to: marked, language: language)
    }
    if json { return try Shell.sayJSON(DeliveryAnswer(report, outcome: outcome, language: language)) }
    for finding in report.findings { Shell.complain(finding.sentence(in: language)) }
    let total = report.counts.reduce(0) { $0 + $1.count }
    if total > report.findings.count {
      Shell.complain(
        language == .nl
          ? "Er zijn \(total) bevindingen; de eerste \(report.findings.count) staan hierboven."
          : "There are \(total) findings; the first \(report.findings.count) stand above.")
    }
    Shell.say(DeliveryAnswer(report, outcome: outcome, language: language).sentence(in: language))
  }
}

/// What became of a delivery, for people and programs.
struct DeliveryAnswer: Encodable {
  var source, file: String
  var period: String?
  var isUsable: Bool
  var isReceived: Bool
  var wasReceivedBefore: Bool
  var version: Int?
  var rowsRead, rowsTaken, rowsSetAside, rowsMovedDown: Int
  var rowsByLane: [String: Int]
  private var holdsCounts: Bool
  var findings: FindingsAnswer

  init(_ report: DeliveryReport, outcome: ReceiveOutcome?, language: Language) {
    (source, file, period, isUsable) = (report.source, report.fileName, report.period, report.isUsable)
    (rowsRead, rowsTaken) = (report.rowsRead, report.rowsTaken)
    (rowsSetAside, rowsMovedDown) = (report.rowsSetAside, report.rowsMovedDown)
    rowsByLane = Dictionary(uniqueKeysWithValues: zip(Lane.allCases.map(\.rawValue), report.rowsByLane))
    findings = FindingsAnswer(report.findings, language: language, isGood: report.isClean)
    holdsCounts = report.reported != nil
    isReceived = false
    wasReceivedBefore = false
    switch outcome {
    case .taken(let summary): (isReceived, version) = (true, summary.version)
    case .alreadyReceived(let summary): (wasReceivedBefore, version) = (true, summary.version)
    case nil: break
    }
  }

  func sentence(in language: Language) -> String {
    let count = { Quantity($0).formatted(in: language) }
    guard isUsable else {
      return language == .nl
        ? "\(file) kan zo niet worden ontvangen; er is niets gewijzigd."
        : "\(file) cannot be received like this; nothing has changed."
    }
    if wasReceivedBefore {
      return language == .nl
        ? "\(file) was al ontvangen (versie \(version ?? 1)); er is niets gewijzigd."
        : "\(file) was received before (version \(version ?? 1)); nothing has changed."
    }
    let verb =
      isReceived
      ? LocalizedText(nl: "ontvangen", en: "received") : LocalizedText(nl: "gecontroleerd", en: "checked")
    if holdsCounts {
      return language == .nl
        ? "\(file) is \(verb.nl): \(count(rowsRead)) \(rowsRead == 1 ? "rij" : "rijen") gelezen, "
          + "\(count(rowsTaken)) in orde, \(count(rowsSetAside)) apart gehouden."
        : "\(file) was \(verb.en): \(count(rowsRead)) \(rowsRead == 1 ? "row" : "rows") read, "
          + "\(count(rowsTaken)) in order, \(count(rowsSetAside)) set aside."
    }
    return language == .nl
      ? "\(file) is \(verb.nl): \(count(rowsRead)) \(rowsRead == 1 ? "rij" : "rijen") gelezen, \(count(rowsTaken)) in orde, \(count(rowsSetAside)) "
        + "apart gehouden, \(count(rowsMovedDown)) een spoor omlaag."
      : "\(file) was \(verb.en): \(count(rowsRead)) \(rowsRead == 1 ? "row" : "rows") read, \(count(rowsTaken)) in order, \(count(rowsSetAside)) set "
        + "aside, \(count(rowsMovedDown)) moved down a lane."
  }
}
