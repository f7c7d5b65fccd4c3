import Model
import Yams

/// Reads where the numbers of a figure come from, with what belongs to that.
extension FigureReading {
  enum Origin { case counted, delivered, quoted }

  /// As the keys tell.
  var origin: Origin {
    let rows = map.node("rows")?.mapping
    if map.has("counts") || rows?["delivered"] != nil || rows?["whole"] != nil { return .delivered }
    return rows?["quoted"] != nil ? .quoted : .counted
  }

  /// The variables that rows and columns may be about.
  var axisScope: VariableScope? {
    switch origin {
    case .counted, .quoted: scope
    case .delivered: counts?.variables
    }
  }

  func numbers(per unit: UnitOfCount?) -> Figure.Numbers? {
    switch origin {
    case .counted: counted().map { .counted($0) }
    case .delivered: delivered().map { .delivered($0) }
    case .quoted: quoted(per: unit).map { .quoted($0) }
    }
  }

  // MARK: Counted over cases

  private func counted() -> Figure.Counted? {
    let population = map.has("population") ? population(in: map) : .remaining
    let filter = map.optionalCondition("filter", in: scope)
    let rows = FigureRows(figure: self).counted()
    let panels = map.list("columns").flatMap { dimensions($0, over: nil) }
    let summaries = (map.optionalList("summaries") ?? []).compactMap(summary)
    let rowTotal = total("row-total")
    let columnTotal = total("column-total")
    guard let statistic = statistic(), let population, let rows, let panels, filter != nil || !map.has("filter") else {
      return nil
    }
    return Figure.Counted(
      population: population, filter: filter, rows: rows, panels: panels, rowTotal: rowTotal, columnTotal: columnTotal,
      statistic: statistic, summaries: summaries)
  }

  /// `remaining`, `all`, or `{ after: RULE }`.
  func population(in map: YAMLMap) -> Figure.Population? {
    guard case .mapping = map.node("population") else {
      switch map.word("population", among: ["remaining", "all"]) {
      case "remaining": return .remaining
      case "all": return .all
      default: return nil
      }
    }
    guard let after = map.map("population", keys: ["after"]), let rule = after.text("after") else { return nil }
    guard let exclusions, !exclusions.contains(rule) else { return .after(rule: rule) }
    reportUnknown("regel", "rule", rule, at: after.line(of: "after"), among: exclusions, in: self.map)
    return nil
  }

  private func dimensions(_ nodes: [Node], over: FigureCounts?) -> [Figure.Dimension]? {
    let dimensions = nodes.compactMap { FigureAxis(figure: self, node: $0, over: over)?.dimension() }
    return dimensions.count == nodes.count ? dimensions : nil
  }

  private func total(_ key: String) -> Figure.Total? {
    guard let total = map.map(key, keys: FolderKeys.total.names), let label = total.localized("label") else {
      return nil
    }
    let name = total.optionalLocalized("name")
    let measure = total.optionalLocalized("measure")
    guard total.has("basis") else { return Figure.Total(label: label, name: name, measure: measure) }
    return total.word("basis", among: Figure.Total.Basis.allCases.map(\.rawValue))
      .flatMap(Figure.Total.Basis.init(rawValue:)).map {
        Figure.Total(label: label, name: name, measure: measure, basis: $0)
      }
  }

  /// `count`, or `{ share-of-column: DECIMALS }`, `{ share-of-row: DECIMALS }`.
  private func statistic() -> Figure.Statistic? {
    guard let node = map.node("statistic") else { return .count }
    if case .scalar = node { return map.word("statistic", among: ["count"]).map { _ in .count } }
    guard let share = map.map("statistic", keys: ["share-of-column", "share-of-row"]) else { return nil }
    if share.has("share-of-column"), !share.has("share-of-row") {
      return share.integer("share-of-column", in: 0...6).map { .shareOfColumn(decimals: $0) }
    }
    return share.integer("share-of-row", in: 0...6).map { .shareOfRow(decimals: $0) }
  }

