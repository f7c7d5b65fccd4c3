import Cryptography
package import Foundation
import Model
package import Store

/// The history of a monitor folder: what was received and withdrawn, in its order.
///
/// `deliveries/log.jsonl` holds a line of JSON an entry and lines are only added. Each names the SHA-256 of the line
/// before it, so that a line that was changed, left out or put in between is seen. The workspace is made from the log
/// and the files it names, and can be thrown away: the same folder gives the same edition on any machine. The log lies
/// with the deliveries because it holds their digests, and those say as much as the files themselves.
package struct DeliveryLog: Equatable {
  package private(set) var entries: [Entry]
  /// SHA-256 of every line.
  private var digests: [String] = []
  private var last: String { digests.last ?? Entry.first }
  /// How many bytes of the file are whole lines. What follows was cut off while it was written and never counted.
  private var length = 0

  package static let name = "log.jsonl"

  package struct Entry: Codable, Equatable {
    package enum Action: String, Codable {
      case received
      case withdrawn
      /// A person was erased from a file: another one stands in its place.
      case erased
      /// What a linkage unit said of encoded rows; of no one source.
      case paired
    }

    /// From 1.
    package var number: Int
    /// UTC, to the second.
    package var moment: String
    package var actor: String
    package var reason: String
    package var action: Action
    package var source: String
    package var period: String
    /// Of a file that was received: its name in the deliveries folder.
    package var file: String?
    /// What a file was called by who sent it: only in logs of earlier versions of the program, because names of files
    /// may name people.
    package var deliveredAs: String?
    /// Of a file that was received, or that took the place of one.
    package var sha256: String?
    /// Of a file of which a sealed copy is kept: a mark by which the file itself is recognised, and which takes the keys
    /// of the folder to make.
    package var original: String?
    /// Of a file from which a person was erased: what took its place.
    package var replacedBy: String?
    /// SHA-256 of the line before this one.
    package var previous: String

    /// Whether it says all that its action needs.
    fileprivate var isWhole: Bool {
      switch action {
      case .received, .paired: file != nil && sha256 != nil
      case .withdrawn: true
      case .erased: file != nil && sha256 != nil && replacedBy != nil
      }
    }

    fileprivate static let first = String(repeating: "0", count: 64)

    package var occasion: Occasion { Occasion(moment: moment, actor: actor, reason: reason) }
  }

  /// What is to be added; number and chain are the log's.
  package enum Event {
    case received(file: String, sha256: String, original: String?)
    case withdrawn
    case erased(file: String, replacedBy: String, sha256: String)
    case paired(file: String, sha256: String)
  }

  /// Of a folder without a log: no entries.
  /// - Throws: `MonitoringError.data` with the line at which the log cannot be what was written.
  package init(in folder: URL) throws {
    entries = []
    let file = folder.appending(path: Self.name)
    guard FileManager.default.fileExists(atPath: file.path) else { return }
    guard let data = FileManager.default.contents(atPath: file.path) else {
      throw Self.broken(file, line: 1, nl: "het bestand is niet te lezen", en: "the file cannot be read")
    }
    var current: Set<[String]> = []
    for line in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
      let number = entries.count + 1
      guard let entry = try? JSONDecoder().decode(Entry.self, from: line) else {
        throw Self.broken(file, line: number, nl: "deze regel is onleesbaar", en: "this line cannot be read")
      }
      guard entry.number == number, number > 1 || entry.previous == last else {
        throw Self.broken(
          file, line: number, nl: "deze regel sluit niet aan op de regel ervoor",
          en: "this line does not follow the one before it")
      }
      guard entry.previous == last else {
        throw Self.broken(
          file, line: number - 1, nl: "deze regel of de volgende is niet wat er werd geschreven",
          en: "this line or the next is not what was written")
      }
      guard entry.isWhole, entry.action != .withdrawn || current.contains([entry.source, entry.period]) else {
        throw Self.broken(
          file, line: number, nl: "deze regel noemt geen bestand, of trekt iets in dat er niet is",
          en: "this line names no file, or withdraws what is not there")
      }
      switch entry.action {
      case .received: current.insert([entry.source, entry.period])
      case .withdrawn: current.remove([entry.source, entry.period])
      case .erased, .paired: break
      }
      entries.append(entry)
      digests.append(SHA256.digest(of: Array(line)).hex)
      length += line.count + 1
    }
  }

  private static func broken(_ file: URL, line: Int, nl: String, en: String) -> MonitoringError {
    .data(
      nl:
        "\(file.path), regel \(line): \(nl). Het logboek is veranderd sinds het werd geschreven; zet het terug uit een "
        + "reservekopie.",
      en: "\(file.path), line \(line): \(en). The log was changed after it was written; put it back from a backup.")
  }

  /// Adds an entry, and returns when it is on disk. What was cut off before it is written over.
  /// - Throws: `MonitoringError.data` when the folder cannot be written to, or another program added to the log since it
  ///   was read; the log is then as it was.
  package mutating func append(
    _ event: Event, source: String, period: String, on occasion: Occasion, in folder: URL
  ) throws {
    try append([(event, source, period)], on: occasion, in: folder)
  }

  /// Adds entries in one write.
  /// - Throws: The same.
  mutating func append(
    _ events: [(event: Event, source: String, period: String)], on occasion: Occasion, in folder: URL
  ) throws {
    guard !events.isEmpty else { return }
    var log = self
    var lines: [UInt8] = []
    for (event, source, period) in events { lines += try log.add(event, source: source, period: period, on: occasion) }
    try LogFile(folder.appending(path: Self.name)).append(lines, at: length) {
      try DeliveryLog(in: folder) == self
    }
    self = log
  }

  /// - Returns: The line of the new entry.
  private mutating func add(
    _ event: Event, source: String, period: String, on occasion: Occasion
  ) throws -> [UInt8] {
    let entry = next(event, source: source, period: period, on: occasion)
    let line = try Self.line(of: entry)
    follow(entry, line)
    return line
  }

  /// The bytes of a log with these files received in their order, for a folder that is made as a whole.
  static func bytes(
    receiving files: [(name: String, bytes: [UInt8], source: String, period: String)],
    pairs: (name: String, bytes: [UInt8])? = nil, on occasion: Occasion
  ) throws -> [UInt8] {
    var log = DeliveryLog()
    var bytes: [UInt8] = []
    for file in files {
      let event = Event.received(
        file: file.name, sha256: SHA256.digest(of: file.bytes).hex, original: nil)
      bytes += try log.add(event, source: file.source, period: file.period, on: occasion)
    }
    if let pairs {
      let event = Event.paired(file: pairs.name, sha256: SHA256.digest(of: pairs.bytes).hex)
      bytes += try log.add(event, source: "", period: "", on: occasion)
    }
    return bytes
  }

  private init() { entries = [] }

  private func next(_ event: Event, source: String, period: String, on occasion: Occasion) -> Entry {
    var entry = Entry(
      number: entries.count + 1, moment: occasion.moment, actor: occasion.actor, reason: occasion.reason,
      action: .withdrawn, source: source, period: period, file: nil, deliveredAs: nil, sha256: nil, original: nil,
      replacedBy: nil, previous: last)
    switch event {
    case .withdrawn: break
    case .erased(let file, let replacedBy, let sha256):
      (entry.action, entry.file, entry.replacedBy, entry.sha256) = (.erased, file, replacedBy, sha256)
    case .received(let file, let sha256, let original):
      (entry.action, entry.file, entry.sha256, entry.original) = (.received, file, sha256, original)
    case .paired(let file, let sha256):
      (entry.action, entry.file, entry.sha256) = (.paired, file, sha256)
    }
    return entry
  }

  /// As it stands in the file, its end included.
  private static func line(of entry: Entry) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(entry)) + [UInt8(ascii: "\n")]
  }

  private mutating func follow(_ entry: Entry, _ line: [UInt8]) {
    entries.append(entry)
    digests.append(SHA256.digest(of: Array(line.dropLast())).hex)
    length += line.count
  }
}

