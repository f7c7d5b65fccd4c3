internal import Model

/// Digits that may stand in a text, and those that may not.
extension ProseCheck {
  func digits(_ prose: Prose, _ reading: WordReading) -> [TextProblem] {
    var problems: [TextProblem] = []
    var licence = Licence.none
    for (index, word) in prose.words.enumerated() {
      if let kind = referenceKind(word, in: prose) {
        licence = kind
        continue
      }
      if word.written.contains(where: \.isNumber) {
        if !mayStand(index, licence, in: reading) { problems.append(loose(word, in: prose)) }
        licence = licence.afterNumber
      } else if !Self.connectors.contains(word.core) {
        licence = .none
      } else if licence == .spent {
        licence = word.core == "onder" || word.core == "sub" ? .one : .spent
      }
      if word.endsSentence { licence = .none }
    }
    return problems
  }

  /// What a reference word before a number allows.
  private enum Licence {
    case none, one, list
    /// One number was told; only a part of that place may follow (`lid 1 onder a 2`).
    case spent

    var afterNumber: Licence { self == .one ? .spent : self }
  }

  private func referenceKind(_ word: Prose.Word, in prose: Prose) -> Licence? {
    if Self.pluralReferences.contains(word.core) { return .list }
    guard Self.references.contains(word.core) else { return nil }
    // `no. 4` is a number of something; `no 4` is none of four.
    return word.core == "no" && prose.text[word.range.upperBound - 1] != "." ? nil : .one
  }

  private func mayStand(_ index: Int, _ licence: Licence, in reading: WordReading) -> Bool {
    let word = reading.words[index]
    if isYears(word.core), isTime(index, in: reading) {
      return index + 1 == reading.count || reading.endsClause(index) || !reading.isCounted(index + 1)
    }
    guard !countsSomething(index, in: reading) else { return false }
    if isName(word) || isDate(word.core) || isDay(index, in: reading) { return true }
    if licence == .one || licence == .list, looksLikeReference(word.folded) { return true }
    // `paragraaf 3.2 en 3.4`: a second place of the same form.
    if licence == .spent, word.folded.contains("."), looksLikeReference(word.folded) { return true }
    return isYears(word.core) && !isAmount(index, in: reading)
  }

  /// A counted noun right behind it, or behind one adjective; or `daarvan`, `of them`.
  private func countsSomething(_ index: Int, in reading: WordReading) -> Bool {
    guard index + 1 < reading.count, !reading.endsClause(index) else { return false }
    let next = reading.words[index + 1]
    if reading.isCounted(index + 1) || Self.partitives.contains(next.folded) { return true }
    guard index + 2 < reading.count, !reading.endsClause(index + 1) else { return false }
    if ["of", "van"].contains(next.folded) { return Self.others.contains(reading.words[index + 2].folded) }
    return isAdjective(next.folded) && reading.isCounted(index + 2)
  }

  private func isAdjective(_ folded: String) -> Bool {
    switch language {
    case .nl:
      folded.hasSuffix("e") && folded.utf8.count > 4 && !folded.hasSuffix("de")
        || ["gemelde", "erkende", "bekende", "volwassen", "unieke"].contains(folded)
    case .en: Self.adjectivesEN.contains(folded)
    }
  }

  /// Whether a number that could be a year counts something all the same: a counted noun follows within three words and no
  /// preposition of time goes before, or a word of quantity does.
  private func isAmount(_ index: Int, in reading: WordReading) -> Bool {
    let word = reading.words[index]
    guard word.core.allSatisfy({ $0.isNumber }) else { return false }
    let before = index > 0 && !reading.endsClause(index - 1) ? reading.words[index - 1].folded : ""
    let second = index > 1 && !reading.endsClause(index - 2) ? reading.words[index - 2].folded : ""
    if Self.quantities.contains(before) || Self.totals.contains(second + " " + before) { return true }
    if Self.beings.contains(before), ["er", "there"].contains(second) { return true }
    guard !reading.endsClause(index) else { return false }
    return (index + 1...index + 3).contains { place in
      place < reading.count && (index + 1..<place).allSatisfy { !reading.endsClause($0) } && reading.isCounted(place)
    }
  }

  /// Whether a preposition of time, a month or another year with *and* goes before, and no word of quantity.
  private func isTime(_ index: Int, in reading: WordReading) -> Bool {
    let before = index > 0 && !reading.endsClause(index - 1) ? reading.words[index - 1].folded : ""
    let second = index > 1 && !reading.endsClause(index - 2) ? reading.words[index - 2].folded : ""
    if Self.totals.contains(second + " " + before) { return false }
    if Self.months.contains(before) { return true }
    if ["en", "and", "met", "to", "-", "–"].contains(before) {
      return before == "met" ? second == "en" : index > 1 && isYears(reading.words[index - 2].core)
    }
    return (language == .nl ? Self.timesNL : Self.timesEN).contains(before)
  }

