/// Mistakes in `rules.yaml`.
extension BrokenFolder {
  static let rules: [BrokenFolder] = [
    BrokenFolder(
      .small, "rules.yaml", "otherwise: unknown", "otherwise: unknown\n    from: age",
      Told(
        "unknown-key", at: 21, nl: "`from` hoort niet bij `derive` in regel minority.",
        en: "`from` does not belong to `derive` in rule minority.")),
    BrokenFolder(
      .small, "rules.yaml", "exclude: reporters has only police", "",
      Told(
        "missing-key", at: 23, nl: "regel only-police heeft precies één van derive, group, exclude of impute nodig.",
        en: "rule only-police needs exactly one of derive, group, exclude or impute.")),
    BrokenFolder(
      .small, "rules.yaml", "when: age < 18", "when: age < x",
      Told(
        "condition-syntax", at: 18,
        nl: "de voorwaarde in regel minority is niet te lezen: hier hoort een geheel getal (teken 7).",
        en: "the condition in rule minority cannot be read: a whole number belongs here (character 7).")),
    BrokenFolder(
      .small, "rules.yaml", "then: adult", "then: adlut",
      Told(
        "unknown-category", at: 19, nl: "onbekende categorie `adlut` van `minor` in regel minority; bedoelt u `adult`?",
        en: "unknown category `adlut` of `minor` in rule minority; did you mean `adult`?")),
    BrokenFolder(
      .small, "rules.yaml", "when: age < 18", "when: minor is adult",
      Told(
        "used-before-derived", at: 18,
        nl: "regel minority gebruikt `minor`, maar die wordt pas daarna afgeleid door minority.",
        en: "rule minority uses `minor`, but minority derives that only later.")),
    BrokenFolder(
      .small, "rules.yaml", "derive: minor", "derive: consent",
      Told(
        "not-derived", at: 15,
        nl: "regel minority berekent `consent`, maar die staat niet als afgeleid in het codeboek.",
        en: "rule minority computes `consent`, but the codebook does not mark that as derived."),
      Told(
        "unknown-category", at: 18, nl: "onbekende categorie `minor` van `consent` in regel minority.",
        en: "unknown category `minor` of `consent` in rule minority."), others: 1),
    BrokenFolder(
      .small, "rules.yaml", "group: region", "group: reporters",
      Told(
        "missing-group", at: 10,
        nl: "regel region: categorie `NL` van `country` heeft een groep `home` die `reporters` niet kent.",
        en: "rule region: category `NL` of `country` has a group `home` that `reporters` does not know."),
      Told(
        "missing-group", at: 10,
        nl: "regel region: categorie `PL` van `country` heeft een groep `abroad` die `reporters` niet kent.",
        en: "rule region: category `PL` of `country` has a group `abroad` that `reporters` does not know."), others: 3),
    BrokenFolder(
      .small, "rules.yaml", "derive: minor", "derive: region",
      Told(
        "derived-twice", at: 15, nl: "`region` wordt twee keer berekend; region deed het al.",
        en: "`region` is computed twice; region did so already."),
      Told(
        "unknown-category", at: 18, nl: "onbekende categorie `minor` van `region` in regel minority.",
        en: "unknown category `minor` of `region` in rule minority."), others: 1),
    BrokenFolder(
      .small, "rules.yaml", "link:\n  reason: { nl: Koppeling., en: Linkage. }\n", "link:\n",
      Told("missing-key", at: 2, nl: "in link ontbreekt `reason`.", en: "`reason` is missing from link.")),
    BrokenFolder(
      .small, "rules.yaml", "  source: Paragraaf 1\n", "",
      Told("missing-key", at: 2, nl: "in link ontbreekt `source`.", en: "`source` is missing from link.")),
    BrokenFolder(
      .small, "rules.yaml", "  combine:", "  combineer:",
      Told(
        "unknown-key", at: 4, nl: "onbekende sleutel `combineer` in link; bedoelt u `combine`?",
        en: "unknown key `combineer` in link; did you mean `combine`?")),
    BrokenFolder(
      .small, "rules.yaml", ", how: firstKnown }", " }",
      Told(
        "missing-key", at: 8, nl: "in een combinatie in link ontbreekt `how`.",
        en: "`how` is missing from a combination in link."),
      Told(
        "unsuitable-variable", at: 12,
        nl: "`country` in regel region bestaat hier niet: zij hoort bij meldingen en is niet overgenomen in `link`.",
        en: "`country` in rule region does not exist here: it belongs to notifications and is not combined in `link`.")),
    BrokenFolder(
      .small, "rules.yaml", "how: firstKnown", "how: first",
      Told(
        "unknown-word", at: 8,
        nl:
          "onbekende waarde `first` bij `how` in een combinatie in link; mogelijk zijn firstKnown, union, minimum, maximum, count.",
        en:
          "unknown value `first` for `how` in a combination in link; possible are firstKnown, union, minimum, maximum, count."
      ),
      Told(
        "unsuitable-variable", at: 12,
        nl: "`country` in regel region bestaat hier niet: zij hoort bij meldingen en is niet overgenomen in `link`.",
        en: "`country` in rule region does not exist here: it belongs to notifications and is not combined in `link`.")),
    BrokenFolder(
      .small, "rules.yaml", "from: country, how", "from: contry, how",
      Told(
        "unknown-variable", at: 8, nl: "onbekende variabele `contry` in een combinatie in link; bedoelt u `country`?",
        en: "unknown variable `contry` in a combination in link; did you mean `country`?"),
      Told(
        "unsuitable-variable", at: 12,
        nl: "`country` in regel region bestaat hier niet: zij hoort bij meldingen en is niet overgenomen in `link`.",
        en: "`country` in rule region does not exist here: it belongs to notifications and is not combined in `link`.")),
    BrokenFolder(
      .small, "rules.yaml", "variable: country, from: country", "variable: land, from: country",
      Told(
        "unknown-variable", at: 8, nl: "onbekende variabele `land` in een combinatie in link.",
        en: "unknown variable `land` in a combination in link."),
      Told(
        "unsuitable-variable", at: 12,
        nl: "`country` in regel region bestaat hier niet: zij hoort bij meldingen en is niet overgenomen in `link`.",
        en: "`country` in rule region does not exist here: it belongs to notifications and is not combined in `link`.")),
    BrokenFolder(
      .small, "rules.yaml", "variable: age, from: age, how: minimum", "variable: form2, from: age, how: minimum",
      Told(
        "unknown-variable", at: 7, nl: "onbekende variabele `form2` in een combinatie in link; bedoelt u `form`?",
        en: "unknown variable `form2` in a combination in link; did you mean `form`?"),
      Told(
        "unsuitable-variable", at: 18,
        nl: "`age` in regel minority bestaat hier niet: zij hoort bij meldingen en is niet overgenomen in `link`.",
        en: "`age` in rule minority does not exist here: it belongs to notifications and is not combined in `link`."),
      others: 1),
    BrokenFolder(
      .small, "rules.yaml", "variable: form, from: form, how: union", "variable: country, from: form, how: union",
      Told(
        "not-derived", at: 6, nl: "link berekent `country`, maar die staat niet als afgeleid in het codeboek.",
        en: "link computes `country`, but the codebook does not mark that as derived."),
      Told(
        "unsuitable-variable", at: 6, nl: "`country` is een categorie; dat past niet bij `how: union`.",
        en: "`country` is a category; that does not suit `how: union`."), others: 1),
    BrokenFolder(
      .small, "rules.yaml", "variable: form, from: form, how: union", "variable: form, from: age, how: union",
      Told(
        "not-derived", at: 6, nl: "link berekent `form`, maar die staat niet als afgeleid in het codeboek.",
        en: "link computes `form`, but the codebook does not mark that as derived."),
      Told(
        "unsuitable-variable", at: 6, nl: "`age` is een getal; dat past niet bij `how: union`.",
        en: "`age` is a number; that does not suit `how: union`.")),
    BrokenFolder(
      .small, "rules.yaml", "from: country, how: firstKnown", "from: consent, how: firstKnown",
      Told(
        "not-derived", at: 8, nl: "link berekent `country`, maar die staat niet als afgeleid in het codeboek.",
        en: "link computes `country`, but the codebook does not mark that as derived."),
      Told(
        "different-categories", at: 8,
        nl: "`country` krijgt haar waarden uit `consent`, maar kent categorie `given` niet.",
        en: "`country` takes its values from `consent`, but does not know category `given`.")),
    BrokenFolder(
      .small, "rules.yaml", "variable: country, from: country, how: firstKnown",
      "variable: form, from: country, how: firstKnown",
      Told(
        "not-derived", at: 8, nl: "link berekent `form`, maar die staat niet als afgeleid in het codeboek.",
        en: "link computes `form`, but the codebook does not mark that as derived."),
      Told(
        "unsuitable-variable", at: 8, nl: "`form` is een verzameling; dat past niet bij `how: firstKnown`.",
        en: "`form` is a set; that does not suit `how: firstKnown`."), others: 2),
    BrokenFolder(
      .small, "rules.yaml", "from: age, how: minimum", "from: form, how: minimum",
      Told(
        "not-derived", at: 7, nl: "link berekent `age`, maar die staat niet als afgeleid in het codeboek.",
        en: "link computes `age`, but the codebook does not mark that as derived."),
      Told(
        "unsuitable-variable", at: 7, nl: "`form` is een verzameling; dat past niet bij `how: minimum`.",
        en: "`form` is a set; that does not suit `how: minimum`.")),
    BrokenFolder(
      .small, "rules.yaml", "variable: age, from: age, how: minimum", "variable: age, from: form, how: maximum",
      Told(
        "not-derived", at: 7, nl: "link berekent `age`, maar die staat niet als afgeleid in het codeboek.",
        en: "link computes `age`, but the codebook does not mark that as derived."),
      Told(
        "unsuitable-variable", at: 7, nl: "`form` is een verzameling; dat past niet bij `how: maximum`.",
        en: "`form` is a set; that does not suit `how: maximum`.")),
    BrokenFolder(
      .small, "rules.yaml", "variable: country, from: country, how: firstKnown",
      "variable: country, from: country, how: count",
      Told(
        "unsuitable-variable", at: 8, nl: "`country` is een categorie; dat past niet bij `how: count`.",
        en: "`country` is a category; that does not suit `how: count`.")),
    BrokenFolder(
      .small, "rules.yaml", "variable: reporters, from", "variable: consent, from",
      Told(
        "not-derived", at: 5, nl: "link berekent `consent`, maar die staat niet als afgeleid in het codeboek.",
        en: "link computes `consent`, but the codebook does not mark that as derived."),
      Told(
        "unsuitable-variable", at: 5, nl: "`consent` is een categorie; dat past niet bij `how: union`.",
        en: "`consent` is a category; that does not suit `how: union`."), others: 1),
    BrokenFolder(
      .small, "rules.yaml", "rules:\n", "regels:\n",
      Told(
        "unknown-key", at: 9, nl: "onbekende sleutel `regels` in rules.yaml; bedoelt u `rules`?",
        en: "unknown key `regels` in rules.yaml; did you mean `rules`?")),
    BrokenFolder(
      .small, "rules.yaml", "rule: region\n", "naam: region\n",
      Told(
        "unknown-key", at: 10, nl: "onbekende sleutel `naam` in een regel; bedoelt u `rule`?",
        en: "unknown key `naam` in a rule; did you mean `rule`?")),
    BrokenFolder(
      .small, "rules.yaml", "rule: minority", "rule: region",
      Told(
        "duplicate-name", at: 15, nl: "de regel `region` staat er al, op regel 10.",
        en: "the rule `region` is there already, on line 10.")),
    BrokenFolder(
      .small, "rules.yaml", "    reason: { nl: Regio., en: Region. }\n", "",
      Told(
        "missing-key", at: 10, nl: "in regel region ontbreekt `reason`.", en: "`reason` is missing from rule region.")),
    BrokenFolder(
      .small, "rules.yaml", "    source: Paragraaf 2\n", "",
      Told(
        "missing-key", at: 10, nl: "in regel region ontbreekt `source`.", en: "`source` is missing from rule region.")),
    BrokenFolder(
      .small, "rules.yaml", "from: country\n    reason", "reason",
      Told("missing-key", at: 10, nl: "in regel region ontbreekt `from`.", en: "`from` is missing from rule region.")),
    BrokenFolder(
      .small, "rules.yaml", "from: country\n    reason", "from: age\n    reason",
      Told(
        "unsuitable-variable", at: 12,
        nl: "`age` is een getal; in regel region past bij `from` alleen een categorie of een verzameling.",
        en: "`age` is a number; in rule region `from` takes only a category or a set.")),
    BrokenFolder(
      .small, "rules.yaml", "group: region", "group: reporters2",
      Told(
        "unknown-variable", at: 11, nl: "onbekende variabele `reporters2` in regel region; bedoelt u `reporters`?",
        en: "unknown variable `reporters2` in rule region; did you mean `reporters`?"),
      Told(
        "unsuitable-variable", at: 19,
        nl: "`region` in regel minority bestaat hier niet: zij hoort bij meldingen en is niet overgenomen in `link`.",
        en: "`region` in rule minority does not exist here: it belongs to notifications and is not combined in `link`.")
    ),
    BrokenFolder(
      .small, "rules.yaml", "from: country\n    reason", "from: form\n    reason",
      Told(
        "missing-group", at: 10, nl: "regel region: categorie `sexual` van `form` heeft geen groep.",
        en: "rule region: category `sexual` of `form` has no group."),
      Told(
        "missing-group", at: 10, nl: "regel region: categorie `labour` van `form` heeft geen groep.",
        en: "rule region: category `labour` of `form` has no group."), others: 1),
    BrokenFolder(
      .small, "rules.yaml", "derive: minor", "derive: form",
      Told(
        "not-derived", at: 15, nl: "regel minority berekent `form`, maar die staat niet als afgeleid in het codeboek.",
        en: "rule minority computes `form`, but the codebook does not mark that as derived."),
      Told(
        "derived-twice", at: 15, nl: "`form` wordt twee keer berekend; link deed het al.",
        en: "`form` is computed twice; link did so already."), others: 3),
    BrokenFolder(
      .small, "rules.yaml",
      "    cases:\n      - { when: age < 18, then: minor }\n      - { when: age >= 18 and region is known, then: adult }\n",
      "",
      Told(
        "missing-key", at: 15, nl: "in regel minority ontbreekt `cases`.", en: "`cases` is missing from rule minority.")
    ),
    BrokenFolder(
      .small, "rules.yaml", "when: age < 18, then: minor", "then: minor",
      Told(
        "missing-key", at: 18, nl: "in regel minority ontbreekt `when`.", en: "`when` is missing from rule minority.")),
    BrokenFolder(
      .small, "rules.yaml", "when: age < 18, then: minor", "when: age < 18",
      Told(
        "missing-key", at: 18, nl: "in regel minority ontbreekt `then`.", en: "`then` is missing from rule minority.")),
    BrokenFolder(
      .small, "rules.yaml", "    otherwise: unknown\n", "",
      Told(
        "missing-key", at: 15, nl: "in regel minority ontbreekt `otherwise`.",
        en: "`otherwise` is missing from rule minority.")),
    BrokenFolder(
      .small, "rules.yaml", "otherwise: unknown", "otherwise: child",
      Told(
        "unknown-category", at: 20, nl: "onbekende categorie `child` van `minor` in regel minority.",
        en: "unknown category `child` of `minor` in rule minority.")),
    BrokenFolder(
      .small, "rules.yaml", "derive: minor", "derive: minor\n    group: region",
      Told(
        "missing-key", at: 15, nl: "regel minority heeft precies één van derive, group, exclude of impute nodig.",
        en: "rule minority needs exactly one of derive, group, exclude or impute.")),
    BrokenFolder(
      .small, "rules.yaml", "exclude: reporters has only police", "exclude: reporters has only polis",
      Told(
        "unknown-category", at: 24,
        nl: "onbekende categorie `polis` van `reporters` in regel only-police; bedoelt u `police`?",
        en: "unknown category `polis` of `reporters` in rule only-police; did you mean `police`?")),
    BrokenFolder(
      .small, "rules.yaml", "exclude: reporters has only police", "exclude: reporters is police2",
      Told(
        "unknown-category", at: 24,
        nl: "onbekende categorie `police2` van `reporters` in regel only-police; bedoelt u `police`?",
        en: "unknown category `police2` of `reporters` in rule only-police; did you mean `police`?")),
  ]
}
