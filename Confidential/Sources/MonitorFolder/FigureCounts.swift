import Model
import Yams

/// The count tables a figure is over, looked up before its rows and columns are read.
struct FigureCounts {
  let asked: Asked
  /// Tables with the axes each row holds, in the order of the rows; a figure over one table has one.
  var tables: [Held]
  let scope: CountScope?

  enum Asked {
    /// One table, with an axis of it in the rows or all of it in one.
    case table(Figure.HeldTable)
    /// Rows that name their own tables.
    case rows([Figure.DeliveredRow])
  }

  struct Held {
    var table: CountTable
    var fixed: [Figure.FixedValue]
    var line: Int
  }

  /// Keys that select cases; over counts there are none.
  static let ofCases = ["population", "filter", "summaries"]

  /// Reads `counts:`; nil when something in it is wrong.
  init?(of map: YAMLMap, scope: CountScope?) {
    guard let counts = map.map("counts", keys: FolderKeys.counts.names) else { return nil }
    let source = counts.text("source")
    let name = counts.text("table")
    let table = scope.flatMap { $0.table(in: counts) }
    guard let fixed = FixedValues(map: counts, table: table).values(mayShow: true), let source, let name,
      scope == nil || table != nil
    else { return nil }
    asked = .table(Figure.HeldTable(source: source, table: name, fixed: fixed))
    tables = table.map { [Held(table: $0, fixed: fixed, line: counts.line)] } ?? []
    self.scope = scope
  }

  /// The tables of rows that name their own.
  init(rows: [DeliveredRowReading.Located], scope: CountScope?) {
    asked = .rows(rows.map(\.row))
    tables = rows.compactMap { row in row.table.map { Held(table: $0, fixed: row.row.held.fixed, line: row.line) } }
    self.scope = scope
  }

  /// Codes of a variable that the tables ask for, in the order of the codebook and then the words for missing values.
  func codes(of variable: Variable, from: [String]) -> [String] {
    let asked = Set(tables.flatMap { $0.table.codes(of: variable.name) })
    if asked.isEmpty, !from.isEmpty { return variable.categories.map(\.code) }
    return (variable.categories.map(\.code) + Missing.allCases.map(\.word)).filter(asked.contains)
  }
}
