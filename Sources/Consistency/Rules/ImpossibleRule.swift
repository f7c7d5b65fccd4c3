internal import Model

/// Numbers that cannot be what they count, as every other number of their kind shows: fewer than none, half a person, a
/// share above a hundred or below zero.
///
/// What a sum or formula bears out is left alone: a difference may be below zero.
struct ImpossibleRule {
  let base: FigureRule
  /// Cells of columns that are shares by arithmetic.
  let provenShares: Set<Int>
  /// Cells that a formula gives: rates and means may be whole by chance.
  let computed: Set<Int>
  /// What counts give for shares that cannot be.
  private let ofCounts: [Int: Double]

  init(base: FigureRule, provenShares: Set<Int>, computed: Set<Int>) {
    (self.base, self.provenShares, self.computed) = (base, provenShares, computed)
    ofCounts = SharesOfCounts(base: base).beyond()
  }

  /// What *share* begins with in labels, where no counts stand beside it that prove it.
  private static let words = [
    "aandeel", "share", "proportion", "anteil", "andel", "andelen", "udział", "quota", "osuus", "podíl", "proporción",
    "proportie", "part des", "part de",
  ]

  /// So many numbers of the kind are as they should be, and one in twenty at most is not. Decisions.
  private static let (leastCounts, leastShares) = (6, 4)

  /// How far from their middle, as a part of their range, the mean of numbers may lie by its weights. A decision.
  private static let nearness = 0.2

  func contradictions() -> [Contradiction] {
    base.figure.structures.flatMap { structure -> [Contradiction] in
      let block = structure.block
      let numbers = block.cells.filter { base.cells[$0].value != nil }
      if block.unit.contains("%") { return isShare(block) ? shares(numbers) : [] }
      guard block.isCount else { return [] }
      // Numbers between zero and one count nothing.
      guard numbers.contains(where: { value($0) > 1 }) else { return [] }
      // Amounts and changes may be below zero; what adds up, or has a unit of its own, is counted. Beside measures with
      // decimals also whole numbers may be measured.
      let isSummed = structure.compositions.contains { !$0.isEmpty }
      let isCounted = isSummed || block.unit != "aantal"
      let below = isCounted ? negative(numbers, block).filter { !isSummed || lostItsSign($0, structure) } : []
      return below.map(negative)
        + (isCounted || !measuresToo ? broken(numbers, block) : [])
    }
  }

  /// Whether something that is no share is printed with decimals in most places.
  private var measuresToo: Bool {
    base.figure.structures.map(\.block).contains { block in
      let numbers = block.cells.filter { base.cells[$0].value != nil }
      return !block.unit.contains("%") && 2 * numbers.count(where: { base.cells[$0].decimals > 0 }) > numbers.count
    }
  }

  /// A share by arithmetic or by its name; growth may be below zero and above a hundred.
  private func isShare(_ block: GridBlock) -> Bool {
    if block.cells.contains(where: { provenShares.contains($0) || ofCounts[$0] != nil }) { return true }
    let label = Label.folded(block.measure)
    return Self.words.contains { label.contains($0) }
  }

  private func value(_ number: Int) -> Double { base.cells[number].value ?? 0 }

  private func isRare(_ few: [Int], of all: [Int], least: Int) -> Bool {
    !few.isEmpty && all.count - few.count >= least && (few.count == 1 || 20 * few.count <= all.count)
  }

  /// Those that are alone in their row and in their column, among numbers above one: several in one of them are numbers of
  /// another kind.
  private func alone(_ few: [Int], in block: GridBlock) -> [Int] {
    let odd = Set(few)
    let crowded = base.figure.grid.axes.indices.filter { base.figure.grid.axes[$0].isVaried }.flatMap { axis in
      block.lines(along: axis).flatMap { line -> [Int] in
        let own = line.entries.map(\.cell).filter(odd.contains)
        guard !own.isEmpty, line.entries.count > 1 else { return [] }
        let countsNothing =
          line.entries.count > 2 && line.entries.allSatisfy { odd.contains($0.cell) || value($0.cell) <= 1 }
        return countsNothing || own.count > 1 && 20 * own.count > line.entries.count ? own : []
      }
    }
    return few.filter { !crowded.contains($0) }
  }

