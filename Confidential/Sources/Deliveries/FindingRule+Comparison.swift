import Model

/// What stands out when a delivery is laid beside earlier ones of its source.
extension FindingRule {
  static let comparisonRules = [
    muchSmaller, smallerAnswered, otherSizeThanVersion, otherSizeThanPeriod, categoryGone, lessKnown,
  ]

  private static let askPartner = LocalizedText(
    nl: "Kijk of het bestand volledig is en de goede filter heeft, en vraag het zo nodig na.",
    en: "See whether the file is complete and has the right filter, and ask if need be.")

  static let muchSmaller = FindingRule(
    "much-smaller", .delivery, .fatal,
    explanation: LocalizedText(
      nl: "Een correctie vervangt de vorige versie in haar geheel. Verliest zij meer dan een tiende van de rijen of "
        + "personen, en meer dan 10, of alle, dan is zij vaak een deel van het bestand: dat wordt gevraagd voordat er iets "
        + "verdwijnt.",
      en:
        "A correction replaces the version before as a whole. When it loses more than a tenth of the rows or persons, and "
        + "more than 10, or all of them, it is often a part of the file: that is asked before anything disappears."),
    remedy: LocalizedText(
      nl: "Kijk of het bestand volledig is. Klopt het zo, geef dan de reden op met --smaller-because.",
      en: "See whether the file is complete. If it is right as it is, give the reason with --smaller-because."),
    example: LocalizedText(
      nl: "deze levering heeft 3 rijen; versie 1 over 2023, die zij vervangt, had er 31.",
      en: "this delivery has 3 rows; version 1 about 2023, which it replaces, had 31."))

  static let smallerAnswered = FindingRule(
    "smaller-answered", .delivery, .warning,
    explanation: LocalizedText(
      nl:
        "De correctie is veel kleiner dan de versie die zij vervangt; bij het ontvangen is een reden opgegeven, die in "
        + "het logboek staat.",
      en: "The correction is much smaller than the version it replaces; a reason was given when it was received, which "
        + "is in the log."),
    remedy: LocalizedText(
      nl: "Dat is toegelicht; u hoeft niets te doen.", en: "That was explained; you need do nothing."),
    example: LocalizedText(
      nl: "deze levering heeft 3 rijen; versie 1 over 2023, die zij vervangt, had er 31.",
      en: "this delivery has 3 rows; version 1 about 2023, which it replaces, had 31."))

  static let otherSizeThanVersion = FindingRule(
    "other-size-than-version", .delivery, .warning,
    explanation: LocalizedText(
      nl:
        "Een kleine correctie die meer dan een tiende van de rijen of personen verliest, of een die er meer dan twee keer "
        + "zo veel heeft (en meer dan 10 verschil), doet meer dan verbeteren.",
      en:
        "A small correction that loses more than a tenth of the rows or persons, or one that has more than twice as many "
        + "(and more than 10 apart), does more than correct."), remedy: askPartner,
    example: LocalizedText(
      nl: "deze levering heeft 7 rijen; versie 1 over 2023, die zij vervangt, had er 9.",
      en: "this delivery has 7 rows; version 1 about 2023, which it replaces, had 9."))

  static let otherSizeThanPeriod = FindingRule(
    "other-size-than-period", .delivery, .warning,
    explanation: LocalizedText(
      nl:
        "Meer dan twee keer zo veel of minder dan de helft van de rijen of personen van de periode ervoor, en meer dan "
        + "10 verschil: dat kan, maar vaak is er een filter blijven staan of een bestand vergeten.",
      en:
        "More than twice or less than half of the rows or persons of the period before, and more than 10 apart: that can "
        + "be, but often a filter was left on or a file forgotten."), remedy: askPartner,
    example: LocalizedText(
      nl: "deze levering heeft 3 rijen; die over 2022 had er 31.",
      en: "this delivery has 3 rows; the one about 2022 had 31."))

  static let categoryGone = FindingRule(
    "category-gone", .delivery, .warning,
    explanation: LocalizedText(
      nl:
        "Een antwoord dat eerder vaak werd gegeven (vijf keer in de versie ervoor, tien keer in de periode ervoor) en nu "
        + "nooit, heet in het registratiesysteem misschien anders.",
      en:
        "An answer that was given often before (five times in the version before, ten times in the period before) and "
        + "never now may have another name in the register."), remedy: askPartner,
    example: LocalizedText(
      nl: "deze antwoorden komen niet meer voor; over 2022 wel: Arbeid (24).",
      en: "these answers are no longer given; about 2022 they were: Labour (24)."))

  static let lessKnown = FindingRule(
    "less-known", .delivery, .warning,
    explanation: LocalizedText(
      nl: "Het deel van de rijen waarbij een antwoord niet bekend is, steeg met een kwart van alle rijen of meer.",
      en: "The share of rows of which an answer is not known rose by a quarter of all rows or more."),
    remedy: askPartner,
    example: LocalizedText(
      nl: "bij 80% van de rijen is dit niet bekend; over 2022 bij 12%.",
      en: "of 80% of the rows this is not known; about 2022 of 12%."))
}
