internal import GRDB

/// How far a workspace followed the log of the monitor folder, as its audit log says. Whoever changes a line of the log of
/// the folder, and makes its chain anew, has to change the audit log too, and cannot without the key.
extension Workspace {
  /// The heads of the log of the folder that were written down, the earliest first: how many lines there were, and the
  /// digest of the last of them. Of before the log was last written from the workspace there are none.
  public func followedLog() throws(StoreError) -> [AuditAnchor] {
    try translatingErrors(in: path) {
      let rows = try reading {
        try Row.fetchAll(
          $0, sql: "SELECT action, subject FROM auditEntry WHERE action IN (?, ?) ORDER BY id",
          arguments: [AuditAction.logFollowed.rawValue, AuditAction.logWritten.rawValue])
      }
      return try rows.split(omittingEmptySubsequences: false) { $0["action"] == AuditAction.logWritten.rawValue }
        .last.map(Array.init)?.map {
          guard let head = AuditAnchor($0["subject"]) else { throw StoreError.corrupt(path: path) }
          return head
        } ?? []
    }
  }

  /// Writes down how far the log of the folder was followed, unless that is known.
  public func noteFollowed(_ head: AuditAnchor, on occasion: Occasion) throws(StoreError) {
    guard try head.entry > followedLog().last?.entry ?? 0 else { return }
    try record(.logFollowed, of: head.description, on: occasion)
  }

  /// Writes down that the log of the folder is written anew from the workspace: what was followed no longer binds it.
  public func noteLogWritten(on occasion: Occasion) throws(StoreError) {
    guard try !followedLog().isEmpty else { return }
    try record(.logWritten, of: "log.jsonl", on: occasion)
  }
}
