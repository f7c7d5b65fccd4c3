internal import GRDB
public import Model

extension Workspace {
  /// The personal details of some rows, for somebody to look at. The showing is in the audit log before anything is handed
  /// out; what nobody sees of a value, such as directions and controls, is not.
  ///
  /// - Parameters:
  ///   - details: As they were opened for linking.
  ///   - rows: Of the notifications.
  ///   - subject: A name of what is shown that says nothing about anybody.
  public func shown(
    _ details: LinkingDetails, ofRows rows: [Int], as subject: String, on occasion: Occasion
  ) throws(StoreError) -> [[RevealedDetail]] {
    try record(.pairShown, of: subject, on: occasion)
    return rows.map { row in
      details.details.filter { $0.row == row }.map {
        let value = VisibleText(String(decoding: $0.value, as: UTF8.self)).string
        return RevealedDetail(field: $0.field, value: value, delivery: nil, sourceRow: row)
      }
    }
  }

  /// The heads of the log of reviews that were written down, the earliest first; since lines were last erased from it, none
  /// from before.
  public func reviewHeads() throws(StoreError) -> [AuditAnchor] {
    try translatingErrors(in: path) {
      let rows = try reading {
        try Row.fetchAll(
          $0, sql: "SELECT action, subject FROM auditEntry WHERE action IN (?, ?) ORDER BY id",
          arguments: [AuditAction.pairReviewed.rawValue, AuditAction.reviewsErased.rawValue])
      }
      let start = rows.lastIndex { $0["action"] == AuditAction.reviewsErased.rawValue } ?? 0
      return try rows[start...].map {
        guard let head = AuditAnchor($0["subject"]) else { throw StoreError.corrupt(path: path) }
        return head
      }
    }
  }
}

extension Workspace {
  /// The last entry of the audit log after which other records or details may be there: who holds some in memory asks
  /// whether they still are.
  public func lastChange() throws(StoreError) -> Int {
    let actions: [AuditAction] = [.received, .withdrawn, .personErased, .retentionApplied]
    return try translatingErrors(in: path) {
      try reading {
        try Int.fetchOne(
          $0, sql: "SELECT MAX(id) FROM auditEntry WHERE action IN (?, ?, ?, ?)",
          arguments: StatementArguments(actions.map(\.rawValue)))
      } ?? 0
    }
  }
}
