/// Mistakes in tables of counts.
extension BrokenFolder {
  static let countTables: [BrokenFolder] = [
    BrokenFolder(
      .counts, "sources.yaml", "tables:\n", "tabellen:\n",
      Told(
        "unknown-key", at: 6, nl: "onbekende sleutel `tabellen` in een melder; bedoelt u `tables`?",
        en: "unknown key `tabellen` in a source; did you mean `tables`?")),
    BrokenFolder(
      .counts, "sources.yaml", "label: { nl: Contacten naar soort, en: Contacts by kind }",
      "label: { nl: deze levering is volledig, en: x }",
      Told(
        "count-table", at: 8, nl: "tabel by-kind heet zoals de slotrij van de levering.",
        en: "table by-kind is called like the closing row of a delivery.")),
    BrokenFolder(
      .counts, "sources.yaml", "explanation: { nl: Elk contact telt opnieuw., en: Every contact counts again. }\n", "",
      Told(
        "yaml-syntax", at: 9, nl: "hier klopt de inspringing of de opmaak niet.",
        en: "indentation or layout is wrong here.")),
    BrokenFolder(
      .counts, "sources.yaml", "kind: { percentage: 1 }", "kind: percentage",
      Told(
        "unknown-word", at: 34, nl: "onbekende waarde `percentage` bij `kind` in tabel share; mogelijk zijn count.",
        en: "unknown value `percentage` for `kind` in table share; possible are count.")),
    BrokenFolder(
      .counts, "sources.yaml", "kind: { percentage: 1 }", "kind: { percentage: 7 }",
      Told(
        "out-of-range", at: 34, nl: "`percentage` in `kind` in tabel share moet tussen 0 en 6 liggen.",
        en: "`percentage` in `kind` in table share has to lie between 0 and 6.")),
    BrokenFolder(
      .counts, "sources.yaml", "kind: { percentage: 1 }", "kind: { decimals: 1 }",
      Told(
        "missing-key", at: 34, nl: "in `kind` in tabel share ontbreekt `number`.",
        en: "`number` is missing from `kind` in table share.")),
    BrokenFolder(
      .counts, "sources.yaml", "years: [2024]", "years: [2024, 2024]",
      Told(
        "duplicate-name", at: 18, nl: "`2024` staat twee keer in `years` van tabel by-age.",
        en: "`2024` is twice in `years` of table by-age.")),
    BrokenFolder(
      .counts, "sources.yaml", "years: [2024]", "years: []",
      Told(
        "count-table", at: 18, nl: "tabel by-age vraagt geen enkel jaar.", en: "table by-age asks for no year at all.")),
    BrokenFolder(
      .counts, "sources.yaml", "years: [2024]", "years: [later]",
      Told(
        "out-of-range", at: 18, nl: "`later` bij `years` in tabel by-age is geen jaar van 2023 tot en met 2024.",
        en: "`later` for `years` in table by-age is no year from 2023 to 2024.")),
    BrokenFolder(
      .counts, "sources.yaml", "kind: { percentage: 1 }", "answers: several",
      Told(
        "count-table", at: 34, nl: "tabel share heeft meer antwoorden, maar geen kenmerken.",
        en: "table share has several answers, but no axes.")),
    BrokenFolder(
      .counts, "sources.yaml", "variable: contactKind, words", "variable: source, words",
      Told(
        "unsuitable-variable", at: 13,
        nl: "`source` in kenmerk soort van tabel by-kind bestaat hier niet: een levering is van één melder.",
        en: "`source` in axis soort of table by-kind does not exist here: a delivery is of one source.")),
    BrokenFolder(
      .counts, "sources.yaml", "header: soort, ", "",
      Told(
        "missing-key", at: 13, nl: "in een kenmerk van tabel by-kind ontbreekt `header`.",
        en: "`header` is missing from an axis of table by-kind.")),
    BrokenFolder(
      .counts, "sources.yaml", "- { header: soort, variable",
      "- { header: SOORT, variable: means }\n          - { header: soort, variable",
      Told(
        "duplicate-name", at: 14, nl: "het kenmerk `soort` staat er al, op regel 13.",
        en: "the axis `soort` is there already, on line 13.")),
    BrokenFolder(
      .counts, "sources.yaml", "- { header: soort, variable",
      "- { header: andere, variable: contactKind }\n          - { header: soort, variable",
      Told(
        "duplicate-name", at: 14, nl: "de variabele `contactKind` staat er al, op regel 13.",
        en: "the variable `contactKind` is there already, on line 13.")),
    BrokenFolder(
      .counts, "sources.yaml", "arbeid: labour", "arbeid: [labour]",
      Told(
        "wrong-kind", at: 13, nl: "bij `arbeid` in `words` in kenmerk soort van tabel by-kind hoort een tekst.",
        en: "`arbeid` in `words` in axis soort of table by-kind takes a text.")),
    BrokenFolder(
      .counts, "sources.yaml", "words: { seks: sexual, arbeid: labour, onbekend: unknown }", "words: {}",
      Told(
        "count-table", at: 13, nl: "kenmerk soort van tabel by-kind heeft geen enkel woord.",
        en: "axis soort of table by-kind has no word at all.")),
    BrokenFolder(
      .counts, "sources.yaml", "axes:\n          - { header: leeftijd, variable: ageClass }", "axes: leeftijd",
      Told(
        "wrong-kind", at: 19, nl: "bij `axes` in tabel by-age hoort een lijst.",
        en: "`axes` in table by-age takes a list.")),
    BrokenFolder(
      .counts, "sources.yaml", "total: true", "total: ja",
      Told(
        "wrong-kind", at: 11, nl: "bij `total` in tabel by-kind hoort true of false.",
        en: "`total` in table by-kind takes true or false.")),
    BrokenFolder(
      .counts, "sources.yaml", "    label: { nl: Centrum, en: Centre }\n", "",
      Told(
        "missing-key", at: 2, nl: "in melder centrum ontbreekt `label`.", en: "`label` is missing from source centrum.")
    ),
    BrokenFolder(
      .counts, "monitor.yaml", "period: { from: 2023, to: 2024 }", "period: { from: 2024, to: 2023 }",
      Told(
        "out-of-range", at: 5, nl: "het laatste jaar (2023) ligt voor het eerste (2024).",
        en: "the last year (2023) lies before the first (2024).")),
  ]
}
