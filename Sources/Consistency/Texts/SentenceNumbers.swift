/// Finds the numbers of a sentence that can be counts, shares or changes.
///
/// Years, days, ages, references, sections, times and what is part of a name are none.
struct SentenceNumbers {
  let tokens: [TextToken]
  /// Tokens that belong to a label of a table.
  let taken: Set<Int>
  let decimal: Character?

  func numbers() -> [TextNumber] {
    tokens.indices.compactMap { index in
      guard !taken.contains(index) else { return nil }
      switch tokens[index].kind {
      case .digits: return number(at: index)
      case .word: return numeral(at: index)
      case .mark: return nil
      }
    }
  }

  // MARK: - Digits

  private func number(at index: Int) -> TextNumber? {
    let token = tokens[index]
    guard !isReference(index), !isDay(index), Self.year(token.text) == nil || isCounted(index) else { return nil }
    let (times, afterTimes) = multiplier(after: index + 1)
    let values = TextNumber.values(of: token.text, decimal: decimal, times: times)
    guard !values.isEmpty else { return nil }
    var number = TextNumber(values: values, tokens: index..<afterTimes)
    let afterPercent = percent(after: afterTimes)
    number.isPercent = afterPercent > afterTimes
    number.tokens = index..<afterPercent
    guard isSpacedWell(index, afterPercent) else { return nil }
    number.softening = softening(before: index)
    number.noun = noun(after: afterPercent)
    return number
  }

  /// Four digits without a mark from 1600 on are a year.
  static func year(_ text: String) -> Int? {
    guard text.count == 4, text.allSatisfy(\.isDigit), let year = Int(text), (1600...2100).contains(year) else {
      return nil
    }
    return year
  }

  /// Whether a number that could be a year stands before a percent sign or a multiplier, or behind `n=`.
  private func isCounted(_ index: Int) -> Bool {
    isSampleSize(index) || percent(after: index + 1) > index + 1 || Self.countedNouns.contains(word(index + 1))
  }

  /// What no year stands before.
  private static let countedNouns: Set<String> = [
    "people", "persons", "inhabitants", "residents", "men", "women", "children", "cases", "mensen", "personen",
    "inwoners",
    "mannen", "vrouwen", "kinderen", "gevallen", "menschen", "einwohner", "manner", "frauen", "kinder", "falle",
    "personnes", "habitants", "hommes", "femmes", "enfants", "cas", "personas", "habitantes", "hombres", "mujeres",
    "casos", "votes", "stemmen", "stimmen", "voix", "votos", "slachtoffers", "victims", "meldingen", "reports",
  ]

  private func isSampleSize(_ index: Int) -> Bool {
    index >= 2 && tokens[index - 1].text == "=" && tokens[index - 2].folded == "n"
  }

