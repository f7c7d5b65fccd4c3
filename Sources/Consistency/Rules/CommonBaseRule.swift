internal import Model

/// Rates per so many of something that is not printed: in one line they all have one base.
///
/// With counts `a` and rates `x` the base is `a / x`, and each pair says between which limits it lies. Where the limits
/// of nearly all lines meet, those of a line that do not contain a wrong number.
struct CommonBaseRule {
  let base: FigureRule

  /// So many rates in a line, and so many lines. Decisions.
  private static let (leastRates, leastLines) = (3, 4)

  func contradictions() -> [Contradiction] {
    let blocks = base.figure.grid.blocks.indices
    return blocks.flatMap { counts in
      blocks.filter { $0 != counts }.flatMap { rates in
        base.figure.grid.axes.indices.filter { base.figure.grid.axes[$0].isVaried }.flatMap {
          contradictions(counts, rates, $0)
        }
      }
    }
  }

  private struct Entry {
    var count: Int
    var rate: Int
    var limits: ClosedRange<Double>
  }

  private func contradictions(_ counts: Int, _ rates: Int, _ axis: Int) -> [Contradiction] {
    let (one, other) = (base.figure.structures[counts], base.figure.structures[rates])
    guard one.block.isCount, other.grain.step < 1,
      one.grain.half.isFinite
    else { return [] }
    var lines: [[Int32]: [Entry]] = [:]
    for index in other.block.cells.indices {
      let place = other.block.place(index)
      guard let entry = entry(one, other, place, index) else { continue }
      var rest = place
      rest[axis] = -1
      lines[rest, default: []].append(entry)
    }
    let telling = lines.keys.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { lines[$0] }.filter {
      $0.count >= Self.leastRates
    }
    let meeting = telling.filter { Self.meet($0) }.count
    guard telling.count >= Self.leastLines, meeting < telling.count, 10 * meeting >= 8 * telling.count else {
      return []
    }
    return telling.filter { !Self.meet($0) }.compactMap(contradiction)
  }

  private func entry(_ one: BlockStructure, _ other: BlockStructure, _ place: [Int32], _ index: Int) -> Entry? {
    guard let count = one.block.cell(at: place), let a = base.cells[count].value, a >= 5 else { return nil }
    let rate = other.block.cells[index]
    let half = other.grain.step / 2
    guard let x = base.cells[rate].value, x > 3 * half else { return nil }
    // A count may have been rounded before it was printed.
    let room = max(one.grain.half, 0.5)
    return Entry(count: count, rate: rate, limits: ((a - room) / (x + half))...((a + room) / (x - half)))
  }

  private static func meet(_ entries: [Entry]) -> Bool {
    (entries.map(\.limits.lowerBound).max() ?? 0) <= (entries.map(\.limits.upperBound).min() ?? 0) * (1 + 1e-9)
  }

  /// The one entry without which all others meet.
  private func contradiction(_ entries: [Entry]) -> Contradiction? {
    let culprits = entries.indices.filter { index in
      Self.meet(entries.indices.filter { $0 != index }.map { entries[$0] })
    }
    guard culprits.count == 1, let culprit = culprits.first else { return nil }
    let others = entries.indices.filter { $0 != culprit }.map { entries[$0].limits }
    let low = others.map(\.lowerBound).max() ?? 0
    let high = others.map(\.upperBound).min() ?? 0
    let entry = entries[culprit]
    let a = base.cells[entry.count].value ?? 0
    let decimals = base.cells[entry.rate].decimals
    let (least, most) = (
      NumberText.printed(a / high, decimals: decimals), NumberText.printed(a / low, decimals: decimals)
    )
    let (printed, count) = (base.printed(entry.rate), base.printed(entry.count))
    return base.contradiction(
      .percentage, [entry.rate, entry.count], expected: NumberText.plain(2 * a / (low + high), decimals: decimals),
      "hier staat \(printed.nl) bij \(count.nl), maar met de noemer van de andere getallen op deze regel is het tussen "
        + "\(least.nl) en \(most.nl).",
      "this says \(printed.en) for \(count.en), but with the base of the other numbers of this line it is between "
        + "\(least.en) and \(most.en).")
  }
}
