/// Mistakes in `sources.yaml`, continued.
extension BrokenFolder {
  static let sources2: [BrokenFolder] = [
    BrokenFolder(
      .small, "sources.yaml", "header: opmerking", "header: Land",
      Told(
        "duplicate-name", at: 18, nl: "de kolom `land` staat er al, op regel 18.",
        en: "the column `land` is there already, on line 18.")),
    BrokenFolder(
      .small, "sources.yaml", "arbeid: labour", "arbeid: [labour]",
      Told(
        "wrong-kind", at: 20, nl: "bij `arbeid` in `values` in kolom vorm hoort een tekst.",
        en: "`arbeid` in `values` in column vorm takes a text.")),
    BrokenFolder(
      .small, "sources.yaml", "variable: age, explan", "variable: age, values: { oud: adult }, explan",
      Told(
        "unknown-category", at: 21, nl: "onbekende categorie `adult` van `age` in kolom leeftijd.",
        en: "unknown category `adult` of `age` in column leeftijd.")),
    BrokenFolder(
      .small, "sources.yaml", "variable: form, values", "variable: form, separator: a, values",
      Told(
        "out-of-range", at: 20, nl: "`separator` in kolom vorm moet één leesteken zijn, zoals +.",
        en: "`separator` in column vorm has to be one punctuation mark, such as +.")),
    BrokenFolder(
      .small, "sources.yaml", "person: true, required: true", "person: true, required: ja",
      Told(
        "wrong-kind", at: 18, nl: "bij `required` in kolom nummer hoort true of false.",
        en: "`required` in column nummer takes true or false.")),
    BrokenFolder(
      .small, "sources.yaml", "variable: country", "variable: contry",
      Told(
        "unknown-variable", at: 22, nl: "onbekende variabele `contry` in kolom land; bedoelt u `country`?",
        en: "unknown variable `contry` in column land; did you mean `country`?")),
    BrokenFolder(
      .small, "sources.yaml", "columns:\n", "kolommen:\n",
      Told(
        "unknown-key", at: 17, nl: "onbekende sleutel `kolommen` in een melder; bedoelt u `columns`?",
        en: "unknown key `kolommen` in a source; did you mean `columns`?")),
    BrokenFolder(
      .small, "sources.yaml", "group: care", "group: care\n    tables: []",
      Told(
        "unknown-key", at: 14, nl: "`tables` hoort niet bij melder zorg, die meldingen levert.",
        en: "`tables` does not belong to source zorg, which delivers records.")),
  ]
}
