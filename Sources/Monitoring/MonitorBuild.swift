package import Classification
import Cryptography
package import Disclosure
package import Estimation
package import Foundation
package import Linkage
package import Model
import MonitorFolder
import Narrative
package import Reporting
package import Store
package import Tabulation

/// The whole road of a monitor, from the files in its folder to its edition.
///
/// `edition()` is the passage to read first; what each line does stands below it, in the same order. Whoever asks for
/// only a part of the road, as `zicht explain` does, takes fewer of the same steps.
package struct MonitorBuild {
  package let opened: OpenedMonitor
  package let settings: Settings
  let workspace: Workspace
  /// Where a sentence goes that somebody has to read although the work goes on.
  let remark: (LocalizedText) -> Void
  var clock: StageClock

  /// How many files were taken in; nil before.
  package private(set) var received: Int?
  package private(set) var links: LinkReport?
  /// What recognising persons found; nil where keys say who is who.
  package private(set) var persons: RecognisedPersons?
  package private(set) var classification: ClassificationReport?
  package private(set) var facts: Notifications?
  /// What sources that deliver counts delivered, in the order of sources and periods.
  package private(set) var counts: [ReportedCounts] = []
  private var countDeliveries: [DeliverySummary] = []
  /// How it stands with every delivery that is expected; empty before the notifications are there.
  package private(set) var grid = DeliveryGrid.empty

  package struct Settings {
    /// How many workers count at once; the edition does not depend on it.
    package var workers: Int
    /// The version of the program, named in every edition.
    package var version: String
    /// When, by whom and why, for the audit log.
    package var occasion: Occasion
    /// Where the edition goes.
    package var output: URL

    package init(workers: Int, version: String, occasion: Occasion, output: URL) {
      self.workers = workers
      self.version = version
      self.occasion = occasion
      self.output = output
    }
  }

  package init(
    of opened: OpenedMonitor, in workspace: Workspace, settings: Settings, progress: @escaping ProgressSink,
    remark: @escaping (LocalizedText) -> Void
  ) {
    self.opened = opened
    self.workspace = workspace
    self.settings = settings
    self.remark = remark
    clock = StageClock(progress)
  }

  /// What an outsider can work out of the edition, beside what was released; nil under a policy that hides nothing.
  package private(set) var audit: TablesAudit?
  /// Every figure as it was counted.
  private var counted: [ConfidentialTable] = []

  package var monitor: Monitor { opened.monitor }

  /// How long each stage took so far.
  package var seconds: [String: Double] { clock.seconds }

  /// From the files in the folder to the files of the edition.
  ///
  /// - Throws: What a stage says cannot be done, and `CancellationError` when the task is cancelled; nothing is written
  ///   then, and an edition that stood there still does.
  /// - Parameter writing: Whether the edition is written too.
  package mutating func edition(
    writing: Bool = true
  ) async throws -> (edition: Edition, publication: Publication) {
    // The road, as the readme shows it.
    try receiveNew()  // the only read
    let cases = try classified(linked(notifications()))
    let tables = try await tabulated(cases)  // confidential
    let estimates = try await estimated(cases, beside: tables)  // confidential too
    let publication = try judged(publication(of: tables, estimates))  // together: tables can unmask each other
    let edition = try edition(of: publication, telling: texts(over: publication))
    if writing { try write(edition) }  // the only write
    // The end of the road.
    return (edition, publication)
  }
}

extension MonitorBuild {
  /// What came in until now as cases, and the person of each notification.
  package mutating func casesOfPersons() throws -> (cases: Cases, persons: [UInt32]) {
    try receiveNew()
    let facts = try notifications()
    return (try classified(linked(facts)), facts.person)
  }

