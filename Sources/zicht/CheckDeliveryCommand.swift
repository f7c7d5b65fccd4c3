import ArgumentParser
import Foundation
import Deliveries
import MonitorFolder
import Sheets
import Model
import Store

/// `zicht check-delivery`: what the server would say of a file, without a network.
struct CheckDeliveryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-delivery", abstract: "Check a delivery file with the rules of the server; changes nothing.")

  @Argument(help: "The file: CSV, XLSX or ODS.")
  var file: String
  @Option(help: "The source, as named in sources.yaml.")
  var source: String
  @Option(name: .customLong("monitor"), help: "The monitor folder.")
  var folder = "."
  @Option(help: "The year the file has to be about.")
  var period: Int?
  @OptionGroup var outputs: FindingOutputs
  @OptionGroup var options: LanguageOption

  func run() throws {
    let opened = try OpenedMonitor(folder, language: options.language)
    let display = ProgressDisplay(language: options.language)
    let reader = DeliveryReader(
      monitor: opened.monitor, source: try opened.source(named: source), period: period, progress: display.sink)
    let report = try reader.validate(contentsOf: file)
    display.finish()
    try outputs.show(report, of: URL(filePath: file), language: options.language)
    if !report.isUsable || report.rowsSetAside > 0 { throw Failure.findingsShown }
  }
}

/// `zicht receive`: takes a delivery into the workspace, all or nothing.
struct ReceiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive", abstract: "Take a delivery into the workspace; rows that cannot be taken are kept aside.")

  @Argument(help: "The file: CSV, XLSX or ODS.")
  var file: String
  @Option(help: "The source, as named in sources.yaml.")
  var source: String
  @Option(name: .customLong("monitor"), help: "The monitor folder.")
  var folder = "."
  @Option(help: "The year the file has to be about.")
  var period: Int?
  @Flag(help: "Show the totals beside those of the period before, and keep nothing.")
  var dryRun = false
  @OptionGroup var outputs: FindingOutputs
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var options: LanguageOption

  func run() throws {
    let language = options.language
    let opened = try OpenedMonitor(folder, language: language)
    let chosen = try opened.source(named: source)
    let display = ProgressDisplay(language: language)
    let place = URL(filePath: file)
    if dryRun {
      return try tryOut(opened, chosen, place, display)
    }
    let store = try workspace.open(for: opened.folder)
    let receipt = try Receiving(opened, store, display: display).receive(place, from: chosen, period: period)
    display.finish()
    try outputs.show(receipt.report, of: place, language: language, outcome: receipt.outcome)
    if receipt.outcome == nil { throw Failure.findingsShown }
  }

  /// Checks the file, shows its totals beside those of the period before, and keeps nothing.
  private func tryOut(_ opened: OpenedMonitor, _ source: Source, _ place: URL, _ display: ProgressDisplay) throws {
    let language = options.language
    let store = try workspace.openForReading(for: opened.folder)
    if source.deliversCounts {
      let checked = try CheckedCounts(
        place, from: source, period: period, in: opened.monitor, store: store, progress: display.sink)
      display.finish()
      try outputs.show(checked.report, of: place, language: language)
      guard let counts = checked.report.reported else { throw Failure.findingsShown }
      return Shell.say(CountsComparison(counts, before: checked.previous, of: source).text(in: language))
    }
    let reader = DeliveryReader(monitor: opened.monitor, source: source, period: period, progress: display.sink)
    let report = try reader.validate(contentsOf: file)
    display.finish()
    try outputs.show(report, of: place, language: language)
    guard report.isUsable else { throw Failure.findingsShown }
    Shell.say(try TotalsComparison(report, before: store, opened: opened).text(in: language))
  }
}
