import Deliveries
import Foundation
import Invented
import Model
@testable import Monitoring
@testable import Reconstruction
import Reporting
import Testing

/// Deliveries that give published tables back, and the numbers that they do not give back.
@Suite struct `A reconstructed monitor` {
  /// Kites of two colours, seen from the north in 2020.
  private static let files = [
    "monitor.yaml": """
    monitor: vliegers
    title: { nl: Vliegers, en: Kites }
    edition: "1"
    publisher: { nl: De strandwacht, en: The beach guard }
    period: { from: 2020, to: 2020 }
    reference-date: 2022-01-01
    seed: 1
    provenance: registered
    introduction: { nl: Gevonden vliegers., en: Kites found. }
    publication: { policy: publishAsIs, reason: { nl: Verzonnen., en: Invented. } }
    units:
      kite: { label: { nl: vliegers, en: kites }, repeats: once a year }
    """,
    "codebook.yaml": """
    version: "1"
    variables:
      - variable: tint
        kind: category
        label: { nl: kleur, en: colour }
        categories: &colours
          - { code: red, nl: Rood, en: Red }
          - { code: blue, nl: Blauw, en: Blue }
      - variable: reporterGroup
        kind: category
        derived: true
        label: { nl: melder, en: reporter }
        categories: &groups
          - { code: north, nl: Noord, en: North }
      - { variable: reporters, kind: set, derived: true, label: { nl: melders, en: reporters }, categories: *groups }
      - { variable: colour, kind: category, derived: true, label: { nl: kleur, en: colour }, categories: *colours }
    """,
    "sources.yaml": """
    grounds:
      - { ground: law, label: { nl: Wet, en: Law }, article: art. 1, lane: identified }
    sources:
      - source: noord
        label: { nl: Noord, en: North }
        group: north
        lane: identified
        grounds: [law]
        definition: { nl: Alles., en: All. }
        columns:
          - { header: nummer, person: true, required: true, explanation: { nl: Het nummer., en: The number. } }
          - { header: jaar, year: true, required: true, explanation: { nl: Het jaar., en: The year. } }
          - { header: kleur, variable: tint, values: { rood: red, blauw: blue }, explanation: { nl: De kleur., en: The colour. } }
    """,
    "rules.yaml": """
    link:
      reason: { nl: Een vlieger telt eens per jaar., en: A kite counts once a year. }
      source: verzonnen
      combine:
        - { variable: reporters, from: reporterGroup, how: union }
        - { variable: colour, from: tint, how: firstKnown }
    rules: []
    """,
    "figures.yaml": """
    source: { nl: Verzonnen, en: Invented }
    figures:
      - figure: colours
        title: { nl: Kleuren, en: Colours }
        measure: { nl: vliegers naar kleur, en: kites by colour }
        unit: kite
        rows: { variable: colour, name: { nl: kleur, en: colour }, order: [red, blue] }
        row-total: { label: { nl: Totaal, en: Total } }
        columns: [{ variable: year, name: { nl: jaar, en: year } }]
        chart: stackedBars
    """,
    "reconstruction.yaml": """
    reason: { nl: Verzonnen vliegers., en: Invented kites. }
    source: verzonnen
    mark: { nl: gereconstrueerd, en: reconstructed }
    cliques:
      - clique: kites
        domains:
          year: [all]
          colour: [all]
          reporters: [north]
        assigns: [year, colour, reporters]
        figures: [colours]
        reason: { nl: Wat er was., en: What there was. }
        source: verzonnen
    """,
  ]

  /// Three red and two blue kites, which somebody added up to six.
  private static let published = [
    "figure,measure,dim1,dim1_value,dim2,dim2_value,dim3,dim3_value,value,unit,is_total,status",
    "colours,vliegers naar kleur,kleur,Rood,jaar,2020,,,3,vliegers,0,printed",
    "colours,vliegers naar kleur,kleur,Blauw,jaar,2020,,,2,vliegers,0,printed",
    "colours,vliegers naar kleur,kleur,Totaal,jaar,2020,,,6,vliegers,1,printed",
  ]

