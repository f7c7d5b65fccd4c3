package import Estimation
package import Model
import MonitorFolder
import Sheets

extension ListTable {
  /// The table of lists in a file that somebody names.
  ///
  /// - Throws: `MonitoringError`: all that is wrong in it, or why it cannot be read at all.
  package static func read(
    contentsOf path: String, as columns: ListTable.Columns = .allLists
  ) throws -> ListTable {
    let (table, findings) = try naming(path) { try ListTableReader.read(contentsOf: path, as: columns) }
    guard let table else { throw MonitoringError.findings(findings) }
    return table
  }
}

extension ReplicateTables {
  /// Bootstrap tables that another program made: a CSV with a column for each history (`h110`, list 1 first), perhaps
  /// the `estimate` of that program, and a row for each replicate.
  ///
  /// - Throws: `MonitoringError.data` for the first cell that cannot be read, or a file that cannot be.
  package static func read(contentsOf path: String, lists: Int) throws -> ReplicateTables {
    try naming(path) { try readRows(of: path, lists: lists) }
  }

  private static func readRows(of path: String, lists: Int) throws -> ReplicateTables {
    var heading: [String] = []
    var histories: [UInt32] = []
    var counts: [[Int]] = []
    var estimates: [Double?] = []
    try CSVReader(contentsOf: path).forEachRow { row in
      let fields = row.strings()
      guard !heading.isEmpty else {
        heading = fields
        histories = try fields.filter { $0 != estimate }.map { name in
          guard let history = ReplicateTables.history(named: name, lists: lists) else {
            throw MonitoringError.data(
              nl: "De kolom `\(name)` noemt geen combinatie van \(lists) lijsten; zo'n kolom heet h en dan \(lists) "
                + "nullen en enen.",
              en: "The column `\(name)` names no combination of \(lists) lists; such a column is h and then \(lists) "
                + "zeros and ones.")
          }
          return history
        }
        return
      }
      guard fields.count == heading.count else {
        throw MonitoringError.data(
          nl: "Rij \(row.number) heeft \(fields.count) velden en de kop \(heading.count).",
          en: "Row \(row.number) has \(fields.count) fields and the heading \(heading.count).")
      }
      var numbers: [Int] = []
      var given: Double?
      for (name, field) in zip(heading, fields) {
        guard name != estimate else {
          given = Double(field)
          continue
        }
        guard let count = Int(field), count >= 0 else {
          throw MonitoringError.data(
            nl: "Rij \(row.number), kolom \(name): hier staat geen aantal.",
            en: "Row \(row.number), column \(name): this is not a count.")
        }
        numbers.append(count)
      }
      counts.append(numbers)
      estimates.append(given)
    }
    return ReplicateTables(histories: histories, counts: counts, estimates: estimates)
  }

  private static let estimate = "estimate"
}

/// What a reader says of a file, with the file as it was named: a reader of bytes does not know it.
func naming<Value>(_ path: String, _ read: () throws -> Value) throws -> Value {
  do {
    return try read()
  } catch let error as SheetError {
    throw MonitoringError.data(nl: "\(path): \(error.message.nl)", en: "\(path): \(error.message.en)")
  }
}
