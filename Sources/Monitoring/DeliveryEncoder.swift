import Cryptography
import Encoding
package import Foundation
package import Model
import Sheets

/// Encodes a delivery where it is, for a linkage unit that may not see names, and keeps apart which random number is
/// which record.
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
    package var ownTable: String
    /// What a key server was asked; 0 without one.
    package var questions: Int
  }

  /// Writes both files, or neither.
  ///
  /// - Parameters:
  ///   - output: What goes to the linkage unit.
  ///   - ownTable: What stays with the partner.
  ///   - server: Asked for the values of blocks; nil without a key server.
  package func write(
    to output: URL, ownTable: URL, asking server: KeyServerClient?
  ) async throws -> Answer {
    for file in [output, ownTable] where FileManager.default.fileExists(atPath: file.path) {
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
    try write(result.ownRows, to: ownTable)
    do { try Data(result.bytes).write(to: output, options: .atomic) } catch {
      try? FileManager.default.removeItem(at: ownTable)
      throw unwritable(output)
    }
    return Answer(
      records: encoding.count, unfindable: result.unfindable, project: key.project, epoch: key.epoch,
      fingerprint: key.fingerprint, output: output.path, ownTable: ownTable.path, questions: questions?.count ?? 0)
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

  /// A file that only its owner may read: it is the way back.
  private func write(_ rows: [DeliveryEncoding.OwnRow], to file: URL) throws {
    let encoder = CSVEncoder(delimiter: .semicolon)
    var bytes: [UInt8] = []
    encoder.append(["rij", "recordnummer", "willekeurig nummer"], to: &bytes)
    for row in rows { encoder.append([String(row.row), row.record, row.number], to: &bytes) }
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
