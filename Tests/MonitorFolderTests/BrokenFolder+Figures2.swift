/// Mistakes in `figures.yaml`, continued.
extension BrokenFolder {
  static let figures2: [BrokenFolder] = [
    BrokenFolder(
      .small, "figures.yaml", "chart: lines", "dataset: a b",
      Told(
        "unusable-name", at: 10, nl: "de naam `a b` van figuur fig-1 kan niet.",
        en: "the name `a b` of figure fig-1 cannot be used.")),
    BrokenFolder(
      .small, "figures.yaml", "chart: lines", "notes: [vrij]",
      Told(
        "incomplete-text", at: 10, nl: "bij `notes` in figuur fig-1 hoort een tekst in twee talen.",
        en: "`notes` in figure fig-1 takes a text in two languages.")),
    BrokenFolder(
      .small, "figures.yaml", "population: { after: only-police }", "population: some",
      Told(
        "unknown-word", at: 15,
        nl: "onbekende waarde `some` bij `population` in figuur fig-2; mogelijk zijn remaining, all.",
        en: "unknown value `some` for `population` in figure fig-2; possible are remaining, all.")),
    BrokenFolder(
      .small, "figures.yaml", "population: { after: only-police }", "population: { after: region }",
      Told(
        "unknown-reference", at: 15, nl: "onbekende regel `region` in figuur fig-2.",
        en: "unknown rule `region` in figure fig-2.")),
    BrokenFolder(
      .small, "figures.yaml", "mean: age, ", "",
      Told(
        "missing-key", at: 23, nl: "in een samenvatting van figuur fig-2 ontbreekt `mean`.",
        en: "`mean` is missing from a summary of figure fig-2.")),
    BrokenFolder(
      .small, "figures.yaml", "unit: { nl: jaar, en: years }, ", "",
      Told(
        "missing-key", at: 23, nl: "in een samenvatting van figuur fig-2 ontbreekt `unit`.",
        en: "`unit` is missing from a summary of figure fig-2.")),
    BrokenFolder(
      .small, "figures.yaml", "decimals: 1", "decimals: 7",
      Told(
        "out-of-range", at: 23, nl: "`decimals` in een samenvatting van figuur fig-2 moet tussen 0 en 6 liggen.",
        en: "`decimals` in a summary of figure fig-2 has to lie between 0 and 6.")),
    BrokenFolder(
      .small, "figures.yaml", "mean: age", "mean: aeg",
      Told(
        "unknown-variable", at: 23,
        nl: "onbekende variabele `aeg` in een samenvatting van figuur fig-2; bedoelt u `age`?",
        en: "unknown variable `aeg` in a summary of figure fig-2; did you mean `age`?")),
    BrokenFolder(
      .small, "figures.yaml", "label: { nl: Jong, en: Young }, ", "",
      Told("missing-key", at: 19, nl: "in figuur fig-2 ontbreekt `label`.", en: "`label` is missing from figure fig-2.")
    ),
    BrokenFolder(
      .small, "figures.yaml", "when: minor is minor", "when: minor is child",
      Told(
        "unknown-category", at: 19, nl: "onbekende categorie `child` van `minor` in figuur fig-2.",
        en: "unknown category `child` of `minor` in figure fig-2.")),
    BrokenFolder(
      .small, "figures.yaml", "label: { nl: Jong, en: Young }", "key: a/b, label: { nl: Jong, en: Young }",
      Told(
        "unusable-name", at: 19, nl: "de naam `a/b` van figuur fig-2 kan niet.",
        en: "the name `a/b` of figure fig-2 cannot be used.")),
    BrokenFolder(
      .small, "figures.yaml", "when: minor is minor", "when: minor is minor, of: minor is known",
      Told(
        "missing-key", at: 19, nl: "in figuur fig-2 ontbreekt `decimals`.",
        en: "`decimals` is missing from figure fig-2.")),
    BrokenFolder(
      .small, "figures.yaml", "when: minor is minor", "when: minor is minor, unit: person",
      Told(
        "unknown-reference", at: 19, nl: "onbekende eenheid `person` in figuur fig-2.",
        en: "unknown unit `person` in figure fig-2.")),
    BrokenFolder(
      .small, "figures.yaml", "when: minor is minor", "when: minor is minor, mean: age, decimals: 0",
      Told(
        "missing-key", at: 19, nl: "in figuur fig-2 ontbreekt `value-unit`.",
        en: "`value-unit` is missing from figure fig-2.")),
    BrokenFolder(
      .small, "figures.yaml", "rows:\n      series:\n", "rows:\n      volgnummers:\n",
      Told(
        "unknown-key", at: 17, nl: "onbekende sleutel `volgnummers` in figuur fig-2.",
        en: "unknown key `volgnummers` in figure fig-2."),
      Told(
        "missing-key", at: 17, nl: "in figuur fig-2 ontbreken `name` en `variable`.",
        en: "`name` and `variable` are missing from figure fig-2.")),
    BrokenFolder(
      .small, "figures.yaml",
      "rows: { variable: region, name: { nl: regio, en: region }, order: [home, abroad, unknown] }",
      "rows: { quoted: [{ measure: { nl: a, en: a }, name: { nl: b, en: b }, label: { nl: c, en: c }, source: s, value: 1.2.3 }] }",
      Told(
        "wrong-kind", at: 8, nl: "bij `value` in figuur fig-1 hoort een getal, met een punt voor de decimalen.",
        en: "`value` in figure fig-1 takes a number, with a point before the decimals."), others: 3),
    BrokenFolder(
      .small, "figures.yaml",
      "rows: { variable: region, name: { nl: regio, en: region }, order: [home, abroad, unknown] }", "rows: [a]",
      Told(
        "wrong-kind", at: 8, nl: "bij figuur fig-1 horen sleutels met waarden.",
        en: "figure fig-1 takes keys with values.")),
  ]
}
