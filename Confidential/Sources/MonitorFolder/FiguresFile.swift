import Model
import Yams

/// `figures.yaml`: the tables and charts of an edition, in order.
enum FiguresFile {
  static let name = "figures.yaml"

  /// - Parameters:
  ///   - scope: The variables of a classified case; nil when codebook or rules could not be read.
  ///   - counts: What figures over counts refer to; nil when codebook or sources could not be read.
  static func figures(
    _ document: YAMLDocument, units: [UnitOfCount]?, exclusions: [String]?, scope: VariableScope?, counts: CountScope?
  ) -> [Figure]? {
    guard
      let map = YAMLMap(
        document.root, in: document.name, document.findings, subject: LocalizedText(name),
        keys: FolderKeys.figures.names)
    else { return nil }
    let sourceLine = map.localized("source")
    var names = NameRegister(LocalizedText(nl: "de figuur", en: "the figure"))
    var figures: [Figure] = []
    for node in map.list("figures") ?? [] {
      let subject = LocalizedText(nl: "een figuur", en: "a figure")
      guard let plain = YAMLMap(node, in: map.file, map.findings, subject: subject, keys: nil),
        let id = plain.name("figure", of: subject)
      else { continue }
      let described = LocalizedText(nl: "figuur \(id)", en: "figure \(id)")
      guard let checked = YAMLMap(node, in: map.file, map.findings, subject: described, keys: FolderKeys.figure.names),
        names.add(id, line: checked.line, in: checked)
      else { continue }
      let reading = FigureReading(
        map: checked, units: units, exclusions: exclusions, scope: scope, counts: counts)
      if let figure = reading.figure(id: id, sourceLine: sourceLine ?? LocalizedText("")) {
        figures.append(figure.withAreaBreaks(in: figure.isOverCounts ? counts?.variables : scope))
      }
    }
    return figures
  }
}

/// Reads one figure.
struct FigureReading {
  let map: YAMLMap
  let units: [UnitOfCount]?
  /// Names of the rules that exclude, in order; nil when the rules could not be read.
  let exclusions: [String]?
  let scope: VariableScope?
  let counts: CountScope?

  static let charts = ChartKind.allCases.map(\.rawValue)

  func figure(id: String, sourceLine: LocalizedText) -> Figure? {
    let title = map.localized("title")
    let measure = map.localized("measure")
    let unit = unit(in: map)
    let population = map.has("population") ? population(in: map) : .remaining
    let filter = map.optionalCondition("filter", in: scope)
    let over = isOverCounts ? overCounts() : nil
    let rows = FigureRows(figure: self, measure: measure, unit: unit, over: over).rows()
    let panels = panels(over)
    let summaries = (map.optionalList("summaries") ?? []).compactMap(summary)
    let chart =
      map.has("chart") ? map.word("chart", among: Self.charts).flatMap(ChartKind.init(rawValue:)) : ChartKind.none
    let notes = (map.optionalList("notes") ?? []).compactMap { map.localized($0, for: "notes") }
    let rowTotal = total("row-total")
    let columnTotal = total("column-total")
    let statistic = statistic()
    let breaks = breaks()
    let dataset = map.has("dataset") ? map.name("dataset", of: map.subject) : nil
    if let chart, let rows { checkChart(chart, rows: rows) }
    guard let title, let measure, let unit, let population, let rows, let panels, let chart, let statistic,
      filter != nil || !map.has("filter"), over != nil || !isOverCounts
    else { return nil }
    let figure = Figure(
      id: id, title: title, measure: measure, unit: unit, population: population, filter: filter, rows: rows,
      panels: panels, rowTotal: rowTotal, columnTotal: columnTotal, statistic: statistic, summaries: summaries,
      chart: chart, sourceLine: map.optionalLocalized("source") ?? sourceLine, notes: notes, dataset: dataset,
      origin: over?.origin ?? .records, breaks: breaks)
    over?.check(figure, in: map)
    return figure
  }

