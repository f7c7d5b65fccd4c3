import Model

/// What the check of a delivery can find in a row: these set the row aside.
extension FindingRule {
  static let rowRules = [
    requiredEmpty, yearFormat, yearOutside, otherYear, unknownAnswer, mixedMissing, numberFormat, numberAmbiguous,
    numberRange, dateFormat, errorCell, formulaWithoutResult, tooLong, withoutKey, quotedRows,
  ]

  static func rowRule(
    _ id: String, explanation: LocalizedText, remedy: LocalizedText, example: LocalizedText
  ) -> FindingRule {
    FindingRule(id, .delivery, .error, explanation: explanation, remedy: remedy, example: example)
  }

  private static let aside = LocalizedText(nl: "Deze rij is niet ingelezen.", en: "This row was not read in.")

  static func mend(_ nl: String, _ en: String) -> LocalizedText {
    LocalizedText(nl: nl + " " + aside.nl, en: en + " " + aside.en)
  }

  static let requiredEmpty = rowRule(
    "required-empty",
    explanation: LocalizedText(
      nl: "Een verplichte kolom heeft in elke rij een waarde.", en: "A required column has a value in every row."),
    remedy: mend("Vul de cel, zo nodig met onbekend.", "Fill in the cell, with onbekend if need be."),
    example: LocalizedText(nl: "deze cel is leeg, maar verplicht.", en: "this cell is empty, but required."))

  static let yearFormat = rowRule(
    "year-format",
    explanation: LocalizedText(nl: "Een jaartal heeft vier cijfers.", en: "A year has four digits."),
    remedy: mend("Verbeter de cel.", "Mend the cell."),
    example: LocalizedText(
      nl: "hier staan vijf cijfers; een jaartal heeft er vier.", en: "here are five digits; a year has four."))

  static let yearOutside = rowRule(
    "year-outside",
    explanation: LocalizedText(
      nl: "Het jaar van de melding ligt binnen de periode van de monitor.",
      en: "The year of the report lies within the period of the monitor."),
    remedy: mend("Verbeter het jaar of haal de rij weg.", "Mend the year or take the row out."),
    example: LocalizedText(
      nl: "dit jaar ligt buiten de periode 2015-2019.", en: "this year lies outside the period 2015-2019."))

  static let otherYear = rowRule(
    "other-year",
    explanation: LocalizedText(
      nl: "De levering gaat over één jaar; rijen van een ander jaar horen er niet in.",
      en: "The delivery is about one year; rows of another year do not belong in it."),
    remedy: mend("Lever deze rij bij haar eigen jaar.", "Deliver this row with its own year."),
    example: LocalizedText(
      nl: "deze rij gaat over een ander jaar dan 2016.", en: "this row is about another year than 2016."))

  static let unknownAnswer = rowRule(
    "unknown-answer",
    explanation: LocalizedText(
      nl: "Het woord staat niet in de lijst van de kolom.", en: "The word is not on the list of the column."),
    remedy: mend("Kies een woord uit de lijst in het sjabloon.", "Choose a word from the list in the template."),
    example: LocalizedText(
      nl: "dit woord staat niet in de lijst; bedoelt u `vrouw`?",
      en: "this word is not on the list; did you mean `vrouw`?"))

  static let mixedMissing = rowRule(
    "mixed-missing",
    explanation: LocalizedText(
      nl: "Onbekend, geen of nvt gaat niet samen met een ander antwoord.",
      en: "Onbekend, geen or nvt does not go together with another answer."),
    remedy: mend("Laat alleen de antwoorden staan die gelden.", "Leave only the answers that hold."),
    example: LocalizedText(
      nl: "onbekend staat hier naast een ander antwoord.", en: "onbekend stands here beside another answer."))

  static let numberFormat = rowRule(
    "number-format",
    explanation: LocalizedText(nl: "Hier hoort een getal.", en: "A number belongs here."),
    remedy: mend("Vul een getal in of onbekend.", "Fill in a number or onbekend."),
    example: LocalizedText(
      nl: "hier staat geen getal en geen woord uit de lijst.", en: "here is no number and no word from the list."))

