internal import Model

/// Reads the tables of a sheet as they were published into cells.
struct SheetReading {
  private let grid: SheetGrid
  private let file: String
  private let figure: String
  private let notation: NumberNotation
  private let correction: ReadingCorrection?
  private let bracketsAreNegative: Bool
  private var result: ReadTable
  /// Whether the spaces before the names of rows say which stands under which.
  private var indents = false
  /// Places by what stands there, where it is no number.
  private var unread: [String: [String]] = [:]

  init(
    _ grid: SheetGrid, file: String, figure: String, _ correction: ReadingCorrection? = nil,
    notation: NumberNotation? = nil, besides others: [SheetGrid] = [], language: String? = nil
  ) {
    (self.grid, self.file, self.figure, self.correction) = (grid, file, figure, correction)
    result = ReadTable(file: file)
    if let notation {
      self.notation = notation
    } else {
      var learned = Self.notation(of: grid, correction)
      // What the other tables of the file show, which one writer made.
      if learned.decimal == nil, others.count > 1 { learned = NumberNotation(of: others.flatMap(Self.written)) }
      let search = NotationSearch(
        grid: grid, file: file, figure: figure, correction: correction, language: language)
      let outcome = learned.decimal == nil ? search.outcome() : nil
      self.notation = outcome?.notation ?? learned
      if let finding = outcome?.finding { result.findings.append(finding) }
    }
    // Money is below zero in brackets, where no minus sign says so.
    bracketsAreNegative =
      grid.rows.contains { $0.contains { $0.contains(where: \.isCurrencySymbol) } }
      && !grid.rows.contains { $0.contains { $0.first.map("-−–".contains) ?? false && $0.contains(where: \.isDigit) } }
  }

  private static func notation(of grid: SheetGrid, _ correction: ReadingCorrection?) -> NumberNotation {
    if let decimal = correction?.decimal { return NumberNotation(decimal: decimal) }
    let learned = NumberNotation(of: written(grid))
    return learned.decimal == nil ? NumberNotation(ofColumns: grid.columns) : learned
  }

  /// What stands in the cells, the numbers of a workbook left out, which all have a point.
  private static func written(_ grid: SheetGrid) -> [String] {
    grid.rows.indices.flatMap { row in
      grid.rows[row].indices.filter { !grid.isNumber(row, $0) }.map { grid.rows[row][$0] }
    }
  }

  mutating func read() -> ReadTable {
    let panels = correction?.headRows == nil && correction?.labelColumns == nil ? grid.panels : []
    if panels.count > 1 {
      let read = panels.enumerated().map { number, panel in
        var reading = SheetReading(panel, file: file, figure: "\(figure)-\(number + 1)", correction, notation: notation)
        return reading.read()
      }
      return TextReading.joined([result] + read, file: file)
    }
    let tables = SheetLayout.tables(of: grid, notation, correction)
    for (index, table) in tables.enumerated() {
      take(table, named: tables.count > 1 ? "\(figure)-\(index + 1)" : figure)
    }
    settleUnread()
    if tables.isEmpty, grid.rows.contains(where: { $0.contains { !$0.isEmpty } }) {
      result.findings.append(
        ReadingFinding(
          file: file, figure: figure, place: LocalizedText(grid.name.isEmpty ? file : grid.name),
          message: LocalizedText(
            nl: "hier is geen tabel met getallen gevonden; niets ervan is nagekeken.",
            en: "no table with numbers was found here; nothing of it was checked."), isLoss: false))
    }
    return result
  }

  // MARK: - Columns

  struct Column {
    var index: Int
    /// From the outer head to the inner one.
    var path: [String]
    var unit: String
  }

