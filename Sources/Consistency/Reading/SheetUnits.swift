internal import Model

/// What the numbers of a table are counted in, as far as heads, labels and decimals tell.
struct SheetUnits {
  let grid: SheetGrid
  let layout: SheetLayout
  let notation: NumberNotation
  let correction: ReadingCorrection?

  func decimals(_ column: Int) -> Int {
    Grain.decimals(
      of: layout.body.compactMap { row -> Int? in
        if case .number(_, let decimals, _) = grid.printed(row, column, notation) { return decimals }
        return nil
      })
  }

  /// Per cent where the head or most numbers say so; what is printed with decimals beside whole numbers is no count.
  func unit(_ path: [String], _ column: Int, isRate: Bool) -> String {
    let percent = layout.body.filter { grid.text($0, column).contains("%") }.count
    if path.contains(where: { $0.contains("%") || Self.saysPercentInWords($0) }) || 2 * percent > layout.body.count {
      return "%"
    }
    // `Answer (%)` over the names of the rows says it of all columns.
    if layout.labels.contains(where: { label in layout.head.contains { grid.text($0, label).contains("%") } }) {
      return "%"
    }
    let heads = path + layout.titles.map { grid.text($0, grid.filled($0).first ?? 0) }
    if heads.contains(where: { $0.contains(where: \.isCurrencySymbol) }) { return "" }
    return isRate ? "" : correction?.unit ?? "aantal"
  }

  /// The units of rows where those are measures below each other, and columns are periods or places; none where the columns
  /// tell, or nothing does.
  func rates(_ columns: [SheetReading.Column]) -> [Int: String] {
    guard columns.count > 1, columns.allSatisfy({ $0.unit != "%" }) else { return [:] }
    let decimals = layout.body.map { row in
      columns.map { column -> Int? in
        if case .number(_, let decimals, _) = grid.printed(row, column.index, notation) { return decimals }
        return nil
      }
    }
    var units: [Int: String] = [:]
    var hasCounts = false
    for (row, own) in zip(layout.body, decimals) {
      let numbers = own.compactMap { $0 }
      if layout.labels.contains(where: { Self.saysPercent(grid.text(row, $0)) }) {
        units[row] = "%"
      } else if numbers.count > 1, numbers.allSatisfy({ $0 > 0 }) {
        units[row] = ""
      } else if numbers.contains(where: { $0 > 0 }) {
        // Counts with decimals among them: rows do not tell.
        return units.filter { $0.value == "%" }
      } else if !numbers.isEmpty {
        hasCounts = true
      }
    }
    // Where all have decimals, decimals do not tell.
    return hasCounts ? units : units.filter { $0.value == "%" }
  }

  /// `growth %`, and not `25-50%`.
  static func saysPercent(_ label: String) -> Bool {
    var last: Character = " "
    for character in label where !character.isWhitespace {
      if character == "%", !last.isNumber { return true }
      last = character
    }
    return Self.saysPercentInWords(label)
  }

  /// Per cent as it is written in the heads of tables; a hint, as `%` is.
  private static let percentInWords = [
    "per cent", "percent", "procent", "prozent", "pour cent", "por ciento", "per cento", "por cento", "prosent", "pct",
  ]

  private static func saysPercentInWords(_ label: String) -> Bool {
    let folded = Label.folded(label)
    return percentInWords.contains { folded.contains($0) }
  }
}
