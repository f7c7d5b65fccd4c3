internal import Model

/// Nouns for what is counted: the units of the figures, the words of their rows, and those of the field.
///
/// A number before such a noun is a number of the monitor, and so is what rises, falls or is the most of such a noun.
struct CountedNouns {
  let language: Language
  /// Folded as `ReadLetters` does.
  private let nouns: Set<String>
  /// Words of rows and columns, such as `tieners`: what is counted where a text says *meer* or *minder*.
  private let labels: Set<String>

  init(_ language: Language, units: [String], labels: [String] = []) {
    self.language = language
    // The unit of a mean age; a term of years counts nothing.
    let years: Set<String> = ["jaar", "jaren", "year", "years"]
    nouns = Set((units + Array(Self.house(language))).map(ReadLetters.folded)).subtracting(years)
    var words: Set<String> = []
    for label in labels {
      for part in ReadLetters.folded(label).split(whereSeparator: { !$0.isLetter && $0 != "-" })
      where part.utf8.count >= 5 {
        words.insert(String(part))
      }
    }
    self.labels = words.subtracting(Self.plain)
  }

  /// The noun itself, or in Dutch a compound that ends in it: `politiemeldingen`.
  func contains(_ folded: String) -> Bool {
    if nouns.contains(folded) { return true }
    guard language == .nl, folded.utf8.count > 8 else { return false }
    return Self.endingsNL.contains { folded.utf8.count > $0.utf8.count && folded.hasSuffix($0) }
  }

  /// Several of what is counted, and not one of it: of one nothing rises or falls.
  func isPlural(_ folded: String) -> Bool {
    guard contains(folded) else { return false }
    switch language {
    case .nl: return folded.hasSuffix("s") || folded.hasSuffix("n") || ["procent", "percentage"].contains(folded)
    case .en:
      return folded.hasSuffix("s") || folded.hasSuffix("en") || folded.hasSuffix("people") || folded.hasPrefix("perc")
    }
  }

  /// Several of what a row or column is of, or a form of exploitation.
  func isLabel(_ folded: String) -> Bool {
    guard folded.utf8.count >= 5 else { return false }
    if Self.forms(language).contains(folded) { return true }
    // Of a quality there is more and less without a count: `minder zichtbaar`.
    guard folded.hasSuffix("s") || language == .nl && folded.hasSuffix("en") else { return false }
    if labels.contains(folded) { return true }
    return ["n", "en", "s"].contains { folded.hasSuffix($0) && labels.contains(String(folded.dropLast($0.count))) }
  }

  /// Words for the forms of exploitation, which are rows of any monitor of it.
  private static func forms(_ language: Language) -> Set<String> {
    switch language {
    case .nl:
      [
        "grensoverschrijdende", "binnenlandse", "seksuele", "criminele", "arbeidsuitbuiting", "uitbuiting",
        "mensenhandel",
      ]
    case .en: ["cross-border", "domestic", "sexual", "criminal", "labour", "exploitation", "trafficking"]
    }
  }

  /// Whether a word of a label names nothing by itself.
  static func isPlain(_ folded: String) -> Bool { plain.contains(folded) }

  /// Words in labels that name nothing that is counted.
  private static let plain: Set<String> = [
    "onbekend", "anders", "andere", "overig", "overige", "totaal", "aantal", "unknown", "other", "total", "number",
    "waarvan", "alleen", "zonder", "tussen", "volgens", "binnen", "buiten", "which", "between", "without", "within",
    "under", "above", "about", "their", "along", "altijd", "eerste", "first", "nader", "jaren", "years", "maart",
    "december", "januari", "january", "march", "waarde", "value", "schatting", "estimate", "gemiddelde", "average",
    "aandeel", "share", "percentage", "regio", "region", "informatie", "information", "geweld", "violence", "middel",
    "vormen", "vorm", "forms", "redenen", "reasons", "manieren",
    "ander", "werk", "hulp", "thuis", "straat", "school", "groep", "group",
  ]

  /// Nouns at the end of a Dutch compound.
  private static let endingsNL: [String] = [
    "slachtoffers", "slachtoffer", "meldingen", "melding", "aangiften", "aangiftes", "gesprekken", "verdachten",
    "onderzoeken", "controles", "zaken", "personen", "gevallen", "signalen", "contacten", "kinderen", "bezoekers",
    "registraties", "incidenten", "veroordelingen", "migranten", "werkers",
  ]

  /// Nouns of the field. `procent` and `keer` are among them, as a number always stands before what they count.
  static func house(_ language: Language) -> Set<String> {
    switch language {
    case .nl:
      [
        "slachtoffer", "slachtoffers", "melding", "meldingen", "persoon", "personen", "mensen", "zaak", "zaken",
        "cliënt", "cliënten", "gesprek", "gesprekken", "contact", "contacten", "bezoeker", "bezoekers", "aangifte",
        "aangiftes", "aangiften", "onderzoek", "onderzoeken", "controle", "controles", "verdachte", "verdachten",
        "dader", "daders", "kind", "kinderen", "jongere", "jongeren", "vrouwen", "mannen", "meisjes", "jongens",
        "minderjarigen", "gemeenten", "signaal", "signalen", "procent", "keer", "maal", "promille", "percentage",
        "meerderjarigen", "volwassenen", "tieners", "gedupeerden", "betrokkenen", "gevallen", "geval", "casussen",
        "aanhoudingen", "arrestaties", "veroordelingen", "tips", "klachten", "dossiers", "registraties", "incidenten",
        "deelnemers", "respondenten", "melders", "migranten", "vluchtelingen", "asielzoekers", "werknemers",
        "arbeidsmigranten", "sekswerkers", "leerlingen", "gezinnen", "plegers", "pleger", "bezoeken", "inspecties",
        "hulpvragen", "trajecten", "situaties", "vreemdelingen", "nationaliteiten", "procentpunt", "procentpunten",
        "minderjarige", "meerderjarige",
      ]
    case .en:
      [
        "victim", "victims", "report", "reports", "notification", "notifications", "person", "persons", "people",
        "case", "cases", "client", "clients", "conversation", "conversations", "contact", "contacts", "visitor",
        "visitors", "declaration", "declarations", "investigation", "investigations", "inspection", "inspections",
        "suspect", "suspects", "offender", "offenders", "child", "children", "women", "men", "girls", "boys", "minors",
        "municipalities", "signal", "signals", "percent", "times", "per-cent", "percentage", "adults", "teenagers",
        "incidents", "arrests", "convictions", "complaints", "files", "registrations", "participants", "respondents",
        "migrants", "refugees", "employees", "workers", "pupils", "families", "interviews", "visits", "situations",
        "nationalities", "perpetrators", "perpetrator", "individuals", "cent", "referrals", "calls",
      ]
    }
  }
}