  private mutating func take(_ layout: SheetLayout, named figure: String) {
    var layout = layout
    layout.labels = withoutAttributes(layout)
    indents =
      layout.labels.count == 1 && layout.labels[0] == grid.rows.indices.compactMap { grid.filled($0).first }.min()
    let columns = columns(of: layout)
    let title = layout.titles.map { grid.text($0, grid.filled($0).first ?? 0) }.first ?? grid.name
    // The name of the only column says what is counted where nothing else does.
    let measure = title.isEmpty && columns.count == 1 ? columns[0].path.last ?? "" : title
    let names = layout.labels.map { label in
      let text = layout.head.reversed().map { grid.text($0, label) }.first { !$0.isEmpty }
      return text ?? TableCell.Dimension.placeholder(letters(label))
    }
    let depth = columns.map(\.path.count).max() ?? 0
    let rates = units(of: layout).rates(columns)
    for row in rows(of: layout) {
      var dimensions = zip(names, row.labels).compactMap { $1.isEmpty ? nil : TableCell.Dimension(name: $0, value: $1) }
      if !row.section.isEmpty { dimensions.append(.init(name: "deel", value: row.section)) }
      for var column in columns {
        if let unit = rates[row.index] { column.unit = unit }
        if SheetUnits.saysPercent(row.under), column.unit != "" { column.unit = "%" }
        var own = dimensions
        if columns.count > 1 {
          for (level, text) in column.path.enumerated() where !text.isEmpty {
            own.append(.init(name: depth > 1 ? "kop \(level + 1)" : "kop", value: text))
          }
        }
        take(row.index, column, own, figure, measure)
      }
    }
  }

  private struct Row {
    var index: Int
    var labels: [String]
    /// Nothing where sections do not tell rows apart.
    var section: String
    /// The section that it stands under, whether that tells rows apart or not.
    var under: String
  }

  /// The rows with numbers, named so that no two have one name.
  private func rows(of layout: SheetLayout) -> [Row] {
    let usesSections = repeatsLabels(layout)
    var (rows, section, parent): ([Row], String, String) = ([], "", "")
    // Below the head of another table the last line of text names the first section.
    if let title = layout.titles.last, let head = layout.head.last, head < title {
      section = grid.text(title, grid.filled(title).first ?? 0)
    }
    var contexts: [String] = []
    var above = [String](repeating: "", count: layout.labels.count)
    let texts = layout.body.map { row in layout.labels.map { grid.text(row, $0) } }
    let once = Set(Dictionary(grouping: texts, by: { $0 }).filter { $0.value.count == 1 }.keys)
    for index in (layout.body + layout.sections).sorted() {
      if layout.sections.contains(index) {
        section = grid.text(index, grid.filled(index).first ?? 0)
        parent = section
        continue
      }
      fillLabels(&above, index, layout)
      let own = layout.labels.map { grid.text(index, $0) }
      if once.contains(own) { parent = own.last { !$0.isEmpty } ?? parent }
      rows.append(Row(index: index, labels: above, section: usesSections ? section : "", under: section))
      contexts.append(parent)
    }
    let names = SheetNames(
      rows.map { [$0.section] + $0.labels }, contexts: contexts,
      places: rows.map { String(grid.numbers[$0.index]) },
      numbers: rows.map { row in layout.values.map { grid.text(row.index, $0) } })
    for (place, path) in names.paths.enumerated() { rows[place].labels = Array(path.dropFirst()) }
    return rows
  }

