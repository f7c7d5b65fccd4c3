import Foundation
import Linkage
package import Model
import Sheets

/// Pairs of the linkage unit beside the ties of the partners: what the registry makes persons of, without a value of
/// anybody.
package struct PersonRegistry {
  private let rows: [TiedRows.Row]
  private let result: PersonsOfPairs
  /// For each row the number of its person, and what became of those of a former result.
  private let numbers: [Int]
  private let change: PersonsChange?
  private let counts: (pairs: Int, ofFakes: Int, rowPairs: Int, files: Int)

  /// Of draws that weigh large groups; fixed, so that the same files give the same bytes.
  private static let seed: UInt64 = 1

  /// - Parameters:
  ///   - pairs: What `zicht match` wrote.
  ///   - ties: What `zicht encode` wrote for the registry, of every partner.
  ///   - threshold: From which chance on two rows are put together.
  ///   - earlier: A former result, of which persons keep their numbers.
  /// - Throws: `MonitoringError.data` when a file cannot be read or the ties are not of the encodings of the pairs.
  package init(
    _ pairs: String, ties: [String], threshold: Double, earlier: String? = nil
  ) throws(MonitoringError) {
    let former = try earlier.map { path throws(MonitoringError) in try EarlierPersons(path, .rows) }
    let tied = try TiedRows(ties)
    let entries = try EntryPairs(pairs)
    try tied.check(entries, pairs)
    let links = EncodedLinks(entries, tied)
    rows = tied.rows
    // The order does not matter: the division puts the pairs in its own.
    result = PersonsOfPairs(links.pairs, recordCount: rows.count, threshold: threshold, seed: Self.seed)
    let continued = try former?.continued(rows.map { ("", $0.number) }, result.persons)
    numbers = continued?.numbers ?? result.persons.map { $0 + 1 }
    change = continued?.change
    counts = (links.counts.entryPairs, links.counts.ofFakes, links.pairs.count, ties.count)
  }

  /// Writes a row for each row of a partner: the file of its ties, its random number, its person and how sure it is there.
  ///
  /// - Throws: `SheetError` when the file cannot be written.
  package func write(to path: String) throws {
    let writer = try CSVWriter(to: path, encoder: CSVEncoder(delimiter: .comma), hasByteOrderMark: false)
    try writer.write(["file", "row", "person_id", "probability"])
    for (number, row) in rows.enumerated() {
      try writer.write([
        row.file, row.number, String(numbers[number]), sixDecimals(result.certainty[number]),
      ])
    }
    try writer.finish()
  }

  package func answer(output: String) -> Answer {
    Answer(
      files: counts.files, rows: rows.count, pairs: counts.pairs, pairsOfFakes: counts.ofFakes,
      rowPairs: counts.rowPairs, persons: result.personCount, expectedPersons: result.expectedPersons,
      sinceEarlier: change,
      output: output)
  }

  /// What was done; nothing in it is about one person.
  package struct Answer: Equatable, Sendable, Encodable {
    package var isGood = true
    package var files, rows: Int
    /// Pairs of entries that were given, those of which an entry is of nobody, and the pairs of rows that the rest are.
    package var pairs, pairsOfFakes, rowPairs: Int
    /// As written.
    package var persons: Int
    /// The mean over all likely divisions.
    package var expectedPersons: Double
    package var sinceEarlier: PersonsChange?
    package var output: String

    package var sentence: LocalizedText {
      let expected = Int(expectedPersons.rounded())
      return LocalizedText(
        nl:
          "\(rows) rijen van \(files) bestanden zijn \(persons) personen, naar verwachting \(expected). \(pairs) "
          + "paren van "
          + "regels, \(pairsOfFakes) met een nepregel, zijn \(rowPairs) paren van rijen. De personen staan in "
          + "\(output).\(doubt.map { " " + $0.nl } ?? "")\(sinceEarlier.map { " " + $0.sentence.nl } ?? "")",
        en:
          "\(rows) rows of \(files) files are \(persons) persons, \(expected) expected. \(pairs) pairs of entries, "
          + "\(pairsOfFakes) with a fake, are \(rowPairs) pairs of rows. The persons are in \(output)."
          + "\(doubt.map { " " + $0.en } ?? "")\(sinceEarlier.map { " " + $0.sentence.en } ?? "")")
    }

    /// Said where the number that was made is not to be counted on: it differs from the expected one by more than three in a hundred.
    private var doubt: LocalizedText? {
      let difference = abs(Double(persons) - expectedPersons)
      guard difference >= 2, difference > 0.03 * expectedPersons else { return nil }
      return LocalizedText(
        nl:
          "Op het eerste aantal is niet te rekenen: de rijen hebben te weinig gemeen om te zeggen welke van "
          + "één persoon zijn. Vraag de partners meer velden te coderen, of noem het verwachte aantal.",
        en:
          "The first number is not to be counted on: the rows have too little in common to say which are of one "
          + "person. Ask the partners to encode more fields, or give the expected number.")
    }
  }
}