  static let numberAmbiguous = rowRule(
    "number-ambiguous",
    explanation: LocalizedText(
      nl: "Bij één punt of komma met drie cijfers erachter is niet te zien of het om duizendtallen of decimalen gaat, "
        + "tenzij maar een van beide in de kolom past. Een macht van tien, zoals 1,2E+05, kan cijfers hebben verloren.",
      en:
        "With one point or comma and three digits behind it, it cannot be seen whether thousands or decimals are meant, "
        + "unless only one of them suits the column. A power of ten, such as 1.2E+05, may have lost digits."),
    remedy: mend(
      "Schrijf alle cijfers, zonder teken tussen duizendtallen: 1500 of 1,5.",
      "Write all digits, without a sign between thousands: 1500 or 1.5."),
    example: LocalizedText(
      nl: "dit getal is op twee manieren te lezen: als duizendtallen en met decimalen.",
      en: "this number can be read in two ways: as thousands and with decimals."))

  static let formulaWithoutResult = rowRule(
    "formula-without-result",
    explanation: LocalizedText(
      nl: "Een programma dat zelf niet rekent, schrijft formules zonder uitkomst weg. Wat er had moeten staan, is dan "
        + "niet te zien.",
      en: "A program that does not calculate writes formulas without a result. What should have been there cannot be "
        + "seen then."),
    remedy: mend(
      "Open het bestand in Excel of LibreOffice en bewaar het, of vul de waarde zelf in.",
      "Open the file in Excel or LibreOffice and save it, or fill in the value itself."),
    example: LocalizedText(
      nl: "hier staat een formule zonder bewaarde uitkomst.", en: "here is a formula without a kept result."))

  static let quotedRows = rowRule(
    "quoted-rows",
    explanation: LocalizedText(
      nl: "Een aanhalingsteken dat niet wordt gesloten, neemt de rijen tot het volgende op in één cel. Regels binnen "
        + "een cel die elk net zoveel scheidingstekens hebben als een rij, zijn rijen.",
      en:
        "A quotation mark that is not closed takes the rows up to the next one into one cell. Lines within a cell that "
        + "each have as many delimiters as a row are rows."),
    remedy: mend(
      "Sluit het aanhalingsteken of haal het weg.", "Close the quotation mark or take it out."),
    example: LocalizedText(
      nl: "binnen de aanhalingstekens van deze rij staan nog 4 rijen.",
      en: "4 other rows stand within the quotation marks of this row."))

  static let numberRange = rowRule(
    "number-range",
    explanation: LocalizedText(
      nl: "Het getal ligt buiten de grenzen van het codeboek.",
      en: "The number lies outside the bounds of the codebook."),
    remedy: mend("Verbeter de cel of vul onbekend in.", "Mend the cell or fill in onbekend."),
    example: LocalizedText(
      nl: "dit getal is hoger dan 110, het hoogste dat hier kan.",
      en: "this number is more than 110, the highest possible here."))

  static let dateFormat = rowRule(
    "date-format",
    explanation: LocalizedText(
      nl: "Een datum bestaat en is geschreven als 31-12-2019 of 2019-12-31. Een tijd erachter wordt weggelaten.",
      en: "A date exists and is written as 31-12-2019 or 2019-12-31. A time behind it is left out."),
    remedy: mend("Schrijf de datum als 31-12-2019.", "Write the date as 31-12-2019."),
    example: LocalizedText(nl: "hier staat geen bestaande datum.", en: "here is no existing date."))

  static let errorCell = rowRule(
    "error-cell",
    explanation: LocalizedText(
      nl: "Het rekenblad geeft in deze cel een fout, zoals een deling door nul.",
      en: "The spreadsheet gives an error in this cell, such as a division by zero."),
    remedy: mend("Vul de waarde zelf in.", "Fill in the value itself."),
    example: LocalizedText(
      nl: "hier staat een foutmelding van het rekenblad.", en: "here is an error of the spreadsheet."))

  static let tooLong = rowRule(
    "too-long",
    explanation: LocalizedText(
      nl: "Een nummer of naam is nooit zo lang; waarschijnlijk zijn cellen in elkaar geschoven.",
      en: "A number or name is never that long; cells probably ran together."),
    remedy: mend("Kijk of de aanhalingstekens kloppen.", "See whether the quotes are right."),
    example: LocalizedText(
      nl: "deze cel is langer dan 200 tekens.", en: "this cell is longer than 200 characters."))

  static let withoutKey = rowRule(
    "without-key",
    explanation: LocalizedText(
      nl: "Zonder nummer van de persoon is niet te zien of meldingen over dezelfde persoon gaan.",
      en: "Without the number of the person it cannot be seen whether reports are about the same person."),
    remedy: mend("Vul het nummer van de persoon in.", "Fill in the number of the person."),
    example: LocalizedText(
      nl: "het nummer van de persoon ontbreekt.", en: "the number of the person is missing."))
}
