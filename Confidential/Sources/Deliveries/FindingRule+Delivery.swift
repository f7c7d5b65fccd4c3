public import Model

/// What the check of a delivery can find about the file as a whole.
extension FindingRule {
  public static let deliveryRules: [FindingRule] =
    [
      unreadableFile, noHeader, duplicateHeader, missingHeader, mergedCells, severalYears, noPeriod,
      requiredEmpty, yearFormat, yearOutside, otherYear, unknownAnswer, mixedMissing, numberFormat, numberRange,
      dateFormat, errorCell, tooLong, withoutKey,
      unknownHeader, extraCells, personalDataLane, duplicateRow, strayQuote, noRecords,
      absentColumn, otherEncoding, formulas, hiddenRows, movedDown, duplicatesUnchecked,
    ] + countRules

  static let unreadableFile = FindingRule(
    "unreadable-file", .delivery, .fatal,
    explanation: LocalizedText(
      nl:
        "Het bestand is niet te openen of is geen tabel: leeg, afgekapt, beveiligd, te groot of van een andere soort.",
      en: "The file cannot be opened or is no table: empty, cut short, protected, too large or of another kind."),
    remedy: LocalizedText(
      nl: "Sla de tabel opnieuw op als XLSX of CSV en lever die.",
      en: "Save the table again as XLSX or CSV and deliver that."),
    example: LocalizedText(nl: "het bestand is leeg.", en: "the file is empty."))

  static let noHeader = FindingRule(
    "no-header", .delivery, .fatal,
    explanation: LocalizedText(
      nl: "De eerste rij noemt de kolommen met de namen van het sjabloon; de volgorde is vrij.",
      en: "The first row names the columns with the names of the template; the order is free."),
    remedy: LocalizedText(
      nl: "Zet de kolomnamen van het sjabloon in de eerste rij.",
      en: "Put the column names of the template in the first row."),
    example: LocalizedText(
      nl: "in de eerste rij staat geen enkele kolomnaam van het sjabloon.",
      en: "the first row holds none of the column names of the template."))

  static let duplicateHeader = FindingRule(
    "duplicate-header", .delivery, .fatal,
    explanation: LocalizedText(
      nl: "Staat een kolom er twee keer, dan is niet te zien welke geldt.",
      en: "When a column is there twice, it cannot be seen which one counts."),
    remedy: LocalizedText(
      nl: "Haal een van beide kolommen weg.", en: "Take one of the two columns out."),
    example: LocalizedText(
      nl: "deze kolom staat er twee keer, ook in kolom B.", en: "this column is there twice, in column B too."))

  static let missingHeader = FindingRule(
    "missing-header", .delivery, .fatal,
    explanation: LocalizedText(
      nl: "Verplichte kolommen moeten er zijn.", en: "Required columns have to be there."),
    remedy: LocalizedText(
      nl: "Voeg de kolommen toe met precies deze namen.", en: "Add the columns with exactly these names."),
    example: LocalizedText(
      nl: "deze verplichte kolommen ontbreken: meldjaar, registratienummer.",
      en: "these required columns are missing: meldjaar, registratienummer."))

  static let mergedCells = FindingRule(
    "merged-cells", .delivery, .fatal,
    explanation: LocalizedText(
      nl: "In samengevoegde cellen heeft alleen de eerste een waarde; bij welke rijen die hoort, is niet te zien.",
      en: "Of merged cells only the first has a value; to which rows it belongs cannot be seen."),
    remedy: LocalizedText(
      nl: "Splits de cellen en vul elke rij.", en: "Split the cells and fill in every row."),
    example: LocalizedText(nl: "de cellen B2:B5 zijn samengevoegd.", en: "the cells B2:B5 are merged."))

  static let severalYears = FindingRule(
    "several-years", .delivery, .fatal,
    explanation: LocalizedText(
      nl: "Een levering gaat over één jaar, zodat zij later in haar geheel kan worden vervangen.",
      en: "A delivery is about one year, so that it can be replaced as a whole later."),
    remedy: LocalizedText(nl: "Lever elk jaar in een eigen bestand.", en: "Deliver each year in a file of its own."),
    example: LocalizedText(
      nl: "dit bestand gaat over meer dan één jaar: 2015 en 2016.",
      en: "this file is about more than one year: 2015 and 2016."))

  static let noPeriod = FindingRule(
    "no-period", .delivery, .fatal,
    explanation: LocalizedText(
      nl: "Zonder bruikbare rijen is aan het bestand niet te zien over welk jaar het gaat.",
      en: "Without usable rows the file does not show which year it is about."),
    remedy: LocalizedText(nl: "Geef het jaar op met --period.", en: "Give the year with --period."),
    example: LocalizedText(
      nl: "het is niet te zien over welk jaar deze levering gaat.",
      en: "it cannot be seen which year this delivery is about."))