  /// Whether the numbers are taken from count tables.
  var isOverCounts: Bool {
    map.has("counts") || map.node("rows")?.mapping?["delivered"] != nil || map.node("rows")?.mapping?["whole"] != nil
  }

  /// The count tables the figure is over; nil when something in them is wrong.
  private func overCounts() -> FigureCounts? {
    for key in FigureCounts.ofCases where map.has(key) {
      map.report(
        .countFigure, at: map.line(of: key),
        nl: "`\(key)` kiest uit gevallen en hoort niet bij \(map.subject.nl), die over geleverde aantallen gaat.",
        en: "`\(key)` selects cases and does not belong to \(map.subject.en), which is over delivered counts.")
    }
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
    return YAMLMap(rows, in: map.file, map.findings, subject: map.subject, keys: ["delivered"])
      .flatMap { DeliveredRowReading(map: $0, scope: counts).rows() }
      .map { FigureCounts(rows: $0, scope: counts) }
  }

  /// Years from which the series differs, in order.
  private func breaks() -> [Figure.SeriesBreak] {
    let subject = LocalizedText(nl: "een breuk van \(map.subject.nl)", en: "a break of \(map.subject.en)")
    let maps = map.maps("breaks", subject: subject, keys: FolderKeys.seriesBreak.names) ?? []
    return maps.compactMap { entry -> Figure.SeriesBreak? in
      let reason = entry.localized("reason")
      guard let year = entry.integer("year", in: MonitorFile.yearRange), let reason else { return nil }
      return Figure.SeriesBreak(year: year, reason: reason)
    }.sorted { $0.year < $1.year }
  }

  private func checkChart(_ chart: ChartKind, rows: Figure.Rows) {
    let need: LocalizedText
    switch (chart, rows) {
    case (.none, _), (.topTable, .top): return
    case (.topTable, _): need = LocalizedText(nl: "een toplijst", en: "a top list")
    case (.rankedBars, _):
      if map.has("column-total") || isOverCounts || map.optionalList("columns")?.isEmpty == true { return }
      need = LocalizedText(nl: "een totaalkolom (`column-total`)", en: "a total column (`column-total`)")
    case (.lines, _), (.stackedBars, _):
      if map.optionalList("columns")?.isEmpty != true { return }
      need = LocalizedText(nl: "kolommen (`columns`)", en: "columns (`columns`)")
    }
    map.report(
      .unsuitableChart, at: map.line(of: "chart"),
      nl: "de grafiek `\(chart.rawValue)` van \(map.subject.nl) heeft \(need.nl) nodig.",
      en: "the chart `\(chart.rawValue)` of \(map.subject.en) needs \(need.en).")
  }

  /// The unit of count of a figure or of one of its rows.
  func unit(in map: YAMLMap) -> UnitOfCount? {
    guard let name = map.text("unit"), let units else { return nil }
    if let unit = units.first(where: { $0.name == name }) { return unit }
    reportUnknown("eenheid", "unit", name, at: map.line(of: "unit"), among: units.map(\.name), in: map)
    return nil
  }

  private func reportUnknown(
    _ nl: String, _ en: String, _ name: String, at line: Int, among known: [String], in map: YAMLMap
  ) {
    let meant = Wording.meant(name, among: known)
    map.report(
      .unknownReference, at: line, nl: "onbekende \(nl) `\(name)` in \(map.subject.nl)\(meant.nl)",
      en: "unknown \(en) `\(name)` in \(map.subject.en)\(meant.en)")
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

  private func panels(_ over: FigureCounts?) -> [Figure.Dimension]? {
    if isOverCounts, !map.has("columns") { return [] }
    guard let nodes = map.list("columns") else { return nil }
    let panels = nodes.compactMap { FigureAxis(figure: self, node: $0, over: over)?.dimension() }
    return panels.count == nodes.count ? panels : nil
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
    let unit = entry.localized("unit")
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
}
