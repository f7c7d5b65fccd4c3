internal import Model

/// Shares against the counts that they are shares of.
///
/// A share names its numerator: in the same figure by the same words and place, elsewhere by the label of a category.
/// Its base may be any total of the report that fits the place, because reports print shares of all victims, of the
/// victims with a known value and of the reports alike. Only when no base gives the printed share, while one comes
/// close, do share and counts contradict each other.
struct ShareRule {
  let tables: Tables
  let series: [Series]
  /// Shares that a formula of their column was held against already.
  var judged: Set<Int> = []

  /// A base that gives a share further off than this part of it (of one per cent at least) was never the base that was
  /// meant. Decisions, tried on the tables of five reports (`docs/check-tables.md`); a count of the same figure is
  /// nearer by nature.
  private static let reach = 0.35
  private static let siblingReach = 0.1

  func contradictions() -> [Contradiction] {
    let names = ShareNames(tables: tables, series: series)
    var groups: [(key: String, deviations: [Deviation])] = []
    for (index, cell) in tables.cells.enumerated()
    where cell.unit == "%" && cell.status.isHard && !judged.contains(index) {
      guard let printed = cell.value, let deviation = deviation(of: index, printed, names) else { continue }
      let key = cell.figure + "|" + cell.measure
      if let known = groups.firstIndex(where: { $0.key == key }) {
        groups[known].deviations.append(deviation)
      } else {
        groups.append((key, [deviation]))
      }
    }
    return groups.map { contradiction($0.deviations) }
  }

  private struct Deviation {
    var cell: Int
    var quotient: Quotient
    var match: Printed.Match
    /// A quotient over another population that does give the printed share.
    var otherwise: Quotient?
  }

  private func deviation(of index: Int, _ printed: Double, _ names: ShareNames) -> Deviation? {
    let decimals = tables.cells[index].decimals
    let siblings = names.siblings(of: index)
    let candidates = siblings.isEmpty ? names.named(in: index) : siblings
    let reach = siblings.isEmpty ? Self.reach : Self.siblingReach
    guard let nearest = candidates.min(by: { abs($0.percentage - printed) < abs($1.percentage - printed) }) else {
      return nil
    }
    let match = Printed.match(nearest.percentage, printed: printed, decimals: decimals)
    // Where there is only one base it is the base, however far the share is off.
    let isOnly = !siblings.isEmpty && Set(siblings.map { round6($0.percentage) }).count == 1
    guard match != .exact, isOnly || abs(nearest.percentage - printed) <= reach * max(printed, 1) else { return nil }
    let others = names.overOtherBases(nearest, at: index)
    let frequency = Dictionary(others.map { (round6($0.percentage), 1) }, uniquingKeysWith: +)
    let fitting = others.filter { Printed.match($0.percentage, printed: printed, decimals: decimals) == .exact }
    // Of several bases the one that most figures agree on.
    let most = fitting.compactMap { frequency[round6($0.percentage)] }.max()
    let otherwise = fitting.first { frequency[round6($0.percentage)] == most }
    return Deviation(cell: index, quotient: nearest, match: match, otherwise: otherwise)
  }

  /// Equal to six decimals is the same percentage.
  private func round6(_ value: Double) -> Double { (value * 1e6).rounded() }

  // MARK: - Wording

  private func contradiction(_ deviations: [Deviation]) -> Contradiction {
    let cells = deviations.map { tables.cells[$0.cell] }
    let severity: Contradiction.Severity =
      deviations.allSatisfy { $0.match == .rounding }
      ? .rounding : deviations.contains { $0.otherwise != nil } ? .definition : .error
    let used = deviations.flatMap { $0.quotient.numerator + $0.quotient.base }.map { tables.cells[$0.cell] }
    return Contradiction(
      report: tables.report.name, figure: cells[0].figure, kind: .percentage, severity: severity, cells: cells + used,
      expected: list(deviations) { NumberText.plain($0.quotient.percentage, decimals: 1) },
      published: list(deviations) {
        NumberText.plain(tables.cells[$0.cell].value ?? 0, decimals: tables.cells[$0.cell].decimals)
      },
      sentence: LocalizedText(
        nl: deviations.map { sentence($0).nl }.joined(separator: "; ") + ".",
        en: deviations.map { sentence($0).en }.joined(separator: "; ") + "."))
  }

  private func list(_ deviations: [Deviation], _ text: (Deviation) -> String) -> String {
    deviations.map { text($0) + "%" }.joined(separator: "; ")
  }

  private func sentence(_ deviation: Deviation) -> LocalizedText {
    let cell = tables.cells[deviation.cell]
    let printed = NumberText.printed(cell.value ?? 0, decimals: cell.decimals)
    let place = LocalizedText(([cell.figure, cell.measure] + cell.dimensions.map(\.value)).joined(separator: ", "))
    let computed = deviation.quotient.text(tables)
    let other = deviation.otherwise?.text(tables)
    let tail = other.map {
      LocalizedText(nl: " (\($0.nl) geeft het wel)", en: " (\($0.en) does give it)")
    }
    return place
      + LocalizedText(
        nl: ": hier staat \(printed.nl)%, maar \(computed.nl)", en: ": this says \(printed.en)%, but \(computed.en)")
      + (tail ?? LocalizedText(""))
  }
}

/// A sum of cells divided by another.
struct Quotient {
  var numerator: [LinearRelation.Term]
  var base: [LinearRelation.Term]
  var percentage: Double

  /// 100 · Σ numerator / Σ base; nil unless 0 < base and numerator <= base.
  init?(_ numerator: [LinearRelation.Term], over base: [LinearRelation.Term], _ value: (Int) -> Double) {
    let (above, below) = (Quotient.sum(numerator, value), Quotient.sum(base, value))
    guard below > 0, above <= below else { return nil }
    self.numerator = numerator
    self.base = base
    percentage = 100 * above / below
  }

  static func sum(_ terms: [LinearRelation.Term], _ value: (Int) -> Double) -> Double {
    terms.reduce(0) { $0 + $1.sign * value($1.cell) }
  }

  /// `833 / 1.310 (fig-2.11) = 63,6%`
  func text(_ tables: Tables) -> LocalizedText {
    let above = NumberText.printed(Quotient.sum(numerator, tables.value))
    let below = NumberText.printed(Quotient.sum(base, tables.value))
    let share = NumberText.printed(percentage, decimals: 1)
    var figures: [String] = []
    for term in numerator + base where !figures.contains(tables.cells[term.cell].figure) {
      figures.append(tables.cells[term.cell].figure)
    }
    let list = figures.joined(separator: ", ")
    return LocalizedText(
      nl: "\(above.nl) / \(below.nl) (\(list)) = \(share.nl)%", en: "\(above.en) / \(below.en) (\(list)) = \(share.en)%"
    )
  }
}
