import Model

/// What the check of a monitor folder can find: areas that do not fit in time.
extension FindingRule {
  static let areaRules = [areaSuccession, areaSplit]

  static let areaSuccession = folder(
    "area-succession",
    explanation: LocalizedText(
      nl: "Een gebied dat ophield te bestaan, is de volgende dag iets anders geworden, en dat bestaat dan.",
      en: "An area that ceased to exist became something else the next day, and that exists then."),
    remedy: LocalizedText(
      nl: "Verbeter de dagen of de opvolger in areas.csv, of kies een gebied dat op die dag bestaat.",
      en: "Mend the days or the successor in areas.csv, or choose an area that exists on that day."),
    example: LocalizedText(
      nl: "`GM1992` bestaat niet op 2022-01-01, de dag na de laatste van Brielle.",
      en: "`GM1992` does not exist on 2022-01-01, the day after the last of Brielle."))

  static let areaSplit = folder(
    "area-split",
    explanation: LocalizedText(
      nl: "Van een gebied dat is gesplitst, weet niemand welke gevallen in welk deel horen.",
      en: "Of an area that was split nobody knows which cases belong to which part."),
    remedy: LocalizedText(
      nl: "Geef bij elk deel het percentage, en toon in figuren de grenzen van toen (boundaries: then) of neem de "
        + "delen samen (pools).",
      en: "Give each part its percentage, and show the boundaries of then in figures (boundaries: then) or take the "
        + "parts together (pools)."),
    example: LocalizedText(
      nl: "dit gebied is gesplitst, en de delen tellen niet op tot 100 procent.",
      en: "this area was split, and the parts do not add up to 100 per cent."))
}
