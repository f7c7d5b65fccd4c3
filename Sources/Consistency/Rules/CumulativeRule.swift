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
        structure.block.lines(along: axis).compactMap { contradiction($0, structure.block, axis) }
      }
    }
  }

  private func contradiction(_ line: GridLine, _ block: GridBlock, _ axis: Int) -> Contradiction? {
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
    let (before, here) = (base.printed(numbers[fall - 1]), base.printed(numbers[fall]))
    let other = culprit == fall ? numbers[fall - 1] : numbers[fall]
    return base.contradiction(
      .series, [numbers[culprit], other], expected: ">= " + NumberText.plain(values[fall - 1]),
      "een reeks die optelt daalt hier van \(before.nl) naar \(here.nl).",
      "a series that adds up falls here from \(before.en) to \(here.en).")
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