  private func summary(_ node: Node) -> Figure.SummaryRow? {
    let kinds = Figure.SummaryRow.Kind.allCases.map(\.rawValue)
    let subject = LocalizedText(nl: "een samenvatting van \(map.subject.nl)", en: "a summary of \(map.subject.en)")
    guard
      let entry = YAMLMap(
        node, in: map.file, map.findings, subject: subject, keys: FolderKeys.summary.names)
    else { return nil }
    let label = entry.localized("label")
    let measure = entry.localized("measure")
    let unit = entry.localized("unit").map(RowUnit.init(written:))
    let decimals = entry.integer("decimals", in: 0...6)
    guard let word = kinds.first(where: entry.has), let kind = Figure.SummaryRow.Kind(rawValue: word) else {
      entry.reportMissing("mean")
      return nil
    }
    guard let name = entry.text(word), isNumber(name, in: entry, line: entry.line(of: word)), let label, let measure,
      let unit, let decimals
    else { return nil }
    return Figure.SummaryRow(
      kind: kind, variable: name, label: label, measure: measure, unit: unit, decimals: decimals)
  }

  func isNumber(_ name: String, in entry: YAMLMap, line: Int) -> Bool {
    guard let scope else { return true }
    guard let variable = scope.variable(name, in: entry, line: line) else { return false }
    if case .number = variable.kind { return true }
    entry.report(
      .unsuitableVariable, at: line, nl: "`\(name)` is \(variable.kind.noun.nl); een gemiddelde vraagt een getal.",
      en: "`\(name)` is \(variable.kind.noun.en); a mean asks for a number.")
    return false
  }

  // MARK: Taken from count tables

  private func delivered() -> Figure.Delivered? {
    for key in ["population", "filter", "summaries"] where map.has(key) {
      map.report(
        .countFigure, at: map.line(of: key),
        nl: "`\(key)` kiest uit gevallen en hoort niet bij \(map.subject.nl), die over geleverde aantallen gaat.",
        en: "`\(key)` selects cases and does not belong to \(map.subject.en), which is over delivered counts.")
    }
    let over = countTables()
    let rows = FigureRows(figure: self).delivered(over: over, total: total("row-total"))
    let panels = map.has("columns") ? map.optionalList("columns").flatMap { dimensions($0, over: over) } : []
    let columnTotal = total("column-total")
    guard let statistic = statistic(), let over, let rows, let panels else { return nil }
    let delivered = Figure.Delivered(rows: rows, panels: panels, columnTotal: columnTotal, statistic: statistic)
    over.check(delivered, in: map)
    return delivered
  }

  /// The count tables the figure is over; nil when something in them is wrong.
  private func countTables() -> FigureCounts? {
    guard let rows = map.node("rows"), rows.mapping?["delivered"] != nil else {
      if !map.has("counts") { map.reportMissing("counts") }
      return FigureCounts(of: map, scope: counts)
    }
    if map.has("counts") {
      map.report(
        .countFigure, at: map.line(of: "counts"),
        nl: "in \(map.subject.nl) noemt elke rij van `delivered` haar eigen tabel; `counts` hoort daar niet bij.",
        en: "in \(map.subject.en) each row of `delivered` names its own table; `counts` does not go with it.")
    }
    if map.has("row-total") {
      map.report(
        .countFigure, at: map.line(of: "row-total"),
        nl: "rijen uit verschillende tabellen worden niet opgeteld; `row-total` kan niet in \(map.subject.nl).",
        en: "rows of different tables are not added; `row-total` cannot be in \(map.subject.en).")
    }
    return YAMLMap(rows, in: map.file, map.findings, subject: map.subject, keys: ["delivered"])
      .flatMap { DeliveredRowReading(map: $0, scope: counts).rows() }
      .map { FigureCounts(rows: $0, scope: counts) }
  }

  // MARK: Quoted

  private func quoted(per unit: UnitOfCount?) -> Figure.Quoted? {
    let others = ["population", "filter", "row-total", "statistic", "summaries"].filter(map.has)
    for key in others + (map.optionalList("columns")?.isEmpty == false ? ["columns"] : []) {
      map.report(
        .unknownKey, at: map.line(of: key),
        nl: "`\(key)` hoort niet bij \(map.subject.nl), die getallen van elders aanhaalt.",
        en: "`\(key)` does not belong to \(map.subject.en), which quotes numbers from elsewhere.")
    }
    let words = map.map("column-total", keys: ["label", "name"])
    let column = words.flatMap { words in
      words.localized("label").map { Figure.Quoted.Column(label: $0, name: words.optionalLocalized("name")) }
    }
    return FigureRows(figure: self).quoted(per: unit).map { Figure.Quoted(rows: $0, column: column) }
  }
}
