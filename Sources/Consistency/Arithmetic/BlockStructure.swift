/// What the numbers of a block say about themselves: which labels are sums of which, and how exactly.
struct BlockStructure {
  let block: GridBlock
  private(set) var grain: Grain
  /// By axis, those that most lines bear out.
  private(set) var compositions: [[Composition]]
  /// The relations that follow, those that hold among them.
  private(set) var relations: [LinearRelation] = []
  /// The same where numbers are not printed, with those.
  private(set) var open: [Equation] = []

  let axes: [GridAxis]
  /// By axis, the sums that labels tell of.
  let told: [[Composition]]
  let value: (Int) -> Double?
  let scales: Scales
  let bounds: (Int) -> ClosedRange<Double>?
  /// Half of the last digit of a number of which more digits are known than are shown.
  let shownHalf: (Int) -> Double?

  /// Proposals for a total that nothing marks must be this sure: once in ten thousand by chance, after as many tries as
  /// there were. Decisions, tried on the tables of `docs/check-tables.md`.
  static let digits = 4.0
  static let digitsOfMarked = 1.5
  /// What a code list defines as all needs less: sums of one digit.
  static let digitsOfCoded = 0.9
  /// A lone sum within this part of its total was meant to be it.
  static let nearness = 0.1

  init(_ block: GridBlock, axes: [GridAxis], of cells: [TableCell]) {
    self.block = block
    self.axes = axes
    told = axes.map(\.told)
    let scales = Scales(block, axes, of: cells)
    self.scales = scales
    value = { number in cells[number].value.map { $0 * scales[number] } }
    bounds = { cells[$0].bounds }
    shownHalf = { cells[$0].isRounded ? Printed.unit(cells[$0].decimals) / 2 * scales[$0] : nil }
    let plain = block.cells.filter { scales[$0] == 1 }
    let numbers = plain.compactMap { cells[$0].value }
    grain = Grain(of: numbers, decimals: Grain.decimals(of: plain.map { (cells[$0].value, cells[$0].decimals) }))
    // Shares are what is left of a division.
    grain.isShownRounded = plain.count { cells[$0].isRounded } * 2 > plain.count || block.unit.contains("%")
    compositions = axes.map { _ in [] }
    guard numbers.count > 2, Block.isAddable(unit: block.unit, measure: block.measure) else { return }
    var judged = axes.indices.map { axis in judge(axis) }
    if let spread = perturbation(judged) {
      (grain.rule, grain.spread) = (.random, spread)
      judged = axes.indices.map { axis in judge(axis) }
    }
    let calendars = axes.indices.map { axis in calendarSums(axis) }
    grain.rule = rule(of: (judged + calendars).flatMap { $0 })
    let accepted = axes.indices.map { axis in
      withoutStrangers(
        withoutSubsets(judged[axis].filter { isAccepted($0.fit, $0.composition, axis, tries: $0.tries) }), axis)
        + calendars[axis]
    }
    // Where zeros hide much, most sums miss by more than rounding explains, and few are accepted.
    let near = judged.flatMap { $0 }.filter { $0.fit.full > 2 && $0.fit.near == $0.fit.full }
    hiddenByZero = HiddenByZero.most(
      in: (near + accepted.flatMap { $0 }).flatMap(\.fit.lines), half: grain.half, value)
    for axis in axes.indices { compositions[axis] = accepted[axis].map(\.composition) }
    relations = meantSums(accepted).map(\.relation)
    open = openEquations(accepted)
  }

  /// How much a printed zero may hide: nil where zeros are zeros.
  private(set) var hiddenByZero: Double?

  /// Of two compositions of one total of which one has all parts of the other, the one that fits more lines; the larger
  /// of two that fit alike.
  private func withoutSubsets(_ judged: [Judged]) -> [Judged] {
    let closing = { (fit: Fit) in
      Double(grain.rule == .exact ? fit.exact : fit.rounded) / Double(max(1, fit.full))
    }
    return judged.filter { one in
      !judged.contains { other in
        guard other.composition.whole == one.composition.whole, other.parts != one.parts else { return false }
        if one.parts.isSubset(of: other.parts) { return closing(one.fit) <= closing(other.fit) }
        return one.parts.isSuperset(of: other.parts) && closing(one.fit) < closing(other.fit)
      }
    }
  }

