package import Model

/// What can be wrong with the form of a text.
extension FindingRule {
  /// Every rule of texts, in the order in which it is explained.
  package static let textRules = formRules + expressionRules + wordRules

  static let formRules = [title, structure, unclosed, syntax, quotation, link, note, placement]

  static let title = FindingRule(
    "text-title", .text, .error,
    explanation: LocalizedText(
      nl: "Een tekst begint met één titel.",
      en: "A text begins with one title."),
    remedy: LocalizedText(
      nl: "Begin het bestand met een regel `# Titel`.",
      en: "Begin the file with a line `# Title`."),
    example: LocalizedText(
      nl: "deze tekst heeft geen titel.",
      en: "this text has no title."))

  static let structure = FindingRule(
    "text-structure", .text, .error,
    explanation: LocalizedText(
      nl: "Een blok tussen `:::` en een keuze tussen `{{ if }}` en `{{ end }}` hebben een begin en een einde.",
      en: "A block between `:::` and a choice between `{{ if }}` and `{{ end }}` have a beginning and an end."),
    remedy: LocalizedText(
      nl: "Zet het ontbrekende begin of einde erbij.",
      en: "Add the missing beginning or end."),
    example: LocalizedText(
      nl: "het blok `definition` wordt niet afgesloten.",
      en: "the block `definition` is never closed."))

  static let unclosed = FindingRule(
    "text-unclosed", .text, .error,
    explanation: LocalizedText(
      nl: "Een uitdrukking eindigt met `}}` en een citaat met `]]`, binnen dezelfde alinea.",
      en: "An expression ends with `}}` and a quotation with `]]`, within the same paragraph."),
    remedy: LocalizedText(
      nl: "Sluit de uitdrukking of het citaat af.",
      en: "Close the expression or the quotation."),
    example: LocalizedText(
      nl: "deze uitdrukking wordt niet afgesloten met `}}`.",
      en: "this expression is not closed with `}}`."))

  static let syntax = FindingRule(
    "text-syntax", .text, .error,
    explanation: LocalizedText(
      nl: "Een uitdrukking bestaat uit functies, rekentekens en filters.",
      en: "An expression consists of functions, arithmetic and filters."),
    remedy: LocalizedText(
      nl: "De functies en filters staan in docs/narrative.md.",
      en: "The functions and filters are in docs/narrative.md."),
    example: LocalizedText(
      nl: "na de uitdrukking staat nog `extra`.",
      en: "after the expression there still is `extra`."))

  static let quotation = FindingRule(
    "text-quotation", .text, .error,
    explanation: LocalizedText(
      nl: "Een citaat noemt zijn bron.",
      en: "A quotation names its source."),
    remedy: LocalizedText(
      nl: "Schrijf [[ woorden | bron ]].",
      en: "Write [[ words | source ]]."),
    example: LocalizedText(
      nl: "dit citaat heeft geen bron.",
      en: "this quotation has no source."))

  static let link = FindingRule(
    "text-link", .text, .error,
    explanation: LocalizedText(
      nl: "Een verwijzing gaat naar https, mailto, een plaats in de editie of een figuur of tekst ervan.",
      en: "A link leads to https, mailto, a place in the edition, or a figure or text of it."),
    remedy: LocalizedText(
      nl: "Gebruik https://…, mailto:…, figure:2.3, text:naam, method: of #kop.",
      en: "Use https://…, mailto:…, figure:2.3, text:name, method: or #heading."),
    example: LocalizedText(
      nl: "naar `javascript:x` wordt niet verwezen.",
      en: "`javascript:x` is not linked to."))

  static let note = FindingRule(
    "text-note", .text, .error,
    explanation: LocalizedText(
      nl: "Een noot wordt één keer omschreven en ten minste één keer genoemd.",
      en: "A note is written once and referred to at least once."),
    remedy: LocalizedText(
      nl: "Schrijf `[^naam]: tekst` op een regel van zijn eigen.",
      en: "Write `[^name]: text` on a line of its own."),
    example: LocalizedText(
      nl: "de noot `bron` bestaat niet.",
      en: "there is no note `bron`."))

  static let placement = FindingRule(
    "text-placement", .text, .error,
    explanation: LocalizedText(
      nl: "{{ figure(…) }} staat alleen in een alinea, en elke figuur staat één keer in een tekst.",
      en: "{{ figure(…) }} stands alone in a paragraph, and a figure stands once in a text."),
    remedy: LocalizedText(
      nl: "Zet er een lege regel voor en na.",
      en: "Put an empty line before and after it."),
    example: LocalizedText(
      nl: "{{ figure(2.3) }} staat midden in een zin.",
      en: "{{ figure(2.3) }} stands in the middle of a sentence."))
}
