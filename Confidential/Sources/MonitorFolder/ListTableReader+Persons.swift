/// Tables with a row for each person instead of a count for each combination of lists.
extension ListTableReader {
  /// What says that somebody is on a list, and what says not; in small letters.
  private static let marks: [String: String] = [
    "1": "1", "true": "1", "waar": "1", "ja": "1", "yes": "1", "x": "1",
    "0": "0", "false": "0", "onwaar": "0", "nee": "0", "no": "0",
  ]

  /// Names under which a number of persons is recognised, in small letters; it is read by nobody.
  private static let numberNames: Set<String> = [
    "id", "person", "persoon", "person_id", "persoon_id", "persoonsnummer", "record", "record_id", "nr", "nummer",
    "volgnummer", "pseudonym", "pseudoniem",
  ]

  /// `1` or `0` for a cell of a list; nil for anything else.
  static func mark(_ field: String) -> String? { marks[field.lowercased()] }

  /// The same table with persons counted: a row for each combination of what is in the columns, with the number of the
  /// first row of the file that has it, and a last column `count`.
  ///
  /// The column with the number of a person is left out: it has one of the usual names, or a value of its own in every row
  /// that is no mark. In a column that has nothing but crosses and empty cells, empty is *not on it*.
  func counted(_ heading: [String], _ rows: [NumberedFields]) -> (heading: [String], rows: [NumberedFields]) {
    let numbers = heading.indices.filter { column in
      let values = rows.compactMap { column < $0.fields.count ? $0.fields[column] : nil }
      if values.contains(where: { Self.mark($0) == nil && !$0.isEmpty }) {
        return Self.numberNames.contains(heading[column].lowercased())
          || (values.count > 1 && Set(values).count == values.count)
      }
      return false
    }
    let crossed = Set(
      heading.indices.filter { column in
        let values = Set(rows.map { column < $0.fields.count ? $0.fields[column].lowercased() : "?" })
        return values == ["x", ""] || values == ["x"]
      })
    let kept = heading.indices.filter { !numbers.contains($0) }
    var place: [[String]: Int] = [:]
    var result: [(number: Int, fields: [String], persons: Int)] = []
    for row in rows {
      guard row.fields.count == heading.count else {
        result.append((row.number, row.fields, 1))
        continue
      }
      let fields = kept.map { column in
        Self.mark(row.fields[column]) ?? (crossed.contains(column) ? "0" : row.fields[column])
      }
      if let known = place[fields] {
        result[known].persons += 1
      } else {
        place[fields] = result.count
        result.append((row.number, fields, 1))
      }
    }
    return (kept.map { heading[$0] } + ["count"], result.map { ($0.number, $0.fields + [String($0.persons)]) })
  }
}
