/// Mistakes in `sources.yaml`.
extension BrokenFolder {
  private static let details =
    "surname, givenName, fullName, alias, birthDate, phone, email, userName, identifier, street, houseNumber, "
    + "postcode, "
    + "city, birthPlace, encodedRow"

  static let sources: [BrokenFolder] = [
    BrokenFolder(
      .small, "sources.yaml", "person: true,", "person: true, pattern: '9{',",
      Told(
        "out-of-range", at: 18,
        nl: "`pattern` in kolom nummer is geen patroon; schrijf bijvoorbeeld 9{6} voor zes cijfers of P-9{1,5}.",
        en: "`pattern` in column nummer is no pattern; write for example 9{6} for six digits or P-9{1,5}.")),
    BrokenFolder(
      .small, "sources.yaml", "year: true,", "year: true, pattern: ['9{4}'],",
      Told(
        "template-columns", at: 19, nl: "kolom jaar: `pattern` hoort bij de kolom met de persoonssleutel.",
        en: "column jaar: `pattern` belongs to the column with the person key.")),
    BrokenFolder(
      .small, "sources.yaml", "group: care", "group: zorg",
      Told(
        "unknown-category", at: 13, nl: "onbekende categorie `zorg` van `reporterGroup` in melder zorg.",
        en: "unknown category `zorg` of `reporterGroup` in source zorg.")),
    BrokenFolder(
      .small, "sources.yaml", "arbeid: labour", "arbeid: labor",
      Told(
        "unknown-category", at: 20, nl: "onbekende categorie `labor` van `form` in kolom vorm; bedoelt u `labour`?",
        en: "unknown category `labor` of `form` in column vorm; did you mean `labour`?")),
    BrokenFolder(
      .small, "sources.yaml", "grounds: [consent]", "grounds: [concent]",
      Told(
        "unknown-reference", at: 15, nl: "onbekende grond `concent` in melder zorg; bedoelt u `consent`?",
        en: "unknown ground `concent` in source zorg; did you mean `consent`?")),
    BrokenFolder(
      .small, "sources.yaml", "age: 15", "age: 17",
      Told(
        "ground-example", at: 9, nl: "grond consent: voorbeeld 2 zou niet moeten gelden, maar geldt wel.",
        en: "ground consent: example 2 should not hold, but does.")),
    BrokenFolder(
      .small, "sources.yaml", "age >= 16", "age >= 17",
      Told(
        "ground-example", at: 8, nl: "grond consent: voorbeeld 1 zou moeten gelden, maar geldt niet.",
        en: "ground consent: example 1 should hold, but does not.")),
    BrokenFolder(
      .small, "sources.yaml", "variable: consent", "ignored: true",
      Told(
        "ground-column", at: 15, nl: "melder zorg: grond consent vraagt `consent`, maar de melder levert die niet.",
        en: "source zorg: ground consent asks for `consent`, but the source does not deliver it.")),
    BrokenFolder(
      .small, "sources.yaml", "year: true", "ignored: true",
      Told(
        "template-columns", at: 18, nl: "melder zorg heeft geen kolom voor het jaar.",
        en: "source zorg has no column for the year.")),
    BrokenFolder(
      .small, "sources.yaml", "person: true", "ignored: true",
      Told(
        "template-columns", at: 18, nl: "melder zorg heeft geen kolom met de persoonssleutel.",
        en: "source zorg has no column with the person key.")),
    BrokenFolder(
      .small, "sources.yaml", "lane: identified\n    grounds", "lane: pseudonymous\n    grounds",
      Told(
        "template-columns", at: 18, nl: "melder zorg vraagt persoonsgegevens, maar mag die niet leveren.",
        en: "source zorg asks for personal details, but may not deliver them.")),
    BrokenFolder(
      .small, "sources.yaml", "ignored: true", "ignored: true, year: true",
      Told(
        "template-columns", at: 25, nl: "kolom opmerking is meer dan één ding voor Zicht.",
        en: "column opmerking is more than one thing to Zicht.")),
    BrokenFolder(
      .small, "sources.yaml", "variable: country", "variable: age",
      Told(
        "template-columns", at: 18, nl: "melder zorg vraagt `age` twee keer.",
        en: "source zorg asks for `age` "
          + "twice.")),
    BrokenFolder(
      .small, "sources.yaml", "variable: country", "variable: minor",
      Told(
        "unsuitable-variable", at: 22,
        nl: "`minor` in kolom land bestaat hier niet: zij wordt pas bij het classificeren afgeleid.",
        en: "`minor` in column land does not exist here: it is derived only when cases are classified.")),
    BrokenFolder(
      .small, "sources.yaml", "variable: country", "variable: reporterGroup",
      Told(
        "template-columns", at: 22, nl: "kolom land: `reporterGroup` wordt door Zicht zelf ingevuld en niet geleverd.",
        en: "column land: `reporterGroup` is filled in by Zicht itself and not delivered.")),
    BrokenFolder(
      .small, "sources.yaml", "    label: { nl: Toestemming, en: Consent }\n", "",
      Told(
        "missing-key", at: 2, nl: "in grond consent ontbreekt `label`.",
        en: "`label` is missing from ground "
          + "consent.")),
    BrokenFolder(
      .small, "sources.yaml", "    article: AVG art. 6\n", "",
      Told(
        "missing-key", at: 2, nl: "in grond consent ontbreekt `article`.",
        en: "`article` is missing from ground consent.")),
    BrokenFolder(
      .small, "sources.yaml", "    lane: identified\n    holds", "    holds",
      Told(
        "missing-key", at: 2, nl: "in grond consent ontbreekt `lane`.", en: "`lane` is missing from ground consent.")),
    BrokenFolder(
      .small, "sources.yaml", "lane: identified\n    holds", "lane: open\n    holds",
      Told(
        "unknown-word", at: 5,
        nl: "onbekende waarde `open` bij `lane` in grond consent; mogelijk zijn identified, pseudonymous, countOnly.",
        en: "unknown value `open` for `lane` in ground consent; possible are identified, pseudonymous, countOnly.")),
    BrokenFolder(
      .small, "sources.yaml", "age >= 16\n", "age >=\n",
      Told(
        "condition-syntax", at: 6,
        nl: "de voorwaarde in grond consent is niet te lezen: hier hoort een waarde (teken 28).",
        en: "the condition in ground consent cannot be read: a value belongs here (character 28).")),
    BrokenFolder(
      .small, "sources.yaml", "consent is given and", "consnt is given and",
      Told(
        "unknown-variable", at: 6, nl: "onbekende variabele `consnt` in grond consent; bedoelt u `consent`?",
        en: "unknown variable `consnt` in ground consent; did you mean `consent`?"),
      Told(
        "ground-column", at: 15, nl: "melder zorg: grond consent vraagt `consnt`, maar de melder levert die niet.",
        en: "source zorg: ground consent asks for `consnt`, but the source does not deliver it.")),
    BrokenFolder(
      .small, "sources.yaml", "age: 15 }, holds: false", "age: 15 }",
      Told(
        "missing-key", at: 9, nl: "in een voorbeeld van grond consent ontbreekt `holds`.",
        en: "`holds` is missing from an example of ground consent.")),
    BrokenFolder(
      .small, "sources.yaml", "given: { consent: given, age: 15 }, holds: false", "holds: false",
      Told(
        "missing-key", at: 9, nl: "in een voorbeeld van grond consent ontbreekt `given`.",
        en: "`given` is missing from an example of ground consent.")),
    BrokenFolder(
      .small, "sources.yaml", "consent: given, age: 15", "consnt: given, age: 15",
      Told(
        "unknown-variable", at: 9, nl: "onbekende variabele `consnt` in grond consent; bedoelt u `consent`?",
        en: "unknown variable `consnt` in ground consent; did you mean `consent`?")),
    BrokenFolder(
      .small, "sources.yaml", "consent: given, age: 15", "consent: gven, age: 15",
      Told(
        "unknown-category", at: 9,
        nl: "onbekende categorie `gven` van `consent` in een voorbeeld van grond consent; bedoelt u `given`?",
        en: "unknown category `gven` of `consent` in an example of ground consent; did you mean `given`?")),
    BrokenFolder(
      .small, "sources.yaml", "consent: given, age: 15", "consent: given, age: oud",
      Told(
        "out-of-range", at: 9, nl: "`age` in een voorbeeld van grond consent is een getal; `oud` past daar niet bij.",
        en: "`age` in an example of ground consent is a number; `oud` does not suit it.")),
    BrokenFolder(
      .small, "sources.yaml", "consent: given, age: 15", "consent: given, age: 15, minor: minor",
      Told(
        "unsuitable-variable", at: 9,
        nl: "`minor` in grond consent bestaat hier niet: zij wordt pas bij het classificeren afgeleid.",
        en: "`minor` in ground consent does not exist here: it is derived only when cases are classified.")),
    BrokenFolder(
      .small, "sources.yaml", "holds: false", "holds: nee",
      Told(
        "wrong-kind", at: 9, nl: "bij `holds` in een voorbeeld van grond consent hoort true of false.",
        en: "`holds` in an example of ground consent takes true or false.")),
    BrokenFolder(
      .small, "sources.yaml", "grounds:\n  - ground: consent", "grounds:\n  - ground: a b",
      Told(
        "unusable-name", at: 2, nl: "de naam `a b` van een grond kan niet.",
        en: "the name `a b` of a ground cannot be used.")),
    BrokenFolder(
      .small, "sources.yaml", "sources:\n  - source", "sources:\n  - naam: a\n  - source",
      Told(
        "unknown-key", at: 11, nl: "onbekende sleutel `naam` in een melder; bedoelt u `source`?",
        en: "unknown key `naam` in a source; did you mean `source`?"), others: 2),
    BrokenFolder(
      .small, "sources.yaml", "    label: { nl: Zorg, en: Care }\n", "",
      Told("missing-key", at: 11, nl: "in melder zorg ontbreekt `label`.", en: "`label` is missing from source zorg.")),
    BrokenFolder(
      .small, "sources.yaml", "    group: care\n", "",
      Told("missing-key", at: 11, nl: "in melder zorg ontbreekt `group`.", en: "`group` is missing from source zorg.")),
    BrokenFolder(
      .small, "sources.yaml", "group: care", "group: unknown",
      Told(
        "unknown-category", at: 13, nl: "onbekende categorie `unknown` van `reporterGroup` in melder zorg.",
        en: "unknown category `unknown` of `reporterGroup` in source zorg.")),
    BrokenFolder(
      .small, "sources.yaml", "    lane: identified\n    grounds: [consent]", "    grounds: [consent]",
      Told("missing-key", at: 11, nl: "in melder zorg ontbreekt `lane`.", en: "`lane` is missing from source zorg.")),
    BrokenFolder(
      .small, "sources.yaml", "lane: identified\n    grounds", "lane: closed\n    grounds",
      Told(
        "unknown-word", at: 14,
        nl: "onbekende waarde `closed` bij `lane` in melder zorg; mogelijk zijn identified, pseudonymous, countOnly.",
        en: "unknown value `closed` for `lane` in source zorg; possible are identified, pseudonymous, countOnly.")),
    BrokenFolder(
      .small, "sources.yaml", "    grounds: [consent]\n", "",
      Told(
        "missing-key", at: 11, nl: "in melder zorg ontbreekt `grounds`.",
        en: "`grounds` is missing from source "
          + "zorg.")),
    BrokenFolder(
      .small, "sources.yaml", "grounds: [consent]", "grounds: [[consent]]",
      Told(
        "wrong-kind", at: 15, nl: "in de lijst `grounds` van melder zorg horen alleen woorden.",
        en: "the list `grounds` of source zorg takes words only.")),
    BrokenFolder(
      .small, "sources.yaml", "definition: { nl: Iedereen., en: Everyone. }", "definition: iedereen",
      Told(
        "incomplete-text", at: 16, nl: "bij `definition` in melder zorg hoort een tekst in twee talen.",
        en: "`definition` in source zorg takes a text in two languages.")),
    BrokenFolder(
      .small, "sources.yaml", "header: land, ", "",
      Told(
        "missing-key", at: 22, nl: "in een kolom van melder zorg ontbreekt `header`.",
        en: "`header` is missing from a column of source zorg.")),
    BrokenFolder(
      .small, "sources.yaml", ", explanation: { nl: Land., en: Country. }", "",
      Told(
        "missing-key", at: 22, nl: "in kolom land ontbreekt `explanation`.",
        en: "`explanation` is missing from column land.")),
    BrokenFolder(
      .small, "sources.yaml", "identity: surname", "identity: naam",
      Told(
        "unknown-word", at: 24,
        nl: "onbekende waarde `naam` bij `identity` in kolom achternaam; mogelijk zijn \(details).",
        en: "unknown value `naam` for `identity` in column achternaam; possible are \(details).")),
    BrokenFolder(
      .small, "sources.yaml", "header: opmerking, ignored: true", "header: opmerking",
      Told(
        "template-columns", at: 25, nl: "kolom opmerking is niets voor Zicht.",
        en: "column opmerking is nothing to Zicht.")),
    BrokenFolder(
      .small, "sources.yaml", "ignored: true", "year: true",
      Told(
        "template-columns", at: 18, nl: "melder zorg heeft meer dan één kolom voor het jaar.",
        en: "source zorg has more than one column for the year.")),
    BrokenFolder(
      .small, "sources.yaml", "ignored: true", "person: true",
      Told(
        "template-columns", at: 18, nl: "melder zorg heeft meer dan één persoonssleutel.",
        en: "source zorg has more than one person key.")),
  ]
}
