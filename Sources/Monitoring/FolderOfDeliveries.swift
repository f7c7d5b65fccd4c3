import Cryptography
import Deliveries
package import Foundation
import Model
import Store

/// The files of the deliveries folder beside the log that names them.
struct FolderOfDeliveries {
  private let opened: OpenedMonitor
  private let known: KnownFiles
  /// Nil where nothing has to be opened.
  private let sealed: SealedDeliveries?
  var folder: URL { opened.deliveriesFolder }

  /// - Parameter workspace: Remembers the digests of files that do not change.
  init(_ opened: OpenedMonitor, beside workspace: Workspace) {
    self.opened = opened
    known = KnownFiles(in: workspace.folder)
    sealed = SealedDeliveries(in: opened.deliveriesFolder, openedBy: workspace.deliveryOpener)
  }

  /// Reads every file anew, and remembers none: a disk can change a file without anybody having written to it.
  init(_ opened: OpenedMonitor, rememberingNothing: Void) {
    self.opened = opened
    known = KnownFiles(in: nil)
    sealed = nil
  }

  /// Of a delivery that the log says was received.
  func url(of entry: DeliveryLog.Entry, in log: DeliveryLog) -> URL? {
    log.kept(of: entry).map { folder.appending(path: $0.file) }
  }

  /// - Throws: `MonitoringError.data` when a file that the log names is not as it was received.
  func check(_ log: DeliveryLog) throws {
    let kept = log.entries.compactMap { log.kept(of: $0) }
    let places = kept.map { folder.appending(path: $0.file) }
    for ((kept, file), digest) in zip(zip(kept, places), known.sha256(of: places)) {
      let place = DeliveryLog.name
      guard let digest else {
        throw MonitoringError.data(
          nl: "\(file.path) staat in \(place) als ontvangen en is er niet. Zet het bestand terug uit een reservekopie.",
          en: "\(file.path) is in \(place) as received and is not there. Put the file back from a backup.")
      }
      guard digest == kept.sha256 else {
        throw MonitoringError.data(
          nl: "\(file.path) is veranderd sinds het werd ontvangen. Zet het bestand terug zoals het was; is het een "
            + "correctie, bewaar die dan ergens anders en ontvang haar met zicht receive.",
          en:
            "\(file.path) was changed after it was received. Put the file back as it was; if it is a correction, save "
            + "it elsewhere and receive it with zicht receive.")
      }
    }
  }

  /// Writes down what was learnt of the files, for whoever may change the workspace.
  func remember() { known.remember() }

  /// A folder with files of which none was ever received is never meant.
  func refuseUnreceived(_ log: DeliveryLog) throws {
    guard log.entries.isEmpty, let first = try DeliveredFile.all(in: opened).first else { return }
    throw MonitoringError.data(
      nl:
        "Van de bestanden in \(folder.path), zoals \(first.url.lastPathComponent), is er nog geen ontvangen. "
        + "Ontvang ze "
        + "alle met: zicht receive --all --monitor \(opened.folder.path)",
      en:
        "Of the files in \(folder.path), such as \(first.url.lastPathComponent), none was received yet. Receive them "
        + "all with: zicht receive --all --monitor \(opened.folder.path)")
  }

  /// The files that were not received: neither named by the log nor the same bytes as one that is.
  func unnamed(by log: DeliveryLog) throws -> [DeliveredFile] {
    let named = Set(log.entries.compactMap(\.file) + log.entries.compactMap(\.replacedBy))
    let others = try DeliveredFile.all(in: opened, besides: named)
    let keys = others.isEmpty ? nil : try sealed?.keys()
    return others.filter { file in
      guard let digest = known.sha256(of: file.url) else { return true }
      let marks = keys?.marks(of: digest) ?? []
      return !log.entries.contains {
        $0.source == file.source.name && $0.period == String(file.period)
          && ($0.sha256 == digest || $0.original.map(marks.contains) ?? false)
      }
    }
  }

