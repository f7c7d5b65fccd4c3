internal import Model

/// What prose may not hold by itself: numbers, and verdicts on numbers.
///
/// The exceptions are a closed list (decision 0013): years near the period, law and references, dates, names. Everything
/// else that holds a digit is an error, since no rule can tell a harmless number from one that has become wrong.
struct ProseCheck {
  let language: Language
  /// Years that may stand in the text.
  let years: ClosedRange<Int>
  /// Nouns for what is counted, in lower case.
  let units: Set<String>
  /// Verdict words, the longest first.
  let vocabulary: [[Character]]

  /// - Parameter period: the reporting years; years from 25 before to 10 after it may be named. A generation back is
  ///   history (the Palermo protocol of 2000 in an edition over 2015), ten ahead are plans; `2000 slachtoffers` and 1850
  ///   are numbers.
  init(language: Language, period: ClosedRange<Int>, units: [String], verdicts: Verdicts) {
    self.language = language
    years = period.lowerBound - 25...period.upperBound + 10
    self.units = Set(units.map { $0.lowercased() }).union(Self.nouns(language))
    vocabulary = verdicts.vocabulary(in: language).map(Array.init)
  }

  func problems(in prose: Prose) -> [TextProblem] { digits(prose) + verdictWords(prose) + numberWords(prose) }

  // MARK: Digits

  private func digits(_ prose: Prose) -> [TextProblem] {
    var problems: [TextProblem] = []
    var isReference = false
    for (index, word) in prose.words.enumerated() {
      let next = index + 1 < prose.words.count ? prose.words[index + 1] : nil
      if Self.references.contains(word.core) {
        isReference = true
        continue
      }
      if word.written.contains(where: \.isNumber) {
        let previous = index > 0 ? prose.words[index - 1] : nil
        let countsSomething = next.map { units.contains($0.core) } ?? false
        let isAllowed =
          isName(word) || isDate(word.core) || isDay(word, previous, next, in: prose.words.dropFirst(index + 2).first)
          || !countsSomething && (isReference || isYears(word.core))
        if !isAllowed { problems.append(loose(word, in: prose)) }
      } else if !Self.connectors.contains(word.core) {
        isReference = false
      }
      if word.endsSentence { isReference = false }
    }
    return problems
  }

  /// The problem at the first digit of a word.
  private func loose(_ word: Prose.Word, in prose: Prose) -> TextProblem {
    let place = word.range.first { prose.text[$0].isNumber } ?? word.range.lowerBound
    let sentence = prose.sentence(around: place)
    return TextProblem(
      .digit, at: prose.text.positions[place],
      nl: "het getal \(word.written) staat los in de zin “\(sentence)”",
      en: "the number \(word.written) stands by itself in the sentence “\(sentence)”")
  }

  /// A capital, then letters, digits and hyphens: COVID-19, B8.
  private func isName(_ word: Prose.Word) -> Bool {
    guard let first = word.written.first, first.isUppercase else { return false }
    return word.written.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "/" }
  }

  /// `2019`, `2015-2019`, `2019-editie`: years of the period or near it.
  private func isYears(_ core: String) -> Bool {
    let parts = core.split(omittingEmptySubsequences: false) { "-–/".contains($0) }
    guard let first = parts.first, isYear(first) else { return false }
    return parts.dropFirst().allSatisfy { isYear($0) || (!$0.isEmpty && $0.allSatisfy(\.isLetter)) }
  }

  private func isYear(_ text: Substring) -> Bool {
    guard text.utf8.count == 4, text.utf8.allSatisfy({ (48...57).contains($0) }), let year = Int(text) else {
      return false
    }
    return years.contains(year)
  }

  /// `2020-07-01`, `31-12-2020`.
  private func isDate(_ core: String) -> Bool {
    let parts = core.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return false }
    let lengths = parts.map(\.utf8.count)
    return lengths == [4, 2, 2] || (lengths[2] == 4 && (1...2).contains(lengths[0]) && (1...2).contains(lengths[1]))
  }

  /// `1 juli`, `July 1`, `1st of July`.
  private func isDay(
    _ word: Prose.Word, _ previous: Prose.Word?, _ next: Prose.Word?, in last: Prose.Word?
  ) -> Bool {
    let digits = word.core.prefix { $0.isASCII && $0.isNumber }
    guard let day = Int(digits), (1...31).contains(day) else { return false }
    guard ["", "st", "nd", "rd", "th", "e"].contains(String(word.core.dropFirst(digits.count))) else { return false }
    let near = next?.core == "of" ? [previous, last] : [previous, next]
    return near.contains { $0.map { Self.months.contains($0.core) } ?? false }
  }

  // MARK: Words

  /// Each place where words of a set stand as whole words, in any case; the longest words first, so that `sterke stijging`
  /// is told once.
  private func verdictWords(_ prose: Prose) -> [TextProblem] {
    let text = prose.text.characters.map { $0.isUppercase ? $0.lowercased().first ?? $0 : $0 }
    var taken: [Range<Int>] = []
    var problems: [TextProblem] = []
    for words in vocabulary {
      for start in text.indices where text[start] == words.first && text[start...].starts(with: words) {
        let end = start + words.count
        let isWhole = (start == 0 || !text[start - 1].isLetter) && (end == text.count || !text[end].isLetter)
        guard isWhole, !taken.contains(where: { $0.overlaps(start..<end) }) else { continue }
        taken.append(start..<end)
        let (written, sentence) = (prose.text[start..<end].string, prose.sentence(around: start))
        problems.append(
          TextProblem(
            .verdictWord, at: prose.text.positions[start], nl: "“\(written)” staat los in de zin “\(sentence)”",
            en: "“\(written)” stands by itself in the sentence “\(sentence)”"))
      }
    }
    return problems
  }

  /// A number in words with a counted noun right behind it or one word further: `drie meldingen`, `drie jonge mensen`.
  private func numberWords(_ prose: Prose) -> [TextProblem] {
    let numbers = Self.numbers(language)
    return prose.words.indices.compactMap { index in
      guard numbers.contains(prose.words[index].core), !prose.words[index].endsSentence else { return nil }
      let following = prose.words[(index + 1)...].prefix(2)
      guard let noun = following.first(where: { units.contains($0.core) }) else { return nil }
      let phrase = "\(prose.words[index].written) … \(noun.written)".replacingGap(whenNextTo: noun, following)
      return TextProblem(
        .numberWord, at: prose.text.positions[prose.words[index].range.lowerBound],
        nl: "“\(phrase)” lijkt een aantal in woorden.", en: "“\(phrase)” looks like a number in words.")
    }
  }
}

extension String {
  fileprivate func replacingGap(whenNextTo noun: Prose.Word, _ following: ArraySlice<Prose.Word>) -> String {
    following.first?.range == noun.range ? split(separator: " … ").joined(separator: " ") : self
  }
}