  struct Judged {
    var composition: Composition
    var parts: Set<Int>
    var fit: Fit
    var tries: Int
    /// Whether sums close, to the digit or as far as rounding allows.
    var isLikely: Bool
    /// The lines that it is about, by where they stand on the other axes; nil for all.
    var columns: Set<[Int32]>?
    /// Axes and labels of columns that it is not about.
    var strange: Set<[Int]> = []

    /// Whether a line may be meant to add up.
    func concerns(_ line: GridLine) -> Bool {
      columns?.contains(line.rest) != false && !strange.contains { Int(line.rest[$0[0]]) == $0[1] }
    }
  }

  // MARK: - Proposing and weighing

  private func judge(_ axis: Int) -> [Judged] {
    let lines = block.lines(along: axis).filter { $0.entries.count > 2 }
    guard !lines.isEmpty else { return [] }
    let search = CompositionSearch(
      lines: lines, isWhole: axes[axis].isWhole, step: grain.step, value: value)
    let all = Set(lines.flatMap { $0.entries.map(\.label) }).sorted()
    var judged: [Judged] = []
    var removed: Set<Int> = []
    var seen: Set<[Int]> = []
    for _ in 0..<3 {
      let proposals =
        search.proposals(without: removed)
        + (removed.isEmpty ? axes[axis].hundredPerCent + told[axis] : [])
      var found: [Judged] = []
      for composition in proposals where mayBeWhole(composition.whole, axis) {
        let parts = composition.labels(among: all, isWhole: axes[axis].isWhole)
        guard seen.insert([composition.whole] + parts.sorted()).inserted else { continue }
        let fit = weigh(composition, lines, parts.count, axis)
        // Of two anywhere that make a third all pairs were tried with all others.
        let pairs = all.count * (all.count - 1) * (all.count - 2) / 2
        let tries = composition.isScattered ? max(proposals.count, pairs) : proposals.count
        let isLikely =
          isClosing(fit, composition, axis, tries, exactly: true)
          || isClosing(fit, composition, axis, tries, exactly: false)
        found.append(Judged(composition: composition, parts: parts, fit: fit, tries: tries, isLikely: isLikely))
      }
      judged += found
      let likely = found.filter { $0.isLikely && $0.composition.parts != .rest }
      let gone = likely.reduce(into: Set<Int>()) { gone, each in
        if case .run = each.composition.parts {
          gone.formUnion(each.composition.labels(among: all, isWhole: axes[axis].isWhole))
        }
      }
      guard !gone.isEmpty, !gone.isSubset(of: removed) else { break }
      removed.formUnion(gone)
    }
    return judged
  }

  /// Years are not sums of years, and months not of months; a label of several years, or one that is no period, may be.
  private func mayBeWhole(_ label: Int, _ axis: Int) -> Bool {
    guard !axes[axis].isWhole[label], axes[axis].periods.isTime else { return true }
    return axes[axis].periods[axes[axis].labels[label]]?.isSeveralYears != false
  }

  func weigh(_ composition: Composition, _ lines: [GridLine], _ labels: Int, _ axis: Int) -> Fit {
    var fit = Fit()
    var (exact, rounded) = (Surprise(), Surprise())
    var weighedLines: [WeighedLine] = []
    for line in lines {
      guard let found = composition.line(line, isWhole: axes[axis].isWhole),
        let weighed = weighed(found.whole, found.parts, isComplete: found.parts.count == labels)
      else { continue }
      weighedLines.append(weighed)
      weighedLines[weighedLines.count - 1].rest = line.rest
      weighedLines[weighedLines.count - 1].label = composition.whole
    }
    for weighed in withZeros(weighedLines) {
      fit.lines.append(weighed)
      guard weighed.isFull else { continue }
      let miss = abs(weighed.excess) - Printed.slack * max(1, weighed.size)
      guard weighed.isTelling else {
        fit.lone += 1
        if miss > Double(weighed.count) * grain.step { fit.loneFailing += 1 }
        continue
      }
      fit.full += 1
      if miss <= Self.nearness * weighed.size { fit.near += 1 }
      let room = Double(weighed.count) * grain.step + 2 * scales.room(weighed.whole)
      if miss <= max(room, Double(weighed.count) * grain.spread) {
        fit.random += 1
        if grain.spread > 0 { rounded.meet(weighed.size, room: grain.spread * Double(weighed.count)) }
      }
      if miss <= room / 2 {
        fit.rounded += 1
        if grain.spread == 0 { rounded.meet(weighed.size, room: room / 2) }
      }
      if miss <= scales.room(weighed.whole) {
        fit.exact += 1
        exact.meet(weighed.size, room: grain.step / 2)
      }
    }
    (fit.exactDigits, fit.roundedDigits) = (exact.digits, rounded.digits)
    return fit
  }

