import Model

/// What the check of a delivery can find that keeps nothing out: worth a look, or good to know.
extension FindingRule {
  static let remarkRules = [
    unknownHeader, extraCells, personalDataLane, duplicateRow, strayQuote, noRecords, absentColumn, otherEncoding,
    misreadEncoding,
    formulas, hiddenRows, movedDown, duplicatesUnchecked,
  ]

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

  static let extraCells = FindingRule(
    "extra-cells", .delivery, .warning,
    explanation: LocalizedText(
      nl: "Rechts van de laatste kolom staat nog iets; dat wordt niet gelezen.",
      en: "There is something to the right of the last column; it is not read."),
    remedy: LocalizedText(
      nl: "Kijk of er een scheidingsteken te veel in de rij staat.",
      en: "See whether the row has one separator too many."),
    example: LocalizedText(
      nl: "deze rij heeft meer cellen dan er kolomnamen zijn.",
      en: "this row has more cells than there are column names."))

  static let personalDataLane = FindingRule(
    "personal-data-lane", .delivery, .warning,
    explanation: LocalizedText(
      nl: "Zonder wettelijke grond mogen naam en geboortedatum niet worden bewaard; zij zijn niet overgenomen.",
      en: "Without a legal ground name and date of birth may not be kept; they were not taken in."),
    remedy: LocalizedText(
      nl: "Laat de cel leeg of leg eerst de toestemming vast.", en: "Leave the cell empty or record the consent first."),
    example: LocalizedText(
      nl: "hier staan persoonsgegevens zonder wettelijke grond; zij zijn niet overgenomen.",
      en: "here are personal details without a legal ground; they were not taken in."))

  static let duplicateRow = FindingRule(
    "duplicate-row", .delivery, .warning,
    explanation: LocalizedText(
      nl: "Een rij is op alle gelezen kolommen gelijk aan een eerdere; zij telt wel mee.",
      en: "A row equals an earlier one in all columns that are read; it does count."),
    remedy: LocalizedText(
      nl: "Haal de rij weg als zij dubbel is ingevoerd.", en: "Take the row out if it was entered twice."),
    example: LocalizedText(
      nl: "deze rij is gelijk aan een eerdere rij.", en: "this row equals an earlier row."))

  static let strayQuote = FindingRule(
    "stray-quote", .delivery, .warning,
    explanation: LocalizedText(
      nl: "Na een sluitend aanhalingsteken volgt nog tekst; waarschijnlijk mist ergens een aanhalingsteken.",
      en: "Text follows a closing quote; probably a quote is missing somewhere."),
    remedy: LocalizedText(
      nl: "Kijk of de cellen van deze rij goed zijn verdeeld.",
      en: "See whether the cells of this row are divided well."),
    example: LocalizedText(
      nl: "in deze rij staat tekst achter een aanhalingsteken.", en: "this row has text behind a quotation mark."))

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

  static let misreadEncoding = FindingRule(
    "misread-encoding", .delivery, .warning,
    explanation: LocalizedText(
      nl:
        "Tussen kleine letters staan tekens die in Windows-1252 geen letters zijn, en in de tekenset van MS-DOS of van "
        + "oude Macs wel.",
      en:
        "Between small letters stand signs that are no letters in Windows-1252, and are in the encoding of MS-DOS or of "
        + "old Macs."),
    remedy: LocalizedText(
      nl: "Sla het bestand op als CSV UTF-8 en controleer het opnieuw.",
      en: "Save the file as CSV UTF-8 and check it again."),
    example: LocalizedText(
      nl: "dit bestand is gelezen als Windows-1252, maar lijkt opgeslagen als MacRoman: letters met accenten zijn dan "
        + "verkeerd gelezen.",
      en:
        "this file was read as Windows-1252, but seems to be saved as MacRoman: letters with accents were read wrongly "
        + "then."))

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
