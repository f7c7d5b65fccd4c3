/// Years that a sentence counts from another: *four years later*, *een jaar eerder*, *im Vorjahr*.
struct RelativeYears {
  let tokens: [TextToken]

  struct Found: Equatable {
    var year: Int
    var tokens: Range<Int>
  }

  /// - Parameter before: Years that stand before the sentence; used where it names none and there is one.
  func found(after before: Set<Int>) -> [Found] {
    tokens.indices.compactMap { index in
      guard let phrase = counted(at: index) ?? neighbour(at: index), let base = base(before: index, before) else {
        return nil
      }
      return Found(year: base + phrase.years, tokens: index..<phrase.end)
    }
  }

  private func word(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].folded : "" }

  private func base(before index: Int, _ context: Set<Int>) -> Int? {
    let own = tokens.indices.filter { tokens[$0].kind == .digits }.compactMap { place in
      SentenceNumbers.year(tokens[place].text).map { (place, $0) }
    }
    if let last = own.last(where: { $0.0 < index }) { return last.1 }
    if own.count == 1 { return own[0].1 }
    return own.isEmpty && context.count == 1 ? context.first : nil
  }

  /// *four years later*, *quatre ans plus tard*
  private func counted(at index: Int) -> (years: Int, end: Int)? {
    guard let count = count(at: index), Self.years.contains(word(index + 1)) else { return nil }
    for (skipped, next) in [word(index + 2), word(index + 3)].enumerated() {
      if skipped == 1, !Self.intensifiers.contains(word(index + 2)) { return nil }
      let end = index + 3 + skipped
      let isAlone = end >= tokens.count || tokens[end].kind == .mark || TextWords.turns.contains(word(end))
      if Self.later.contains(next) || isAlone && Self.after.contains(next) { return (count, end) }
      if Self.earlier.contains(next) || isAlone && Self.before.contains(next) { return (-count, end) }
    }
    return nil
  }

  private func count(at index: Int) -> Int? {
    if Self.one.contains(word(index)) { return 1 }
    if let value = TextWords.numerals[word(index)] { return Int(value) }
    guard tokens[index].kind == .digits, let value = Int(word(index)), value <= 50 else { return nil }
    return value
  }

  /// *the previous year*, *het jaar daarvoor*, *im Vorjahr*
  private func neighbour(at index: Int) -> (years: Int, end: Int)? {
    if ["vorjahr", "vorjahres"].contains(word(index)) { return (-1, index + 1) }
    if word(index) == "folgejahr" { return (1, index + 1) }
    let pair = [word(index), word(index + 1)]
    guard TextWords.articles.contains(word(index - 1)), let place = pair.firstIndex(where: Self.yearNouns.contains)
    else {
      return nil
    }
    let other = pair[1 - place]
    if Self.previous[place].contains(other) { return (-1, index + 2) }
    return Self.next[place].contains(other) ? (1, index + 2) : nil
  }

  private static let one: Set<String> = ["a", "one", "een", "ein", "einem", "un", "uno"]
  private static let yearNouns: Set<String> = ["year", "jaar", "jahr", "annee", "ano"]
  private static let years: Set<String> = [
    "year", "years", "jaar", "jahr", "jahre", "jahren", "an", "ans", "annee", "annees", "ano", "anos",
  ]
  private static let intensifiers: Set<String> = ["plus", "mas"]
  private static let later: Set<String> = ["later", "spater", "tard", "tarde", "nadien"]
  private static let earlier: Set<String> = ["earlier", "eerder", "fruher", "zuvor", "tot", "auparavant", "previously"]
  private static let after: Set<String> = ["after", "danach", "daarna", "erna", "apres", "despues", "daarop", "darauf"]
  private static let before: Set<String> = ["before", "davor", "daarvoor", "ervoor", "avant", "antes"]

  /// By whether the word of time stands first or last: what stands beside it.
  private static let previous: [Set<String>] = [
    ["before", "daarvoor", "ervoor", "davor", "zuvor", "precedente", "anterior", "previo"],
    ["previous", "preceding", "voorgaande", "voorafgaande", "vorangegangenen"],
  ]
  private static let next: [Set<String>] = [
    ["after", "daarna", "erna", "daarop", "danach", "darauf", "suivante", "siguiente"],
    ["following", "volgende", "folgenden"],
  ]
}
