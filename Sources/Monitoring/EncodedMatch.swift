import Encoding
import Foundation
package import Model
import Sheets

/// Encoded files, compared by the linkage unit: pairs of entries with how sure it is that both are of one person.
package struct EncodedMatch {
  private let matching: EncodedMatching
  private let floor: Double

  /// The columns of a file of pairs.
  static let columns = ["source_1", "entry_1", "source_2", "entry_2", "probability", "levels"]

  /// - Parameter floor: The least chance of a pair that is written.
  /// - Throws: `MonitoringError.data` when a file cannot be read; `EncodingError` when one is none or cannot be compared
  ///   with the first.
  package init(_ paths: [String], floor: Double) throws {
    var files: [(name: String, bytes: [UInt8])] = []
    for path in paths {
      guard let data = try? Data(contentsOf: URL(filePath: path)) else {
        throw MonitoringError.data(
          nl: "\(path) kan niet worden gelezen. Noem het bestand met coderingen dat de partner stuurde.",
          en: "\(path) cannot be read. Name the file of encodings that the partner sent.")
      }
      files.append((path, [UInt8](data)))
    }
    matching = try EncodedMatching(files)
    self.floor = floor
  }

  /// Writes the pairs and counts them.
  ///
  /// - Throws: `SheetError` when the file cannot be written.
  package func write(to path: String) throws -> Answer {
    let pairs = matching.pairs(from: floor)
    let writer = try CSVWriter(to: path, encoder: CSVEncoder(delimiter: .comma), hasByteOrderMark: false)
    try writer.write(Self.columns)
    for pair in pairs {
      let levels = pair.levels.map { "\($0.field) \($0.level)" }.joined(separator: "; ")
      try writer.write([
        pair.firstSource, pair.firstEntry, pair.secondSource, pair.secondEntry, sixDecimals(pair.probability), levels,
      ])
    }
    let summary = matching.summary
    try writer.write(EntryPairs.closing(summary, pairs: pairs.count))
    try writer.finish()
    return Answer(
      sources: summary.sources.map { Answer.Source(source: $0.name, entries: $0.entries) }, project: summary.project,
      epoch: summary.epoch, comparedPairs: summary.comparedPairs, pairs: pairs.count,
      likelyPairs: pairs.count { $0.probability >= 0.5 }, entriesPassedOver: summary.entriesPassedOver,
      roundsOfLearning: summary.roundsOfLearning, output: path)
  }

  /// What was done; nothing in it is about one person.
  package struct Answer: Equatable, Sendable, Encodable {
    package struct Source: Equatable, Sendable, Encodable {
      package var source: String
      package var entries: Int
    }

    package var isGood = true
    package var sources: [Source]
    package var project: String
    package var epoch: Int
    package var comparedPairs: Int
    /// That were written, and of those the ones with a chance of one half at least.
    package var pairs, likelyPairs: Int
    package var entriesPassedOver: Int
    package var roundsOfLearning: Int
    package var output: String

    package var sentence: LocalizedText {
      let entries = sources.reduce(0) { $0 + $1.entries }
      return LocalizedText(
        nl:
          "\(entries) regels van \(sources.count) bronnen, \(comparedPairs) paren vergeleken; \(pairs) ervan staan in "
          + "\(output), \(likelyPairs) met een kans van een half of meer. Dat bestand gaat naar het register.",
        en:
          "\(entries) entries of \(sources.count) sources, \(comparedPairs) pairs compared; \(pairs) of them are in "
          + "\(output), \(likelyPairs) with a chance of one half or more. That file goes to the registry.")
    }
  }
}
