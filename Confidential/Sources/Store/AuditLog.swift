internal import Cryptography
internal import Foundation
internal import GRDB
internal import Model

/// What is written down in the audit log.
public enum AuditAction: String, CaseIterable, Sendable {
  case received, withdrawn, personSought, identityRead, identitiesLinked, pairsReceived, personErased, retentionApplied,
    published,
    released,
    recordsReleased
  /// Two records were shown side by side, somebody said whether they are of one person, and lines of that were erased.
  case pairShown, pairReviewed, reviewsErased
  case keyMoved, keyWrapped, keyRotated, keySplit
  /// How far the log of the monitor folder was followed, and that it was written from the workspace.
  case logFollowed, logWritten
  /// So many openings were refused since the entry before, with another key or because something was changed.
  case openingRefused
}

/// One line of the audit log.
public struct AuditEntry: Equatable, Sendable {
  public var number: Int
  public var occasion: Occasion
  public var action: AuditAction
  /// What it was done to: a delivery, an edition, the blind index of a person, or how many persons. Never a personal detail.
  public var subject: String
}

/// Whether the audit log is what was written.
public enum AuditVerdict: Equatable, Sendable {
  /// Every link holds; `head` is the hash of the last entry, to be printed where it cannot be changed any more.
  case intact(entries: Int, head: String)
  /// The first entry that does not follow from those before it, or was not sealed with the workspace's key.
  case broken(entry: Int)
  /// Every link holds, and the log is shorter than it has been, or another one.
  case cut(entries: Int, known: Int)
}

/// How far an audit log had come at some moment. Written down elsewhere it proves later that nothing before it was
/// removed or made anew, whoever holds the key.
public struct AuditAnchor: Equatable, Sendable, CustomStringConvertible {
  public var entry: Int
  /// SHA-256 in hexadecimal digits.
  public var head: String

  public init(entry: Int, head: String) { (self.entry, self.head) = (entry, head) }

  /// Reads what `description` writes; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let entry = Int(parts[0]), entry >= 0,
      parts[1].utf8.count == 2 * SHA256Digest.count, parts[1].utf8.allSatisfy({ Self.digits.contains($0) })
    else { return nil }
    self.init(entry: entry, head: String(parts[1]))
  }

  private static let digits = Set("0123456789abcdef".utf8)

  public var description: String { "\(entry):\(head)" }
}

extension Workspace {
  /// Adds an entry of its own, for what happens outside the store: an edition that is published.
  public func record(_ action: AuditAction, of subject: String, on occasion: Occasion) throws(StoreError) {
    guard occasion.isWellFormed else { throw .invalidMoment }
    try translatingErrors(in: path) {
      try outsideDelivery { try append(AuditLine(action: action, subject: subject, occasion: occasion), to: $0) }
    }
  }

  /// What tells this workspace from one that is made anew of the same folder, and how far its audit log has come, to be
  /// kept elsewhere; nil while nothing was received.
  public func auditHead() throws(StoreError) -> (workspace: String, head: AuditAnchor)? {
    try translatingErrors(in: path) {
      try reading { database in
        // Drawn by chance when it was received.
        let receipt = try Data.fetchOne(
          database, sql: "SELECT receipt FROM delivery WHERE status <> 'receiving' ORDER BY id LIMIT 1")
        guard let receipt else { return nil }
        let head = try AuditHead.current(in: database)
        return (SHA256.digest(of: Array(receipt)).hex, AuditAnchor(entry: head.entry, head: head.hex))
      }
    }
  }

  /// A page of the log: at most `limit` entries after the one with this number, in their order.
  package func auditEntries(after number: Int = 0, limit: Int = 1_000) throws(StoreError) -> [AuditEntry] {
    try translatingErrors(in: path) {
      try reading { database in
        try Row.fetchAll(
          database, sql: "SELECT * FROM auditEntry WHERE id > ? ORDER BY id LIMIT ?", arguments: [number, limit]
        ).compactMap(AuditEntry.init)
      }
    }
  }

  /// Recomputes the chain from its first link, and holds it against what was written down of it.
  /// - Parameter anchors: Kept elsewhere; the one in the vault is always looked at.
  package func verifyAuditLog(against anchors: [AuditAnchor] = []) throws(StoreError) -> AuditVerdict {
    try translatingErrors(in: path) {
      let known = try vault.read { try AuditHead.kept(in: $0) }
      return try reading { try verdict(in: $0, against: known, anchors) }
    }
  }

  func checkAudit(in database: Database, against known: AuditHead?, _ anchors: [AuditAnchor] = []) throws {
    switch try verdict(in: database, against: known, anchors) {
    case .intact: break
    case .broken(let entry): throw StoreError.auditBroken(path: path, entry: entry)
    case .cut(let entries, let known): throw StoreError.auditCut(path: path, entries: entries, known: known)
    }
    try checkReceipts(in: database)
  }

