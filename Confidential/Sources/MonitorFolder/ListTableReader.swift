public import Model
import Sheets

/// The one reader of a table of lists, in a monitor folder and beside it.
///
/// A heading; a column of 0 and 1 for each list; perhaps columns that describe the persons; a column of counts. Without
/// counts every row is a person, and they are counted. Encoding,
/// separator and quotes are found as for any delivery. What is wrong becomes a finding with row and column, and every row
/// is looked at.
public struct ListTableReader {
  let file: String
  let columns: ListTable.Columns
  let findings: FolderFindings

  /// A table that is read beside any monitor folder: all that is wrong with it, or the table.
  ///
  /// - Parameter file: Its name in findings.
  /// - Returns: Nil for the table when a finding stands in its way.
  public static func read(
    _ bytes: [UInt8], named file: String, as columns: ListTable.Columns = .allLists
  ) -> (table: ListTable?, findings: [Finding]) {
    let findings = FolderFindings()
    let table = ListTableReader(file: file, columns: columns, findings: findings).table(bytes)
    return (table, findings.findings)
  }

  /// As `read(_:named:as:)`, of a file under its own name.
  ///
  /// - Throws: `SheetError` when the file is not there or cannot be read.
  public static func read(
    contentsOf path: String, as columns: ListTable.Columns = .allLists
  ) throws -> (table: ListTable?, findings: [Finding]) {
    let source = try ByteSource(path: path)
    let bytes = try source.bytes(at: 0, count: min(source.count, sizeLimit + 1))
    return read(bytes, named: path.split(separator: "/").last.map(String.init) ?? path, as: columns)
  }

  init(file: String, columns: ListTable.Columns = .allLists, findings: FolderFindings) {
    self.file = file
    self.columns = columns
    self.findings = findings
  }

  /// Names under which the column of counts is recognised, in small letters.
  static let countNames: Set<String> = ["count", "aantal", "freq", "n"]

  /// A million persons on twelve lists.
  private static let sizeLimit = 32 << 20

  /// The table, or findings that say why not.
  func table(_ bytes: [UInt8]) -> ListTable? {
    guard bytes.count <= Self.sizeLimit else {
      return report(
        nil, nl: "het bestand is groter dan 32 MB.", en: "the file is larger than 32 MB.")
    }
    guard var (heading, rows) = fields(bytes) else { return nil }
    if countColumn(heading) == nil, let persons = counted(heading, rows) { (heading, rows) = persons }
    guard let places = places(heading), areLists(places.lists, heading, rows) else { return nil }
    let before = findings.findings.count
    var read: [ListTable.Row] = []
    var firstRow: [UInt32: Int] = [:]
    for (number, fields) in rows {
      guard let row = row(fields, heading, places, number: number) else { continue }
      if places.traits.isEmpty, let first = firstRow.updateValue(number, forKey: row.lists) {
        complain(
          number, nl: "deze combinatie van lijsten staat er al, op rij \(first).",
          en: "this combination of lists is there already, on row \(first).",
          remedy: LocalizedText(
            nl: "Tel de rijen zelf op als het verschillende personen zijn.",
            en: "Add the rows up yourself if they are different persons."))
      }
      read.append(row)
    }
    guard findings.findings.count == before else { return nil }
    return ListTable(
      file: file, lists: places.lists.map { heading[$0] }, traits: places.traits.map { heading[$0] }, rows: read)
  }

  /// A row of the file by its number, with what stands in its cells.
  typealias NumberedFields = (number: Int, fields: [String])

  private func countColumn(_ heading: [String]) -> Int? {
    heading.lastIndex { Self.countNames.contains($0.lowercased()) }
  }

  private func fields(_ bytes: [UInt8]) -> (heading: [String], rows: [NumberedFields])? {
    var rows: [NumberedFields] = []
    do {
      try CSVReader(bytes: bytes).forEachRow { row in
        rows.append((row.number, row.strings().map { VisibleText($0).string }))
      }
    } catch {
      let message = (error as? SheetError)?.message ?? SheetError.generalMessage
      findings.report(.fileUnreadable, file, line: nil, nl: message.nl, en: message.en)
      return nil
    }
    rows.removeAll { $0.fields.allSatisfy(\.isEmpty) }
    guard let heading = rows.first?.fields else {
      return report(nil, nl: "het bestand is leeg.", en: "the file is empty.")
    }
    return (heading, Array(rows.dropFirst()))
  }

  // MARK: Columns

  private struct Places {
    var lists: [Int]
    var traits: [Int]
    var count: Int
    /// Whether persons on none of the lists are left out.
    var isCut = false
  }

