import Cryptography
package import Disclosure
package import Foundation
package import Model
package import Reporting
package import Store

/// Writes an edition into the ledger of what was released, as it is shown and as the folder builds it.
package struct Release {
  private let opened: OpenedMonitor
  private let workspace: Workspace
  private let occasion: Occasion
  /// Who decided it with whoever runs the program.
  private let second: String

  package init(_ opened: OpenedMonitor, in workspace: Workspace, on occasion: Occasion, second: String) {
    (self.opened, self.workspace, self.occasion, self.second) = (opened, workspace, occasion, second)
  }

  /// - Parameters:
  ///   - edition: As the folder builds it now.
  ///   - shown: The folder of the edition that goes out.
  /// - Returns: The entry; the one that is there where this was the last release already.
  /// - Throws: `MonitoringError.data` when the two differ, or the ledger is not what was written.
  package func write(_ edition: Edition, under policy: Policy, shown: URL) throws -> ReleaseLedger.Entry {
    if case .publishAsIs = policy, opened.monitor.publication.deciders.isEmpty { throw Self.undecided }
    var ledger = try ReleaseLedger(of: opened.folder)
    try ledger.check()
    try check(shown, against: edition)
    guard let manifest = edition.file(at: "manifest.json") else {
      preconditionFailure("an edition has a manifest")
    }
    let digest = SHA256.digest(of: manifest.bytes).hex
    if let last = ledger.entries.last(where: { $0.records == nil }), last.manifest == digest { return last }
    try DurableFolder(ledger.folder).make()
    try ledger.removeLeftovers()
    let files = edition.files.filter { Self.isKept($0.path) }
    let name = "\(ledger.entries.count + 1)-\(Self.fileName(opened.monitor.edition))"
    try write(files, to: ledger.folder, as: name)
    try workspace.record(.released, of: "\(opened.monitor.edition) manifest:\(digest)", on: occasion)
    guard let audit = try workspace.auditHead() else { throw Self.nothingReceived }
    let digests = files.map { ($0.path, SHA256.digest(of: $0.bytes).hex) }
    try ledger.append(
      ReleaseLedger.Entry(
        number: 0, moment: occasion.moment, actor: occasion.actor, second: second, reason: occasion.reason,
        edition: opened.monitor.edition, policy: policy.name, folder: name, manifest: digest,
        files: Dictionary(uniqueKeysWithValues: digests), workspace: audit.workspace, auditHead: audit.head.description,
        previous: ""))
    return ledger.entries[ledger.entries.count - 1]
  }

  private static let undecided = MonitoringError.data(
    nl: "Deze editie laat niets weg (publishAsIs). Dat besluiten twee mensen: zet hun namen onder `decided-by` bij "
      + "`publication` in monitor.yaml; ze komen in het colofon. Er is niets vrijgegeven.",
    en: "This edition hides nothing (publishAsIs). Two people decide that: put their names under `decided-by` of "
      + "`publication` in monitor.yaml; they are printed in the colophon. Nothing was released.")

  private static let nothingReceived = MonitoringError.data(
    nl: "Er is nog niets ontvangen; er is niets vrijgegeven.", en: "Nothing was received yet; nothing was released.")

  /// What holds the numbers: the open data, the cards of estimates, and what the edition says of itself. Of the rest the
  /// manifest has the digests.
  private static func isKept(_ path: String) -> Bool {
    path.hasPrefix("tables/") || path.hasPrefix("cards/") || path == "manifest.json" || path == "edition.json"
  }

  private static func fileName(_ edition: String) -> String {
    String(edition.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }

  /// - Throws: `MonitoringError.data` with the first file that differs.
  private func check(_ shown: URL, against edition: Edition) throws {
    let there = Set((try? FileManager.default.subpathsOfDirectory(atPath: shown.path)) ?? []).filter {
      var isFolder: ObjCBool = false
      FileManager.default.fileExists(atPath: shown.appending(path: $0).path, isDirectory: &isFolder)
      return !isFolder.boolValue
    }
    guard !there.isEmpty else {
      throw MonitoringError.data(
        nl: "\(shown.path) is geen editie. Bouw haar eerst met zicht build.",
        en: "\(shown.path) is no edition. Build it first with zicht build.")
    }
    let wrong = edition.files.first {
      FileManager.default.contents(atPath: shown.appending(path: $0.path).path) != Data($0.bytes)
    }
    let extra = there.subtracting(edition.files.map(\.path)).min()
    guard let place = wrong?.path ?? extra else { return }
    throw MonitoringError.data(
      nl:
        "\(shown.appending(path: place).path) is niet wat de map van de monitor nu geeft; er is niets vrijgegeven. Bouw "
        + "opnieuw met zicht build, bekijk de editie en geef haar dan vrij.",
      en: "\(shown.appending(path: place).path) is not what the folder of the monitor gives now; nothing was released. "
        + "Build again with zicht build, look at the edition and then release it.")
  }

  /// All files or none, on the disk before the folder has its name.
  private func write(_ files: [EditionFile], to folder: URL, as name: String) throws {
    let partial = folder.appending(path: ".\(name).part")
    do {
      for file in files {
        let place = partial.appending(path: file.path)
        try DurableFolder(place.deletingLastPathComponent()).make()
        try Data(file.bytes).write(to: place)
        let handle = try FileHandle(forUpdating: place)
        try handle.synchronize()
        try handle.close()
      }
      for part in Set(files.map { partial.appending(path: $0.path).deletingLastPathComponent() }) {
        try DurableFolder(part).flush()
      }
      try FileManager.default.moveItem(at: partial, to: folder.appending(path: name))
      try DurableFolder(folder).flush()
    } catch {
      try? FileManager.default.removeItem(at: partial)
      throw MonitoringError.data(
        nl: "In \(folder.path) kan niet worden geschreven; er is niets vrijgegeven. Maak ruimte of pas de rechten aan.",
        en: "\(folder.path) cannot be written to; nothing was released. Make room or change the permissions.")
    }
  }
}
