/// Mistakes in `codebook.yaml`.
extension BrokenFolder {
  static let codebook: [BrokenFolder] = [
    BrokenFolder(
      .small, "codebook.yaml", "*groups", "*group",
      Told(
        "yaml-syntax", at: 33, nl: "deze verwijzing (*) heeft geen anker (&) boven zich.",
        en: "this alias (*) has no anchor (&) above it.")),
    BrokenFolder(
      .small, "codebook.yaml", "variable: consent", "variable: year",
      Told(
        "unusable-name", at: 21, nl: "de naam `year` is van Zicht zelf en kan geen variabele van het codeboek zijn.",
        en: "the name `year` belongs to Zicht itself and cannot be a variable of the codebook.")),
    BrokenFolder(
      .small, "codebook.yaml", "code: PL", "code: NL",
      Told(
        "duplicate-name", at: 20, nl: "de categorie `NL` staat er al, op regel 19.",
        en: "the category `NL` is there already, on line 19.")),
    BrokenFolder(
      .small, "codebook.yaml", "maximum: 110", "maximum: -1",
      Told(
        "out-of-range", at: 13, nl: "in variabele age is `maximum` kleiner dan `minimum`.",
        en: "in variable age `maximum` is less than `minimum`.")),
    BrokenFolder(
      .small, "codebook.yaml", "code: sexual", "code: none",
      Told(
        "unusable-name", at: 7, nl: "de code `none` betekent bij een verzameling al: geen van deze.",
        en: "the code `none` means of a set already: none of these.")),
    BrokenFolder(
      .small, "codebook.yaml", "kind: number\n    unit: { nl: jaar, en: years }\n    minimum: 0\n    maximum: 110",
      "kind: text",
      Told(
        "unsuitable-variable", in: "sources.yaml", at: 6,
        nl: "`age` in grond consent is vrije tekst; `>=` vergelijkt getallen.",
        en: "`age` in ground consent is free text; `>=` compares numbers."), others: 6),
    BrokenFolder(
      .small, "codebook.yaml", "group: abroad", "group: aboard",
      Told(
        "missing-group", in: "rules.yaml", at: 10,
        nl: "regel region: categorie `PL` van `country` heeft een groep `aboard` die `region` niet kent.",
        en: "rule region: category `PL` of `country` has a group `aboard` that `region` does not know.")),
    BrokenFolder(
      .small, "codebook.yaml", ", group: abroad", "",
      Told(
        "missing-group", in: "rules.yaml", at: 10, nl: "regel region: categorie `PL` van `country` heeft geen groep.",
        en: "rule region: category `PL` of `country` has no group.")),
    BrokenFolder(
      .small, "codebook.yaml", "categories: *groups", "categories: [{ code: police, nl: Politie, en: Police }]",
      Told(
        "different-categories", in: "rules.yaml", at: 5,
        nl: "`reporters` krijgt haar waarden uit `reporterGroup`, maar kent categorie `care` niet.",
        en: "`reporters` takes its values from `reporterGroup`, but does not know category `care`.")),
    BrokenFolder(
      .small, "codebook.yaml", "version: \"1\"\n", "",
      Told(
        "missing-key", at: 1, nl: "in codebook.yaml ontbreekt `version`.",
        en: "`version` is missing from codebook.yaml.")),
    BrokenFolder(
      .small, "codebook.yaml", "variables:", "variabelen:",
      Told(
        "unknown-key", at: 2, nl: "onbekende sleutel `variabelen` in codebook.yaml; bedoelt u `variables`?",
        en: "unknown key `variabelen` in codebook.yaml; did you mean `variables`?")),
    BrokenFolder(
      .small, "codebook.yaml", "kind: number", "kind: nummer",
      Told(
        "unknown-word", at: 10,
        nl: "onbekende waarde `nummer` bij `kind` in variabele age; mogelijk zijn category, set, number, date, text.",
        en: "unknown value `nummer` for `kind` in variable age; possible are category, set, number, date, text.")),
    BrokenFolder(
      .small, "codebook.yaml", "    kind: number\n", "",
      Told("missing-key", at: 9, nl: "in variabele age ontbreekt `kind`.", en: "`kind` is missing from variable age.")),
    BrokenFolder(
      .small, "codebook.yaml", "    unit: { nl: jaar, en: years }\n", "",
      Told("missing-key", at: 9, nl: "in variabele age ontbreekt `unit`.", en: "`unit` is missing from variable age.")),
    BrokenFolder(
      .small, "codebook.yaml", "    minimum: 0\n", "",
      Told(
        "missing-key", at: 9, nl: "in variabele age ontbreekt `minimum`.", en: "`minimum` is missing from variable age."
      )),
    BrokenFolder(
      .small, "codebook.yaml", "minimum: 0", "minimum: -2147483645",
      Told(
        "out-of-range", at: 12, nl: "`minimum` in variabele age moet tussen -2147483644 en 2147483647 liggen.",
        en: "`minimum` in variable age has to lie between -2147483644 and 2147483647.")),
    BrokenFolder(
      .small, "codebook.yaml", "maximum: 110", "maximum: 2147483648",
      Told(
        "out-of-range", at: 13, nl: "`maximum` in variabele age moet tussen -2147483644 en 2147483647 liggen.",
        en: "`maximum` in variable age has to lie between -2147483644 and 2147483647.")),
    BrokenFolder(
      .small, "codebook.yaml", "maximum: 110", "maximum: 110\n    decimals: 7",
      Told(
        "out-of-range", at: 14, nl: "`decimals` in variabele age moet tussen 0 en 6 liggen.",
        en: "`decimals` in variable age has to lie between 0 and 6.")),
    BrokenFolder(
      .small, "codebook.yaml", "kind: number", "kind: date",
      Told(
        "unknown-key", at: 11, nl: "`unit` hoort alleen bij een getal (kind: number).",
        en: "`unit` belongs to a number only (kind: number)."),
      Told(
        "unknown-key", at: 12, nl: "`minimum` hoort alleen bij een getal (kind: number).",
        en: "`minimum` belongs to a number only (kind: number)."), others: 1),
    BrokenFolder(
      .small, "codebook.yaml", "maximum: 110", "maximum: 110\n    categories: []",
      Told(
        "unknown-key", at: 14, nl: "`categories` hoort niet bij variabele age.",
        en: "`categories` does not belong to variable age.")),
    BrokenFolder(
      .small, "codebook.yaml", "code: PL, nl: Polen", "code: PL",
      Told(
        "incomplete-text", at: 20,
        nl: "bij `label` in categorie PL van variabele country ontbreekt de Nederlandse tekst (`nl`).",
        en: "`label` in category PL of variable country lacks the Dutch text (`nl`).")),
    BrokenFolder(
      .small, "codebook.yaml", "nl: Polen, en: Poland", "nl: Polen",
      Told(
        "incomplete-text", at: 20,
        nl: "bij `label` in categorie PL van variabele country ontbreekt de Engelse tekst (`en`).",
        en: "`label` in category PL of variable country lacks the English text (`en`).")),
    BrokenFolder(
      .small, "codebook.yaml", "{ code: PL, nl", "{ nl",
      Told(
        "missing-key", at: 20, nl: "in een categorie van variabele country ontbreekt `code`.",
        en: "`code` is missing from a category of variable country.")),
    BrokenFolder(
      .small, "codebook.yaml", "code: PL", "code: unknown",
      Told(
        "unusable-name", at: 20, nl: "de code `unknown` is al het woord voor een ontbrekende waarde.",
        en: "the code `unknown` is the word for a missing value already.")),
    BrokenFolder(
      .small, "codebook.yaml", "code: PL", "code: P L",
      Told(
        "unusable-name", at: 20, nl: "de naam `P L` van een categorie van variabele country kan niet.",
        en: "the name `P L` of a category of variable country cannot be used.")),
    BrokenFolder(
      .small, "codebook.yaml", "variable: consent", "variable: unknown",
      Told(
        "unusable-name", at: 21, nl: "de naam `unknown` is van Zicht zelf en kan geen variabele van het codeboek zijn.",
        en: "the name `unknown` belongs to Zicht itself and cannot be a variable of the codebook.")),
    BrokenFolder(
      .small, "codebook.yaml", "variable: consent", "variable: source",
      Told(
        "unusable-name", at: 21, nl: "de naam `source` is van Zicht zelf en kan geen variabele van het codeboek zijn.",
        en: "the name `source` belongs to Zicht itself and cannot be a variable of the codebook.")),
    BrokenFolder(
      .small, "codebook.yaml", "categories: *groups", "categories: []",
      Told(
        "out-of-range", at: 33, nl: "variabele reporters heeft 0 categorieën; dat moeten er 1 tot en met 60 zijn.",
        en: "variable reporters has 0 categories; there have to be 1 to 60.")),
    BrokenFolder(
      .small, "codebook.yaml", "  - variable: form\n", "  - kind: set\n",
      Told("duplicate-name", at: 4, nl: "de sleutel `kind` staat er twee keer.", en: "the key `kind` is there twice.")),
    BrokenFolder(
      .small, "codebook.yaml", "    label: { nl: vorm, en: form }\n", "",
      Told(
        "missing-key", at: 3, nl: "in variabele form ontbreekt `label`.", en: "`label` is missing from variable form.")),
    BrokenFolder(
      .small, "codebook.yaml",
      "- { code: sexual, nl: Seksueel, en: Sexual }\n      - { code: labour, nl: Arbeid, en: Labour }",
      "- { code: labour, nl: Arbeid, en: Labour }\n      - { code: c0, nl: c, en: c }\n      - { code: c1, nl: c, en: c }\n      - { code: c2, nl: c, en: c }\n      - { code: c3, nl: c, en: c }\n      - { code: c4, nl: c, en: c }\n      - { code: c5, nl: c, en: c }\n      - { code: c6, nl: c, en: c }\n      - { code: c7, nl: c, en: c }\n      - { code: c8, nl: c, en: c }\n      - { code: c9, nl: c, en: c }\n      - { code: c10, nl: c, en: c }\n      - { code: c11, nl: c, en: c }\n      - { code: c12, nl: c, en: c }\n      - { code: c13, nl: c, en: c }\n      - { code: c14, nl: c, en: c }\n      - { code: c15, nl: c, en: c }\n      - { code: c16, nl: c, en: c }\n      - { code: c17, nl: c, en: c }\n      - { code: c18, nl: c, en: c }\n      - { code: c19, nl: c, en: c }\n      - { code: c20, nl: c, en: c }\n      - { code: c21, nl: c, en: c }\n      - { code: c22, nl: c, en: c }\n      - { code: c23, nl: c, en: c }\n      - { code: c24, nl: c, en: c }\n      - { code: c25, nl: c, en: c }\n      - { code: c26, nl: c, en: c }\n      - { code: c27, nl: c, en: c }\n      - { code: c28, nl: c, en: c }\n      - { code: c29, nl: c, en: c }\n      - { code: c30, nl: c, en: c }\n      - { code: c31, nl: c, en: c }\n      - { code: c32, nl: c, en: c }\n      - { code: c33, nl: c, en: c }\n      - { code: c34, nl: c, en: c }\n      - { code: c35, nl: c, en: c }\n      - { code: c36, nl: c, en: c }\n      - { code: c37, nl: c, en: c }\n      - { code: c38, nl: c, en: c }\n      - { code: c39, nl: c, en: c }\n      - { code: c40, nl: c, en: c }\n      - { code: c41, nl: c, en: c }\n      - { code: c42, nl: c, en: c }\n      - { code: c43, nl: c, en: c }\n      - { code: c44, nl: c, en: c }\n      - { code: c45, nl: c, en: c }\n      - { code: c46, nl: c, en: c }\n      - { code: c47, nl: c, en: c }\n      - { code: c48, nl: c, en: c }\n      - { code: c49, nl: c, en: c }\n      - { code: c50, nl: c, en: c }\n      - { code: c51, nl: c, en: c }\n      - { code: c52, nl: c, en: c }\n      - { code: c53, nl: c, en: c }\n      - { code: c54, nl: c, en: c }\n      - { code: c55, nl: c, en: c }\n      - { code: c56, nl: c, en: c }\n      - { code: c57, nl: c, en: c }\n      - { code: c58, nl: c, en: c }\n      - { code: c59, nl: c, en: c }",
      Told(
        "out-of-range", at: 7, nl: "variabele form heeft 61 categorieën; dat moeten er 1 tot en met 60 zijn.",
        en: "variable form has 61 categories; there have to be 1 to 60.")),
    BrokenFolder(
      .small, "codebook.yaml", "    derived: true\n", "    derived: yes\n",
      Told(
        "wrong-kind", at: 28, nl: "bij `derived` in variabele reporterGroup hoort true of false.",
        en: "`derived` in variable reporterGroup takes true or false.")),
    BrokenFolder(
      .small, "codebook.yaml", "variable: reporterGroup", "variable: reporterGroups",
      Told(
        "missing-key", at: 1,
        nl: "in codebook.yaml ontbreekt de variabele `reporterGroup` (kind: category, derived: true).",
        en: "the variable `reporterGroup` (kind: category, derived: true) is missing from codebook.yaml."),
      Told(
        "unknown-variable", in: "rules.yaml", at: 5,
        nl: "onbekende variabele `reporterGroup` in een combinatie in link.",
        en: "unknown variable `reporterGroup` in a combination in link."),
      Told(
        "unsuitable-variable", in: "rules.yaml", at: 24,
        nl:
          "`reporters` in regel only-police bestaat hier niet: zij hoort bij meldingen en is niet overgenomen in `link`.",
        en:
          "`reporters` in rule only-police does not exist here: it belongs to notifications and is not combined in `link`."
      )),
    BrokenFolder(
      .small, "codebook.yaml", "maximum: 110", "maximum: 110\n    areas: true",
      Told(
        "unknown-key", at: 14,
        nl: "`areas` hoort in variabele age bij een categorie (kind: category) zonder `categories`.",
        en: "`areas` belongs in variable age to a category (kind: category) without `categories`.")),
    BrokenFolder(
      .small, "codebook.yaml", "    label: { nl: toestemming, en: consent }\n",
      "    areas: true\n    label: { nl: toestemming, en: consent }\n",
      Told(
        "unknown-key", at: 23,
        nl: "`areas` hoort in variabele consent bij een categorie (kind: category) zonder `categories`.",
        en: "`areas` belongs in variable consent to a category (kind: category) without `categories`.")),
    BrokenFolder(
      .small, "codebook.yaml",
      "    label: { nl: toestemming, en: consent }\n    categories:\n      - { code: given, nl: Gegeven, en: Given }\n",
      "    areas: true\n    label: { nl: toestemming, en: consent }\n",
      Told(
        "file-missing", at: 23,
        nl: "variabele consent neemt zijn categorieën uit areas.csv, en daar staat geen gebied in.",
        en: "variable consent takes its categories from areas.csv, and no area is in it.")),
    BrokenFolder(
      .small, "codebook.yaml", "en: Minor }\n", "en: Minor, bounds: { from: 5, below: 5 } }\n",
      Told(
        "out-of-range", at: 46, nl: "`bounds` in categorie minor van variabele minor laten geen enkel getal over.",
        en: "`bounds` in category minor of variable minor leave no number at all.")),
    BrokenFolder(
      .small, "codebook.yaml", "en: Minor }\n", "en: Minor, bounds: { from: 0, below: 1000000001 } }\n",
      Told(
        "out-of-range", at: 46,
        nl: "`below` in `bounds` in categorie minor van variabele minor moet tussen -1000000000 en 1000000000 liggen.",
        en: "`below` in `bounds` in category minor of variable minor has to lie between -1000000000 and 1000000000.")),
    BrokenFolder(
      .small, "codebook.yaml", "label: { nl: leeftijd, en: age }",
      "label: { nl: leeftijd, en: age }\n    valid-from: 1899",
      Told(
        "out-of-range", at: 15, nl: "`valid-from` in variabele age moet tussen 1900 en 2200 liggen.",
        en: "`valid-from` in variable age has to lie between 1900 and 2200.")),
    BrokenFolder(
      .small, "codebook.yaml", "label: { nl: leeftijd, en: age }",
      "label: { nl: leeftijd, en: age }\n    valid-to: 2201",
      Told(
        "out-of-range", at: 15, nl: "`valid-to` in variabele age moet tussen 1900 en 2200 liggen.",
        en: "`valid-to` in variable age has to lie between 1900 and 2200.")),
    BrokenFolder(
      .small, "codebook.yaml", "label: { nl: leeftijd, en: age }",
      "label: { nl: leeftijd, en: age }\n    missing: { onbekend: { nl: a, en: b } }",
      Told(
        "unknown-key", at: 15, nl: "onbekende sleutel `onbekend` in `missing` in variabele age.",
        en: "unknown key `onbekend` in `missing` in variable age.")),
    BrokenFolder(
      .small, "codebook.yaml", "group: abroad }", "group: abroad, standard: { CBS: [] } }",
      Told(
        "wrong-kind", at: 20, nl: "bij `CBS` in `standard` in categorie PL van variabele country hoort een tekst.",
        en: "`CBS` in `standard` in category PL of variable country takes a text.")),
  ]
}