  private func places(_ heading: [String]) -> Places? {
    guard let count = countColumn(heading) else {
      return report(
        1, nl: "er is geen kolom met aantallen.", en: "there is no column of counts.",
        remedy: LocalizedText(nl: "Noem die kolom `aantal`.", en: "Call that column `count`."))
    }
    let others = heading.indices.filter { $0 != count }
    guard areNamed(others.map { ($0, heading[$0]) }) else { return nil }
    func found(_ names: [String]) -> [Int]? {
      let known = others.map { heading[$0] }
      for name in names where !known.contains(name) {
        let meant = Wording.meant(name, among: known)
        complain(
          1, nl: "er is geen kolom `\(name)`\(meant.nl)", en: "there is no column `\(name)`\(meant.en)",
          remedy: LocalizedText(
            nl: "Kies uit: \(known.joined(separator: ", ")).", en: "Choose from: \(known.joined(separator: ", "))."))
      }
      let places = names.compactMap { name in others.first { heading[$0] == name } }
      return places.count == names.count ? places : nil
    }
    var places: Places
    switch columns {
    case .allLists: places = Places(lists: others, traits: [], count: count)
    case .traits(let names):
      guard let traits = found(names) else { return nil }
      places = Places(lists: others.filter { !traits.contains($0) }, traits: traits, count: count)
    case .lists(let names):
      guard let lists = found(names) else { return nil }
      places = Places(lists: lists, traits: others.filter { !lists.contains($0) }, count: count)
    case .cut(let names, let traits):
      guard let lists = found(names), let traits = found(traits) else { return nil }
      places = Places(lists: lists, traits: traits, count: count, isCut: true)
    }
    guard !places.lists.isEmpty else {
      return report(
        1, nl: "er is geen kolom voor een lijst.", en: "there is no column for a list.",
        remedy: LocalizedText(
          nl: "Geef per lijst een kolom met nullen en enen.", en: "Give each list a column of zeros and ones."))
    }
    guard places.lists.count <= ListTable.mostLists else {
      return report(
        1, nl: "er zijn \(places.lists.count) lijsten; meer dan \(ListTable.mostLists) kan niet.",
        en: "there are \(places.lists.count) lists; more than \(ListTable.mostLists) is not possible.",
        remedy: LocalizedText(
          nl: "Voeg kleine of verwante lijsten samen.", en: "Merge small or related lists."))
    }
    return places
  }

  private func areNamed(_ columns: [(place: Int, name: String)]) -> Bool {
    var seen: Set<String> = []
    for (place, name) in columns where name.isEmpty || !seen.insert(name).inserted {
      complain(
        1, nl: "kolom \(place + 1) heeft geen naam of een naam die er al is.",
        en: "column \(place + 1) has no name or one that is there already.",
        remedy: LocalizedText(
          nl: "Geef elke kolom een eigen naam.", en: "Give every column a name of its own."))
      return false
    }
    return true
  }

  /// A column without any 0 or 1 is told once, not in every row: it is no list.
  private func areLists(_ lists: [Int], _ heading: [String], _ rows: [NumberedFields]) -> Bool {
    let others = lists.filter { list in
      !rows.isEmpty && !rows.contains { list < $0.fields.count && Self.mark($0.fields[list]) != nil }
    }
    for column in others {
      complain(
        1, column: heading[column], nl: "deze kolom is geen lijst: er staat nergens een 0 of een 1.",
        en: "this column is no list: there is no 0 or 1 anywhere.",
        remedy: LocalizedText(
          nl: "Noem een kolom die personen beschrijft bij --covariates of --strata, of verwijder de kolom.",
          en: "Name a column that describes persons in --covariates or --strata, or remove the column."))
    }
    return others.isEmpty
  }

  // MARK: Rows

  /// Nil for a row with a finding, and for one of a cut that is on none of the lists.
  private func row(_ fields: [String], _ heading: [String], _ places: Places, number: Int) -> ListTable.Row? {
    guard fields.count == heading.count else {
      return report(
        number, nl: "deze rij heeft \(fields.count) velden en de kop \(heading.count).",
        en: "this row has \(fields.count) fields and the heading \(heading.count).",
        remedy: LocalizedText(nl: "Vul de rij aan of verwijder die.", en: "Complete the row or remove it."))
    }
    var lists: UInt32 = 0
    for (bit, column) in places.lists.enumerated() {
      switch Self.mark(fields[column]) {
      case "1": lists |= 1 << UInt32(bit)
      case "0": break
      default:
        return report(
          number, column: heading[column], nl: "een lijst heeft een 1 (wel) of een 0 (niet).",
          en: "a list has a 1 (on it) or a 0 (not on it).",
          remedy: LocalizedText(
            nl: "Verbeter de cel.", en: "Correct the cell."))
      }
    }
    guard lists != 0 else {
      guard !places.isCut else { return nil }
      return report(
        number, nl: "deze rij staat op geen enkele lijst; dat aantal is juist wat geschat wordt.",
        en: "this row is on no list; that number is what is to be estimated.",
        remedy: LocalizedText(nl: "Verwijder de rij.", en: "Remove the row."))
    }
    switch PersonCount(fields[places.count]) {
    case .known(let persons):
      return ListTable.Row(
        number: number, lists: lists, persons: persons,
        traits: places.traits.map { fields[$0].isEmpty ? nil : fields[$0] })
    case .problem(let message, let remedy):
      return report(number, column: heading[places.count], nl: message.nl, en: message.en, remedy: remedy)
    }
  }

  // MARK: Findings

  /// Nil, so that what cannot be read ends here.
  private func report<Value>(
    _ row: Int?, column: String? = nil, nl: String, en: String, remedy: LocalizedText? = nil
  ) -> Value? {
    complain(row, column: column, nl: nl, en: en, remedy: remedy)
    return nil
  }

  private func complain(
    _ row: Int?, column: String? = nil, nl: String, en: String, remedy: LocalizedText? = nil
  ) {
    findings.report(.listTable, file, line: row, column: column, nl: nl, en: en, remedy: remedy)
  }
}