  /// Files that lie here as they came although a sealed copy of them was kept.
  func unsealed(beside log: DeliveryLog) throws -> [DeliveredFile] {
    let named = Set(log.entries.compactMap(\.file) + log.entries.compactMap(\.replacedBy))
    let unnamed = Set(try unnamed(by: log).map(\.url))
    return try DeliveredFile.all(in: opened, besides: named).filter {
      !$0.source.deliversCounts && !SealedDeliveries.isSealed($0.url) && !unnamed.contains($0.url)
    }
  }

  /// What a file is called in the folder: its own name when it lies there already, else the next version that is free. Of
  /// records the copy is sealed, and is called so.
  func name(for file: URL, from source: Source, year: Int) -> String {
    let ending = source.deliversCounts ? file.pathExtension.lowercased() : SealedDeliveries.ending
    let isKept = DeliveredFile.isKept(file, in: opened)
    if isKept, source.deliversCounts || SealedDeliveries.isSealed(file) { return file.lastPathComponent }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let taken = Set(names.filter { !isKept || $0 != file.lastPathComponent }.map(Self.stem))
    // A name that says something else than whose file it is may say anything.
    if let own = DeliveredFile.stem(of: file, from: source, in: opened), !taken.contains(own) {
      return "\(own).\(ending)"
    }
    var version = 1
    while true {
      let stem = "\(source.name)-\(year)\(version == 1 ? "" : "-v\(version)")"
      guard taken.contains(stem) else { return "\(stem).\(ending)" }
      version += 1
    }
  }

  /// What seals what is read of a file; nil for a file that is kept as it is: of counts, or sealed already.
  func sealedCopy(of file: URL, from source: Source) throws -> SealedDeliveries.Copy? {
    let isSealed = SealedDeliveries.isSealed(file) && DeliveredFile.isKept(file, in: opened)
    guard !source.deliversCounts, !isSealed else { return nil }
    return try translatingKeeping { try sealed?.copy() }
  }

  /// What seals a file anew, without the persons of some rows.
  func copy(erasing erased: ErasedRows) throws -> SealedDeliveries.Copy {
    guard let sealed else { throw notKept }
    return try translatingKeeping { try sealed.copy(erasing: erased) }
  }