extension DeliveryLog {
  /// The digest under which a file is known that was received of a source and period before: its own, or that of the
  /// sealed copy that was kept of it.
  /// - Parameter marks: Of the file, with the keys of the folder.
  func knownDigest(of sha256: String, marks: [String], source: String, period: String) -> String {
    let before = entries.last { entry in
      entry.source == source && entry.period == period && entry.original.map(marks.contains) ?? false
    }
    return before?.sha256 ?? sha256
  }

  /// How many lines there are, and the SHA-256 of the last.
  var head: AuditAnchor { AuditAnchor(entry: entries.count, head: last) }

  /// Holds the log against what a workspace wrote down each time it followed it.
  /// - Throws: `MonitoringError.data` with the first line that is not the one that was followed, or is gone.
  func check(against workspace: Workspace) throws {
    var before = 0
    let followed = try workspace.followedLog()
    for known in followed {
      guard known.entry <= digests.count else {
        throw Self.cut(digests.count, of: followed.last?.entry ?? known.entry, in: workspace)
      }
      guard digests[known.entry - 1] == known.head else {
        throw Self.changed(before + 1...known.entry, in: workspace)
      }
      before = known.entry
    }
  }

  private static func changed(_ lines: ClosedRange<Int>, in workspace: Workspace) -> MonitoringError {
    let (nl, en) =
      lines.count == 1
      ? ("regel \(lines.lowerBound)", "line \(lines.lowerBound)")
      : (
        "een van de regels \(lines.lowerBound) tot en met \(lines.upperBound)",
        "one of the lines \(lines.lowerBound) to \(lines.upperBound)"
      )
    return .data(
      nl: "\(name), \(nl): dit is niet wat de werkmap \(workspace.path) heeft gevolgd. Het logboek is veranderd sinds "
        + "het werd geschreven; zet het terug uit een reservekopie.",
      en: "\(name), \(en): this is not what the workspace \(workspace.path) followed. The log was changed after it was "
        + "written; put it back from a backup.")
  }

