import Model

/// What the check of a delivery of counts can find in a row, beside what holds for every delivered file.
extension FindingRule {
  static let countRules = [
    otherPeriod, unknownTable, yearNotAsked, unknownAxis, wordOfOtherYear, totalNotAsked, repeatedCount,
    countSuppressed, countNegative, countPercentage, countFraction, countFormat, percentageRange, countDecimals,
    countEmpty, thousandsMark,
  ]

  private static func row(
    _ id: String, _ severity: Finding.Severity = .error, explanation: LocalizedText, remedy: LocalizedText,
    example: LocalizedText
  ) -> FindingRule {
    var remedy = remedy
    if severity == .error {
      remedy = LocalizedText(
        nl: remedy.nl + " Deze rij is niet ingelezen.", en: remedy.en + " This row was not read in.")
    }
    return FindingRule(id, .delivery, severity, explanation: explanation, remedy: remedy, example: example)
  }

  static let otherPeriod = row(
    "other-period", .fatal,
    explanation: LocalizedText(
      nl: "De slotrij zegt over welk jaar de levering gaat; dat is het jaar dat is gevraagd.",
      en: "The closing row says which year the delivery is about; that is the year that was asked for."),
    remedy: LocalizedText(
      nl: "Verbeter het jaar in de slotrij, of lever het bestand bij zijn eigen jaar.",
      en: "Mend the year in the closing row, or deliver the file with its own year."),
    example: LocalizedText(
      nl: "deze levering gaat over 2023 en niet over 2024.", en: "this delivery is about 2023 and not about 2024."))

  static let unknownTable = row(
    "unknown-table",
    explanation: LocalizedText(
      nl: "De naam in de eerste kolom is een tabel van het sjabloon.",
      en: "The name in the first column is a table of the template."),
    remedy: LocalizedText(nl: "Neem de naam over uit het sjabloon.", en: "Take the name from the template."),
    example: LocalizedText(
      nl: "deze tabel staat niet in het sjabloon; bedoelt u `Contacten naar soort`?",
      en: "this table is not in the template; did you mean `Contacten naar soort`?"))

  static let yearNotAsked = row(
    "year-not-asked",
    explanation: LocalizedText(
      nl: "Een tabel vraagt bepaalde jaren, tot en met het jaar van de levering.",
      en: "A table asks for certain years, up to the year of the delivery."),
    remedy: LocalizedText(nl: "Verbeter het jaar of haal de rij weg.", en: "Mend the year or take the row out."),
    example: LocalizedText(
      nl: "`Contacten naar soort` vraagt dit jaar niet; wel 2023 en 2024.",
      en: "`Contacten naar soort` does not ask for this year; it does for 2023 and 2024."))

  static let unknownAxis = row(
    "unknown-axis",
    explanation: LocalizedText(
      nl: "Elke rij noemt de kenmerken van haar tabel, elk met een categorie.",
      en: "Every row names the axes of its table, each with a category."),
    remedy: LocalizedText(
      nl: "Neem de kenmerken over uit het sjabloon.", en: "Take the axes from the template."),
    example: LocalizedText(
      nl: "het kenmerk `soort` ontbreekt in deze rij.", en: "the axis `soort` is missing from this row."))

  static let wordOfOtherYear = row(
    "word-of-other-year",
    explanation: LocalizedText(
      nl: "Categorieën gelden voor bepaalde jaren; een categorie van een ander jaar past niet bij deze rij.",
      en: "Categories hold for certain years; a category of another year does not suit this row."),
    remedy: LocalizedText(
      nl: "Kies een categorie die in dit jaar geldt; het sjabloon noemt ze.",
      en: "Choose a category that holds in this year; the template names them."),
    example: LocalizedText(
      nl: "`18-22` geldt tot en met 2023 en niet in 2024.", en: "`18-22` holds up to 2023 and not in 2024."))

  static let totalNotAsked = row(
    "total-not-asked",
    explanation: LocalizedText(
      nl: "Van sommige tabellen rekent Zicht het totaal zelf uit.",
      en: "Of some tables Zicht computes the total itself."),
    remedy: LocalizedText(nl: "Haal de rij weg.", en: "Take the row out."),
    example: LocalizedText(
      nl: "`Contacten naar soort` vraagt geen totaal.", en: "`Contacten naar soort` does not ask for a total."))

  static let repeatedCount = row(
    "repeated-count",
    explanation: LocalizedText(
      nl: "Elk getal staat één keer in een levering; van twee is niet te zien welk geldt.",
      en: "Every number is in a delivery once; of two it cannot be seen which one counts."),
    remedy: LocalizedText(nl: "Laat één van beide rijen staan.", en: "Leave one of the two rows."),
    example: LocalizedText(nl: "dit getal staat er al, op rij 12.", en: "this number is there already, in row 12."))

  // MARK: The number itself

