/// Where the parts of a table are on its sheet: titles, head, labels, numbers and footnotes.
///
/// Found by what is a number and what is not; no word of any language is used.
struct SheetLayout: Equatable {
  /// Rows with one text above the head.
  var titles: [Int] = []
  var head: [Int] = []
  /// Rows with numbers, and labels of sections between them.
  var body: [Int] = []
  var sections: [Int] = []
  var notes: [Int] = []
  /// Columns with labels.
  var labels: [Int] = []
  /// Columns with numbers.
  var values: [Int] = []

  /// The tables of a sheet, one below the other.
  static func tables(of grid: SheetGrid, _ notation: NumberNotation, _ correction: ReadingCorrection?) -> [SheetLayout]
  {
    let kinds = grid.rows.indices.map { row in
      grid.rows[row].indices.map { grid.printed(row, $0, notation) }
    }
    var tables: [SheetLayout] = []
    for range in stretches(grid, kinds) {
      let earliest = tables.last.map { ($0.body.last ?? 0) + 1 } ?? 0
      guard var table = layout(grid, kinds, range, from: earliest, correction) else { continue }
      // What goes on below a line of text in the same columns has the head of what stands above it.
      if table.head.isEmpty, let last = tables.last, last.values == table.values { table.head = last.head }
      tables.append(table)
    }
    return tables
  }

  /// Runs of rows with numbers; a row without any, and one empty row, do not end them when the same columns go on.
  private static func stretches(_ grid: SheetGrid, _ kinds: [[PrintedNumber]]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var (start, last): (Int?, Int) = (nil, 0)
    for row in grid.rows.indices {
      let hasNumbers = isBody(kinds[row], grid.filled(row))
      if hasNumbers || start != nil && isWithheld(kinds[row], grid.filled(row)) {
        if start == nil { start = row }
        last = row
      } else if let begin = start {
        let gap = row - last
        // Several rows without numbers, or a head after an empty row or a title, begin another table.
        let isHead = grid.filled(row).count > 1 && !kinds[row].contains { $0 == .mark }
        if gap > 2 || isHead && gap > 1 {
          found.append(begin..<(last + 1))
          start = nil
        }
      }
    }
    if let begin = start { found.append(begin..<(last + 1)) }
    return found.filter { $0.count > 1 || grid.filled($0.lowerBound).count > 2 }
  }

  /// A row of a table has a number behind its first filled cell.
  static func isBody(_ kinds: [PrintedNumber], _ filled: [Int]) -> Bool {
    filled.dropFirst().contains { kinds[$0].isData } && filled.count > 1
      || filled.count == 1 && filled[0] > 0 && kinds[filled[0]].isData
  }

  /// A row with signs for numbers that are not given goes on with a table.
  private static func isWithheld(_ kinds: [PrintedNumber], _ filled: [Int]) -> Bool {
    filled.count > 1 && filled.dropFirst().contains { kinds[$0] == .mark }
  }

  private static func layout(
    _ grid: SheetGrid, _ kinds: [[PrintedNumber]], _ range: Range<Int>, from earliest: Int,
    _ correction: ReadingCorrection?
  ) -> SheetLayout? {
    var layout = SheetLayout()
    var body = range.filter { !grid.isEmpty($0) }
    // A first row of years, or of numbers that only count columns, is a head.
    if let rows = correction?.headRows {
      let first = (earliest..<range.upperBound).first { !grid.isEmpty($0) } ?? range.lowerBound
      layout.head = Array((first..<range.upperBound).filter { !grid.isEmpty($0) }.prefix(rows))
      body = (first..<range.upperBound).filter { !grid.isEmpty($0) }.dropFirst(rows).map { $0 }
    } else {
      while body.count > 2, let first = body.first,
        isHeadOfNumbers(first, body, grid, kinds) || !layout.head.isEmpty && isHeadOfWords(first, grid, kinds)
          || layout.head.isEmpty
            && (isHeadOfClasses(first, body, grid, kinds) || isHeadOfOneYear(first, body, grid, kinds))
      {
        layout.head.append(first)
        body.removeFirst()
      }
    }
    layout.body = body.filter { isBody(kinds[$0], grid.filled($0)) || grid.filled($0).count > 1 }
    layout.sections = body.filter { !isBody(kinds[$0], grid.filled($0)) && grid.filled($0).count == 1 }
    layout.findColumns(grid, kinds, correction)
    guard !layout.values.isEmpty, !layout.body.isEmpty else { return nil }
    if correction?.headRows == nil { layout.findHead(grid, above: range.lowerBound, from: earliest) }
    layout.findNotes(grid, below: range.upperBound)
    return layout
  }

