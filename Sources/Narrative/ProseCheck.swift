internal import Model

/// What prose may not hold by itself: numbers, in digits and in words, and verdicts on numbers.
///
/// The exceptions are a closed list (decision 0013): years near the period, law and references, dates, names. Everything
/// else that holds a digit is an error, since no rule can tell a harmless number from one that has become wrong.
struct ProseCheck {
  let language: Language
  /// Years that may stand in the text.
  let years: ClosedRange<Int>
  let counted: CountedNouns
  /// Verdict words, the longest first.
  let vocabulary: [[Character]]
  /// The value of a term; nil where no numbers are at hand.
  let evaluate: ((Term) -> Outcome?)?
  /// Nil where no figures are at hand.
  let breaks: BreakCheck?
  let subjects: SubjectCheck?

  /// - Parameters:
  ///   - period: the reporting years; years from 25 before to 10 after it may be named. A generation back is history (the
  ///     Palermo protocol of 2000 in an edition over 2015), ten ahead are plans; `2000 slachtoffers` and 1850 are numbers.
  ///   - labels: of rows and columns, which name what is counted.
  init(
    language: Language, period: ClosedRange<Int>, units: [String], labels: [String] = [], verdicts: Verdicts,
    evaluate: ((Term) -> Outcome?)? = nil, lookup: FigureLookup? = nil
  ) {
    self.evaluate = evaluate
    breaks = lookup.map { BreakCheck(lookup: $0) }
    subjects = lookup.map { SubjectCheck(lookup: $0, language: language) }
    self.language = language
    years = period.lowerBound - 25...period.upperBound + 10
    counted = CountedNouns(language, units: units, labels: labels)
    vocabulary = verdicts.vocabulary(in: language).map(Array.init)
  }

  /// Of everything in a document that is words or says how it is computed.
  func problems(in document: Document) -> [TextProblem] {
    Prose.parts(of: document).flatMap { problems(in: $0) } + document.spoken.flatMap { problems(in: $0) }
      + TermCheck().problems(in: document)
  }

  /// In no order; a place is told once.
  func problems(in prose: Prose) -> [TextProblem] {
    let reading = WordReading(prose, language: language, counted: counted)
    let (verdicts, taken) = verdictWords(prose)
    return digits(prose, reading) + verdicts + numerals(prose, reading, besides: taken) + measures(prose, reading)
      + directions(prose, reading, besides: taken)
  }

  // MARK: Words

  /// Each place where words of a set stand as whole words, in any case; the longest words first, so that `sterke stijging`
  /// is told once.
  func verdictWords(_ prose: Prose) -> (problems: [TextProblem], taken: [Range<Int>]) {
    let text = prose.text.characters.map { $0.isUppercase ? $0.lowercased().first ?? $0 : $0 }
    var taken: [Range<Int>] = []
    var problems: [TextProblem] = []
    for words in vocabulary {
      for start in text.indices where text[start] == words.first && text[start...].starts(with: words) {
        let end = start + words.count
        let isWhole = (start == 0 || !text[start - 1].isLetter) && (end == text.count || !text[end].isLetter)
        guard isWhole, !taken.contains(where: { $0.overlaps(start..<end) }) else { continue }
        taken.append(start..<end)
        problems.append(standsAlone(start..<end, in: prose))
      }
    }
    return (problems, taken)
  }

  /// A verdict that stands in the text by itself.
  func standsAlone(_ range: Range<Int>, in prose: Prose) -> TextProblem {
    let (written, sentence) = (prose.text[range].string, prose.sentence(around: range.lowerBound))
    return TextProblem(
      .verdictWord, at: prose.text.positions[range.lowerBound], nl: "“\(written)” staat los in de zin “\(sentence)”",
      en: "“\(written)” stands by itself in the sentence “\(sentence)”")
  }
}
