import Model

/// What the check of a delivery can find in the way a file was read: nothing is kept out.
extension FindingRule {
  static let readingRules = [
    hiddenSheet, otherSheet, emptySheet, renamedColumn, categoryOfOtherYear, timeLeftOut, hiddenSigns,
  ]

  static let hiddenSheet = FindingRule(
    "hidden-sheet", .delivery, .warning,
    explanation: LocalizedText(
      nl: "Geen enkel zichtbaar werkblad heeft kolomnamen van het sjabloon; een verborgen werkblad wel.",
      en: "No sheet that is shown has column names of the template; a hidden one has."),
    remedy: LocalizedText(
      nl: "Kijk of dit het goede werkblad is en maak het zichtbaar.",
      en: "See whether this is the right sheet and unhide it."),
    example: LocalizedText(
      nl: "gelezen is werkblad `Gegevens`, en dat is verborgen.",
      en: "the sheet `Gegevens` was read, and it is hidden."))

  static let otherSheet = FindingRule(
    "other-sheet", .delivery, .warning,
    explanation: LocalizedText(
      nl: "Van een werkmap wordt één werkblad gelezen. Staan er meer met de kolomnamen van het sjabloon in, dan missen "
        + "er misschien rijen.",
      en: "Of a workbook one sheet is read. When more of them have the column names of the template, rows may be "
        + "missing."),
    remedy: LocalizedText(
      nl: "Zet alle rijen op één werkblad en haal de andere weg.",
      en: "Put all rows on one sheet and take the others out."),
    example: LocalizedText(
      nl: "gelezen is werkblad `Januari`; werkblad `Februari` heeft ook kolommen van het sjabloon, met 14 rijen, en is "
        + "niet gelezen.",
      en: "the sheet `Januari` was read; the sheet `Februari` has columns of the template too, with 14 rows, and was "
        + "not read."))

  static let emptySheet = FindingRule(
    "empty-sheet", .delivery, .note,
    explanation: LocalizedText(
      nl:
        "Naast het gelezen werkblad is er een met dezelfde kolommen en zonder rijen, zoals een sjabloon dat leeg bleef.",
      en:
        "Beside the sheet that was read there is one with the same columns and no rows, such as a template left empty."),
    remedy: LocalizedText(nl: "U hoeft niets te doen.", en: "You need do nothing."),
    example: LocalizedText(
      nl: "gelezen is werkblad `Blad1`; werkblad `Gegevens` heeft dezelfde kolommen en geen rijen.",
      en: "the sheet `Blad1` was read; the sheet `Gegevens` has the same columns and no rows."))

  static let renamedColumn = FindingRule(
    "renamed-column", .delivery, .warning,
    explanation: LocalizedText(
      nl: "Een kolom van het sjabloon ontbreekt, en een kolom die niet is gelezen lijkt erop. Waarschijnlijk kreeg zij "
        + "een andere naam, en dan vallen al haar waarden weg.",
      en:
        "A column of the template is absent, and a column that was not read resembles it. Probably it was renamed, and "
        + "then all its values are dropped."),
    remedy: LocalizedText(
      nl: "Geef de kolom haar naam uit het sjabloon terug.", en: "Give the column its name of the template back."),
    example: LocalizedText(
      nl: "deze kolom ontbreekt en haar naam lijkt op die van kolom H, die niet is gelezen.",
      en: "this column is absent and its name resembles that of column H, which was not read."))

  static let categoryOfOtherYear = FindingRule(
    "category-of-other-year", .delivery, .warning,
    explanation: LocalizedText(
      nl: "Een categorie geldt niet in het jaar van de rij, zoals een gemeente die toen was opgeheven. De rij telt mee "
        + "onder die categorie.",
      en:
        "A category does not hold in the year of the row, such as a municipality that was gone by then. The row counts "
        + "under that category."),
    remedy: LocalizedText(
      nl: "Vul in wat in dat jaar gold, zoals de gemeente waarin zij is opgegaan.",
      en: "Fill in what held in that year, such as the municipality that it became part of."),
    example: LocalizedText(
      nl: "`Beemster` geldt tot en met 2021 en niet in 2023.", en: "`Beemster` holds up to 2021 and not in 2023."))

  static let timeLeftOut = FindingRule(
    "time-left-out", .delivery, .note,
    explanation: LocalizedText(
      nl: "Waar een datum is gevraagd, wordt de tijd erachter weggelaten; de dag is die er staat.",
      en: "Where a date is asked for, the time behind it is left out; the day is the one that is written."),
    remedy: LocalizedText(nl: "U hoeft niets te doen.", en: "You need do nothing."),
    example: LocalizedText(
      nl: "hier staat een datum met een tijd; alleen de datum is gelezen.",
      en: "here is a date with a time; only the date was read."))

  static let hiddenSigns = FindingRule(
    "hidden-signs", .delivery, .note,
    explanation: LocalizedText(
      nl: "Tekens die niemand ziet, zoals een zacht afbreekstreepje of een spatie zonder breedte, maken van één woord "
        + "of nummer twee; zij worden weggelaten.",
      en: "Signs that nobody sees, such as a soft hyphen or a space without width, make two of one word or number; "
        + "they are left out."),
    remedy: LocalizedText(
      nl: "Haal ze liefst ook weg waar deze cel vandaan komt.",
      en: "Preferably take them out where this cell comes from too."),
    example: LocalizedText(
      nl: "hier staan tekens die niemand ziet; zij zijn weggelaten.",
      en: "here are signs that nobody sees; they were left out."))
}