  private static func cut(_ lines: Int, of known: Int, in workspace: Workspace) -> MonitoringError {
    .data(
      nl: "\(name), regel \(lines + 1): deze regel is er niet, en de werkmap \(workspace.path) heeft \(known) regels "
        + "gevolgd. Zet het logboek terug uit een reservekopie; is het met opzet teruggezet, leg dan de werkmap "
        + "apart en "
        + "bouw opnieuw.",
      en: "\(name), line \(lines + 1): this line is not there, and the workspace \(workspace.path) followed \(known) "
        + "lines. Put the log back from a backup; if it was put back on purpose, set the workspace apart and build "
        + "again."
    )
  }

  /// The file that is now kept of a delivery, and its digest: the one that was received, or what took its place when a
  /// person was erased from it.
  func kept(of received: Entry) -> (file: String, sha256: String)? {
    guard received.action == .received || received.action == .paired, var file = received.file,
      var sha256 = received.sha256
    else { return nil }
    for entry in entries where entry.number > received.number && entry.action == .erased && entry.file == file {
      guard let next = entry.replacedBy, let digest = entry.sha256 else { return nil }
      (file, sha256) = (next, digest)
    }
    return (file, sha256)
  }

  /// The same of a version, counted from 1.
  func kept(of source: String, _ period: String, version: Int) -> (file: String, sha256: String)? {
    let received = entries.filter { $0.action == .received && $0.source == source && $0.period == period }
    return received.indices.contains(version - 1) ? kept(of: received[version - 1]) : nil
  }

  /// One version of a source and period, as far as the log has come.
  package struct Version: Equatable {
    package var sha256: String
    package var status: DeliveryStatus
  }

  /// What entries about one source and period come to, the oldest version first.
  package static func versions(after entries: some Sequence<Entry>) -> [Version] {
    var versions: [Version] = []
    for entry in entries {
      let current = versions.firstIndex { $0.status == .complete }
      switch entry.action {
      case .received:
        if let current { versions[current].status = .superseded }
        versions.append(Version(sha256: entry.sha256 ?? "", status: .complete))
      case .withdrawn:
        if let current { versions[current].status = .withdrawn }
      case .erased, .paired: break
      }
    }
    return versions
  }

  /// The entries that a workspace has not followed yet, in the order of the log.
  ///
  /// - Throws: `MonitoringError.data` when the workspace holds what this log never came to: it is of another folder, or
  ///   the log was put back to before what the workspace followed.
  package func entries(notIn workspace: Workspace) throws -> [Entry] {
    try check(against: workspace)
    let stored = Dictionary(grouping: try workspace.deliveries()) { [$0.summary.source, $0.summary.period] }
    let logged = Dictionary(grouping: entries) { [$0.source, $0.period] }
    var left: Set<Int> = []
    for place in Set(stored.keys).union(logged.keys) {
      let known = (stored[place] ?? []).map { Version(sha256: $0.summary.checksum, status: $0.status) }
      let entries = logged[place] ?? []
      guard let done = (0...entries.count).last(where: { Self.versions(after: entries.prefix($0)) == known }) else {
        throw Self.otherHistory(place, in: workspace)
      }
      left.formUnion(entries.dropFirst(done).map(\.number))
    }
    return entries.filter { left.contains($0.number) }
  }

  private static func otherHistory(_ place: [String], in workspace: Workspace) -> MonitoringError {
    let name = place.joined(separator: " ")
    return .data(
      nl:
        "De werkmap \(workspace.path) hoort niet bij het logboek van de leveringen: \(name) is daar anders ontvangen. "
        + "Verwijder de werkmap en bouw opnieuw; alles wat telt staat in de map van de monitor.",
      en: "The workspace \(workspace.path) does not belong to the log of deliveries: \(name) was received differently "
        + "there. Remove the workspace and build again; all that counts is in the folder of the monitor.")
  }
}
