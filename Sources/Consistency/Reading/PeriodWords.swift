/// Reads one label as a period: years, parts of years in numerals and letters, and names of months.
enum PeriodWords {
  /// - Returns: A period, without a year where none is named; nil where the label says anything else.
  static func period(in text: String) -> Period? {
    if let years = Period(text) { return years }
    guard text.utf8.count <= (text.contains(where: \.isDigit) ? 40 : 20) else { return nil }
    if let split = splitYear(text) { return split }
    var (numbers, words): ([String], [String]) = ([], [])
    for token in tokens(Label.folded(text)) {
      if token.first?.isNumber == true {
        numbers.append(token)
      } else if !fillers.contains(token) {
        words.append(token)
      }
    }
    let years = numbers.compactMap(Period.year)
    guard years.count < 2, words.count <= 2, numbers.count <= 3, numbers.count + words.count > 0 else { return nil }
    let rest = numbers.filter { Period.year($0) == nil }.compactMap(Int.init)
    if words.isEmpty { return inNumerals(numbers, rest, years.first, text) }
    // A code of Statistics Netherlands for a year: 2023JJ00.
    if words == ["jj"], rest == [0], let year = years.first { return Period(years: [year]) }
    guard let part = part(words, rest, isYearFirst: numbers.first.flatMap(Period.year) != nil && !text.contains(" "))
    else { return nil }
    // *3 months* is how long something took, *month 3* when it was.
    let isLong = years.isEmpty && (part.kind == .month || part.kind == .week) && text.first?.isDigit == true
    return isLong ? nil : Period(part, of: years.first)
  }

