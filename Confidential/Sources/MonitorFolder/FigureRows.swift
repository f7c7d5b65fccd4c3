import Model
import Yams

/// Reads the rows of a figure: an axis, a top list, series, quoted or delivered numbers.
struct FigureRows {
  let figure: FigureReading
  let measure: LocalizedText?
  let unit: UnitOfCount?
  /// The count tables of a figure that takes its numbers from there.
  let over: FigureCounts?

  private var map: YAMLMap { figure.map }

  func rows() -> Figure.Rows? {
    guard let node = map.node("rows") else {
      map.reportMissing("rows")
      return nil
    }
    let special = ["series", "quoted", "top", "delivered", "whole"]
    let plain = YAMLMap(node, in: map.file, map.findings, subject: map.subject, keys: nil)
    guard let kind = plain.map({ plain in special.first(where: plain.has) }) else { return nil }
    let keys =
      switch kind {
      case "series": ["series"]
      case "quoted": ["quoted"]
      case "delivered": ["delivered"]
      case "whole": ["whole"]
      case "top": FolderKeys.axis.names + FolderKeys.top.names
      default: FolderKeys.axis.names
      }
    guard let rows = YAMLMap(node, in: map.file, map.findings, subject: map.subject, keys: keys) else { return nil }
    switch kind {
    case "series": return series(in: rows)
    case "quoted": return quoted(in: rows)
    case "top": return top(in: rows)
    case "delivered": return over.map { .delivered($0.deliveredRows) }
    case "whole":
      if !rows.flag("whole") { rows.reportMissing("variable") }
      return .whole
    default:
      return FigureAxis(map: rows, scope: figure.axisScope, over: over).dimension().map { .dimension($0) }
    }
  }

  private func top(in rows: YAMLMap) -> Figure.Rows? {
    let dimension = FigureAxis(map: rows, scope: figure.axisScope, over: over).dimension()
    let places = rows.integer("top", in: 1...1_000)
    let rankMeasure = rows.localized("rank-measure")
    let totalRankMeasure = rows.localized("total-rank-measure")
    guard let dimension, let places, let rankMeasure, let totalRankMeasure else { return nil }
    return .top(dimension, places: places, rankMeasure: rankMeasure, totalRankMeasure: totalRankMeasure)
  }

  private func series(in rows: YAMLMap) -> Figure.Rows? {
    guard let nodes = rows.list("series") else { return nil }
    let series = nodes.compactMap { SeriesReading(figure: figure, node: $0)?.series() }
    return .series(series)
  }

  private func quoted(in rows: YAMLMap) -> Figure.Rows? {
    guard let nodes = rows.list("quoted") else { return nil }
    let keys = FolderKeys.quoted.names
    let quoted = nodes.compactMap { node -> Figure.QuotedRow? in
      guard let entry = YAMLMap(node, in: map.file, map.findings, subject: map.subject, keys: keys) else { return nil }
      let measure = entry.localized("measure")
      let name = entry.localized("name")
      let label = entry.localized("label")
      let source = entry.text("source")
      let value = quantity(in: entry)
      let unitLabel = entry.optionalLocalized("unit") ?? unit?.label
      guard let measure, let name, let label, let source, let value, let unitLabel else { return nil }
      return Figure.QuotedRow(
        measure: measure, dimension: name, label: label, value: value, unit: unitLabel, source: source,
        isTotal: entry.flag("total"))
    }
    return .quoted(quoted)
  }

  /// `5000`, `12.5`: kept exactly, with the decimals as written.
  private func quantity(in entry: YAMLMap) -> Quantity? {
    guard let text = entry.text("value") else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? parts[1].count : 0
    guard parts.count <= 2, text.count <= 15, decimals <= 6, parts.allSatisfy({ !$0.isEmpty }),
      let numerator = Int(parts.joined()), parts.last?.first != "-" || parts.count == 1
    else {
      entry.report(
        .wrongKind, at: entry.line(of: "value"),
        nl: "bij `value` in \(entry.subject.nl) hoort een getal, met een punt voor de decimalen.",
        en: "`value` in \(entry.subject.en) takes a number, with a point before the decimals.")
      return nil
    }
    var denominator = 1
    for _ in 0..<decimals { denominator *= 10 }
    return Quantity(numerator: numerator, denominator: denominator, decimals: decimals)
  }
}
