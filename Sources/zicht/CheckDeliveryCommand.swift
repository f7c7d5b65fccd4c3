import ArgumentParser
import Deliveries
import Foundation
import Model
import Monitoring
import Store

/// `zicht check-delivery`: what the server would say of a file, without a network.
struct CheckDeliveryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-delivery", abstract: "Check a delivery file with the rules of the server; changes nothing.",
    discussion: "Says what receive would say of the file. The exit code is 65 when the file is refused, and also when "
      + "rows would be kept aside.")

  @Argument(help: "The file: CSV, XLSX or ODS.")
  var file: String
  @Option(help: "The source, as named in sources.yaml.")
  var source: String
  @Option(name: .customLong("monitor"), help: "The monitor folder.")
  var folder = "."
  @Option(help: "The year the file has to be about (default: the year that the file says).")
  var period: Int?
  @OptionGroup var size: SizeOption
  @OptionGroup var outputs: FindingOutputs
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var options: LanguageOption

  func run() throws {
    let opened = try OpenedMonitor(folder, language: options.language)
    let chosen = try opened.source(named: source)
    let store = try workspace.openForReading(for: opened.folder)
    let display = ProgressDisplay(language: options.language)
    let place = URL(filePath: file)
    let report = try DeliveryReading(
      place, from: chosen, period: period, size: size.question, in: opened, beside: store, progress: display.sink
    ).report()
    display.finish()
    try outputs.show(report, of: place, language: options.language)
    guard report.isComplete else { throw Failure.findingsShown }
  }
}

/// `zicht receive`: takes a delivery into the workspace, all or nothing.
struct ReceiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive", abstract: "Take a delivery into the workspace; rows that cannot be taken are kept aside.",
    discussion:
      "Keeps a copy in deliveries/ and adds a line to deliveries/log.jsonl, from which any machine builds the "
      + "same edition. The exit code is that of check-delivery: 65 when the file is refused, and also when rows were "
      + "kept aside. --all receives every file in deliveries/ that the log does not name, as their names say: "
      + "SOURCE-YEAR.csv.")

  @Argument(help: "The file: CSV, XLSX or ODS.")
  var file: String?
  @Option(help: "The source, as named in sources.yaml.")
  var source: String?
  @Flag(help: "Receive all files in deliveries/ that were not received yet.")
  var all = false
  @Option(name: .customLong("monitor"), help: "The monitor folder.")
  var folder = "."
  @Option(help: "The year the file has to be about (default: the year that the file says).")
  var period: Int?
  @Flag(help: "Show the totals beside those of the period before, and keep nothing.")
  var dryRun = false
  @OptionGroup var size: SizeOption
  @OptionGroup var outputs: FindingOutputs
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var options: LanguageOption

  func validate() throws {
    guard all != (file != nil) else {
      throw wrongUse(
        nl: "Noem het bestand dat is geleverd, of --all voor die in deliveries/.",
        en: "Name the file that was delivered, or --all for those in deliveries/.")
    }
    guard all == (source == nil) else {
      throw wrongUse(
        nl: "--source hoort bij één bestand, en niet bij --all.", en: "--source belongs to one file, and not to --all.")
    }
    guard !all || (!dryRun && period == nil) else {
      throw wrongUse(
        nl: "--dry-run en --period horen bij één bestand, en niet bij --all.",
        en: "--dry-run and --period belong to one file, and not to --all.")
    }
  }

  func run() throws {
    let opened = try OpenedMonitor(folder, language: options.language)
    let display = ProgressDisplay(language: options.language)
    guard let file, let source else { return try takeAll(of: opened, display) }
    let chosen = try opened.source(named: source)
    let place = URL(filePath: file)
    let report =
      dryRun ? try tryOut(place, from: chosen, in: opened, display) : try take(place, from: chosen, in: opened, display)
    guard report.isComplete else { throw Failure.findingsShown }
  }

  private func takeAll(of opened: OpenedMonitor, _ display: ProgressDisplay) throws {
    defer { display.finish() }
    var areComplete = true
    let store = try workspace.open(for: opened.folder)
    let receiving = Receiving(opened, store, because: size.reason, display: display)
    let count = try receiving.receiveAll(size: size.question) {
      display.finish()
      try outputs.show($1.report, of: $0, language: options.language, outcome: $1.outcome)
      areComplete = areComplete && $1.report.isComplete
    }
    display.finish()
    if count == 0 {
      Shell.say(
        LocalizedText(
          nl: "Alle bestanden in deliveries/ waren al ontvangen.",
          en: "All files in deliveries/ had been received already.")[options.language])
    }
    guard areComplete else { throw Failure.findingsShown }
  }

  private func take(
    _ place: URL, from source: Source, in opened: OpenedMonitor, _ display: ProgressDisplay
  ) throws -> DeliveryReport {
    let store = try workspace.open(for: opened.folder)
    let receipt = try Receiving(opened, store, because: size.reason, display: display)
      .receive(place, from: source, period: period, size: size.question)
    display.finish()
    try outputs.show(receipt.report, of: place, language: options.language, outcome: receipt.outcome)
    return receipt.report
  }

  /// Checks the file, shows its totals beside those of the period before, and keeps nothing.
  private func tryOut(
    _ place: URL, from source: Source, in opened: OpenedMonitor, _ display: ProgressDisplay
  ) throws -> DeliveryReport {
    let store = try workspace.openForReading(for: opened.folder)
    let report = try DeliveryReading(
      place, from: source, period: period, size: size.question, in: opened, beside: store, progress: display.sink
    ).report()
    display.finish()
    try outputs.show(report, of: place, language: options.language)
    guard report.isUsable else { return report }
    let comparison = try report.comparison(of: source, beside: store, in: opened)
    Shell.say(comparison[options.language])
    return report
  }
}
