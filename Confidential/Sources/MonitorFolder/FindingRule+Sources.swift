import Model

/// What the check of a monitor folder can find: sources that cannot deliver what is asked of them.
extension FindingRule {
  static let sourceRules = [groundExample, groundColumn, noGround, templateColumns, countTable, definitionYears]

  static let definitionYears = folder(
    "definition-years",
    explanation: LocalizedText(
      nl:
        "In elk jaar geldt precies één definitie; waar zij verandert, zijn de getallen niet met eerder te vergelijken.",
      en: "In each year exactly one definition holds; where it changes, the numbers are not comparable with before."),
    remedy: LocalizedText(
      nl: "Laat elke definitie beginnen (`from`) in het jaar na het laatste (`to`) van de vorige.",
      en: "Let each definition begin (`from`) in the year after the last (`to`) of the one before."),
    example: LocalizedText(
      nl: "in 2020 en 2021 heeft melder essm geen definitie.", en: "in 2020 and 2021 source essm has no definition."))

  static let groundExample = folder(
    "ground-example",
    explanation: LocalizedText(
      nl: "Voorbeelden bij een wettelijke grond zijn proeven: de voorwaarde moet doen wat het voorbeeld zegt.",
      en: "Examples of a legal ground are tests: the condition has to do what the example says."),
    remedy: LocalizedText(
      nl: "Verbeter de voorwaarde of het voorbeeld, samen met de jurist.",
      en: "Mend the condition or the example, together with the lawyer."),
    example: LocalizedText(
      nl: "grond consent: voorbeeld 2 zou niet moeten gelden, maar geldt wel.",
      en: "ground consent: example 2 should not hold, but it does."))

  static let groundColumn = folder(
    "ground-column",
    explanation: LocalizedText(
      nl: "Een grond kan alleen gelden als de melder levert wat de voorwaarde vraagt.",
      en: "A ground can only hold when the source delivers what its condition asks."),
    remedy: LocalizedText(
      nl: "Voeg de kolom toe aan de melder of haal de grond weg.",
      en: "Add the column to the source or take the ground out."),
    example: LocalizedText(
      nl: "melder fairwork: grond consent vraagt `consent`, maar de melder levert die niet.",
      en: "source fairwork: ground consent asks for `consent`, but the source does not deliver it."))

  static let noGround = FindingRule(
    "no-ground", .folder, .warning,
    explanation: LocalizedText(
      nl: "Een melder zonder wettelijke grond mag minder gegevens leveren dan zijn weg toelaat.",
      en: "A source without a legal ground may deliver fewer data than its lane allows."),
    remedy: LocalizedText(
      nl: "Zoek met de jurist een grond, of geef de melder een lagere weg.",
      en: "Find a ground with the lawyer, or give the source a lower lane."),
    example: LocalizedText(
      nl: "melder ngo heeft geen enkele grond; al zijn meldingen gaan een weg omlaag.",
      en: "source ngo has no ground at all; all its reports move down a lane."))

  static let templateColumns = folder(
    "template-columns",
    explanation: LocalizedText(
      nl:
        "Een kolom is precies één ding, en elke melder levert een jaar en, behalve bij losse aantallen, een persoonssleutel.",
      en: "A column is exactly one thing, and every source delivers a year and, except for bare counts, a person key."),
    remedy: LocalizedText(
      nl: "Geef de kolom één van: variable, person, year, identity, record of ignored.",
      en: "Give the column one of: variable, person, year, identity, record or ignored."),
    example: LocalizedText(
      nl: "melder politie heeft geen kolom voor het jaar.", en: "source politie has no column for the year."))

  static let countTable = folder(
    "count-table",
    explanation: LocalizedText(
      nl: "Een tabel van tellingen heeft ten hoogste drie kenmerken, elk met eigen woorden voor de categorieën.",
      en: "A table of counts has at most three axes, each with words of its own for the categories."),
    remedy: LocalizedText(
      nl: "Verbeter de tabel in sources.yaml, of splits haar.", en: "Mend the table in sources.yaml, or split it."),
    example: LocalizedText(
      nl: "tabel checks heeft 4 kenmerken; het zijn er ten hoogste 3.",
      en: "table checks has 4 axes; there are at most 3."))
}
