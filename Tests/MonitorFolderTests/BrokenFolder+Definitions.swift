/// Mistakes in definitions with years, and in constants.
extension BrokenFolder {
  private static let everyone = "definition: { nl: Iedereen., en: Everyone. }"
  private static let later = "nl: Later., en: Later., reason: { nl: Zo., en: So. }"
  private static let arrival = "definition: { nl: Ieder die zich meldt., en: Everyone who comes forward. }"
  private static let days = "provenance: registered\nconstants:\n  - "
  private static let day =
    "constant: dagen, nl: dagen van de actie, en: days of the campaign, unit: { nl: dagen, en: days }, source: { nl: Gemeente, en: Municipality }"

  static let definitions: [BrokenFolder] = [
    BrokenFolder(
      .small, "sources.yaml", everyone, "definition: [{ nl: A., en: A., to: 2017 }, { from: 2019, \(later) }]",
      Told(
        "definition-years", at: 16, nl: "in 2018 heeft melder zorg geen definitie.",
        en: "in 2018 source zorg has no definition.")),
    BrokenFolder(
      .small, "sources.yaml", everyone, "definition: [{ nl: A., en: A., to: 2019 }, { from: 2019, \(later) }]",
      Told(
        "definition-years", at: 16,
        nl: "twee definities van melder zorg gelden in 2019; er geldt er één tegelijk, op volgorde van jaren.",
        en: "two definitions of source zorg hold in 2019; one holds at a time, in the order of the years.")),
    BrokenFolder(
      .small, "sources.yaml", everyone,
      "definition: [{ nl: A., en: A. }, { from: 2019, to: 2018, \(later) }]",
      Told(
        "definition-years", at: 16,
        nl: "een definitie van melder zorg eindigt in 2018, voordat zij in 2019 begint.",
        en: "a definition of source zorg ends in 2018, before it begins in 2019.")),
    BrokenFolder(
      .small, "sources.yaml", everyone, "definition: [{ nl: A., en: A. }, { from: 2019, nl: B., en: B. }]",
      Told(
        "missing-key", at: 16, nl: "in een definitie van melder zorg ontbreekt `reason`.",
        en: "`reason` is missing from a definition of source zorg.")),
    BrokenFolder(
      .small, "sources.yaml", everyone,
      "definition: [{ nl: A., en: A. }, { from: 2019, tables: [contacts], \(later) }]",
      Told(
        "unknown-key", at: 16, nl: "`tables` hoort alleen bij een melder die tellingen levert.",
        en: "`tables` belongs to a source that delivers counts only.")),
    BrokenFolder(
      .counts, "sources.yaml", arrival,
      "definition: [{ nl: A., en: A. }, { from: 2024, tables: [by-kinds], \(later) }]",
      Told(
        "unknown-reference", at: 4,
        nl: "onbekende tabel `by-kinds` in een definitie van melder centrum; bedoelt u `by-kind`?",
        en: "unknown table `by-kinds` in a definition of source centrum; did you mean `by-kind`?")),
    BrokenFolder(
      .small, "codebook.yaml", "{ code: sexual, nl: Seksueel, en: Sexual }",
      "{ code: sexual, nl: Seksueel, en: Sexual, definition: [{ nl: A., en: A., reason: { nl: Zo., en: So. } }] }",
      Told(
        "unknown-key", at: 7,
        nl:
          "`reason` hoort bij een latere definitie van categorie sexual van variabele form: de eerste verandert niets.",
        en: "`reason` belongs to a later definition of category sexual of variable form: the first changes nothing.")),
    BrokenFolder(
      .small, "monitor.yaml", "provenance: registered",
      days + "{ \(day), value: 0, dated: 2019 }",
      Told(
        "out-of-range", at: 10, nl: "`value` in constante dagen moet groter zijn dan 0.",
        en: "`value` in constant dagen has to be above 0.")),
    BrokenFolder(
      .small, "monitor.yaml", "provenance: registered",
      days + "{ \(day), value: 30, dated: 2019-13 }",
      Told(
        "out-of-range", at: 10,
        nl: "`dated` in constante dagen is geen bestaande datum in de vorm 2018-05-25, 2018-05 of 2018.",
        en: "`dated` in constant dagen is no existing date written as 2018-05-25, 2018-05 or 2018.")),
    BrokenFolder(
      .small, "monitor.yaml", "provenance: registered",
      days
        + "{ constant: ooit, nl: ooit gezien, en: ever seen, value: 450, unit: { nl: slachtoffers, en: victims }, source: { nl: Wij, en: We }, dated: 2019 }",
      Told(
        "constant-unit", at: 10,
        nl: "constante ooit is een aantal slachtoffers; die telt de editie zelf, in een figuur.",
        en: "constant ooit is a number of victims; those the edition counts itself, in a figure.")),
  ]
}
