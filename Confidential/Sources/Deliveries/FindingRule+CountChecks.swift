import Model

/// What only shows when the counts of a delivery are seen together, or beside those delivered before.
extension FindingRule {
  static let countCheckRules = [
    totalMismatch, baseExceeded, totalExplained, countMissing, nothingFilledIn, notDeclared, totalsDiffer, implausible,
    implausibleAnswered,
  ]

  private static func row(
    _ id: String, _ severity: Finding.Severity, explanation: LocalizedText, remedy: LocalizedText,
    example: LocalizedText
  ) -> FindingRule {
    FindingRule(id, .delivery, severity, explanation: explanation, remedy: remedy, example: example)
  }

  static let totalMismatch = row(
    "total-mismatch", .error,
    explanation: LocalizedText(
      nl: "Het totaal is de som van de categorieën, ook van die met onbekend.",
      en: "The total is the sum of the categories, those with unknown included."),
    remedy: LocalizedText(
      nl: "Verbeter het totaal of een categorie, of leg het verschil uit bij toelichting. "
        + "Dit totaal is niet ingelezen.",
      en: "Mend the total or a category, or explain the difference in toelichting. This total was not read in."),
    example: LocalizedText(
      nl: "het totaal is 179, maar de categorieën van `soort` zijn samen 180.",
      en: "the total is 179, but the categories of `soort` together are 180."))

  static let baseExceeded = row(
    "base-exceeded", .error,
    explanation: LocalizedText(
      nl: "Waar meer antwoorden mogelijk zijn, komt geen categorie boven de basis uit.",
      en: "Where several answers are possible, no category exceeds the base."),
    remedy: LocalizedText(
      nl: "Verbeter de basis of de categorie, of leg het verschil uit bij toelichting. Deze rij is niet ingelezen.",
      en: "Mend the base or the category, or explain the difference in toelichting. This row was not read in."),
    example: LocalizedText(
      nl: "hier staat 66, meer dan de basis van 51.", en: "here is 66, more than the base of 51."))

  static let totalExplained = row(
    "total-explained", .warning,
    explanation: LocalizedText(
      nl: "Een totaal dat niet klopt, is ingelezen omdat bij toelichting staat waarom.",
      en: "A total that does not add up was read in because toelichting says why."),
    remedy: LocalizedText(
      nl: "Neem het verschil over in de noot bij de figuur.", en: "Say so in a note to the figure."),
    example: LocalizedText(
      nl: "het totaal is 179, maar de categorieën van `soort` zijn samen 180; dat is toegelicht.",
      en: "the total is 179, but the categories of `soort` together are 180; that was explained."))

  static let countMissing = row(
    "count-missing", .warning,
    explanation: LocalizedText(
      nl: "Een rij van het sjabloon die ontbreekt, telt als niet geleverd en niet als nul.",
      en: "A row of the template that is missing counts as not delivered and not as zero."),
    remedy: LocalizedText(
      nl: "Voeg de rijen toe, zo nodig met niet geleverd of niet geregistreerd.",
      en: "Add the rows, with niet geleverd or niet geregistreerd if need be."),
    example: LocalizedText(
      nl: "van `Contacten naar soort` over 2024 ontbreekt de rij met onbekend.",
      en: "of `Contacten naar soort` for 2024 the row with onbekend is missing."))

  static let nothingFilledIn = row(
    "nothing-filled-in", .fatal,
    explanation: LocalizedText(
      nl: "Een sjabloon waarin geen enkel getal staat, is vermoedelijk per vergissing geleverd.",
      en: "A template without a single number was probably delivered by mistake."),
    remedy: LocalizedText(
      nl: "Vul de aantallen in, of niet geleverd als u geen enkel aantal levert.",
      en: "Fill in the counts, or niet geleverd when you deliver no count at all."),
    example: LocalizedText(
      nl: "in de kolom aantal is niets ingevuld.", en: "nothing was filled in in the column aantal."))

  static let notDeclared = row(
    "not-declared", .warning,
    explanation: LocalizedText(
      nl: "De slotrij zegt uitdrukkelijk dat de levering volledig is; anders blijft zij voorlopig.",
      en: "The closing row says in so many words that the delivery is complete; else it remains provisional."),
    remedy: LocalizedText(
      nl: "Vul ja in bij aantal van de slotrij als er niets meer volgt.",
      en: "Fill in ja under aantal in the closing row when nothing more follows."),
    example: LocalizedText(
      nl: "de slotrij `Deze levering is volledig` ontbreekt.",
      en: "the closing row `Deze levering is volledig` is missing."))

  static let totalsDiffer = row(
    "totals-differ", .warning,
    explanation: LocalizedText(
      nl: "Tabellen die in hetzelfde jaar hetzelfde tellen, hebben gewoonlijk hetzelfde totaal.",
      en: "Tables that count the same thing in the same year usually have the same total."),
    remedy: LocalizedText(
      nl: "Verbeter de totalen, of leg bij toelichting uit waarom zij verschillen.",
      en: "Mend the totals, or explain in toelichting why they differ."),
    example: LocalizedText(
      nl: "het totaal van 2024 is hier 170 en in `Contacten naar soort` 179; beide tellen contacten.",
      en: "the total of 2024 is 170 here and 179 in `Contacten naar soort`; both count contacts."))

  static let implausible = row(
    "implausible", .warning,
    explanation: LocalizedText(
      nl: "Een getal dat meer dan verdubbelt of halveert en meer dan 10 verschilt, vraagt een uitleg.",
      en: "A number that more than doubles or halves and differs by more than 10 asks for an explanation."),
    remedy: LocalizedText(
      nl: "Controleer het getal; klopt het, schrijf dan bij toelichting hoe dat komt.",
      en: "Check the number; if it is right, write in toelichting how that comes."),
    example: LocalizedText(
      nl: "hier staat 66 en in de vorige levering 12; klopt dat?",
      en: "here is 66 and in the delivery before 12; is that right?"))

  static let implausibleAnswered = row(
    "implausible-answered", .note,
    explanation: LocalizedText(
      nl: "Een opvallend getal is toegelicht.", en: "A striking number was explained."),
    remedy: LocalizedText(nl: "U hoeft niets te doen.", en: "You need do nothing."),
    example: LocalizedText(
      nl: "hier staat 66 en in de vorige levering 12; dat is toegelicht.",
      en: "here is 66 and in the delivery before 12; that was explained."))
}
