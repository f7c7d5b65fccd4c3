extension PublishedReport {
  /// Everything in the report's tables that cannot all be right, in the order of its figures.
  ///
  /// Cells that were inferred or whose label is lost contradict nothing; tables with several answers are not added up;
  /// shares are compared at their last printed digit. Nothing here knows a report, a figure or a label by name.
  package func contradictions() -> [Contradiction] {
    let tables = Tables(self)
    let series = tables.readSeries() + tables.derivedSeries()
    let arithmetic = Arithmetic(cells)
    let counts = CountCheck(tables, series: series, arithmetic: arithmetic)
    let found =
      counts.contradictions() + NamedCountRule(tables: tables, series: series).contradictions(besides: counts.compared)
      + DoubleTotalRule(tables: tables).contradictions() + BaseRule(tables: tables).contradictions()
      + ShareRule(tables: tables, series: series, judged: arithmetic.computed).contradictions()
      + GrowthRule(tables: tables, series: series).contradictions()
      + SharedBaseRule(tables: tables, series: series).contradictions()
      + IntegerShareRule(tables: tables).contradictions() + PlausibilityRule(tables: tables).contradictions()
      + StaleBaseRule(tables: tables, series: series).contradictions()
      + LooseNumberRule(tables: tables).contradictions()
    let order = Dictionary(cells.map(\.figure).enumerated().map { ($1, $0) }, uniquingKeysWith: min)
    return found.enumerated()
      .sorted { (order[$0.element.figure] ?? .max, $0.offset) < (order[$1.element.figure] ?? .max, $1.offset) }
      .map(\.element)
  }

  /// Everything in the tables that cannot all be right, and the claims of the report's text that its tables do not
  /// bear.
  ///
  /// - Parameters:
  ///   - claims: Of this and of other reports; the others only help to learn the codes.
  ///   - reports: The reports that formulas may refer to, this one among them.
  package func contradictions(claims: [Claim], among reports: [PublishedReport]) -> [Contradiction] {
    let evaluation = ClaimEvaluation(claims, among: reports)
    let results = claims.filter { $0.report == name }.map(evaluation.result)
    return ClaimCheck(report: name, results: results).added(to: contradictions())
  }
}
