package import Foundation
package import Model
package import Store

/// What a monitor keeps about one person, for whoever has to answer that person.
package struct PersonFile: Encodable {
  package struct Row: Encodable {
    package var source, period, status, file: String
    package var version, row: Int
  }

  package struct Detail: Encodable {
    package var field, value: String
    /// The delivery that brought it; nil when that is gone.
    package var source, period: String?
    package var row: Int

    init(_ detail: RevealedDetail) {
      (field, value, row) = (detail.field, detail.value, detail.sourceRow)
      (source, period) = (detail.delivery?.source, detail.delivery?.period)
    }
  }

  package var rows: [Row]
  package var details: [Detail]

  /// Looks a person up, and writes in the audit log that it was done.
  ///
  /// - Parameters:
  ///   - key: As the source gave it; written nowhere.
  ///   - revealing: Whether the personal details are opened as well.
  /// - Throws: `StoreError.unknownPerson` when no delivery was about the person and the vault knows nothing.
  package init(
    ofPersonKey key: String, in workspace: Workspace, revealing: Bool, on occasion: Occasion
  ) throws {
    let index = workspace.blindIndex(ofPersonKey: key)
    rows = try workspace.rows(about: index, occasion: occasion).map { row in
      Row(
        source: row.source, period: row.period, status: row.status.rawValue, file: row.fileName, version: row.version,
        row: row.sourceRow)
    }
    details = []
    guard revealing else {
      if rows.isEmpty { throw StoreError.unknownPerson }
      return
    }
    let opened = Result { () throws(StoreError) in try workspace.identity(of: index, occasion: occasion) }
    switch opened {
    case .success(let revealed): details = revealed.map(Detail.init)
    // In the records, and never with a name.
    case .failure(.unknownPerson) where !rows.isEmpty: return
    case .failure(let error): throw error
    }
  }

  /// Writes all of it to a file that only its owner reads and that was not there.
  package func write(to file: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(self)
    guard !FileManager.default.fileExists(atPath: file.path),
      FileManager.default.createFile(atPath: file.path, contents: data, attributes: [.posixPermissions: 0o600])
    else {
      throw MonitoringError.data(
        nl: "\(file.path) kan niet worden geschreven, of is er al. Kies een andere naam met --output.",
        en: "\(file.path) cannot be written, or is there already. Choose another name with --output.")
    }
  }
}
