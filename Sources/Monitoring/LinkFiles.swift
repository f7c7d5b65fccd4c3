import Foundation
import Linkage
import Model
import Sheets

/// The files to link, read into one table.
struct LinkFiles {
  struct Read: Encodable, Equatable {
    var file, column, role: String
  }

  private(set) var table = LinkTable()
  private(set) var columns: [Read] = []
  /// Row numbers of the records, as a spreadsheet program shows them.
  private(set) var rows: [UInt32] = []
  let paths: [String]
  private var headers: Set<String> = []
  private var columnCount = 0
  private let memory: Int
  /// Whether a column of numbers of encoded rows is enough to know records by.
  private let isEncoded: Bool

  /// - Parameter memory: How many bytes linking may take.
  /// - Throws: `MonitoringError.data` when a file cannot be read, has no column to compare or names a record twice, and
  ///   when there would not be enough memory.
  init(
    _ paths: [String], _ configuration: LinkConfiguration, memory: Int, isEncoded: Bool = false
  ) throws(MonitoringError) {
    (self.paths, self.memory, self.isEncoded) = (paths, memory, isEncoded)
    guard paths.count <= 200 else {
      throw .data(
        nl: "Er kunnen ten hoogste 200 bestanden tegelijk worden gekoppeld. Voeg ze samen.",
        en: "At most 200 files can be linked at once. Put them together.")
    }
    for (number, path) in paths.enumerated() { try read(path, number, configuration) }
    try configuration.check(headers)
    guard let repeated = table.repeatedRecord() else { return }
    let (path, first, second) = (
      paths[table.file(of: repeated.second)], rows[repeated.first], rows[repeated.second]
    )
    throw .data(
      nl:
        "\(path), rij \(second): dit recordnummer staat ook in rij \(first). Geef elke rij een eigen nummer, of "
        + "laat de "
        + "kolom weg met 'column NAAM: none' in --config.",
      en:
        "\(path), row \(second): this record number also stands in row \(first). Give each row a number of its own, or "
        + "leave the column out with 'column NAME: none' in --config.")
  }

  private mutating func read(_ path: String, _ number: Int, _ configuration: LinkConfiguration) throws(MonitoringError)
  {
    let before = table.recordCount
    do {
      let source = try SheetSource(contentsOf: path)
      var places: [Int?]?
      try source.forEachRow { row in
        guard let places else {
          places = try header(row.strings(), path, configuration)
          return
        }
        try add(row, places, path, number)
      }
    } catch let error as MonitoringError {
      throw error
    } catch let error as SheetError {
      throw .data(nl: "\(path): \(error.message.nl)", en: "\(path): \(error.message.en)")
    } catch {
      throw .data(nl: "\(path) kan niet worden gelezen.", en: "\(path) cannot be read.")
    }
    guard table.recordCount > before else {
      throw .data(
        nl: "\(path) heeft geen rijen onder de koppen. Geef een bestand met records.",
        en: "\(path) has no rows below the headers. Give a file with records.")
    }
  }

  private mutating func header(
    _ header: [String], _ path: String, _ configuration: LinkConfiguration
  ) throws(MonitoringError) -> [Int?] {
    var taken: Set<LinkRole> = []
    var places: [Int?] = []
    for name in header.map({ $0.trimmingCharacters(in: .whitespaces) }) {
      headers.insert(name)
      let named = configuration.roles.last { $0.column == name }
      guard let role = named.map(\.role) ?? LinkRole(header: Array(name.utf8)), taken.insert(role).inserted else {
        places.append(nil)
        continue
      }
      places.append(table.place(of: role))
      columns.append(Read(file: path, column: name, role: role.rawValue))
    }
    columnCount = max(columnCount, taken.count)
    guard taken.contains(where: \.isCompared) || (isEncoded && taken.contains(.encodedRow)) else {
      throw .data(
        nl:
          "\(path): geen kolom zegt iets over een persoon. Noem in --config wat de kolommen zijn, zoals 'column NAAM: "
          + "surname'.",
        en:
          "\(path): no column says anything about a person. Say in --config what the columns are, such as 'column "
          + "NAME: "
          + "surname'.")
    }
    return places
  }

