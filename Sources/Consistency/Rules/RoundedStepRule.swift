internal import Model

/// A number that is no multiple of what all others of its table are multiples of: 21,223 among numbers rounded to tens.
///
/// What stands in a sum that holds is left alone, and so are totals: some offices print those as they are.
struct RoundedStepRule {
  let base: FigureRule

  /// Decimal digits of surprise that all others are multiples, and how often the step goes into half of them: numbers of a few
  /// round steps are guesses and prices. Decisions.
  private static let (leastDigits, leastMultiple) = (10.0, 100.0)

  func contradictions() -> [Contradiction] {
    base.figure.structures.compactMap { structure in
      let block = structure.block
      guard block.isCount else { return nil }
      let numbers = block.cells.filter { base.cells[$0].value.map { $0 != 0 } ?? false }
      return contradiction(numbers, besides: totals(of: block).union(exactlySummed(structure)))
    }
  }

  private func contradiction(_ numbers: [Int], besides excepted: Set<Int>) -> Contradiction? {
    guard numbers.allSatisfy({ base.cells[$0].decimals == 0 && abs(value($0)) < 1e12 }) else { return nil }
    // The step of all but one: that of the first two, or of the others.
    let whole = numbers.map { Int(abs(value($0))) }
    guard let (odd, step, all) = Self.exception(whole), step >= 5 else { return nil }
    let cell = numbers[odd]
    let others = whole.indices.filter { $0 != odd }.map { whole[$0] / step }.sorted()
    // What all of them are multiples of, the odd one too, is no surprise.
    guard Double(Set(others).count) * Logarithm.decimal(Double(step / max(1, all))) >= Self.leastDigits,
      Double(others[others.count / 2]) >= Self.leastMultiple, whole[odd] > 10 * step,
      !excepted.contains(cell)
    else { return nil }
    let (printed, size) = (base.printed(cell), NumberText.printed(Double(step)))
    let near = (value(cell) / Double(step)).rounded() * Double(step)
    return base.contradiction(
      .impossible, severity: .rounding, [cell], expected: NumberText.plain(near),
      "hier staat \(printed.nl); alle andere getallen van deze tabel zijn veelvouden van \(size.nl).",
      "this says \(printed.en); all other numbers of this table are multiples of \(size.en).")
  }

  private func value(_ number: Int) -> Double { base.cells[number].value ?? 0 }

  /// Those in a sum that closes to the last digit; what closes within rounding does so whichever digit it ends on.
  private func exactlySummed(_ structure: BlockStructure) -> Set<Int> {
    Set(
      structure.relations.filter { relation in
        relation.kind == .sum && relation.comparison == .zero && abs(relation.excess(value)) < Printed.slack
      }.flatMap(\.terms).map(\.cell))
  }

  private func totals(of block: GridBlock) -> Set<Int> {
    let axes = base.figure.grid.axes
    return Set(
      block.cells.indices.filter { index in
        axes.indices.contains { axis in
          let label = Int(block.label(index, axis))
          return label > 0 && axes[axis].isWhole[label]
        }
      }.map { block.cells[$0] })
  }

  /// The one number without which the greatest common divisor is larger than that of all; nil where there is none, or several.
  private static func exception(_ numbers: [Int]) -> (place: Int, step: Int, all: Int)? {
    guard numbers.count > 2 else { return nil }
    var (before, after) = ([0], [0])
    for number in numbers { before.append(divisor(before[before.count - 1], number)) }
    for number in numbers.reversed() { after.append(divisor(after[after.count - 1], number)) }
    let all = before[numbers.count]
    let without = numbers.indices.map { divisor(before[$0], after[numbers.count - 1 - $0]) }
    let larger = numbers.indices.filter { without[$0] > all }
    guard larger.count == 1, let place = larger.first else { return nil }
    return (place, without[place], all)
  }

  private static func divisor(_ one: Int, _ other: Int) -> Int { other == 0 ? one : divisor(other, one % other) }
}
