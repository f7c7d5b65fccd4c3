public import Cryptography
internal import Foundation
internal import GRDB
public import Model

/// The rows of one version of a delivery of which the term is over and that still lead to a person.
public struct ExpiredRows: Sendable {
  public struct Row: Hashable, Sendable {
    /// By its place in the delivered file.
    public var number: Int
    public var person: BlindIndex
    /// Whether no row about the person is within its term any more. Otherwise only the details of this row go.
    public var isWhole: Bool
  }

  public var delivery: DeliverySummary
  public var rows: [Row]
  /// Of the delivery in the vault.
  let receipt: Data
}

/// What is kept longer than the grounds allow.
public struct Expired: Sendable {
  /// In the order of source, period and version; only those with such rows.
  public var deliveries: [ExpiredRows] = []
  /// Persons of whom no row is within its term, and persons of the vault about whom there is no row at all.
  public var persons: Set<BlindIndex> = []

  /// Nothing.
  public init() {}

  init(persons: Set<BlindIndex>) { self.persons = persons }

  public var isEmpty: Bool { deliveries.isEmpty && persons.isEmpty }
}

extension Workspace {
  /// Looks for what is kept longer than it may be, in every version of every delivery.
  /// - Parameter isPast: Whether the term of records of a delivery that came on this ground is over; without a ground, nil.
  public func expired(
    _ isPast: @escaping (DeliverySummary, _ ground: String?) -> Bool
  ) throws(StoreError) -> Expired {
    try translatingErrors(in: path) {
      let vaultPersons = try vault.read { try VaultErasure.persons(in: $0) }
      return try reading { database in
        var search = ExpirySearch(in: database, seal: contentsSeal, orphans: vaultPersons)
        try search.findLiving(isPast)
        return try vault.read { try search.expired(isPast, details: $0) }
      }
    }
  }

  /// Erases what is kept too long: persons with their key and encoding, and the details of single rows. No number changes.
  ///
  /// The vault goes first: what is cut off in between is found again by the next search.
  /// - Parameter strangers: As the kept files of the deliveries were given them.
  public func erase(_ expired: Expired, as strangers: Strangers, occasion: Occasion) throws(StoreError) {
    guard occasion.isWellFormed else { throw .invalidMoment }
    try translatingErrors(in: path) {
      try eraseFromVault(expired, on: occasion.day)
      try outsideDelivery { database in
        try database.execute(sql: "INSERT INTO erasing (id) VALUES (1)")
        let erasure = PersonErasure(in: database, seal: contentsSeal)
        for delivery in expired.deliveries where delivery.rows.contains(where: \.isWhole) {
          try erasure.replace(in: delivery.delivery) { index in
            expired.persons.contains(index) ? blindIndex(ofPersonKey: strangers.key(of: index)) : nil
          }
        }
        try database.execute(sql: "DELETE FROM erasing")
        try append(
          AuditLine(action: .retentionApplied, subject: expired.auditSubject, occasion: occasion), to: database)
      }
      if !expired.isEmpty { try cutOffRecords() }
    }
  }

  /// Persons of whom the vault, put back from a backup, still knows what was erased from the records.
  func forgetPersonsWithoutRecords(on day: String) throws {
    let known = try vault.read { try VaultErasure.persons(in: $0) }
    let persons = try reading { database in
      var search = ExpirySearch(in: database, seal: contentsSeal, orphans: known)
      try search.findLiving { _, _ in true }
      return search.orphans
    }
    try eraseFromVault(Expired(persons: persons), on: day)
  }

  private func eraseFromVault(_ expired: Expired, on day: String) throws {
    guard !expired.isEmpty else { return }
    try vault.inDatabase { vault in
      try vault.inTransaction(.immediate) {
        var erasure = VaultErasure(vault)
        for person in expired.persons { try erasure.forget(person, on: day) }
        for delivery in expired.deliveries {
          for row in delivery.rows where !row.isWhole {
            try erasure.removeDetails(of: row.person, row: row.number, receipt: delivery.receipt)
          }
        }
        try erasure.finish()
        return .commit
      }
      // The write-ahead log still holds the pages with the keys until it is written back and cut off.
      if snapshotPath != nil { _ = try vault.checkpoint(.truncate) }
    }
  }

  /// When terms were last applied, and what was received after that; nil when they never were.
  public func lastRetention() throws(StoreError) -> LastRetention? {
    try translatingErrors(in: path) {
      try reading { database in
        let last = try Row.fetchOne(
          database, sql: "SELECT id, moment FROM auditEntry WHERE action = ? ORDER BY id DESC LIMIT 1",
          arguments: [AuditAction.retentionApplied.rawValue])
        guard let last else { return nil }
        let later = try String.fetchSet(
          database, sql: "SELECT subject FROM auditEntry WHERE id > ? AND action = ?",
          arguments: [last["id"] as Int64, AuditAction.received.rawValue])
        return LastRetention(day: String((last["moment"] as String).prefix(10)), later: later)
      }
    }
  }
}

/// What was erased when terms were last applied may have come in again since.
public struct LastRetention: Sendable {
  public var day: String
  fileprivate var later: Set<String>

  public func isBefore(_ delivery: DeliverySummary) -> Bool { later.contains(delivery.receivedSubject) }
}

extension Expired {
  /// How much, and nothing of whom.
  fileprivate var auditSubject: String {
    let rows = deliveries.flatMap(\.rows)
    return "\(persons.count) persons, \(rows.count(where: \.isWhole)) rows, "
      + "\(rows.count { !$0.isWhole }) rows of details"
  }
}

