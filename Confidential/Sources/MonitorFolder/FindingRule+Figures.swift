public import Model

/// What the check of a monitor folder can find: figures that ask what their table cannot give.
extension FindingRule {
  static let figureRules = [
    unsuitableChart, countFigure, classesApart, cannotBeBuilt, explanationOutside, statedNumber, statedVerdict,
    constantUnit,
  ]

  static let unsuitableChart = folder(
    "unsuitable-chart",
    explanation: LocalizedText(
      nl: "Een grafiek past bij een vorm van de tabel: topTable bij een toplijst, rankedBars bij een totaalkolom "
        + "of zonder kolommen, lines en stackedBars bij kolommen.",
      en: "A chart suits a shape of table: topTable a top list, rankedBars a total column or no columns, "
        + "lines and stackedBars columns."),
    remedy: LocalizedText(
      nl: "Kies een andere grafiek of geef de tabel wat de grafiek nodig heeft.",
      en: "Choose another chart or give the table what the chart needs."),
    example: LocalizedText(
      nl: "de grafiek `topTable` van figuur fig-2.9 heeft een toplijst nodig.",
      en: "the chart `topTable` of figure fig-2.9 needs a top list."))

  static let countFigure = folder(
    "count-figure",
    explanation: LocalizedText(
      nl: "Een figuur over geleverde aantallen vraagt alleen wat de tabel van de melder kan zeggen: elk kenmerk staat "
        + "in een rij, een kolom, bij `at`, of mag worden opgeteld.",
      en: "A figure over delivered counts asks only what the table of the source can say: each axis stands in a row, "
        + "in a column, at `at`, or may be added up."),
    remedy: LocalizedText(
      nl: "Zet het kenmerk in `rows`, `columns` of `at`, of kies een andere tabel.",
      en: "Put the axis into `rows`, `columns` or `at`, or choose another table."),
    example: LocalizedText(
      nl: "figuur ckm-vormen laat `form` niet zien, maar de categorieën van tabel forms mogen niet worden opgeteld; "
        + "zet `form: total` bij `at`.",
      en: "figure ckm-vormen does not show `form`, but the categories of table forms cannot be added up; "
        + "put `form: total` at `at`."))

  static let classesApart = FindingRule(
    "classes-apart", .folder, .warning,
    explanation: LocalizedText(
      nl: "Melders tellen in verschillende klassen; alleen klassen die elk van hen kan maken, zijn te vergelijken.",
      en: "Sources count in different classes; only classes that each of them can make can be compared."),
    remedy: LocalizedText(
      nl:
        "De cellen worden `\(Absence.notDerivable.label.nl)`; kies de gemeenschappelijke klassen als dat niet de bedoeling is.",
      en: "The cells become `\(Absence.notDerivable.label.en)`; choose the common classes if that is not what you want."
    ),
    example: LocalizedText(
      nl: "klasse `young` van `ageYoung` is niet te maken uit `agePolice` van tabel victims; gemeenschappelijk zijn: "
        + "onder 18; 18 of meer.",
      en: "class `young` of `ageYoung` cannot be made from `agePolice` of table victims; in common are: under 18; "
        + "18 or more."))

  static let explanationOutside = FindingRule(
    "explanation-outside", .folder, .warning,
    explanation: LocalizedText(
      nl: "Een verklaring staat bij een jaar op de as. Ligt het jaar buiten de periode, dan wordt zij niet getoond.",
      en: "An explanation stands at a year on the axis. When the year is outside the period, it is not shown."),
    remedy: LocalizedText(
      nl: "Haal de verklaring weg, of zet haar bij het jaar dat zij nu verklaart.",
      en: "Remove the explanation, or put it at the year that it explains now."),
    example: LocalizedText(
      nl: "de verklaring bij 2018 valt buiten de periode 2020–2024; klopt zij nog, en wat verklaart de nieuwe jaren?",
      en:
        "the explanation at 2018 is outside the period 2020–2024; does it still hold, and what explains the new years?")
  )

  static let constantUnit = folder(
    "constant-unit",
    explanation: LocalizedText(
      nl: "Een constante is een maat van elders; wat de editie telt, staat in een figuur.",
      en: "A constant is a measure of elsewhere; what the edition counts is in a figure."),
    remedy: LocalizedText(
      nl: "Zet het aantal als aangehaald getal (`quoted`) in een figuur.",
      en: "Put the number into a figure, as a quoted one (`quoted`)."),
    example: LocalizedText(
      nl: "constante slachtoffers-ooit is een aantal slachtoffers; die telt de editie zelf, in een figuur.",
      en: "constant victims-ever is a number of victims; those the edition counts itself, in a figure."))

  /// Also found at a build, where a statement is held against the cells.
  public static let statedNumber = folder(
    "stated-number",
    explanation: LocalizedText(
      nl: "Een getal in een noot, een verklaring of een andere vaste zin staat ook in de figuur waar de zin bij hoort.",
      en: "A number in a note, an explanation or another fixed sentence also stands in the figure it belongs to."),
    remedy: LocalizedText(
      nl: "Schrijf de zin zonder het getal, of met het getal dat de figuur nu heeft.",
      en: "Write the sentence without the number, or with the number that the figure has now."),
    example: LocalizedText(
      nl: "in een noot van fig-2.8 staat 1108; dat getal staat niet in de figuur.",
      en: "a note of fig-2.8 says 1108; that number is not in the figure."))

  /// Found when the folder is checked with its texts, and at a build.
  public static let statedVerdict = folder(
    "stated-verdict",
    explanation: LocalizedText(
      nl: "Wat een getal doet (stijgt, is het meest) staat niet in een titel, een reden of een andere vaste zin.",
      en: "What a number does (rises, is the most) does not stand in a title, a reason or another fixed sentence."),
    remedy: LocalizedText(
      nl: "Schrijf de zin zonder dat woord, of zet hem met het getal in een tekst (`text/`).",
      en: "Write the sentence without that word, or put it with its number into a text (`text/`)."),
    example: LocalizedText(
      nl: "in de titel van fig-2.3 staat “stijgen”; geen getal draagt dat woord.",
      en: "the title of fig-2.3 says “rise”; no number bears that word."))

  /// Found by building over nothing, when all else is right.
  public static let cannotBeBuilt = folder(
    "cannot-be-built",
    explanation: LocalizedText(
      nl: "Met deze map is geen editie te bouwen, wat er ook geleverd wordt.",
      en: "No edition can be built from this folder, whatever is delivered."),
    remedy: LocalizedText(
      nl: "Verbeter wat hier genoemd is, of neem een voorbeeld aan een monitor die er al is.",
      en: "Mend what is named here, or take an existing monitor as an example."),
    example: LocalizedText(
      nl: "figures.yaml, afgeleid getal deel: fig-1 heeft geen kolom 2017; kies uit 2018, 2019.",
      en: "figures.yaml, derived number deel: fig-1 has no column 2017; choose from 2018, 2019."))
}
