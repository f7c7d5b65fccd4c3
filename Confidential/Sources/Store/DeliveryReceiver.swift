internal import Cryptography
internal import Foundation
internal import GRDB
public import Model

/// How receiving ended.
public enum ReceiveOutcome: Equatable, Sendable {
  case taken(DeliverySummary)
  /// The file was received before, as the version given; nothing has changed.
  case alreadyReceived(DeliverySummary)
}

/// Takes in one delivery, batch by batch, all or nothing.
///
/// Everything happens in one transaction: until `finish` returns nothing of the delivery is visible, and a program that
/// is killed leaves the last good state. After any error the receiver has withdrawn and the store is as it was.
public final class DeliveryReceiver {
  private let workspace: Workspace
  private let source: String
  private let period: String
  private let fileName: String
  private let codebookVersion: String
  private let occasion: Occasion
  private var layout: DeliveryLayout
  private let receipt = randomBytes(count: 16)
  private var id: Int64 = 0
  private var version = 0
  private var writer: ChunkWriter?
  private var identities: IdentityWriter?
  private var ordinal = 0
  private var rowsTaken = 0
  private var isOpen = false

  init(
    _ workspace: Workspace, source: String, period: String, fileName: String, monitor: Monitor, occasion: Occasion
  ) throws(StoreError) {
    self.workspace = workspace
    self.source = source
    self.period = period
    self.fileName = fileName
    self.occasion = occasion
    codebookVersion = monitor.codebook.version
    layout = DeliveryLayout(grounds: monitor.grounds.map(\.name))
    guard occasion.isWellFormed else { throw .invalidMoment }
    try begin()
  }

  deinit { if isOpen { rollBack() } }

  /// Adds records. An empty batch adds nothing.
  /// - Precondition: the parts of the batch have equal length, at most 1,048,576 rows.
  public func append(_ batch: DeliveryBatch) throws(StoreError) {
    precondition(isOpen, "the delivery has already been finished or abandoned")
    let count = batch.columns.rowCount
    precondition(
      batch.sourceRow.count == count && batch.lane.count == count && batch.ground.count == count
        && batch.personKeys.count == count, "the parts of a batch have different lengths")
    guard count > 0 else { return }
    try abandoningOnError {
      try settleLayout(batch.columns)
      let persons = workspace.blindIndexKey.indexes(of: batch)
      try workspace.database.inDatabase { _ in try writer?.write(batch, persons: persons, ordinal: ordinal) }
      if !batch.identities.isEmpty { try keep(batch.identities, of: batch, persons: persons) }
      ordinal += 1
      rowsTaken += count
    }
  }

  /// Makes the delivery the current version for its source and period; an earlier one is kept as superseded.
  ///
  /// A file that was received before and has not been withdrawn changes nothing: to go back to an older file, withdraw
  /// the newer one first.
  /// - Parameters:
  ///   - summary: totals as counted by the reader; the version in it is not looked at.
  ///   - followed: How far the log of the folder is followed with this delivery, when that is to be written down.
  public func finish(
    _ summary: DeliverySummary, findings: [Finding], followed: AuditAnchor? = nil
  ) throws(StoreError) -> ReceiveOutcome {
    precondition(isOpen, "the delivery has already been finished or abandoned")
    var taken = summary
    (taken.source, taken.period, taken.fileName, taken.version) = (source, period, fileName, version)
    if let before = try workspace.received(checksum: summary.checksum, source: source, period: period) {
      rollBack()
      return .alreadyReceived(before)
    }
    try abandoningOnError {
      guard summary.rowsTaken == rowsTaken else {
        throw StoreError.incomplete(announced: summary.rowsTaken, received: rowsTaken)
      }
      try workspace.database.inDatabase { database in
        try database.write(findings, ofDelivery: id)
        try complete(taken, followed: followed, in: database)
      }
      try commit()
    }
    return .taken(taken)
  }

  /// Leaves the store as it was.
  public func abandon() {
    if isOpen { rollBack() }
  }
}

