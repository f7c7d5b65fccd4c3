public import Model

/// What the check of a monitor folder can find: the files themselves, and the shape of what is in them.
extension FindingRule {
  /// Every rule of the folder, in the order in which it is explained.
  public static let folderRules =
    fileRules + nameRules + sourceRules + figureRules + areaRules + estimateRules + textFileRules

  static let fileRules = [
    folderUnreadable, fileMissing, fileUnreadable, fileTooLarge, fileNotText, yamlSyntax, textCut, yamlTooLarge,
    unknownKey,
    missingKey, wrongKind, incompleteText, unknownWord, unusableName, duplicateName, outOfRange,
  ]

  /// A rule without which the folder cannot be used.
  static func folder(
    _ id: String, explanation: LocalizedText, remedy: LocalizedText, example: LocalizedText
  ) -> FindingRule {
    FindingRule(id, .folder, .fatal, explanation: explanation, remedy: remedy, example: example)
  }

  static let folderUnreadable = folder(
    "folder-unreadable",
    explanation: LocalizedText(
      nl: "De map van de monitor bestaat niet, is geen map of mag niet worden gelezen.",
      en: "The folder of the monitor does not exist, is no folder or may not be read."),
    remedy: LocalizedText(
      nl: "Geef de map op waarin monitor.yaml staat.", en: "Name the folder that holds monitor.yaml."),
    example: LocalizedText(nl: "deze map bestaat niet.", en: "this folder does not exist."))

  static let fileMissing = folder(
    "file-missing",
    explanation: LocalizedText(
      nl: "Een monitor bestaat uit vijf bestanden; elk daarvan moet er zijn.",
      en: "A monitor consists of five files; each of them has to be there."),
    remedy: LocalizedText(
      nl: "Zet het bestand in de map; een bestaande monitor is een goed voorbeeld.",
      en: "Put the file into the folder; an existing monitor is a good example."),
    example: LocalizedText(
      nl: "dit bestand ontbreekt in de map van de monitor.", en: "this file is missing from the monitor's folder."))

  static let fileUnreadable = folder(
    "file-unreadable",
    explanation: LocalizedText(
      nl: "Een bestand van de monitor is een map of mag niet worden gelezen.",
      en: "A file of the monitor is a folder or may not be read."),
    remedy: LocalizedText(
      nl: "Maak het een leesbaar tekstbestand.", en: "Make it a text file that may be read."),
    example: LocalizedText(nl: "dit is een map en geen bestand.", en: "this is a folder and not a file."))

  static let fileTooLarge = folder(
    "file-too-large",
    explanation: LocalizedText(
      nl: "Een bestand van de monitor is tekst voor mensen en wordt nooit zo groot.",
      en: "A file of the monitor is text for people and never grows that large."),
    remedy: LocalizedText(
      nl: "Kijk of hier het juiste bestand staat.", en: "See whether the right file stands here."),
    example: LocalizedText(
      nl: "het bestand is groter dan 1 MB.", en: "the file is larger than 1 MB."))

  static let fileNotText = folder(
    "file-not-text",
    explanation: LocalizedText(
      nl: "De bestanden van een monitor zijn tekst in UTF-8.", en: "The files of a monitor are text in UTF-8."),
    remedy: LocalizedText(
      nl: "Sla het bestand opnieuw op als UTF-8.", en: "Save the file again as UTF-8."),
    example: LocalizedText(
      nl: "dit teken is geen UTF-8.", en: "this character is not UTF-8."))

  static let yamlSyntax = folder(
    "yaml-syntax",
    explanation: LocalizedText(
      nl: "De tekst volgt de regels van YAML niet: inspringing, aanhalingstekens, dubbele punten.",
      en: "The text does not follow the rules of YAML: indentation, quotes, colons."),
    remedy: LocalizedText(
      nl: "Kijk op deze regel en de regel erboven naar inspringing, aanhalingstekens en dubbele punten.",
      en: "Look at indentation, quotes and colons on this line and the one above."),
    example: LocalizedText(
      nl: "hier staat een tab in de inspringing; spring in met spaties.",
      en: "here is a tab in the indentation; indent with spaces."))

  static let textCut = FindingRule(
    "text-cut", .folder, .warning,
    explanation: LocalizedText(
      nl:
        "In YAML begint ` #` een opmerking, ook midden in een tekst zonder aanhalingstekens. Een opmerking schrijft u als `# zo`.",
      en:
        "In YAML ` #` begins a remark, also in the middle of a text without quotes. A remark is written `# like this`."),
    remedy: LocalizedText(
      nl: "Zet de tekst tussen aanhalingstekens, of zet een spatie na de # van een opmerking.",
      en: "Put the text between quotes, or a blank after the # of a remark."),
    example: LocalizedText(
      nl: "wat na ` #` staat, is een opmerking en hoort niet bij de tekst.",
      en: "what stands after ` #` is a remark and no part of the text."))

