internal import Model

/// What can be wrong with an expression.
extension FindingRule {
  static let expressionRules = [
    unknownFunction, arguments, unknownFilter, filter, unknownFigure, unknownConstant, unknownRow, unknownColumn,
    notACount, kinds,
    literal, hollow, seriesBreak, divisionByZero, tooLarge, estimate, missing,
  ]

  static let unknownFunction = FindingRule(
    "text-unknown-function", .text, .error,
    explanation: LocalizedText(
      nl: "Alleen de functies van de taal bestaan.",
      en: "Only the functions of the language exist."),
    remedy: LocalizedText(
      nl: "Kies een functie uit docs/narrative.md.",
      en: "Choose a function from docs/narrative.md."),
    example: LocalizedText(
      nl: "de functie `coutn` bestaat niet; bedoelt u `count`?",
      en: "there is no function `coutn`; did you mean `count`?"))

  static let arguments = FindingRule(
    "text-arguments", .text, .error,
    explanation: LocalizedText(
      nl: "Een functie heeft een vast aantal gegevens nodig.",
      en: "A function takes a fixed number of arguments."),
    remedy: LocalizedText(
      nl: "Geef de functie wat zij vraagt.",
      en: "Give the function what it asks for."),
    example: LocalizedText(
      nl: "`change` krijgt 3 gegevens; het is change(figure, row, from, to) or change(a, b).",
      en: "`change` is given 3 arguments; it is change(figure, row, from, to) or change(a, b)."))

  static let unknownFilter = FindingRule(
    "text-unknown-filter", .text, .error,
    explanation: LocalizedText(
      nl: "Alleen de filters van de taal bestaan.",
      en: "Only the filters of the language exist."),
    remedy: LocalizedText(
      nl: "Kies een filter uit docs/narrative.md.",
      en: "Choose a filter from docs/narrative.md."),
    example: LocalizedText(
      nl: "het filter `procent` bestaat niet; bedoelt u `percent`?",
      en: "there is no filter `procent`; did you mean `percent`?"))

  static let filter = FindingRule(
    "text-filter", .text, .error,
    explanation: LocalizedText(
      nl: "Een filter past bij een soort getal.",
      en: "A filter suits a kind of number."),
    remedy: LocalizedText(
      nl: "Kies een filter dat past, of bereken het getal dat u bedoelt.",
      en: "Choose a filter that suits, or compute the number you mean."),
    example: LocalizedText(
      nl: "`percent` past niet bij een aantal.",
      en: "`percent` does not suit a count."))

  static let unknownFigure = FindingRule(
    "text-unknown-figure", .text, .error,
    explanation: LocalizedText(
      nl: "Een uitdrukking noemt een figuur van deze editie.",
      en: "An expression names a figure of this edition."),
    remedy: LocalizedText(
      nl: "Kies een figuur uit figures.yaml.",
      en: "Choose a figure from figures.yaml."),
    example: LocalizedText(
      nl: "er is geen figuur `2.33`; bedoelt u `2.3`?",
      en: "there is no figure `2.33`; did you mean `2.3`?"))

  static let unknownConstant = FindingRule(
    "text-unknown-constant", .text, .error,
    explanation: LocalizedText(
      nl: "Een uitdrukking noemt een constante van monitor.yaml.",
      en: "An expression names a constant of monitor.yaml."),
    remedy: LocalizedText(
      nl: "Zet de constante met haar bron bij `constants`, of kies er een die er staat.",
      en: "Put the constant with its source at `constants`, or choose one that is there."),
    example: LocalizedText(
      nl: "er is geen constante `inwoner`; bedoelt u `inwoners`?",
      en: "there is no constant `inhabitant`; did you mean `inhabitants`?"))

  static let unknownRow = FindingRule(
    "text-unknown-row", .text, .error,
    explanation: LocalizedText(
      nl: "Een uitdrukking noemt een rij van de figuur.",
      en: "An expression names a row of the figure."),
    remedy: LocalizedText(
      nl: "Gebruik de code of het opschrift van de rij.",
      en: "Use the code or the label of the row."),
    example: LocalizedText(
      nl: "figuur fig-2.3 heeft geen rij `sexuel`; bedoelt u `sexual`?",
      en: "figure fig-2.3 has no row `sexuel`; did you mean `sexual`?"))

  static let unknownColumn = FindingRule(
    "text-unknown-column", .text, .error,
    explanation: LocalizedText(
      nl: "Een uitdrukking noemt een kolom van de figuur.",
      en: "An expression names a column of the figure."),
    remedy: LocalizedText(
      nl: "Gebruik de code of het opschrift van de kolom.",
      en: "Use the code or the label of the column."),
    example: LocalizedText(
      nl: "figuur fig-2.3 heeft geen kolom `2014`; de kolommen zijn 2015, 2016, 2017, 2018, 2019, total.",
      en: "figure fig-2.3 has no column `2014`; the columns are 2015, 2016, 2017, 2018, 2019, total."))

