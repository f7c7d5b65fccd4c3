/// Mistakes in `monitor.yaml`.
extension BrokenFolder {
  static let monitorFile: [BrokenFolder] = [
    BrokenFolder(
      .small, "monitor.yaml", "edition: \"2020\"", "edition: a: b",
      Told(
        "yaml-syntax", at: 3,
        nl: "hier staat een dubbele punt te veel; zet een tekst met een dubbele punt tussen aanhalingstekens.",
        en: "here is one colon too many; put a text with a colon between quotes.")),
    BrokenFolder(
      .small, "monitor.yaml", "seed: 7", "\u{9}seed: 7",
      Told(
        "yaml-syntax", at: 7, nl: "hier staat een tab in de inspringing; spring in met spaties.",
        en: "here is a tab in the indentation; indent with spaces.")),
    BrokenFolder(
      .small, "monitor.yaml", "seed: 7", "seed: 7\n---\nseed: 8",
      Told(
        "yaml-syntax", at: 8, nl: "hier begint een tweede document (---).", en: "a second document (---) starts here.")),
    BrokenFolder(
      .small, "monitor.yaml", "seed: 7", "seed: 7\nseed: 8",
      Told("duplicate-name", at: 8, nl: "de sleutel `seed` staat er twee keer.", en: "the key `seed` is there twice.")),
    BrokenFolder(
      .small, "monitor.yaml", "seed: 7", "",
      Told("missing-key", at: 1, nl: "in monitor.yaml ontbreekt `seed`.", en: "`seed` is missing from monitor.yaml.")),
    BrokenFolder(
      .small, "monitor.yaml", "seed: 7", "seed: zeven",
      Told(
        "wrong-kind", at: 7, nl: "bij `seed` in monitor.yaml hoort een geheel getal van 0 of meer.",
        en: "`seed` in monitor.yaml takes a whole number of 0 or more.")),
    BrokenFolder(
      .small, "monitor.yaml", "title: { nl: Klein, en: Small }", "title: Klein",
      Told(
        "incomplete-text", at: 2, nl: "bij `title` in monitor.yaml hoort een tekst in twee talen.",
        en: "`title` in monitor.yaml takes a text in two languages.")),
    BrokenFolder(
      .small, "monitor.yaml", "title: { nl: Klein, en: Small }", "title: { nl: Klein }",
      Told(
        "incomplete-text", at: 2, nl: "bij `title` in monitor.yaml ontbreekt de Engelse tekst (`en`).",
        en: "`title` in monitor.yaml lacks the English text (`en`).")),
    BrokenFolder(
      .small, "monitor.yaml", "policy: publishAsIs", "policy: open",
      Told(
        "unknown-word", at: 11,
        nl:
          "onbekende waarde `open` bij `policy` in `publication` in monitor.yaml; mogelijk zijn publishAsIs, suppress.",
        en: "unknown value `open` for `policy` in `publication` in monitor.yaml; possible are publishAsIs, suppress.")),
    BrokenFolder(
      .small, "monitor.yaml", "policy: publishAsIs",
      "policy: suppress\n  minimums: [{ about: [jaar, vorm=], minimum: 9 }]",
      Told(
        "out-of-range", at: 12, nl: "`about` noemt dimensies, zoals `gemeente` of `vorm=orgaanverwijdering`.",
        en: "`about` names dimensions, such as `municipality` or `form=organ removal`.")),
    BrokenFolder(
      .small, "monitor.yaml", "policy: publishAsIs", "policy: suppress\n  minimums: [{ minimum: 9 }]",
      Told(
        "missing-key", at: 12, nl: "in een strenger minimum ontbreekt `about`.",
        en: "`about` is missing from a stricter minimum.")),
    BrokenFolder(
      .small, "monitor.yaml", "repeats: once a year }", "repeats: daily }",
      Told(
        "unknown-word", at: 14,
        nl:
          "onbekende waarde bij `repeats` in eenheid victim; mogelijk zijn once a year, once a year per X, every time, every time after the first, as delivered.",
        en:
          "unknown value for `repeats` in unit victim; possible are once a year, once a year per X, every time, every time after the first, as delivered."
      )),
    BrokenFolder(
      .small, "monitor.yaml", "to: 2019", "to: 2017",
      Told(
        "out-of-range", at: 5, nl: "het laatste jaar (2017) ligt voor het eerste (2018).",
        en: "the last year (2017) lies before the first (2018).")),
    BrokenFolder(
      .small, "monitor.yaml", "from: 2018", "from: 20188",
      Told(
        "out-of-range", at: 5, nl: "`from` in `period` in monitor.yaml moet tussen 1900 en 2200 liggen.",
        en: "`from` in `period` in monitor.yaml has to lie between 1900 and 2200.")),
    BrokenFolder(
      .small, "monitor.yaml", "2020-07-01", "2020-02-30",
      Told(
        "out-of-range", at: 6, nl: "`reference-date` in monitor.yaml is geen bestaande datum in de vorm 2020-07-01.",
        en: "`reference-date` in monitor.yaml is no existing date written as 2020-07-01.")),
    BrokenFolder(
      .small, "monitor.yaml", "per reporters", "per region",
      Told(
        "unsuitable-variable", at: 15,
        nl: "`region` in eenheid report is een categorie; tellen per lid vraagt een verzameling of een getal.",
        en: "`region` in unit report is a category; counting per member asks for a set or a number.")),
    BrokenFolder(
      .small, "monitor.yaml", "monitor: klein", "monitor: .klein",
      Told(
        "unusable-name", at: 1, nl: "de naam `.klein` van de monitor kan niet.",
        en: "the name `.klein` of the monitor cannot be used.")),
    BrokenFolder(
      .small, "monitor.yaml", "monitor: klein", "monitor: a..b",
      Told(
        "unusable-name", at: 1, nl: "de naam `a..b` van de monitor kan niet.",
        en: "the name `a..b` of the monitor cannot be used.")),
    BrokenFolder(
      .small, "monitor.yaml", "monitor: klein", "monitor: ''",
      Told(
        "wrong-kind", at: 1, nl: "bij `monitor` in monitor.yaml hoort een naam.",
        en: "`monitor` in monitor.yaml takes a name.")),
    BrokenFolder(
      .small, "monitor.yaml", "monitor: klein\n", "",
      Told(
        "missing-key", at: 1, nl: "in monitor.yaml ontbreekt `monitor`.", en: "`monitor` is missing from monitor.yaml.")
    ),
    BrokenFolder(
      .small, "monitor.yaml", "edition: \"2020\"\n", "",
      Told(
        "missing-key", at: 1, nl: "in monitor.yaml ontbreekt `edition`.", en: "`edition` is missing from monitor.yaml.")
    ),
    BrokenFolder(
      .small, "monitor.yaml", "edition: \"2020\"", "edition: [2020]",
      Told(
        "wrong-kind", at: 3, nl: "bij `edition` in monitor.yaml hoort een tekst.",
        en: "`edition` in monitor.yaml takes a text.")),
    BrokenFolder(
      .small, "monitor.yaml", "publisher: { nl: Wij, en: We }", "publisher: { en: We }",
      Told(
        "incomplete-text", at: 4, nl: "bij `publisher` in monitor.yaml ontbreekt de Nederlandse tekst (`nl`).",
        en: "`publisher` in monitor.yaml lacks the Dutch text (`nl`).")),
    BrokenFolder(
      .small, "monitor.yaml", "publisher: { nl: Wij, en: We }", "publisher: { nl: Wij, en: We, de: Wir }",
      Told(
        "unknown-key", at: 4, nl: "onbekende sleutel `de` in `publisher` in monitor.yaml.",
        en: "unknown key `de` in `publisher` in monitor.yaml.")),
    BrokenFolder(
      .small, "monitor.yaml", "period: { from: 2018, to: 2019 }\n", "",
      Told(
        "missing-key", at: 1, nl: "in monitor.yaml ontbreekt `period`.", en: "`period` is missing from monitor.yaml.")),
    BrokenFolder(
      .small, "monitor.yaml", "period: { from: 2018, to: 2019 }", "period: 2018-2019",
      Told(
        "wrong-kind", at: 5, nl: "bij `period` in monitor.yaml horen sleutels met waarden.",
        en: "`period` in monitor.yaml takes keys with values.")),
    BrokenFolder(
      .small, "monitor.yaml", "from: 2018, to: 2019", "from: 2018",
      Told(
        "missing-key", at: 5, nl: "in `period` in monitor.yaml ontbreekt `to`.",
        en: "`to` is missing from `period` in monitor.yaml.")),
    BrokenFolder(
      .small, "monitor.yaml", "to: 2019", "to: 2118",
      Told(
        "out-of-range", at: 5, nl: "een monitor beslaat ten hoogste 100 jaren.",
        en: "a monitor covers at most 100 years.")),
    BrokenFolder(
      .small, "monitor.yaml", "to: 2019", "to: 2201",
      Told(
        "out-of-range", at: 5, nl: "`to` in `period` in monitor.yaml moet tussen 1900 en 2200 liggen.",
        en: "`to` in `period` in monitor.yaml has to lie between 1900 and 2200.")),
    BrokenFolder(
      .small, "monitor.yaml", "from: 2018", "from: vorig",
      Told(
        "wrong-kind", at: 5, nl: "bij `from` in `period` in monitor.yaml hoort een geheel getal.",
        en: "`from` in `period` in monitor.yaml takes a whole number.")),
    BrokenFolder(
      .small, "monitor.yaml", "reference-date: 2020-07-01\n", "",
      Told(
        "missing-key", at: 1, nl: "in monitor.yaml ontbreekt `reference-date`.",
        en: "`reference-date` is missing from monitor.yaml.")),
    BrokenFolder(
      .small, "monitor.yaml", "provenance: registered", "provenance: guessed",
      Told(
        "unknown-word", at: 8,
        nl: "onbekende waarde `guessed` bij `provenance` in monitor.yaml; mogelijk zijn registered.",
        en: "unknown value `guessed` for `provenance` in monitor.yaml; possible are registered.")),
    BrokenFolder(
      .small, "monitor.yaml", "provenance: registered\n", "",
      Told(
        "missing-key", at: 1, nl: "in monitor.yaml ontbreekt `provenance`.",
        en: "`provenance` is missing from monitor.yaml.")),
    BrokenFolder(
      .small, "monitor.yaml", "provenance: registered", "provenance: { reconstructed: { nl: Gemaakt. } }",
      Told(
        "incomplete-text", at: 8,
        nl: "bij `reconstructed` in `provenance` in monitor.yaml ontbreekt de Engelse tekst (`en`).",
        en: "`reconstructed` in `provenance` in monitor.yaml lacks the English text (`en`).")),
    BrokenFolder(
      .small, "monitor.yaml", "introduction: { nl: Inleiding., en: Introduction. }\n", "",
      Told(
        "missing-key", at: 1, nl: "in monitor.yaml ontbreekt `introduction`.",
        en: "`introduction` is missing from monitor.yaml.")),
    BrokenFolder(
      .small, "monitor.yaml", "publication:\n  policy: publishAsIs\n  reason: { nl: Verzonnen., en: Invented. }\n", "",
      Told(
        "missing-key", at: 1, nl: "in monitor.yaml ontbreekt `publication`.",
        en: "`publication` is missing from monitor.yaml.")),
    BrokenFolder(
      .small, "monitor.yaml", "  policy: publishAsIs\n", "",
      Told(
        "missing-key", at: 11, nl: "in `publication` in monitor.yaml ontbreekt `policy`.",
        en: "`policy` is missing from `publication` in monitor.yaml.")),
    BrokenFolder(
      .small, "monitor.yaml", "  reason: { nl: Verzonnen., en: Invented. }\n", "",
      Told(
        "missing-key", at: 11, nl: "in `publication` in monitor.yaml ontbreekt `reason`.",
        en: "`reason` is missing from `publication` in monitor.yaml.")),
    BrokenFolder(
      .small, "monitor.yaml", "units:", "unit:",
      Told(
        "unknown-key", at: 13, nl: "onbekende sleutel `unit` in monitor.yaml; bedoelt u `units`?",
        en: "unknown key `unit` in monitor.yaml; did you mean `units`?")),
    BrokenFolder(
      .small, "monitor.yaml", "label: { nl: slachtoffers, en: victims }, ", "",
      Told(
        "missing-key", at: 14, nl: "in eenheid victim ontbreekt `label`.", en: "`label` is missing from unit victim.")),
    BrokenFolder(
      .small, "monitor.yaml", ", repeats: once a year }", " }",
      Told(
        "missing-key", at: 14, nl: "in eenheid victim ontbreekt `repeats`.",
        en: "`repeats` is missing from unit victim.")),
    BrokenFolder(
      .small, "monitor.yaml", "once a year per reporters", "once a year per reportres",
      Told(
        "unknown-variable", at: 15, nl: "onbekende variabele `reportres` in eenheid report; bedoelt u `reporters`?",
        en: "unknown variable `reportres` in unit report; did you mean `reporters`?")),
    BrokenFolder(
      .small, "monitor.yaml", "once a year per reporters", "\"once a year per \"",
      Told(
        "unknown-word", at: 15,
        nl:
          "onbekende waarde bij `repeats` in eenheid report; mogelijk zijn once a year, once a year per X, every time, every time after the first, as delivered.",
        en:
          "unknown value for `repeats` in unit report; possible are once a year, once a year per X, every time, every time after the first, as delivered."
      )),
    BrokenFolder(
      .small, "monitor.yaml", "", "\nboundaries: { as-of: 2020-13-01 }\n",
      Told(
        "out-of-range", at: 16,
        nl: "`as-of` in `boundaries` in monitor.yaml is geen bestaande datum in de vorm 2020-07-01.",
        en: "`as-of` in `boundaries` in monitor.yaml is no existing date written as 2020-07-01.")),
  ]
}