  /// The problem at the first digit of a word.
  func loose(_ word: Prose.Word, in prose: Prose) -> TextProblem {
    let place = word.range.first { prose.text[$0].isNumber } ?? word.range.lowerBound
    let sentence = prose.sentence(around: place)
    return TextProblem(
      .digit, at: prose.text.positions[place],
      nl: "het getal \(word.written) staat los in de zin “\(sentence)”",
      en: "the number \(word.written) stands by itself in the sentence “\(sentence)”")
  }

  // MARK: Names, years and dates

  /// A capital, then letters, digits and hyphens: COVID-19, B8, A4/A5. No more than three digits, and letters that are not
  /// digits by the look of them, as in `O5` and `I00`.
  private func isName(_ word: Prose.Word) -> Bool {
    word.written.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      guard let first = part.first, first.isUppercase else { return false }
      guard part.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else { return false }
      let (digits, letters) = (part.filter(\.isNumber), part.filter(\.isLetter))
      guard digits.count <= 3, digits.allSatisfy({ $0.isASCII }) else { return false }
      let folded = ReadLetters.folded(String(letters))
      guard ReadLetters.digitsByLook(ReadLetters.folded(part.filter { $0 != "-" })) == nil else { return false }
      let isAcronym = letters.filter(\.isUppercase).count * 2 > letters.count
      return isAcronym || digits.count <= 2 && !counted.contains(folded) && !Self.amounts.contains(folded)
    }
  }

  /// `5`, `273f`, `2.3`, `2011/36`; an amount with a mark of thousands or per cent is none.
  private func looksLikeReference(_ folded: String) -> Bool {
    guard !folded.contains(where: { "%‰€$£+½¼¾".contains($0) }) else { return false }
    let digits = folded.split { !$0.isNumber }
    let isThousands =
      digits.count > 1 && digits.dropFirst().allSatisfy { $0.count == 3 }
      && folded.allSatisfy { $0.isNumber || $0 == "." || $0 == "," } && !digits[0].hasPrefix("0")
    return !isThousands && digits.allSatisfy { $0.count <= 4 }
  }

  /// `2019`, `2015-2019`, `2019-editie`: years of the period or near it.
  private func isYears(_ core: String) -> Bool {
    let parts = core.split(omittingEmptySubsequences: false) { "-–/".contains($0) }
    guard let first = parts.first, isYear(first) else { return false }
    return parts.dropFirst().allSatisfy {
      isYear($0) || (!$0.isEmpty && $0.allSatisfy(\.isLetter) && !counted.contains(ReadLetters.folded(String($0))))
    }
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
    let numbers = parts.map { Int($0) ?? 0 }
    if lengths == [4, 2, 2] { return (1...12).contains(numbers[1]) && (1...31).contains(numbers[2]) }
    return lengths[2] == 4 && (1...2).contains(lengths[0]) && (1...2).contains(lengths[1])
      && (1...31).contains(numbers[0]) && (1...12).contains(numbers[1])
  }

  /// `1 juli`, `July 1`, `1st of July`. A Dutch day goes before its month; behind `in May` a number is no day, and *may* and
  /// *march* are months with a capital.
  private func isDay(_ index: Int, in reading: WordReading) -> Bool {
    let word = reading.words[index]
    let digits = word.core.prefix { $0.isASCII && $0.isNumber }
    guard let day = Int(digits), (1...31).contains(day) else { return false }
    guard ["", "st", "nd", "rd", "th", "e"].contains(String(word.core.dropFirst(digits.count))) else { return false }
    func isMonth(_ place: Int) -> Bool {
      guard reading.words.indices.contains(place), Self.months.contains(reading.words[place].core) else { return false }
      return language == .nl || !["may", "march"].contains(reading.words[place].core)
        || reading.words[place].written.first?.isUppercase == true
    }
    if index + 1 < reading.count, reading.words[index + 1].core == "of" { return isMonth(index + 2) }
    if !reading.endsClause(index), isMonth(index + 1) { return true }
    guard index > 0, isMonth(index - 1) else { return false }
    guard language == .en || Self.englishMonths.contains(reading.words[index - 1].core) else { return false }
    return index == 1 || !["in", "during", "of", "for", "since"].contains(reading.words[index - 2].folded)
  }
}
