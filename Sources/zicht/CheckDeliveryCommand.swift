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
    let answer = DeliveryAnswer(report, outcome: nil, language: options.language)
    try outputs.show(report, of: place, as: answer, language: options.language)
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
      + "SOURCE-YEAR.csv. --encoded-pairs takes what a linkage unit sent about encoded rows, with the ties of the "
      + "partners; see docs/without-names.md.")

  @Argument(help: "The file: CSV, XLSX or ODS.")
  var file: String?
  @Option(help: "The source, as named in sources.yaml.")
  var source: String?
  @Flag(help: "Receive all files in deliveries/ that were not received yet.")
  var all = false
  @Option(help: "The pairs of a linkage unit, in the place of a delivery.")
  var encodedPairs: String?
  @Option(parsing: .upToNextOption, help: "With --encoded-pairs: the ties of every partner that encoded.")
  var ties: [String] = []
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
    guard (encodedPairs == nil) == ties.isEmpty else {
      throw wrongUse(
        nl: "--encoded-pairs en --ties horen bij elkaar: de paren van de koppelaar en de banden van elke partner.",
        en: "--encoded-pairs and --ties go together: the pairs of the linkage unit and the ties of every partner.")
    }
    if encodedPairs != nil {
      guard file == nil, source == nil, !all, !dryRun, period == nil else {
        throw wrongUse(
          nl: "--encoded-pairs staat in de plaats van een levering: noem daarnaast geen bestand, --source, --all, "
            + "--period "
            + "of --dry-run.",
          en: "--encoded-pairs stands in the place of a delivery: name no file, --source, --all, --period or --dry-run "
            + "beside it.")
      }
      return
    }
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
    defer { display.finish() }
    if let encodedPairs { return try take(encodedPairs, in: opened, display) }
    guard let file, let source else { return try takeAll(of: opened, display) }
    let chosen = try opened.source(named: source)
    let place = URL(filePath: file)
    guard dryRun else { return try take(place, from: chosen, in: opened, display) }
    let (report, answer) = try tryOut(place, from: chosen, in: opened, display)
    display.finish()
    try outputs.show(report, of: place, as: answer, language: options.language)
    guard report.isComplete else { throw Failure.findingsShown }
  }

  private func take(_ pairs: String, in opened: OpenedMonitor, _ display: ProgressDisplay) throws {
    let links = try EncodedLinks(pairs, ties: ties)
    let store = try workspace.open(for: opened.folder)
    let receipt = try Receiving(opened, store, because: size.reason, display: display).receive(links)
    display.finish()
    if outputs.json { return try Shell.sayJSON(receipt) }
    Shell.say(receipt.sentence[options.language])
  }

  private func takeAll(of opened: OpenedMonitor, _ display: ProgressDisplay) throws {
    let store = try workspace.open(for: opened.folder)
    let receiving = Receiving(opened, store, because: size.reason, display: display)
    var answers: [DeliveryAnswer] = []
    do {
      try receiving.receiveAll(size: size.question) { file, receipt in
        display.finish()
        let answer = DeliveryAnswer(receipt, language: options.language)
        answers.append(answer)
        if let remark = receipt.remark { Shell.complain(remark[options.language]) }
        if outputs.json { return try outputs.write(receipt.report, of: file, language: options.language) }
        try outputs.show(receipt.report, of: file, as: answer, language: options.language)
      }
    } catch  where outputs.json && !answers.isEmpty {
      // What was received before the work stopped belongs in the one answer.
      let failure = Zicht.answer(to: error)
      try Shell.sayJSON(AllReceived(deliveries: answers, stopped: failure))
      throw Failure(message: LocalizedText(""), exitCode: ExitCode(failure.exitCode))
    }
    display.finish()
    if outputs.json {
      try Shell.sayJSON(AllReceived(deliveries: answers))
    } else if answers.isEmpty {
      Shell.say(
        LocalizedText(
          nl: "Alle bestanden in deliveries/ waren al ontvangen.",
          en: "All files in deliveries/ had been received already.")[options.language])
    }
    guard answers.allSatisfy(\.isComplete) else { throw Failure.findingsShown }
  }

  private func take(
    _ place: URL, from source: Source, in opened: OpenedMonitor, _ display: ProgressDisplay
  ) throws {
    let store = try workspace.open(for: opened.folder)
    let receiving = Receiving(opened, store, because: size.reason, display: display)
    let receipt = try receiving.receive(place, from: source, period: period, size: size.question)
    display.finish()
    let answer = DeliveryAnswer(receipt, language: options.language)
    try outputs.show(receipt.report, of: place, as: answer, language: options.language)
    if let remark = receipt.remark { Shell.complain(remark[options.language]) }
    try receiving.letGo(receipt)
    guard receipt.report.isComplete else { throw Failure.findingsShown }
  }

  /// Checks the file, lays its totals beside those of the period before, and keeps nothing.
  private func tryOut(
    _ place: URL, from source: Source, in opened: OpenedMonitor, _ display: ProgressDisplay
  ) throws -> (DeliveryReport, DeliveryAnswer) {
    let store = try workspace.openForReading(for: opened.folder)
    let trial = try DryRun(
      in: opened, beside: store, at: workspace.place(for: opened.folder), progress: display.sink)
    let outlook = try trial.outlook(of: place, from: source, period: period, size: size.question)
    let comparison =
      outlook.report.isUsable ? try outlook.report.comparison(of: source, beside: trial.store, in: opened) : nil
    return (outlook.report, DeliveryAnswer(outlook, comparison: comparison, language: options.language))
  }
}

/// What `receive --all` came to, for a program to read.
private struct AllReceived: Encodable {
  var deliveries: [DeliveryAnswer]
  /// Why the rest was not received.
  var stopped: FailureAnswer?
}
