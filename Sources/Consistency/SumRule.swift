internal import Model

/// Parts against totals within one figure: rows, columns, years, and breakdowns against the total of another measure.
///
/// Whether the categories of a dimension together make the whole is learned from the table: where the sum closes in at
/// least as many lines as it does not, the others are contradictions. A top five, a table with several answers, or a
/// line with a missing number only bounds: no part, and no sum of parts that exclude each other, exceeds the whole.
struct SumRule {
  let tables: Tables

  /// A lone sum within this part of its total was meant to be it. A decision.
  private static let nearness = 0.1

  private struct Line {
    var total: Int
    var parts: [Int]
    var isComplete: Bool
  }

  /// Sums where parts make the whole, bounds where they do not; those that hold are among them.
  func relations() -> [LinearRelation] {
    tables.counts.flatMap { block in
      block.dimensions.flatMap { relations(along: $0, in: block) } + periodRelations(in: block)
        + baseRelations(of: block)
    }
  }

  // MARK: - Categories

  private func relations(along dimension: String, in block: Block) -> [LinearRelation] {
    var groups: [Place: [Place]] = [:]
    for place in block.places where place.label(in: dimension) != nil {
      groups[place.removing(dimension), default: []].append(place)
    }
    let known = Set(groups.values.joined().compactMap { $0.label(in: dimension) })
    let lines = groups.keys.sorted().compactMap { whole -> Line? in
      guard let total = block.only(whole), let places = groups[whole] else { return nil }
      let parts = places.flatMap { block.cells[$0] ?? [] }.filter { !isOfWhich($0, along: dimension) }
      guard !parts.isEmpty else { return nil }
      let labels = Set(places.compactMap { $0.label(in: dimension) })
      return Line(total: total, parts: parts, isComplete: labels == known && !block.gaps.contains(dimension))
    }
    return relations(for: lines, hasSeveralAnswers: block.hasSeveralAnswers)
  }

  private func isOfWhich(_ cell: Int, along dimension: String) -> Bool {
    tables.cells[cell].dimensions.contains {
      tables.spelling.dimension($0.name) == dimension && Label($0.value).isOfWhich
    }
  }

  private func relations(for lines: [Line], hasSeveralAnswers: Bool) -> [LinearRelation] {
    if hasSeveralAnswers { return lines.flatMap(separateBounds) }
    let whole = lines.filter { $0.isComplete && $0.parts.count > 1 }
    let closing = whole.filter(closes).count
    let isPartition = closing > 0 ? 2 * closing >= whole.count : whole.count == 1 && whole.allSatisfy(nearlyCloses)
    if isPartition {
      return lines.map { line in
        line.isComplete && line.parts.count > 1 ? .sum(line.total, of: line.parts) : bound(line)
      }
    }
    return mostlyHolding(lines.map { [bound($0)] }) ?? mostlyHolding(lines.map(separateBounds)) ?? []
  }

  /// Bounds that hold but for a few slips, in four lines of five or in all parts of a lone line; where they do not, the parts overlap
  /// or are no parts.
  private func mostlyHolding(_ lines: [[LinearRelation]]) -> [LinearRelation]? {
    // What is measured in all need not be more than what is measured in a part.
    let subjects = lines.joined().map { tables.cells[$0.others.first ?? $0.subject] }
    guard 2 * subjects.count(where: { $0.decimals > 0 }) <= subjects.count else { return nil }
    let all = lines.count == 1 ? lines[0].map { [$0] } : lines
    let failing = all.filter { line in line.contains { !$0.holds(tables.value) } }.count
    guard failing == 0 || all.count > 1 && 5 * failing <= all.count && failing <= Surprise.mostSlips(in: all.count)
    else {
      return nil
    }
    return lines.flatMap { $0 }
  }

  private func closes(_ line: Line) -> Bool {
    LinearRelation.sum(line.total, of: line.parts).holds(tables.value)
  }

  private func nearlyCloses(_ line: Line) -> Bool {
    abs(LinearRelation.sum(line.total, of: line.parts).excess(tables.value)) <= Self.nearness * tables.value(line.total)
  }

