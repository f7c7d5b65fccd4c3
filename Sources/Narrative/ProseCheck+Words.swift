internal import Model

/// The word lists of the prose check.
extension ProseCheck {
  /// Words after which one number is a place in a law, a book or this edition.
  static let singleReferences: Set<String> = [
    "artikel", "art", "article", "section", "lid", "paragraaf", "paragraph", "par", "§", "titel", "title", "boek",
    "hoofdstuk", "chapter", "figuur", "figure", "fig", "tabel", "table", "noot", "voetnoot", "note", "footnote",
    "bijlage", "appendix", "annex", "pagina", "bladzijde", "blz", "page", "p", "nummer", "nr", "no", "onderdeel",
    "overweging", "recital", "protocol", "richtlijn", "directive", "verordening", "regulation",
  ]

  /// Words after which every number of a list is one.
  static let pluralReferences: Set<String> = [
    "artikelen", "articles", "sections", "leden", "paragrafen", "paragraphs", "figuren", "figures", "tabellen",
    "tables", "noten", "voetnoten", "notes", "footnotes", "pagina's", "bladzijden", "pages", "pp", "hoofdstukken",
    "chapters", "bijlagen", "§§", "overwegingen", "recitals", "nummers", "arts", "richtlijnen", "directives",
  ]

  static let references = singleReferences.union(pluralReferences)

  /// Words that may stand between the numbers of one reference.
  static let connectors: Set<String> = [
    "", "en", "and", "of", "or", "tot", "met", "t/m", "to", "-", "–", "onder", "sub", "aanhef", "juncto", "jo",
    "eerste", "tweede", "derde", "a", "b", "c", "d", "e", "f", "eu", "eg", "ec",
  ]

  /// For `1 juli`; names that both languages share stand once.
  static let months: Set<String> = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december", "january", "february", "march", "may", "june", "july", "august", "october",
  ]

  /// Names that are English only: behind them a day may stand in a Dutch text too.
  static let englishMonths: Set<String> = ["january", "february", "march", "may", "june", "july", "october"]

  // MARK: Around a number

  /// Behind these a year is a number.
  static let quantities: Set<String> = [
    "er", "ruim", "bijna", "ongeveer", "circa", "zo'n", "minstens", "hooguit", "slechts", "telde", "telden", "meldde",
    "meldden", "registreerde", "registreerden", "nearly", "about", "approximately", "roughly", "almost", "some",
    "exactly", "only", "totalled", "totaled", "counted", "registered", "recorded",
  ]

  static let totals: Set<String> = ["in totaal", "in total", "total of", "totaal van", "aantal van", "number of"]

  static let beings: Set<String> = ["waren", "zijn", "werden", "is", "was", "kwamen", "were", "are", "came"]

  /// Prepositions before a year that is one.
  static let timesNL: Set<String> = [
    "in", "over", "sinds", "van", "vanaf", "tot", "t/m", "tussen", "na", "eind", "begin", "medio", "uit", "jaar",
    "jaren", "rond", "tijdens", "gedurende", "editie", "zomer", "najaar", "voorjaar", "winter", "vóór",
  ]

  static let timesEN: Set<String> = [
    "in", "since", "from", "until", "till", "through", "between", "after", "before", "late", "early", "mid", "year",
    "years", "during", "of", "edition", "around", "summer", "autumn", "spring", "winter",
  ]

  /// Behind a number: of what was counted before.
  static let partitives: Set<String> = [
    "daarvan", "ervan", "hiervan", "waarvan", "thereof", "waaronder", "daaronder", "tegen", "against", "%", "procent",
    "percent", "per", "pct",
  ]

  static let others: Set<String> = [
    "hen", "deze", "die", "wie", "them", "these", "those", "which", "whom", "ons", "us", "haar", "hun",
  ]

  static let adjectivesEN: Set<String> = [
    "presumed", "possible", "reported", "new", "young", "female", "male", "minor", "underage", "adult", "foreign",
    "dutch", "known", "unique", "different", "registered", "identified", "potential", "criminal", "sexual", "other",
    "police", "such", "more", "further",
  ]

  /// Words of quantity, which make no name with a number.
  static let amounts: Set<String> = [
    "totaal", "aantal", "aantallen", "samen", "total", "number", "sum", "som", "ruim", "circa", "ca", "plus", "min",
    "er",
  ]
}