  private mutating func add(
    _ row: borrowing SheetRow, _ places: [Int?], _ path: String, _ number: Int
  ) throws(MonitoringError) {
    table.addRecord(file: number)
    rows.append(UInt32(row.number))
    for column in 0..<min(row.count, places.count) {
      if let place = places[column] { table.set(place, row.shown(column).bytes) }
    }
    guard table.recordCount & 0x3FFF == 0 else { return }
    let needed = LinkTable.bytes(records: table.recordCount, columns: columnCount)
    guard needed > memory else { return }
    let (least, free) = (needed / 1_000_000, memory / 1_000_000)
    throw .data(
      nl:
        "\(path), rij \(row.number): alleen al de rijen tot hier vragen \(least) MB geheugen om te koppelen, en er is "
        + "\(free) MB. Koppel op een machine met meer geheugen, of in delen.",
      en: "\(path), row \(row.number): linking the rows up to here alone takes \(least) MB of memory, and there is "
        + "\(free) MB. Link on a machine with more memory, or in parts.")
  }

  /// - Throws: `MonitoringError.data` when no file has a row that was encoded, or two rows have one number.
  func check(_ links: EncodedLinks) throws(MonitoringError) {
    let known = Set(links.rows.map(\.number))
    var first: [String: Int] = [:]
    for record in 0..<table.recordCount {
      guard let number = table.value(record, .encodedRow) else { continue }
      guard let before = first.updateValue(record, forKey: number) else { continue }
      throw .data(
        nl: "\(file(record)), rij \(rows[record]): dit rijnummer staat ook in \(file(before)), rij \(rows[before]). "
          + "Geef "
          + "elke rij het nummer dat zij in het bestand .eigen.csv heeft.",
        en: "\(file(record)), row \(rows[record]): this row number also stands in \(file(before)), row "
          + "\(rows[before]). "
          + "Give each row the number that it has in the file .eigen.csv.")
    }
    guard !first.keys.contains(where: known.contains) else { return }
    throw .data(
      nl: "Geen rij van de bestanden is bij de paren van de koppelaar (\(links.origin)). Noem bestanden met een kolom "
        + "'willekeurig nummer' van dezelfde codering.",
      en: "No row of the files is among the pairs of the linkage unit (\(links.origin)). Name files with a column "
        + "'willekeurig nummer' of the same encodings.")
  }

  /// The name of a record: what its column says, or else its row.
  func name(_ record: Int) -> String { table.value(record, .record) ?? String(rows[record]) }

  /// The file and the name of each record.
  var names: [(file: String, name: String)] { (0..<table.recordCount).map { (file($0), name($0)) } }

  /// - Throws: `MonitoringError.data` for a record without a number of its own: its row is another one next time.
  func requireNames() throws(MonitoringError) {
    guard let record = (0..<table.recordCount).first(where: { table.value($0, .record) == nil }) else { return }
    throw .data(
      nl: "\(file(record)), rij \(rows[record]): dit record heeft geen eigen nummer, dus is het later niet terug te "
        + "vinden. "
        + "Vul de kolom met recordnummers, of laat --earlier weg.",
      en: "\(file(record)), row \(rows[record]): this record has no number of its own, so that it cannot be found "
        + "again. "
        + "Fill the column of record numbers, or leave --earlier out.")
  }

  /// How a record is found by its name, and its file where there are several.
  func key(_ file: String?, _ name: String) -> String { paths.count > 1 ? (file ?? "") + "\u{0}" + name : name }

  /// The record of each name.
  var recordsByName: [String: Int] {
    var result: [String: Int] = [:]
    for record in 0..<table.recordCount { result[key(file(record), name(record))] = record }
    return result
  }

  func file(_ record: Int) -> String { paths[table.file(of: record)] }
}
