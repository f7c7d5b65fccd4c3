import Model

/// What the check of a monitor folder can find: figures that ask what their table cannot give.
extension FindingRule {
  static let figureRules = [unsuitableChart, countFigure, classesApart, sourceUndelivered]

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

  static let sourceUndelivered = FindingRule(
    "source-undelivered", .folder, .warning,
    explanation: LocalizedText(
      nl: "Een figuur vraagt aantallen van een melder van wie nog niets is ontvangen.",
      en: "A figure asks for counts of a source of which nothing has been received."),
    remedy: LocalizedText(
      nl: "Ontvang de levering met zicht receive, of laat de cellen zeggen dat zij ontbreekt.",
      en: "Receive the delivery with zicht receive, or let the cells say that it is missing."),
    example: LocalizedText(
      nl: "van melder essm is er geen levering; in essm-clienten staat `niet geleverd`.",
      en: "there is no delivery of source essm; essm-clienten say `not delivered`."))

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
}