  private mutating func receiveNew() throws {
    let receiving = Receiving(opened, into: workspace, on: settings.occasion, progress: clock.progress)
    received = try clock.time("receive", LocalizedText(nl: "Ontvangen", en: "Receiving")) {
      try receiving.receiveNew()
    }
    if let sentence = try receiving.retentionRemark() { remark(sentence) }
    for sentence in try PendingDeliveries(unnamedIn: opened, besides: workspace).remarks { remark(sentence) }
  }

  /// The facts of every delivery that counts, at this moment.
  package mutating func notifications() throws -> Notifications {
    let facts = try clock.time("snapshot", LocalizedText(nl: "Momentopname maken", en: "Taking the snapshot")) {
      [workspace, monitor] in try workspace.notifications(for: monitor)
    }
    let persons = try personsLinked(facts)
    let reported = try workspace.reportedDeliveries(for: monitor)
    (counts, countDeliveries) = (reported.map(\.counts), reported.map(\.summary))
    self.facts = persons
    grid = try DeliveryGrid(of: monitor, records: facts.deliveries, counts: counts, in: workspace)
    return persons
  }

  /// The same notifications with the persons that linking makes of them, where the monitor links; see `linkage.yaml`.
  private mutating func personsLinked(_ facts: Notifications) throws -> Notifications {
    guard let choice = monitor.linkage, facts.person.contains(where: { $0 != Notifications.noPerson }) else {
      return facts
    }
    let label = LocalizedText(nl: "Personen herkennen", en: "Recognising persons")
    let isKeyed = opened.isKeyed(facts.deliveries)
    let reviews = try ReviewState(of: opened, facts, in: workspace)
    let (linked, summary) = try clock.time("persons", label, rows: facts.person.count) {
      [opened, workspace, settings, monitor, remark] in
      let details = try workspace.linkingDetails(of: facts, occasion: settings.occasion)
      let encoded = try EncodedDeliveries(opened, beside: workspace, facts, details)
      encoded?.remarks.forEach(remark)
      do {
        return try facts.linked(
          by: choice, details, isKeyed: isKeyed, seed: monitor.seed, reviewed: reviews?.decided ?? [],
          encoded: encoded?.notifications)
      } catch let error as RecordLinkingError {
        throw RecordLinks.told(error)
      }
    }
    persons = summary
    persons?.reviews = reviews?.tally
    if let sentence = reviews?.remark { remark(sentence) }
    if let sentence = EncodedDeliveries.remark(on: summary) { remark(sentence) }
    return linked
  }

  package mutating func linked(_ notifications: Notifications) throws -> Cases {
    let label = LocalizedText(nl: "Meldingen koppelen", en: "Linking notifications")
    let (cases, report) = try clock.time("link", label, rows: notifications.columns.rowCount) { [monitor] in
      try notifications.linked(by: monitor.link)
    }
    links = report
    return cases
  }

  package mutating func classified(_ cases: Cases) throws -> Cases {
    let label = LocalizedText(nl: "Indelen", en: "Classifying")
    let (cases, report) = try clock.time("classify", label, rows: cases.columns.rowCount) { [monitor] in
      try cases.classified(by: monitor.rules, codebook: monitor.codebook)
    }
    classification = report
    return cases
  }

  /// Every figure over cases or counts, in the order of the folder.
  package mutating func tabulated(_ cases: Cases) async throws -> [ConfidentialTable] {
    let start = try clock.begin(LocalizedText(nl: "Tellen", en: "Counting"), rows: cases.columns.rowCount)
    var tables: [ConfidentialTable] = []
    let overCases = monitor.figures.filter { figure in
      switch figure.numbers {
      case .counted, .quoted: true
      case .delivered: false
      }
    }
    var counted = try await unlessCancelled { [settings] in
      try await cases.tabulated(by: overCases, workers: settings.workers)
    }[...]
    var lacking = LackingDeliveries(on: grid, of: monitor)
    var definitions = DefinitionBreaks(of: monitor)
    for figure in monitor.figures {
      switch figure.numbers {
      case .delivered: tables.append(try figure.tabulated(over: counts, in: monitor))
      case .counted, .quoted:
        tables.append(definitions.marked(lacking.marked(counted.removeFirst(), of: figure), of: figure))
      }
    }
    clock.end("tabulate", since: start)
    tables = try await spread(tables, of: monitor.figures, over: cases.columns.rowCount)
    self.counted = tables
    return tables
  }

