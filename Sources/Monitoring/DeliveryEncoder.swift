import Cryptography
import Encoding
package import Foundation
package import Model
import Sheets

/// Encodes a delivery where it is, for a linkage unit that may not see names, and keeps apart which entries are of one
/// row, for the registry, and which row is which record, for the partner alone.
package struct DeliveryEncoder: Sendable {
  package var delivery: URL
  package var key: URL
  package var source: String
  /// Names the columns of the delivery; nil for those with usual headers.
  package var columns: URL?
  /// A public list of names with counts; nil for no bands of rarity.
  package var names: URL?
  /// As in the header of a file; nil for the standard.
  package var parameters: String?

  package init(
    _ delivery: URL, key: URL, source: String, columns: URL? = nil, names: URL? = nil, parameters: String? = nil
  ) {
    (self.delivery, self.key, self.source) = (delivery, key, source)
    (self.columns, self.names, self.parameters) = (columns, names, parameters)
  }

  /// What was done, without anything of anybody.
  package struct Answer: Equatable, Sendable, Encodable {
    package var isGood = true
    package var records: Int
    /// Records that have nothing by which they could be found.
    package var unfindable: Int
    package var project: String
    package var epoch: Int
    package var fingerprint: String
    package var output: String
    package var ties: String
    package var ownTable: String
    /// What a key server was asked; 0 without one.
    package var questions: Int
  }

  /// Writes all three files, or none.
  ///
  /// - Parameters:
  ///   - output: What goes to the linkage unit.
  ///   - ties: What goes to the registry.
  ///   - ownTable: What stays with the partner.
  ///   - server: Asked for the values of blocks; nil without a key server.
  package func write(
    to output: URL, ties: URL, ownTable: URL, asking server: KeyServerClient?
  ) async throws -> Answer {
    for file in [output, ties, ownTable] where FileManager.default.fileExists(atPath: file.path) {
      throw MonitoringError.data(
        nl: "\(file.path) bestaat al en is niet overschreven. Kies een andere naam.",
        en: "\(file.path) already exists and was not overwritten. Choose another name.")
    }
    let key = try LinkageKey(contentsOf: key.path)
    let settings = try encodingParameters()
    let encoding = try DeliveryEncoding(
      SheetSource(contentsOf: delivery.path), columns: encodingColumns(),
      names: names.map { try SheetSource(contentsOf: $0.path) })
    let questions = server == nil ? nil : encoding.questions(key: key, parameters: settings)
    var values: DeliveryEncoding.ServerValues?
    if let server, let questions { values = try await server.values(of: questions) }
    var generator = SystemRandomNumberGenerator()
    let result = try encoding.encoded(
      source: source, key: key, parameters: settings, server: values, using: &generator)
    let ownRows = result.ownRows.map { [String($0.row), $0.record, $0.number] }
    do {
      try write([["rij", "recordnummer", "willekeurig nummer"]] + ownRows, to: ownTable)
      try write(TiedRows.lines(of: result, source: source, key: key), to: ties)
      try write(result.bytes, to: output)
    } catch {
      for file in [ownTable, ties, output] { try? FileManager.default.removeItem(at: file) }
      throw error
    }
    return Answer(
      records: encoding.count, unfindable: result.unfindable.count, project: key.project, epoch: key.epoch,
      fingerprint: key.fingerprint, output: output.path, ties: ties.path, ownTable: ownTable.path,
      questions: questions?.count ?? 0)
  }

  private func encodingParameters() throws -> EncodingParameters {
    guard let parameters else { return .standard }
    guard let known = EncodingParameters(parameters) else {
      throw MonitoringError.data(
        nl: "De instellingen zijn niet te gebruiken. Schrijf ze als: \(EncodingParameters.standard)",
        en: "The parameters cannot be used. Write them as: \(EncodingParameters.standard)")
    }
    return known
  }

  private func encodingColumns() throws -> EncodingColumns {
    guard let columns else { return .usual }
    guard let text = try? String(contentsOf: columns, encoding: .utf8) else {
      throw MonitoringError.data(
        nl: "\(columns.path) kan niet worden gelezen. Noem een tekstbestand in UTF-8.",
        en: "\(columns.path) cannot be read. Name a text file in UTF-8.")
    }
    return try EncodingColumns(text: text)
  }

  private func write(_ rows: [[String]], to file: URL) throws {
    let encoder = CSVEncoder(delimiter: .semicolon)
    var bytes: [UInt8] = []
    for row in rows { encoder.append(row, to: &bytes) }
    try write(bytes, to: file)
  }

  /// A file that only its owner may read: who puts the three together has the way back.
  private func write(_ bytes: [UInt8], to file: URL) throws {
    guard
      FileManager.default.createFile(
        atPath: file.path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
    else { throw unwritable(file) }
  }

  private func unwritable(_ file: URL) -> MonitoringError {
    .data(
      nl: "\(file.path) is niet te schrijven. Kies een map waarin u mag schrijven en waar plaats is.",
      en: "\(file.path) cannot be written. Choose a folder in which you may write and where there is room.")
  }
}