  /// Where sums close without the numbers that are not printed, in as many lines as they do not, those are zeros.
  private func withZeros(_ lines: [WeighedLine]) -> [WeighedLine] {
    let open = lines.filter { $0.isComplete && $0.unknown?.upperBound == .infinity }
    guard !open.isEmpty else { return lines }
    let closing = open.filter { line in
      let room = grain.isRoundedByNature ? grain.step * Double(line.count) / 2 : 0
      return abs(line.excess) <= room + Printed.slack * max(1, line.size) && line.size >= 20 * max(room, grain.step)
    }.count
    guard closing > 0, 2 * closing >= open.count else { return lines }
    return lines.map { line in
      var line = line
      if line.unknown?.upperBound == .infinity { line.unknown = nil }
      return line
    }
  }

  /// Lines that miss as much as another, one too high and the other too low: two numbers that changed places.
  private func paired(_ lines: [WeighedLine], room: (WeighedLine) -> Double) -> Int {
    let misses = lines.filter {
      $0.isFull && $0.isTelling && abs($0.excess) > room($0) + Printed.slack * max(1, $0.size)
    }
    guard misses.count == 2,
      abs(misses[0].excess + misses[1].excess) <= room(misses[0]) + room(misses[1]) + Printed.slack
    else { return 0 }
    return 2
  }

  private func weighed(_ whole: Int, _ parts: [Int], isComplete: Bool) -> WeighedLine? {
    guard let total = value(whole) else { return nil }
    var (sum, count, low, high, isUnknown, telling) = (0.0, 1, 0.0, 0.0, false, 0)
    for part in parts {
      if let number = value(part) {
        sum += number
        count += 1
        if number != 0 { telling += 1 }
      } else {
        let range = bounds(part) ?? 0...(.infinity)
        (low, high, isUnknown) = (low + range.lowerBound, high + range.upperBound, true)
      }
    }
    return WeighedLine(
      whole: whole, parts: parts, excess: total - sum, count: count, unknown: isUnknown ? low...high : nil,
      isComplete: isComplete, size: max(abs(total), abs(sum)), isTelling: telling > 1)
  }

  // MARK: - Judging

  /// Whether so many lines close that those that do not are mistakes.
  private func isClosing(
    _ fit: Fit, _ composition: Composition, _ axis: Int, _ tries: Int, exactly: Bool
  ) -> Bool {
    let closing = exactly ? fit.exact : grain.rule == .random ? fit.random : fit.rounded
    let digits = exactly ? fit.exactDigits : fit.roundedDigits
    if axes[axis].isWhole[composition.whole], !composition.isScattered {
      if isHundred(fit) { return !exactly && closing > 0 && isMostOfMarked(closing, of: fit.full) }
      if fit.full == 1, closing == 0 {
        guard exactly != grain.isRoundedByNature, mayBeShares(fit) else { return false }
        return isProven(composition, axis) || fit.near == 1 && isMisprint(fit) || exceedsSexes(fit, composition, axis)
      }
      let pairs = closing > 0 ? paired(fit.lines) { exactly ? 0 : grain.step / 2 * Double($0.count) } : 0
      let isMost =
        exactly
        ? isMostOfMarked(closing + pairs, of: fit.full)
        : 5 * (closing + pairs) >= 4 * fit.full || isMostBesideSlips(fit, closing)
      let least = axes[axis].isCodedTotal(composition.whole) ? Self.digitsOfCoded : Self.digitsOfMarked
      return closing > 0 && isMost && digits >= least
    }
    if isToldAndCloses(fit, composition, axis, exactly: exactly, closing: closing, digits: digits) { return true }
    let pairs = closing > 1 ? paired(fit.lines) { exactly ? 0 : grain.step / 2 * Double($0.count) } : 0
    let isMost =
      fit.full < 6
      ? closing + pairs >= fit.full - 1 && closing > 1 : closing + pairs >= fit.full - Surprise.mostSlips(in: fit.full)
    // A product with one or nothing is its factor, and no sum.
    guard fit.loneFailing <= Surprise.mostSlips(in: fit.full + fit.lone), exactly || mayBeRounding(fit) else {
      return false
    }
    return isMost && digits >= Self.digits + Logarithm.decimal(Double(tries))
  }

