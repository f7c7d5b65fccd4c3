extension CellSystem {
  /// Hides the sensitive cells, and besides them what it takes to keep each from being worked out, so that a stricter
  /// minimum never shows what a laxer one hides.
  ///
  /// At the minima of `anchors` the cheapest cells are looked for, each with what the one before hides. Between two of them
  /// the pattern of the stricter is taken and as much of it published as the laxer minimum allows, one step after another:
  /// what protects the counts below t + 1 protects those below t. A step at which no cell holds t changes nothing.
  ///
  /// - Parameters:
  ///   - candidates: Cells that may be hidden.
  ///   - mustHide: Cells to be hidden whatever they hold: those an earlier edition hid.
  ///   - guarded: Cells without a value that have to stay in doubt too, unless nothing that is hidden here can help them.
  ///   - weights: What hiding each cell costs.
  public func suppressed(
    under protection: ProtectionRule, candidates: [Bool], mustHide: [Int] = [], guarded: [Int] = [],
    weights: [Double]
  ) -> SuppressionPattern {
    var rule = protection
    func pattern(_ minimum: Int, _ candidates: [Bool], _ carried: [Int]) -> SuppressionPattern {
      rule.minimum = minimum
      return cheapest(under: rule, candidates: candidates, mustHide: carried, guarded: guarded, weights: weights)
    }
    var carried = mustHide
    for anchor in Self.anchors where anchor < protection.minimum {
      carried = Array(Set(carried + pattern(anchor, candidates, carried).hidden)).sorted()
    }
    let top = Self.anchors.first { $0 >= protection.minimum } ?? protection.minimum
    var result = pattern(top, candidates, carried)
    let held = Set(values.compactMap { $0 })
    for minimum in stride(from: top - 1, through: protection.minimum, by: -1) where held.contains(minimum) {
      // Where nothing can be shown under the stricter minimum there is nothing to stay within.
      var within = candidates
      if result.unmet.isEmpty {
        within = [Bool](repeating: false, count: count)
        for cell in result.hidden { within[cell] = candidates[cell] }
      }
      result = pattern(minimum, within, carried)
    }
    return result
  }

  /// The default comes first, so that nothing is added to what it asks.
  private static let anchors = [5, 10, 20, 50, 100, 200, 500, 1_000]
}
