/// A sheet as it lies there: texts by row and column, each read once.
package struct SheetGrid: Sendable {
  /// Of the file or the tab.
  package var name: String
  /// By row; rows may be shorter than others.
  package private(set) var rows: [[String]]
  /// The number that a spreadsheet program shows beside each row.
  package private(set) var numbers: [Int]
  let width: Int
  /// Of a workbook, what its cells are; shorter than the rows where nothing is known.
  private let traits: [[Trait]]
  /// By row, with how many spaces its first text begins.
  private let indents: [Int]
  /// The column of the sheet with which it begins.
  private let firstColumn: Int

  /// What a workbook knows of a cell that its text does not say.
  package struct Trait: OptionSet, Sendable {
    package let rawValue: UInt8
    /// A number, written with a point for decimals whatever the language of the rest.
    package static let number = Trait(rawValue: 1)
    /// A number that was rounded to be shown.
    package static let rounded = Trait(rawValue: 2)

    package init(rawValue: UInt8) { self.rawValue = rawValue }
  }

  package init(
    name: String, rows: [[String]], numbers: [Int]? = nil, traits: [[Trait]] = [], firstColumn: Int = 0
  ) {
    (self.traits, self.firstColumn) = (traits, firstColumn)
    self.name = name
    self.rows = rows.map { row in row.map { $0.trimmed } }
    indents = rows.map { row in
      row.first { !$0.trimmed.isEmpty }?.prefix { $0.isWhitespace }.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) } ?? 0
    }
    self.numbers = numbers ?? Array(1...max(1, rows.count))
    width = rows.map(\.count).max() ?? 0
  }

  /// How far the first text of a row is moved in by spaces before it.
  func indent(_ row: Int) -> Int { row < indents.count ? indents[row] : 0 }

  func text(_ row: Int, _ column: Int) -> String { column < rows[row].count ? rows[row][column] : "" }

  private func trait(_ row: Int, _ column: Int) -> Trait {
    row < traits.count && column < traits[row].count ? traits[row][column] : []
  }

  /// Whether a workbook says that a number stands here.
  func isNumber(_ row: Int, _ column: Int) -> Bool { trait(row, column).contains(.number) }

  func isRounded(_ row: Int, _ column: Int) -> Bool { trait(row, column).contains(.rounded) }

  /// What a cell holds: the numbers of a workbook in its own notation, others in that of the table.
  func printed(_ row: Int, _ column: Int, _ notation: NumberNotation) -> PrintedNumber {
    PrintedNumber.read(text(row, column), isNumber(row, column) ? .plain : notation)
  }

  /// Those columns, as a sheet of its own.
  func part(_ columns: Range<Int>) -> SheetGrid {
    let cut = { (row: Int) in columns.prefix { $0 < rows[row].count }.map { rows[row][$0] } }
    return SheetGrid(
      name: name, rows: rows.indices.map(cut), numbers: numbers,
      traits: traits.indices.map { row in columns.map { trait(row, $0) } },
      firstColumn: firstColumn + columns.lowerBound)
  }

  /// What stands below each other, empty cells left out.
  var columns: [[String]] {
    (0..<width).map { column in rows.indices.map { text($0, column) }.filter { !$0.isEmpty } }
  }

  func isEmpty(_ row: Int) -> Bool { rows[row].allSatisfy(\.isEmpty) }

  func filled(_ row: Int) -> [Int] { rows[row].indices.filter { !rows[row][$0].isEmpty } }

  /// `B12`
  func reference(_ row: Int, _ column: Int) -> String {
    var (letters, rest) = ("", firstColumn + column + 1)
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters + String(numbers[row])
  }
}
