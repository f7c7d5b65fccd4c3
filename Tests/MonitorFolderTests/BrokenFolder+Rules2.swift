/// Mistakes in `rules.yaml`, continued.
extension BrokenFolder {
  static let rules2: [BrokenFolder] = [
    BrokenFolder(
      .small, "rules.yaml", "exclude: reporters has only police", "exclude: age is oud",
      Told(
        "unsuitable-variable", at: 24,
        nl: "`age` in regel only-police is een getal; de waarde `oud` past daar niet bij.",
        en: "`age` in rule only-police is a number; the value `oud` does not suit it.")),
    BrokenFolder(
      .small, "rules.yaml", "exclude: reporters has only police", "exclude: age has any (a)",
      Told(
        "unsuitable-variable", at: 24, nl: "`age` in regel only-police is een getal; `has` vraagt een verzameling.",
        en: "`age` in rule only-police is a number; `has` asks for a set.")),
    BrokenFolder(
      .small, "rules.yaml", "exclude: reporters has only police", "exclude: minor < 3",
      Told(
        "unsuitable-variable", at: 24, nl: "`minor` in regel only-police is een categorie; `<` vergelijkt getallen.",
        en: "`minor` in rule only-police is a category; `<` compares numbers.")),
    BrokenFolder(
      .small, "rules.yaml", "exclude: reporters has only police", "exclude: source is zorg",
      Told(
        "unsuitable-variable", at: 24,
        nl:
          "`source` in regel only-police bestaat hier niet: zij hoort bij meldingen en is niet overgenomen in `link`.",
        en:
          "`source` in rule only-police does not exist here: it belongs to notifications and is not combined in `link`."
      )),
    BrokenFolder(
      .small, "rules.yaml",
      "derive: minor\n    cases:\n      - { when: age < 18, then: minor }\n      - { when: age >= 18 and region is known, then: adult }\n    otherwise: unknown",
      "impute: minor\n    from: country\n    strata: [year]\n    minimum-known: 5",
      Told(
        "different-categories", at: 16,
        nl: "`minor` en `country` moeten dezelfde categorieën hebben, in dezelfde volgorde.",
        en: "`minor` and `country` need the same categories in the same order.")),
    BrokenFolder(
      .small, "rules.yaml",
      "derive: minor\n    cases:\n      - { when: age < 18, then: minor }\n      - { when: age >= 18 and region is known, then: adult }\n    otherwise: unknown",
      "impute: minor\n    from: form\n    strata: [age]\n    minimum-known: 0",
      Told(
        "unsuitable-variable", at: 17,
        nl: "`form` is een verzameling; in regel minority past bij `from` alleen een categorie.",
        en: "`form` is a set; in rule minority `from` takes only a category."),
      Told(
        "unsuitable-variable", at: 18,
        nl: "`age` is een getal; in regel minority past bij `strata` alleen een categorie.",
        en: "`age` is a number; in rule minority `strata` takes only a category."), others: 1),
    BrokenFolder(
      .small, "rules.yaml",
      "derive: minor\n    cases:\n      - { when: age < 18, then: minor }\n      - { when: age >= 18 and region is known, then: adult }\n    otherwise: unknown",
      "impute: minor\n    from: region\n    among: form has x",
      Told(
        "missing-key", at: 15, nl: "in regel minority ontbreken `minimum-known` en `strata`.",
        en: "`minimum-known` and `strata` are missing from rule minority."), others: 2),
  ]
}
