/// What the spaces before labels say: a label stands over those below it that are moved in further, up to the next that is not.
///
/// A hint, as a word for a total is: some print all parts of a number so, others a few of them.
extension GridAxis {
  /// By label, those right under it; two at least.
  var told: [Int: [Int]] {
    guard !indents.isEmpty else { return [:] }
    var found: [Int: [Int]] = [:]
    /// Labels over the one that is looked at, the outermost first.
    var over: [(label: Int, indent: Int)] = []
    for label in labels.indices.dropFirst() {
      let indent = indents[label] ?? 0
      while let last = over.last, last.indent >= indent { over.removeLast() }
      if let last = over.last { found[last.label, default: []].append(label) }
      over.append((label, indent))
    }
    return found.filter { $0.value.count > 1 }
  }

  /// The same as proposals.
  var toldCompositions: [Composition] {
    let told = told
    return told.keys.sorted().map { Composition(whole: $0, parts: .labels(told[$0] ?? [])) }
  }
}

extension BlockStructure {
  /// Decimal digits in which the sums of a label and those under it have to close. A decision: once in three hundred.
  private static let digitsOfTold = 2.5

  /// Whether it is a label and those that are moved in under it, and half of their sums close.
  func isToldAndCloses(_ fit: Fit, _ composition: Composition, _ axis: Int, closing: Int, digits: Double) -> Bool {
    guard let under = told[axis][composition.whole], closing > 0, 2 * closing >= fit.full, digits >= Self.digitsOfTold
    else { return false }
    let all = Array(axes[axis].labels.indices.dropFirst())
    return composition.labels(among: all, isWhole: axes[axis].isWhole) == Set(under)
  }
}
