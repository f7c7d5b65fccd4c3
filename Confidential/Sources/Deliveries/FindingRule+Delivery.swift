public import Model

/// What the check of a delivery can find about the file as a whole.
extension FindingRule {
  /// Every rule of a delivery, in the order in which it is explained.
  public static let deliveryRules =
    fileRules + rowRules + keyRules + readingRules + remarkRules + wholenessRules + comparisonRules + countRules
    + countCheckRules

  static let fileRules = [
    unreadableFile, noHeader, duplicateHeader, missingHeader, mergedCells, severalYears, noPeriod,
    nothingTaken, tooManyMistakes,
  ]

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
      nl:
        "De eerste rij noemt de kolommen met de namen van het sjabloon; de volgorde is vrij. Staan de namen verderop, "
        + "dan wordt die rij genoemd.",
      en: "The first row names the columns with the names of the template; the order is free. When the names stand "
        + "further down, that row is named."),
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

  static let nothingTaken = FindingRule(
    "nothing-taken", .delivery, .fatal,
    explanation: LocalizedText(
      nl: "Van een levering waarvan elke rij apart wordt gehouden, is niets in te lezen.",
      en: "Of a delivery of which every row is set aside nothing can be read in."),
    remedy: LocalizedText(
      nl: "Verbeter wat hierna bij de rijen staat.", en: "Mend what is said of the rows below."),
    example: LocalizedText(
      nl: "geen van de 12 rijen kan worden ingelezen.", en: "none of the 12 rows can be read in."))

  static let tooManyMistakes = FindingRule(
    "too-many-mistakes", .delivery, .fatal,
    explanation: LocalizedText(
      nl:
        "Van 20.000 of meer rijen moesten er meer dan negen op de tien apart worden gehouden: het bestand is niet zoals "
        + "het sjabloon zegt, en verder lezen heeft geen zin.",
      en:
        "Of 20,000 rows or more over nine in ten had to be kept aside: the file is not as the template says, and there is "
        + "no use in reading on."),
    remedy: LocalizedText(
      nl: "Verbeter wat hierboven staat, bijvoorbeeld met woorden in sources.yaml, en lever het bestand opnieuw.",
      en: "Mend what stands above, for example with words in sources.yaml, and deliver the file again."),
    example: .stopped(after: 20_000))
}

extension FindingRule {
  /// So many rows were read, and more than nine in ten of them kept aside, that reading on is of no use: the file is not
  /// as the template says. Twenty thousand is more than any partner delivers in a year.
  static func hasTooManyMistakes(read: Int, setAside: Int) -> Bool {
    setAside >= 20_000 && setAside * 10 > read * 9
  }
}

extension LocalizedText {
  static func stopped(after rows: Int) -> LocalizedText {
    let (nl, en) = (Quantity(rows).formatted(in: .nl), Quantity(rows).formatted(in: .en))
    return LocalizedText(
      nl: "bijna alle rijen tot hier zijn apart gehouden; na \(nl) rijen is het lezen gestopt.",
      en: "nearly all rows up to here were kept aside; reading stopped after \(en) rows.")
  }
}
