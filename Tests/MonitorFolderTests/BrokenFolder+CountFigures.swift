/// Mistakes in figures over counts.
extension BrokenFolder {
  static let countFigures: [BrokenFolder] = [
    BrokenFolder(
      .figures, "figures.yaml", "counts: { source: zorg, table: contacts }\n", "counts: { table: contacts }\n",
      Told(
        "missing-key", at: 11, nl: "in `counts` in figuur soorten ontbreekt `source`.",
        en: "`source` is missing from `counts` in figure soorten.")),
    BrokenFolder(
      .figures, "figures.yaml", "rows: { whole: true }", "rows: { whole: false }",
      Told(
        "missing-key", at: 23, nl: "in figuur geheel ontbreekt `variable`.",
        en: "`variable` is missing from figure geheel.")),
    BrokenFolder(
      .figures, "figures.yaml", "counts: { source: zorg, table: signs }\n",
      "population: all\n    counts: { source: zorg, table: signs }\n",
      Told(
        "count-figure", at: 28,
        nl: "`population` kiest uit gevallen en hoort niet bij figuur signalen, die over geleverde aantallen gaat.",
        en: "`population` selects cases and does not belong to figure signalen, which is over delivered counts.")),
    BrokenFolder(
      .figures, "figures.yaml", "rows:\n      delivered:",
      "counts: { source: zorg, table: contacts }\n    rows:\n      delivered:",
      Told(
        "count-figure", at: 34,
        nl: "in figuur samen noemt elke rij van `delivered` haar eigen tabel; `counts` hoort daar niet bij.",
        en: "in figure samen each row of `delivered` names its own table; `counts` does not go with it.")),
    BrokenFolder(
      .figures, "figures.yaml", "key: work, total: true", "key: w w, total: true",
      Told(
        "unusable-name", at: 36, nl: "de naam `w w` van een rij van figuur samen kan niet.",
        en: "the name `w w` of a row of figure samen cannot be used.")),
    BrokenFolder(
      .figures, "figures.yaml", "at: { kind: sexual } }", "at: { kind: sexual }, key: work }",
      Told(
        "duplicate-name", at: 37, nl: "de rij `work` staat er al, op regel 36.",
        en: "the row `work` is there already, on line 36.")),
    BrokenFolder(
      .figures, "figures.yaml", "at: { kind: sexual }", "at: { kind: sexual }, name: { nl: a, en: a }",
      Told(
        "missing-key", at: 37, nl: "in een rij van figuur samen ontbreekt `label`.",
        en: "`label` is missing from a row of figure samen.")),
    BrokenFolder(
      .figures, "figures.yaml", "at: { kind: sexual } }", "at: { kind: { is: sexual, name: { nl: a, en: a } } } }",
      Told(
        "unknown-key", at: 37, nl: "onbekende sleutel `name` in `kind` in `at` in een rij van figuur samen.",
        en: "unknown key `name` in `kind` in `at` in a row of figure samen.")),
    BrokenFolder(
      .figures, "figures.yaml", "rows:\n      delivered:",
      "row-total: { label: { nl: a, en: a } }\n    rows:\n      delivered:",
      Told(
        "count-figure", at: 34,
        nl: "rijen uit verschillende tabellen worden niet opgeteld; `row-total` kan niet in figuur samen.",
        en: "rows of different tables are not added; `row-total` cannot be in figure samen.")),
    BrokenFolder(
      .figures, "figures.yaml", "rows: { variable: kind, name: { nl: soort, en: kind } }",
      "rows: { series: [{ label: { nl: a, en: a }, when: always }] }",
      Told(
        "count-figure", at: 29,
        nl: "de rijen van figuur signalen moeten een kenmerk van de tabel zijn, of `{ whole: true }`.",
        en: "the rows of figure signalen have to be an axis of the table, or `{ whole: true }`.")),
    BrokenFolder(
      .figures, "figures.yaml", "rows: { whole: true }", "rows: { whole: true }\n    statistic: { share-of-column: 0 }",
      Told(
        "count-figure", at: 24, nl: "een aandeel van de kolom in figuur geheel vraagt een kenmerk in de rijen.",
        en: "a share of the column in figure geheel asks for an axis in the rows.")),
    BrokenFolder(
      .figures, "figures.yaml", "counts: { source: zorg, table: signs }\n",
      "counts: { source: zorg, table: signs, at: { kind: total } }\n",
      Told(
        "count-figure", at: 28,
        nl: "`kind` staat in figuur signalen op twee plaatsen: in een as en bij `at`, of in twee assen.",
        en: "`kind` is in figure signalen twice: on an axis and at `at`, or on two axes."),
      Told(
        "count-figure", at: 28, nl: "figuur signalen vraagt een totaal dat tabel signs niet levert (`total: true`).",
        en: "figure signalen asks for a total that table signs does not deliver (`total: true`).")),
    BrokenFolder(
      .figures, "figures.yaml", "counts: { source: zorg, table: signs }\n",
      "counts: { source: zorg, table: signs }\n    statistic: { share-of-column: 0 }\n",
      Told(
        "count-figure", at: 29, nl: "over tabel signs is in figuur signalen geen aandeel te berekenen.",
        en: "no share can be computed over table signs in figure signalen.")),
    BrokenFolder(
      .figures, "figures.yaml", "counts: { source: zorg, table: signs }\n",
      "counts: { source: zorg, table: signs }\n    columns: [{ variable: kind, name: { nl: soort, en: kind } }]\n",
      Told(
        "count-figure", at: 28,
        nl: "`kind` staat in figuur signalen op twee plaatsen: in een as en bij `at`, of in twee assen.",
        en: "`kind` is in figure signalen twice: on an axis and at `at`, or on two axes.")),
    BrokenFolder(
      .figures, "figures.yaml", "counts: { source: zorg, table: signs }\n",
      "counts: { source: zorg, table: signs }\n    columns: [{ variable: age, name: { nl: leeftijd, en: age } }]\n",
      Told(
        "unknown-variable", at: 29, nl: "tabel signs heeft geen kenmerk `age`, zoals figuur signalen vraagt.",
        en: "table signs has no axis `age`, as figure signalen asks.")),
    BrokenFolder(
      .figures, "figures.yaml", "counts: { source: zorg, table: contacts }\n",
      "counts: { source: zorg, table: contacts }\n    column-total: { label: { nl: T, en: T } }\n    chart: rankedBars\n",
      Told(
        "duplicate-name", at: 17, nl: "de sleutel `chart` staat er twee keer.", en: "the key `chart` is there twice.")),
    BrokenFolder(
      .figures, "figures.yaml",
      "table: contacts, at: { year: { is: 2024, name: { nl: jaar, en: year } } } }\n    rows: { whole: true }",
      "table: contacts, at: { year: { is: 2024, name: { nl: a, en: a } }, kind: { is: labour, name: { nl: b, en: b } } } }\n    rows: { variable: kind, name: { nl: c, en: c } }\n    columns: [{ variable: year, name: { nl: d, en: d } }]",
      Told(
        "count-figure", at: 22, nl: "figuur geheel heeft 4 assen in de open data; er is plaats voor drie.",
        en: "figure geheel has 4 axes in the open data; there is room for three."),
      Told(
        "count-figure", at: 22,
        nl: "`kind` staat in figuur geheel op twee plaatsen: in een as en bij `at`, of in twee assen.",
        en: "`kind` is in figure geheel twice: on an axis and at `at`, or on two axes."), others: 1),
    BrokenFolder(
      .figures, "figures.yaml", "from: [policeAge], pools", "from: [kind], pools",
      Told(
        "unsuitable-variable", at: 43,
        nl: "de categorieën van `kind` hebben geen grenzen (`bounds`), die `from` in figuur leeftijd vraagt.",
        en: "the categories of `kind` have no `bounds`, which `from` in figure leeftijd asks for."),
      Told(
        "unknown-variable", at: 43, nl: "tabel ages heeft geen kenmerk `age`, zoals figuur leeftijd vraagt.",
        en: "table ages has no axis `age`, as figure leeftijd asks.")),
    BrokenFolder(
      .figures, "figures.yaml", "rows: { variable: age, name: { nl: leeftijd, en: age }, from: [policeAge]",
      "rows: { variable: kind, name: { nl: leeftijd, en: age }, from: [policeAge]",
      Told(
        "unknown-category", at: 3, nl: "onbekende categorie `minor` van `kind` in figuur leeftijd.",
        en: "unknown category `minor` of `kind` in figure leeftijd."),
      Told(
        "unknown-category", at: 4, nl: "onbekende categorie `young` van `kind` in figuur leeftijd.",
        en: "unknown category `young` of `kind` in figure leeftijd."), others: 2),
    BrokenFolder(
      .figures, "figures.yaml", "breaks: [{ year: 2024, reason: { nl: Anders., en: Different. } }]",
      "filter: kind is labour\n    summaries: []",
      Told(
        "count-figure", at: 16,
        nl: "`filter` kiest uit gevallen en hoort niet bij figuur soorten, die over geleverde aantallen gaat.",
        en: "`filter` selects cases and does not belong to figure soorten, which is over delivered counts."),
      Told(
        "count-figure", at: 17,
        nl: "`summaries` kiest uit gevallen en hoort niet bij figuur soorten, die over geleverde aantallen gaat.",
        en: "`summaries` selects cases and does not belong to figure soorten, which is over delivered counts.")),
    BrokenFolder(
      .figures, "figures.yaml", "counts: { source: zorg, table: ages }\n", "",
      Told(
        "yaml-syntax", at: 42,
        nl: "deze regel springt verder in dan de regel erboven, die al een waarde heeft.",
        en: "this line is indented deeper than the one above, which has a value already.")),
  ]
}
