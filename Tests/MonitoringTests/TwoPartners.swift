/// A monitor of two partners that deliver records about two years, with one figure, one text and a category that begins
/// in the second year.
enum TwoPartners {
  static let files: [String: String] = [
    "monitor.yaml": """
    monitor: tweeling
    title: { nl: Twee partners, en: Two partners }
    edition: "2025"
    publisher: { nl: Wij, en: We }
    period: { from: 2023, to: 2024 }
    reference-date: 2025-03-01
    seed: 7
    provenance: registered
    introduction: { nl: Inleiding., en: Introduction. }
    publication:
      policy: publishAsIs
      reason: { nl: Verzonnen., en: Invented. }
    units:
      victim: { label: { nl: slachtoffers, en: victims }, repeats: once a year }
    """,
    "codebook.yaml": """
    version: "1"
    variables:
      - variable: form
        kind: category
        label: { nl: vorm, en: form }
        categories:
          - { code: sexual, nl: Seksueel, en: Sexual }
          - { code: online, nl: Online, en: Online, valid-from: 2024 }
      - variable: reporterGroup
        kind: category
        derived: true
        label: { nl: melder, en: reporter }
        categories: &groups
          - { code: police, nl: Politie, en: Police }
          - { code: care, nl: Zorg, en: Care }
      - { variable: reporters, kind: set, derived: true, label: { nl: melders, en: reporters }, categories: *groups }
    """,
    "sources.yaml": """
    grounds:
      - { ground: law, label: { nl: Wet, en: Law }, article: Wpg art. 18, lane: pseudonymous }
    columns:
      person: &person { header: nummer, person: true, required: true, explanation: { nl: Nummer., en: Number. } }
      year: &year { header: jaar, year: true, required: true, explanation: { nl: Jaar., en: Year. } }
      form: &form { header: vorm, variable: form, explanation: { nl: Vorm., en: Form. } }
    sources:
      - source: politie
        label: { nl: Politie, en: Police }
        group: police
        lane: pseudonymous
        grounds: [law]
        definition: { nl: Iedereen., en: Everyone. }
        columns: [*person, *year, *form]
      - source: zorg
        label: { nl: Zorghuis, en: Care house }
        group: care
        lane: pseudonymous
        grounds: [law]
        definition: { nl: Iedereen., en: Everyone. }
        columns: [*person, *year, *form]
    """,
    "rules.yaml": """
    link:
      reason: { nl: Koppeling., en: Linkage. }
      source: Paragraaf 1
      combine:
        - { variable: reporters, from: reporterGroup, how: union }
        - { variable: form, from: form, how: firstKnown }
    rules: []
    """,
    "figures.yaml": """
    source: { nl: Bron, en: Source }
    figures:
      - figure: fig-1
        title: { nl: Melders, en: Reporters }
        measure: { nl: slachtoffers, en: victims }
        unit: victim
        rows: { variable: reporters, name: { nl: melder, en: reporter }, order: [police, care] }
        row-total: { label: { nl: Totaal, en: Total } }
        columns: [{ variable: year, name: { nl: jaar, en: year } }]
        column-total: { label: 2023-2024 }
        chart: lines
      - figure: fig-2
        title: { nl: Vormen, en: Forms }
        measure: { nl: slachtoffers, en: victims }
        unit: victim
        rows: { variable: form, name: { nl: vorm, en: form }, order: [sexual, online] }
        columns: [{ variable: year, name: { nl: jaar, en: year } }]
    """,
    "text/01-beeld.nl.md": """
    # Beeld

    De politie zag {{ count(1, police, 2024) }} slachtoffers. {{ if delivered(1, total, 2024) }}Het aantal is \
    {{ change(1, total, 2023, 2024) | verdict(trend) }}.{{ else }}Samen waren het er {{ total(1, 2024) }}; de \
    verandering is {{ change(1, total, 2023, 2024) }}.{{ end }}
    """,
    "text/01-beeld.en.md": """
    # View

    The police saw {{ count(1, police, 2024) }} victims. {{ if delivered(1, total, 2024) }}The number has \
    {{ change(1, total, 2023, 2024) | verdict(trend) }}.{{ else }}Together they were {{ total(1, 2024) }}; the \
    change is {{ change(1, total, 2023, 2024) }}.{{ end }}
    """,
  ]

  /// A delivery of so many persons of one form.
  static func lines(_ year: Int, persons: Range<Int>, form: String = "sexual") -> [String] {
    ["nummer;jaar;vorm"] + persons.map { "P\($0 + 1000);\(year);\(form)" }
  }
}
