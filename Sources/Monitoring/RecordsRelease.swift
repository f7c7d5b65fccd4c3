package import Cryptography
package import Disclosure
package import Foundation
package import Model
package import Reporting
package import Store

/// Makes records for researchers, and writes in the ledger what they cost.
///
/// The noise follows from the key of the workspace and everything that goes in. So the same question about the same data gives the
/// same records, costs nothing again and cannot be averaged; whoever holds the key can draw them again.
package struct RecordsRelease {
  private let opened: OpenedMonitor
  private let workspace: Workspace
  private let occasion: Occasion
  private let second: String

  package init(_ opened: OpenedMonitor, in workspace: Workspace, on occasion: Occasion, second: String) {
    (self.opened, self.workspace, self.occasion, self.second) = (opened, workspace, occasion, second)
  }

  /// The plan of the folder.
  /// - Throws: `MonitoringError.data` where there is none.
  package func plan() throws -> OpenData.Records {
    if let plan = opened.monitor.openData.records { return plan }
    throw MonitoringError.data(
      nl: "In monitor.yaml staat niet welke records open zijn; zet ze onder `open-data: records:`.",
      en: "monitor.yaml does not say which records are open; put them under `open-data: records:`.")
  }

  /// What was released, with its files.
  package struct Made {
    package var entry: ReleaseLedger.Entry
    /// Whether it was in the ledger already.
    package var isKnown: Bool
    package var left: Int
  }

  /// - Parameter folder: Where the files go. The ledger has its line before they are written.
  /// - Throws: `MonitoringError.data` where the budget does not suffice; nothing is made then.
  package func write(_ cases: Cases, persons: [UInt32], to folder: URL) throws -> Made {
    let plan = try plan()
    var ledger = try ReleaseLedger(of: opened.folder)
    try ledger.check()
    var name = ""
    let records: ResearchRecords
    do {
      records = try ResearchRecords(of: cases, persons: persons, by: plan) {
        [noise = workspace.noiseKey, monitor = opened.monitor] inputs in
        let inputs = Array("\(monitor.name) \(monitor.years)\n".utf8) + inputs
        name = noise.name(of: inputs)
        return noise.stream(for: inputs)
      }
    } catch let error as ResearchRecordsError {
      throw MonitoringError.data(nl: error.message.nl, en: error.message.en)
    }
    let years = opened.monitor.years
    let known = ledger.entries.first { $0.records?.inputs == name }
    let spent = ledger.spent(on: years)
    if known == nil, spent + plan.budget > plan.totalBudget { throw Self.spent(plan, spent, years) }
    let files = ResearchFiles(of: records, for: opened.monitor, plan: plan)
    // Other noise on the same data would be a second draw for nothing.
    if let known, known.manifest != Self.digest(of: files) { throw Self.other(known) }
    let entry = try known ?? enter(files, plan, name, into: &ledger)
    try files.write(to: folder.path)
    return Made(entry: entry, isKnown: known != nil, left: plan.totalBudget - ledger.spent(on: years))
  }

  private func enter(
    _ files: ResearchFiles, _ plan: OpenData.Records, _ name: String, into ledger: inout ReleaseLedger
  ) throws -> ReleaseLedger.Entry {
    let digest = Self.digest(of: files)
    try DurableFolder(ledger.folder).make()
    try workspace.record(
      .recordsReleased, of: "\(opened.monitor.edition) rho:\(Self.rho(plan.budget)) records:\(digest)", on: occasion)
    guard let audit = try workspace.auditHead() else { throw Self.nothingReceived }
    let years = opened.monitor.years
    // The files are not kept: they follow from the key and the data, and their digest is here.
    try ledger.append(
      ReleaseLedger.Entry(
        number: 0, moment: occasion.moment, actor: occasion.actor, second: second, reason: occasion.reason,
        edition: opened.monitor.edition, policy: "records", folder: "", manifest: digest, files: [:],
        workspace: audit.workspace, auditHead: audit.head.description,
        records: .init(budget: plan.budget, from: years.lowerBound, to: years.upperBound, inputs: name), previous: ""))
    return ledger.entries[ledger.entries.count - 1]
  }

  private static func digest(of files: ResearchFiles) -> String {
    let digests = files.files.map { "\($0.path) \(SHA256.digest(of: $0.bytes).hex)" }.joined(separator: "\n")
    return SHA256.digest(of: Array(digests.utf8)).hex
  }

  private static func other(_ known: ReleaseLedger.Entry) -> MonitoringError {
    .data(
      nl:
        "Deze records zijn al vrijgegeven (nummer \(known.number), \(known.moment.prefix(10))), en deze versie van zicht zou "
        + "er andere bestanden van maken; er is niets gemaakt. Gebruik de bestanden van toen.",
      en:
        "These records were released already (number \(known.number), \(known.moment.prefix(10))), and this version of zicht "
        + "would make other files of them; nothing was made. Use the files of that time.")
  }

  private static let nothingReceived = MonitoringError.data(
    nl: "Er is nog niets ontvangen; er is niets gemaakt.", en: "Nothing was received yet; nothing was made.")

  private static func spent(_ plan: OpenData.Records, _ spent: Int, _ years: ClosedRange<Int>) -> MonitoringError {
    let (left, all) = (rho(max(0, plan.totalBudget - spent)), rho(plan.totalBudget))
    let period = "\(years.lowerBound)-\(years.upperBound)"
    return .data(
      nl: "Van het budget van rho = \(all) voor \(period) is nog rho = \(left) over, en deze records kosten "
        + "\(rho(plan.budget)); er is niets gemaakt.",
      en:
        "Of the budget of rho = \(all) for \(period) rho = \(left) is left, and these records cost \(rho(plan.budget)); "
        + "nothing was made.")
  }

  /// `0.5` of 500,000 millionths.
  package static func rho(_ millionths: Int) -> String {
    var fraction = String(millionths % 1_000_000 + 1_000_000).dropFirst()
    while fraction.count > 1, fraction.last == "0" { fraction.removeLast() }
    return "\(millionths / 1_000_000).\(fraction)"
  }
}
