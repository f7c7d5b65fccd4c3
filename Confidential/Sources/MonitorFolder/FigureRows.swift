import Model
import Yams

/// Reads the rows of a figure: an axis, a top list, series, quoted or delivered numbers.
struct FigureRows {
  let figure: FigureReading

  private var map: YAMLMap { figure.map }

  /// What rows are called that are no plain axis.
  private enum Special: String, CaseIterable { case series, quoted, top, delivered, whole }

  /// The keys of `rows`, with what makes them special; nil, with a finding, where there are none.
  private func read() -> (map: YAMLMap, special: Special?)? {
    guard let node = map.node("rows") else {
      map.reportMissing("rows")
      return nil
    }
    let special = Special.allCases.first { node.mapping?[$0.rawValue] != nil }
    let keys =
      switch special {
      case nil: FolderKeys.axis.names
      case .top: FolderKeys.axis.names + FolderKeys.top.names
      case .series, .quoted, .delivered, .whole: [special?.rawValue ?? ""]
      }
    return YAMLMap(node, in: map.file, map.findings, subject: map.subject, keys: keys).map { ($0, special) }
  }

  /// Rows counted over cases.
  func counted() -> Figure.Counted.Rows? {
    guard let (rows, special) = read() else { return nil }
    switch special {
    case .series: return series(in: rows)
    case .top: return top(in: rows)
    case nil: return axis(in: rows, over: nil).map { .dimension($0) }
    case .quoted, .delivered, .whole: return nil
    }
  }

  /// Rows of one count table, or of several.
  ///
  /// - Parameter over: Nil when something is wrong with the tables; the rest is read for its findings.
  func delivered(over: FigureCounts?, total: Figure.Total?) -> Figure.Delivered.Rows? {
    if case .rows(let rows) = over?.asked { return .each(rows) }
    guard let (rows, special) = read() else { return nil }
    switch special {
    case nil:
      guard let axis = axis(in: rows, over: over), case .table(let held) = over?.asked else { return nil }
      return .dimension(axis, of: held, total: total)
    case .whole:
      if !rows.flag("whole") { rows.reportMissing("variable") }
      guard case .table(let held) = over?.asked else { return nil }
      return .whole(of: held, total: total)
    case .series, .top, .quoted:
      map.report(
        .countFigure, at: map.line(of: "rows"),
        nl: "de rijen van \(map.subject.nl) moeten een kenmerk van de tabel zijn, of `{ whole: true }`.",
        en: "the rows of \(map.subject.en) have to be an axis of the table, or `{ whole: true }`.")
      return nil
    case .delivered: return nil
    }
  }

  private func axis(in rows: YAMLMap, over: FigureCounts?) -> Figure.Dimension? {
    FigureAxis(map: rows, scope: figure.axisScope, over: over).dimension()
  }

  private func top(in rows: YAMLMap) -> Figure.Counted.Rows? {
    let dimension = axis(in: rows, over: nil)
    let places = rows.integer("top", in: 1...1_000)
    let rankMeasure = rows.localized("rank-measure")
    let totalRankMeasure = rows.localized("total-rank-measure")
    guard let dimension, let places, let rankMeasure, let totalRankMeasure else { return nil }
    return .top(dimension, places: places, rankMeasure: rankMeasure, totalRankMeasure: totalRankMeasure)
  }

  private func series(in rows: YAMLMap) -> Figure.Counted.Rows? {
    guard let nodes = rows.list("series") else { return nil }
    let series = nodes.compactMap { SeriesReading(figure: figure, node: $0)?.series() }
    return .series(series)
  }

  /// Numbers read elsewhere; `unit` is that of the figure, for rows that name none.
  func quoted(per unit: UnitOfCount?) -> [Figure.QuotedRow]? {
    guard let (rows, _) = read(), let nodes = rows.list("quoted") else { return nil }
    let keys = FolderKeys.quoted.names
    return nodes.compactMap { node -> Figure.QuotedRow? in
      guard let entry = YAMLMap(node, in: map.file, map.findings, subject: map.subject, keys: keys) else { return nil }
      let measure = entry.localized("measure")
      let name = entry.localized("name")
      let label = entry.localized("label")
      let source = entry.text("source")
      let value = quantity(in: entry)
      let rowUnit = entry.optionalLocalized("unit").map(RowUnit.init(written:)) ?? unit.map { RowUnit.named($0.label) }
      guard let measure, let name, let label, let source, let value, let rowUnit else { return nil }
      return Figure.QuotedRow(
        measure: measure, dimension: name, label: label, value: value, unit: rowUnit, source: source,
        isTotal: entry.flag("total"))
    }
  }

  /// `5000`, `12.5`: kept exactly, with the decimals as written.
  private func quantity(in entry: YAMLMap) -> Quantity? {
    guard let text = entry.text("value") else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? parts[1].count : 0
    // Fifteen signs fit 64 bits; six decimals as in counts.
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
