internal import GRDB
public import Model

extension Workspace {
  /// The personal details of some rows, for somebody to look at. The showing is in the audit log before anything is handed
  /// out.
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
        RevealedDetail(
          field: $0.field, value: String(decoding: $0.value, as: UTF8.self), delivery: nil, sourceRow: row)
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
