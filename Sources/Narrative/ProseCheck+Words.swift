internal import Model

/// The word lists of the prose check.
extension ProseCheck {
  /// Words after which a number is a place in a law, a book or this edition.
  static let references: Set<String> = [
    "artikel", "artikelen", "art", "article", "articles", "section", "sections", "lid", "leden", "paragraaf",
    "paragrafen", "paragraph", "paragraphs", "par", "§", "titel", "title", "boek", "hoofdstuk", "chapter", "figuur",
    "figuren", "figure", "figures", "fig", "tabel", "tabellen", "table", "tables", "noot", "voetnoot", "note",
    "footnote", "bijlage", "appendix", "annex", "pagina", "bladzijde", "blz", "page", "pages", "p", "pp", "nummer",
    "nr", "no", "onderdeel", "overweging", "recital", "protocol", "richtlijn", "directive", "verordening",
    "regulation",
  ]

  /// Words that may stand between the numbers of one reference.
  static let connectors: Set<String> = [
    "", "en", "and", "of", "or", "tot", "met", "t/m", "to", "-", "–", "onder", "sub", "aanhef", "juncto", "jo",
    "eerste", "tweede", "derde", "a", "b", "c", "d", "e", "f",
  ]

  /// For `1 juli`; names that both languages share stand once.
  static let months: Set<String> = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december", "january", "february", "march", "may", "june", "july", "august", "october",
  ]

  /// Numbers in words. `een` is an article; only `één` counts.
  static func numbers(_ language: Language) -> Set<String> {
    switch language {
    case .nl:
      [
        "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien",
        "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig", "dertig", "veertig",
        "vijftig", "zestig", "zeventig", "tachtig", "negentig", "honderd", "duizend", "tientallen", "honderden",
        "duizenden",
      ]
    case .en:
      [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty",
        "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "dozens", "hundreds", "thousands",
      ]
    }
  }

  /// Nouns for what monitors count, beside the units of the figures.
  static func nouns(_ language: Language) -> Set<String> {
    switch language {
    case .nl:
      [
        "slachtoffer", "slachtoffers", "melding", "meldingen", "persoon", "personen", "mensen", "zaak", "zaken",
        "cliënt", "cliënten", "gesprek", "gesprekken", "contact", "contacten", "bezoeker", "bezoekers", "aangifte",
        "aangiftes", "aangiften", "onderzoek", "onderzoeken", "controle", "controles", "verdachte", "verdachten",
        "dader", "daders", "kind", "kinderen", "jongere", "jongeren", "vrouwen", "mannen", "meisjes", "jongens",
        "minderjarigen", "gemeenten", "signaal", "signalen", "procent", "keer", "maal",
      ]
    case .en:
      [
        "victim", "victims", "report", "reports", "notification", "notifications", "person", "persons", "people",
        "case", "cases", "client", "clients", "conversation", "conversations", "contact", "contacts", "visitor",
        "visitors", "declaration", "declarations", "investigation", "investigations", "inspection", "inspections",
        "suspect", "suspects", "offender", "offenders", "child", "children", "women", "men", "girls", "boys", "minors",
        "municipalities", "signal", "signals", "percent", "times",
      ]
    }
  }
}
