internal import GRDB
internal import Model

extension Database {
  /// Keeps what was said about a delivery, and which of its rows were not taken in.
  func write(_ findings: [Finding], ofDelivery id: Int64) throws {
    let setAside = try makeStatement(
      sql: "INSERT OR IGNORE INTO setAsideRow (deliveryId, sourceRow, rule, columnName) VALUES (?, ?, ?, ?)")
    let statement = try makeStatement(
      sql: """
        INSERT INTO finding (
          deliveryId, ordinal, sourceRow, columnName, rule, severity, messageNl, messageEn, remedyNl, remedyEn
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (ordinal, finding) in findings.enumerated() {
      try statement.execute(arguments: [
        id, ordinal, finding.place.row, finding.place.column, finding.rule, finding.severity.rawValue,
        finding.message.nl, finding.message.en, finding.remedy.nl, finding.remedy.en,
      ])
      if finding.severity == .error, let row = finding.place.row {
        try setAside.execute(arguments: [id, row, finding.rule, finding.place.column])
      }
    }
  }
}
