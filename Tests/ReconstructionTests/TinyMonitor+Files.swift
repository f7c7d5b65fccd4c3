extension TinyMonitor {
  static let header = """
    monitor: vliegers
    title: { nl: Vliegers, en: Kites }
    edition: "1"
    publisher: { nl: De strandwacht, en: The beach guard }
    period: { from: 2020, to: 2021 }
    reference-date: 2022-01-01
    seed: 1
    provenance: registered
    introduction: { nl: Gevonden vliegers., en: Kites found. }
    publication: { policy: publishAsIs, reason: { nl: Verzonnen., en: Invented. } }
    units:
      kite: { label: { nl: vliegers, en: kites }, repeats: once a year }
      report: { label: { nl: meldingen, en: reports }, repeats: once a year per reporters }
    """

  static let codebook = """
    version: "1"
    variables:
      - variable: tint
        kind: category
        label: { nl: kleur, en: colour }
        categories:
          - { code: red, nl: Rood, en: Red }
          - { code: blue, nl: Blauw, en: Blue }
      - { variable: months, kind: number, unit: { nl: maanden, en: months }, minimum: 0, maximum: 99, label: { nl: leeftijd, en: age } }
      - variable: reporterGroup
        kind: category
        derived: true
        label: { nl: melder, en: reporter }
        categories: &groups
          - { code: north, nl: Noord, en: North }
          - { code: south, nl: Zuid, en: South }
          - { code: hidden, nl: Verborgen, en: Hidden }
      - { variable: reporters, kind: set, derived: true, label: { nl: melders, en: reporters }, categories: *groups }
      - variable: colour
        kind: category
        derived: true
        label: { nl: kleur, en: colour }
        categories:
          - { code: red, nl: Rood, en: Red }
          - { code: blue, nl: Blauw, en: Blue }
      - { variable: age, kind: number, derived: true, unit: { nl: maanden, en: months }, minimum: 0, maximum: 99, label: { nl: leeftijd, en: age } }
      - variable: ageClass
        kind: category
        derived: true
        label: { nl: leeftijdsklasse, en: age class }
        categories:
          - { code: young, nl: Jong, en: Young }
          - { code: old, nl: Oud, en: Old }
    """

  static let sources = """
    grounds:
      - { ground: law, label: { nl: Wet, en: Law }, article: art. 1, lane: identified }
    columns:
      person: &person { header: nummer, person: true, required: true, explanation: { nl: Het nummer., en: The number. } }
      year: &year { header: jaar, year: true, required: true, explanation: { nl: Het jaar., en: The year. } }
      tint: &tint { header: kleur, variable: tint, values: { rood: red, blauw: blue, onbekend: unknown }, explanation: { nl: De kleur., en: The colour. } }
      months: &months { header: leeftijd, variable: months, values: { onbekend: unknown }, explanation: { nl: De leeftijd., en: The age. } }
    sources:
      - { source: noord, label: { nl: Noord, en: North }, group: north, lane: identified, grounds: [law], definition: { nl: Alles., en: All. }, columns: [*person, *year, *tint, *months] }
      - { source: zuid, label: { nl: Zuid, en: South }, group: south, lane: identified, grounds: [law], definition: { nl: Alles., en: All. }, columns: [*person, *year, *tint, *months] }
      - { source: verborgen, label: { nl: Verborgen, en: Hidden }, group: hidden, lane: identified, grounds: [law], definition: { nl: Alles., en: All. }, columns: [*person, *year, *tint, *months] }
    """

  static let rules = """
    link:
      reason: { nl: Een vlieger telt eens per jaar., en: A kite counts once a year. }
      source: verzonnen
      combine:
        - { variable: reporters, from: reporterGroup, how: union }
        - { variable: colour, from: tint, how: firstKnown }
        - { variable: age, from: months, how: firstKnown }
    rules:
      - rule: age-class
        derive: ageClass
        cases:
          - { when: age < 20, then: young }
          - { when: age >= 20, then: old }
        otherwise: unknown
        reason: { nl: Jong is jonger dan 20 maanden., en: Young is below 20 months. }
        source: verzonnen
      - rule: hidden-only
        exclude: reporters has only hidden
        reason: { nl: De verborgen melder telt niet., en: The hidden reporter does not count. }
        source: verzonnen
    """

  static let figures = """
    source: { nl: Verzonnen, en: Invented }
    axes:
      year: &year { variable: year, name: { nl: jaar, en: year } }
      colour: &colour { variable: colour, name: { nl: kleur, en: colour }, order: [red, blue, unknown] }
      all: &all { label: alle jaren 1, name: { nl: periode, en: period } }
      total: &total { label: { nl: Totaal, en: Total } }
    figures:
      - figure: seen
        title: { nl: Gezien, en: Seen }
        measure: { nl: vliegers gezien, en: kites seen }
        unit: kite
        population: all
        rows:
          series:
            - { label: { nl: Alle, en: All }, when: always }
            - { label: { nl: Geteld, en: Counted }, when: always, population: remaining }
        columns: [*year]
        column-total: { label: { nl: samen, en: together }, name: { nl: periode, en: period } }
        chart: lines
      - figure: colours
        title: { nl: Kleuren, en: Colours }
        measure: { nl: vliegers naar kleur, en: kites by colour }
        unit: kite
        rows: *colour
        row-total: *total
        columns: [*year]
        column-total: { label: { nl: samen, en: together }, name: { nl: periode, en: period } }
        chart: stackedBars
      - figure: reports
        title: { nl: Melders, en: Reporters }
        measure: { nl: meldingen naar melder, en: reports by reporter }
        unit: report
        rows: { variable: reporters, name: { nl: melder, en: reporter }, order: [north, south] }
        row-total: *total
        columns: [*year, *colour]
        column-total: { label: { nl: samen, en: together }, name: { nl: periode, en: period } }
        chart: stackedBars
      - figure: ages
        title: { nl: Leeftijd, en: Age }
        measure: { nl: vliegers naar leeftijd, en: kites by age }
        unit: kite
        rows: { variable: ageClass, name: { nl: leeftijd, en: age }, order: [young, old, unknown] }
        row-total: *total
        columns: [*year, *colour]
        column-total: { label: { nl: samen, en: together }, name: { nl: periode, en: period } }
        summaries:
          - { mean: age, label: { nl: Gemiddeld, en: Mean }, measure: { nl: gemiddelde leeftijd, en: mean age }, unit: { nl: maanden, en: months }, decimals: 1 }
        chart: stackedBars
    """.replacing("      all: &all { label: alle jaren 1, name: { nl: periode, en: period } }\n", with: "")

  static let plan = """
    reason: { nl: Verzonnen vliegers., en: Invented kites. }
    source: verzonnen
    mark: { nl: gereconstrueerd, en: reconstructed }
    cliques:
      - clique: kites
        domains:
          year: [all]
          colour: [all, unknown]
          reporters: { subsets-of: [north, south, hidden], from: 1, to: 3 }
        assigns: [year, colour, reporters]
        figures: [seen, colours, reports]
        reason: { nl: Wat er was., en: What there was. }
        source: verzonnen
      - clique: ages
        join: { to: kites, on: [year, colour, reporters has only hidden] }
        domains:
          year: [all]
          colour: [all, unknown]
          reporters: [north, hidden]
          age: ["10..40", unknown]
        assigns: [age]
        figures: [ages]
        reason: { nl: Hoe oud., en: How old. }
        source: verzonnen
    """
}
