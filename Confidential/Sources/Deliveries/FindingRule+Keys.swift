import Model

/// What the check of a delivery can find in the column of the person key.
extension FindingRule {
  static let keyRules = [
    missingWordAsKey, totalRow, damagedKey, nameAsKey, identityNumberAsKey, keyPattern, keyNotation, similarKeys,
    similarKeysUnchecked, chanceOfIdentityNumbers, chanceOfRounding,
  ]

  static let missingWordAsKey = rowRule(
    "missing-word-as-key",
    explanation: LocalizedText(
      nl:
        "Wie geen nummer heeft, krijgt niet het nummer `onbekend`: dan zouden allen met dat woord één persoon worden.",
      en: "Whoever has no number does not get the number `unknown`: then all with that word would become one person."),
    remedy: mend(
      "Vul het nummer van de persoon in, of geef deze persoon zelf een volgnummer.",
      "Fill in the number of the person, or give this person a serial number yourself."),
    example: KeyProblem.missingWord.message)

  static let totalRow = rowRule(
    "total-row",
    explanation: LocalizedText(
      nl: "Een rij met totalen onder de meldingen is geen melding; zij zou als een persoon worden geteld.",
      en: "A row of totals below the reports is no report; it would be counted as a person."),
    remedy: mend("Haal de rij weg.", "Take the row out."), example: KeyProblem.total.message)

  static let damagedKey = rowRule(
    "damaged-key",
    explanation: LocalizedText(
      nl: "Een rekenblad maakt van een lang nummer een getal, van 3-4 een datum en van een verwijzing een foutmelding. "
        + "Wat er stond is daaruit niet terug te halen, en verschillende personen krijgen hetzelfde nummer.",
      en:
        "A spreadsheet makes a quantity of a long number, a date of 3-4 and an error of a reference. What stood there "
        + "cannot be won back, and different persons get the same number."),
    remedy: mend(
      "Maak de kolom op als tekst, haal de nummers opnieuw uit het registratiesysteem en sla op als XLSX.",
      "Format the column as text, take the numbers from the register anew and save as XLSX."),
    example: KeyProblem.scientific.message)

  static let nameAsKey = rowRule(
    "name-as-key",
    explanation: LocalizedText(
      nl: "Een naam is geen sleutel: naamgenoten worden één persoon, en namen horen niet in deze kolom. Een nummer "
        + "zonder cijfers geldt als naam, tenzij de bron een `pattern` heeft dat het toelaat.",
      en: "A name is no key: namesakes become one person, and names do not belong in this column. A number without "
        + "digits is taken for a name, unless the source has a `pattern` that lets it through."),
    remedy: mend(
      "Vul het nummer in waaronder u de persoon kent, en geen naam.",
      "Fill in the number under which you know the person, and no name."), example: KeyProblem.name.message)

  static let identityNumberAsKey = rowRule(
    "identity-number-as-key",
    explanation: LocalizedText(
      nl: "Negen cijfers die aan de elfproef voldoen, terwijl de andere nummers van de levering dat niet doen of bijna "
        + "alle ook: dat is een burgerservicenummer, en dat mag hier niet worden geleverd. Van willekeurige nummers "
        + "van negen cijfers voldoet er één op de elf aan; dan is het geen bevinding.",
      en:
        "Nine digits that pass the eleven test, while other numbers of the delivery do not look like it or nearly all "
        + "pass too: that is a citizen service number, which may not be delivered here. Of arbitrary numbers of nine "
        + "digits one in eleven passes; then it is no finding."),
    remedy: mend(
      "Vervang het door een eigen nummer van uw organisatie.", "Replace it by a number of your own organisation."),
    example: KeyProblem.identityNumber.message)

  static let keyPattern = rowRule(
    "key-pattern",
    explanation: LocalizedText(
      nl: "`pattern` in sources.yaml zegt hoe de nummers van deze bron eruitzien; wat anders is, is waarschijnlijk een "
        + "tikfout of een andere kolom.",
      en:
        "`pattern` in sources.yaml says what the numbers of this source look like; anything else is probably a slip or "
        + "another column."),
    remedy: mend(
      "Verbeter het nummer, of pas `pattern` aan als het nummer goed is.",
      "Mend the number, or change `pattern` when the number is right."), example: KeyProblem.misfit.message)

  static let keyNotation = FindingRule(
    "key-notation", .delivery, .warning,
    explanation: LocalizedText(
      nl: "Een nummer dat als getal of tussen aanhalingstekens is opgeslagen, kan in een andere levering anders staan; "
        + "dan wordt één persoon er twee.",
      en: "A number that was saved as a quantity or between quotation marks may stand differently in another delivery; "
        + "then one person becomes two."),
    remedy: LocalizedText(
      nl: "Maak de kolom op als tekst en lever de nummers zoals het registratiesysteem ze schrijft.",
      en: "Format the column as text and deliver the numbers as the register writes them."),
    example: KeyRemark.decimals.message)

  static let similarKeys = FindingRule(
    "similar-keys", .delivery, .warning,
    explanation: LocalizedText(
      nl: "Nummers die alleen verschillen in hoofdletters, nullen vooraan, leestekens of spaties zijn vaak van één "
        + "persoon; zij zijn als verschillende personen opgenomen.",
      en:
        "Numbers that differ in capitals, leading zeros, punctuation or blanks only are often of one person; they were "
        + "taken in as different persons."),
    remedy: LocalizedText(
      nl: "Schrijf het nummer van één persoon overal gelijk.", en: "Write the number of one person the same everywhere."
    ),
    example: SimilarKeys.message(row: 3))

  static let similarKeysUnchecked = FindingRule(
    "similar-keys-unchecked", .delivery, .note,
    explanation: LocalizedText(
      nl: "In een heel groot bestand wordt alleen het eerste deel op bijna gelijke nummers nagekeken.",
      en: "Of a very large file only the first part is checked for numbers that are nearly the same."),
    remedy: LocalizedText(nl: "U hoeft niets te doen.", en: "You need do nothing."), example: SimilarKeys.unchecked)

  static let chanceOfIdentityNumbers = FindingRule(
    "chance-of-identity-numbers", .delivery, .note,
    explanation: LocalizedText(
      nl: "Van de nummers van negen cijfers voldoen er zo veel aan de elfproef als bij toeval te verwachten is. Of er "
        + "een burgerservicenummer tussen staat, is dan niet te zien; zij zijn opgenomen.",
      en:
        "Of the numbers of nine digits as many pass the eleven test as chance would have it. Whether there is a citizen "
        + "service number among them cannot be seen then; they were taken in."),
    remedy: LocalizedText(
      nl: "Ga na dat de kolom geen burgerservicenummers bevat.",
      en: "See to it that the column holds no citizen service numbers."),
    example: KeyChances.identityNumbers(2, of: 25))

  static let chanceOfRounding = FindingRule(
    "chance-of-rounding", .delivery, .note,
    explanation: LocalizedText(
      nl: "Van de nummers van meer dan vijftien cijfers eindigen er zo veel op nullen als bij toeval te verwachten is. "
        + "Of een rekenblad er een heeft afgerond, is dan niet te zien; zij zijn opgenomen.",
      en:
        "Of the numbers of more than fifteen digits as many end in zeros as chance would have it. Whether a spreadsheet "
        + "rounded one cannot be seen then; they were taken in."),
    remedy: LocalizedText(
      nl: "Ga na dat de nummers kloppen met het registratiesysteem.",
      en: "See to it that the numbers agree with the register."),
    example: KeyChances.rounded(1, of: 25))
}
