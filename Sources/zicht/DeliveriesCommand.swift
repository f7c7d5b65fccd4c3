import ArgumentParser
import Foundation
import Model
import Monitoring
import Store

/// `zicht deliveries`: the history of what was received.
struct DeliveriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliveries", abstract: "List the deliveries in the workspace with their history.")

  @OptionGroup var folder: FolderArgument
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var options: LanguageOption

  private struct Entry: Encodable {
    var source, period, status, file, receivedOn: String
    var version, rowsRead, rowsTaken, rowsSetAside, rowsMovedDown: Int

    init(_ delivery: StoredDelivery) {
      let summary = delivery.summary
      (source, period, status) = (summary.source, summary.period, delivery.status.rawValue)
      (file, receivedOn) = (summary.fileName, delivery.receivedOn)
      (version, rowsRead, rowsTaken) = (summary.version, summary.rowsRead, summary.rowsTaken)
      (rowsSetAside, rowsMovedDown) = (summary.rowsSetAside, summary.rowsMovedDown)
    }
  }

  func run() throws {
    let opened = try OpenedMonitor(folder.path, language: options.language)
    let deliveries = try workspace.openForReading(for: opened.folder)?.deliveries() ?? []
    if json { return try Shell.sayJSON(deliveries.map(Entry.init)) }
    if deliveries.isEmpty {
      Shell.say(
        LocalizedText(
          nl: "Er is nog niets ontvangen. Ontvang een bestand met: zicht receive BESTAND --source BRON",
          en: "Nothing was received yet. Receive a file with: zicht receive FILE --source SOURCE"
        )[options.language])
    }
    for delivery in deliveries { Shell.say(line(delivery)) }
  }

  private func line(_ delivery: StoredDelivery) -> String {
    let summary = delivery.summary
    let language = options.language
    let status: LocalizedText =
      switch delivery.status {
      case .complete: LocalizedText(nl: "geldig", en: "current")
      case .superseded: LocalizedText(nl: "vervangen", en: "superseded")
      case .withdrawn: LocalizedText(nl: "ingetrokken", en: "withdrawn")
      }
    let rows =
      summary.rowsTaken == 1 ? LocalizedText(nl: "rij", en: "row") : LocalizedText(nl: "rijen", en: "rows")
    return "\(summary.source) \(summary.period) v\(summary.version), \(status[language]), "
      + "\(Quantity(summary.rowsTaken).formatted(in: language)) \(rows[language]), \(summary.fileName), "
      + delivery.receivedOn
  }
}

/// `zicht withdraw`: takes a delivery out of the counting; its history stays.
struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Take a delivery out of the counting; its history stays.")

  @Argument(help: "The source that delivered.")
  var source: String
  @Argument(help: "The period of the delivery, such as 2018.")
  var period: String
  @Option(help: "Why it is withdrawn; kept in the audit log.")
  var reason: String
  @Option(name: .customLong("monitor"), help: "The monitor folder.")
  var folder = "."
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var options: LanguageOption

  func run() throws {
    let opened = try OpenedMonitor(folder, language: options.language)
    let chosen = try opened.source(named: source)
    let name = chosen.name
    let display = ProgressDisplay(language: options.language)
    defer { display.finish() }
    try Receiving(opened, try workspace.open(for: opened.folder), because: reason, display: display)
      .withdraw(chosen, period: period)
    display.finish()
    Shell.say(
      LocalizedText(
        nl: "De levering van \(name) over \(period) telt niet meer mee. De geschiedenis blijft bewaard.",
        en: "The delivery from \(name) for \(period) no longer counts. Its history is kept."
      )[options.language])
  }
}
