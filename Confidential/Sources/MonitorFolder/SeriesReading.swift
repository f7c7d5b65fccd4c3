import Model
import Yams

/// Reads one row of a series: its words, its condition and what it states about the cases.
struct SeriesReading {
  let figure: FigureReading
  let map: YAMLMap

  init?(figure: FigureReading, node: Node) {
    let subject = figure.map.subject
    guard
      let map = YAMLMap(
        node, in: figure.map.file, figure.map.findings, subject: subject, keys: FolderKeys.series.names)
    else { return nil }
    self.figure = figure
    self.map = map
  }

  func series() -> Figure.Series? {
    let label = map.optionalLocalized("label")
    let measure = map.optionalLocalized("measure")
    if !map.has("label"), !map.has("measure") { map.reportMissing("label") }
    let key = map.has("key") ? map.name("key", of: map.subject) : nil
    let population = map.has("population") ? figure.population(in: map) : nil
    let unit = map.has("unit") ? figure.unit(in: map) : nil
    let value = value()
    guard let condition = map.condition("when", in: figure.scope), let value, unit != nil || !map.has("unit") else {
      return nil
    }
    return Figure.Series(
      label: label, measure: measure, condition: condition, population: population, isTotal: map.flag("total"),
      key: key, name: map.optionalLocalized("name"), unit: unit, value: value)
  }

  /// A share of `of` with `decimals`; a `mean`, `median`, `minimum` or `maximum`; without these a count.
  private func value() -> Figure.SeriesValue? {
    if map.has("of") {
      let decimals = map.integer("decimals", in: 0...6)
      guard let base = map.condition("of", in: figure.scope), let decimals else { return nil }
      return .share(of: base, decimals: decimals)
    }
    guard let word = Figure.SummaryRow.Kind.allCases.map(\.rawValue).first(where: map.has) else { return .count }
    let decimals = map.integer("decimals", in: 0...6)
    let unit = map.localized("value-unit").map(RowUnit.init(written:))
    guard let kind = Figure.SummaryRow.Kind(rawValue: word), let name = map.text(word),
      figure.isNumber(name, in: map, line: map.line(of: word)), let unit, let decimals
    else { return nil }
    return .summary(kind, variable: name, unit: unit, decimals: decimals)
  }
}
