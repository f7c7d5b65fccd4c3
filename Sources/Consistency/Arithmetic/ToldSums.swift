/// What labels say of the sums they make: by the spaces before them, and by words for a total and for a part.
///
/// Hints that arithmetic confirms or not: some print all parts of a number below it, others a few of them.
extension GridAxis {
  /// What labels propose, each with two parts at least.
  var told: [Composition] {
    indented + named + besidesParts
  }

  /// A label stands over those below it that are moved in further, up to the next that is not.
  private var indented: [Composition] {
    guard !indents.isEmpty else { return [] }
    var under: [Int: [Int]] = [:]
    /// Labels over the one that is looked at, the outermost first.
    var over: [(label: Int, indent: Int)] = []
    for label in labels.indices.dropFirst() {
      let indent = indents[label] ?? 0
      while let last = over.last, last.indent >= indent { over.removeLast() }
      if let last = over.last { under[last.label, default: []].append(label) }
      over.append((label, indent))
    }
    return under.keys.sorted().compactMap { composition($0, under[$0] ?? []) }
  }

  /// What is called a total, in any of many languages: of what stands before it or behind it, up to the next of them; and of
  /// several the last, of the others.
  private var named: [Composition] {
    let all = Array(labels.indices.dropFirst())
    let totals = all.filter { !isWhole[$0] && TotalWords.contains(Label.folded(labels[$0])) }
    guard !totals.isEmpty, 2 * totals.count < all.count else { return [] }
    let places = Set(totals)
    var found = totals.flatMap { total -> [Composition?] in
      let before = all.prefix { $0 < total }.reversed().prefix { !places.contains($0) }
      let behind = all.drop { $0 <= total }.prefix { !places.contains($0) }
      return [composition(total, before.sorted()), composition(total, Array(behind))]
    }
    if let last = totals.last { found.append(composition(last, totals.dropLast())) }
    return found.compactMap { $0 }
  }

  /// What is marked as the total, of all labels that do not say that they are parts of others.
  private var besidesParts: [Composition] {
    let all = Array(labels.indices.dropFirst())
    let parts = Set(all.filter { TotalWords.beginsOfWhich(Label.folded(labels[$0])) })
    guard !parts.isEmpty else { return [] }
    return all.filter { isWhole[$0] || TotalWords.contains(Label.folded(labels[$0])) }.compactMap { total in
      composition(total, all.filter { $0 != total && !isWhole[$0] && !parts.contains($0) })
    }
  }

  private func composition(_ whole: Int, _ parts: [Int]) -> Composition? {
    parts.count > 1 ? Composition(whole: whole, parts: .labels(parts)) : nil
  }
}

extension BlockStructure {
  /// Decimal digits in which a sum that labels tell of has to close. A decision: once in three hundred.
  private static let digitsOfTold = 2.5

  /// Whether labels tell that it is a sum, and half of its lines close.
  ///
  /// Of numbers that were moved at random, or were rounded where nothing else shows that, a line closes by chance: where others miss
  /// by little, more of them have to close.
  func isToldAndCloses(
    _ fit: Fit, _ composition: Composition, _ axis: Int, exactly: Bool, closing: Int, digits: Double
  ) -> Bool {
    guard closing > 0, 2 * closing >= fit.full, digits >= Self.digitsOfTold else { return false }
    let little = fit.lines.count { line in
      let miss = abs(line.excess) - Printed.slack * max(1, line.size)
      let room = Double(line.count) * grain.step
      return line.isFull && line.isTelling && miss > (exactly ? 0 : room / 2) && miss <= Self.little * room
    }
    let isCertain = exactly != grain.isRoundedByNature
    guard isCertain && little == 0 || closing > 1 && closing >= fit.full - 1 && closing > 2 * little else {
      return false
    }
    let all = Array(axes[axis].labels.indices.dropFirst())
    let parts = composition.labels(among: all, isWhole: axes[axis].isWhole)
    return told[axis].contains { $0.whole == composition.whole && $0.parts == .labels(parts.sorted()) }
  }

  /// What numbers that were moved at random miss by, at most, in steps for each of them. A decision.
  private static let little = 3.0
}