  /// What the default policy would show of the figures, for whoever weighs hiding nothing.
  package func underDefaultPolicy() throws -> Publication {
    let policy = try Policy(.init(policy: "suppress", reason: monitor.publication.reason))
    return Publication(of: counted, under: policy)
  }

  /// The hidden populations of the folder, and the numbers derived from them.
  private mutating func estimated(_ cases: Cases, beside tables: [ConfidentialTable]) async throws -> Estimates {
    guard let facts else { preconditionFailure("notifications are taken before anything is estimated") }
    let start = ContinuousClock.now
    let drawn = try drawnLists()
    let hidden = try await unlessCancelled { [monitor, settings, progress = clock.progress] in
      var estimates = MonitorEstimates(of: monitor, cases: cases, notifications: facts, workers: settings.workers)
      estimates.drawn = drawn
      return try await estimates.computed(progress: progress)
    }
    if !hidden.isEmpty { clock.end("estimate", since: start) }
    var lacking = LackingDeliveries(on: grid, of: monitor)
    let judged = hidden.map { ($0, gaps: $0.lacking(&lacking).grouped()) }
    let whole = judged.filter(\.gaps.isEmpty).map(\.0)
    let undelivered = judged.filter { !$0.gaps.isEmpty }.map { estimate, gaps in
      estimate.undelivered(for: gaps.map { $0.note(in: monitor) })
    }
    let derived = try DerivedTables(of: monitor, tables: tables, estimates: whole, undelivered: undelivered).derived()
    return Estimates(hidden: whole.map(\.confidential), derived: undelivered + derived)
  }

  /// Estimates as computed, before disclosure control.
  package struct Estimates {
    var hidden: [ConfidentialEstimate] = []
    var derived: [ConfidentialTable] = []

    package init(hidden: [ConfidentialEstimate] = [], derived: [ConfidentialTable] = []) {
      (self.hidden, self.derived) = (hidden, derived)
    }
  }

  /// Tables, estimates and the account of what they rest on, protected together by the policy of the folder.
  package func publication(of tables: [ConfidentialTable], _ estimates: Estimates) throws -> Publication {
    guard let links, let classification else { preconditionFailure("cases are linked and classified first") }
    let findings = try deliveries.flatMap { try workspace.findings(of: $0) }
    let account = ConfidentialAccount(
      deliveries: deliveries, links: links, classification: classification, years: monitor.years,
      findings: FindingTally.tallies(of: findings), grid: grid, persons: persons)
    let ledger = try ReleaseLedger(of: opened.folder)
    try ledger.check()
    return Publication(
      of: tables, estimates: estimates.hidden, derived: estimates.derived, account: account,
      under: try Policy(monitor.publication),
      earlier: EarlierNumbers(ledger, before: monitor.edition, about: monitor.years).fates)
  }

  /// Held against everything that was released, and worked through as an outsider can.
  /// - Throws: `MonitoringError.data` with the places that are not safe, and never a number.
  private mutating func judged(_ publication: Publication) throws -> Publication {
    let ledger = try ReleaseLedger(of: opened.folder)
    guard publication.unprotected.isEmpty else { throw UnsafeEdition.error(publication.unprotected) }
    let revised = publication.revised(
      try EarlierNumbers(ledger, before: monitor.edition, about: monitor.years).revisions(
        in: publication, explainedBy: monitor.revisions))
    if case .suppress(let rule, let stricter, _) = publication.policy {
      try stricter.check(in: publication.dimensions, at: LocalizedText("monitor.yaml, minimums"))
      audit = try UnsafeEdition.check(revised, under: rule, stricter: stricter, beside: ledger, about: monitor.years)
    }
    return revised
  }

