package import Model

/// Looks for verdicts on numbers in texts that are printed as they stand, with nothing beside them that could bear one.
package struct FixedTextCheck {
  private let checks: [Language: ProseCheck]

  /// - Parameters:
  ///   - period: the reporting years.
  ///   - units: of the figures, in the plural.
  ///   - labels: of rows and columns, which name what is counted.
  package init(period: ClosedRange<Int>, units: [LocalizedText], labels: [LocalizedText], verdicts: [VerdictSet] = []) {
    checks = Dictionary(
      uniqueKeysWithValues: Language.allCases.map { language in
        (
          language,
          ProseCheck(
            language: language, period: period, units: units.map { $0[language] },
            labels: labels.map { $0[language] }, verdicts: Verdicts(VerdictSet.all(with: verdicts)))
        )
      })
  }

  /// What rose, fell, was more or the most, and amounts and parts in words: the words of each, in the order of the text.
  package func verdicts(in text: String, _ language: Language) -> [String] {
    words(in: text, language, of: DirectionWord.all(language), hasNumerals: true)
  }

  /// Only what rose, fell, turned or was for the first time: for the names of categories, which may be *the lowest*.
  package func changes(in text: String, _ language: Language) -> [String] {
    words(in: text, language, of: DirectionWord.all(language).filter(\.tellsChange), hasNumerals: false)
  }

  private func words(
    in text: String, _ language: Language, of list: [DirectionWord], hasNumerals: Bool
  ) -> [String] {
    guard let check = checks[language] else { return [] }
    let prose = Prose([.text(PlacedText(text))])
    let reading = WordReading(prose, language: language, counted: check.counted)
    let directions = check.directionWords(list, prose, reading)
    let numerals = hasNumerals ? check.amountRanges(prose, reading) : []
    return (directions + numerals.filter { one in !directions.contains { $0.overlaps(one) } })
      .sorted { $0.lowerBound < $1.lowerBound }.map { prose.text[$0].string }
  }
}

extension DirectionWord {
  fileprivate var tellsChange: Bool {
    switch kind {
    case .change, .first, .turn, .course, .size: true
    case .comparative, .superlative, .majority, .minority: false
    }
  }
}
