internal import Model

/// What a text may not say.
extension FindingRule {
  static let wordRules = [noVerdict, claim, verdictWord, digit, numberWord, languages]

  static let noVerdict = FindingRule(
    "text-no-verdict", .text, .error,
    explanation: LocalizedText(
      nl: "Verdictwoorden komen uit de drempels in monitor.yaml of uit die van het huis.",
      en: "Verdict words come from the thresholds in monitor.yaml or from those of the house."),
    remedy: LocalizedText(
      nl: "Kies een set of woorden uit docs/narrative.md.",
      en: "Choose a set or words from docs/narrative.md."),
    example: LocalizedText(
      nl: "bij een aantal hoort geen verdict; vergelijk eerst.",
      en: "a count has no verdict; compare first."))

  static let claim = FindingRule(
    "text-claim", .text, .error,
    explanation: LocalizedText(
      nl: "Wat de tekst beweert, moet uit de getallen volgen.",
      en: "What the text claims has to follow from the numbers."),
    remedy: LocalizedText(
      nl: "Verander de woorden, of kijk of de getallen kloppen.",
      en: "Change the words, or see whether the numbers are right."),
    example: LocalizedText(
      nl: "hier staat “lichte stijging”, maar change(…) is 37,7%: “sterke stijging”.",
      en: "this says “slight rise”, but change(…) is 37.7%: “sharp rise”."))

  static let verdictWord = FindingRule(
    "text-verdict-word", .text, .error,
    explanation: LocalizedText(
      nl: "Een verdictwoord staat nooit los in de tekst.",
      en: "A verdict word never stands in the text by itself."),
    remedy: LocalizedText(
      nl: "Schrijf {{ change(…) | verdict }} of {{ say \"…\" because … }}; woorden van een ander tussen [[ en ]].",
      en: "Write {{ change(…) | verdict }} or {{ say \"…\" because … }}; words of someone else between [[ and ]]."),
    example: LocalizedText(
      nl: "“lichte stijging” staat los in de tekst.",
      en: "“slight rise” stands in the text by itself."))

  static let digit = FindingRule(
    "text-digit", .text, .error,
    explanation: LocalizedText(
      nl: "Een getal staat alleen in de tekst als het uit een figuur komt, tenzij het een jaar van de editie, een "
        + "wetsartikel, een verwijzing, een datum, een naam of een citaat is.",
      en: "A number stands in the text only when it comes from a figure, unless it is a year of the edition, an "
        + "article of law, a reference, a date, a name or a quotation."),
    remedy: LocalizedText(
      nl: "Haal het getal uit een figuur, of citeer het met zijn bron: [[ … | bron ]].",
      en: "Take the number from a figure, or quote it with its source: [[ … | source ]]."),
    example: LocalizedText(
      nl: "het getal 130 staat los in de tekst.",
      en: "the number 130 stands in the text by itself."))

  static let numberWord = FindingRule(
    "text-number-word", .text, .error,
    explanation: LocalizedText(
      nl: "Een aantal in woorden kan net zo goed onjuist zijn als een aantal in cijfers.",
      en: "A number in words can be as wrong as a number in digits."),
    remedy: LocalizedText(
      nl:
        "Schrijf {{ … | words }} voor een aantal, {{ share(…) | verdict }} voor een deel, {{ say \"…\" because … }} voor "
        + "eigen woorden; een getal van een ander tussen [[ en ]] met zijn bron.",
      en:
        "Write {{ … | words }} for a count, {{ share(…) | verdict }} for a part, {{ say \"…\" because … }} for words of "
        + "your own; a number of someone else between [[ and ]] with its source."),
    example: LocalizedText(
      nl: "“drie meldingen” lijkt een aantal in woorden.",
      en: "“three notifications” looks like a number in words."))

  static let languages = FindingRule(
    "text-languages", .text, .warning,
    explanation: LocalizedText(
      nl: "Beide talen gaan over dezelfde getallen.",
      en: "Both languages are about the same numbers."),
    remedy: LocalizedText(
      nl: "Zet het getal ook in de andere taal, of haal het weg.",
      en: "Add the number to the other language, or take it away."),
    example: LocalizedText(
      nl: "fig-2.3, sexual, 2019 staat niet in de Engelse tekst.",
      en: "fig-2.3, sexual, 2019 is not in the English text."))
}
