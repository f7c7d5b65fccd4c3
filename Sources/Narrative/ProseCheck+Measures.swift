internal import Model

/// What is computed with a constant of the monitor is no number of what the edition counts.
extension ProseCheck {
  /// Each such number before what is counted, unless it is so many of that per something.
  func measures(_ prose: Prose, _ reading: WordReading) -> [TextProblem] {
    prose.evidence.compactMap { item in
      guard case .expression(let expression) = item.kind, !expression.term.constants.isEmpty,
        let gap = reading.words.firstIndex(where: { $0.range.lowerBound == item.at }),
        let noun = (gap + 1...gap + 3).first(where: { reading.isCounted($0) }),
        !(gap..<noun).contains(where: { reading.endsClause($0) }),
        noun + 1 >= reading.count || reading.endsClause(noun) || !Self.rates.contains(reading.words[noun + 1].folded)
      else { return nil }
      let word = reading.words[noun].written
      return TextProblem(
        .literal, at: expression.at,
        nl: "`\(expression.source)` rekent met een constante en is dus geen aantal \(word).",
        en: "`\(expression.source)` computes with a constant and so is no number of \(word).")
    }
  }

  private static let rates: Set<String> = ["per", "a", "an", "each", "every", "elke", "elk", "iedere", "ieder"]
}
