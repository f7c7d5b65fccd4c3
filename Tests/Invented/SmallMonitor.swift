package import Model
import MonitorFolder

/// A whole monitor of one screen, to break in one place at a time.
package enum SmallMonitor {
  package static let files: [String: String] = [
    "monitor.yaml": """
    monitor: klein
    title: { nl: Klein, en: Small }
    edition: "2020"
    publisher: { nl: Wij, en: We }
    period: { from: 2018, to: 2019 }
    reference-date: 2020-07-01
    seed: 7
    provenance: registered
    introduction: { nl: Inleiding., en: Introduction. }
    publication:
      policy: publishAsIs
      reason: { nl: Verzonnen., en: Invented. }
    units:
      victim: { label: { nl: slachtoffers, en: victims }, repeats: once a year }
      report: { label: { nl: meldingen, en: reports }, repeats: once a year per reporters }
    """,
    "codebook.yaml": """
    version: "1"
    variables:
      - variable: form
        kind: set
        label: { nl: vorm, en: form }
        categories:
          - { code: sexual, nl: Seksueel, en: Sexual }
          - { code: labour, nl: Arbeid, en: Labour }
      - variable: age
        kind: number
        unit: { nl: jaar, en: years }
        minimum: 0
        maximum: 110
        label: { nl: leeftijd, en: age }
      - variable: country
        kind: category
        label: { nl: land, en: country }
        categories:
          - { code: NL, nl: Nederland, en: Netherlands, group: home }
          - { code: PL, nl: Polen, en: Poland, group: abroad }
      - variable: consent
        kind: category
        label: { nl: toestemming, en: consent }
        categories:
          - { code: given, nl: Gegeven, en: Given }
      - variable: reporterGroup
        kind: category
        derived: true
        label: { nl: melder, en: reporter }
        categories: &groups
          - { code: police, nl: Politie, en: Police }
          - { code: care, nl: Zorg, en: Care }
      - { variable: reporters, kind: set, derived: true, label: { nl: melders, en: reporters }, categories: *groups }
      - variable: region
        kind: category
        derived: true
        label: { nl: regio, en: region }
        categories:
          - { code: home, nl: Binnenland, en: Home }
          - { code: abroad, nl: Buitenland, en: Abroad }
      - variable: minor
        kind: category
        derived: true
        label: { nl: minderjarigheid, en: minority }
        categories:
          - { code: minor, nl: Minderjarig, en: Minor }
          - { code: adult, nl: Meerderjarig, en: Adult }
    """,
    "sources.yaml": """
    grounds:
      - ground: consent
        label: { nl: Toestemming, en: Consent }
        article: AVG art. 6
        lane: identified
        holds: consent is given and age >= 16
        examples:
          - { given: { consent: given, age: 16 }, holds: true }
          - { given: { consent: given, age: 15 }, holds: false }
    sources:
      - source: zorg
        label: { nl: Zorg, en: Care }
        group: care
        lane: identified
        grounds: [consent]
        definition: { nl: Iedereen., en: Everyone. }
        columns:
          - { header: nummer, person: true, required: true, explanation: { nl: Nummer., en: Number. } }
          - { header: jaar, year: true, required: true, explanation: { nl: Jaar., en: Year. } }
          - { header: vorm, variable: form, values: { arbeid: labour }, explanation: { nl: Vorm., en: Form. } }
          - { header: leeftijd, variable: age, explanation: { nl: Leeftijd., en: Age. } }
          - { header: land, variable: country, explanation: { nl: Land., en: Country. } }
          - { header: toestemming, variable: consent, explanation: { nl: Toestemming., en: Consent. } }
          - { header: achternaam, identity: surname, explanation: { nl: Naam., en: Name. } }
          - { header: opmerking, ignored: true, explanation: { nl: Eigen gebruik., en: Own use. } }
    """,
    "rules.yaml": """
    link:
      reason: { nl: Koppeling., en: Linkage. }
      source: Paragraaf 1
      combine:
        - { variable: reporters, from: reporterGroup, how: union }
        - { variable: form, from: form, how: union }
        - { variable: age, from: age, how: minimum }
        - { variable: country, from: country, how: firstKnown }
    rules:
      - rule: region
        group: region
        from: country
        reason: { nl: Regio., en: Region. }
        source: Paragraaf 2
      - rule: minority
        derive: minor
        cases:
          - { when: age < 18, then: minor }
          - { when: age >= 18 and region is known, then: adult }
        otherwise: unknown
        reason: { nl: Grens., en: Border. }
        source: Paragraaf 3
      - rule: only-police
        exclude: reporters has only police
        reason: { nl: Uitgesloten., en: Excluded. }
        source: Paragraaf 4
    """,
    "figures.yaml": """
    source: { nl: Bron, en: Source }
    figures:
      - figure: fig-1
        title: { nl: Vormen, en: Forms }
        measure: { nl: slachtoffers, en: victims }
        unit: victim
        filter: form has labour
        rows: { variable: region, name: { nl: regio, en: region }, order: [home, abroad, unknown] }
        columns: [{ variable: year, name: { nl: jaar, en: year } }]
        chart: lines
      - figure: fig-2
        title: { nl: Reeksen, en: Series }
        measure: { nl: meldingen, en: reports }
        unit: report
        population: { after: only-police }
        rows:
          series:
            - { label: { nl: Alle, en: All }, when: always, total: true }
            - { label: { nl: Jong, en: Young }, when: minor is minor }
        columns: []
        column-total: { label: 2018-2019 }
        summaries:
          - { mean: age, label: { nl: Gemiddelde, en: Mean }, measure: { nl: leeftijd, en: age }, unit: { nl: jaar, en: years }, decimals: 1 }
    """,
  ]

  package static func broken(_ file: String, _ old: String, _ new: String) -> (monitor: Monitor?, findings: [Finding]) {
    var files = Self.files
    let parts = files[file, default: ""].components(around: old)
    files[file] = parts.joined(separator: new)
    return FolderReading.load(files: files)
  }
}

extension String {
  /// The text before and after the first occurrence of another.
  package func components(around text: String) -> [String] {
    guard let range = firstRange(of: text) else { return [self] }
    return [String(self[..<range.lowerBound]), String(self[range.upperBound...])]
  }

  private func firstRange(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
