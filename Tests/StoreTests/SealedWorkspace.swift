import Foundation
import GRDB
@testable import Model
import Testing

@testable import Store

/// The workspace that tests damage: deliveries with and without details, counts, a withdrawal, and more of the audit log.
enum SealedWorkspace {
  /// A copy for one test.
  /// - Parameter published: So many entries of the audit log come after the four of the deliveries.
  static func make(published: Int = 0) throws -> TemporaryFolder {
    let copy = try short.get().asLeftByAKill()
    if published > 0 {
      let workspace = try Workspace(at: copy.path, key: Tiny.key())
      for number in 0..<published { try workspace.record(.published, of: "edition \(number) \u{E9}", on: Tiny.noon) }
    }
    return copy
  }

  private static let short: Result<TemporaryFolder, any Error> = Result {
    let folder = try TemporaryFolder()
    let workspace = try Workspace(at: folder.path, key: Tiny.key())
    for (period, digit) in [("2018", "a"), ("2019", "b")] {
      try workspace.receive(
        (0..<40).map {
          TinyRow(
            person: "p\($0)", colour: $0.isMultiple(of: 3) ? "red" : "blue", lane: .identified,
            names: ["surname": "Naam\($0)"])
        }, period: period, checksum: digit)
    }
    try workspace.receive(Tiny.counts())
    try workspace.withdraw(source: "north", period: "2018", occasion: Tiny.noon)
    return folder
  }

  /// Everything that can be read of a workspace, or the error that says why it cannot.
  static func answer(in folder: TemporaryFolder) -> Result<String, StoreError> {
    Result { () throws(StoreError) in try answer(of: Workspace(reading: folder.path, key: try! Tiny.key())) }
  }

  /// As whoever writes in it finds it, with the details of one person.
  static func answerOfWriter(in folder: TemporaryFolder) -> Result<String, StoreError> {
    Result { () throws(StoreError) in
      let workspace = try Workspace(at: folder.path, key: try! Tiny.key())
      let answer = try answer(of: workspace)
      let details = try workspace.identity(of: workspace.blindIndex(ofPersonKey: "p7"), occasion: Tiny.noon)
      return answer + details.map { " \($0.field) \($0.value) \($0.sourceRow)" }.joined()
    }
  }

  private static func answer(of workspace: Workspace) throws(StoreError) -> String {
    _ = try workspace.verify(against: [])
    let notifications = try workspace.notifications(for: Tiny.monitor())
    let deliveries = try workspace.deliveries()
    let counts = try workspace.reportedCounts(for: Tiny.countMonitor())
    let entries = try workspace.auditEntries()
    return "\(notifications.columns) \(notifications.deliveries) \(deliveries) \(counts) \(entries)"
  }
}

extension TemporaryFolder {
  /// Does what the triggers forbid, with an open file of its own.
  /// - Parameter file: The name of a database without its ending.
  func tamper(_ file: String, _ change: String) throws {
    try tamper(file) {
      try $0.execute(sql: change)
      #expect($0.changesCount > 0, "the test changes nothing")
    }
  }

  func tamper(_ file: String, _ change: (Database) throws -> Void) throws {
    let queue = try DatabaseQueue(path: path(of: "\(file).sqlite"))
    try queue.inDatabase { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
      let triggers = try Row.fetchAll(database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
      try change(database)
      for trigger in triggers { try database.execute(sql: trigger["sql"]) }
    }
    try queue.close()
  }
}
