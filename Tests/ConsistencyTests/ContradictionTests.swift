import Foundation
import Model
import Testing

@testable import Consistency

/// Invented tables, small enough to add up by eye.
@Suite struct `Contradictions between published tables` {
  static let header =
    "figure,measure,dim1,dim1_value,dim2,dim2_value,dim3,dim3_value,value,unit,is_total,status,line,note\n"

  /// Women and men by year, with totals; `women2020` is the cell a test changes.
  static func table(women2020: Int = 12, total2020: Int = 20, status: String = "printed") -> String {
    let cells = [
      ("Vrouw", "2019", 10, 0), ("Vrouw", "2020", women2020, 0), ("Vrouw", "2019-2020", 22, 1),
      ("Man", "2019", 5, 0), ("Man", "2020", 8, 0), ("Man", "2019-2020", 13, 1),
      ("Totaal", "2019", 15, 1), ("Totaal", "2020", total2020, 1), ("Totaal", "2019-2020", 35, 1),
    ]
    return header
      + cells.map { row, column, value, isTotal in
        "fig-1,slachtoffers,geslacht,\(row),jaar,\(column),,,\(value),slachtoffers,\(isTotal),\(status),1,\n"
      }.joined()
  }

  static func report(_ tables: String...) -> PublishedReport {
    PublishedReport(name: "verzonnen", cells: tables.flatMap { TableCell.cells(csv: $0) })
  }

  @Test func `are none in a table that adds up`() { #expect(Self.report(Self.table()).contradictions().isEmpty) }

  @Test func `show in a total that is not the sum of its column`() throws {
    let found = Self.report(Self.table(total2020: 21)).contradictions()
    let first = try #require(found.first)
    #expect(found.count == 1)
    #expect(first.kind == .sum && first.severity == .error)
    #expect(first.cells.contains { $0.reference == "fig-1|Totaal|2020" })
    #expect(first.expected.contains("20") && first.published.contains("21"))
  }

  @Test func `name the one cell inside a table that repairs its row and its column`() throws {
    let first = try #require(Self.report(Self.table(women2020: 21)).contradictions().first)
    #expect(first.sentence.nl.contains("12"), "\(first.sentence.nl)")
  }

  @Test func `do not come from cells that were only inferred`() {
    #expect(Self.report(Self.table(total2020: 21, status: "inferred")).contradictions().isEmpty)
  }

  @Test func `show when two figures give the same number differently`() throws {
    let other =
      Self.header
      + [("2019", 15), ("2020", 26)].map { year, value in
        "fig-2,slachtoffers,reeks,Aantal slachtoffers,jaar,\(year),,,\(value),slachtoffers,0,printed,1,\n"
      }.joined()
    let third =
      Self.header
      + [
        ("Amsterdam", "2019", 9), ("Rotterdam", "2019", 6), ("Totaal", "2019", 15), ("Amsterdam", "2020", 12),
        ("Rotterdam", "2020", 14), ("Totaal", "2020", 26),
      ].map { place, year, value in
        "fig-3,slachtoffers,plaats,\(place),jaar,\(year),,,\(value),slachtoffers,\(place == "Totaal" ? 1 : 0),"
          + "printed,1,\n"
      }.joined()
    let found = Self.report(Self.table(), other, third).contradictions()
    #expect(found.contains { $0.kind == .crossFigure || $0.kind == .sum }, "\(found.map(\.sentence.nl))")
  }

  @Test func `do not come from answers of which several may be given`() {
    let table =
      Self.header
      + [("Geweld", 30, 0), ("Dreiging", 40, 0), ("Schulden", 25, 0), ("Totaal", 60, 1)].map { row, value, isTotal in
        "fig-4,dwangmiddelen (meer antwoorden mogelijk),dwangmiddel,\(row),periode,2020,,,\(value),slachtoffers,"
          + "\(isTotal),printed,1,n is de basis; rijen tellen op tot meer dan n\n"
      }.joined()
    #expect(Self.report(table).contradictions().isEmpty)
  }
}

/// The national report, from the monitor folder of this project.
@Suite struct `The published national report` {
  static let found: [Contradiction] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "monitors/landelijk-2015-2019/published")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let cells = names.filter { $0.hasSuffix(".csv") }.sorted().flatMap { name in
      TableCell.cells(csv: (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? "")
    }
    return PublishedReport(name: "landelijk", cells: cells).contradictions()
  }()

  /// Figure, cell and what follows, as proven by the reconstruction of the same tables.
  @Test(arguments: [
    ("fig-2.10", "Totaal|BL-SU", "1178"), ("fig-2.8", "Totaal|AU", "1018"), ("fig-2.9", "Totaal|AU", "1018"),
    ("fig-2.10", "Totaal|AU", "1018"), ("fig-2.4a", "Totaal|2015", "241"), ("fig-2.6", "Totaal|2018", "63"),
    ("fig-2.13", "Totaal|2019", "952"), ("tab-2.1", "Bulgarije", "201"), ("tab-2.1", "Vietnam", "57"),
    ("tab-2.1", "Eritrea", "53"), ("tab-2.1", "Guinee", "113"),
  ])
  func `contradicts itself in`(_ figure: String, _ place: String, _ expected: String) {
    let match = Self.found.first { contradiction in
      contradiction.figure == figure && contradiction.expected.contains(expected)
        && contradiction.cells.contains { $0.reference.contains(place) }
    }
    #expect(match != nil, "\(Self.found.map { "\($0.figure) \($0.expected)" })")
  }

  @Test func `is said to contradict itself in whole sentences, in both languages`() {
    #expect(Self.found.count >= 11)
    for contradiction in Self.found {
      #expect(contradiction.sentence.nl.hasSuffix(".") || contradiction.sentence.nl.hasSuffix("?"))
      #expect(contradiction.sentence.en.hasSuffix(".") || contradiction.sentence.en.hasSuffix("?"))
    }
  }
}
