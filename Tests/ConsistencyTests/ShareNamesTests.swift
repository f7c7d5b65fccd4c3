import Model
import Testing

@testable import Consistency

@Suite struct `What a share is a share of, in its own figure` {
  private func siblings(_ lines: [String], of cell: Int = 0) -> [String] {
    let tables = Invented.tables(lines)
    return ShareNames(tables: tables, series: tables.allSeries).siblings(of: cell).map { $0.text(tables).en }
  }

  private static let count = "fig-1 | minderjarig | jaar=2019 | 30 slachtoffers"
  private static let total = "fig-1 | slachtoffers | jaar=2019 | 100 slachtoffers | total"

  private func share(_ measure: String) -> String { "fig-1 | \(measure) | jaar=2019 | 31 %" }

  @Test(arguments: [
    "aandeel minderjarig", "percentage minderjarig", "share minderjarig", "gemiddeld aandeel minderjarig",
    "bijna minderjarig",
    "circa minderjarig", "ongeveer minderjarig (tekst)",
  ])
  func `is the count with the same words, over a total`(_ measure: String) {
    #expect(siblings([share(measure), Self.count, Self.total]) == ["30 / 100 (fig-1) = 30.0%"])
  }

  @Test(arguments: ["aandeel", "aandeel minderjarige vrouwen", "aandeel volwassen"])
  func `is no count with other words`(_ measure: String) {
    #expect(siblings([share(measure), Self.count, Self.total]).isEmpty)
  }

  @Test func `is the count of the same category, of which the words are some of its own, or all`() {
    func lines(_ share: String, _ count: String, category: String = "a") -> [String] {
      [
        "fig-1 | \(share) | groep=a; jaar=2019 | 31 %",
        "fig-1 | \(count) | groep=\(category); jaar=2019 | 30 slachtoffers", Self.total,
      ]
    }
    #expect(siblings(lines("aandeel", "kinderen")) == ["30 / 100 (fig-1) = 30.0%"])
    #expect(siblings(lines("aandeel kinderen thuis", "kinderen")) == ["30 / 100 (fig-1) = 30.0%"])
    #expect(siblings(lines("aandeel kinderen", "ouders")).isEmpty)
    #expect(siblings(lines("aandeel", "kinderen", category: "b")).isEmpty)
  }

  @Test(arguments: [
    ("fig-1 | meldingen | jaar=2019 | 120 meldingen | total", true),
    ("fig-1 | slachtoffers | | 120 slachtoffers | total", true),
    ("fig-2 | slachtoffers | jaar=2019 | 120 slachtoffers | total", true),
    ("fig-1 | personen | jaar=2019 | 120 slachtoffers", true),
    ("fig-2 | slachtoffers | jaar=2019 | 120 slachtoffers", false),
    ("fig-2 | meldingen | jaar=2019 | 120 meldingen | total", false),
    ("fig-1 | personen | jaar=2020 | 120 slachtoffers | total", false),
    ("fig-1 | personen | jaar=2020 | 120 slachtoffers", false),
    ("fig-1 | personen | jaar=2019 | 120 slachtoffers | total, inferred", false),
    ("fig-1 | meldingen | jaar=2019 | 120 meldingen", false),
    ("fig-1 | personen | jaar=2019 | 30 slachtoffers | total", false),
    ("fig-1 | personen | jaar=2019 | 29 slachtoffers | total", false),
    ("fig-1 | personen | jaar=2019; groep=a | 120 slachtoffers", false),
    ("fig-1 | personen | jaar=2019; groep=a | 120 personen | total", false),
    ("fig-2 | personen | jaar=2019; groep=a | 120 slachtoffers | total", false),
    ("fig-1 | bedrag | jaar=2019 | 120 euro | total", false),
    ("fig-2 | personen | jaar=2019 | 120 Slachtoffers | total", true),
    ("fig-1 | personen | jaar=2019 | - slachtoffers | total", false),
  ])
  func `has any base that is a total of its figure, or of its unit and years, or stands beside it`(
    _ base: String, _ fits: Bool
  ) {
    let figures = base.hasPrefix("fig-2") ? "fig-1, fig-2" : "fig-1"
    #expect(
      siblings([share("aandeel minderjarig"), Self.count, base]) == (fits ? ["30 / 120 (\(figures)) = 25.0%"] : []))
  }

  @Test func `takes a base of any year for a share without one, but no base beside it`() {
    let lines = ["fig-1 | aandeel minderjarig |  | 31 %", "fig-1 | minderjarig |  | 30 slachtoffers"]
    #expect(
      siblings(lines + ["fig-1 | personen | jaar=2020 | 120 slachtoffers | total"]) == ["30 / 120 (fig-1) = 25.0%"])
    #expect(siblings(lines + ["fig-1 | personen | | 120 slachtoffers"]).isEmpty)
  }

  @Test func `may have everyone with at least a form for its base`() {
    let forms = [("Arbeid", 40), ("Handel", 35), ("Arbeid en handel", 10)].map {
      "fig-2 | vormen | vorm=\($0.0); jaar=2019 | \($0.1) slachtoffers"
    }
    let lines =
      ["fig-1 | aandeel arbeiders | jaar=2019 | 31 %", "fig-1 | arbeiders | jaar=2019 | 30 slachtoffers"] + forms
    #expect(siblings(lines) == ["30 / 50 (fig-1, fig-2) = 60.0%"])
    #expect(
      siblings(["fig-1 | aandeel boeren | jaar=2019 | 31 %", "fig-1 | boeren | jaar=2019 | 30 slachtoffers"] + forms)
        .isEmpty)
    #expect(
      siblings(
        ["fig-1 | aandeel arbeiders | jaar=2019 | 31 %", "fig-1 | arbeiders | jaar=2019 | 30 meldingen"] + forms
      ).isEmpty)
  }
}

