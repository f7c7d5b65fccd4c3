import Cryptography
package import Foundation
package import Store

/// What was released of a monitor: every edition that was shown, with each published cell, in its order.
///
/// `releases/log.jsonl` holds a line of JSON a release, and lines are only added. Each names the SHA-256 of the line before
/// it and of every file of its release, which lie in a folder beside it as they were shown. It is text, is kept with the
/// monitor and holds nothing that was not published. Two editions that are each safe can give a cell away together, so what
/// was released is beside every audit.
package struct ReleaseLedger: Equatable {
  package private(set) var entries: [Entry] = []
  private var last = Entry.first
  /// How many bytes of the file are whole lines.
  private var length = 0
  private(set) var folder: URL

  /// The same entries, of which the files lie elsewhere.
  func moved(to folder: URL) -> ReleaseLedger {
    var ledger = self
    ledger.folder = folder
    return ledger
  }

  package static let folderName = "releases"
  static let logName = "log.jsonl"

  package struct Entry: Codable, Equatable {
    /// From 1.
    package var number: Int
    /// UTC, to the second.
    package var moment: String
    package var actor: String
    /// Who decided it with the actor.
    package var second: String
    package var reason: String
    package var edition: String
    /// The policy under which the numbers were shown.
    package var policy: String
    /// Of the release, beside the log.
    package var folder: String
    /// SHA-256 of the manifest of the edition, which names every file that was shown.
    package var manifest: String
    /// SHA-256 of the files of the release, by their path in its folder.
    package var files: [String: String]
    /// The workspace, and how far its audit log had come, so that the log can be held against it later.
    package var workspace: String
    package var auditHead: String
    /// Of a release of records for researchers what it cost; nil for an edition.
    package var records: RecordsCost?
    /// SHA-256 of the line before this one.
    package var previous: String

    fileprivate static let first = String(repeating: "0", count: 64)
  }

  /// What records for researchers cost of the privacy of those who are in them.
  package struct RecordsCost: Codable, Equatable {
    /// ρ of zero-concentrated differential privacy, in millionths.
    package var budget: Int
    /// The years that the records are about.
    package var from, to: Int
    /// What was asked of which data, keyed: the same again costs nothing, for it gives the same.
    package var inputs: String
  }

  /// What was spent on years that overlap with these, each inputs once.
  func spent(on years: ClosedRange<Int>) -> Int {
    var seen: Set<String> = []
    return entries.compactMap(\.records).reduce(0) { sum, cost in
      let overlaps = cost.from <= years.upperBound && cost.to >= years.lowerBound
      return overlaps && seen.insert(cost.inputs).inserted ? sum + cost.budget : sum
    }
  }

  /// Of a folder without releases: no entries.
  /// - Throws: `MonitoringError.data` with the first line or file that is not what was written.
  package init(of monitor: URL) throws {
    folder = monitor.appending(path: Self.folderName)
    let file = folder.appending(path: Self.logName)
    guard FileManager.default.fileExists(atPath: file.path) else { return }
    guard let data = FileManager.default.contents(atPath: file.path) else { throw changed(file.path) }
    for line in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
      let number = entries.count + 1
      guard let entry = try? JSONDecoder().decode(Entry.self, from: line), entry.number == number,
        entry.previous == last
      else {
        throw changed("\(file.path), regel \(number)", english: "\(file.path), line \(number)")
      }
      take(entry, line: line)
    }
  }

  private mutating func take(_ entry: Entry, line: some Collection<UInt8>) {
    entries.append(entry)
    last = SHA256.digest(of: Array(line)).hex
    length += line.count + 1
  }

  /// Reads every file of every release.
  /// - Throws: `MonitoringError.data` with the first that is gone or is not what was released.
  package func check() throws {
    for entry in entries {
      for (name, digest) in entry.files.sorted(by: { $0.key < $1.key }) {
        let file = folder.appending(path: entry.folder).appending(path: name)
        guard KnownFiles.read(file) == digest else { throw changed(file.path) }
      }
    }
  }

  private func changed(_ place: String, english: String? = nil) -> MonitoringError {
    .data(
      nl: "\(place): dit is niet wat werd vrijgegeven. Zet \(Self.folderName)/ terug uit een reservekopie; wat eens is "
        + "getoond, blijft getoond.",
      en:
        "\(english ?? place): this is not what was released. Put \(Self.folderName)/ back from a backup; what was shown "
        + "once stays shown.")
  }

  /// Adds an entry, and returns when it is on disk.
  mutating func append(_ entry: Entry) throws {
    var entry = entry
    (entry.number, entry.previous) = (entries.count + 1, last)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let line = Array(try encoder.encode(entry))
    try LogFile(folder.appending(path: Self.logName)).append(line + [UInt8(ascii: "\n")], at: length) {
      try ReleaseLedger(of: folder.deletingLastPathComponent()) == self
    }
    take(entry, line: line)
  }

  /// Folders that a release began and never finished: nothing in them was released.
  func removeLeftovers() throws {
    let known = Set(entries.map(\.folder) + [Self.logName])
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] where !known.contains(name) {
      try FileManager.default.removeItem(at: folder.appending(path: name))
    }
  }

  /// The heads of this workspace's audit log that releases wrote down, and how many are of another workspace.
  func anchors(of workspace: Workspace) throws -> (own: [AuditAnchor], others: Int) {
    let this = try workspace.auditHead()?.workspace
    let own = entries.filter { $0.workspace == this }
    return (own.compactMap { AuditAnchor($0.auditHead) }, entries.count - own.count)
  }
}