  static let countSuppressed = row(
    "count-suppressed",
    explanation: LocalizedText(
      nl: "Een grens zoals <5 of een teken zoals * is geen aantal; kleine aantallen worden pas bij publicatie "
        + "beschermd.",
      en: "A bound such as <5 or a sign such as * is no count; small counts are protected only on publication."),
    remedy: LocalizedText(
      nl: "Vul het aantal zelf in; mag dat niet, vul dan niet geleverd in.",
      en: "Fill in the count itself; if you may not, fill in niet geleverd."),
    example: LocalizedText(
      nl: "hier staat een grens in plaats van een aantal.", en: "here is a bound instead of a count."))

  static let countNegative = row(
    "count-negative",
    explanation: LocalizedText(nl: "Een aantal is 0 of meer.", en: "A count is 0 or more."),
    remedy: LocalizedText(nl: "Verbeter de cel.", en: "Mend the cell."),
    example: LocalizedText(nl: "hier staat een getal onder nul.", en: "here is a number below zero."))

  static let countPercentage = row(
    "count-percentage",
    explanation: LocalizedText(
      nl: "Waar een aantal is gevraagd, past geen percentage: het aantal is er niet uit terug te rekenen.",
      en: "Where a count is asked for, a percentage does not suit: the count cannot be computed from it."),
    remedy: LocalizedText(
      nl: "Vul het aantal in en niet het aandeel.", en: "Fill in the count and not the share."),
    example: LocalizedText(
      nl: "hier staat een percentage; deze tabel vraagt een aantal.",
      en: "here is a percentage; this table asks for a count."))

  static let countFraction = row(
    "count-fraction",
    explanation: LocalizedText(
      nl: "Een aantal is een geheel getal. Een punt mag alleen duizendtallen scheiden.",
      en: "A count is a whole number. A point may only separate thousands."),
    remedy: LocalizedText(
      nl: "Vul een geheel aantal in, en geen aandeel of gemiddelde.",
      en: "Fill in a whole count, and no share or mean."),
    example: LocalizedText(
      nl: "hier staat een getal met decimalen; deze tabel vraagt een geheel aantal.",
      en: "here is a number with decimals; this table asks for a whole count."))

  static let countFormat = row(
    "count-format",
    explanation: LocalizedText(
      nl: "Bij aantal hoort een getal, niet geregistreerd of niet geleverd.",
      en: "The column aantal takes a number, niet geregistreerd or niet geleverd."),
    remedy: LocalizedText(
      nl: "Vul een getal in, niet geregistreerd of niet geleverd; uitleg hoort bij toelichting.",
      en: "Fill in a number, niet geregistreerd or niet geleverd; remarks belong in toelichting."),
    example: LocalizedText(nl: "hier staat geen getal.", en: "here is no number."))

  static let percentageRange = row(
    "percentage-range",
    explanation: LocalizedText(
      nl: "Een percentage is ten hoogste 100; een hoger getal is waarschijnlijk een aantal.",
      en: "A percentage is at most 100; a higher number is probably a count."),
    remedy: LocalizedText(nl: "Vul het percentage in.", en: "Fill in the percentage."),
    example: LocalizedText(
      nl: "hier staat meer dan 100; deze tabel vraagt een percentage.",
      en: "here is more than 100; this table asks for a percentage."))

  static let countDecimals = row(
    "count-decimals",
    explanation: LocalizedText(
      nl: "Een getal heeft ten hoogste zoveel decimalen als de tabel vraagt.",
      en: "A number has at most as many decimals as the table asks for."),
    remedy: LocalizedText(nl: "Rond het getal af.", en: "Round the number."),
    example: LocalizedText(
      nl: "hier staan meer decimalen dan gevraagd (1).", en: "here are more decimals than asked for (1)."))

  static let thousandsMark = row(
    "thousands-mark", .note,
    explanation: LocalizedText(
      nl: "Tussen duizendtallen mag een punt, spatie of apostrof staan, en een heel getal mag een macht van tien zijn "
        + "(1e3). Wat is gelezen, wordt gezegd.",
      en: "Between thousands a point, blank or apostrophe may stand, and a whole number may be a power of ten (1e3). "
        + "What was read is said."),
    remedy: LocalizedText(
      nl: "Schrijf getallen liever met cijfers alleen.", en: "Rather write numbers with digits only."),
    example: LocalizedText(nl: "dit is gelezen als 1334.", en: "this was read as 1334."))

  static let countEmpty = row(
    "count-empty", .warning,
    explanation: LocalizedText(
      nl: "Leeg is geen nul: een lege cel telt als niet geleverd.",
      en: "Empty is not zero: an empty cell counts as not delivered."),
    remedy: LocalizedText(
      nl: "Vul 0 in als er geen waren, niet geregistreerd als u dit niet bijhoudt, of anders niet geleverd.",
      en: "Fill in 0 if there were none, niet geregistreerd if you do not keep this, or else niet geleverd."),
    example: LocalizedText(
      nl: "deze cel is leeg en telt als niet geleverd.", en: "this cell is empty and counts as not delivered."))
}
