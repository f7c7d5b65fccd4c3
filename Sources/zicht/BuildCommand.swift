import ArgumentParser
import Cryptography
import Disclosure
import Foundation
import Deliveries
import MonitorFolder
import Sheets
import Model
import Monitoring
import Narrative
import Reporting
import Store

/// `zicht build`: from the deliveries in a monitor folder to its edition.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build the edition of a monitor folder from its deliveries.")

  @Argument(help: "The monitor folder.")
  var folder: String
  @Option(help: "Where the edition goes (default: edition/ in the monitor folder).")
  var output: String?
  @Option(help: "How many workers count at once; the edition does not depend on it.")
  var workers = ProcessInfo.processInfo.activeProcessorCount
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var options: LanguageOption

  func validate() throws {
    guard (1...256).contains(workers) else { throw ValidationError("--workers is a number from 1 to 256.") }
  }

  func run() async throws {
    let language = options.language
    let opened = try OpenedMonitor(folder, language: language)
    let display = ProgressDisplay(language: language)
    defer { display.finish() }
    let store = try workspace.open(for: opened.folder)

    var clock = StageClock(display)
    let received = try clock.time("receive", nl: "Ontvangen", en: "Receiving") {
      try Receiving(opened, store, display: display).receiveNew()
    }
    var assembly = try Assembly(opened.monitor, from: store, showing: display)
    let publication = try await assembly.publication(
      workers: workers, findings: try store.tallies(of: assembly.deliveries), showing: display)
    try warnOfSetAside(in: assembly, store: store, display: display)
    warnOfMissing(in: assembly, display: display)
    let texts = try clock.time("text", nl: "Teksten lezen", en: "Reading the texts") {
      try readTexts(of: opened.monitor, over: publication, display: display)
    }
    let imprint = Imprint(
      monitor: opened.monitor, version: programVersion, departures: try Departure.read(from: opened.folder))
    let target = output.map { URL(filePath: $0) } ?? opened.folder.appending(path: "edition")
    let edition = try clock.time("report", nl: "Editie schrijven", en: "Writing the edition") {
      let edition = try Edition(of: publication, texts: texts, imprint: imprint) { SHA256.digest(of: $0).hex }
      try edition.write(to: target.path)
      return edition
    }
    display.finish()
    let seconds = assembly.seconds.merging(clock.seconds) { $1 }
    try answer(BuildAnswer(edition, at: target, received: received, assembly: assembly, seconds: seconds))
  }

  /// The texts with their numbers; says everything that is wrong with them and stops before anything is written.
  private func readTexts(
    of monitor: Monitor, over publication: Publication, display: ProgressDisplay
  ) throws -> [EvaluatedText] {
    let reading = TextReading(
      monitor.texts, over: publication, period: monitor.years, verdicts: monitor.verdicts)
    if !reading.findings.isEmpty { display.finish() }
    for finding in reading.findings { Shell.complain(finding.sentence(in: options.language)) }
    guard reading.isUsable else { throw Failure.findingsShown }
    return reading.texts
  }

  /// Says which partners have not delivered what figures need; their cells say so too.
  private func warnOfMissing(in assembly: Assembly, display: ProgressDisplay) {
    let delivered = Set(assembly.counts.map(\.source))
    let findings = UndeliveredCounts.findings(in: assembly.monitor, delivered: delivered)
    if !findings.isEmpty { display.finish() }
    for finding in findings { Shell.complain(finding.sentence(in: options.language)) }
  }

  /// Says which numbers of the partners were not taken in, at every build: a cell that says `niet geleverd` because of
  /// a slip in a file must not look like a partner that kept silent.
  private func warnOfSetAside(in assembly: Assembly, store: Workspace, display: ProgressDisplay) throws {
    for delivery in assembly.deliveries
    where assembly.monitor.source(named: delivery.source)?.deliversCounts == true {
      let findings = try store.findings(of: delivery).filter { $0.severity <= .error }
      if !findings.isEmpty { display.finish() }
      for finding in findings.prefix(20) { Shell.complain(finding.sentence(in: options.language)) }
      guard findings.count > 20 else { continue }
      let more = Quantity(findings.count - 20).formatted(in: options.language)
      Shell.complain(
        options.language == .nl
          ? "\(delivery.fileName): en nog \(more) bevindingen; zicht check-delivery laat ze alle zien."
          : "\(delivery.fileName): and \(more) more findings; zicht check-delivery shows them all.")
    }
  }

  private func answer(_ answer: BuildAnswer) throws {
    if json { return try Shell.sayJSON(answer) }
    let count = { Quantity($0).formatted(in: options.language) }
    let isDutch = options.language == .nl
    var parts: [String] = []
    if answer.notifications > 0 {
      let (reports, cases) = (count(answer.notifications), count(answer.cases))
      parts.append(isDutch ? "\(reports) meldingen (\(cases) gevallen)" : "\(reports) notifications (\(cases) cases)")
    }
    if answer.numbers > 0 || parts.isEmpty {
      parts.append(count(answer.numbers) + (isDutch ? " getallen" : " numbers"))
    }
    let (deliveries, figures) = (count(answer.deliveries), count(answer.figures))
    let received = parts.joined(separator: isDutch ? " en " : " and ")
    Shell.say(
      isDutch
        ? "\(received) uit \(deliveries) leveringen, \(figures) figuren. De editie staat in \(answer.edition)."
        : "\(received) from \(deliveries) deliveries, \(figures) figures. The edition is in \(answer.edition).")
  }
}

/// What a build did, for a program to read.
struct BuildAnswer: Encodable {
  var edition: String
  var received: Int
  var deliveries: Int
  var notifications: Int
  var cases: Int
  /// Of count deliveries.
  var numbers: Int
  var figures: Int
  var files: Int
  /// By stage; the only part that differs between two builds.
  var seconds: [String: Double]

  init(_ edition: Edition, at place: URL, received: Int, assembly: Assembly, seconds: [String: Double]) {
    self.edition = place.path
    self.received = received
    deliveries = assembly.deliveries.count
    notifications = assembly.notifications.columns.rowCount
    cases = assembly.cases.columns.rowCount
    numbers = assembly.deliveries.filter { assembly.monitor.source(named: $0.source)?.deliversCounts == true }
      .reduce(0) { $0 + $1.rowsTaken }
    figures = assembly.monitor.figures.count
    files = edition.files.count
    self.seconds = seconds
  }
}

extension Workspace {
  /// How often each rule found something in these deliveries, by rule and severity.
  func tallies(of deliveries: [DeliverySummary]) throws -> [FindingTally] {
    FindingTally.tallies(of: try deliveries.flatMap { try findings(of: $0) })
  }
}