  /// Whether some of many short sums close to the last digit: of numbers that were rounded each by itself a third or more does.
  private func mayBeRounding(_ fit: Fit) -> Bool {
    let short = fit.lines.filter { $0.isFull && $0.isTelling && $0.count <= Self.short }
    guard grain.rule != .random, grain.spread == 0, short.count >= Self.many else { return true }
    let closing = short.count { abs($0.excess) <= Printed.slack * max(1, $0.size) + scales.room($0.whole) }
    return Self.leastClosing * closing >= short.count
  }

  /// Sums of up to so many numbers, of which one in so many must close. Decisions.
  private static let (short, leastClosing) = (10, 10)

  /// Of per cents, whether they may add up: none is below zero, and all together are more than each. Growth is not so.
  private func mayBeShares(_ fit: Fit) -> Bool {
    guard block.unit.contains("%") else { return true }
    return fit.lines.allSatisfy { line in
      let parts = line.parts.compactMap(value)
      return parts.allSatisfy { $0 >= 0 } && (value(line.whole) ?? 0) >= (parts.max() ?? 0)
    }
  }

  /// Whether it is a hundred per cent, in most lines: what is called a total of shares is theirs.
  private func isHundred(_ fit: Fit) -> Bool {
    let full = fit.lines.filter { $0.isFull && $0.isTelling }
    return block.unit.contains("%") && !full.isEmpty && 2 * full.count { value($0.whole) == 100 } > full.count
  }

  /// What is called a total is one where half of a few lines close, and three in four of many.
  private func isMostOfMarked(_ closing: Int, of full: Int) -> Bool {
    full < Self.many ? 2 * closing >= full : 4 * closing >= 3 * full
  }

  private static let many = 16

  /// Whether half of a few lines close as far as rounding allows, and the others are so far off that no rounding explains it.
  private func isMostBesideSlips(_ fit: Fit, _ closing: Int) -> Bool {
    guard 2 * closing >= fit.full, fit.full - closing <= Surprise.mostSlips(in: fit.full) else { return false }
    let room = 3 * max(grain.step, grain.spread)
    return fit.lines.allSatisfy { line in
      let miss = abs(line.excess)
      return !line.isFull || !line.isTelling || miss <= line.size * Printed.slack + Double(line.count) * grain.step / 2
        || miss > room * Double(line.count)
    }
  }

  /// Whether men and women are more than all together, which is no mean of them: that is wrong whatever else was counted.
  private func exceedsSexes(_ fit: Fit, _ composition: Composition, _ axis: Int) -> Bool {
    guard axes[axis].isOfTwoSexes, axes[axis].isCodedTotal(composition.whole),
      let line = fit.lines.first(where: \.isFull),
      block.isCount, let whole = value(line.whole)
    else { return false }
    let room = grain.isRoundedByNature ? grain.step * Double(line.count) / 2 : 0
    return line.excess < -room - Printed.slack * line.size && whole >= line.parts.compactMap(value).max() ?? 0
  }

