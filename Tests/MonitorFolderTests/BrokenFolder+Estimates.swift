/// Mistakes in estimates, derived numbers and tables of lists.
extension BrokenFolder {
  static let estimates: [BrokenFolder] = [
    BrokenFolder(
      .estimates, "figures.yaml", "estimate: gezien\n", "naam: gezien\n",
      Told(
        "missing-key", at: 25, nl: "in een schatting ontbreekt `estimate`.",
        en: "`estimate` is missing from an estimate."),
      Told(
        "unknown-reference", at: 55,
        nl: "onbekende schatting `gezien` in `estimate` in `apportion` in afgeleid getal regio.",
        en: "unknown estimate `gezien` in `estimate` in `apportion` in derived number regio.")),
    BrokenFolder(
      .estimates, "figures.yaml", "derived: deel", "derived: a/b",
      Told(
        "unusable-name", at: 43, nl: "de naam `a/b` van een afgeleid getal kan niet.",
        en: "the name `a/b` of a derived number cannot be used.")),
    BrokenFolder(
      .estimates, "figures.yaml", "estimate: gezien\n", "estimate: fig-1 x\n",
      Told(
        "unusable-name", at: 25, nl: "de naam `fig-1 x` van een schatting kan niet.",
        en: "the name `fig-1 x` of an estimate cannot be used."),
      Told(
        "unknown-reference", at: 55,
        nl: "onbekende schatting `gezien` in `estimate` in `apportion` in afgeleid getal regio.",
        en: "unknown estimate `gezien` in `estimate` in `apportion` in derived number regio.")),
    BrokenFolder(
      .estimates, "figures.yaml", "unit: victim\n    population", "unit: person\n    population",
      Told(
        "unknown-reference", at: 27, nl: "onbekende eenheid `person` in schatting gezien.",
        en: "unknown unit `person` in estimate gezien.")),
    BrokenFolder(
      .estimates, "figures.yaml", "years: { from: 2010, to: 2015 }", "years: { from: 2015, to: 2010 }",
      Told(
        "out-of-range", at: 29, nl: "het laatste jaar (2010) ligt voor het eerste (2015).",
        en: "the last year (2010) lies before the first (2015).")),
    BrokenFolder(
      .estimates, "figures.yaml", "years: { from: 2010, to: 2015 }", "years: { from: 2010 }",
      Told(
        "missing-key", at: 29, nl: "in `years` in schatting gezien ontbreekt `to`.",
        en: "`to` is missing from `years` in estimate gezien.")),
    BrokenFolder(
      .estimates, "figures.yaml", "replicates: 100", "replicates: 99",
      Told(
        "out-of-range", at: 35, nl: "`replicates` in schatting gezien moet tussen 100 en 100000 liggen.",
        en: "`replicates` in estimate gezien has to lie between 100 and 100000.")),
    BrokenFolder(
      .estimates, "figures.yaml", "replicates: 100", "seed: -2",
      Told(
        "wrong-kind", at: 35, nl: "bij `seed` in schatting gezien hoort een geheel getal van 0 of meer.",
        en: "`seed` in estimate gezien takes a whole number of 0 or more.")),
    BrokenFolder(
      .estimates, "figures.yaml", "replicates: 100", "interval: wald",
      Told(
        "unknown-word", at: 35,
        nl: "onbekende waarde `wald` bij `interval` in schatting gezien; mogelijk zijn bca, percentile.",
        en: "unknown value `wald` for `interval` in estimate gezien; possible are bca, percentile.")),
    BrokenFolder(
      .estimates, "figures.yaml", "strata: [year]", "strata: [form]",
      Told(
        "unsuitable-variable", at: 41,
        nl: "`form` in schatting uit-gevallen is een verzameling; een stratum vraagt een categorie.",
        en: "`form` in estimate uit-gevallen is a set; a stratum asks for a category.")),
    BrokenFolder(
      .estimates, "figures.yaml", "lists:\n      table", "lijsten:\n      table",
      Told(
        "unknown-key", at: 30, nl: "onbekende sleutel `lijsten` in schatting gezien; bedoelt u `lists`?",
        en: "unknown key `lijsten` in estimate gezien; did you mean `lists`?")),
    BrokenFolder(
      .estimates, "figures.yaml", "table: lists/drie.csv\n", "table: lists/drie.csv\n      from: cases\n",
      Told(
        "missing-key", at: 31, nl: "`lists` in schatting gezien heeft `table` of `from` nodig, en niet allebei.",
        en: "`lists` in estimate gezien needs `table` or `from`, and not both.")),
    BrokenFolder(
      .estimates, "figures.yaml", "table: lists/drie.csv\n", "table: lists/drie.csv\n      variable: form\n",
      Told(
        "unknown-key", at: 32, nl: "`variable` hoort bij `from: cases`, niet bij een tabel.",
        en: "`variable` belongs to `from: cases`, not to a table.")),
    BrokenFolder(
      .estimates, "figures.yaml", "merge: { ab: [A, B] }", "merge: { ab: [A] }",
      Told(
        "wrong-kind", at: 32, nl: "`ab` in `merge` in `lists` in schatting gezien heeft ten minste twee lijsten nodig.",
        en: "`ab` in `merge` in `lists` in estimate gezien needs at least two lists.")),
    BrokenFolder(
      .estimates, "figures.yaml", "labels: { ab: { nl: A of B, en: A or B } }",
      "labels: { ac: { nl: A of B, en: A or B } }",
      Told(
        "unknown-reference", at: 33,
        nl: "onbekende lijst `ac` in `labels` in `lists` in schatting gezien; bedoelt u `A`?",
        en: "unknown list `ac` in `labels` in `lists` in estimate gezien; did you mean `A`?")),
    BrokenFolder(
      .estimates, "figures.yaml", "merge: { ab: [A, B] }", "merge: { ab: [A, Quux] }",
      Told(
        "unknown-reference", at: 32,
        nl: "onbekende lijst `Quux` in `merge` in `lists` in schatting gezien; er zijn A, B, C.",
        en: "unknown list `Quux` in `merge` in `lists` in estimate gezien; there are A, B, C.")),
    BrokenFolder(
      .estimates, "figures.yaml", "from: cases, variable", "from: records, variable",
      Told(
        "unknown-word", at: 40,
        nl: "onbekende waarde `records` bij `from` in `lists` in schatting uit-gevallen; mogelijk zijn cases.",
        en: "unknown value `records` for `from` in `lists` in estimate uit-gevallen; possible are cases.")),
    BrokenFolder(
      .estimates, "figures.yaml", "filter: form has labour }", "filter: form has }",
      Told(
        "condition-syntax", at: 40,
        nl: "de voorwaarde in `lists` in schatting uit-gevallen is niet te lezen: hier hoort een waarde (teken 9).",
        en: "the condition in `lists` in estimate uit-gevallen cannot be read: a value belongs here (character 9).")),
    BrokenFolder(
      .estimates, "figures.yaml", "title: { nl: Deel, en: Part }\n", "\n",
      Told(
        "missing-key", at: 43, nl: "in afgeleid getal deel ontbreekt `title`.",
        en: "`title` is missing from derived number deel.")),
    BrokenFolder(
      .estimates, "figures.yaml", "share:\n      of", "aandeel:\n      of",
      Told(
        "missing-key", at: 43, nl: "afgeleid getal deel heeft `share` of `apportion` nodig, en niet allebei.",
        en: "derived number deel needs `share` or `apportion`, and not both."),
      Told(
        "unknown-key", at: 47, nl: "onbekende sleutel `aandeel` in afgeleid getal deel.",
        en: "unknown key `aandeel` in derived number deel.")),
    BrokenFolder(
      .estimates, "figures.yaml", "of: { figure: fig-1, row: home, column: \"2018\" }\n", "\n",
      Told(
        "missing-key", at: 49, nl: "in `share` in afgeleid getal deel ontbreekt `of`.",
        en: "`of` is missing from `share` in derived number deel.")),
    BrokenFolder(
      .estimates, "figures.yaml", "of: { figure: fig-1, row: home, column: \"2018\" }", "of: { row: home }",
      Told(
        "missing-key", at: 48,
        nl: "`of` in `share` in afgeleid getal deel heeft `figure`, `estimate` of `quoted` nodig.",
        en: "`of` in `share` in derived number deel needs `figure`, `estimate` or `quoted`.")),
    BrokenFolder(
      .estimates, "figures.yaml", "of: { figure: fig-1, row: home, column: \"2018\" }",
      "of: { estimate: gezin, method: bic }",
      Told(
        "unknown-reference", at: 48,
        nl: "onbekende schatting `gezin` in `of` in `share` in afgeleid getal deel; bedoelt u `gezien`?",
        en: "unknown estimate `gezin` in `of` in `share` in derived number deel; did you mean `gezien`?")),
    BrokenFolder(
      .estimates, "figures.yaml", "figure: fig-1, row: home", "figure: fig-1",
      Told(
        "missing-key", at: 48, nl: "in `of` in `share` in afgeleid getal deel ontbreekt `row`.",
        en: "`row` is missing from `of` in `share` in derived number deel.")),
    BrokenFolder(
      .estimates, "figures.yaml", "quoted: 1320", "quoted: 999",
      Told(
        "out-of-range", at: 49,
        nl: "`quoted` in `over` in `share` in afgeleid getal deel ligt niet tussen `lower` en `upper`.",
        en: "`quoted` in `over` in `share` in derived number deel does not lie between `lower` and `upper`.")),
    BrokenFolder(
      .estimates, "figures.yaml", "quoted: 1320", "quoted: 1.2.3",
      Told(
        "wrong-kind", at: 49,
        nl:
          "bij `quoted` in `over` in `share` in afgeleid getal deel hoort een getal van 0 of meer, met een punt voor de decimalen.",
        en:
          "`quoted` in `over` in `share` in derived number deel takes a number of 0 or more, with a point before the decimals."
      )),
    BrokenFolder(
      .estimates, "figures.yaml", ", source: Rapport", "",
      Told(
        "missing-key", at: 49, nl: "in `over` in `share` in afgeleid getal deel ontbreekt `source`.",
        en: "`source` is missing from `over` in `share` in derived number deel.")),
    BrokenFolder(
      .estimates, "figures.yaml", "upper: 2000, ", "",
      Told(
        "missing-key", at: 49, nl: "in `over` in `share` in afgeleid getal deel ontbreekt `upper`.",
        en: "`upper` is missing from `over` in `share` in derived number deel.")),
    BrokenFolder(
      .estimates, "figures.yaml",
      "factors:\n        - { value: 0.1, label: { nl: een tiende, en: a tenth }, source: CBS }\n", "\n",
      Told(
        "missing-key", at: 55, nl: "in `apportion` in afgeleid getal regio ontbreekt `factors`.",
        en: "`factors` is missing from `apportion` in derived number regio.")),
    BrokenFolder(
      .estimates, "figures.yaml", "reason: { nl: Naar inwoners., en: By inhabitants. }", "reden: { nl: x, en: x }",
      Told(
        "unknown-key", at: 58,
        nl: "onbekende sleutel `reden` in `apportion` in afgeleid getal regio; bedoelt u `reason`?",
        en: "unknown key `reden` in `apportion` in derived number regio; did you mean `reason`?")),
    BrokenFolder(
      .estimates, "figures.yaml", "method: bic }\n      factors", "method: bic, row: x }\n      factors",
      Told(
        "unknown-key", at: 55, nl: "onbekende sleutel `row` in `estimate` in `apportion` in afgeleid getal regio.",
        en: "unknown key `row` in `estimate` in `apportion` in derived number regio.")),
    BrokenFolder(
      .estimates, "figures.yaml", "derived: regio", "derived: deel",
      Told(
        "duplicate-name", at: 50, nl: "de naam `deel` staat er al, op regel 43.",
        en: "the name `deel` is there already, on line 43.")),
    BrokenFolder(
      .estimates, "lists/drie.csv", "A,B,C,count", "A,A,C,count",
      Told(
        "list-table", at: 1, nl: "kolom 2 heeft geen naam of een naam die er al is.",
        en: "column 2 has no name or one that is there already.")),
    BrokenFolder(
      .estimates, "lists/drie.csv", "0,1,0,30", "0,1,0,1000000001",
      Told(
        "list-table", at: 3, column: "count", nl: "het aantal is groter dan 1000000000.",
        en: "the count is larger than 1000000000.")),
    BrokenFolder(
      .estimates, "lists/drie.csv", "A,B,C,count", "A,B,C,getal",
      Told(
        "list-table", at: 1, nl: "er is geen kolom met aantallen.", en: "there is no column of counts.")
    ),
    BrokenFolder(
      .estimates, "lists/drie.csv", "1,1,0,7", "1,x,0,7",
      Told(
        "list-table", at: 4, column: "B", nl: "een lijst heeft een 1 (wel) of een 0 (niet).",
        en: "a list has a 1 (on it) or a 0 (not on it).")),
    BrokenFolder(
      .estimates, "lists/drie.csv", "1,1,0,7", "1,0,0,7",
      Told(
        "list-table", at: 4, nl: "deze combinatie van lijsten staat er al, op rij 2.",
        en: "this combination of lists is there already, on row 2.")),
    BrokenFolder(
      .estimates, "lists/drie.csv", "0,1,1,3", "0,0,0,3",
      Told(
        "list-table", at: 5, nl: "deze rij staat op geen enkele lijst; dat aantal is juist wat geschat wordt.",
        en: "this row is on no list; that number is what is to be estimated.")),
  ]
}
