import Foundation
import Linkage
import Model
import Sheets

/// Pairs that people looked at: the file that `--suggest` wrote, with answers filled in.
struct ReviewedFile {
  private(set) var pairs: [ReviewedPair] = []

  private static let same: Set = ["same", "zelfde"]
  private static let different: Set = ["different", "anders"]
  private static let undecided: Set = ["", "cannot-say", "weet-niet"]

  /// - Throws: `MonitoringError.data` for a file that cannot be read, a record that is in no file and a word that is no
  ///   answer.
  init(_ path: String, _ files: LinkFiles) throws(MonitoringError) {
    let records = files.recordsByName
    try LinkResultFile.forEachRow(path) { (header, row, number) throws(MonitoringError) in
      let column = { (names: [String]) in header.firstIndex { names.contains($0) }.map { row[$0] } }
      guard let first = column(["record_id_1"]), let second = column(["record_id_2"]),
        let answer = column(["answer", "antwoord"])
      else {
        throw .data(
          nl: "\(path) mist een kolom record_id_1, record_id_2 of answer. Vul een bestand in dat --suggest schreef.",
          en: "\(path) lacks a column record_id_1, record_id_2 or answer. Fill in a file that --suggest wrote.")
      }
      let word = answer.trimmingCharacters(in: .whitespaces).lowercased()
      guard !Self.undecided.contains(word) else { return }
      guard Self.same.contains(word) || Self.different.contains(word) else {
        throw .data(
          nl: "\(path), rij \(number), kolom answer: dit is geen antwoord. Kies uit: same, different, cannot-say.",
          en: "\(path), row \(number), column answer: this is no answer. Choose from: same, different, cannot-say.")
      }
      guard let a = records[files.key(column(["file_1"]), first)],
        let b = records[files.key(column(["file_2"]), second)]
      else {
        throw .data(
          nl:
            "\(path), rij \(number): een van deze records is in geen van de bestanden. Noem dezelfde bestanden als toen.",
          en: "\(path), row \(number): one of these records is in none of the files. Name the same files as then.")
      }
      let weight = column(["weight"]).flatMap { Double($0) } ?? 1
      pairs.append(ReviewedPair(first: a, second: b, isSame: Self.same.contains(word), weight: max(0.001, weight)))
    }
  }
}
