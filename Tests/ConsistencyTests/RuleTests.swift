import Model
import Testing

@testable import Consistency

/// One rule at a time, on invented tables of a few cells: each with what it finds, and with what it lets pass.
@Suite struct `A rule on tables that others published` {
  /// `figure|measure|dim|value|year|number|unit[|total|status|note]`
  static func report(_ lines: [String], figures: [FigureEntry] = []) -> PublishedReport {
    let cells = lines.map { line -> TableCell in
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      func part(_ index: Int) -> String { index < parts.count ? parts[index] : "" }
      var dimensions = part(3).isEmpty ? [] : [TableCell.Dimension(name: part(2), value: part(3))]
      if !part(4).isEmpty { dimensions.append(TableCell.Dimension(name: "jaar", value: part(4))) }
      let number = TableCell.number(part(5))
      return TableCell(
        figure: part(0), measure: part(1), dimensions: dimensions, value: number?.value,
        decimals: number?.decimals ?? 0, unit: part(6), isTotal: part(7) == "1",
        status: TableCell.Status(rawValue: part(8)) ?? .printed, note: part(9))
    }
    return PublishedReport(name: "verzonnen", cells: cells, figures: figures)
  }

  /// 30 of 100 in the first years, and 40 of 80 or of 160 in the last.
  static func shares(named: Int, all: Int) -> [String] {
    [
      "tekst|aandeel met bekende leeftijd|||2015-2016|30|%", "tekst|aandeel met bekende leeftijd|||2017-2019|50|%",
      "tekst|aantal met bekende leeftijd|||2015-2016|30|slachtoffers",
      "tekst|aantal met bekende leeftijd|||2017-2019|40|slachtoffers",
      "tekst|noemer van het aandeel|||2017-2019|\(named)|slachtoffers",
      "tekst|aantal slachtoffers|||2015-2016|100|slachtoffers",
      "tekst|aantal slachtoffers|||2017-2019|\(all)|slachtoffers",
    ]
  }

  @Test func `finds a share that takes another base in one period than in the others`() throws {
    let found = Self.report(Self.shares(named: 80, all: 160)).contradictions()
    let first = try #require(found.first)
    #expect(found.count == 1)
    #expect(first.kind == .percentage && first.severity == .definition)
    #expect(first.expected == "25.0%" && first.published == "50%")
    #expect(
      first.sentence.nl
        == "tekst, aandeel met bekende leeftijd, 2017-2019: hier staat 50%, van 80, maar bij ‘tekst, aantal slachtoffers, "
        + "2017-2019’ staat 160, en daarvan is het 25,0%.")
    #expect(Self.report(Self.shares(named: 80, all: 80)).contradictions().isEmpty)
  }

  /// The n of a figure about places where people met online, and how many did in two years.
  static func stale(base: Int, title: String) -> PublishedReport {
    report(
      [
        "fig-5|slachtoffers met een plek|groep||2020|\(base)|slachtoffers|1",
        "ontmoeting|dader online ontmoet|||2020|34|gesprekken", "ontmoeting|dader online ontmoet|||2019|26|gesprekken",
      ],
      figures: [
        FigureEntry(report: "verzonnen", figure: "fig-5", title: title, base: Double(base), isFull: true)
      ])
  }

  @Test func `asks whether an n stayed behind from the year before`() throws {
    let title = "Online ontmoetingsplaatsen"
    let first = try #require(Self.stale(base: 26, title: title).contradictions().first)
    #expect(first.kind == .plausibility && first.severity == .note && first.figure == "fig-5")
    #expect(first.expected == "34" && first.published == "26")
    #expect(Self.stale(base: 34, title: title).contradictions().isEmpty)
    #expect(Self.stale(base: 31, title: title).contradictions().isEmpty)
    #expect(Self.stale(base: 26, title: "Leeftijd").contradictions().isEmpty)
  }

  @Test func `looks at a loose number only when it is the only one beside its caption`() throws {
    func report(_ note: String, text: Int = 3) -> PublishedReport {
      Self.report([
        "beeld|Aantal gestarte onderzoeken naar fraude in de periode|||2020-2021||zaken||unassigned|\(note)",
        "tekst|onderzoeken naar fraude (conclusie)|||2020-2021|\(text)|onderzoeken",
      ])
    }
    let first = try #require(report("raw: 6. Eén cijfer").contradictions().first)
    #expect(first.severity == .note && first.figure == "beeld" && first.expected == "3" && first.published == "6")
    #expect(report("raw: 6. Eén cijfer", text: 6).contradictions().isEmpty)
    #expect(report("raw: 85 74. Twee figuren").contradictions().isEmpty)
    #expect(report("raw: 1913. Twee jaren").contradictions().isEmpty)
    #expect(report("").contradictions().isEmpty)
  }

  /// `18-20%` of three years is a lowest and a highest year, and not the years together.
  static func range(_ lowest: Int, _ highest: Int) -> PublishedReport {
    let years = [("2015", 16, 100), ("2016", 19, 100), ("2017", 21, 100)]
    return report(
      years.flatMap { year, part, whole in
        [
          "fig-1|slachtoffers naar herkomst|herkomst|Afrika|\(year)|\(part)|slachtoffers",
          "fig-1|slachtoffers naar herkomst|herkomst|Europa|\(year)|\(whole - part)|slachtoffers",
          "fig-1|slachtoffers naar herkomst|herkomst|Totaal|\(year)|\(whole)|slachtoffers|1",
        ]
      } + [
        "tekst|aandeel Afrika (laagste)|||2015-2017|\(lowest)|%",
        "tekst|aandeel Afrika (hoogste)|||2015-2017|\(highest)|%",
      ])
  }

  @Test func `takes a range over years for its lowest and its highest year`() {
    #expect(Self.range(16, 21).contradictions().isEmpty)
    let found = Self.range(18, 21).contradictions()
    #expect(found.map(\.expected) == ["16.0%"], "\(found.map(\.sentence.nl))")
    #expect(found.map(\.published) == ["18%"])
  }
}
