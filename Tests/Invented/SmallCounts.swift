package import Deliveries
package import Model
import MonitorFolder

/// A monitor in which one centre delivers counts, and its delivery, small enough to check by eye.
package enum SmallCounts {
  package static let files: [String: String] = [
    "monitor.yaml": """
    monitor: havenregio
    title: { nl: Havenregio, en: Harbour region }
    edition: "2024"
    publisher: { nl: Wij, en: We }
    period: { from: 2023, to: 2024 }
    reference-date: 2025-03-01
    seed: 7
    provenance: registered
    introduction: { nl: Inleiding., en: Introduction. }
    publication: { policy: publishAsIs, reason: { nl: Verzonnen., en: Invented. } }
    units:
      contact: { label: { nl: contacten, en: contacts }, repeats: as delivered }
      client: { label: { nl: cliënten, en: clients }, repeats: as delivered }
    """,
    "codebook.yaml": """
    version: "1"
    variables:
      - variable: contactKind
        kind: category
        label: { nl: soort, en: kind }
        categories:
          - { code: sexual, nl: Seksuele uitbuiting, en: Sexual exploitation }
          - { code: labour, nl: Arbeidsuitbuiting, en: Labour exploitation }
      - variable: ageClass
        kind: category
        label: { nl: leeftijd, en: age }
        categories:
          - { code: minor, nl: "<18", en: under 18 }
          - { code: from18to22, nl: "18-22", en: 18 to 22, valid-to: 2023 }
          - { code: from18to25, nl: "18-25", en: 18 to 25, valid-from: 2024 }
      - variable: means
        kind: set
        label: { nl: dwangmiddel, en: means of coercion }
        categories:
          - { code: violence, nl: Geweld, en: Violence }
          - { code: debt, nl: Schuld, en: Debt }
      - { variable: height, kind: number, unit: { nl: cm, en: cm }, minimum: 0, maximum: 250, label: { nl: lengte, en: height } }
    """,
    "sources.yaml": """
    sources:
      - source: centrum
        label: { nl: Centrum, en: Centre }
        definition: { nl: Ieder die zich meldt., en: Everyone who comes forward. }
        delivers: counts
        tables:
          - table: by-kind
            label: { nl: Contacten naar soort, en: Contacts by kind }
            explanation: { nl: Elk contact telt opnieuw., en: Every contact counts again. }
            unit: contact
            total: true
            axes:
              - { header: soort, variable: contactKind, words: { seks: sexual, arbeid: labour, onbekend: unknown } }
          - table: by-age
            label: { nl: Contacten naar leeftijd, en: Contacts by age }
            explanation: { nl: Elk contact telt opnieuw., en: Every contact counts again. }
            unit: contact
            years: [2024]
            axes:
              - { header: leeftijd, variable: ageClass }
          - table: means
            label: { nl: Dwangmiddelen, en: Means of coercion }
            explanation: { nl: Cliënten met dit middel., en: Clients with these means. }
            unit: client
            years: [2024]
            answers: several
            total: true
            axes:
              - { header: middel, variable: means }
          - table: share
            label: { nl: Aandeel minderjarig, en: Share of minors }
            explanation: { nl: Van alle contacten., en: Of all contacts. }
            unit: contact
            kind: { percentage: 1 }
            years: [2024]
    """,
    "figures.yaml": """
    source: { nl: Bron, en: Source }
    figures: []
    """,
  ]

  package static let monitor: Monitor = {
    let (monitor, findings) = FolderReading.load(files: files)
    guard let monitor else { preconditionFailure("the small counts have to be right: \(findings)") }
    return monitor
  }()
  package static var source: Source { monitor.sources[0] }

  package static let header =
    "tabel;jaar;kenmerk 1;categorie 1;kenmerk 2;categorie 2;kenmerk 3;categorie 3;aantal;vorige levering;toelichting"

  /// The file as the template has it, filled in without a mistake. Its first number is in row 2.
  package static let lines = [
    header,
    "Contacten naar soort;2023;soort;seks;;;;;30;;",
    "Contacten naar soort;2023;soort;arbeid;;;;;10;;",
    "Contacten naar soort;2023;soort;onbekend;;;;;0;;",
    "Contacten naar soort;2023;soort;Totaal;;;;;40;;",
    "Contacten naar soort;2024;soort;seks;;;;;35;30;",
    "Contacten naar soort;2024;soort;arbeid;;;;;12;10;",
    "Contacten naar soort;2024;soort;onbekend;;;;;niet geregistreerd;0;",
    "Contacten naar soort;2024;soort;Totaal;;;;;50;40;",
    "Contacten naar leeftijd;2024;leeftijd;<18;;;;;5;;",
    "Contacten naar leeftijd;2024;leeftijd;18-25;;;;;niet geleverd;;",
    "Dwangmiddelen;2024;middel;Geweld;;;;;20;;",
    "Dwangmiddelen;2024;middel;Schuld;;;;;8;;",
    "Dwangmiddelen;2024;middel;Basis;;;;;21;;",
    "Aandeel minderjarig;2024;;;;;;;12,5;;",
    "Deze levering is volledig;2024;;;;;;;ja;;",
  ]

  package static func read(
    _ lines: [String] = lines, period: Int? = nil, previous: ReportedCounts? = nil
  ) throws -> DeliveryReport {
    try read(bytes: Array((lines.joined(separator: "\r\n") + "\r\n").utf8), period: period, previous: previous)
  }

  package static func read(
    bytes: [UInt8], name: String = "c.csv", period: Int? = nil, previous: ReportedCounts? = nil
  ) throws -> DeliveryReport {
    try DeliveryReader(monitor: monitor, source: source, period: period, previous: { _ in previous })
      .validate(bytes: bytes, fileName: name)
  }

  /// The good file with one row changed, or taken out for nil.
  package static func changed(_ row: Int, _ line: String?) -> [String] {
    var lines = Self.lines
    if let line { lines[row - 1] = line } else { lines.remove(at: row - 1) }
    return lines
  }
}
