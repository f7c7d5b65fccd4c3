import Cryptography
package import Foundation
package import ReviewPages
import Store

/// What people said of pairs of notifications: whether both are of one person, by whom and when.
///
/// `reviews.jsonl` in the monitor folder holds a line of JSON an answer, for its owner alone, and lines are only added; each
/// names the SHA-256 of the line before it. Records are named by marks that nobody can guess without the keys of the folder.
/// An answer is taken back by a later line. Only erasing a person takes lines away: then the rest is written anew.
package struct ReviewLog: Equatable {
  package private(set) var entries: [Entry] = []
  private var digests: [String] = []
  /// How many bytes of the file are whole lines.
  private var length = 0
  private let file: URL

  package static let name = "reviews.jsonl"

  package enum Round: String, Codable {
    /// Nobody had answered it, as far as this reader was shown.
    case first
    /// Somebody had, and the reader was not told what.
    case second
    /// Readers differed and looked together; what they say now counts.
    case settled
  }

  package struct Entry: Codable, Equatable {
    package enum Action: String, Codable { case answered, takenBack, erased }

    /// From 1.
    package var number: Int
    /// UTC, to the second.
    package var moment: String
    /// Who answered; of erasing, the account that did.
    package var reader: String
    package var action: Action
    /// The marks of the records, as they were shown from left to right.
    package var records: [String]?
    package var answer: PairAnswer?
    package var round: Round?
    /// The chance that both are of one person with which it was shown, and for how many pairs it stands.
    package var chance, weight: Double?
    /// The number of the line that no longer counts.
    package var takesBack: Int?
    /// How many lines were erased.
    package var lines: Int?
    /// Drawn by chance, so that the digest of a line that is gone tells nobody what was in it.
    package var salt: String
    /// SHA-256 of the line before this one.
    package var previous: String

    fileprivate static let first = String(repeating: "0", count: 64)

    /// Whether it says all that its action needs.
    fileprivate var isWhole: Bool {
      switch action {
      case .answered:
        records?.count == 2 && records?.allSatisfy { RecordMark(text: $0) != nil } == true && answer != nil
          && round != nil && (chance.map { (0...1).contains($0) } ?? false) && (weight ?? 0) > 0
      case .takenBack: takesBack.map { (1..<number).contains($0) } ?? false
      case .erased: lines != nil
      }
    }
  }

  /// Of a folder in which nothing was reviewed: no entries.
  /// - Throws: `MonitoringError.data` with the line at which the log cannot be what was written.
  package init(of monitor: URL) throws(MonitoringError) {
    file = monitor.appending(path: Self.name)
    guard FileManager.default.fileExists(atPath: file.path) else { return }
    guard let data = FileManager.default.contents(atPath: file.path) else {
      throw broken(1, nl: "het bestand is niet te lezen", en: "the file cannot be read")
    }
    for line in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
      let number = entries.count + 1
      guard let entry = try? JSONDecoder().decode(Entry.self, from: line), entry.isWhole else {
        throw broken(number, nl: "deze regel is onleesbaar", en: "this line cannot be read")
      }
      guard entry.number == number, entry.previous == digests.last ?? Entry.first else {
        throw broken(
          number, nl: "deze regel sluit niet aan op de regel ervoor", en: "this line does not follow the one before it")
      }
      follow(entry, line)
    }
  }

  private mutating func follow(_ entry: Entry, _ line: some Collection<UInt8>) {
    entries.append(entry)
    digests.append(SHA256.digest(of: Array(line)).hex)
    length += line.count + 1
  }

  private func broken(_ line: Int, nl: String, en: String) -> MonitoringError {
    .data(
      nl:
        "\(file.path), regel \(line): \(nl). De beoordelingen zijn veranderd sinds ze werden geschreven; zet het bestand "
        + "terug uit een reservekopie.",
      en:
        "\(file.path), line \(line): \(en). The reviews were changed after they were written; put the file back from a "
        + "backup.")
  }

  /// How many lines there are, and the SHA-256 of the last.
  var head: AuditAnchor { AuditAnchor(entry: entries.count, head: digests.last ?? Entry.first) }

  /// Adds an entry, and returns when it is on disk; its number, salt and link are the log's.
  /// - Throws: `MonitoringError.data` when the folder cannot be written to, or another program added to the log since it
  ///   was read; the log is then as it was.
  mutating func append(_ entry: Entry) throws {
    var entry = entry
    (entry.number, entry.previous) = (entries.count + 1, digests.last ?? Entry.first)
    entry.salt = Self.freshSalt()
    let line = try Self.line(of: entry)
    try LogFile(file, otherWrote: Self.otherWrote, unwritable: Self.unwritable).append(
      line + [UInt8(ascii: "\n")], at: length
    ) { try ReviewLog(of: file.deletingLastPathComponent()) == self }
    follow(entry, line)
  }

  private static func line(of entry: Entry) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(entry))
  }

  private static func freshSalt() -> String {
    hexadecimal((0..<16).map { _ in UInt8.random(in: .min ... .max) })
  }

  private static let otherWrote = MonitoringError.data(
    nl: "Een ander programma beoordeelde intussen een paar; er is niets gewijzigd. Probeer het opnieuw.",
    en: "Another program reviewed a pair meanwhile; nothing was changed. Try again.")

  private static func unwritable(_ folder: String) -> MonitoringError {
    .data(
      nl:
        "In \(folder) kan niet worden geschreven; het antwoord is niet bewaard. Maak ruimte of pas de rechten van de map "
        + "aan.",
      en: "\(folder) cannot be written to; the answer was not kept. Make room or change the folder's permissions.")
  }

  // MARK: Erasing

  /// The same log without the lines about some records, and without those that took these back; the rest is numbered and
  /// linked anew, behind it a line that says how many went. Nil when there are none.
  func erasing(_ marks: Set<RecordMark>, on occasion: Occasion) throws -> (log: ReviewLog, bytes: [UInt8])? {
    let named = entries.filter { $0.records?.contains { RecordMark(text: $0).map(marks.contains) ?? false } ?? false }
    let gone = Set(named.map(\.number))
    guard !gone.isEmpty else { return nil }
    let kept = entries.filter { !gone.contains($0.number) && !($0.takesBack.map(gone.contains) ?? false) }
    var (log, bytes, numbers) = (ReviewLog(empty: file), [UInt8](), [Int: Int]())
    var told = Entry(
      number: 0, moment: occasion.moment, reader: occasion.actor, action: .erased, salt: "", previous: "")
    told.lines = entries.count - kept.count
    for var entry in kept + [told] {
      numbers[entry.number] = log.entries.count + 1
      entry.number = log.entries.count + 1
      entry.takesBack = entry.takesBack.flatMap { numbers[$0] }
      (entry.salt, entry.previous) = (Self.freshSalt(), log.digests.last ?? Entry.first)
      let line = try Self.line(of: entry)
      log.follow(entry, line)
      bytes += line + [UInt8(ascii: "\n")]
    }
    return (log, bytes)
  }

  private init(empty file: URL) { self.file = file }

  /// Puts what is left in the place of the log, at once or not at all.
  /// - Throws: `MonitoringError.data` when the folder cannot be written to.
  mutating func take(_ rest: (log: ReviewLog, bytes: [UInt8])) throws(MonitoringError) {
    do { try PrivateFile.replace(file.path, with: rest.bytes) } catch {
      throw Self.unwritable(file.deletingLastPathComponent().path)
    }
    self = rest.log
  }

  // MARK: Checking

  /// Holds the log against what a workspace wrote down at each answer.
  /// - Throws: `MonitoringError.data` with the first line that is not the one that was written, or is gone.
  func check(against workspace: Workspace) throws {
    for known in try workspace.reviewHeads() where known.entry > 0 {
      guard known.entry <= digests.count else { throw Self.cut(digests.count, of: known.entry, in: workspace) }
      guard digests[known.entry - 1] == known.head else { throw Self.changed(known.entry, in: workspace) }
    }
  }

  private static func cut(_ lines: Int, of known: Int, in workspace: Workspace) -> MonitoringError {
    .data(
      nl: "\(name), regel \(lines + 1): deze regel is er niet, en de werkmap \(workspace.path) weet van \(known) "
        + "regels. Zet het bestand terug uit een reservekopie; is het met opzet weggehaald, leg dan de werkmap apart en bouw opnieuw.",
      en: "\(name), line \(lines + 1): this line is not there, and the workspace \(workspace.path) knows of \(known) "
        + "lines. Put the file back from a backup; if it was removed on purpose, set the workspace apart and build again."
    )
  }

  private static func changed(_ line: Int, in workspace: Workspace) -> MonitoringError {
    .data(
      nl: "\(name), tot en met regel \(line): dit is niet wat de werkmap \(workspace.path) heeft opgeschreven. Zet het "
        + "bestand terug uit een reservekopie; is een wissing gestopt, voer die dan opnieuw uit.",
      en: "\(name), up to line \(line): this is not what the workspace \(workspace.path) wrote down. Put the file back "
        + "from a backup; if an erasure was stopped, run it again.")
  }
}