  static let yamlTooLarge = folder(
    "yaml-too-large",
    explanation: LocalizedText(
      nl: "Ankers (&) en verwijzingen (*) kunnen een klein bestand laten uitdijen; daar is een grens aan.",
      en: "Anchors (&) and aliases (*) can make a small file swell; there is a limit to that."),
    remedy: LocalizedText(
      nl: "Gebruik minder verwijzingen in elkaar.", en: "Use fewer aliases within each other."),
    example: LocalizedText(
      nl: "uitgeschreven heeft dit bestand meer dan 200000 onderdelen.",
      en: "written out this file has more than 200000 parts."))

  static let unknownKey = folder(
    "unknown-key",
    explanation: LocalizedText(
      nl: "Een sleutel die Zicht niet kent, wordt nooit stil genegeerd.",
      en: "A key that Zicht does not know is never ignored in silence."),
    remedy: LocalizedText(
      nl: "Verbeter de sleutel of haal de regel weg.", en: "Mend the key or take the line out."),
    example: LocalizedText(
      nl: "onbekende sleutel `titel` in figuur fig-2.4a; bedoelt u `title`?",
      en: "unknown key `titel` in figure fig-2.4a; did you mean `title`?"))

  static let missingKey = folder(
    "missing-key",
    explanation: LocalizedText(
      nl: "Wat nodig is, heeft geen stilzwijgende waarde.", en: "What is required has no silent default."),
    remedy: LocalizedText(nl: "Voeg de sleutel toe.", en: "Add the key."),
    example: LocalizedText(
      nl: "in monitor.yaml ontbreekt `seed`.", en: "`seed` is missing from monitor.yaml."))

  static let wrongKind = folder(
    "wrong-kind",
    explanation: LocalizedText(
      nl: "Op deze plek hoort iets van een andere soort: een tekst, een getal, een lijst of sleutels met waarden.",
      en: "Something of another kind belongs here: a text, a number, a list or keys with values."),
    remedy: LocalizedText(
      nl: "Schrijf het zoals in de handleiding of in een bestaande monitor.",
      en: "Write it as the manual or an existing monitor does."),
    example: LocalizedText(
      nl: "bij `seed` in monitor.yaml hoort een geheel getal.", en: "`seed` in monitor.yaml takes a whole number."))

  static let incompleteText = folder(
    "incomplete-text",
    explanation: LocalizedText(
      nl: "Alles wat lezers zien, staat er in het Nederlands en in het Engels.",
      en: "Everything readers see is there in Dutch and in English."),
    remedy: LocalizedText(
      nl: "Schrijf de tekst als `{ nl: …, en: … }`.", en: "Write the text as `{ nl: …, en: … }`."),
    example: LocalizedText(
      nl: "bij `title` in figuur fig-2.4a ontbreekt de Engelse tekst (`en`).",
      en: "`title` in figure fig-2.4a lacks the English text (`en`)."))

  static let unknownWord = folder(
    "unknown-word",
    explanation: LocalizedText(
      nl: "Op deze plek past maar een klein aantal woorden.", en: "Only a small number of words fits here."),
    remedy: LocalizedText(nl: "Kies een van de bekende woorden.", en: "Choose one of the known words."),
    example: LocalizedText(
      nl: "onbekende waarde `barren` bij `chart` in figuur fig-2.4a; mogelijk zijn lines, none, rankedBars.",
      en: "unknown value `barren` for `chart` in figure fig-2.4a; possible are lines, none, rankedBars."))

  static let unusableName = folder(
    "unusable-name",
    explanation: LocalizedText(
      nl: "Namen komen in bestandsnamen, voorwaarden en adressen terecht en bestaan uit letters, cijfers, - . en _.",
      en: "Names end up in file names, conditions and addresses and consist of letters, digits, - . and _."),
    remedy: LocalizedText(
      nl: "Gebruik alleen letters, cijfers, streepjes, punten en lage strepen, en begin met een letter of cijfer.",
      en: "Use only letters, digits, hyphens, full stops and underscores, and begin with a letter or digit."),
    example: LocalizedText(
      nl: "de naam `fig 2/4` van een figuur kan niet.", en: "the name `fig 2/4` of a figure cannot be used."))

  static let duplicateName = folder(
    "duplicate-name",
    explanation: LocalizedText(
      nl: "Elke naam, code of sleutel komt op zijn plek één keer voor.",
      en: "Each name, code or key occurs once in its place."),
    remedy: LocalizedText(nl: "Geef een van beide een andere naam.", en: "Give one of the two another name."),
    example: LocalizedText(
      nl: "de figuur `fig-2.4a` staat er al, op regel 72.", en: "the figure `fig-2.4a` is there already, on line 72."))

  static let outOfRange = folder(
    "out-of-range",
    explanation: LocalizedText(
      nl: "Jaren, datums, grenzen en aantallen moeten kunnen.",
      en: "Years, dates, bounds and numbers have to be possible."),
    remedy: LocalizedText(nl: "Verbeter de waarde.", en: "Mend the value."),
    example: LocalizedText(
      nl: "het laatste jaar (2014) ligt voor het eerste (2015).",
      en: "the last year (2014) lies before the first (2015)."))
}
