extension PublishedReport {
  /// Everything in the report's tables that cannot all be right, in the order of its figures.
  ///
  /// Cells that were inferred or whose label is lost contradict nothing; tables with several answers are not added up;
  /// shares are compared at their last printed digit. Nothing here knows a report, a figure or a label by name.
  package func contradictions() -> [Contradiction] {
    let (words, all) = tablesForWordsAndAll()
    let series = words.readSeries() + words.derivedSeries()
    let arithmetic = Arithmetic(all.cells)
    let counts = CountCheck(all, worded: words, series: series, arithmetic: arithmetic)
    let summed = counts.contradictions()
    let named = Set(summed.compactMap { $0.cells.first })
    let others = arithmetic.contradictions(all.cells, report: name).filter { contradiction in
      contradiction.cells.first.map { !named.contains($0) } ?? true
    }
    let found =
      summed + others + NamedCountRule(tables: words, series: series).contradictions(besides: counts.compared)
      + DoubleTotalRule(tables: words).contradictions() + BaseRule(tables: words).contradictions()
      + ShareRule(tables: words, series: series, judged: arithmetic.computed).contradictions()
      + GrowthRule(tables: words, series: series).contradictions()
      + SharedBaseRule(tables: words, series: series).contradictions()
      + IntegerShareRule(tables: words).contradictions() + PlausibilityRule(tables: words).contradictions()
      + StaleBaseRule(tables: words, series: series).contradictions()
      + LooseNumberRule(tables: words).contradictions()
    let order = Dictionary(cells.map(\.figure).enumerated().map { ($1, $0) }, uniquingKeysWith: min)
    return RepeatedFindings.joined(
      found.enumerated()
        .sorted { (order[$0.element.figure] ?? .max, $0.offset) < (order[$1.element.figure] ?? .max, $1.offset) }
        .map(\.element))
  }

  /// Rules that compare words look at figures of at most so many cells, and at so many cells together: what a person
  /// reads line by line. Arithmetic looks at all. Decisions.
  private static let (mostInFigure, mostWorded) = (800, 4000)

  /// The small figures for rules that compare words, and all figures, the small ones first, so that the number of a cell
  /// is the same in both.
  private func tablesForWordsAndAll() -> (words: Tables, all: Tables) {
    let counts = Dictionary(cells.map { ($0.figure, 1) }, uniquingKeysWith: +)
    var (small, total): (Set<String>, Int) = ([], 0)
    var seen: Set<String> = []
    for cell in cells where seen.insert(cell.figure).inserted {
      let count = counts[cell.figure] ?? 0
      guard count <= Self.mostInFigure, total + count <= Self.mostWorded else { continue }
      small.insert(cell.figure)
      total += count
    }
    let worded = cells.filter { small.contains($0.figure) }
    let words = PublishedReport(name: name, cells: worded, figures: figures)
    let all = PublishedReport(name: name, cells: worded + cells.filter { !small.contains($0.figure) })
    return (Tables(words), Tables(all, comparesWords: false))
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
    return ClaimCheck(report: name, results: results).added(to: contradictions()) + results.compactMap(\.unreadable)
  }
}