@Suite struct `What a share is a share of, in other figures` {
  private func named(_ lines: [String]) -> [String] {
    let tables = Invented.tables(lines)
    return ShareNames(tables: tables, series: tables.allSeries).named(in: 0).map { $0.text(tables).en }
  }

  private static let origins = [
    "fig-2 | gemelde personen | herkomst=Nederland; jaar=2015 | 40 slachtoffers",
    "fig-2 | gemelde personen | herkomst=West-Azië; jaar=2015 | 25 slachtoffers",
    "fig-2 | gemelde personen | herkomst=Overige landen; jaar=2015 | 35 slachtoffers",
    "fig-2 | gemelde personen | herkomst=Totaal; jaar=2015 | 100 slachtoffers | total",
  ]

  @Test(arguments: [
    ("aandeel Nederland", true), ("aandeel Nederlandse slachtoffers", true), ("share Nederland", true),
    ("percentage Nederlandse gemelde personen", true),
    ("gemiddeld aandeel Nederland", true), ("aandeel herkomst Nederland", true),
    ("aandeel Nederland (voetnoot 3)", true),
    ("Nederlandse slachtoffers", false), ("aandeel Nederlandse getuigen", false), ("aandeel slachtoffers", false),
    ("aandeel landen", false), ("aandeel", false), ("aandeel Nederlandse slachtoffers in meldingen", false),
    ("aandeel Nederland in slachtoffers", true),
  ])
  func `is the category that its words name, where they say nothing else`(_ measure: String, _ isNamed: Bool) {
    #expect(
      named(["tekst | \(measure) | jaar=2015 | 30 %"] + Self.origins) == (isNamed ? ["40 / 100 (fig-2) = 40.0%"] : []))
  }

  @Test func `is nothing of its own figure, nor of another year`() {
    #expect(named(["fig-2 | aandeel Nederland | jaar=2015 | 30 %"] + Self.origins).isEmpty)
    #expect(named(["tekst | aandeel Nederland | jaar=2016 | 30 %"] + Self.origins).isEmpty)
  }

  /// Reports by who reported and by form.
  private static let reports = [
    "fig-3 | meldingen | melder=Politie; vorm=Arbeid | 20 meldingen",
    "fig-3 | meldingen | melder=Politie; vorm=Handel | 30 meldingen",
    "fig-3 | meldingen | melder=Totaal; vorm=Arbeid | 80 meldingen",
    "fig-3 | meldingen | melder=Totaal; vorm=Handel | 60 meldingen",
    "fig-3 | meldingen | melder=Politie; vorm=Totaal | 50 meldingen",
    "fig-3 | meldingen | melder=Totaal; vorm=Totaal | 140 meldingen",
  ]

  @Test(arguments: [
    ("aandeel politie in meldingen", "", ["50 / 140 (fig-3) = 35.7%"]),
    ("aandeel politie in meldingen arbeid", "", ["20 / 80 (fig-3) = 25.0%"]),
    ("aandeel politie in de handel", "", ["30 / 60 (fig-3) = 50.0%"]),
    ("aandeel politie", "vorm=Arbeid", ["20 / 80 (fig-3) = 25.0%"]),
    ("aandeel politie", "mensenhandelvorm=Arbeid", ["20 / 80 (fig-3) = 25.0%"]),
    ("aandeel politie in meldingen thuis", "", []),
    ("aandeel politie", "vorm=Dwang", []), ("aandeel politie", "sector=Arbeid", []),
  ])
  func `is cut by what stands after in, and by its own categories`(
    _ measure: String, _ place: String, _ quotients: [String]
  ) {
    #expect(named(["tekst | \(measure) | \(place) | 30 %"] + Self.reports) == quotients)
  }

  @Test func `adds up years, or takes the lowest or the highest of them`() {
    let years = [(2015, 10, 100), (2016, 30, 100), (2017, 20, 100)].flatMap { year, part, whole in
      [
        "fig-2 | slachtoffers | herkomst=Afrika; jaar=\(year) | \(part) slachtoffers",
        "fig-2 | slachtoffers | herkomst=Totaal; jaar=\(year) | \(whole) slachtoffers | total",
      ]
    }
    func share(_ measure: String, years period: String = "2015-2017") -> [String] {
      named(["tekst | \(measure) | jaar=\(period) | 30 %"] + years)
    }
    #expect(share("aandeel Afrika") == ["60 / 300 (fig-2) = 20.0%"])
    #expect(share("aandeel Afrika (laagste)") == ["10 / 100 (fig-2) = 10.0%"])
    #expect(share("aandeel Afrika (lowest)") == ["10 / 100 (fig-2) = 10.0%"])
    #expect(share("aandeel Afrika (hoogste)") == ["30 / 100 (fig-2) = 30.0%"])
    #expect(share("aandeel Afrika", years: "2015-2017 (highest)") == ["30 / 100 (fig-2) = 30.0%"])
    #expect(share("aandeel Afrika", years: "2015-2018").isEmpty)
    #expect(share("aandeel Afrika (hoogste)", years: "2015-2018").isEmpty)
  }

  @Test func `is also everyone with at least a form`() {
    let forms = [("Arbeid", 30), ("Handel", 50), ("Arbeid en handel", 20), ("Totaal", 100)].map {
      "fig-2 | slachtoffers | vorm=\($0.0); jaar=2015 | \($0.1) slachtoffers"
    }
    #expect(
      named(["tekst | aandeel arbeid | jaar=2015 | 30 %"] + forms)
        == ["30 / 100 (fig-2) = 30.0%", "50 / 100 (fig-2) = 50.0%"])
    #expect(named(["tekst | aandeel arbeidsslachtoffers | jaar=2015 | 30 %"] + forms).isEmpty)
    #expect(named(["tekst | aandeel arbeid | jaar=2015; groep=x | 30 %"] + forms).isEmpty)
  }
}

@Suite struct `Another base for a share` {
  @Test func `is any whole at the same place, but the one that was used`() throws {
    let tables = Invented.tables([
      "tekst | aandeel x | jaar=2015 | 30 %", "fig-2 | a | jaar=2015 | 100 slachtoffers",
      "fig-3 | b | jaar=2015 | 50 meldingen",
      "fig-4 | c | jaar=2016 | 80 meldingen", "fig-5 | d | groep=x; jaar=2015 | 80 meldingen",
      "fig-6 | e | jaar=2015 | 20 meldingen",
      "fig-7 | f | jaar=2015 | 30 meldingen",
    ])
    let names = ShareNames(tables: tables, series: tables.allSeries)
    let used = try #require(Quotient([.init(cell: 6, sign: 1)], over: [.init(cell: 1, sign: 1)], tables.value))
    #expect(
      names.overOtherBases(used, at: 0).map { $0.text(tables).en }
        == ["30 / 50 (fig-7, fig-3) = 60.0%", "30 / 30 (fig-7) = 100.0%"])
  }
}