extension VaultErasure {
  /// Of whom the vault has a key.
  static func persons(in vault: Database) throws -> Set<BlindIndex> {
    var persons: Set<BlindIndex> = []
    let indexes = try Data.fetchCursor(vault, sql: "SELECT blindIndex FROM person WHERE wrappedKey IS NOT NULL")
    while let index = try indexes.next() { persons.insert(BlindIndex(bytes: Array(index))) }
    return persons
  }
}

/// Goes through the records twice: for the persons who are within their term, and for the rows that are not.
private struct ExpirySearch {
  private let database: Database
  private let seal: ContentsSeal
  /// Persons of the vault about whom no row was met.
  private(set) var orphans: Set<BlindIndex>
  private var living: Set<BlindIndex> = []

  init(in database: Database, seal: ContentsSeal, orphans: Set<BlindIndex>) {
    (self.database, self.seal, self.orphans) = (database, seal, orphans)
  }

  private struct Record {
    var person: BlindIndex
    var ground: Int
    var row: Int
  }

  /// Every row about a person who was not erased.
  private func forEachRecord(_ body: (ReadingPlan.Delivery, Record) throws -> Void) throws {
    let deliveries = try Row.fetchAll(
      database,
      sql: """
        SELECT * FROM delivery NOT INDEXED WHERE status <> 'receiving' AND delivers = 'records'
        ORDER BY source, period, version
        """)
    for row in deliveries {
      let plan = try ReadingPlan(database, only: DeliverySummary(row), seal: seal)
      let statement = try plan.columnStatement(database)
      for chunk in plan.chunks {
        var columns: [[UInt8]] = []
        for (name, width) in [(OwnColumn.person, BlindIndex.count), (OwnColumn.ground, 1), (OwnColumn.sourceRow, 4)] {
          try plan.read(name, width: width, of: chunk, with: statement) { columns.append(Array($0)) }
        }
        for place in 0..<chunk.rowCount {
          let person = BlindIndex(in: columns[0], at: place)
          guard person != .none, !person.isErased else { continue }
          let row = columns[2].withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 4 * place, as: UInt32.self) }
          try body(
            chunk.delivery,
            Record(person: person, ground: Int(columns[1][place]), row: Int(UInt32(littleEndian: row))))
        }
      }
    }
  }

  mutating func findLiving(_ isPast: @escaping (DeliverySummary, String?) -> Bool) throws {
    var terms = TermsOfDelivery(isPast)
    var (living, orphans) = (living, orphans)
    try forEachRecord { delivery, record in
      orphans.remove(record.person)
      if try !terms.isPast(record.ground, in: delivery) { living.insert(record.person) }
    }
    (self.living, self.orphans) = (living, orphans)
  }

  func expired(_ isPast: @escaping (DeliverySummary, String?) -> Bool, details vault: Database) throws -> Expired {
    var terms = TermsOfDelivery(isPast)
    var expired = Expired()
    let details = try DetailSearch(vault)
    var last: Int64?
    try forEachRecord { delivery, record in
      guard try terms.isPast(record.ground, in: delivery) else { return }
      let isWhole = !living.contains(record.person)
      guard try isWhole || details.isKept(of: record.person, row: record.row, receipt: delivery.receipt) else { return }
      if last != delivery.id {
        expired.deliveries.append(ExpiredRows(delivery: delivery.summary, rows: [], receipt: Data(delivery.receipt)))
        last = delivery.id
      }
      if isWhole { expired.persons.insert(record.person) }
      expired.deliveries[expired.deliveries.count - 1].rows.append(
        ExpiredRows.Row(number: record.row, person: record.person, isWhole: isWhole))
    }
    expired.persons.formUnion(orphans)
    return expired
  }
}

/// Whether the term of each ground of a delivery is over, asked once a delivery.
private struct TermsOfDelivery {
  private let ask: (DeliverySummary, String?) -> Bool
  private var delivery: Int64?
  /// Of no ground and of each ground of the delivery.
  private var answers: [Bool] = []

  init(_ ask: @escaping (DeliverySummary, String?) -> Bool) { self.ask = ask }

  mutating func isPast(_ ground: Int, in delivery: ReadingPlan.Delivery) throws -> Bool {
    if self.delivery != delivery.id {
      self.delivery = delivery.id
      answers = ([nil] + delivery.layout.grounds).map { ask(delivery.summary, $0) }
    }
    guard answers.indices.contains(ground) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
    return answers[ground]
  }
}

/// Looks up whether the vault has details that a row brought.
private struct DetailSearch {
  private let statement: RawStatement

  init(_ vault: Database) throws {
    statement = try RawStatement(
      vault,
      sql: """
        SELECT 1 FROM person JOIN filing JOIN identity
          ON identity.personId = person.id AND identity.filingId = filing.id
        WHERE person.blindIndex = ? AND person.wrappedKey IS NOT NULL AND filing.receipt = ? AND sourceRow = ?
        """)
  }

  func isKept(of person: BlindIndex, row: Int, receipt: [UInt8]) throws -> Bool {
    try statement.run {
      $0.bind(person.bytes, at: 1)
      $0.bind(receipt, at: 2)
      $0.bind(Int64(row), at: 3)
    } read: { _ in
    }
  }
}

extension BlindIndex {
  /// - Parameter place: Of the index among others that lie one after the other.
  init(in bytes: [UInt8], at place: Int) {
    self = bytes.withUnsafeBytes {
      let start = place * BlindIndex.count
      return BlindIndex(
        high: UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: UInt64.self)),
        low: UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self)))
    }
  }
}