  /// Whether one number of a lone sum, printed otherwise in one place or two, would close it.
  private func isMisprint(_ fit: Fit) -> Bool {
    guard let line = fit.lines.first(where: { $0.isFull && $0.isTelling }) else { return false }
    // What remains of the largest is a difference, and no sum.
    let parts = line.parts.compactMap(value)
    guard abs(2 * (parts.max() ?? 0) - parts.reduce(0, +) - (value(line.whole) ?? 0)) > Printed.slack else {
      return false
    }
    return Misprint.isOfOneDigit(line.excess / (grain.step < 1 ? grain.step : 1))
  }

  /// Exact, rounded, or neither, from everything that seems to be a sum.
  private func rule(of all: [Judged]) -> Grain.Rule {
    let likely = all.filter(\.isLikely).map(\.fit)
    let exact = likely.reduce(0) { $0 + $1.exact }
    let small = likely.reduce(0) { $0 + $1.rounded - $1.exact }
    let random = likely.reduce(0) { $0 + $1.random - $1.rounded }
    // One wrong number misses in one line of a dimension; where two or more miss by so little, each number was rounded.
    let most = likely.map { $0.rounded - $0.exact }.max() ?? 0
    if grain.spread > 0 { return .random }
    guard !likely.isEmpty else { return grain.isRoundedByNature ? .rounded : .exact }
    if grain.isRoundedByNature {
      if exact >= 6, 20 * small <= exact + small { return .exact }
      return grain.step >= 3 && 10 * random > exact + small + random ? .random : .rounded
    }
    if most >= 2, 2 * small >= exact + small { return .rounded }
    if MissEvidence(likely.flatMap(\.lines), step: grain.step, value: value).speaksForRounding { return .rounded }
    return small >= 3 && 20 * small > 3 * (exact + small) ? .rounded : .exact
  }

  private func isAccepted(_ fit: Fit, _ composition: Composition, _ axis: Int, tries: Int) -> Bool {
    isClosing(fit, composition, axis, tries, exactly: grain.rule == .exact)
  }

  /// Whether another column of counts or shares shows that this label is the total.
  private func isProven(_ composition: Composition, _ axis: Int) -> Bool {
    guard block.isCount || block.unit.contains("%") else { return false }
    guard let hundred = axes[axis].hundreds[composition.whole] else { return axes[axis].proven == composition.whole }
    let labels = Set(block.cells.indices.map { Int(block.label($0, axis)) }).sorted()
    return composition.labels(among: labels, isWhole: axes[axis].isWhole) == Set(hundred)
  }

  // MARK: - Relations

  /// Whether numbers of the block may be below zero.
  var isSigned: Bool { block.cells.contains { (value($0) ?? 0) < 0 } }

  /// How far the true number may be from a printed one, and how it is scaled.
  func half(of cell: Int) -> Double {
    scales[cell] == 1 ? grain.half : max(grain.half, scales.room(cell) / scales[cell])
  }

  /// Lines in which a number is not printed, where that is no zero.
  private func openEquations(_ accepted: [[Judged]]) -> [Equation] {
    guard hiddenByZero == nil, grain.half.isFinite, block.cells.contains(where: { value($0) == nil }) else { return [] }
    return axes.indices.filter { !accepted[$0].isEmpty }.flatMap { axis -> [Equation] in
      let lines = block.lines(along: axis)
      return accepted[axis].flatMap { judged -> [Equation] in
        let closed = Set(judged.fit.lines.filter(\.isFull).map(\.whole))
        return lines.compactMap { judged.concerns($0) ? equation(judged, $0, axis, closed) : nil }
      }
    }
  }

  private func equation(_ judged: Judged, _ line: GridLine, _ axis: Int, _ closed: Set<Int>) -> Equation? {
    guard let found = judged.composition.line(line, isWhole: axes[axis].isWhole), !closed.contains(found.whole) else {
      return nil
    }
    let unprinted = ([found.whole] + found.parts).filter { value($0) == nil }
    let isComplete = found.parts.count == judged.parts.count
    guard !unprinted.isEmpty, unprinted.allSatisfy({ bounds($0) != nil }),
      isComplete || !found.parts.contains(where: { (value($0) ?? 0) < 0 })
    else { return nil }
    return Equation(
      whole: found.whole, parts: found.parts, isComplete: isComplete, scale: Int(scales[found.whole]),
      room: scales.room(found.whole))
  }
}
