import MonitorFolder
import Invented
import Foundation
@testable import Model
import Testing

@testable import Deliveries

@Suite struct `A delivery of counts` {
  @Test func `a good one has nothing wrong and holds its numbers`() throws {
    let report = try SmallCounts.read()
    #expect(report.findings == [])
    #expect(report.rowsRead == 14 && report.rowsTaken == 14 && report.rowsSetAside == 0)
    #expect(report.period == "2024")
    let counts = try #require(report.reported)
    #expect(counts.source == "centrum" && counts.period == "2024" && counts.isDeclaredComplete)
    #expect(counts.cells.count == 14)
    #expect(
      counts.cells[0]
        == ReportedCell(CountPlace(table: "by-kind", year: 2023, words: [0]), .number(Quantity(30)), sourceRow: 2))
    #expect(counts.cells[2].value == .number(Quantity(0)))
    #expect(counts.cells[3].place.words == [nil])
    #expect(counts.cells[6].value == .notRecorded)
    #expect(
      counts.cells[9] == ReportedCell(CountPlace(table: "by-age", year: 2024, words: [2]), .notDelivered, sourceRow: 11)
    )
    let share = Quantity(numerator: 125, denominator: 10, decimals: 1)
    #expect(
      counts.cells[13] == ReportedCell(CountPlace(table: "share", year: 2024, words: []), .number(share), sourceRow: 15)
    )
  }

  @Test(arguments: BadCount.all)
  func `says of a mistake where it is and what to do`(_ bad: BadCount) throws {
    let report = try SmallCounts.read(SmallCounts.changed(bad.row, bad.line))
    #expect(report.findings.map { $0.sentence(in: .nl) } == bad.sentences)
    let isThere = report.reported?.cells.contains { $0.sourceRow == bad.row } ?? (bad.row == 16)
    if bad.line != nil, bad.row != 16 { #expect(isThere == bad.isTaken) }
    #expect(report.rowsTaken + report.rowsSetAside <= report.rowsRead)
    for finding in report.findings {
      #expect(finding.sentence(in: .en) != finding.sentence(in: .nl))
      #expect(FindingRule.deliveryRules.contains { $0.id == finding.rule })
    }
  }

  @Test func `columns may stand in any order, and the last ones may be absent`() throws {
    let order = [8, 3, 2, 1, 0]
    let lines = SmallCounts.lines.map { line in
      let cells = line.split(separator: ";", omittingEmptySubsequences: false)
      return order.map { String(cells[$0]) }.joined(separator: ";")
    }
    let report = try SmallCounts.read(lines)
    #expect(report.findings == [])
    #expect(report.reported == (try SmallCounts.read().reported))
  }

  @Test func `a column that is missing is named, and nothing is read`() throws {
    let lines = SmallCounts.lines.map { $0.split(separator: ";", omittingEmptySubsequences: false).dropLast(3) }
    let report = try SmallCounts.read(lines.map { $0.joined(separator: ";") })
    #expect(
      report.findings.map { $0.sentence(in: .nl) } == [
        "c.csv, rij 1: deze verplichte kolom ontbreekt: aantal. Voeg de kolommen toe met precies deze namen."
      ])
    #expect(!report.isUsable && report.reported == nil)
  }

  @Test func `a column too many is not read and said`() throws {
    let report = try SmallCounts.read([SmallCounts.lines[0] + ";eigen nummer"] + SmallCounts.lines.dropFirst())
    #expect(
      report.findings.map { $0.sentence(in: .nl) } == [
        "c.csv, rij 1, kolom L: deze kolom staat niet in het sjabloon en is niet gelezen. "
          + "Verbeter de kolomnaam of haal de kolom weg."
      ])
    #expect(report.rowsTaken == 14)
  }

  @Test func `a template that was sent back empty is no delivery`() throws {
    let template = DeliveryTemplate.csv(for: SmallCounts.source, in: SmallCounts.monitor)
    let report = try SmallCounts.read(bytes: template)
    #expect(!report.isUsable && report.reported == nil)
    #expect(report.findings.contains { $0.rule == "nothing-filled-in" })
  }

  @Test func `a delivery about an earlier year asks nothing about later ones`() throws {
    let lines = Array(SmallCounts.lines.prefix(5)) + ["Deze levering is volledig;2023;;;;;;;ja;;"]
    #expect(try SmallCounts.read(lines).findings == [])
    let more = Array(SmallCounts.lines.prefix(6)) + ["Deze levering is volledig;2023;;;;;;;ja;;"]
    #expect(try SmallCounts.read(more).findings.map(\.rule) == ["year-not-asked"])
  }

  @Test func `the period asked for is the period of the closing row`() throws {
    let report = try SmallCounts.read(period: 2023)
    #expect(!report.isUsable)
    #expect(
      report.findings.map { $0.sentence(in: .nl) } == [
        "c.csv, rij 16, kolom jaar: deze levering gaat over 2024 en niet over 2023. "
          + "Verbeter het jaar in de slotrij, of lever het bestand bij zijn eigen jaar."
      ])
  }

  @Test func `without a closing row the period may be given, and the delivery stays provisional`() throws {
    let report = try SmallCounts.read(Array(SmallCounts.lines.dropLast()), period: 2024)
    #expect(report.findings.map(\.rule) == ["not-declared"])
    #expect(report.reported?.isDeclaredComplete == false)
  }

  @Test func `what was delivered before goes before what the file says of it`() throws {
    let cell = ReportedCell(CountPlace(table: "by-age", year: 2023, words: [0]), .number(Quantity(30)), sourceRow: 2)
    let previous = ReportedCounts(source: "centrum", period: "2023", isDeclaredComplete: true, cells: [cell])
    let report = try SmallCounts.read(previous: previous)
    #expect(
      report.findings.map(\.message.nl) == ["hier staat 5 en in de vorige levering 30; klopt dat?"])
  }

  @Test func `nothing of a cell is repeated, whatever is wrong with it`() throws {
    let secret = "Xaviera-Quirijn"
    for column in 0..<11 {
      var cells = SmallCounts.lines[1].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      cells[column] = secret
      let report = try SmallCounts.read(SmallCounts.changed(2, cells.joined(separator: ";")))
      let told = report.findings.map { $0.sentence(in: .nl) + $0.sentence(in: .en) }.joined()
      #expect(!told.lowercased().contains(secret.lowercased()), "column \(column)")
      #expect(!"\(String(describing: report.reported))".contains("30"))
    }
  }

  @Test func `totals of tables that count the same are held beside each other`() throws {
    var files = SmallCounts.files
    files["sources.yaml"] = files["sources.yaml"]?.replacing(
      "years: [2024]\n        axes:\n          - { header: leeftijd",
      with: "years: [2024]\n        total: true\n        axes:\n          - { header: leeftijd")
    let monitor = try #require(FolderReading.load(files: files).monitor)
    var lines = SmallCounts.lines
    lines.insert("Contacten naar leeftijd;2024;leeftijd;Totaal;;;;;49;;", at: 11)
    let report = try DeliveryReader(monitor: monitor, source: monitor.sources[0])
      .validate(bytes: Array(lines.joined(separator: "\n").utf8), fileName: "c.csv")
    #expect(
      report.findings.map { $0.sentence(in: .nl) } == [
        "c.csv, rij 12, kolom aantal: het totaal van 2024 is hier 49 en in `Contacten naar soort` 50; "
          + "beide tellen contacten. Verbeter de totalen, of leg bij toelichting uit waarom zij verschillen."
      ])
    #expect(report.rowsTaken == 15)
  }
}
