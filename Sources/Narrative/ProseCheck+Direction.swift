internal import Model

/// Words of change, of more and less, of the most and of the first time: verdicts, which numbers have to bear.
extension ProseCheck {
  /// Each such word about numbers that nothing in its sentence bears.
  func directions(_ prose: Prose, _ reading: WordReading, besides taken: [Range<Int>]) -> [TextProblem] {
    var problems: [TextProblem] = []
    var found = taken
    let words = DirectionWord.all(language)
    for sentence in reading.sentences {
      var index = sentence.lowerBound
      while index < sentence.upperBound {
        guard let (word, length) = direction(words, at: index, in: reading) else {
          index += 1
          continue
        }
        let range = reading.range(of: index..<index + length)
        if !found.contains(where: { $0.overlaps(range) }), isAboutNumbers(word, index, length, sentence, reading),
          !isSupposed(index, length, sentence, reading)
        {
          found.append(range)
          let proof = proof(at: range.lowerBound, in: sentence, of: prose, reading)
          let isNegated = isDenied(index, length, sentence, reading)
          if !word.isBorne(by: proof, isNegated: isNegated) { problems.append(notBorne(range, by: proof, in: prose)) }
        }
        index += 1
      }
    }
    return problems
  }

  /// The places of words of a list that are about numbers, whatever stands beside them.
  func directionWords(_ words: [DirectionWord], _ prose: Prose, _ reading: WordReading) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for sentence in reading.sentences {
      for index in sentence {
        guard let (word, length) = direction(words, at: index, in: reading) else { continue }
        let range = reading.range(of: index..<index + length)
        guard !found.contains(where: { $0.overlaps(range) }), isAboutNumbers(word, index, length, sentence, reading),
          !isSupposed(index, length, sentence, reading)
        else { continue }
        found.append(range)
      }
    }
    return found
  }

  /// The word of the list that takes most at this place.
  func direction(
    _ list: [DirectionWord], at index: Int, in reading: WordReading
  ) -> (DirectionWord, length: Int)? {
    for word in list { if let length = word.phrase.length(at: index, in: reading) { return (word, length) } }
    return nil
  }

  /// Something counted, its number or a number from a figure stands in the sentence, at most eight words away.
  private func isAboutNumbers(
    _ word: DirectionWord, _ index: Int, _ length: Int, _ sentence: Range<Int>, _ reading: WordReading
  ) -> Bool {
    if word.isAlwaysAboutNumbers {
      return !(index..<index + length).contains { Self.members.contains(reading.words[$0].folded) }
    }
    let near = max(sentence.lowerBound, index - 8)..<min(sentence.upperBound, index + length + 8)
    return near.contains {
      reading.isPlural($0) || reading.fits($0, "&") || reading.isGap($0) && !reading.isQuotation($0)
    }
  }

  /// `niet gedaald`, `daalde niet`, `nam niet af`, `no fewer reports`: a denial within three words before it or two behind, in
  /// its clause; *niet alleen* is none.
  private func isDenied(_ index: Int, _ length: Int, _ sentence: Range<Int>, _ reading: WordReading) -> Bool {
    let places = max(sentence.lowerBound, index - 3)..<min(sentence.upperBound, index + length + 2)
    return places.contains { place in
      guard Self.denials.contains(reading.words[place].folded) else { return false }
      let between = place < index ? place..<index : min(index, place)..<place
      guard !between.contains(where: { reading.endsClause($0) }) else { return false }
      let next = place + 1 < sentence.upperBound ? reading.words[place + 1].folded : ""
      return !["alleen", "slechts", "only", "just"].contains(next)
    }
  }

  private static let denials: Set<String> = [
    "niet", "geen", "nooit", "nergens", "not", "no", "never", "neither", "nor",
  ]

  /// What is only supposed, asked or denied to follow: `als het aantal stijgt`, `dat zegt niet dat er meer slachtoffers zijn`.
  private func isSupposed(_ index: Int, _ length: Int, _ sentence: Range<Int>, _ reading: WordReading) -> Bool {
    let before = reading.words[sentence.lowerBound..<index].map(\.folded)
    let clause = before.suffix(
      from: before.indices.last { reading.endsClause(sentence.lowerBound + $0) }.map { $0 + 1 } ?? 0)
    // `vooral om mannen` is no purpose.
    let after = (index..<min(index + 3, sentence.upperBound)).map { place in
      let word = reading.words[place].folded
      return place < index + length && ["om", "te", "to"].contains(word) ? "" : word
    }
    switch language {
    case .nl:
      // `hoe hoger de drempel, hoe minder meldingen`
      if before.last == "hoe" { return true }
      if clause.contains(where: { ["als", "wanneer", "indien", "of", "tenzij", "mits"].contains($0) }) { return true }
      if (clause + after).contains(where: { Self.modalsNL.contains($0) }) { return true }
      return before.contains(where: { Self.sayingsNL.contains($0) })
        && before.contains(where: { ["niet", "niets", "nooit", "evenmin"].contains($0) })
    case .en:
      // `the higher the threshold, the fewer reports`
      if before.last == "the", clause.count == 1, before.count > 1, before.first == "the" { return true }
      if clause.contains(where: { ["if", "when", "whether", "unless", "should"].contains($0) }) { return true }
      if (clause.suffix(3) + after).contains(where: { Self.modalsEN.contains($0) && $0 != "to" }) { return true }
      if clause.suffix(2).contains("to") { return true }
      return before.contains(where: { ["mean", "say", "prove", "show", "imply", "means", "says"].contains($0) })
        && before.contains(where: { ["not", "nothing", "doesn't", "never"].contains($0) })
    }
  }

  /// Who takes part in a monitor, and what there may be more of without a count: more or less of them is no finding.
  private static let members: Set<String> = [
    "gemeenten", "municipalities", "melders", "respondenten", "respondents", "onderzoek", "contact", "controle", "keer",
    "maal", "times", "research", "investigation", "inspection",
  ]

  private static let modalsNL: Set<String> = [
    "kan", "kunnen", "kon", "konden", "zou", "zouden", "zal", "zullen", "moet", "moeten", "mag", "mogen", "wil",
    "willen",
    "om", "te", "hoeft", "hoeven", "laten",
  ]

  private static let sayingsNL: Set<String> = [
    "betekent", "zegt", "bewijst", "betekenen", "zeggen", "hoeft", "volgt", "toont",
  ]

  private static let modalsEN: Set<String> = [
    "can", "could", "may", "might", "will", "would", "should", "must", "to", "cannot",
  ]

  // MARK: What bears it

  private func notBorne(_ range: Range<Int>, by proof: Proof, in prose: Prose) -> TextProblem {
    guard proof != .nothing else { return standsAlone(range, in: prose) }
    let (written, sentence) = (prose.text[range].string, prose.sentence(around: range.lowerBound))
    let words = written.filter { $0 != Prose.gap }
    return TextProblem(
      .verdictWord, at: prose.text.positions[range.lowerBound],
      nl: "“\(words)” volgt niet uit de getallen in de zin “\(sentence)”",
      en: "“\(words)” does not follow from the numbers in the sentence “\(sentence)”")
  }

  /// All that stands beside a place: what its sentence computes and asserts, and the conditions under which it is printed.
  private func proof(at place: Int, in sentence: Range<Int>, of prose: Prose, _ reading: WordReading) -> Proof {
    let bounds = reading.bounds(of: sentence, in: prose)
    let branches = prose.evidence.compactMap { item -> (Evidence.Branch, Range<Int>)? in
      if case .branch(let branch, let range) = item.kind { (branch, range) } else { nil }
    }
    // What another branch asserts is not asserted here.
    func reaches(_ item: Evidence) -> Bool {
      branches.allSatisfy { branch, range in
        !(range.contains(item.at) && item.at < range.upperBound) || range.contains(place)
      }
    }
    let words = reading.words[sentence].map(\.folded)
    func agree(_ terms: [Term]) -> Bool { subjects?.agree(terms, with: words) ?? true }
    var proof = Proof.nothing
    var expressions: [Expression] = []
    for item in prose.evidence {
      switch item.kind {
      case .asserted(let condition)
      where bounds.contains(item.at) && reaches(item) && agree(condition.terms):
        proof = proof.joined(with: condition.proof)
      case .expression(let expression) where bounds.contains(item.at) && item.at < bounds.upperBound && reaches(item):
        if agree([expression.term]) { expressions.append(expression) }
      case .branch(let branch, let range)
      where range.contains(place) && agree(branch.condition.terms):
        proof = proof.joined(with: self.proof(of: branch))
      case .asserted, .expression, .branch, .quotation: continue
      }
    }
    for branch in prose.conditions where agree(branch.condition.terms) {
      proof = proof.joined(with: self.proof(of: branch))
    }
    let named = breaks?.named(in: prose) { bounds.contains($0.at) } ?? []
    let numbers = NumberProof(evaluate: evaluate) { breaks?.mayCompare($0, $1, naming: named) ?? true }
    return proof.joined(with: numbers.proof(of: expressions))
  }

  private func proof(of branch: Evidence.Branch) -> Proof {
    guard branch.isNegated else { return branch.condition.proof }
    return NumberProof(evaluate: evaluate) { _, _ in true }.refutation(of: branch.condition)
  }
}