  static let notACount = FindingRule(
    "text-not-a-count", .text, .error,
    explanation: LocalizedText(
      nl: "`count` geeft een geheel aantal.",
      en: "`count` gives a whole number."),
    remedy: LocalizedText(
      nl: "Gebruik `value` voor een gemiddelde, een percentage of een ander getal.",
      en: "Use `value` for a mean, a percentage or another number."),
    example: LocalizedText(
      nl: "rij `mean-age` van fig-2.10 is geen aantal.",
      en: "row `mean-age` of fig-2.10 is no count."))

  static let kinds = FindingRule(
    "text-kinds", .text, .error,
    explanation: LocalizedText(
      nl: "Getallen van een verschillende soort of eenheid worden niet opgeteld.",
      en: "Numbers of different kinds or units are not added."),
    remedy: LocalizedText(
      nl: "Reken met getallen van dezelfde soort.",
      en: "Compute with numbers of the same kind."),
    example: LocalizedText(
      nl: "een aantal en een percentage kunnen niet worden opgeteld.",
      en: "a count and a percentage cannot be added."))

  static let literal = FindingRule(
    "text-literal", .text, .error,
    explanation: LocalizedText(
      nl: "Een los getal in een uitdrukking is een bekende maat met haar naam, of een grens in een vergelijking.",
      en: "A bare number in an expression is a known measure with its name, or a bound in a comparison."),
    remedy: LocalizedText(
      nl: "Schrijf achter het getal tussen aanhalingstekens wat het is: `12 \"maanden in een jaar\"`.",
      en: "Write behind the number, between quotation marks, what it is: `12 \"months in a year\"`."),
    example: LocalizedText(
      nl: "het getal 12 heeft geen uitleg.",
      en: "the number 12 has no explanation."))

  static let hollow = FindingRule(
    "text-hollow", .text, .error,
    explanation: LocalizedText(
      nl: "Wat een tekst berekent of vraagt, hangt af van de getallen die er staan.",
      en: "What a text computes or asks depends on the numbers it names."),
    remedy: LocalizedText(
      nl: "Noem twee verschillende getallen, of laat de uitdrukking weg.",
      en: "Name two different numbers, or leave the expression out."),
    example: LocalizedText(
      nl: "`ratio(total(2.3, 2019), total(2.3, 2019))` hangt niet af van de getallen.",
      en: "`ratio(total(2.3, 2019), total(2.3, 2019))` does not depend on the numbers."))

  static let seriesBreak = FindingRule(
    "text-break", .text, .error,
    explanation: LocalizedText(
      nl: "Wie getallen van voor en na een breuk in een reeks vergelijkt, noemt die breuk in dezelfde zin.",
      en: "Whoever compares numbers from before and after a break in a series names that break in the same sentence."),
    remedy: LocalizedText(
      nl: "Zet {{ break(figuur, jaar) }} in de zin, of laat de vergelijking weg.",
      en: "Put {{ break(figure, year) }} in the sentence, or leave the comparison out."),
    example: LocalizedText(
      nl: "`change(…)` vergelijkt over een breuk heen: fig-2.3 is vanaf 2018 niet te vergelijken met eerder.",
      en: "`change(…)` compares across a break: from 2018 fig-2.3 is not comparable with before."))

  static let divisionByZero = FindingRule(
    "text-division-by-zero", .text, .error,
    explanation: LocalizedText(
      nl: "Een aandeel of verandering ten opzichte van nul bestaat niet.",
      en: "A share of nothing or a change from nothing does not exist."),
    remedy: LocalizedText(
      nl: "Zeg het met aantallen, of maak de zin voorwaardelijk met {{ if … }}.",
      en: "Say it in counts, or make the sentence conditional with {{ if … }}."),
    example: LocalizedText(
      nl: "in `share(…)` wordt gedeeld door nul.",
      en: "`share(…)` divides by zero."))

  static let tooLarge = FindingRule(
    "text-too-large", .text, .error,
    explanation: LocalizedText(
      nl: "Gerekend wordt met gehele getallen van 64 bits.",
      en: "Computing is done in integers of 64 bits."),
    remedy: LocalizedText(
      nl: "Reken in kleinere stappen.",
      en: "Compute in smaller steps."),
    example: LocalizedText(
      nl: "de uitkomst is te groot om exact te zijn.",
      en: "the result is too large to be exact."))

  static let estimate = FindingRule(
    "text-estimate", .text, .error,
    explanation: LocalizedText(
      nl: "Een schatting wordt met haar interval genoemd; er wordt niet mee verder gerekend.",
      en: "An estimate is told with its interval; nothing is computed from it."),
    remedy: LocalizedText(
      nl: "Noem de schatting zelf, of laat de berekening een figuur worden.",
      en: "Tell the estimate itself, or make the computation a figure."),
    example: LocalizedText(
      nl: "met een schatting wordt in een tekst niet gerekend.",
      en: "a text does not compute with an estimate."))

  static let missing = FindingRule(
    "text-missing", .text, .error,
    explanation: LocalizedText(
      nl: "Over een getal dat er niet is, kan niets worden beweerd.",
      en: "Nothing can be claimed about a number that is not there."),
    remedy: LocalizedText(
      nl: "Zet de zin tussen {{ if delivered(…) }} en {{ end }}.",
      en: "Put the sentence between {{ if delivered(…) }} and {{ end }}."),
    example: LocalizedText(
      nl: "er is geen getal: niet geleverd.",
      en: "there is no number: not delivered."))
}
