/// Mistakes in `codebook.yaml`, continued.
extension BrokenFolder {
  static let codebook2: [BrokenFolder] = [
    BrokenFolder(
      .small, "codebook.yaml", "version: \"1\"",
      "version: \"2\"\nearlier:\n  - { version: \"1\", until: 1800, reason: { nl: a, en: b }, changes: [] }",
      Told(
        "out-of-range", at: 3, nl: "`until` in een eerdere versie moet tussen 1900 en 2200 liggen.",
        en: "`until` in an earlier version has to lie between 1900 and 2200.")),
    BrokenFolder(
      .small, "codebook.yaml", "version: \"1\"",
      "version: \"2\"\nearlier:\n  - { until: 2018, changes: [{ variable: forms, change: added }] }",
      Told(
        "missing-key", at: 3, nl: "in een eerdere versie ontbreken `version` en `reason`.",
        en: "`version` and `reason` are missing from an earlier version."), others: 1),
    BrokenFolder(
      .small, "codebook.yaml", "version: \"1\"",
      "version: \"2\"\nearlier:\n  - version: \"1\"\n    until: 2018\n    reason: { nl: a, en: b }\n    changes:\n      - { variable: form, change: grown }\n      - { variable: form, change: split, to: [crime, unknown] }\n      - { variable: form, change: split, from: [[a]] }",
      Told(
        "unknown-word", at: 7,
        nl:
          "onbekende waarde `grown` bij `change` in een wijziging van het codeboek; mogelijk zijn added, redefined, renamed, merged, split.",
        en:
          "unknown value `grown` for `change` in a change of the codebook; possible are added, redefined, renamed, merged, split."
      ),
      Told(
        "unknown-category", at: 8, nl: "onbekende categorie `crime` van `form` in een wijziging van het codeboek.",
        en: "unknown category `crime` of `form` in a change of the codebook."), others: 2),
    BrokenFolder(
      .small, "codebook.yaml", "",
      "\n  - { variable: extra, kind: text, derived: true, label: { nl: extra, en: extra } }",
      Told(
        "never-derived", nl: "`extra` staat als afgeleid in het codeboek, maar geen regel berekent haar.",
        en: "`extra` is marked as derived in the codebook, but no rule computes it.")),
  ]
}