  /// Does what writes in the folder.
  private func translatingKeeping<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as MonitoringError { throw error } catch { throw notKept }
  }

  /// Does what reads and keeps at the same time.
  func translatingKeepingFailed<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch is KeepingFailed { throw notKept }
  }

  private var notKept: MonitoringError {
    .data(
      nl: "Het bestand kan niet worden bewaard in \(folder.path); er is niets ontvangen. Maak ruimte of pas de "
        + "rechten van de map aan.",
      en: "The file cannot be kept in \(folder.path); nothing was received. Make room or change the folder's "
        + "permissions.")
  }

  /// Keeps the pairs of a linkage unit, sealed.
  /// - Returns: The name of the file and its digest.
  func keep(_ links: EncodedLinks) throws -> (file: String, sha256: String) {
    guard let sealed else { throw notKept }
    var number = 1
    func name() -> String { "paren-\(number).\(SealedDeliveries.ending)" }
    while FileManager.default.fileExists(atPath: folder.appending(path: name()).path) { number += 1 }
    return try translatingKeeping { (name(), try sealed.keep(links.text, as: name())) }
  }

  /// The pairs that count now: those that were received last; nil before.
  /// - Throws: `MonitoringError.data` when they are not what was kept.
  func links(_ log: DeliveryLog) throws -> (links: EncodedLinks, file: String)? {
    guard let entry = log.entries.last(where: { $0.action == .paired }), let kept = log.kept(of: entry) else {
      return nil
    }
    guard let text = try sealed?.text(of: kept.file), let links = EncodedLinks(text: text) else {
      let file = folder.appending(path: kept.file).path
      throw MonitoringError.data(
        nl: "\(file) is niet te lezen of veranderd. Zet het bestand terug uit een reservekopie, of ontvang de paren "
          + "van de "
          + "koppelaar opnieuw met zicht receive --encoded-pairs.",
        en: "\(file) cannot be read or was changed. Put the file back from a backup, or receive the pairs of the "
          + "linkage "
          + "unit again with zicht receive --encoded-pairs.")
    }
    return (links, kept.file)
  }

  /// Gives a sealed copy its name, and returns its digest.
  func keep(_ copy: SealedDeliveries.Copy, as name: String) throws -> String {
    try translatingKeeping { try copy.place(as: name) }
  }

  /// Puts what is kept of a file into the folder under a name that is free, and on disk.
  /// - Returns: The digest of the sealed copy; nil where the file itself was kept.
  func keep(_ file: URL, as name: String, _ copy: SealedDeliveries.Copy?) throws -> String? {
    if let copy { return try keep(copy, as: name) }
    guard !DeliveredFile.isKept(file, in: opened) else { return nil }
    return try translatingKeeping {
      try DurableFolder(folder).make()
      let place = folder.appending(path: name)
      let partial = folder.appending(path: ".\(place.lastPathComponent).part")
      try? FileManager.default.removeItem(at: partial)
      try FileManager.default.copyItem(at: file, to: partial)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: partial.path)
      let handle = try FileHandle(forUpdating: partial)
      try handle.synchronize()
      try handle.close()
      try FileManager.default.moveItem(at: partial, to: place)
      try DurableFolder(folder).flush()
      return nil
    }
  }

  /// Removes the copies that a program began and never finished, which were never received, and keys that were replaced.
  ///
  /// So go files from which a person was erased and that another one took the place of.
  func removeLeftovers(_ log: DeliveryLog) throws {
    try sealed?.forgetOtherKeys()
    let kept = Set(log.entries.compactMap { log.kept(of: $0)?.file })
    for entry in log.entries where entry.action == .erased {
      guard let file = entry.file, !kept.contains(file) else { continue }
      try? FileManager.default.removeItem(at: folder.appending(path: file))
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    // A copy of a received file without a person, that the log never came to name.
    let received = Set(log.entries.compactMap(\.file).map(Self.stem))
    let unfinished = names.filter { name in
      Self.isErased(name) && !kept.contains(name) && received.contains(Self.stem(of: name))
    }
    for name in unfinished + names.filter({ $0.hasPrefix(".") && $0.hasSuffix(".part") }) {
      try? FileManager.default.removeItem(at: folder.appending(path: name))
    }
  }

  /// Writes what a workspace without a log received and withdrew into the log, in the order of source, period and
  /// version: between those, order changes no number.
  /// - Throws: `MonitoringError.data` when the file of a version is no longer in the folder.
  func adopt(_ workspace: Workspace, into log: inout DeliveryLog, on occasion: Occasion) throws {
    let files = try DeliveredFile.all(in: opened)
    for delivery in try workspace.deliveries() {
      let summary = delivery.summary
      guard let file = files.first(where: { known.sha256(of: $0.url) == summary.checksum }) else {
        throw MonitoringError.data(
          nl:
            "De werkmap kent \(summary.fileName) van \(summary.source) over \(summary.period), en dat bestand ligt "
            + "niet "
            + "meer in \(folder.path). Leg het terug, of verwijder de werkmap.",
          en:
            "The workspace knows \(summary.fileName) from \(summary.source) for \(summary.period), and that file is no "
            + "longer in \(folder.path). Put it back, or remove the workspace.")
      }
      let received = Occasion(
        moment: delivery.receivedOn + "T00:00:00Z", actor: occasion.actor, reason: occasion.reason)
      try log.append(
        .received(
          file: file.url.lastPathComponent, sha256: summary.checksum, original: nil),
        source: summary.source,
        period: summary.period, on: received, in: folder)
      if delivery.status == .withdrawn {
        try log.append(.withdrawn, source: summary.source, period: summary.period, on: occasion, in: folder)
      }
    }
  }
}

extension FolderOfDeliveries {
  /// The name of a file without its ending and without what tells that somebody was erased from it.
  static func stem(of name: String) -> String {
    URL(filePath: name).deletingPathExtension().lastPathComponent.components(separatedBy: erasedMark)[0]
  }

  /// Whether somebody was erased from a file of this name.
  static func isErased(_ name: String) -> Bool { name.contains(erasedMark) }

  /// Stands before a number in the name of a file from which somebody was erased.
  static let erasedMark = "-gewist-"
}

extension Workspace {
  /// Where it lies; nil in memory.
  var folder: URL? { path.hasPrefix("/") ? URL(filePath: path) : nil }
}