  @Test func `gives back what agrees and says where it departs, and why`() throws {
    let monitor = try MonitorOnDisk(Self.files)
    try monitor.put("published/colours.csv", Self.published)
    let opened = try monitor.opened
    let target = monitor.beside("leveringen")
    let (report, files) = try ReconstructedMonitor(opened).write(from: [], to: target, seed: nil) { _ in }
    #expect(files == ["noord-2020.csv"])
    let story = ReconstructionStory(report, files: files, language: .nl)
    #expect(story.covered == 3 && story.reproduced == 2 && story.departures.count == 1)
    #expect(
      story.summary.nl
        == "2 van 3 gepubliceerde getallen komen uit de records; 1 wijken af. Er zijn 1 leveringen geschreven.")
    #expect(
      story.summary.en
        == "2 of 3 published numbers come out of the records; 1 depart. 1 deliveries were written.")
    let departure = try #require(try Departure.read(from: opened.folder).first)
    #expect("\(departure.figure) \(departure.published) \(departure.here)" == "colours 6 5")
    #expect(departure.place == LocalizedText("Totaal, 2020"))
    #expect(departure.reason.nl.hasPrefix("De getallen erboven tellen op tot 5. "))
    #expect(departure.reason.en.hasPrefix("The numbers above it add up to 5. "))
    let north = try opened.source(named: "noord")
    let delivery = try DeliveryReading(
      target.appending(path: "noord-2020.csv"), from: north, in: opened, beside: nil
    ).report()
    #expect(delivery.isComplete && delivery.rowsTaken == 5 && delivery.year == 2020)
  }

  @Test func `follows the tables it is given, and the seed`() throws {
    let monitor = try MonitorOnDisk(Self.files)
    let table = try monitor.send("elders.csv", Array(Self.published.prefix(3)))
    let opened = try monitor.opened
    var texts: [Data] = []
    for seed: UInt64? in [nil, 1] {
      let (report, _) = try ReconstructedMonitor(opened).write(
        from: [table], to: opened.deliveriesFolder, seed: seed
      ) { _ in }
      #expect(report.departures.isEmpty && report.coveredCells == 2)
      texts.append(try Data(contentsOf: opened.deliveriesFolder.appending(path: "noord-2020.csv")))
    }
    #expect(texts[0] == texts[1])
    #expect(try Departure.read(from: opened.folder).isEmpty)
  }

  @Test func `needs published tables and a plan`() throws {
    let monitor = try MonitorOnDisk(Self.files)
    let opened = try monitor.opened
    let place = opened.folder.appending(path: "published").path
    #expect(
      throws: MonitoringError.data(
        nl: "Er zijn geen gepubliceerde tabellen: noem bestanden of zet ze in \(place).",
        en: "There are no published tables: name files or put them in \(place).")
    ) { try ReconstructedMonitor(opened).write(from: [], to: opened.deliveriesFolder, seed: nil) { _ in } }
    var files = Self.files
    files["reconstruction.yaml"] = nil
    let other = try MonitorOnDisk(files).opened
    guard case .findings(let findings) = Result(catching: { try ReconstructedMonitor(other) }).error as? MonitoringError
    else {
      Issue.record("a monitor without a plan has findings")
      return
    }
    #expect(findings.map(\.place.file) == ["reconstruction.yaml"])
  }

  // MARK: Departures

  private static func cell(_ row: String, _ column: String = "2020", figure: String = "f", isTotal: Bool = false)
    -> PublishedCell
  {
    PublishedCell(
      figure: figure, measure: "m", rowAxis: "r", row: row, columnAxis: "c", column: column, scaledValue: 6,
      decimals: 0, isTotal: isTotal)
  }

  static let reasons: [(others: [PublishedCell], isTotal: Bool, nl: String)] = [
    ([cell("a"), cell("b")], true, "De getallen erboven tellen op tot 5."),
    ([cell("a"), cell("b")], false, "Binnen deze tabel klopt de som alleen als hier 5 staat."),
    ([cell("x", "2021")], false, "Binnen deze rij klopt de som alleen als hier 5 staat."),
    ([cell("x", "2021")], true, "Binnen deze rij klopt de som alleen als hier 5 staat."),
    ([cell("a", figure: "h"), cell("b", figure: "g"), cell("c")], true, "Volgens g, h is dit 5."),
  ]

  @Test(arguments: reasons) func `are explained by the numbers they cannot be squared with`(
    _ example: (others: [PublishedCell], isTotal: Bool, nl: String)
  ) {
    let cell = Self.cell("x", isTotal: example.isTotal)
    let contradiction = ReconstructionReport.Contradiction(
      parts: ([cell] + example.others).map { .cell($0) }, sentence: LocalizedText(nl: "Dus niet.", en: "So not."))
    let reason = DepartureReason(cell, here: Quantity(5), within: contradiction).text
    #expect(reason.nl == example.nl + " Dus niet.")
  }

  @Test func `without a contradiction are explained by the row alone`() {
    let reason = DepartureReason(Self.cell("x"), here: Quantity(5), within: nil).text
    #expect(reason.en == "Within this row the sum holds only if this is 5.")
  }

  @Test func `in a file with other columns are refused, by file and row`() throws {
    let monitor = try MonitorOnDisk(Self.files)
    #expect(try Departure.read(from: monitor.url).isEmpty)
    let header = DeparturesFile.header.joined(separator: ",")
    for (lines, row) in [(["figure,here"], 1), ([header, "f,6,5"], 2)] {
      let path = try monitor.put(DeparturesFile.name, lines).path
      #expect(
        throws: MonitoringError.data(
          nl: "\(path), rij \(row): hier horen de kolommen \(DeparturesFile.header.joined(separator: ", ")). Maak het "
            + "bestand opnieuw met zicht reconstruct.",
          en: "\(path), row \(row): the columns are \(DeparturesFile.header.joined(separator: ", ")). Make the file "
            + "again with zicht reconstruct.")
      ) { try Departure.read(from: monitor.url) }
    }
  }

  @Test func `each stage of the work has a name and an amount`() {
    let stages: [(Reconstruction.Stage, String)] = [
      (.contradiction(number: 2), "Tegenspraken zoeken 2 gevonden"), (.fit, "Tabellen passend maken 0 cellen"),
      (.clique(name: "k", number: 1, of: 3), "Hele getallen kiezen (k) 1 tabellen"),
      (.records(5), "Records maken 5 records"),
      (.search(figure: "f", remaining: 4), "Zoeken naar f 4 te gaan"),
    ]
    for (stage, expected) in stages {
      let progress = Progress(stage)
      #expect("\(progress.stage.nl) \(progress.done) \(progress.unit.nl)" == expected)
    }
  }
}