  private mutating func findColumns(_ grid: SheetGrid, _ kinds: [[PrintedNumber]], _ correction: ReadingCorrection?) {
    let columns = (0..<grid.width).map { column in
      SheetColumn(
        body.map { column < kinds[$0].count ? kinds[$0][column] : .empty }, body.map { grid.text($0, column) })
    }
    if let count = correction?.labelColumns {
      labels = Array(0..<min(count, grid.width))
      values = (count..<max(count, grid.width)).filter { columns[$0].hasNumbers }
      return
    }
    for (index, column) in columns.enumerated() where column.isFilled {
      if column.isValue && !(index == firstFilled(columns) && column.isCounter) {
        values.append(index)
      } else if values.isEmpty || !column.isNoteColumn {
        labels.append(index)
      }
    }
    // The first column names the rows, even where its names are numbers.
    if labels.isEmpty, values.count > 1, columns[values[0]].isDistinct, columns[values[0]].isWhole {
      labels = [values.removeFirst()]
    }
  }

  private func firstFilled(_ columns: [SheetColumn]) -> Int? { columns.firstIndex { $0.isFilled } }

  /// The rows right above with texts over the numbers; above them the titles.
  private mutating func findHead(_ grid: SheetGrid, above start: Int, from earliest: Int) {
    var above: [Int] = []
    var row = start - 1
    var empty = 0
    while row >= earliest, row >= 0, above.count < 12 {
      if grid.isEmpty(row) {
        empty += 1
        if empty > 2 { break }
      } else {
        above.insert(row, at: 0)
        empty = 0
      }
      row -= 1
    }
    let first = values[0]
    let isHead = above.map { row in
      let filled = grid.filled(row)
      return filled.contains { $0 >= first } && (filled.count > 1 || filled[0] >= first) || filled.count > 1
    }
    // From the first row that has a text over the numbers on everything is head, titles of one text excepted.
    if let top = isHead.firstIndex(of: true) {
      titles = Array(above[..<top])
      head = above[top...].filter { grid.filled($0).count > 1 || (grid.filled($0).first ?? 0) >= first } + head
    } else {
      titles = above
    }
  }

  private mutating func findNotes(_ grid: SheetGrid, below end: Int) {
    var row = end
    while row < grid.rows.count, notes.count < 20, grid.filled(row).count <= 1 {
      if !grid.isEmpty(row) { notes.append(row) }
      row += 1
    }
  }
}

/// What the cells of one column under the head are.
struct SheetColumn {
  let isFilled: Bool
  let hasNumbers: Bool
  /// Numbers to be added up, not names that happen to be numbers.
  let isValue: Bool
  /// Whole numbers that go up or down by one, years, or codes of one length that begin with a year.
  let isCounter: Bool
  let isDistinct: Bool
  let isWhole: Bool
  /// Hardly anything: letters that say something of the number before.
  let isNoteColumn: Bool

  init(_ kinds: [PrintedNumber], _ texts: [String]) {
    let numbers = kinds.compactMap(\.value)
    let filled = texts.filter { !$0.isEmpty }
    let data = kinds.filter(\.isData).count
    let marks = kinds.filter { $0 == .mark }.count
    isFilled = !filled.isEmpty
    hasNumbers = data > 0
    isDistinct = Set(filled).count == filled.count
    isWhole = numbers.allSatisfy { $0 == $0.rounded() }
    isNoteColumn = data == 0 && filled.allSatisfy { $0.count <= 2 } && filled.count < texts.count
    let isYears = !numbers.isEmpty && numbers.count == filled.count && numbers.allSatisfy { SheetColumn.isYear($0) }
    let steps = zip(numbers, numbers.dropFirst()).map { $1 - $0 }
    let isSequence =
      numbers.count > 2 && numbers.count == filled.count && isWhole
      && (steps.allSatisfy { $0 == 1 } || steps.allSatisfy { $0 == -1 })
    isCounter = isYears || isSequence
    isValue =
      data > 0 && 2 * (data + marks) >= filled.count && !isYears
      && !(isSequence && numbers.count >= Self.leastOfCounter)
  }

  /// So many numbers that go up or down by one do not count anything but rows. A decision.
  private static let leastOfCounter = 6

  /// A year, or a school year written as one number: 2015, 201516.
  static func isYear(_ number: Double) -> Bool {
    if number == number.rounded(), number >= 1500, number <= 2150 { return true }
    guard number >= 150_000, number < 215_100, number == number.rounded() else { return false }
    let (year, rest) = (Int(number) / 100, Int(number) % 100)
    return rest == (year + 1) % 100 || (1...12).contains(rest)
  }
}
