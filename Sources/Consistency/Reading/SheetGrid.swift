/// A sheet as it lies there: texts by row and column, each read once.
package struct SheetGrid: Sendable {
  /// Of the file or the tab.
  package var name: String
  /// By row; rows may be shorter than others.
  package private(set) var rows: [[String]]
  /// The number that a spreadsheet program shows beside each row.
  package private(set) var numbers: [Int]
  let width: Int

  package init(name: String, rows: [[String]], numbers: [Int]? = nil) {
    self.name = name
    self.rows = rows.map { row in row.map { $0.trimmed } }
    self.numbers = numbers ?? Array(1...max(1, rows.count))
    width = rows.map(\.count).max() ?? 0
  }

  func text(_ row: Int, _ column: Int) -> String { column < rows[row].count ? rows[row][column] : "" }

  /// What stands below each other, empty cells left out.
  var columns: [[String]] {
    (0..<width).map { column in rows.indices.map { text($0, column) }.filter { !$0.isEmpty } }
  }

  func isEmpty(_ row: Int) -> Bool { rows[row].allSatisfy(\.isEmpty) }

  func filled(_ row: Int) -> [Int] { rows[row].indices.filter { !rows[row][$0].isEmpty } }

  /// `B12`
  func reference(_ row: Int, _ column: Int) -> String {
    var (letters, rest) = ("", column + 1)
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters + String(numbers[row])
  }
}
