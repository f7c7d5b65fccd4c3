internal import Model

/// A figure over count tables with everything looked up: what each row and column asks of which table.
struct DeliveredPlan: Sendable {
  /// Some categories of a variable.
  struct Asked: Equatable, Sendable {
    var variable: String
    /// Variables of classes from which the categories may be made up.
    var from: [String] = []
    /// Category codes, `Missing` words or years; nil: all of them together.
    var codes: [String]?
    /// A total of what is shown, which leaves out what a partner does not keep.
    var isTotal = false
  }

  struct Row: Sendable {
    var header: TableShape.RowHeader
    /// Index into `tables`.
    var table: Int
    var asked: [Asked]
  }

  struct Column: Sendable {
    var header: TableShape.ColumnHeader
    var asked: [Asked]
  }

  let figure: Figure
  let delivered: Figure.Delivered
  private(set) var tables: [(source: Source, table: CountTable)] = []
  /// The total last, when there is one.
  private(set) var rows: [Row] = []
  private(set) var columns: [Column] = []
  /// What a share of a column and a share of a row are shares of, beside the other axis; nil when there is no whole.
  private(set) var columnWhole: [Asked]?
  private(set) var rowWhole: [Asked] = []
  private(set) var constants: [TableShape.Constant] = []

  private let monitor: Monitor

  init(_ figure: Figure, _ delivered: Figure.Delivered, in monitor: Monitor) throws(TabulationError) {
    self.figure = figure
    self.delivered = delivered
    self.monitor = monitor
    for reference in delivered.tables {
      guard let source = monitor.source(named: reference.source), let table = source.table(named: reference.table)
      else { throw .unknownTable(figure: figure.id, source: reference.source, table: reference.table) }
      tables.append((source, table))
    }
    try planColumns()
    try planRows()
    constants = delivered.rows.held?.fixed.compactMap(constant) ?? []
  }

  // MARK: Columns

  private mutating func planColumns() throws(TabulationError) {
    var shown: [Asked] = []
    for (index, panel) in delivered.panels.enumerated() {
      let entries = try entries(of: panel)
      columns += entries.map { entry in
        Column(
          header: .init(key: entry.key, name: panel.name, label: entry.label, panel: index),
          asked: [asked(panel, entry.codes)])
      }
      if index == 0 { shown = [total(panel, entries)] }
    }
    let whole = delivered.panels.first.map { [Asked(variable: $0.variable, from: $0.from, isTotal: true)] } ?? []
    rowWhole = delivered.columnTotal?.basis == .base || !isAddedUp ? whole : shown
    if let total = delivered.columnTotal {
      let name = total.name ?? delivered.panels.first?.name ?? rowsName ?? LocalizedText("")
      columns.append(
        Column(
          header: .init(key: "total", name: name, label: total.label, panel: nil, isTotal: true), asked: rowWhole))
    }
    if columns.isEmpty {
      columns = [Column(header: .only, asked: [])]
    }
  }

  private var isAddedUp: Bool { tables.allSatisfy { $0.table.addsUp } }

  private var rowsName: LocalizedText? {
    switch delivered.rows {
    case .dimension(let dimension, _, _): dimension.name
    case .each(let rows): rows.first?.name
    case .whole: nil
    }
  }

  // MARK: Rows

  private mutating func planRows() throws(TabulationError) {
    switch delivered.rows {
    case .dimension(let dimension, let held, let total): try planRows(of: dimension, held, total)
    case .whole(let held, let total): rows = [wholeRow(held, total)]
    case .each(let each): for (index, row) in each.enumerated() { try plan(row, number: index + 1) }
    }
  }

  private mutating func planRows(
    of dimension: Figure.Dimension, _ held: Figure.HeldTable, _ rowTotal: Figure.Total?
  ) throws(TabulationError) {
    let fixed = held.fixed.map(asked)
    let entries = try entries(of: dimension)
    rows = entries.map { entry in
      Row(
        header: rowHeader(entry.key, dimension.name, entry.label, table: 0), table: 0,
        asked: fixed + [asked(dimension, entry.codes)])
    }
    let whole = Asked(variable: dimension.variable, from: dimension.from, isTotal: true)
    let taken = rowTotal?.basis == .base || !isAddedUp ? whole : total(dimension, entries)
    columnWhole = fixed + [taken]
    guard let words = rowTotal else { return }
    var header = rowHeader("total", words.name ?? dimension.name, words.label, table: 0)
    header.isTotal = true
    if let measure = words.measure { header.measure = measure }
    rows.append(Row(header: header, table: 0, asked: fixed + [taken]))
  }

