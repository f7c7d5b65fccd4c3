import Foundation
package import Model
package import Store

/// The files in the deliveries folder that were not received yet, and so are in no number that is told.
package struct PendingDeliveries {
  private let names: [String]

  package init(in opened: OpenedMonitor, besides store: Workspace) throws {
    names = try DeliveredFile.notReceived(in: opened, by: store).map(\.file.url.lastPathComponent)
  }

  /// One sentence with the remedy; nil when everything was received.
  package var remark: LocalizedText? {
    guard let first = names.first else { return nil }
    let list = names.joined(separator: ", ")
    return names.count == 1
      ? LocalizedText(
        nl: "\(first) is nog niet ontvangen en telt hier niet mee. Ontvang dit bestand met zicht build.",
        en: "\(first) has not been received yet and does not count here. Receive it with zicht build.")
      : LocalizedText(
        nl: "Deze bestanden zijn nog niet ontvangen en tellen hier niet mee: \(list). Ontvang ze met zicht build.",
        en: "These files have not been received yet and do not count here: \(list). Receive them with zicht build.")
  }

  /// The answer to a question about a monitor that has no workspace.
  package static let nothingReceived = MonitoringError.data(
    nl: "Er is nog niets ontvangen, dus er valt niets uit te leggen. Ontvang de leveringen met zicht build.",
    en: "Nothing was received yet, so there is nothing to explain. Receive the deliveries with zicht build.")
}