extension DeliveryReceiver {
  private func begin() throws(StoreError) {
    try translatingErrors(in: workspace.path) {
      try workspace.database.inDatabase { database in
        guard !database.isInsideTransaction else { throw StoreError.alreadyReceiving }
        try database.execute(sql: "BEGIN IMMEDIATE")
        isOpen = true
      }
    }
    try abandoningOnError {
      try workspace.database.inDatabase { database in
        version =
          try Int.fetchOne(
            database, sql: "SELECT max(version) FROM delivery WHERE source = ? AND period = ?",
            arguments: [source, period]) ?? 0
        version += 1
        try database.execute(
          sql: """
            INSERT INTO delivery (
              receipt, source, period, version, fileName, checksum, receivedOn, status,
              rowsRead, rowsTaken, rowsSetAside, rowsMovedDown, codebookVersion, layout
            ) VALUES (?, ?, ?, ?, ?, '', ?, 'receiving', 0, 0, 0, 0, ?, '{}')
            """,
          arguments: [Data(receipt), source, period, version, fileName, occasion.day, codebookVersion])
        id = database.lastInsertedRowID
        writer = try ChunkWriter(database, deliveryId: id, receipt: receipt, seal: workspace.contentsSeal)
      }
    }
  }

  /// The first batch says what the delivery carries; the others must carry the same.
  private func settleLayout(_ columns: Columns) throws {
    let variables = columns.variables.map(PackedVariable.init)
    if ordinal == 0 { layout.variables = variables }
    guard variables == layout.variables else {
      let odd = zip(variables, layout.variables).first { $0 != $1 }?.0 ?? variables.last ?? layout.variables.last
      throw StoreError.uneven(variable: odd?.name ?? "")
    }
    for (column, variable) in zip(columns.columns, variables) where column.width != variable.width {
      throw StoreError.uneven(variable: variable.name)
    }
  }

  private func keep(_ details: [IdentityDetail], of batch: DeliveryBatch, persons: [UInt8]) throws {
    let writer = try identities ?? IdentityWriter(workspace.vault, key: workspace.vaultKey, receipt: receipt)
    identities = writer
    try writer.write(details, of: batch, indexes: persons)
  }

  private func complete(_ summary: DeliverySummary, followed: AuditAnchor?, in database: Database) throws {
    try database.execute(
      sql: "UPDATE delivery SET status = 'superseded' WHERE source = ? AND period = ? AND status = 'complete'",
      arguments: [source, period])
    try database.execute(
      sql: """
        UPDATE delivery
        SET status = 'complete', checksum = ?, layout = ?,
          rowsRead = ?, rowsTaken = ?, rowsSetAside = ?, rowsMovedDown = ?
        WHERE id = ?
        """,
      arguments: [
        summary.checksum, try layout.json(), summary.rowsRead, summary.rowsTaken, summary.rowsSetAside,
        summary.rowsMovedDown, id,
      ])
    try workspace.contentsSeal.put(on: id, identities: identities?.written ?? 0, in: database)
    try workspace.append(
      AuditLine(action: .received, subject: summary.receivedSubject, occasion: occasion), to: database)
    if let followed {
      try workspace.append(
        AuditLine(action: .logFollowed, subject: followed.description, occasion: occasion), to: database)
    }
  }

  /// The vault first: details without a delivery are cleared at the next opening, the reverse would be a loss.
  private func commit() throws {
    try commitVault()
    try commitDelivery()
    // Not confirmed and noted now, then at the next opening.
    try? workspace.noteAuditHead { try identities?.confirm(in: $0) }
  }

  func commitVault() throws { try identities?.commit() }

  func commitDelivery() throws {
    try workspace.database.inDatabase { try $0.execute(sql: "COMMIT") }
    isOpen = false
    writer = nil
  }

  private func rollBack() {
    isOpen = false
    writer = nil
    identities?.rollBack()
    // A rollback that fails leaves an open transaction, which closing the file ends in the same way.
    try? workspace.database.inDatabase { if $0.isInsideTransaction { try $0.execute(sql: "ROLLBACK") } }
    if identities?.isCommitted == true { try? workspace.settleFilings() }
  }

  private func abandoningOnError(_ body: () throws -> Void) throws(StoreError) {
    do {
      try translatingErrors(in: workspace.path, body)
    } catch {
      rollBack()
      throw error
    }
  }
}

extension BlindIndexKey {
  /// 16 bytes a row; zeroes for records in the count-only lane and records without a person.
  func indexes(of batch: DeliveryBatch) -> [UInt8] {
    var indexes = indexes(of: batch.personKeys.bytes, ends: batch.personKeys.ends)
    let countOnly = UInt8(Lane.allCases.firstIndex(of: .countOnly) ?? 0)
    for (row, lane) in batch.lane.enumerated() where lane == countOnly {
      for place in row * BlindIndex.count..<(row + 1) * BlindIndex.count { indexes[place] = 0 }
    }
    return indexes
  }
}
