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

  @Test func `show in a total that is not the sum of its column`() {
    let found = Self.report(Self.table(total2020: 21)).contradictions()
    #expect(found.map(\.summary) == ["sum error fig-1: 20 for 21"])
    #expect(found.first?.cells.first?.reference == "fig-1|Totaal|2020")
  }

  @Test func `name the one cell inside a table that repairs its row and its column`() {
    #expect(Self.report(Self.table(women2020: 21)).contradictions().map(\.summary) == ["sum error fig-1: 12 for 21"])
  }

  @Test func `do not come from cells that were only inferred`() {
    #expect(Self.report(Self.table(total2020: 21, status: "inferred")).contradictions().isEmpty)
  }

  @Test func `show when two figures give the same number differently`() {
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
    #expect(found.map(\.summary) == ["cross-figure error fig-1: 41 for 35", "cross-figure error fig-1: 26 for 20"])
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

@Suite struct `The contradictions of a whole report` {
  private static let lines = [
    "fig-2 | slachtoffers | groep=Totaal | 12 slachtoffers | total", "fig-1 | casussen | | 100 casussen | total",
    "fig-1 | casussen in beeld | | 101 casussen | total", "fig-3 | x | groep=Minderjarig | 5 slachtoffers",
    "fig-3 | x | groep=waarvan meisjes | 7 slachtoffers",
  ]

  private static let report = Invented.report(
    lines,
    figures: ["fig-1", "fig-2"].map { FigureEntry(report: "verzonnen", figure: $0, title: "x", base: 11, isFull: true) }
  )

  @Test func `stand in the order of its figures`() {
    #expect(
      Self.report.contradictions().map(\.summary) == [
        "base error fig-2: 12 for 11", "cross-figure error fig-1: 100 for 101", "base error fig-1: 100 for 11",
        "bound error fig-3: >= 7 for 5",
      ])
  }

  @Test func `have the claims of its text with them, and none of another report`() {
    func claim(_ id: String, _ report: String, _ value: Double) -> Claim {
      Claim(
        id: id, report: report, paraphrase: "", value: value, unit: "slachtoffers", formula: "{n:fig-2|Totaal}")
    }
    let claims = [
      claim("c1", "verzonnen", 11), claim("c2", "verzonnen", 12), claim("c3", "verzonnen", 20),
      claim("c4", "elders", 9),
    ]
    let found = Self.report.contradictions(claims: claims, among: [Self.report])
    #expect(found.map(\.claims) == [["c1"], [], [], [], ["c3"]])
    #expect(found.last?.summary == "claim error fig-2: 12 for 20")
  }
}

/// The tables of the monitor folders of this project; every finding was laid beside the source text.
@Suite struct `The tables of the monitors` {
  private static func found(in monitor: String) throws -> [Contradiction] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "monitors/\(monitor)/published")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let cells = try names.filter { $0.hasSuffix(".csv") }.sorted().flatMap { name in
      TableCell.cells(csv: try String(contentsOf: folder.appending(path: name), encoding: .utf8))
    }
    return PublishedReport(name: monitor, cells: cells).contradictions()
  }

  private static let known: [(String, [String])] = [
    (
      "chat-2020",
      [
        "percentage error achtergrond-bezoekers: 88.3% for 88.7%",
        "percentage error context-cijfers: 73.9% for 75%",
        "percentage error dataset-stroom: 83.4%; 16.6% for 83.5%; 16.5%",
      ]
    ),
    (
      "landelijk-2015-2019",
      [
        "sum error fig-2.10: 1178 for 1173",
        "sum error fig-2.10: 1018 for 1108",
        "plausibility note fig-2.10: 121-146 for 0",
        "bound error fig-2.11: >= 650 for 646",
        "cross-figure error fig-2.13: 2983; 1579; 952 for 2984; 1580; 953",
        "cross-figure error fig-2.2: 5; 65; 38 for 4; 60; 126",
        "sum error fig-2.4a: 241 for 240",
        "cross-figure error fig-2.6: 518; 63 for 519; 64",
        "sum error fig-2.8: 1018 for 1108",
        "sum error fig-2.9: 1018 for 1108",
        "sum error tab-2.1: 234 for 201",
        "sum error tab-2.1: 50 for 53",
        "sum error tab-2.1: 111 for 113",
        "sum error tab-2.1: 53; 74 for 57",
        "cross-figure error tekst-melders: 48 for 35",
        "cross-figure error tekst-melders: 228 for 282",
        "percentage error tekst-melders: 32.5% for 34%",
        "percentage rounding tekst-melders: 25.0% for 24%",
        "percentage definition tekst-melders: 63.6%; 71.2%; 74.1%; 16.7% for 71%; 84%; 81%; 19%",
        "percentage error tekst-persoonskenmerken: 37.7% for 32%",
        "percentage rounding tekst-persoonskenmerken: 27.4% for 28%",
        "percentage error tekst-persoonskenmerken: 15.8% for 18%",
        "percentage rounding tekst-persoonskenmerken: 20.6% for 20%",
        "percentage rounding tekst-persoonskenmerken: 9.3% for 10%",
        "percentage error tekst-sector-bekend: 37.0% for 34%",
        "percentage definition tekst-sector-bekend: 48.3% for 55%",
      ]
    ),
    (
      "regio-rotterdam-2021",
      [
        "cross-figure note nla-figuren: 3 for 6"
      ]
    ),
    ("regio-rotterdam-2022", []),
    (
      "regio-rotterdam-2024",
      [
        "cross-figure note riec: 11 for 12"
      ]
    ),
  ]

  @Test(arguments: known)
  func `contradict themselves just so, in whole sentences`(_ monitor: String, _ summaries: [String]) throws {
    let found = try Self.found(in: monitor)
    #expect(found.map(\.summary) == summaries)
    for sentence in found.map(\.sentence) {
      #expect(sentence.nl.hasSuffix(".") || sentence.nl.hasSuffix("?"))
      #expect(sentence.en.hasSuffix(".") || sentence.en.hasSuffix("?"))
    }
  }
}
