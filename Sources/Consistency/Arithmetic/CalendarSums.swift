/// Years that are the sums of their quarters or months, and quarters and half years of theirs.
///
/// Which periods make a longer one is known, but not whether the numbers are counted over them: what there is at the end of a year
/// is that of its last quarter, and a mean is no sum. So the lines of a table are asked, each for itself or together with those
/// that share a label with it.
extension BlockStructure {
  /// Lines that share a label must close in three of four, and three of them at least, to speak for one of them. Decisions.
  private static let leastOfKin = 3

  /// - Returns: One for each period whose parts are all there, with the lines in which it is a sum.
  func calendarSums(_ axis: Int) -> [Judged] {
    let compositions = calendarCompositions(axis)
    guard !compositions.isEmpty else { return [] }
    let lines = block.lines(along: axis)
    let fits = lines.map { line in
      compositions.map { weigh($0.composition, [line], $0.parts.count, axis) }
    }
    // Rates over short periods come near to those over a long one.
    let least = block.isCount ? 1 : Self.leastOfKin
    let own = fits.map { Tally(of: $0, least: least) }
    let kin = kin(of: lines, own, besides: axis)
    let counted = lines.indices.filter { line in
      own[line].isSum || !isStranger(fits[line], own[line]) && kin[line].contains(where: \.isSumOfKin)
    }
    return compositions.indices.compactMap { number in
      let fit = counted.reduce(into: Fit()) { $0.add(fits[$1][number]) }
      guard !fit.lines.isEmpty else { return nil }
      return Judged(
        composition: compositions[number].composition, parts: compositions[number].parts, fit: fit, tries: 1,
        isLikely: true, columns: Set(counted.map { lines[$0].rest }))
    }
  }

  /// Whether a line does not add up even once, or ends as one of its parts does: its kin say nothing of it.
  private func isStranger(_ fits: [Fit], _ tally: Tally) -> Bool {
    guard tally.exact == 0, tally.rounded == 0 else { return false }
    if tally.full > 1 || !block.isCount { return true }
    return fits.flatMap(\.lines).contains { line in line.parts.contains { value($0) == value(line.whole) } }
  }

  /// Each period with its parts of one length, where all of them have a label.
  private func calendarCompositions(_ axis: Int) -> [(composition: Composition, parts: Set<Int>)] {
    let reading = axes[axis].periods
    guard !reading.isEmpty else { return [] }
    let present = Set(block.cells.indices.map { Int(block.label($0, axis)) }).sorted()
    let periods = present.compactMap { label in reading[axes[axis].labels[label]].map { (label: label, period: $0) } }
    var parts: [Period: [PeriodPart.Kind: [Int]]] = [:]
    let wholes = periods.filter { $0.period.part == nil ? $0.period.isSingleYear : $0.period.part?.kind != .day }
    guard periods.contains(where: { $0.period.part != nil }) else { return [] }
    for (label, period) in periods {
      guard let part = period.part, part.kind != .day, part.kind != .week else { continue }
      for container in period.containers { parts[container, default: [:]][part.kind, default: []].append(label) }
    }
    return wholes.flatMap { whole in
      PeriodPart.Kind.allCases.compactMap { kind -> (Composition, Set<Int>)? in
        guard let labels = parts[whole.period]?[kind], !labels.contains(whole.label),
          labels.count == PeriodPart.count(of: kind, in: whole.period.part?.kind)
        else { return nil }
        return (Composition(whole: whole.label, parts: .labels(labels.sorted())), Set(labels))
      }
    }
  }

  /// The tallies of all lines that share a label with a line, by axis, and of all lines.
  private func kin(of lines: [GridLine], _ own: [Tally], besides axis: Int) -> [[Tally]] {
    var sums: [[Int32]: Tally] = [:]
    let keys = lines.map { line in
      [[Int32]()] + axes.indices.filter { $0 != axis && axes[$0].isVaried }.map { [Int32($0), line.rest[$0]] }
    }
    for (line, names) in keys.enumerated() { for name in names { sums[name, default: Tally()].add(own[line]) } }
    return keys.map { names in
      // All lines together speak only where no other label tells them apart.
      (names.count > 2 ? names.dropFirst() : names[...]).compactMap { sums[$0] }
    }
  }

  /// How many sums close.
  private struct Tally {
    var (full, exact, rounded): (Int, Int, Int) = (0, 0, 0)
    var (exactDigits, roundedDigits): (Double, Double) = (0, 0)

    init() {}

    /// So many sums must close, and of rates three in four.
    var least = 1

    init(of fits: [Fit], least: Int) {
      self.least = least
      for fit in fits {
        full += fit.full
        exact += fit.exact
        rounded += fit.rounded
        exactDigits += fit.exactDigits
        roundedDigits += fit.roundedDigits
      }
    }

    mutating func add(_ other: Tally) {
      full += other.full
      exact += other.exact
      rounded += other.rounded
      exactDigits += other.exactDigits
      roundedDigits += other.roundedDigits
    }

    /// Half of the sums of a line, and not by chance.
    var isSum: Bool {
      exact >= least && (least == 1 ? 2 * exact >= full : 4 * exact >= 3 * full)
        && exactDigits >= BlockStructure.digitsOfMarked
        || rounded >= least && 5 * rounded >= 4 * full && roundedDigits >= BlockStructure.digitsOfMarked
    }

    var isSumOfKin: Bool {
      full >= BlockStructure.leastOfKin
        && (4 * exact >= 3 * full && exactDigits >= BlockStructure.digitsOfMarked
          || 5 * rounded >= 4 * full && roundedDigits >= BlockStructure.digitsOfMarked)
    }
  }
}

extension Fit {
  mutating func add(_ other: Fit) {
    lines += other.lines
    (full, exact, near) = (full + other.full, exact + other.exact, near + other.near)
    (rounded, random) = (rounded + other.rounded, random + other.random)
    exactDigits += other.exactDigits
    roundedDigits += other.roundedDigits
  }
}

extension Period {
  /// The longer periods in which a part of a year lies: its quarter, its half and its year.
  fileprivate var containers: [Period] {
    guard let part else { return [] }
    let year = years.first
    var found = year.map { [Period(years: [$0])] } ?? []
    for number in 1...4 {
      for kind in [PeriodPart.Kind.half, .quarter] {
        if let whole = PeriodPart(kind, number), whole != part, whole.contains(part) {
          found.append(Period(whole, of: year))
        }
      }
    }
    return found
  }
}
