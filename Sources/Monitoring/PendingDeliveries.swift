import Foundation
package import Model
package import Store

/// What is in the deliveries folder and in no number that is told.
package struct PendingDeliveries {
  /// In the log, and not yet in the workspace.
  private let waiting: [String]
  /// Not in the log.
  private let unnamed: [String]
  /// As they came, although a sealed copy was kept.
  private let unsealed: [String]

  package init(in opened: OpenedMonitor, besides store: Workspace) throws {
    let log = try DeliveryLog(in: opened.deliveriesFolder)
    waiting = try log.entries(notIn: store).filter { $0.action != .erased }.map {
      $0.file ?? "\($0.source) \($0.period)"
    }
    (unnamed, unsealed) = try Self.files(besides: log, in: opened, store)
  }

  /// Of a folder of which the workspace follows the log.
  init(unnamedIn opened: OpenedMonitor, besides store: Workspace) throws {
    waiting = []
    (unnamed, unsealed) = try Self.files(besides: DeliveryLog(in: opened.deliveriesFolder), in: opened, store)
  }

  private static func files(
    besides log: DeliveryLog, in opened: OpenedMonitor, _ store: Workspace
  ) throws -> (unnamed: [String], unsealed: [String]) {
    let folder = FolderOfDeliveries(opened, beside: store)
    return (
      try folder.unnamed(by: log).map(\.url.lastPathComponent),
      try folder.unsealed(beside: log).map(\.url.lastPathComponent)
    )
  }

  /// A sentence each with its remedy; none when everything was received and taken in.
  package var remarks: [LocalizedText] {
    var remarks: [LocalizedText] = []
    if !waiting.isEmpty {
      let list = waiting.joined(separator: ", ")
      remarks.append(
        LocalizedText(
          nl: "Wel ontvangen, en hier nog niet meegeteld: \(list). Neem ze op met zicht build.",
          en: "Received, and not counted here yet: \(list). Take them in with zicht build."))
    }
    if !unnamed.isEmpty {
      let list = unnamed.joined(separator: ", ")
      remarks.append(
        LocalizedText(
          nl: "Niet ontvangen, en dus in geen enkel getal: \(list). Ontvang ze met zicht receive.",
          en: "Not received, and so in no number: \(list). Receive them with zicht receive."))
    }
    if !unsealed.isEmpty {
      let list = unsealed.joined(separator: ", ")
      remarks.append(
        LocalizedText(
          nl:
            "Al ontvangen en verzegeld bewaard, en toch nog leesbaar in deliveries/: \(list). Verwijder wat daar ligt.",
          en: "Received and kept sealed, and still readable in deliveries/: \(list). Remove what lies there."))
    }
    return remarks
  }

  /// The answer to a question about a monitor that has no workspace.
  package static let nothingReceived = MonitoringError.data(
    nl: "Er is nog niets ontvangen, dus er valt niets uit te leggen. Ontvang de leveringen met zicht build.",
    en: "Nothing was received yet, so there is nothing to explain. Receive the deliveries with zicht build.")
}
