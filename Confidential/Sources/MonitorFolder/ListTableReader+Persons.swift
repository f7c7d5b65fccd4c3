import Model

/// Tables with a row for each person instead of a count for each combination of lists.
extension ListTableReader {
  /// What says that somebody is on a list, and what says not; in small letters.
  private static let marks: [String: String] = [
    "1": "1", "true": "1", "waar": "1", "ja": "1", "yes": "1",
    "0": "0", "false": "0", "onwaar": "0", "nee": "0", "no": "0",
  ]

  /// Names under which a number of persons is recognised, in small letters; it is read by nobody.
  private static let numberNames: Set<String> = [
    "id", "person", "persoon", "person_id", "persoon_id", "persoonsnummer", "record", "record_id", "dossier",
    "volgnummer", "pseudonym", "pseudoniem",
  ]

  /// `1` or `0` for a cell of a list; nil for anything else.
  static func mark(_ field: String) -> String? { marks[field.lowercased()] }

  /// The same table with persons counted: a row for each combination of what is in the columns, with the number of the
  /// first row of the file that has it, and a last column `count`.
  ///
  /// The column with the number of a person is left out: it has one of the usual names and a value of its own in every row.
  /// In a column that has nothing but crosses and empty cells, empty is *not on it*.
  ///
  /// - Returns: nil where this is no table of persons: a column is neither a list nor named to describe persons, which may be
  ///   the counts under another name; or no combination occurs twice, which may be a table that lost its counts.
  func counted(_ heading: [String], _ rows: [NumberedFields]) -> (heading: [String], rows: [NumberedFields])? {
    let whole = rows.filter { $0.fields.count == heading.count }
    guard !whole.isEmpty else { return nil }
    let numbers = heading.indices.filter { column in
      Self.numberNames.contains(heading[column].lowercased())
        && Set(whole.map { $0.fields[column] }).count == whole.count
    }
    let crossed = heading.indices.filter { column in
      let values = Set(whole.map { $0.fields[column].lowercased() })
      return values.contains("x") && values.isSubset(of: ["x", ""])
    }
    let kept = heading.indices.filter { !numbers.contains($0) }
    let areLists = kept.allSatisfy { column in
      describes(heading[column]) || crossed.contains(column)
        || 2 * whole.count { Self.mark($0.fields[column]) != nil } >= whole.count
    }
    guard areLists else { return nil }
    var place: [[String]: Int] = [:]
    var result: [(number: Int, fields: [String], persons: Int)] = []
    for row in rows {
      guard row.fields.count == heading.count else {
        result.append((row.number, row.fields, 1))
        continue
      }
      let fields = kept.map { column in
        let field = row.fields[column]
        return crossed.contains(column) ? (field.isEmpty ? "0" : "1") : Self.mark(field) ?? field
      }
      if let known = place[fields] {
        result[known].persons += 1
      } else {
        place[fields] = result.count
        result.append((row.number, fields, 1))
      }
    }
    guard result.contains(where: { $0.persons > 1 }) else { return nil }
    return (kept.map { heading[$0] } + ["count"], result.map { ($0.number, $0.fields + [String($0.persons)]) })
  }

  /// Whether a column was named as one that describes persons.
  private func describes(_ name: String) -> Bool {
    switch columns {
    case .allLists: return false
    case .traits(let traits): return traits.contains(name)
    case .lists(let lists): return !lists.contains(name)
    case .cut(lists: let lists, traits: _): return !lists.contains(name)
    }
  }
}
