internal import Model

/// A series that is said to be cumulative, or that climbs to a hundred per cent, and falls in one place.
struct CumulativeRule {
  let base: FigureRule

  /// What *cumulative* begins with, or has in it, in most languages of Europe.
  private static let stems = ["cumul", "kumul", "kumm", "kumula", "sumuluj", "накоп", "αθροιστ"]
  private static let least = 4
  /// Where no word says so: of eight numbers without order one in 160 falls in one place only. A decision.
  private static let leastOfShares = 8

  func contradictions() -> [Contradiction] {
    base.figure.structures.flatMap { structure in
      base.figure.grid.axes.indices.flatMap { axis in
        together(structure.block.lines(along: axis).compactMap { fall(in: $0, structure.block, axis) })
      }
    }
  }

  private struct Fall {
    /// The cell that is off, and the one beside it.
    var culprit, other: Int
    var before, here: Int
  }

  /// So many series that fall are named one by one; where there are more, numbers were taken back. A decision.
  private static let few = 3

  private func together(_ falls: [Fall]) -> [Contradiction] {
    if falls.count <= Self.few { return falls.map { contradiction($0, of: [$0]) } }
    return [contradiction(falls[0], of: falls)]
  }

  private func contradiction(_ fall: Fall, of all: [Fall]) -> Contradiction {
    let (before, here) = (base.printed(fall.before), base.printed(fall.here))
    let cells = [fall.culprit, fall.other] + all.dropFirst().map(\.culprit)
    let others = all.count - 1
    return base.contradiction(
      .series, cells, expected: ">= " + NumberText.plain(base.cells[fall.before].value ?? 0),
      "een reeks die optelt daalt hier van \(before.nl) naar \(here.nl)"
        + (others > 0 ? ", en \(others) andere reeksen van deze tabel dalen ook ergens." : "."),
      "a series that adds up falls here from \(before.en) to \(here.en)"
        + (others > 0 ? ", and \(others) other series of this table fall somewhere too." : "."))
  }

  private func fall(in line: GridLine, _ block: GridBlock, _ axis: Int) -> Fall? {
    let isWhole = base.figure.grid.axes[axis].isWhole
    let entries = sameLength(line.entries.filter { !isWhole[$0.label] && base.cells[$0.cell].value != nil }, axis)
    let numbers = entries.map(\.cell)
    guard numbers.count >= Self.least, let last = numbers.last else { return nil }
    let values = numbers.map { base.cells[$0].value ?? 0 }
    let isShare = block.unit.contains("%") && values[values.count - 1] == 100 && values[0] < 100 && values[0] > 0
    guard isSaid(line, block, besides: axis) || isShare && values.count >= Self.leastOfShares else { return nil }
    let years = entries.map { year(of: $0.label, axis) }
    // Where a year begins, a series within years begins again.
    let falls = values.indices.dropFirst().filter { values[$0] < values[$0 - 1] && years[$0] == years[$0 - 1] }
    guard let fall = falls.first, falls.count == 1, fall > 0 else { return nil }
    // Of the two beside a fall the one that is out of line with what stands around it.
    let isSpike = fall >= 2 ? values[fall] >= values[fall - 2] : false
    let isDip = fall + 1 < values.count ? values[fall + 1] >= values[fall - 1] : true
    guard isSpike || isDip else { return nil }
    let culprit = isSpike && !(isDip && numbers[fall] == last) ? (isDip ? fall : fall - 1) : fall
    return Fall(
      culprit: numbers[culprit], other: culprit == fall ? numbers[fall - 1] : numbers[fall], before: numbers[fall - 1],
      here: numbers[fall])
  }

  /// Months or quarters alone, where the years that they make stand between them.
  private func sameLength(_ entries: [(label: Int, cell: Int)], _ axis: Int) -> [(label: Int, cell: Int)] {
    let kinds = entries.map { period(of: $0.label, axis)?.part?.kind }
    let counts = Dictionary(kinds.compactMap { $0 }.map { ($0, 1) }, uniquingKeysWith: +)
    guard let most = PeriodPart.Kind.allCases.max(by: { (counts[$0] ?? 0) < (counts[$1] ?? 0) }), counts[most] != nil
    else { return entries }
    return zip(entries, kinds).filter { $1 == most }.map(\.0)
  }

  /// Of a part of a year; nil for anything else.
  private func year(of label: Int, _ axis: Int) -> Int? {
    period(of: label, axis).flatMap { $0.part == nil ? nil : $0.years.first }
  }

  private func period(of label: Int, _ axis: Int) -> Period? {
    let axis = base.figure.grid.axes[axis]
    return axis.periods[axis.labels[label]]
  }

  private func isSaid(_ line: GridLine, _ block: GridBlock, besides axis: Int) -> Bool {
    var texts = [block.measure, block.unit]
    for (other, label) in line.rest.enumerated() where other != axis && label > 0 {
      texts.append(base.figure.grid.axes[other].labels[Int(label)])
    }
    return texts.contains { text in Self.stems.contains { Label.folded(text).contains($0) } }
  }
}