  private func bound(_ line: Line) -> LinearRelation {
    .bound(
      line.parts.map { .init(cell: $0, sign: 1) }, atMost: [.init(cell: line.total, sign: 1)], subject: line.total)
  }

  private func separateBounds(_ line: Line) -> [LinearRelation] {
    line.parts.map { bound(Line(total: line.total, parts: [$0], isComplete: false)) }
  }

  // MARK: - Years

  /// Years against the period that they make, in the finest division there is.
  private func periodRelations(in block: Block) -> [LinearRelation] {
    let lines = block.places.compactMap { place -> Line? in
      guard let period = place.period, period.isSeveralYears, let total = block.only(place) else { return nil }
      guard let parts = block.division(of: place, within: period) else { return nil }
      return Line(total: total, parts: parts, isComplete: true)
    }
    let closing = lines.filter(closes).count
    guard closing > 0 ? 2 * closing >= lines.count : lines.count == 1 && lines.allSatisfy(nearlyCloses) else {
      return []
    }
    return lines.map { .sum($0.total, of: $0.parts) }
  }

  // MARK: - Breakdowns with their total under another measure

  private func baseRelations(of block: Block) -> [LinearRelation] {
    let bases = tables.counts.filter {
      $0.figure == block.figure && $0.unit == block.unit && $0.measure != block.measure
    }
    var groups: [String: [Int]] = [:]
    for place in block.places where !place.categories.isEmpty && block.only(place.during(place.period)) != nil {
      guard block.cells[Place(period: place.period, categories: [])] == nil else { continue }
      let numbers = (block.cells[place] ?? []).filter { !tables.cells[$0].isTotal && !isOfWhich($0) }
      for number in numbers { groups[shape(of: number), default: []].append(number) }
    }
    return groups.keys.sorted().flatMap { shape -> [LinearRelation] in
      guard let parts = groups[shape], let first = parts.first else { return [] }
      let place = Place(period: tables.place(of: tables.cells[first]).period, categories: [])
      let totals = bases.compactMap { base in base.only(place) }.filter { tables.cells[$0].isTotal }
      return totals.flatMap { total -> [LinearRelation] in
        let isWhole = block.gaps.isEmpty && parts.count > 1
        let line = Line(total: total, parts: parts, isComplete: isWhole)
        if block.hasSeveralAnswers { return separateBounds(line) }
        return isWhole && nearlyCloses(line) ? [.sum(total, of: parts)] : []
      }
    }
  }

  private func isOfWhich(_ cell: Int) -> Bool { tables.cells[cell].dimensions.contains { Label($0.value).isOfWhich } }

  /// The dimensions of a cell and its years: cells of one shape make one breakdown.
  private func shape(of cell: Int) -> String {
    let place = tables.place(of: tables.cells[cell])
    let names =
      place.categories.count > 1 || tables.cells[cell].dimensions.count > 1
      ? tables.cells[cell].dimensions.map(\.name).first ?? "" : place.categories.map(\.dimension).first ?? ""
    return (place.period?.printed.nl ?? "") + "|" + names
  }
}

extension Block {
  /// Cells at the same categories whose periods together make the given one, the finest first.
  ///
  /// Greedy: shorter periods before longer, each only where all its years are still open. Nil unless every year is
  /// covered by at least two parts.
  func division(of place: Place, within period: Period) -> [Int]? {
    let inside = places.filter { $0.categories == place.categories }
      .compactMap { candidate -> (period: Period, cell: Int)? in
        guard let other = candidate.period, other != period, other.isWholeYears, period.contains(other),
          let cell = only(candidate)
        else {
          return nil
        }
        return (other, cell)
      }
      .sorted { ($0.period.years.count, $0.period) < ($1.period.years.count, $1.period) }
    var left = Set(period.years)
    var parts: [Int] = []
    for candidate in inside where left.isSuperset(of: candidate.period.years) {
      left.subtract(candidate.period.years)
      parts.append(candidate.cell)
    }
    return left.isEmpty && parts.count > 1 ? parts : nil
  }
}
