import Linkage
package import Model

/// A former result of linking: which number the person of each record had.
struct EarlierPersons {
  private let path: String
  private var numbers: [String: Int] = [:]
  private let hasFiles: Bool

  /// What stands in a result by which a record is known.
  enum Form {
    /// `zicht link`: `file` where there are several, and `record_id`.
    case records
    /// `zicht persons`: the random number of a row.
    case rows
  }

  /// - Throws: `MonitoringError.data` for a file that is no such result or has a record twice.
  init(_ path: String, _ form: Form) throws(MonitoringError) {
    self.path = path
    let name = form == .records ? "record_id" : "row"
    let header = try LinkResultFile.header(path)
    guard let record = header.firstIndex(of: name), let person = header.firstIndex(of: "person_id") else {
      throw Self.noResult(path, form)
    }
    let file = form == .records ? header.firstIndex(of: "file") : nil
    hasFiles = file != nil
    var numbers: [String: Int] = [:]
    try LinkResultFile.forEachRow(path) { (_, row, number) throws(MonitoringError) in
      guard let value = Int(row[person]), value > 0 else {
        throw .data(
          nl: "\(path), rij \(number): person_id is geen nummer. Noem een resultaat zoals het werd geschreven.",
          en: "\(path), row \(number): person_id is no number. Name a result as it was written.")
      }
      guard numbers.updateValue(value, forKey: Self.key(file.map { row[$0] }, row[record])) == nil else {
        throw .data(
          nl: "\(path), rij \(number): dit record stond er al. Noem een resultaat zoals het werd geschreven.",
          en: "\(path), row \(number): this record stood there already. Name a result as it was written.")
      }
    }
    self.numbers = numbers
  }

  private static func key(_ file: String?, _ name: String) -> String { (file ?? "") + "\u{0}" + name }

  private static func noResult(_ path: String, _ form: Form) -> MonitoringError {
    let command = form == .records ? "zicht link" : "zicht persons"
    return .data(
      nl: "\(path) is niet door \(command) geschreven: de kolommen daarvan ontbreken.",
      en: "\(path) was not written by \(command): its columns are missing.")
  }

  /// The numbers of persons, so that those who were there before keep theirs.
  ///
  /// - Parameters:
  ///   - records: The file and the name of each record.
  ///   - persons: For each of them its person, from 0.
  /// - Throws: `MonitoringError.data` when none of the records was there before.
  func continued(
    _ records: [(file: String, name: String)], _ persons: [Int]
  ) throws(MonitoringError) -> (numbers: [Int], change: PersonsChange) {
    let keys = records.map { Self.key(hasFiles ? $0.file : nil, $0.name) }
    // Of a result of one file a name says which record it is only where no two files have it.
    var times: [String: Int] = [:]
    for key in keys { times[key, default: 0] += 1 }
    let earlier = keys.map { times[$0] == 1 ? numbers[$0] : nil }
    guard earlier.contains(where: { $0 != nil }) else {
      throw .data(
        nl: "Geen enkel record staat in \(path), dus geen persoon kan haar nummer houden. Noem het vorige resultaat "
          + "van "
          + "dezelfde bestanden, met dezelfde recordnummers, of laat --earlier weg.",
        en: "No record is in \(path), so no person can keep its number. Name the former result of the same files, "
          + "with the "
          + "same record numbers, or leave --earlier out.")
    }
    let continuity = PersonContinuity(
      persons: persons, earlier: earlier, names: records.map { Self.key($0.file, $0.name) }, known: Set(numbers.values))
    let found = earlier.count { $0 != nil }
    return (
      continuity.numbers,
      PersonsChange(continuity.counts, newRecords: records.count - found, goneRecords: numbers.count - found)
    )
  }
}

/// What became of persons since a former result; nothing in it is about one person.
package struct PersonsChange: Equatable, Sendable, Encodable {
  package var keptPersons, newPersons, splitPersons, mergedPersons, absorbedPersons, gonePersons: Int
  package var newRecords, goneRecords: Int

  init(_ counts: PersonContinuity.Counts, newRecords: Int, goneRecords: Int) {
    (keptPersons, newPersons) = (counts.kept, counts.new)
    (splitPersons, mergedPersons) = (counts.split, counts.merged)
    (absorbedPersons, gonePersons) = (counts.absorbed, counts.gone)
    (self.newRecords, self.goneRecords) = (newRecords, goneRecords)
  }

  package var sentence: LocalizedText {
    LocalizedText(
      nl: "Sinds het vorige resultaat: \(newRecords) records erbij en \(goneRecords) weg; \(keptPersons) personen "
        + "houden hun "
        + "nummer en \(newPersons) krijgen een nieuw. \(splitPersons) personen zijn gesplitst, \(mergedPersons) "
        + "samengevoegd, "
        + "en \(gonePersons) komen niet meer voor.",
      en: "Since the former result: \(newRecords) records more and \(goneRecords) gone; \(keptPersons) persons keep "
        + "their "
        + "number and \(newPersons) get a new one. \(splitPersons) persons were split, \(mergedPersons) put "
        + "together, and "
        + "\(gonePersons) are there no more.")
  }
}