  /// The deliveries that the number in a cell lacks.
  package func lacking(
    from figure: Figure, _ shape: TableShape, _ row: TableShape.RowHeader, _ column: TableShape.ColumnHeader
  ) -> [DeliveryGrid.Entry] {
    guard let row = shape.rows.firstIndex(of: row), let column = shape.columns.firstIndex(of: column) else { return [] }
    var lacking = LackingDeliveries(on: grid, of: monitor)
    return lacking.entries(of: figure, shape, row: row, column: column)
  }

  /// Every delivery that the edition rests on, records and counts, in the order of sources and periods.
  package var deliveries: [DeliverySummary] {
    monitor.sources.flatMap { source in
      ((facts?.deliveries ?? []) + countDeliveries).filter { $0.source == source.name }
    }
  }

  /// The texts with their numbers; says everything that is wrong with them and stops before anything is written.
  private mutating func texts(over publication: Publication) throws -> [EvaluatedText] {
    try remarkOnSetAside()
    for sentence in grid.remarks(in: monitor) { remark(sentence) }
    let reading = try clock.time("text", LocalizedText(nl: "Teksten lezen", en: "Reading the texts")) { [monitor] in
      TextReading(
        monitor.texts, over: publication, period: monitor.years, verdicts: monitor.verdicts,
        constants: monitor.constants, sources: monitor.sourceFigures)
    }
    let findings = reading.findings.filter { monitor.isRead($0.place.file) }
    guard reading.isUsable else { throw MonitoringError.findings(findings.isEmpty ? reading.findings : findings) }
    for finding in findings { remark(finding.sentence) }
    return reading.texts.filter { monitor.languages.contains($0.language) }
  }

  /// Of a delivery at most so many findings are told at every build.
  private static let toldFindings = 20

  /// Says which numbers of the partners were not taken in, at every build: a cell that says `niet geleverd` because of
  /// a slip in a file must not look like a partner that kept silent.
  private func remarkOnSetAside() throws {
    for delivery in deliveries where monitor.source(named: delivery.source)?.deliversCounts == true {
      let findings = try workspace.findings(of: delivery).filter { $0.severity <= .error }
      for finding in findings.prefix(Self.toldFindings) { remark(finding.sentence) }
      guard findings.count > Self.toldFindings else { continue }
      let more = Quantity(findings.count - Self.toldFindings)
      remark(
        LocalizedText(
          nl: "\(delivery.fileName): en nog \(more.formatted(in: .nl)) bevindingen; zicht check-delivery laat ze alle "
            + "zien.",
          en: "\(delivery.fileName): and \(more.formatted(in: .en)) more findings; zicht check-delivery shows them all."
        ))
    }
  }

  private mutating func edition(of publication: Publication, telling texts: [EvaluatedText]) throws -> Edition {
    // What the edition hides, it does not tell elsewhere.
    let departures = try DepartureLine.read(from: opened.folder).filter { !$0.isHidden(in: publication) }
    try checkStatements(departures, against: publication)
    var imprint = Imprint(
      monitor: monitor, version: settings.version, departures: departures.map(\.departure))
    imprint.checks = Dictionary(FindingRule.all.map { ($0.id, $0.explanation) }) { first, _ in first }
    return try clock.time("report", LocalizedText(nl: "Editie schrijven", en: "Writing the edition")) {
      try Edition(of: publication, texts: texts, imprint: imprint) { SHA256.digest(of: $0).hex }
    }
  }

  private mutating func write(_ edition: Edition) throws {
    try Task.checkCancellation()
    let start = ContinuousClock.now
    try edition.write(to: settings.output.path)
    clock.end("report", since: start)
  }
}

extension Finding {
  /// The whole finding as it is told, in both languages.
  var sentence: LocalizedText { LocalizedText(nl: sentence(in: .nl), en: sentence(in: .en)) }
}
