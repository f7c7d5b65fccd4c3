internal import Model

/// A zero in one year where every other year has many: possible, but more often a number that was not delivered.
struct PlausibilityRule {
  let tables: Tables

  /// Every other year has at least this many, and there are at least three other years.
  private static let many = 50.0

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
        guard others.count >= 3, others.allSatisfy({ tables.value($0) >= Self.many }) else { return nil }
        return contradiction(cell, others)
      }
    }
  }

  private func contradiction(_ cell: Int, _ others: [Int]) -> Contradiction {
    let zero = tables.cells[cell]
    let values = others.map(tables.value)
    let low = NumberText.plain(values.min() ?? 0)
    let high = NumberText.plain(values.max() ?? 0)
    let place = RelationWording(tables: tables).place(zero)
    return Contradiction(
      report: tables.report.name, figure: zero.figure, kind: .plausibility, severity: .note,
      cells: [zero] + others.map { tables.cells[$0] }, expected: "\(low)-\(high)", published: "0",
      sentence: place
        + LocalizedText(
          nl:
            ": hier staat 0, terwijl de andere jaren tussen \(low) en \(high) liggen; is dit niet gemeten of niet geleverd?",
          en:
            ": this says 0, while the other years lie between \(low) and \(high); was it not measured or not delivered?"
        ))
  }
}