  /// Columns of labels that tell rows apart: without a counter of the rows, and without what another column says already
  /// (the province of each town, the name beside each code).
  private func withoutAttributes(_ layout: SheetLayout) -> [Int] {
    var kept = layout.labels
    func texts(_ column: Int) -> [String] { layout.body.map { grid.text($0, column) } }
    if kept.count > 1, let first = kept.first, texts(first) == layout.body.indices.map({ String($0 + 1) }) {
      kept.removeFirst()
    }
    let columns = kept.map { (column: $0, texts: texts($0)) }
    for (place, one) in columns.enumerated() {
      let isSaid = columns.enumerated().contains { other, key in
        guard other != place, kept.contains(key.column), !key.texts.contains("") else { return false }
        let pairs = Dictionary(zip(key.texts, one.texts), uniquingKeysWith: { $0 == $1 ? $0 : "\u{0}" })
        let (own, its) = (Set(one.texts).count, Set(key.texts).count)
        // Of two that say the same the later goes, or the one that leaves a row out: a rank that the total has not.
        let isLess = own < its || own == its && (other < place || one.texts.contains(""))
        return !pairs.values.contains("\u{0}") && isLess
      }
      if isSaid, kept.count > 1 { kept.removeAll { $0 == one.column } }
    }
    return kept
  }

  /// Labels are written once and hold until the next, except in the last column of labels.
  private func fillLabels(_ above: inout [String], _ row: Int, _ layout: SheetLayout) {
    for (index, label) in layout.labels.enumerated() {
      let text = grid.text(row, label)
      if !text.isEmpty {
        above[index] = text
        if index + 1 < above.count { for later in (index + 1)..<above.count { above[later] = "" } }
      } else if index == layout.labels.count - 1 || grid.text(row, layout.labels[index]).isEmpty && index > 0 {
        above[index] = ""
      }
    }
  }

  /// Sections tell rows apart where the same labels stand in several of them.
  private func repeatsLabels(_ layout: SheetLayout) -> Bool {
    guard !layout.sections.isEmpty else { return false }
    let texts = layout.body.map { row in layout.labels.map { grid.text(row, $0) }.joined(separator: "|") }
    return 3 * Set(texts).count < 2 * texts.count + 1 && Set(texts).count < texts.count
  }

  private func columns(of layout: SheetLayout) -> [Column] {
    var levels: [[String]] = []
    for (level, row) in layout.head.enumerated() {
      var (texts, last) = ([String](), "")
      let isLast = level == layout.head.count - 1
      for column in layout.values {
        let text = grid.text(row, column)
        // A head that spans columns stands in the first of them.
        if !text.isEmpty { last = text } else if isLast || !isSpanned(column, layout, level) { last = "" }
        texts.append(last)
      }
      levels.append(texts)
    }
    levels = levels.filter { texts in texts.contains { !$0.isEmpty } }
    let isNameless = layout.values.indices.map { place in levels.allSatisfy { $0[place].isEmpty } }
    if isNameless.count(where: { $0 }) > 1 {
      if levels.isEmpty { levels = [layout.values.map { _ in "" }] }
      for (place, column) in layout.values.enumerated() where isNameless[place] {
        levels[levels.count - 1][place] = TableCell.Dimension.placeholder(letters(column))
      }
    }
    let units = units(of: layout)
    let decimals = layout.values.map(units.decimals)
    let mixed = decimals.contains { $0 > 0 } && decimals.contains(0)
    let inner = layout.values.indices.map { place in levels.last { !$0[place].isEmpty }?[place] ?? "" }
    let beside = inner.indices.map { $0 > 0 && inner[$0 - 1] != inner[$0] ? inner[$0 - 1] : "" }
    let names = SheetNames(
      layout.values.indices.map { place in levels.map { $0[place] } }, contexts: beside,
      places: layout.values.map(letters),
      numbers: layout.values.map { column in layout.body.map { grid.text($0, column) } })
    return layout.values.enumerated().map { place, column in
      let path = names.paths[place]
      return Column(
        index: column, path: path,
        unit: units.unit(path, column, isRate: mixed && decimals[place] > 0))
    }
  }

  private func units(of layout: SheetLayout) -> SheetUnits {
    SheetUnits(grid: grid, layout: layout, notation: notation, correction: correction)
  }

  /// `AB`
  private func letters(_ column: Int) -> String { grid.reference(0, column).filter { !$0.isDigit } }

