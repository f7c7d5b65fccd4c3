internal import Model

/// What authors say within `say`, as the explanation of a factor or as the source of a quotation: no way around the rules
/// for running text.
extension ProseCheck {
  func problems(in spoken: SpokenWords) -> [TextProblem] {
    switch spoken.kind {
    case .said(let condition): said(spoken, condition)
    case .explanation: numbers(in: spoken)
    case .source: source(spoken)
    }
  }

  /// Words that a verdict bears were compared with it. Other words hold no number and no verdict, and what they say of more
  /// and less is what the condition says.
  private func said(_ spoken: SpokenWords, _ condition: ParsedCondition) -> [TextProblem] {
    let isJudged = condition.parts.contains { part in
      switch part {
      case .bare: true
      case .verdict(_, let words, _, _): ReadLetters.folded(words) == ReadLetters.folded(spoken.words)
      case .delivered, .comparison: false
      }
    }
    guard !isJudged else { return [] }
    let prose = prose(spoken)
    let reading = WordReading(prose, language: language, counted: counted)
    let (verdicts, taken) = verdictWords(prose)
    let problems = numbers(in: spoken) + verdicts
    guard problems.isEmpty else { return problems }
    return directions(said: prose, reading, condition.proof, besides: taken)
  }

  private func directions(
    said prose: Prose, _ reading: WordReading, _ proof: Proof, besides taken: [Range<Int>]
  ) -> [TextProblem] {
    var found = taken
    var problems: [TextProblem] = []
    let words = DirectionWord.all(language) + DirectionWord.chosen(language)
    for index in 0..<reading.count {
      guard let (word, length) = direction(words, at: index, in: reading) else { continue }
      let range = reading.range(of: index..<index + length)
      guard !found.contains(where: { $0.overlaps(range) }) else { continue }
      found.append(range)
      if !word.isBorne(by: proof) { problems.append(notSaid(range, in: prose)) }
    }
    return problems
  }

  private func notSaid(_ range: Range<Int>, in prose: Prose) -> TextProblem {
    let written = prose.text[range].string
    return TextProblem(
      .verdictWord, at: prose.text.positions[range.lowerBound],
      nl: "“\(written)” volgt niet uit wat achter `because` wordt gevraagd.",
      en: "“\(written)” does not follow from what is asked behind `because`.")
  }

  private func numbers(in spoken: SpokenWords) -> [TextProblem] {
    let prose = prose(spoken)
    let reading = WordReading(prose, language: language, counted: counted)
    return digits(prose, reading) + numerals(prose, reading, besides: [])
  }

  /// A source has years, pages and numbers of its own, and counts nothing.
  private func source(_ spoken: SpokenWords) -> [TextProblem] {
    let prose = prose(spoken)
    let reading = WordReading(prose, language: language, counted: counted)
    return reading.words.indices.compactMap { index in
      let word = reading.words[index]
      guard word.written.contains(where: \.isNumber), index + 1 < reading.count, !reading.endsClause(index),
        reading.isCounted(index + 1)
      else { return nil }
      return loose(word, in: prose)
    }
  }

  /// Every character at the place of what it stands in.
  private func prose(_ spoken: SpokenWords) -> Prose {
    var text = PlacedText()
    for character in spoken.words { text.append(character, at: spoken.at) }
    return Prose([.text(text)])
  }
}