  static let unknownHeader = FindingRule(
    "unknown-header", .delivery, .warning,
    explanation: LocalizedText(
      nl: "Een kolom die niet in het sjabloon staat, wordt niet gelezen.",
      en: "A column that is not in the template is not read."),
    remedy: LocalizedText(
      nl: "Verbeter de kolomnaam of haal de kolom weg.", en: "Mend the column name or take the column out."),
    example: LocalizedText(
      nl: "deze kolom staat niet in het sjabloon en is niet gelezen; bedoelt u `geslacht`?",
      en: "this column is not in the template and was not read; did you mean `geslacht`?"))

  static let absentColumn = FindingRule(
    "absent-column", .delivery, .note,
    explanation: LocalizedText(
      nl: "Een kolom die niet verplicht is, mag ontbreken; haar waarden tellen als niet geleverd.",
      en: "A column that is not required may be absent; its values count as not delivered."),
    remedy: LocalizedText(
      nl: "Voeg de kolom toe als u de gegevens hebt.", en: "Add the column if you have the data."),
    example: LocalizedText(
      nl: "deze kolom ontbreekt; alle waarden tellen als niet geleverd.",
      en: "this column is absent; all values count as not delivered."))

  static let noRecords = FindingRule(
    "no-records", .delivery, .warning,
    explanation: LocalizedText(
      nl: "Nul meldingen is ook een antwoord, maar een leeg sjabloon wordt vaak per vergissing geleverd.",
      en: "No reports is an answer too, but an empty template is often delivered by mistake."),
    remedy: LocalizedText(
      nl: "Bevestig bij het leveren dat er geen meldingen waren.", en: "Confirm on delivery that there were no reports."
    ),
    example: LocalizedText(
      nl: "onder de kolomnamen staat geen enkele melding.", en: "there is no report below the column names."))

  static let otherEncoding = FindingRule(
    "other-encoding", .delivery, .note,
    explanation: LocalizedText(
      nl: "Het bestand is geen UTF-8, maar is in een andere tekenset wel gelezen.",
      en: "The file is not UTF-8, but was read in another encoding."),
    remedy: LocalizedText(
      nl: "Kijk of letters met accenten goed zijn en sla het bestand liefst op als UTF-8.",
      en: "See whether letters with accents are right and preferably save the file as UTF-8."),
    example: LocalizedText(
      nl: "dit bestand is gelezen als Windows-1252.", en: "this file was read as Windows-1252."))

  static let formulas = FindingRule(
    "formulas", .delivery, .note,
    explanation: LocalizedText(
      nl: "Van een formule wordt de uitkomst gelezen die bij het opslaan is bewaard.",
      en: "Of a formula the result is read that was kept at the last save."),
    remedy: LocalizedText(
      nl: "Plak liever waarden in plaats van formules.", en: "Rather paste values than formulas."),
    example: LocalizedText(
      nl: "12 cellen bevatten een formule; de laatst bewaarde uitkomst is gelezen.",
      en: "12 cells hold a formula; the result last kept was read."))

  static let hiddenRows = FindingRule(
    "hidden-rows", .delivery, .note,
    explanation: LocalizedText(
      nl: "Verborgen of weggefilterde rijen tellen gewoon mee.", en: "Hidden or filtered rows count like any other."),
    remedy: LocalizedText(
      nl: "Haal rijen weg die niet mee moeten tellen.", en: "Take out rows that should not count."),
    example: LocalizedText(nl: "3 rijen zijn verborgen; zij zijn gelezen.", en: "3 rows are hidden; they were read."))

  static let movedDown = FindingRule(
    "moved-down", .delivery, .note,
    explanation: LocalizedText(
      nl: "Een record zonder wettelijke grond voor zijn weg daalt een weg af: het telt mee, met minder gegevens.",
      en: "A record without a legal ground for its lane moves down a lane: it counts, with fewer data."),
    remedy: LocalizedText(
      nl: "Kijk in de toelichting welke grond voor welke gegevens nodig is.",
      en: "See in the explanation which ground is needed for which data."),
    example: LocalizedText(
      nl: "14 meldingen hebben geen wettelijke grond voor al hun gegevens en zijn met minder gegevens opgenomen.",
      en: "14 reports have no legal ground for all their data and were taken in with fewer."))

  static let duplicatesUnchecked = FindingRule(
    "duplicates-unchecked", .delivery, .note,
    explanation: LocalizedText(
      nl: "In een heel groot bestand wordt alleen het eerste deel op dubbele rijen nagekeken.",
      en: "Of a very large file only the first part is checked for duplicate rows."),
    remedy: LocalizedText(nl: "U hoeft niets te doen.", en: "You need do nothing."),
    example: LocalizedText(
      nl: "alleen de eerste 3000000 rijen zijn op dubbele nagekeken.",
      en: "only the first 3000000 rows were checked for duplicates."))
}
