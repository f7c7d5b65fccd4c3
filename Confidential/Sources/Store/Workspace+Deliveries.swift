internal import Foundation
internal import GRDB
public import Model

/// What became of a delivery.
public enum DeliveryStatus: String, CaseIterable, Sendable {
  /// The current version of its source and period.
  case complete
  /// A newer version took its place.
  case superseded
  case withdrawn
}

/// A delivery in the store's history.
public struct StoredDelivery: Equatable, Sendable {
  public var summary: DeliverySummary
  public var status: DeliveryStatus
  /// ISO 8601 day.
  public var receivedOn: String
  package var codebookVersion: String
}

/// A row that was not taken in, and why. The row itself stays in the delivered file.
public struct SetAsideRow: Equatable, Sendable {
  public var sourceRow: Int
  public var rule: String
  public var column: String?
}

extension Workspace {
  /// Starts taking in a delivery. Only one at a time.
  /// - Throws: `.locked` while another program receives, `.alreadyReceiving` while this one does.
  public func beginDelivery(
    of source: String, period: String, fileName: String, monitor: Monitor, occasion: Occasion
  ) throws(StoreError) -> DeliveryReceiver {
    try DeliveryReceiver(
      self, source: source, period: period, fileName: fileName, monitor: monitor, occasion: occasion)
  }

  /// The version of a source and period that came from a file with this checksum, unless it was withdrawn or nothing
  /// is current any more: then the file may come back as a new version.
  public func received(checksum: String, source: String, period: String) throws(StoreError) -> DeliverySummary? {
    let history = try deliveries(of: source, period: period)
    guard history.contains(where: { $0.status == .complete }) else { return nil }
    return history.last { $0.summary.checksum == checksum && $0.status != .withdrawn }?.summary
  }

  /// All versions of all deliveries, by source, period and version; of one source and period when given.
  public func deliveries(of source: String? = nil, period: String? = nil) throws(StoreError) -> [StoredDelivery] {
    try translatingErrors(in: path) {
      try reading { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT source, period, version, fileName, checksum, receivedOn, status, codebookVersion,
              rowsRead, rowsTaken, rowsSetAside, rowsMovedDown
            FROM delivery NOT INDEXED
            WHERE status <> 'receiving' AND source = coalesce(:source, source) AND period = coalesce(:period, period)
            ORDER BY source, period, version
            """,
          arguments: ["source": source, "period": period]
        ).map { try StoredDelivery($0, in: path) }
      }
    }
  }

  /// Takes the current version of a source and period out of the counting. Its history stays, and no earlier version
  /// comes back by itself.
  public func withdraw(source: String, period: String, occasion: Occasion) throws(StoreError) {
    guard occasion.isWellFormed else { throw .invalidMoment }
    try translatingErrors(in: path) {
      try outsideDelivery { database in
        let row = try Row.fetchOne(
          database,
          sql: "SELECT id, version FROM delivery WHERE source = ? AND period = ? AND status = 'complete'",
          arguments: [source, period])
        guard let row else { throw StoreError.noCurrentDelivery(source: source, period: period) }
        let (id, version): (Int64, Int) = (row["id"], row["version"])
        try database.execute(sql: "UPDATE delivery SET status = 'withdrawn' WHERE id = ?", arguments: [id])
        try append(
          AuditLine(action: .withdrawn, subject: "\(source) \(period) v\(version)", occasion: occasion), to: database)
      }
    }
  }

  /// What was said about one version when it was received, in the order in which it was said.
  public func findings(of delivery: DeliverySummary) throws(StoreError) -> [Finding] {
    try translatingErrors(in: path) {
      try reading { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT fileName, sourceRow, columnName, rule, severity, messageNl, messageEn, remedyNl, remedyEn
            FROM finding JOIN delivery ON delivery.id = finding.deliveryId
            WHERE source = ? AND period = ? AND version = ?
            ORDER BY ordinal
            """,
          arguments: [delivery.source, delivery.period, delivery.version]
        ).compactMap(Finding.init)
      }
    }
  }

  /// Rows of one version that were not taken in, in the order of the file.
  package func setAsideRows(of delivery: DeliverySummary) throws(StoreError) -> [SetAsideRow] {
    try translatingErrors(in: path) {
      try reading { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT sourceRow, rule, columnName
            FROM setAsideRow JOIN delivery ON delivery.id = setAsideRow.deliveryId
            WHERE source = ? AND period = ? AND version = ?
            ORDER BY sourceRow
            """,
          arguments: [delivery.source, delivery.period, delivery.version]
        ).map { SetAsideRow(sourceRow: $0["sourceRow"], rule: $0["rule"], column: $0["columnName"]) }
      }
    }
  }

  /// One consistent look at the database; while a delivery is received by this program, from inside its transaction.
  func reading<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try database.inDatabase { database in
      if database.isInsideTransaction { return try body(database) }
      var result: Result?
      try database.inTransaction(.deferred) {
        result = try body(database)
        return .commit
      }
      guard let result else { throw StoreError.unexpected(code: 0, path: path) }
      return result
    }
  }

  /// A write transaction of its own, refused while a delivery is being received.
  ///
  /// - Parameter notingHead: Whether the vault may know at once how far the audit log has come.
  func outsideDelivery(notingHead: Bool = true, _ body: (Database) throws -> Void) throws {
    try database.inDatabase { database in
      guard !database.isInsideTransaction else { throw StoreError.alreadyReceiving }
      try database.inTransaction(.immediate) {
        try body(database)
        return .commit
      }
    }
    // Not noted now, then at the next opening.
    if notingHead { try? noteAuditHead() }
  }
}

extension StoredDelivery {
  init(_ row: Row, in path: String) throws {
    guard let status = DeliveryStatus(rawValue: row["status"]) else { throw StoreError.corrupt(path: path) }
    self.init(
      summary: DeliverySummary(row), status: status, receivedOn: row["receivedOn"],
      codebookVersion: row["codebookVersion"])
  }
}

extension DeliverySummary {
  /// What a delivery is called in complaints.
  var place: String { "\(source) \(period) v\(version)" }

  /// What the audit log says was received.
  var receivedSubject: String { "\(place) sha256:\(checksum)" }

  init(_ row: Row) {
    self.init(
      source: row["source"], period: row["period"], version: row["version"], fileName: row["fileName"],
      checksum: row["checksum"], rowsRead: row["rowsRead"], rowsTaken: row["rowsTaken"],
      rowsSetAside: row["rowsSetAside"], rowsMovedDown: row["rowsMovedDown"])
  }
}

extension Finding {
  init?(_ row: Row) {
    guard let severity = Severity(rawValue: row["severity"]) else { return nil }
    self.init(
      rule: row["rule"], severity: severity,
      place: Place(file: row["fileName"], row: row["sourceRow"], column: row["columnName"]),
      message: LocalizedText(nl: row["messageNl"], en: row["messageEn"]),
      remedy: LocalizedText(nl: row["remedyNl"], en: row["remedyEn"]))
  }
}
