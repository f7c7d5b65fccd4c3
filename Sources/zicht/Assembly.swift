import Classification
import Cryptography
import Disclosure
import Estimation
import Linkage
import Model
import Store
import Tabulation

/// The road from the store to tables, one stage after the other, timed.
struct Assembly {
  let monitor: Monitor
  let notifications: Notifications
  /// What sources that deliver counts delivered, in the order of sources and periods.
  let counts: [ReportedCounts]
  let cases: Cases
  let links: LinkReport
  let classification: ClassificationReport
  private let countDeliveries: [DeliverySummary]
  private(set) var seconds: [String: Double] = [:]

  /// Every delivery that the edition rests on, records and counts, in the order of sources and periods.
  var deliveries: [DeliverySummary] {
    monitor.sources.flatMap { source in
      (notifications.deliveries + countDeliveries).filter { $0.source == source.name }
    }
  }

  init(_ monitor: Monitor, from workspace: Workspace, showing display: ProgressDisplay) throws {
    self.monitor = monitor
    var clock = StageClock(display)
    let notifications = try clock.time("snapshot", nl: "Momentopname maken", en: "Taking the snapshot") {
      try workspace.notifications(for: monitor)
    }
    let reported = try workspace.reportedDeliveries(for: monitor)
    (counts, countDeliveries) = (reported.map(\.counts), reported.map(\.summary))
    let rows = notifications.columns.rowCount
    let (linked, links) = try clock.time("link", nl: "Meldingen koppelen", en: "Linking notifications", rows: rows) {
      try notifications.linked(by: monitor.link)
    }
    let (cases, classification) = try clock.time("classify", nl: "Indelen", en: "Classifying", rows: rows) {
      try linked.classified(by: monitor.rules, codebook: monitor.codebook)
    }
    (self.notifications, self.links, self.cases, self.classification) = (notifications, links, cases, classification)
    seconds = clock.seconds
  }

  /// All figures, counted together and protected together.
  /// - Parameter estimating: Without estimates their tables, and those derived from them, are left out.
  mutating func publication(
    workers: Int, findings: [FindingTally] = [], estimating: Bool = true, showing display: ProgressDisplay
  ) async throws -> Publication {
    let policy = try Policy(monitor.publication)
    var clock = StageClock(display)
    let start = ContinuousClock.now
    clock.announce(nl: "Tellen", en: "Counting", rows: cases.columns.rowCount)
    var tables: [ConfidentialTable] = []
    var counted = try await cases.tabulated(by: monitor.figures.filter { !$0.isOverCounts }, workers: workers)[...]
    for figure in monitor.figures {
      if figure.isOverCounts {
        tables.append(try figure.tabulated(over: counts, in: monitor))
      } else if let table = counted.popFirst() {
        tables.append(table)
      }
    }
    seconds["tabulate"] = (ContinuousClock.now - start).inSeconds
    let account = ConfidentialAccount(
      deliveries: deliveries, links: links, classification: classification, years: monitor.years, findings: findings)
    guard estimating else { return Publication(of: tables, account: account, under: policy) }
    let countedAt = ContinuousClock.now
    let hidden = try await MonitorEstimates(
      of: monitor, cases: cases, notifications: notifications, workers: workers
    ).computed(progress: display.sink)
    if !hidden.isEmpty { seconds["estimate"] = (ContinuousClock.now - countedAt).inSeconds }
    let derived = try DerivedTables(of: monitor, tables: tables, estimates: hidden).derived()
    return Publication(
      of: tables, estimates: hidden.map(\.confidential), derived: derived, account: account, under: policy)
  }
}

/// Times stages and shows that they run.
struct StageClock {
  private(set) var seconds: [String: Double] = [:]
  private let display: ProgressDisplay

  init(_ display: ProgressDisplay) { self.display = display }

  mutating func time<Result>(
    _ stage: String, nl: String, en: String, rows: Int = 0, _ work: () throws -> Result
  ) rethrows -> Result {
    announce(nl: nl, en: en, rows: rows)
    let start = ContinuousClock.now
    defer { seconds[stage] = (ContinuousClock.now - start).inSeconds }
    return try work()
  }

  func announce(nl: String, en: String, rows: Int) {
    display.show(
      Progress(
        stage: LocalizedText(nl: nl, en: en), done: rows, total: nil, unit: LocalizedText(nl: "rijen", en: "rows")))
  }
}

extension Duration {
  var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
