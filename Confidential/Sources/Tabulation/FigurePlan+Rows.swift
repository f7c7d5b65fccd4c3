internal import Model

extension FigurePlan {
  private var measureUnit: RowUnit { counted.statistic == .count ? .named(figure.unit.label) : .perCent }

  mutating func planColumns(_ cases: Cases) throws(TabulationError) -> [DimensionPlan] {
    var plans: [DimensionPlan] = []
    for (index, panel) in counted.panels.enumerated() {
      let plan = try DimensionPlan(panel, in: cases.columns, figure: figure.id, members: members)
      for entry in plan.entries {
        columns.append(
          Column(
            header: .init(key: entry.key, name: panel.name, label: entry.label, panel: index), margin: entry.margin))
      }
      plans.append(plan)
    }
    let basis = counted.columnTotal?.basis ?? .shown
    rowWhole = basis == .shown ? plans.first?.shown ?? .whole : .whole
    if plans.isEmpty, counted.columnTotal == nil {
      columns = [Column(header: .only, margin: .whole)]
    } else if let total = counted.columnTotal {
      let name = total.name ?? counted.panels.first?.name ?? rowsName ?? LocalizedText("")
      columns.append(
        Column(
          header: .init(key: "total", name: name, label: total.label, panel: nil, isTotal: true), margin: rowWhole))
    }
    return plans
  }

  /// The name of the rows' axis.
  private var rowsName: LocalizedText? {
    switch counted.rows {
    case .dimension(let dimension), .top(let dimension, _, _, _): dimension.name
    case .series(let series):
      series.contains { $0.label != nil } ? LocalizedText(nl: "reeks", en: "series") : nil
    }
  }

  mutating func planRows(_ cases: Cases, _ selected: Selected, _ rungs: RungLadder) throws(TabulationError) {
    var shown = (margin: Margin.whole, selected: selected)
    var totalRung = rungs.rung(using: [])
    switch counted.rows {
    case .dimension(let dimension), .top(let dimension, _, _, _):
      let plan = try DimensionPlan(dimension, in: cases.columns, figure: figure.id, members: members)
      let rung = rungs.rung(using: [dimension.variable])
      rows = plan.entries.map { entry in
        row(entry.key, dimension.name, entry.label, .counts(entry.margin, selected, figure.unit.repeats), rung)
      }
      candidates = plan.entries.indices.filter { plan.entries[$0].isKnown }
      shown.margin = plan.shown
      if counted.rowTotal?.basis != .base { totalRung = rung }
    case .series(let series):
      rows = series.enumerated().map { index, one in seriesRow(one, "series-\(index + 1)", rungs) }
      let parts = series.filter { !$0.isTotal }
      shown.selected = Selected(any: parts.map(seriesSelected))
      if counted.rowTotal?.basis != .base { totalRung = rows.map(\.rung).max() ?? totalRung }
    }
    let isShown = (counted.rowTotal?.basis ?? .shown) == .shown
    columnWhole =
      isShown
      ? .counts(shown.margin, shown.selected, figure.unit.repeats) : .counts(.whole, selected, figure.unit.repeats)
    if let words = counted.rowTotal {
      total = row("total", rowsName, words.label, columnWhole, totalRung)
      total?.header.isTotal = true
      if let measure = words.measure { total?.header.measure = measure }
    }
  }

  private func seriesRow(_ one: Figure.Series, _ key: String, _ rungs: RungLadder) -> Row {
    let selected = seriesSelected(one)
    let scope = (one.unit ?? figure.unit).repeats
    var mentioned = one.condition.mentions.map(\.variable)
    var content = Row.Content.counts(.whole, selected, scope)
    var rowUnit = one.unit.map { RowUnit.named($0.label) } ?? measureUnit
    var isSummary = false
    switch one.value {
    case .count: break
    case .share(let base, let decimals):
      mentioned += base.mentions.map(\.variable)
      let whole = Selected(one.population ?? counted.population, counted.filter, base)
      content = .share(selected.and(base), of: whole, scope, decimals: decimals)
      rowUnit = .perCent
    case .summary(let kind, let variable, let unit, let decimals):
      mentioned.append(variable)
      let summary = Figure.SummaryRow(
        kind: kind, variable: variable, label: one.label ?? figure.measure, measure: one.measure ?? figure.measure,
        unit: unit, decimals: decimals)
      content = .summary(summary, selected.and(.isKnown(variable: variable)))
      rowUnit = unit
      isSummary = true
    }
    let name = one.label == nil ? nil : one.name ?? rowsName
    return Row(
      header: .init(
        key: one.key ?? key, name: name, label: one.label ?? figure.measure, measure: one.measure ?? figure.measure,
        unit: rowUnit, isTotal: one.isTotal, isSummary: isSummary),
      content: content, rung: rungs.rung(using: mentioned, per: one.unit))
  }

  private func seriesSelected(_ series: Figure.Series) -> Selected {
    Selected(series.population ?? counted.population, counted.filter, series.condition)
  }

  private func row(
    _ key: String, _ name: LocalizedText?, _ label: LocalizedText, _ content: Row.Content, _ rung: Rung
  ) -> Row {
    Row(
      header: .init(key: key, name: name, label: label, measure: figure.measure, unit: measureUnit),
      content: content, rung: rung)
  }

  mutating func planSummaries(_ selected: Selected, _ rungs: RungLadder) {
    summaries = counted.summaries.map { summary in
      Row(
        header: .init(
          key: "\(summary.kind.rawValue)-\(summary.variable)", name: rowsName, label: summary.label,
          measure: summary.measure, unit: summary.unit, isSummary: true),
        content: .summary(summary, selected.and(.isKnown(variable: summary.variable))),
        rung: rungs.rung(using: [summary.variable]))
    }
  }
}
