import Model
import Yams

/// `figures.yaml`: the tables and charts of an edition, in order.
enum FiguresFile {
  static let name = "figures.yaml"

  /// - Parameters:
  ///   - scope: The variables of a classified case; nil when codebook or rules could not be read.
  ///   - counts: What figures over counts refer to; nil when codebook or sources could not be read.
  ///   - sizes: The files of sizes, by their name in the folder.
  static func figures(
    _ document: YAMLDocument, units: [UnitOfCount]?, exclusions: [String]?, scope: VariableScope?, counts: CountScope?,
    sizes: [String: [UInt8]]
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
        map: checked, units: units, exclusions: exclusions, scope: scope, counts: counts, sizes: sizes)
      if let figure = reading.figure(id: id, sourceLine: sourceLine ?? LocalizedText("")) {
        figures.append(figure.withAreaBreaks(in: reading.axisScope))
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
  let sizes: [String: [UInt8]]

  static let charts = ChartKind.allCases.map(\.rawValue)

  func figure(id: String, sourceLine: LocalizedText) -> Figure? {
    let title = map.localized("title")
    let measure = map.localized("measure")
    let unit = unit(in: map)
    let numbers = numbers(per: unit)
    let chart =
      map.has("chart") ? map.word("chart", among: Self.charts).flatMap(ChartKind.init(rawValue:)) : ChartKind.none
    let notes = (map.optionalList("notes") ?? []).compactMap { map.localized($0, for: "notes") }
    let breaks = breaks()
    let dataset = map.has("dataset") ? map.name("dataset", of: map.subject) : nil
    if let chart { checkChart(chart) }
    guard let title, let measure, let unit, let numbers, let chart else { return nil }
    var figure = Figure(
      id: id, title: title, measure: measure, unit: unit, numbers: numbers, chart: chart,
      sourceLine: map.optionalLocalized("source") ?? sourceLine, notes: notes, dataset: dataset, breaks: breaks)
    figure.statistics = FigureStatisticsReading(figure: map, sizes: sizes, rows: figure.rowDimension).statistics()
    return figure
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

  private func checkChart(_ chart: ChartKind) {
    let need: LocalizedText
    switch chart {
    case .none: return
    case .topTable:
      if origin == .counted, map.node("rows")?.mapping?["top"] != nil { return }
      need = LocalizedText(nl: "een toplijst", en: "a top list")
    case .rankedBars:
      if origin != .counted || map.has("column-total") || map.optionalList("columns")?.isEmpty == true { return }
      need = LocalizedText(nl: "een totaalkolom (`column-total`)", en: "a total column (`column-total`)")
    case .lines, .stackedBars:
      if origin != .quoted, map.optionalList("columns")?.isEmpty != true { return }
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

  func reportUnknown(
    _ nl: String, _ en: String, _ name: String, at line: Int, among known: [String], in map: YAMLMap
  ) {
    let meant = Wording.meant(name, among: known)
    map.report(
      .unknownReference, at: line, nl: "onbekende \(nl) `\(name)` in \(map.subject.nl)\(meant.nl)",
      en: "unknown \(en) `\(name)` in \(map.subject.en)\(meant.en)")
  }
}