  /// One row: all that is not a column, together. With a row total it is shown as one.
  private func wholeRow(_ held: Figure.HeldTable, _ total: Figure.Total?) -> Row {
    var header = rowHeader("total", total?.name, total?.label ?? figure.measure, table: 0)
    if let total {
      header.isTotal = true
      header.measure = total.measure ?? figure.measure
    }
    return Row(header: header, table: 0, asked: held.fixed.map(asked))
  }

  private mutating func plan(_ row: Figure.DeliveredRow, number: Int) throws(TabulationError) {
    let reference = row.held.reference
    guard let table = delivered.tables.firstIndex(of: reference) else {
      throw .unknownTable(figure: figure.id, source: reference.source, table: reference.table)
    }
    var header = rowHeader(row.key ?? "row-\(number)", row.name, row.label, table: table)
    header.measure = row.measure
    header.isTotal = row.isTotal
    if let unit = row.unit, delivered.statistic == .count { header.unit = unit }
    rows.append(Row(header: header, table: table, asked: row.held.fixed.map(asked)))
  }

  private func rowHeader(
    _ key: String, _ name: LocalizedText?, _ label: LocalizedText, table: Int
  ) -> TableShape.RowHeader {
    let unit = tables.indices.contains(table) ? tables[table].table.rowUnit : nil
    return .init(
      key: key, name: name, label: label, measure: figure.measure,
      unit: delivered.statistic == .count ? unit ?? .named(figure.unit.label) : .perCent)
  }

  // MARK: Axes

  private func asked(_ value: Figure.FixedValue) -> Asked {
    Asked(variable: value.variable, codes: value.code == "total" ? nil : [value.code])
  }

  private func asked(_ dimension: Figure.Dimension, _ codes: [String]) -> Asked {
    Asked(variable: dimension.variable, from: dimension.from, codes: codes)
  }

  private func total(_ dimension: Figure.Dimension, _ entries: [Entry]) -> Asked {
    var codes: [String] = []
    for code in entries.flatMap(\.codes) where !codes.contains(code) { codes.append(code) }
    return Asked(variable: dimension.variable, from: dimension.from, codes: codes, isTotal: true)
  }

  private struct Entry {
    var key: String
    var label: LocalizedText
    var codes: [String]
  }

  private func entries(of dimension: Figure.Dimension) throws(TabulationError) -> [Entry] {
    let variable = try variable(dimension.variable)
    guard dimension.pools.isEmpty else {
      return dimension.pools.enumerated().map {
        Entry(key: $0.element.key ?? "pool-\($0.offset + 1)", label: $0.element.label, codes: $0.element.codes)
      }
    }
    var entries: [Entry] = []
    for code in dimension.order {
      guard let label = reading(of: code, variable, isShort: dimension.usesShortLabels) else {
        throw .unknownValue(figure: figure.id, variable: variable.name, value: code)
      }
      entries.append(Entry(key: code, label: dimension.labels[code] ?? label, codes: [code]))
    }
    return entries
  }

  private func variable(_ name: String) throws(TabulationError) -> Variable {
    let variable = name == "year" ? monitor.yearVariable : monitor.codebook.variable(named: name)
    guard let variable else { throw .unknownVariable(figure: figure.id, variable: name) }
    return variable
  }

  private func reading(of code: String, _ variable: Variable, isShort: Bool) -> LocalizedText? {
    if variable.name == "year" { return Int(code).map { LocalizedText(String($0)) } }
    if let missing = Missing(word: code) { return variable.label(of: missing) }
    return variable.categories.first { $0.code == code }.map { isShort ? $0.short : $0.label }
  }

  private func constant(_ value: Figure.FixedValue) -> TableShape.Constant? {
    guard let name = value.name else { return nil }
    if let label = value.label { return .init(name: name, label: label) }
    if value.code == "total" { return .init(name: name, label: LocalizedText(nl: "Totaal", en: "Total")) }
    let label = (try? variable(value.variable)).flatMap { reading(of: value.code, $0, isShort: false) }
    return .init(name: name, label: label ?? LocalizedText(value.code))
  }
}
