import Foundation
import Linkage
package import Model
import Sheets

/// Records of files, linked to persons.
package struct RecordLinks {
  private let files: LinkFiles
  private let linking: RecordLinking
  private let configuration: LinkConfiguration
  private let seconds: Double
  /// For each record the number of its person, and what became of those of a former result.
  private let numbers: [Int]
  private let change: PersonsChange?

  /// - Throws: `MonitoringError.data` when a file cannot be read or linked, and when memory would not suffice.
  /// - Parameters:
  ///   - reviewed: A file of pairs that people decided.
  ///   - encoded: What a linkage unit said of rows that the files have the number of.
  ///   - earlier: A former result, of which persons keep their numbers.
  package init(
    _ paths: [String], configuration: LinkConfiguration, reviewed: String? = nil, encoded: EncodedLinks? = nil,
    earlier: String? = nil
  ) throws(MonitoringError) {
    let start = ContinuousClock.now
    files = try LinkFiles(paths, configuration, memory: ResourceUse.availableBytes, isEncoded: encoded != nil)
    if let encoded { try files.check(encoded) }
    var former: EarlierPersons?
    if let earlier {
      try files.requireNames()
      former = try EarlierPersons(earlier, .records)
    }
    self.configuration = configuration
    var decided: [ReviewedPair] = []
    if let reviewed { decided = try ReviewedFile(reviewed, files).pairs }
    do {
      linking = try RecordLinking(
        files.table, configuration.settings, reviewed: decided, encoded: encoded?.evidence)
    } catch {
      throw Self.told(error)
    }
    let persons = linking.persons().map(\.person)
    let continued = try former?.continued(files.names, persons)
    numbers = continued?.numbers ?? persons.map { $0 + 1 }
    change = continued?.change
    seconds = (ContinuousClock.now - start).inSeconds
  }

  static func told(_ error: RecordLinkingError) -> MonitoringError {
    switch error {
    case .noRecords:
      .data(nl: "Er zijn geen records om te koppelen.", en: "There are no records to link.")
    case .nothingToCompare:
      .data(
        nl: "Geen enkele rij heeft een waarde in een kolom die iets over een persoon zegt. Vul ze, of noem in --config "
          + "andere kolommen.",
        en: "No row has a value in a column that says anything about a person. Fill them, or name other columns in "
          + "--config.")
    case .tooManyRecords(let limit):
      .data(
        nl: "Er zijn meer dan \(limit) records. Koppel ze in delen.",
        en: "There are more than \(limit) records. Link them in parts.")
    }
  }

  /// Writes a row for each record, in the order of the files: its name, its person and how sure it is there.
  ///
  /// - Throws: `SheetError` when the file cannot be written.
  package func write(to path: String) throws {
    let several = files.paths.count > 1
    let writer = try CSVWriter(to: path, encoder: CSVEncoder(delimiter: .comma), hasByteOrderMark: false)
    try writer.write((several ? ["file"] : []) + ["record_id", "person_id", "probability"])
    for (record, place) in linking.persons().enumerated() {
      let row = [files.name(record), String(numbers[record]), sixDecimals(place.probability)]
      try writer.write(several ? [files.file(record)] + row : row)
    }
    try writer.finish()
  }

  /// Writes the pairs of at least some chance, with what agreed.
  ///
  /// - Throws: `SheetError` when the file cannot be written.
  package func writePairs(to path: String) throws {
    let writer = try CSVWriter(to: path, encoder: CSVEncoder(delimiter: .comma), hasByteOrderMark: false)
    try writer.write(pairHeader + ["probability", "levels"])
    try linking.forEachPair(from: configuration.pairsFrom) { pair in
      try writer.write(names(of: pair) + [sixDecimals(pair.probability), levels(of: pair)])
    }
    try writer.finish()
  }

  /// Writes pairs that are worth looking at, with an empty column for the answer.
  ///
  /// - Throws: `SheetError` when the file cannot be written.
  package func writeSuggestions(_ count: Int, to path: String) throws {
    let writer = try CSVWriter(to: path, encoder: CSVEncoder(delimiter: .comma), hasByteOrderMark: false)
    try writer.write(pairHeader + ["probability", "levels", "weight", "answer"])
    for (pair, weight) in linking.suggestions(count) {
      let weight = String((weight * 1000).rounded() / 1000)
      try writer.write(names(of: pair) + [sixDecimals(pair.probability), levels(of: pair), weight, ""])
    }
    try writer.finish()
  }

  private var pairHeader: [String] {
    files.paths.count > 1
      ? ["file_1", "record_id_1", "file_2", "record_id_2"] : ["record_id_1", "record_id_2"]
  }

  private func names(of pair: RecordLinking.Pair) -> [String] {
    [pair.first, pair.second].flatMap { record in
      files.paths.count > 1 ? [files.file(record), files.name(record)] : [files.name(record)]
    }
  }

  private func levels(of pair: RecordLinking.Pair) -> String {
    pair.levels.map { "\($0.field) \($0.level)" }.joined(separator: "; ")
  }

  package var answer: LinkAnswer {
    LinkAnswer(linking.summary, files.columns, encoded: linking.encoded, change: change, seconds: seconds)
  }
}
