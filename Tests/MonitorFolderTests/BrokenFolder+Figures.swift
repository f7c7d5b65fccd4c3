/// Mistakes in `figures.yaml`.
extension BrokenFolder {
  static let figures: [BrokenFolder] = [
    BrokenFolder(
      .small, "figures.yaml", "title: { nl: Vormen", "titel: { nl: Vormen",
      Told(
        "unknown-key", at: 4, nl: "onbekende sleutel `titel` in figuur fig-1; bedoelt u `title`?",
        en: "unknown key `titel` in figure fig-1; did you mean `title`?")),
    BrokenFolder(
      .small, "figures.yaml", "{ nl: Vormen, en: Forms }", "{ nl: Vormen, soms, en: Forms }",
      Told(
        "unknown-key", at: 4,
        nl: "`soms` in `title` in figuur fig-1 staat los; een tekst met een komma hoort tussen aanhalingstekens.",
        en: "`soms` in `title` in figure fig-1 stands alone; a text with a comma belongs between quotes.")),
    BrokenFolder(
      .small, "figures.yaml", "unit: victim", "",
      Told("missing-key", at: 3, nl: "in figuur fig-1 ontbreekt `unit`.", en: "`unit` is missing from figure fig-1.")),
    BrokenFolder(
      .small, "figures.yaml", "columns: []", "columns: year",
      Told(
        "wrong-kind", at: 20, nl: "bij `columns` in figuur fig-2 hoort een lijst.",
        en: "`columns` in figure fig-2 takes a list.")),
    BrokenFolder(
      .small, "figures.yaml", "total: true", "total: yes",
      Told(
        "wrong-kind", at: 18, nl: "bij `total` in figuur fig-2 hoort true of false.",
        en: "`total` in figure fig-2 takes true or false.")),
    BrokenFolder(
      .small, "figures.yaml", "chart: lines", "chart: line",
      Told(
        "unknown-word", at: 10,
        nl:
          "onbekende waarde `line` bij `chart` in figuur fig-1; mogelijk zijn stackedBars, lines, rankedBars, topTable, none.",
        en:
          "unknown value `line` for `chart` in figure fig-1; possible are stackedBars, lines, rankedBars, topTable, none."
      )),
    BrokenFolder(
      .small, "figures.yaml", "figure: fig-1", "figure: ../fig-1",
      Told(
        "unusable-name", at: 3, nl: "de naam `../fig-1` van een figuur kan niet.",
        en: "the name `../fig-1` of a figure cannot be used.")),
    BrokenFolder(
      .small, "figures.yaml", "figure: fig-2", "figure: fig-1",
      Told(
        "duplicate-name", at: 11, nl: "de figuur `fig-1` staat er al, op regel 3.",
        en: "the figure `fig-1` is there already, on line 3.")),
    BrokenFolder(
      .small, "figures.yaml", "filter: form has labour", "filter: from has labour",
      Told(
        "unknown-variable", at: 7, nl: "onbekende variabele `from` in figuur fig-1; bedoelt u `form`?",
        en: "unknown variable `from` in figure fig-1; did you mean `form`?")),
    BrokenFolder(
      .small, "figures.yaml", "order: [home, abroad", "order: [home, abraod",
      Told(
        "unknown-category", at: 8, nl: "onbekende categorie `abraod` van `region` in figuur fig-1; bedoelt u `abroad`?",
        en: "unknown category `abraod` of `region` in figure fig-1; did you mean `abroad`?")),
    BrokenFolder(
      .small, "figures.yaml", "variable: region", "variable: age",
      Told(
        "unsuitable-variable", at: 8,
        nl: "`age` is een getal; in figuur fig-1 past bij `variable` alleen een categorie of een verzameling.",
        en: "`age` is a number; in figure fig-1 `variable` takes only a category or a set.")),
    BrokenFolder(
      .small, "figures.yaml", "form has labour", "region has home",
      Told(
        "unsuitable-variable", at: 7, nl: "`region` in figuur fig-1 is een categorie; `has` vraagt een verzameling.",
        en: "`region` in figure fig-1 is a category; `has` asks for a set.")),
    BrokenFolder(
      .small, "figures.yaml", "form has labour", "form > 3",
      Told(
        "unsuitable-variable", at: 7, nl: "`form` in figuur fig-1 is een verzameling; `>` vergelijkt getallen.",
        en: "`form` in figure fig-1 is a set; `>` compares numbers.")),
    BrokenFolder(
      .small, "figures.yaml", "form has labour", "consent is given",
      Told(
        "unsuitable-variable", at: 7,
        nl: "`consent` in figuur fig-1 bestaat hier niet: zij hoort bij meldingen en is niet overgenomen in `link`.",
        en: "`consent` in figure fig-1 does not exist here: it belongs to notifications and is not combined in `link`.")
    ),
    BrokenFolder(
      .small, "figures.yaml", "mean: age", "mean: region",
      Told(
        "unsuitable-variable", at: 23, nl: "`region` is een categorie; een gemiddelde vraagt een getal.",
        en: "`region` is a category; a mean asks for a number.")),
    BrokenFolder(
      .small, "figures.yaml", "unit: report", "unit: rapport",
      Told(
        "unknown-reference", at: 14, nl: "onbekende eenheid `rapport` in figuur fig-2; bedoelt u `report`?",
        en: "unknown unit `rapport` in figure fig-2; did you mean `report`?")),
    BrokenFolder(
      .small, "figures.yaml", "after: only-police", "after: only-polis",
      Told(
        "unknown-reference", at: 15, nl: "onbekende regel `only-polis` in figuur fig-2; bedoelt u `only-police`?",
        en: "unknown rule `only-polis` in figure fig-2; did you mean `only-police`?")),
    BrokenFolder(
      .small, "figures.yaml", "chart: lines", "chart: topTable",
      Told(
        "unsuitable-chart", at: 10, nl: "de grafiek `topTable` van figuur fig-1 heeft een toplijst nodig.",
        en: "the chart `topTable` of figure fig-1 needs a top list.")),
    BrokenFolder(
      .small, "figures.yaml", "chart: lines", "chart: rankedBars",
      Told(
        "unsuitable-chart", at: 10,
        nl: "de grafiek `rankedBars` van figuur fig-1 heeft een totaalkolom (`column-total`) nodig.",
        en: "the chart `rankedBars` of figure fig-1 needs a total column (`column-total`).")),
    BrokenFolder(
      .small, "figures.yaml", "source: { nl: Bron, en: Source }\n", "",
      Told(
        "missing-key", at: 1, nl: "in figures.yaml ontbreekt `source`.", en: "`source` is missing from figures.yaml.")),
    BrokenFolder(
      .small, "figures.yaml", "figures:", "figuren:",
      Told(
        "unknown-key", at: 2, nl: "onbekende sleutel `figuren` in figures.yaml; bedoelt u `figures`?",
        en: "unknown key `figuren` in figures.yaml; did you mean `figures`?")),
    BrokenFolder(
      .small, "figures.yaml", "figure: fig-1\n", "naam: fig-1\n",
      Told("missing-key", at: 3, nl: "in een figuur ontbreekt `figure`.", en: "`figure` is missing from a figure.")),
    BrokenFolder(
      .small, "figures.yaml", "    title: { nl: Vormen, en: Forms }\n", "",
      Told("missing-key", at: 3, nl: "in figuur fig-1 ontbreekt `title`.", en: "`title` is missing from figure fig-1.")),
    BrokenFolder(
      .small, "figures.yaml", "filter: form has labour", "filter: form has",
      Told(
        "condition-syntax", at: 7,
        nl: "de voorwaarde in figuur fig-1 is niet te lezen: hier hoort een waarde (teken 9).",
        en: "the condition in figure fig-1 cannot be read: a value belongs here (character 9).")),
    BrokenFolder(
      .small, "figures.yaml",
      "rows: { variable: region, name: { nl: regio, en: region }, order: [home, abroad, unknown] }\n", "\n",
      Told("missing-key", at: 3, nl: "in figuur fig-1 ontbreekt `rows`.", en: "`rows` is missing from figure fig-1.")),
    BrokenFolder(
      .small, "figures.yaml", "name: { nl: regio, en: region }, ", "",
      Told("missing-key", at: 8, nl: "in figuur fig-1 ontbreekt `name`.", en: "`name` is missing from figure fig-1.")),
    BrokenFolder(
      .small, "figures.yaml", "variable: region, ", "",
      Told(
        "missing-key", at: 8, nl: "in figuur fig-1 ontbreekt `variable`.",
        en: "`variable` is missing from figure fig-1.")),
    BrokenFolder(
      .small, "figures.yaml", "order: [home, abroad, unknown]", "order: [home, home]",
      Told(
        "duplicate-name", at: 8, nl: "`home` staat twee keer in `order` van figuur fig-1.",
        en: "`home` is twice in `order` of figure fig-1.")),
    BrokenFolder(
      .small, "figures.yaml", "order: [home, abroad, unknown]",
      "pools: [{ label: { nl: a, en: a }, of: [home] }], order: [home]",
      Told(
        "unknown-key", at: 8, nl: "`order` en `pools` gaan niet samen in figuur fig-1.",
        en: "`order` and `pools` do not go together in figure fig-1.")),
    BrokenFolder(
      .small, "figures.yaml", "order: [home, abroad, unknown]", "pools: [{ label: { nl: a, en: a } }]",
      Told("missing-key", at: 8, nl: "in figuur fig-1 ontbreekt `of`.", en: "`of` is missing from figure fig-1.")),
    BrokenFolder(
      .small, "figures.yaml", "order: [home, abroad, unknown]", "also: [elsewhere]",
      Told(
        "unknown-key", at: 8, nl: "onbekende sleutel `also` in figuur fig-1.", en: "unknown key `also` in figure fig-1."
      ),
      Told(
        "unknown-category", at: 8, nl: "onbekende categorie `elsewhere` van `region` in figuur fig-1.",
        en: "unknown category `elsewhere` of `region` in figure fig-1.")),
    BrokenFolder(
      .small, "figures.yaml", "order: [home, abroad, unknown]", "labels: { elswhere: { nl: a, en: a } }",
      Told(
        "unknown-category", at: 8, nl: "onbekende categorie `elswhere` van `region` in figuur fig-1.",
        en: "unknown category `elswhere` of `region` in figure fig-1.")),
    BrokenFolder(
      .small, "figures.yaml", "order: [home, abroad, unknown]", "from: [country]",
      Told(
        "count-figure", at: 8, nl: "`from` in figuur fig-1 hoort alleen bij een figuur over geleverde aantallen.",
        en: "`from` in figure fig-1 belongs to a figure over delivered counts only."),
      Told(
        "unsuitable-variable", at: 8,
        nl: "de categorieën van `region` hebben geen grenzen (`bounds`), die `from` in figuur fig-1 vraagt.",
        en: "the categories of `region` have no `bounds`, which `from` in figure fig-1 asks for."), others: 1),
    BrokenFolder(
      .small, "figures.yaml", "order: [home, abroad, unknown]", "boundaries: then",
      Told(
        "unsuitable-variable", at: 8,
        nl: "`region` in figuur fig-1 heeft geen gebieden als categorieën; `boundaries` hoort daar niet.",
        en: "`region` in figure fig-1 does not have areas for categories; `boundaries` is not for it.")),
    BrokenFolder(
      .small, "figures.yaml", "order: [home, abroad, unknown]", "top: 0, rank-measure: { nl: a, en: a }",
      Told(
        "out-of-range", at: 8, nl: "`top` in figuur fig-1 moet tussen 1 en 1000 liggen.",
        en: "`top` in figure fig-1 has to lie between 1 and 1000."),
      Told(
        "missing-key", at: 8, nl: "in figuur fig-1 ontbreekt `total-rank-measure`.",
        en: "`total-rank-measure` is missing from figure fig-1.")),
    BrokenFolder(
      .small, "figures.yaml", "columns: [{ variable: year, name: { nl: jaar, en: year } }]\n    chart: lines",
      "chart: lines",
      Told(
        "missing-key", at: 3, nl: "in figuur fig-1 ontbreekt `columns`.", en: "`columns` is missing from figure fig-1.")
    ),
    BrokenFolder(
      .small, "figures.yaml", "columns: [{ variable: year, name: { nl: jaar, en: year } }]", "columns: []",
      Told(
        "unsuitable-chart", at: 10, nl: "de grafiek `lines` van figuur fig-1 heeft kolommen (`columns`) nodig.",
        en: "the chart `lines` of figure fig-1 needs columns (`columns`).")),
    BrokenFolder(
      .small, "figures.yaml", "chart: lines", "chart: stackedBars\n    row-total: { }",
      Told(
        "missing-key", at: 11, nl: "in `row-total` in figuur fig-1 ontbreekt `label`.",
        en: "`label` is missing from `row-total` in figure fig-1.")),
    BrokenFolder(
      .small, "figures.yaml", "chart: lines", "row-total: { label: { nl: a, en: a }, basis: all }",
      Told(
        "unknown-word", at: 10,
        nl: "onbekende waarde `all` bij `basis` in `row-total` in figuur fig-1; mogelijk zijn shown, base.",
        en: "unknown value `all` for `basis` in `row-total` in figure fig-1; possible are shown, base.")),
    BrokenFolder(
      .small, "figures.yaml", "chart: lines", "statistic: share",
      Told(
        "unknown-word", at: 10, nl: "onbekende waarde `share` bij `statistic` in figuur fig-1; mogelijk zijn count.",
        en: "unknown value `share` for `statistic` in figure fig-1; possible are count.")),
    BrokenFolder(
      .small, "figures.yaml", "chart: lines", "statistic: { share-of-column: 7 }",
      Told(
        "out-of-range", at: 10, nl: "`share-of-column` in `statistic` in figuur fig-1 moet tussen 0 en 6 liggen.",
        en: "`share-of-column` in `statistic` in figure fig-1 has to lie between 0 and 6.")),
    BrokenFolder(
      .small, "figures.yaml", "chart: lines", "breaks: [{ year: 1800, reason: { nl: a, en: a } }]",
      Told(
        "out-of-range", at: 10, nl: "`year` in een breuk van figuur fig-1 moet tussen 1900 en 2200 liggen.",
        en: "`year` in a break of figure fig-1 has to lie between 1900 and 2200.")),
  ]
}
