import Model

/// What the check of a monitor folder can find: texts by another name, or in one language.
extension FindingRule {
  static let textFileRules = [textName, textLanguage]

  static let textName = folder(
    "text-name",
    explanation: LocalizedText(
      nl: "Een tekst heet `text/NN-naam.nl.md` of `text/NN-naam.en.md`: twee cijfers voor de volgorde, dan kleine "
        + "letters, cijfers en streepjes.",
      en:
        "A text is called `text/NN-name.nl.md` or `text/NN-name.en.md`: two digits for the order, then small letters, "
        + "digits and hyphens."),
    remedy: LocalizedText(
      nl: "Geef het bestand zo'n naam, of zet het ergens anders.", en: "Give the file such a name, or put it elsewhere."
    ),
    example: LocalizedText(nl: "deze naam is geen naam van een tekst.", en: "this name is no name of a text."))

  static let textLanguage = folder(
    "text-language",
    explanation: LocalizedText(
      nl: "Elke tekst staat er in het Nederlands en in het Engels.",
      en: "Every text is there in Dutch and in English."),
    remedy: LocalizedText(
      nl: "Schrijf de tekst ook in de andere taal.", en: "Write the text in the other language too."),
    example: LocalizedText(
      nl: "bij deze tekst ontbreekt text/01-samenvatting.en.md.", en: "this text lacks text/01-samenvatting.en.md."))
}
