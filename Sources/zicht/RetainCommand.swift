import ArgumentParser
import Foundation
import Model
import Monitoring
import Store

/// `zicht retain`: what is kept longer than the grounds allow, and erasing it.
struct RetainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retain", abstract: "Say what is past its term for keeping, or erase it.",
    discussion:
      "The terms are those of the grounds in sources.yaml. Without --erase nothing changes, and the command ends with 65 "
      + "when something is past its term. Erasing cannot be undone, so that two people decide it: whoever runs the "
      + "command and whoever --second names. No number changes: the records stay, and nothing leads from the persons to "
      + "them any more.")

  @OptionGroup var folder: FolderArgument
  @Flag(help: "Erase what is past its term.")
  var erase = false
  @Option(help: "With --erase: who else decided it; kept in the audit log.")
  var second: String?
  @Option(help: "With --erase: why; kept in the audit log.")
  var reason: String?
  @Option(help: "Say what will be past its term on this day (2030-01-01); not with --erase.")
  var on: String?
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var options: LanguageOption

  func validate() throws {
    if erase {
      try SecondPerson.check(second)
      guard reason?.isEmpty == false else {
        throw wrongUse(nl: "Wissen doet u met --reason, dat zegt waarom.", en: "Erasing asks for --reason, to say why.")
      }
      guard on == nil else {
        throw wrongUse(nl: "--on kan niet met --erase.", en: "--on cannot go with --erase.")
      }
    }
    if let on, CalendarDay(iso: on) == nil {
      throw wrongUse(
        nl: "--on is een dag als 2030-01-01; '\(on)' is dat niet.",
        en: "--on is a day such as 2030-01-01; '\(on)' is not.")
    }
  }

  func run() throws {
    let opened = try OpenedMonitor(folder.path, language: options.language)
    let report = try erase ? erased(from: opened) : found(in: opened)
    if json { try Shell.sayJSON(report) } else { say(report) }
    if erase, !report.isEmpty, let remark = opened.erasingRemark { Shell.complain(remark[options.language]) }
    if !erase, !report.isEmpty { throw Failure.findingsShown }
  }

  private func found(in opened: OpenedMonitor) throws -> RetentionReport {
    let day = on ?? String(Occasion.now(because: "").moment.prefix(10))
    let terms = RetentionTerms(of: opened.monitor, on: day)
    let store = try workspace.openForReading(for: opened.folder)
    return try RetentionReport(of: opened, in: store, terms, on: day)
  }

  private func erased(from opened: OpenedMonitor) throws -> RetentionReport {
    let display = ProgressDisplay(language: options.language)
    defer { display.finish() }
    return try Receiving(
      opened, try workspace.open(for: opened.folder), because: "\(reason ?? "") (+ \(second ?? ""))", display: display
    ).applyRetention()
  }

  private func say(_ report: RetentionReport) {
    for delivery in report.deliveries {
      let one = RetentionReport(day: report.day, deliveries: [delivery], persons: 0).amounts
      let place = "\(delivery.source) \(delivery.period) v\(delivery.version)"
      Shell.say("\(place): \(one[options.language])")
    }
    Shell.say(sentence(report)[options.language])
  }

  private func sentence(_ report: RetentionReport) -> LocalizedText {
    if report.isEmpty {
      return LocalizedText(
        nl: "Op \(report.day) is niets over zijn bewaartermijn.", en: "On \(report.day) nothing is past its term.")
    }
    let amounts = report.amounts
    guard erase else {
      return LocalizedText(
        nl: "Op \(report.day) over de bewaartermijn: \(amounts.nl). Wis het met --erase.",
        en: "Past the term on \(report.day): \(amounts.en). Erase it with --erase.")
    }
    return LocalizedText(
      nl:
        "Gewist: \(amounts.nl). Daarna is opnieuw gezocht en niets gevonden. Wis ook de bestanden buiten deze map: bij "
        + "de partner, in reservekopieën en in andere werkmappen.",
      en: "Erased: \(amounts.en). After that was searched again and nothing found. Erase the files outside this folder "
        + "too: at the partner, in backups and in other workspaces.")
  }
}
