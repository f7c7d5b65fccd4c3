internal import Cryptography
internal import Foundation
internal import GRDB
public import Model

extension Workspace {
  /// Takes in a delivery of counts, all or nothing; an earlier one of its source and period is kept as superseded.
  ///
  /// A file that was received before and has not been withdrawn changes nothing. The vault is not touched: counts hold
  /// no person.
  /// - Parameters:
  ///   - summary: What the reader counted; source, period and version in it are not looked at.
  ///   - monitor: Names the tables and words of the source.
  /// - Throws: `.locked` while another program receives, `.alreadyReceiving` while this one does.
  public func receive(
    _ counts: ReportedCounts, summary: DeliverySummary, findings: [Finding], monitor: Monitor, occasion: Occasion
  ) throws(StoreError) -> ReceiveOutcome {
    guard occasion.isWellFormed else { throw .invalidMoment }
    guard summary.rowsTaken == counts.cells.count else {
      throw .incomplete(announced: summary.rowsTaken, received: counts.cells.count)
    }
    if let before = try received(checksum: summary.checksum, source: counts.source, period: counts.period) {
      return .alreadyReceived(before)
    }
    var taken = summary
    (taken.source, taken.period) = (counts.source, counts.period)
    try translatingErrors(in: path) {
      try outsideDelivery { database in
        taken.version = try CountsFiling(database, contentsSeal).file(
          counts, as: taken, findings: findings, monitor: monitor, on: occasion.day)
        let subject = taken.receivedSubject
        try append(AuditLine(action: .received, subject: subject, occasion: occasion), to: database)
      }
    }
    return .taken(taken)
  }
}

/// Writes one delivery of counts, within the transaction of the caller.
private struct CountsFiling {
  private let database: Database

  private let seal: ContentsSeal

  init(_ database: Database, _ seal: ContentsSeal) { (self.database, self.seal) = (database, seal) }

  /// - Returns: The version it became.
  func file(
    _ counts: ReportedCounts, as summary: DeliverySummary, findings: [Finding], monitor: Monitor, on day: String
  ) throws -> Int {
    let version =
      try Int.fetchOne(
        database, sql: "SELECT coalesce(max(version), 0) + 1 FROM delivery WHERE source = ? AND period = ?",
        arguments: [summary.source, summary.period]) ?? 1
    try database.execute(
      sql: """
        INSERT INTO delivery (
          receipt, source, period, version, fileName, checksum, receivedOn, status, delivers, isDeclaredComplete,
          rowsRead, rowsTaken, rowsSetAside, rowsMovedDown, codebookVersion, layout
        ) VALUES (?, ?, ?, ?, ?, ?, ?, 'receiving', 'counts', ?, ?, ?, ?, 0, ?, ?)
        """,
      arguments: [
        Data(randomBytes(count: 16)), summary.source, summary.period, version, summary.fileName, summary.checksum, day,
        counts.isDeclaredComplete, summary.rowsRead, summary.rowsTaken, summary.rowsSetAside, monitor.codebook.version,
        try DeliveryLayout().json(),
      ])
    let id = database.lastInsertedRowID
    try write(counts.cells, of: monitor.source(named: counts.source), to: id)
    try database.write(findings, ofDelivery: id)
    try database.execute(
      sql: "UPDATE delivery SET status = 'superseded' WHERE source = ? AND period = ? AND status = 'complete'",
      arguments: [summary.source, summary.period])
    try database.execute(sql: "UPDATE delivery SET status = 'complete' WHERE id = ?", arguments: [id])
    try seal.put(on: id, identities: 0, in: database)
    return version
  }

  private func write(_ cells: [ReportedCell], of source: Source?, to id: Int64) throws {
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO reportedCell (deliveryId, sourceRow, countTable, year, words, answer, number, decimals)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for cell in cells {
      guard let table = source?.table(named: cell.place.table) else { continue }
      let number = cell.value.quantity
      try statement.execute(arguments: [
        id, cell.sourceRow, cell.place.table, cell.place.year, try CountWords(cell.place, of: table).json(),
        KeptAnswer(cell.value).rawValue, number?.scaled, number?.decimals,
      ])
    }
  }
}

/// How the kinds of `ReportedValue` are called in the database.
enum KeptAnswer: String {
  case number, notRecorded, notDelivered

  init(_ value: ReportedValue) {
    self =
      switch value {
      case .number: .number
      case .notRecorded: .notRecorded
      case .notDelivered: .notDelivered
      }
  }
}
