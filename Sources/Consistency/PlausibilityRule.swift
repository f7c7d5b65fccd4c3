internal import Model

/// A zero in one year where every other year has many: possible, but more often a number that was not delivered.
struct PlausibilityRule {
  let tables: Tables

  /// Every other year has at least this many; below it a zero happens. A decision.
  private static let many = 50.0
  /// And no year has more than this many times another: what goes up and down may well reach zero. A decision.
  private static let steady = 3.0
  /// With fewer other years there is no telling what is usual. A decision.
  private static let leastOthers = 3

  func contradictions() -> [Contradiction] {
    tables.counts.flatMap { block in
      block.places.compactMap { place -> Contradiction? in
        guard let period = place.period, period.isSingleYear, let cell = block.only(place), tables.value(cell) == 0
        else {
          return nil
        }
        let others = block.places.filter {
          $0.categories == place.categories && $0.period?.isSingleYear == true && $0.period != period
        }
        .compactMap(block.only)
        let numbers = others.map(tables.value)
        guard others.count >= Self.leastOthers, let least = numbers.min(), let most = numbers.max(),
          least >= Self.many, most <= Self.steady * least
        else { return nil }
        return contradiction(cell, others)
      }
    }
  }

  private func contradiction(_ cell: Int, _ others: [Int]) -> Contradiction {
    let zero = tables.cells[cell]
    let values = others.map(tables.value)
    let (least, most) = (values.min() ?? 0, values.max() ?? 0)
    let (low, high) = (NumberText.printed(least), NumberText.printed(most))
    let place = RelationWording(tables: tables).place(zero)
    return Contradiction(
      report: tables.report.name, figure: zero.figure, kind: .plausibility, severity: .note,
      cells: [zero] + others.map { tables.cells[$0] }, expected: NumberText.plain(least) + "-" + NumberText.plain(most),
      published: "0",
      sentence: place
        + LocalizedText(
          nl:
            ": hier staat 0, terwijl de andere jaren tussen \(low.nl) en \(high.nl) liggen; is dit niet gemeten of "
            + "niet geleverd?",
          en:
            ": this says 0, while the other years lie between \(low.en) and \(high.en); was it not measured or not "
            + "delivered?"
        ))
  }
}
