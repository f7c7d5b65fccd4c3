internal import Model

/// One place with two numbers: the same labels, measure and unit twice, and another number.
struct DoubleRule {
  let base: FigureRule

  func contradictions() -> [Contradiction] {
    let doubles = base.figure.grid.doubles.filter { pair in
      guard let one = base.cells[pair.first].value, let other = base.cells[pair.second].value else { return false }
      return one != other
    }
    // With more than this many the labels do not tell the cells apart, and that is what has to be said.
    let repeated = base.figure.grid.repeatedCells
    guard base.figure.grid.doubles.count - repeated <= Grid.mostDoubles else {
      return doubles.isEmpty ? [] : [unclear(doubles)]
    }
    return doubles.map { pair in
      let (one, other) = (base.printed(pair.first), base.printed(pair.second))
      return base.contradiction(
        .double, [pair.second, pair.first],
        expected: NumberText.plain(base.cells[pair.first].value ?? 0, decimals: base.cells[pair.first].decimals),
        "hier staan twee getallen, \(one.nl) en \(other.nl).", "this has two numbers, \(one.en) and \(other.en).")
    }
  }

  private func unclear(_ doubles: [(first: Int, second: Int)]) -> Contradiction {
    base.contradiction(
      .reading, severity: .note, [doubles[0].second, doubles[0].first], expected: "",
      "hier en op \(doubles.count - 1) andere plaatsen staan onder dezelfde namen twee getallen; die zijn niet nagekeken. Is "
        + "er een kolom met namen niet meegelezen?",
      "here and in \(doubles.count - 1) other places two numbers have the same labels; they were not checked. Was a column "
        + "of labels not read?"
    )
  }
}