  /// Whether a deeper head has a text here, so that what stands left above may reach this far.
  private func isSpanned(_ column: Int, _ layout: SheetLayout, _ level: Int) -> Bool {
    layout.head[(level + 1)...].contains { !grid.text($0, column).isEmpty }
  }

  // MARK: - Cells

  private mutating func take(
    _ row: Int, _ column: Column, _ dimensions: [TableCell.Dimension], _ figure: String, _ measure: String
  ) {
    let text = grid.text(row, column.index)
    var cell = TableCell(
      figure: figure, measure: measure, dimensions: dimensions, value: nil, unit: column.unit,
      line: grid.reference(row, column.index))
    if indents { cell.indent = grid.indent(row) }
    if let totals = correction?.totals { cell.isTotal = dimensions.contains { totals.contains($0.value) } }
    switch grid.printed(row, column.index, notation) {
    case .number(let value, let decimals, let remarks) where remarks.contains(.accounting) && !bracketsAreNegative:
      // Some print what is below zero in brackets, others what is unsure.
      let most = -value + Printed.unit(decimals)
      (cell.bounds, cell.decimals) = ((-most)...most, decimals)
      result.account.read += 1
    case .number(let value, let decimals, _):
      (cell.value, cell.decimals, cell.isRounded) = (value, decimals, grid.isRounded(row, column.index))
      result.account.read += 1
    case .between(let range):
      cell.bounds = range
      result.account.read += 1
    case .mark:
      cell.status = .absent
      cell.bounds = 0...(.infinity)
      result.account.withoutNumber += 1
    case .empty:
      result.account.withoutNumber += 1
      return
    case .ambiguous:
      // Said once for the whole table.
      result.account.unread += 1
      return
    case .text:
      unread[text, default: []].append(cell.line)
      return
    }
    result.cells.append(cell)
  }

  /// A short word that stands in several cells is a sign for *no number*; any other could have been one.
  private mutating func settleUnread() {
    var left: [String] = []
    for text in unread.keys.sorted() {
      let places = unread[text] ?? []
      if places.count > 1, text.count <= 16, text.contains(where: \.isLetter) {
        result.account.signs[text] = places.count
        result.account.withoutNumber += places.count
      } else {
        result.account.unread += places.count
        left += places
      }
    }
    unread = [:]
    say(left)
  }

  /// So many cells of a column are named one by one. A decision.
  private static let fewUnread = 3

  private mutating func say(_ places: [String]) {
    let columns = Dictionary(grouping: places) { $0.filter { !$0.isDigit } }
    for column in columns.keys.sorted(by: { ($0.count, $0) < ($1.count, $1) }) {
      let rows = (columns[column] ?? []).sorted { ($0.count, $0) < ($1.count, $1) }
      if rows.count <= Self.fewUnread { for place in rows { say(place) } } else { say(rows[0], others: rows.count - 1) }
    }
  }

  private mutating func say(_ place: String, others: Int = 0) {
    let cell = LocalizedText(nl: "cel \(place)", en: "cell \(place)")
    let more =
      others == 0
      ? LocalizedText(nl: "hier staat", en: "this holds")
      : LocalizedText(
        nl: "hier en in \(others) andere cellen van deze kolom staat",
        en: "this and \(others) other cells of this column hold")
    let end =
      others == 0
      ? LocalizedText(nl: "de cel telt niet mee.", en: "the cell does not count.")
      : LocalizedText(nl: "die cellen tellen niet mee.", en: "those cells do not count.")
    result.findings.append(
      ReadingFinding(
        file: file, figure: figure,
        place: grid.name.isEmpty ? cell : LocalizedText(nl: "\(grid.name), \(cell.nl)", en: "\(grid.name), \(cell.en)"),
        message: LocalizedText(
          nl: "\(more.nl) tussen de getallen iets dat niet als één getal is te lezen; \(end.nl)",
          en: "\(more.en) something among the numbers that cannot be read as one number; \(end.en)"),
        isLoss: true))
  }
}
