package import Model

/// Numbers in words, parts of a whole and multiples: as wrong as digits when they are wrong.
extension ProseCheck {
  /// Each number in words, in the order of the text; where a verdict stands, that was told.
  func numerals(_ prose: Prose, _ reading: WordReading, besides taken: [Range<Int>]) -> [TextProblem] {
    var problems: [TextProblem] = []
    var index = 0
    while index < reading.count {
      guard let found = numeral(at: index, in: reading, prose) else {
        index += 1
        continue
      }
      let range = reading.words[index].range.lowerBound..<reading.words[index + found.length - 1].range.upperBound
      if !taken.contains(where: { $0.overlaps(range) }) { problems.append(found.problem) }
      index += found.length
    }
    return problems
  }

  /// The places of amounts, multiples and parts in words; of a number that is one, its own words can be looked up.
  func amountRanges(_ prose: Prose, _ reading: WordReading) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < reading.count {
      guard let (length, _) = numeral(at: index, in: reading, prose) else {
        index += 1
        continue
      }
      let words = index..<index + length
      if !words.contains(where: { reading.number($0) != nil || Self.none.contains(reading.words[$0].folded) }) {
        found.append(reading.range(of: words))
      }
      index += length
    }
    return found
  }

  private static let none: Set<String> = ["geen", "no", "not", "none"]

  private func numeral(at index: Int, in reading: WordReading, _ prose: Prose) -> (length: Int, problem: TextProblem)? {
    if let length = spaced(at: index, in: reading) {
      return (length, numberInWords(prose, reading.words[index..<index + length]))
    }
    let phrases = language == .nl ? Self.phrasesNL : Self.phrasesEN
    for phrase in phrases {
      guard let length = phrase.length(at: index, in: reading), !isReference(index, in: reading) else { continue }
      return (length, numberInWords(prose, reading.words[index..<index + length]))
    }
    if let length = run(at: index, in: reading) {
      return (length, numberInWords(prose, reading.words[index..<index + length]))
    }
    return beforeNoun(at: index, in: reading, prose)
  }

  private func beforeNoun(at index: Int, in reading: WordReading, _ prose: Prose) -> (
    length: Int, problem: TextProblem
  )? {
    guard let noun = nounBehind(index, in: reading), !isAge(index, index + 1, in: reading) else { return nil }
    let (word, counted) = (reading.words[index], reading.words[noun])
    let phrase = noun == index + 1 ? "\(word.written) \(counted.written)" : "\(word.written) … \(counted.written)"
    let problem = TextProblem(
      .numberWord, at: prose.text.positions[word.range.lowerBound], nl: "“\(phrase)” lijkt een aantal in woorden.",
      en: "“\(phrase)” looks like a number in words.")
    return (noun - index, problem)
  }

  private func numberInWords(_ prose: Prose, _ words: ArraySlice<Prose.Word>) -> TextProblem {
    let start = words.first?.range.lowerBound ?? 0
    let phrase = words.map(\.written).filter { !$0.isEmpty }.joined(separator: " ")
    let sentence = prose.sentence(around: start)
    return TextProblem(
      .numberWord, at: prose.text.positions[start], nl: "“\(phrase)” is een getal in woorden in de zin “\(sentence)”",
      en: "“\(phrase)” is a number in words in the sentence “\(sentence)”")
  }

  /// A word before it, or two, says that the number is a place in a law or a book, a day or an hour.
  private func isReference(_ index: Int, in reading: WordReading) -> Bool {
    guard index > 0, !reading.endsSentence(index - 1) else { return false }
    return Self.references.contains(reading.words[index - 1].core)
  }

  /// `t w i n t i g`: four letters or more that stand apart and are a number together.
  private func spaced(at index: Int, in reading: WordReading) -> Int? {
    let letters = reading.words[index...].prefix { $0.folded.count == 1 }
    let word = letters.map(\.folded).joined()
    return word.count > 3 && Numeral(language).value(word) != nil ? letters.count : nil
  }

  // MARK: Whole numbers

  /// A number of more than twelve, or of several words, wherever it stands; a day before its month is none.
  private func run(at index: Int, in reading: WordReading) -> Int? {
    guard let first = reading.number(index), !isReference(index, in: reading) else { return nil }
    var end = index + 1
    var largest = first
    while end < reading.count, !reading.endsClause(end - 1) {
      if let next = reading.number(end), next >= 100 || largest >= 20 {
        largest = max(largest, next)
        end += 1
      } else if end + 1 < reading.count, ["en", "and"].contains(reading.words[end].folded),
        let next = reading.number(end + 1),
        largest >= 100 && next < largest || largest < 10 && next >= 20 && next < 100
      {
        largest = max(largest, next)
        end += 2
      } else {
        break
      }
    }
    let isDay = end < reading.count && first <= 31 && Self.months.contains(reading.words[end].core)
    guard largest > 12 || standsAlone(index, end, in: reading), !isDay, !isAge(index, end, in: reading),
      !isTerm(end, in: reading)
    else { return nil }
    return end - index
  }

  /// An age that bounds who is meant, which no delivery changes: `jonger dan achttien`, `tot twaalf jaar`, `under eighteen years`.
  private func isAge(_ start: Int, _ end: Int, in reading: WordReading) -> Bool {
    guard start > 0, !reading.endsClause(start - 1) else { return false }
    let before = reading.words[start - 1].folded
    if ["dan", "than"].contains(before) {
      return reading.words[max(0, start - 3)..<start].contains {
        ["jonger", "ouder", "younger", "older"].contains($0.folded)
      }
    }
    if before == "aged" { return true }
    let isYears =
      end < reading.count && !reading.endsClause(end - 1)
      && ["jaar", "jaren", "year", "years"].contains(reading.words[end].folded)
    return isYears && Self.bounds.contains(before)
  }

  /// A number of years for which something was: `de afgelopen twintig jaar`; of an age somebody was counted.
  private func isTerm(_ end: Int, in reading: WordReading) -> Bool {
    guard end < reading.count, !reading.endsClause(end - 1),
      ["jaar", "jaren", "year", "years"].contains(reading.words[end].folded)
    else { return false }
    return !reading.sentence(around: end).contains { Self.ages.contains(reading.words[$0].folded) }
  }

  private static let ages: Set<String> = [
    "gemiddeld", "gemiddelde", "leeftijd", "jongste", "oudste", "mediaan", "oud", "mean", "median", "average", "age",
    "youngest", "oldest", "old",
  ]

  /// Before a number of years: an age or a term, and nothing that was counted.
  private static let bounds: Set<String> = [
    "tot", "vanaf", "onder", "boven", "from", "under", "over", "below", "above", "until", "to", "de", "the",
  ]

  /// A small number at the end of a clause about what is counted: `de politie telde drie meldingen en de inspectie vijf.`
  private func standsAlone(_ start: Int, _ end: Int, in reading: WordReading) -> Bool {
    guard end == reading.count || reading.endsClause(end - 1), end == start + 1 else { return false }
    if reading.words[start].folded == "one" || reading.number(start) == 0 { return false }
    if start > 0, Self.hours.contains(reading.words[start - 1].folded) { return false }
    return reading.sentence(around: start).contains { $0 < start && reading.isCounted($0) }
  }

  /// Behind these a number is an hour, a part of a series or a manner.
  private static let hours: Set<String> = [
    "om", "uur", "rond", "at", "around", "deel", "part", "groep", "group", "type",
  ]

  /// The noun right behind a small number or one word further: `drie meldingen`, `drie jonge mensen`, `XII personen`.
  private func nounBehind(_ index: Int, in reading: WordReading) -> Int? {
    let word = reading.words[index]
    guard !word.endsSentence, let reach = reach(of: index, in: reading) else { return nil }
    return (index + 1..<min(index + 1 + reach, reading.count)).first { place in
      reading.isCounted(place) && !reading.endsSentence(place - 1)
    }
  }

  /// How many words behind what may be a number its noun may stand; nil for other words. *One* is a pronoun too, and a
  /// single capital a name.
  private func reach(of index: Int, in reading: WordReading) -> Int? {
    let word = reading.words[index]
    if word.folded.utf8.count > 1, word.folded.allSatisfy({ "oil".contains($0) }) { return 1 }
    guard !isReference(index, in: reading) else { return nil }
    // `One report can be about several people`: any report.
    if reading.number(index) == 1, index + 2 < reading.count,
      Self.general.contains(reading.words[index + 2].folded)
    {
      return nil
    }
    if word.folded == "one" { return index > 0 && Self.beforeOne.contains(reading.words[index - 1].folded) ? nil : 1 }
    if reading.number(index) != nil { return 2 }
    if (language == .nl ? Self.amountsNL : Self.amountsEN).contains(word.folded) { return 2 }
    if let rank = ordinal(word.folded), rank > 12 { return 1 }
    if Numeral.roman(word.written) != nil {
      // Other single capitals are names of kinds: category C.
      return word.written.count > 1 ? 2 : "IVX".contains(word.written) ? 1 : nil
    }
    return word.written.count > 1 && Numeral.roman(word.written.uppercased()) != nil ? 1 : nil
  }

  /// Behind these *one* counts nothing: `of one person`, `as one case`.
  private static let beforeOne: Set<String> = [
    "of", "per", "for", "as", "to", "any", "the", "from", "same", "no", "every",
  ]

  private static let general: Set<String> = ["kan", "mag", "zou", "can", "may", "could", "might"]

  /// `honderdste`, `hundredth`: of what is counted, that is a count.
  private func ordinal(_ folded: String) -> Int? {
    let numeral = Numeral(language)
    for suffix in language == .nl ? ["ste", "de"] : ["th", "ieth"] where folded.hasSuffix(suffix) {
      let stem = String(folded.dropLast(suffix.count))
      if let value = numeral.value(stem) ?? (suffix == "ieth" ? numeral.value(stem + "y") : nil) { return value }
    }
    return nil
  }

  /// Amounts without a number.
  static let amountsNL: Set<String> = [
    "tientallen", "honderden", "duizenden", "tienduizenden", "honderdduizenden", "miljoenen", "miljarden", "tiental",
    "honderdtal", "duizendtal", "twintigtal", "dertigtal", "vijftigtal", "dozijn", "dozijnen", "tweetal", "drietal",
    "viertal", "vijftal", "zestal", "zevental", "achttal", "negental", "vijftiental", "veertigtal", "zestigtal",
    "handvol", "anderhalve", "anderhalf",
  ]

  static let amountsEN: Set<String> = [
    "dozens", "hundreds", "thousands", "millions", "billions", "dozen", "scores", "tens", "handful", "million",
  ]

  // MARK: Phrases

  /// What there may be not a single one of without a count: of these nouns none is counted by a monitor.
  private static let uncountedNL =
    "manier|wijze|reden|twijfel|lijst|tabel|organisatie|instantie|regel|wet|grond|aanleiding|probleem|moeite|invloed|"
    + "sprake|vorm|waarde|bezwaar|kans|voorwaarde|omstandigheid|garantie|zin|partij|instelling|bron|methode|school|land|"
    + "plaats|gevolg|effect|belang|verband|middel|model|plan|bewijs|rol|recht|verplichting|poging|moment|idee|haast|"
    + "verschil|behoefte|uitleg|aanwijzing|opleiding|ervaring|taak|dienst|partner|gemeente|hulp|steun|beperking"

  static let phrasesNL = Phrase.list(
    """
    geen enkel|enkele !andere|ander|\(uncountedNL)
    geen enkel|enkele andere|ander !\(uncountedNL)
    #+ op (de) (elke) (iedere) (ieder) (elk) (zo'n) #
    #+ uit|van (de) (elke) (iedere) (ieder) (elk) #
    van # naar|tot #
    tussen (de) # en #
    er # $
    er maar|slechts|nog|al|zeker|minstens|nu|ook|wel|toch|precies|exact|ongeveer|ruim|bijna|zo'n|samen|hooguit # $
    er|het zijn|waren|werden|kwamen (er) (maar) (slechts) (nog) # $
    #+ / van|deel|deeltje
    ^ruim|bijna|ongeveer|circa|krap|dan|tot|met|naar|slechts|zo'n|hooguit|tegen #+ / !partij|partijen|land|landen|keer|maal|persoon|reden|punt|vraag|vorm|manier|plaats|stap|lid|kind|editie|jaar
    # /
    eenderde|tweederde|tweederden|driekwart|drievierde|tweevijfde|drievijfde|viervijfde|eenvijfde|eenvierde|eentiende
    #+ kwart
    kwart van|meer|minder|minderjarig|vrouw|man|@
    de|ruim|bijna|een|dan|ongeveer|krap|circa|voor helft
    ~eerste|tweede|laatste|andere|bovenste|onderste helft van|minder|meer
    half zo|zoveel|miljoen|dozijn|procent
    anderhalf|anderhalve keer|maal|miljoen|duizend|procent
    tweemaal|driemaal|viermaal|vijfmaal|zesmaal|zevenmaal|achtmaal|negenmaal|tienmaal|honderdmaal|duizendmaal
    keer|maal zo|zoveel
    dubbel zo|zoveel|aantal
    dubbele aantal|van
    het dubbele
    bijna|nagenoeg|haast|praktisch|zowat alle (_) @
    bijna|nagenoeg|haast|praktisch|zowat elk|elke|ieder|iedere @
    geen van de @
    beide slachtoffers|clienten|verdachten|daders|personen|minderjarigen|mannen|vrouwen
    driedubbel*|viervoud*|tienvoud*|tweevoud*|drievoud*|vijfvoud*|zesvoud*|honderdvoud*
    tweeenhalf|tweeenhalve|drieenhalf|drieenhalve|vierenhalf|vierenhalve|vijfenhalf|vijfenhalve
    tientallen|honderden|duizenden|tienduizenden|miljoenen van (hen|deze|die|de|zulke)
    # tegen #+
    het / deel van (de) (alle) (_) @
    ^er|zijn|waren tientallen|honderden|duizenden|miljoenen
    tientallen|honderden|duizenden|miljoenen $
    een dozijn|handvol|tiental|honderdtal|twintigtal (van) @|hen
    een|enkele dozijn|dozijnen|tiental|tientallen|honderdtal|twintigtal|honderden $
    nauwelijks|amper (een) (enkele) @
    vrijwel|bijna|nagenoeg|zo (goed) (als) geen @
    een fractie van (de|het) (_) @|$
    een fractie $
    dozijnen @|hen|$
    dozijnen van (de|hen)
    ~eerste|tweede gemiddeld (zo'n|ruim|bijna) # !jaar|jaren
    elke|iedere|elk|ieder|per # dagen|weken|maanden|uur|minuten
    elke|iedere|elk|ieder|per dag|week|maand|uur|kwartaal (kwam|komt|is|was|meldt|meldde) (er|zich) #+ (_) @
    #+ (_) @ per|elke|iedere|elk|ieder dag|week|maand|uur|kwartaal|jaar
    dagelijks|wekelijks|maandelijks #+ @
    #+ (_) @ in de week|maand
    keer|maal meer|minder|vaker|hoger|lager|groter|kleiner
    op nummer|plaats #+
    nummer een|twee|drie $
    / jaar|keer|maal|maand|kwartaal op rij
    tweede jaar|keer|maal|maand|kwartaal op rij
    # jaar|jaren|keer|maanden op rij
    # jaar|jaren|maanden achtereen|achterelkaar
    dubbele|drievoudige cijfers
    & (_) (_) dubbel $
    dubbel @
    op (de) (een) (gedeelde) tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende plaats|plek|positie
    op de eerste plaats|plek (van) staan|staat|stond|stonden|kwam|komt
    staat|staan|stond|stonden op de eerste|tweede|derde|vierde|vijfde plaats|plek
    """)

  static let phrasesEN = Phrase.list(
    """
    not a single !way|reason|doubt|day|word|rule
    no single @
    nearly|virtually|practically|almost all (the) (of) (the) (_) @
    nearly|virtually|practically|almost every @
    none of the @
    both victims|clients|suspects|offenders|persons|minors|men|women
    #|a in (every) (about) (nearly) #
    #|a out of (every) (the) #
    # of every #
    # of the # @|$
    from # to #
    between # and #
    there was|were # $
    there was|were only|just|about|nearly|over|some|exactly # $
    a|one / of
    ^over|nearly|about|almost|than|by|to|some|roughly|only|under|around a|one / !party|parties|country|countries|person|time|reason|of|way|place
    # /
    two-thirds|three-quarters|one-third|one-quarter|one-fifth|two-fifths|three-fifths|four-fifths|one-tenth|one-half|three-fourths
    a|one|three quarter|quarters !of|year|hour|century|earlier|later|before
    a|one|three quarter|quarters of @|all|the|them|these|those
    half of (the) (all) (these) (those) (the) @|them
    half (the) @
    half (as) many|much
    half were|are|was|is
    about|nearly|over|almost|under|roughly|exactly|by|than half !a|an|year|yearly
    twice|thrice as|the|that|this|more|in|per|a
    double|triple|treble the|as|that (many) (number) (amount)
    twofold|threefold|fourfold|fivefold|sixfold|sevenfold|eightfold|ninefold|tenfold|hundredfold
    two-fold|three-fold|four-fold|five-fold|ten-fold|hundred-fold
    times as many|much
    dozens|hundreds|thousands|millions|scores|tens of
    every|each / @
    a|one / fewer|less|more|higher|lower
    dozens|hundreds|thousands|millions $
    one|a half of
    #+ half $
    a|half dozen|score|handful (of) @|them
    a|half dozen|score|handful $
    hardly|scarcely|barely any|a|one (_) @
    almost|virtually|practically|nearly no @
    next to no @
    a|the|tiny|small fraction of (the) (all) (_) @|them|those|$
    on average #|one
    an average of #|one
    every|each # days|weeks|months|hours|minutes
    every|each day|week|month|hour|quarter (_) (_) #|a|an|one (_) @
    #|a|an|one (_) @ a|per|each|every day|week|month|hour|quarter|year
    # times more|fewer|less|higher|lower|larger|smaller|greater
    # to one|#
    double|triple|single|two|three digits|figures
    / year|time|month|quarter running|straight
    / year|time|month|quarter in a row
    second year|time|month|quarter running|straight
    second year|time|month|quarter in a row
    # years|times|months|quarters running|straight
    # years|times|months|quarters in a row
    # consecutive|successive years|months|quarters
    / consecutive|successive year|month|quarter
    second consecutive|successive year|month|quarter
    ^the|in second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth place|position
    in first|second|third|fourth|fifth place|position
    ranked|ranks|rank first|second|third|fourth|fifth|sixth
    """)
}

/// The whole number that a word is; nil for other words.
package func spelledNumber(_ word: String, in language: Language) -> Int? {
  Numeral(language).value(ReadLetters.folded(word))
}
