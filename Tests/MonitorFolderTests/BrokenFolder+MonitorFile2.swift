/// Mistakes in `monitor.yaml`, continued.
extension BrokenFolder {
  static let monitorFile2: [BrokenFolder] = [
    BrokenFolder(
      .small, "monitor.yaml", "", "\nboundaries: { on: 2020-01-01 }\n",
      Told(
        "unknown-key", at: 16, nl: "onbekende sleutel `on` in `boundaries` in monitor.yaml.",
        en: "unknown key `on` in `boundaries` in monitor.yaml."),
      Told(
        "missing-key", at: 16, nl: "in `boundaries` in monitor.yaml ontbreekt `as-of`.",
        en: "`as-of` is missing from `boundaries` in monitor.yaml.")),
    BrokenFolder(
      .small, "monitor.yaml", "seed: 7", "seed: [7",
      Told(
        "yaml-syntax", at: 7, nl: "de haak `[` die hier opent, wordt niet gesloten.",
        en: "the `[` that opens here is not closed.")),
    BrokenFolder(
      .small, "monitor.yaml", "seed: 7", "seed: \"7",
      Told(
        "yaml-syntax", at: 7, nl: "het aanhalingsteken dat hier opent, wordt niet gesloten.",
        en: "the quote that opens here is not closed.")),
    BrokenFolder(
      .small, "monitor.yaml", "seed: 7", "seed: @7",
      Told(
        "yaml-syntax", at: 7, nl: "een tekst die met `@` begint, hoort tussen aanhalingstekens.",
        en: "a text that begins with `@` belongs between quotes.")),
    BrokenFolder(
      .small, "monitor.yaml", "seed: 7", "seed 7",
      Told(
        "yaml-syntax", at: 7, nl: "na de sleutel ontbreekt een dubbele punt.", en: "a colon is missing after the key.")),
    BrokenFolder(
      .small, "monitor.yaml", "seed: 7", "seed: \u{1}",
      Told(
        "yaml-syntax", at: 7, nl: "hier staat een teken dat in YAML niet mag.",
        en: "here is a character that YAML does not allow.")),
    BrokenFolder(
      .small, "monitor.yaml", "", "\nverdicts:\n  change: [{ below: 10, up-to: 11, nl: a, en: b }]\n",
      Told(
        "wrong-kind", at: 17, nl: "een stap van verdictwoorden change heeft één grens.",
        en: "a step of verdict words change has one bound.")),
    BrokenFolder(
      .small, "monitor.yaml", "", "\nverdicts:\n  speed: { steps: [{ nl: a, en: b }] }\n",
      Told(
        "missing-key", at: 17, nl: "in verdictwoorden speed ontbreekt `of`.",
        en: "`of` is missing from verdict words speed.")),
    BrokenFolder(
      .small, "monitor.yaml", "", "\nverdicts:\n  speed: { of: change }\n",
      Told(
        "missing-key", at: 17, nl: "in verdictwoorden speed ontbreekt `steps`.",
        en: "`steps` is missing from verdict words speed.")),
    BrokenFolder(
      .small, "monitor.yaml", "", "\nverdicts:\n  speed: { of: pace, steps: [{ nl: a, en: b }] }\n",
      Told(
        "unknown-word", at: 17,
        nl: "onbekende waarde `pace` bij `of` in verdictwoorden speed; mogelijk zijn change, share, ratio, points.",
        en: "unknown value `pace` for `of` in verdict words speed; possible are change, share, ratio, points.")),
    BrokenFolder(
      .small, "monitor.yaml", "", "\nverdicts:\n  speed: [{ nl: a, en: b }]\n",
      Told(
        "missing-key", at: 17,
        nl: "bij verdictwoorden speed ontbreekt waarover ze gaan; schrijf `{ of: change, steps: […] }`.",
        en: "verdict words speed lack what they are about; write `{ of: change, steps: […] }`.")),
    BrokenFolder(
      .small, "monitor.yaml", "", "\nverdicts:\n  change: [{ nl: a, en: b }, { below: 5, nl: c, en: d }]\n",
      Told(
        "out-of-range", at: 17, nl: "alleen de laatste stap van verdictwoorden change heeft geen grens.",
        en: "only the last step of verdict words change has no bound.")),
    BrokenFolder(
      .small, "monitor.yaml", "",
      "\nverdicts:\n  change:\n    - { below: 10, nl: a, en: b }\n    - { below: 9.9, nl: c, en: d }\n",
      Told(
        "out-of-range", at: 19, nl: "de grenzen van verdictwoorden change lopen niet op.",
        en: "the bounds of verdict words change do not rise.")),
    BrokenFolder(
      .small, "monitor.yaml", "", "\nverdicts:\n  change: [{ below: 10/0, nl: a, en: b }]\n",
      Told(
        "wrong-kind", at: 17, nl: "bij `below` in verdictwoorden change hoort een getal, zoals 10, 12.5 of 200/3.",
        en: "`below` in verdict words change takes a number, such as 10, 12.5 or 200/3.")),
    BrokenFolder(
      .small, "monitor.yaml", "", "\nverdicts:\n  change: [{ nl: a }]\n",
      Told(
        "incomplete-text", at: 17, nl: "bij `steps` in verdictwoorden change ontbreekt de Engelse tekst (`en`).",
        en: "`steps` in verdict words change lacks the English text (`en`).")),
    BrokenFolder(
      .small, "monitor.yaml", "", "\nverdicts:\n  change: [{ nl: a, en: b, common: [fr] }]\n",
      Told(
        "unknown-word", at: 17,
        nl: "onbekende waarde `fr` bij `common` in verdictwoorden change; mogelijk zijn nl, en.",
        en: "unknown value `fr` for `common` in verdict words change; possible are nl, en.")),
  ]
}