  /// More than two slips of one kind are no slips.
  private func isSlip(_ few: [Int], of all: [Int]) -> Bool {
    few.count <= 2 && isRare(few, of: all, least: Self.leastCounts)
  }

  private func negative(_ numbers: [Int], _ block: GridBlock) -> [Int] {
    let below = numbers.filter { value($0) < 0 }
    guard isSlip(below, of: numbers), numbers.count(where: { base.cells[$0].decimals > 0 }) <= 2
    else { return [] }
    return alone(below, in: block).filter { !base.borneOut.contains($0) }
  }

  /// Whether a sum that does not close closes when the number is above zero. Changes of stock and of seats are below zero in
  /// sums of counts, and those fail when another of their numbers is wrong.
  private func lostItsSign(_ number: Int, _ structure: BlockStructure) -> Bool {
    structure.relations.contains { relation in
      guard relation.kind == .sum, relation.comparison == .zero, relation.sign(of: number) != 0 else { return false }
      return !relation.holds(value) && relation.holds { $0 == number ? -value($0) : value($0) }
    }
  }

  private func negative(_ number: Int) -> Contradiction {
    let printed = base.printed(number)
    return base.contradiction(
      .impossible, [number], expected: ">= 0", "hier staat \(printed.nl); een aantal is nooit minder dan nul.",
      "this says \(printed.en); a count is never below zero.")
  }

  private func broken(_ numbers: [Int], _ block: GridBlock) -> [Contradiction] {
    let broken = numbers.filter { abs(value($0) - value($0).rounded()) > Printed.slack * max(1, abs(value($0))) }
    guard isSlip(broken, of: numbers) else { return [] }
    let means = meansOfLines(block)
    return alone(broken, in: block).filter {
      !base.borneOut.contains($0) && !computed.contains($0) && !means.contains($0)
    }.map { number in
      let printed = base.printed(number)
      let thousands = value(number) * 1000
      let isGrouped = base.cells[number].decimals == 3
      let perhaps = NumberText.printed(thousands)
      return base.contradiction(
        .impossible, [number],
        expected: isGrouped ? NumberText.plain(thousands) : NumberText.plain(value(number).rounded()),
        "hier staat \(printed.nl), tussen hele aantallen"
          + (isGrouped ? "; is \(perhaps.nl) bedoeld?" : "; een aantal heeft geen cijfers achter de komma."),
        "this says \(printed.en), among whole numbers"
          + (isGrouped ? "; is \(perhaps.en) meant?" : "; a count has no decimals."))
    }
  }

  /// What stands at an end of its line, between the others and near their middle, is their mean or median, as far as anyone
  /// can tell.
  private func meansOfLines(_ block: GridBlock) -> Set<Int> {
    var means: Set<Int> = []
    for axis in base.figure.grid.axes.indices where base.figure.grid.axes[axis].isVaried {
      for line in block.lines(along: axis) where line.entries.count > 3 {
        let values = line.entries.map { value($0.cell) }
        for (end, others) in [(0, values.dropFirst()), (values.count - 1, values.dropLast())] {
          let sorted = others.sorted()
          guard let least = sorted.first, let most = sorted.last, least < values[end], values[end] < most else {
            continue
          }
          let middles = [sorted.reduce(0, +) / Double(sorted.count), sorted[sorted.count / 2]]
          guard middles.contains(where: { abs($0 - values[end]) <= Self.nearness * (most - least) }) else { continue }
          means.insert(line.entries[end].cell)
        }
      }
    }
    return means
  }

  private func shares(_ numbers: [Int]) -> [Contradiction] {
    let beyond = numbers.filter { value($0) < 0 || value($0) > 100 }
    guard isRare(beyond, of: numbers, least: Self.leastShares) || beyond.allSatisfy({ ofCounts[$0] != nil }) else {
      return []
    }
    return beyond.filter { !base.borneOut.contains($0) }.map { number in
      let printed = base.printed(number)
      let expected = ofCounts[number].map { NumberText.plain($0, decimals: base.cells[number].decimals) }
      return base.contradiction(
        .impossible, [number], expected: expected ?? "0-100",
        "hier staat \(printed.nl)%; een aandeel ligt tussen 0% en 100%, zoals alle andere hier.",
        "this says \(printed.en)%; a share lies between 0% and 100%, as all others here do.")
    }
  }
}