  /// Every delivery that is kept was received, so the log says so: whoever cuts the log and puts an earlier head in the
  /// vault, which has a seal that fits, cannot hide that.
  private func checkReceipts(in database: Database) throws {
    let subjects = try String.fetchSet(
      database, sql: "SELECT subject FROM auditEntry WHERE action = ?", arguments: [AuditAction.received.rawValue])
    let rows = try Row.fetchCursor(
      database, sql: "SELECT * FROM delivery NOT INDEXED WHERE status <> 'receiving' ORDER BY id")
    while let row = try rows.next() {
      let delivery = DeliverySummary(row)
      guard subjects.contains(delivery.receivedSubject) else {
        throw StoreError.auditSilent(path: path, delivery: delivery.place)
      }
    }
  }

  /// - Parameter known: The head in the vault; nil: this workspace was made before there was one.
  private func verdict(
    in database: Database, against known: AuditHead?, _ anchors: [AuditAnchor]
  ) throws -> AuditVerdict {
    let (verdict, hashes) = try chain(in: database, keeping: Set(anchors.map(\.entry) + [known?.entry ?? 0]))
    guard case .intact(let entries, _) = verdict else { return verdict }
    if let known, !constantTimeEqual(known.seal, auditKey.tag(of: known.message)) {
      return .cut(entries: entries, known: known.entry)
    }
    for anchor in anchors + (known.map { [AuditAnchor(entry: $0.entry, head: $0.hex)] } ?? []) {
      guard hashes[anchor.entry] == anchor.head else { return .cut(entries: entries, known: anchor.entry) }
    }
    return verdict
  }

  /// The verdict on the links alone, and the hashes of the entries asked for; of entry 0, what the first one follows.
  private func chain(in database: Database, keeping wanted: Set<Int>) throws -> (AuditVerdict, [Int: String]) {
    var hashes = [0: hexadecimal(AuditLine.firstLink)]
    var previous = AuditLine.firstLink
    var count = 0
    let rows = try Row.fetchCursor(database, sql: "SELECT * FROM auditEntry ORDER BY id")
    while let row = try rows.next() {
      count += 1
      let line = AuditLine(row)
      let hash = line.hash(number: count, after: previous)
      guard row["id"] == count, Array(row["previousHash"] as Data) == previous, Array(row["hash"] as Data) == hash,
        constantTimeEqual(Array(row["seal"] as Data), auditKey.tag(of: hash))
      else { return (.broken(entry: count), [:]) }
      previous = hash
      if wanted.contains(count) { hashes[count] = hexadecimal(hash) }
    }
    return (.intact(entries: count, head: hexadecimal(previous)), hashes)
  }

  func append(_ line: AuditLine, to database: Database) throws {
    let last = try Row.fetchOne(database, sql: "SELECT id, hash FROM auditEntry ORDER BY id DESC LIMIT 1")
    let number = (last?["id"] ?? 0) + 1
    let previous = (last?["hash"] as Data?).map { Array($0) } ?? AuditLine.firstLink
    let hash = line.hash(number: number, after: previous)
    try database.execute(
      sql: """
        INSERT INTO auditEntry (id, moment, actor, action, subject, reason, previousHash, hash, seal)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        number, line.moment, line.actor, line.action, line.subject, line.reason, Data(previous), Data(hash),
        Data(auditKey.tag(of: hash)),
      ])
  }
}

/// The fields of an entry, as they are hashed.
struct AuditLine {
  static let firstLink = [UInt8](repeating: 0, count: SHA256Digest.count)

  var moment: String
  var actor: String
  var action: String
  var subject: String
  var reason: String

  init(action: AuditAction, subject: String, occasion: Occasion) {
    moment = occasion.moment
    actor = occasion.actor
    self.action = action.rawValue
    self.subject = subject
    reason = occasion.reason
  }

  /// Texts are taken as their bytes: what stands behind a zero would else not be seen.
  init(_ row: Row) {
    func text(_ column: String) -> String { String(decoding: row[column] as Data, as: UTF8.self) }
    moment = text("moment")
    actor = text("actor")
    action = text("action")
    subject = text("subject")
    reason = text("reason")
  }

  /// SHA-256 over the previous hash, the number and the five texts, each text preceded by its length in bytes; number
  /// and lengths are eight bytes, the lowest first.
  func hash(number: Int, after previous: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(previous)
    hash.update(AuditLine.bytes(of: number))
    for text in [moment, actor, action, subject, reason] {
      hash.update(AuditLine.bytes(of: text.utf8.count))
      hash.update(Array(text.utf8))
    }
    return hash.digest.bytes
  }

  private static func bytes(of number: Int) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}

extension AuditEntry {
  /// Nil for an action of which this version of the program does not know the name.
  init?(_ row: Row) {
    guard let action = AuditAction(rawValue: row["action"]) else { return nil }
    self.init(
      number: row["id"], occasion: Occasion(moment: row["moment"], actor: row["actor"], reason: row["reason"]),
      action: action, subject: row["subject"])
  }
}