  private func word(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].folded : "" }

  /// *Figure 2.11*, *page 12*, *§2.4*, *(3)*, and the number of a heading.
  func isReference(_ index: Int) -> Bool {
    let before = word(index - 1) == "." ? word(index - 2) : word(index - 1)
    if TextWords.references.contains(before) || "§#".contains(before) && !before.isEmpty { return true }
    if TextWords.tables.contains(before), tokens[index].text.count <= 4 { return true }
    // `Tables 2 and 3`
    if index >= 3, tokens[index - 2].kind == .digits,
      ["en", "and", "und", "et", "y", "-", "–", ","].contains(word(index - 1)),
      TextWords.tables.contains(word(index - 3))
    {
      return true
    }
    // A number at the head of a paragraph, `2.4 Results`, and one in brackets alone, `(3)`.
    if word(index - 1) == "(", word(index + 1) == ")", tokens[index].text.count <= 2,
      percent(after: index + 1) == index + 1
    {
      return !(index >= 2 && tokens[index - 2].kind == .word)
    }
    if index == 0, tokens[index].text.contains("."), tokens[index].text.count <= 5, !word(1).isEmpty,
      tokens[1].text.first?.isUppercase == true
    {
      return true
    }
    return ["/", "@", ":"].contains(word(index - 1)) && !tokens[index].isSpaced
  }

  /// `23 June`, `June 23`, `le 3 octobre`
  private func isDay(_ index: Int) -> Bool {
    guard let number = Int(tokens[index].text), (1...31).contains(number) else { return false }
    let next = word(index + 1) == "." ? word(index + 2) : word(index + 1)
    let afterDe = ["de", "of"].contains(word(index + 1)) ? word(index + 2) : ""
    return [next, afterDe, word(index - 1)].contains { TextWords.months.contains($0) }
  }

  /// Not glued to letters or to marks that make it part of something else.
  private func isSpacedWell(_ index: Int, _ next: Int) -> Bool {
    let token = tokens[index]
    if index > 0, !token.isSpaced, !"(=<>~±€$£\"“‘«'+-–—≈".contains(word(index - 1)) { return false }
    if index > 0, "€$£".contains(word(index - 1)), !word(index - 1).isEmpty { return false }
    if index > 0, "-–".contains(word(index - 1)), !token.isSpaced, index > 1, tokens[index - 2].kind == .digits {
      return false
    }
    guard next < tokens.count else { return true }
    let after = tokens[next]
    if ["€", "$", "£"].contains(after.text) { return false }
    // `1,234.5.6`, `12:30`, `3-7`, `7/8`
    if !after.isSpaced, [":", "/", "-", "–", "°", "+", "×"].contains(after.text), next + 1 < tokens.count,
      tokens[next + 1].kind == .digits
    {
      return false
    }
    // A range in words: `15 to 17 years` is one of ages or of estimates.
    return true
  }

  // MARK: - What stands around it

  private func multiplier(after index: Int) -> (times: Double, next: Int) {
    guard let times = TextWords.multipliers[word(index)] else { return (1, index) }
    // `mil millones`
    if word(index) == "mil", let more = TextWords.multipliers[word(index + 1)] { return (times * more, index + 2) }
    return (times, word(index + 1) == "." ? index + 2 : index + 1)
  }

  private func percent(after index: Int) -> Int {
    if word(index) == "%" || TextWords.percent.contains(word(index)) { return index + 1 }
    if TextWords.percentFirst.contains(word(index)), TextWords.percentSecond.contains(word(index + 1)) {
      return index + 2
    }
    return index
  }

  private func softening(before index: Int) -> TextNumber.Softening {
    let (one, two) = (word(index - 1), word(index - 2))
    let pair = two + " " + one
    let aboves: Set = [
      "more than", "meer dan", "mehr als", "plus de", "mas de", "at least", "ten minste", "au moins", "al menos",
      "greater than", "higher than", "hoger dan", "upwards of", "in excess",
    ]
    let belows: Set = [
      "less than", "fewer than", "minder dan", "weniger als", "moins de", "menos de", "at most", "ten hoogste", "up to",
      "lower than",
    ]
    let limits: Set = ["maximaal", "hooguit", "hochstens", "maximal", "hoogstens"]
    if aboves.contains(pair) || TextWords.above.contains(one) || one == ">" || one == "≥" { return .above }
    if belows.contains(pair) || one == "<" || one == "≤" || ["under", "below", "unter", "onder"].contains(one)
      || limits.contains(one)
    {
      return .below
    }
    if one == "over" || one == "uber" { return .above }
    if TextWords.around.contains(one) || one == "of" && two == "number" { return .around }
    if ["de", "los", "las", "les", "the", "to", "de", "a"].contains(one), TextWords.around.contains(two) {
      return .around
    }
    return .none
  }

  /// The word behind a number, past words that say nothing: *persons* of *23 reported persons*.
  private func noun(after index: Int) -> String? {
    guard tokens.indices.contains(index), tokens[index].kind == .word else { return nil }
    return tokens[index].folded
  }

  // MARK: - Words

  /// Dutch *ten opzichte van* is no number.
  private static let behindTen: Set<String> = [
    "opzichte", "minste", "hoogste", "gevolge", "tijde", "onrechte", "slotte", "dele", "behoeve", "laste", "koste",
    "gunste", "aanzien", "eerste", "tweede", "derde", "einde",
  ]

  private func numeral(at index: Int) -> TextNumber? {
    guard let value = TextWords.numerals[tokens[index].folded], !isReference(index),
      !(word(index) == "ten" && Self.behindTen.contains(word(index + 1)))
    else { return nil }
    var number = TextNumber(
      values: [.init(value: value, decimals: 0, step: 1, unit: 1)], isWord: true, tokens: index..<(index + 1))
    let next = percent(after: index + 1)
    number.isPercent = next > index + 1
    number.tokens = index..<next
    number.softening = softening(before: index)
    number.noun = noun(after: next)
    return TextWords.multipliers[word(index + 1)] == nil ? number : nil
  }
}
