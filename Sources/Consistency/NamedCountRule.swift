internal import Model

/// A count whose words name a category of another figure, and that is none of the numbers it could be.
///
/// `gemelde slachtoffers arbeidsuitbuiting` is the category *arbeidsuitbuiting* of a figure of reported victims, or
/// everyone with at least that form; either will do.
struct NamedCountRule {
  let tables: Tables
  let series: [Series]

  /// A category further off than this part of the number was never the one that was meant; as for shares.
  private static let reach = 0.35

  /// Cells in `covered` were held against another place already.
  func contradictions(besides covered: Set<Int>) -> [Contradiction] {
    series.filter { $0.anchor == nil && $0.origin == .read }.flatMap { own in
      own.places.filter(\.categories.isEmpty).compactMap { place -> Contradiction? in
        guard let terms = own.values[place], terms.count == 1, !covered.contains(terms[0].cell) else { return nil }
        return contradiction(terms[0].cell, own, place)
      }
    }
  }

  private func contradiction(_ cell: Int, _ own: Series, _ place: Place) -> Contradiction? {
    guard own.label.narrowing.isEmpty else { return nil }
    let named = series.filter { $0.unit == own.unit && $0.figure != own.figure && isNamed($0, by: own) }
    guard !named.allSatisfy({ $0.origin != .read }) else { return nil }
    let candidates = named.compactMap { other in other.terms(at: place) }
    let value = tables.value(cell)
    let sums = candidates.map { Quotient.sum($0, tables.value) }
    guard let nearest = sums.min(by: { abs($0 - value) < abs($1 - value) }), !sums.contains(value),
      abs(nearest - value) <= Self.reach * max(value, 1)
    else { return nil }
    return contradiction(cell, sums, candidates)
  }

  private func isNamed(_ other: Series, by own: Series) -> Bool {
    if case .atLeast(let word) = other.origin { return own.label.words.contains { $0.hasPrefix(word) } }
    guard other.origin == .read, let anchor = other.anchor, !anchor.words.isEmpty, anchor.narrowing.isEmpty else {
      return false
    }
    let measure = tables.counts[other.block].measure
    let left = own.label.words.filter { !anchor.words.contains($0) }
    return anchor.words.allSatisfy(own.label.words.contains) && left.allSatisfy { measure.words.contains($0) }
  }

  private func contradiction(_ number: Int, _ sums: [Double], _ candidates: [[Series.Term]]) -> Contradiction {
    let cell = tables.cells[number]
    let value = tables.value(number)
    // A swap of digits is the likeliest explanation, else the nearest.
    let index = sums.indices.min { one, other in
      let swaps = [one, other].map { Misprint.isTransposition(value, sums[$0]) ? 0 : 1 }
      return (swaps[0], abs(sums[one] - value)) < (swaps[1], abs(sums[other] - value))
    }
    let best = index ?? 0
    let others = candidates[best].map { tables.cells[$0.cell] }
    let (own, other) = (NumberText.printed(value), NumberText.printed(sums[best]))
    let swap =
      Misprint.isTransposition(value, sums[best])
      ? LocalizedText(nl: "; twee cijfers lijken verwisseld.", en: "; two digits seem swapped.") : LocalizedText(".")
    let figure = others.first?.figure ?? ""
    let place = RelationWording(tables: tables).place(cell)
    return Contradiction(
      report: tables.report.name, figure: cell.figure, kind: .crossFigure, severity: .error, cells: [cell] + others,
      expected: NumberText.plain(sums[best]), published: NumberText.plain(value),
      sentence: place
        + LocalizedText(
          nl: ": hier staat \(own.nl), maar \(figure) geeft \(other.nl)",
          en: ": this says \(own.en), but \(figure) gives \(other.en)") + swap)
  }
}