  /// `2019/20`, `2019/2020`
  private static func splitYear(_ text: String) -> Period? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { $0.trimmed }
    guard parts.count == 2, let first = Period.year(parts[0]), let second = Int(parts[1]),
      parts[1].utf8.count == 4 ? second == first + 1 : parts[1].utf8.count == 2 && second == (first + 1) % 100
    else { return nil }
    return Period(splitFrom: first)
  }

  /// Runs of digits and runs of letters.
  private static func tokens(_ text: String) -> [String] {
    var (tokens, last): ([String], Bool?) = ([], nil)
    for character in text {
      let isDigit = character.isDigit
      guard isDigit || character.isLetter else {
        last = nil
        continue
      }
      if last == isDigit { tokens[tokens.count - 1].append(character) } else { tokens.append(String(character)) }
      last = isDigit
    }
    return tokens
  }

  // MARK: - In numerals

  /// `2023-01`, `01/2023`, `2023-01-31`, `31.12.2023`
  private static func inNumerals(_ numbers: [String], _ rest: [Int], _ year: Int?, _ text: String) -> Period? {
    guard let year, rest.count == numbers.count - 1, text.contains(where: { "-/.".contains($0) }),
      text.allSatisfy({ $0.isDigit || "-/.".contains($0) })
    else { return nil }
    if rest.count == 1, numbers.allSatisfy({ $0.utf8.count > 1 }) {
      return PeriodPart(.month, rest[0]).map { Period($0, of: year) }
    }
    guard rest.count == 2 else { return nil }
    let isYearFirst = Period.year(numbers[0]) != nil
    var (month, day) = isYearFirst ? (rest[0], rest[1]) : (rest[1], rest[0])
    if month > 12 { (month, day) = (day, month) }
    guard (1...12).contains(month), (1...31).contains(day), isYearFirst || Period.year(numbers[2]) != nil else {
      return nil
    }
    return Period(.day(month: month, day: day), of: year)
  }

  // MARK: - In words

  private static func part(_ words: [String], _ numbers: [Int], isYearFirst: Bool) -> PeriodPart? {
    if let month = words.lazy.compactMap({ months[$0] }).first {
      guard words.count == 1 else { return nil }
      if numbers.isEmpty { return .month(month) }
      return numbers.count == 1 && (1...31).contains(numbers[0]) ? .day(month: month, day: numbers[0]) : nil
    }
    let named = words.compactMap { ordinals[$0] }
    guard named.count + numbers.count == 1, named.count + 1 == words.count,
      let word = words.first(where: { ordinals[$0] == nil }), let number = (named + numbers).first
    else { return nil }
    // Weeks in German, and quarters in the codes of Statistics Netherlands.
    if word == "kw" { return PeriodPart(isYearFirst ? .quarter : .week, number) }
    return kind(word).flatMap { PeriodPart($0, number) }
  }

  private static func kind(_ word: String) -> PeriodPart.Kind? {
    if let known = kinds[word] { return known }
    guard word.count > 3 else { return nil }
    return stems.first { word.hasPrefix($0.stem) }?.kind
  }

  private static let kinds: [String: PeriodPart.Kind] = [
    "q": .quarter, "k": .quarter, "kv": .quarter, "kvt": .quarter, "t": .quarter, "qtr": .quarter, "kwt": .quarter,
    "h": .half, "s": .half, "hj": .half, "hy": .half, "sem": .half, "m": .month, "mm": .month, "mnd": .month,
    "mes": .month, "w": .week, "wk": .week, "v": .week, "u": .week, "uke": .week, "uge": .week, "sett": .week,
  ]

  /// How the words begin in Dutch, English, German, French, Spanish, Italian and the languages of Scandinavia.
  private static let stems: [(stem: String, kind: PeriodPart.Kind)] = [
    ("kwart", .quarter), ("quart", .quarter), ("kvart", .quarter), ("trim", .quarter), ("halfj", .half),
    ("half", .half), ("halbj", .half), ("halv", .half), ("semest", .half), ("maand", .month), ("month", .month),
    ("monat", .month), ("mois", .month), ("mese", .month), ("mane", .month), ("mana", .month), ("week", .week),
    ("woche", .week), ("kalenderw", .week), ("semain", .week), ("seman", .week), ("settim", .week), ("veck", .week),
  ]

  /// What stands between and behind numbers, and says nothing.
  private static let fillers: Set<String> = [
    "e", "er", "ere", "eme", "de", "del", "des", "di", "st", "nd", "rd", "th", "ste", "o", "a", "van", "of", "the",
    "het", "re", "º", "ª", "year", "jaar",
  ]

  private static let ordinals: [String: Int] = [
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "first": 1, "second": 2,
    "third": 3, "fourth": 4, "erstes": 1, "zweites": 2, "drittes": 3, "viertes": 4, "premier": 1, "deuxieme": 2,
    "troisieme": 3, "quatrieme": 4, "primer": 1, "segundo": 2, "tercer": 3, "cuarto": 4, "primo": 1, "secondo": 2,
    "terzo": 3, "quarto": 4, "forsta": 1, "andra": 2, "tredje": 3, "fjarde": 4,
  ]

  /// Names of months and what they are cut down to, without accents; none is the name of two months.
  private static let months: [String: Int] = {
    let names = [
      "januari january januar janvier enero gennaio jan janv ene gen jaenner janner",
      "februari february februar fevrier febrero febbraio feb fev fevr febr",
      "maart march marz mars marzo mrt mar mrz maerz",
      "april avril abril aprile apr avr abr",
      "mei may mai mayo maggio maj mag",
      "juni june juin junio giugno jun giu",
      "juli july juillet julio luglio jul juil lug",
      "augustus august aout agosto augusti aug ago",
      "september septembre septiembre settembre sep sept set",
      "oktober october octobre octubre ottobre okt oct ott",
      "november novembre noviembre nov",
      "december dezember decembre diciembre dicembre desember dec dez dic des",
    ]
    var result: [String: Int] = [:]
    for (month, list) in names.enumerated() {
      for name in list.split(separator: " ") { result[String(name)] = month + 1 }
    }
    return result
  }()
}
