import Disclosure
import Model
import Testing

@testable import Narrative

/// Figures, rows, columns and panels by the keys a text gives.
@Suite struct FigureLookupTests {
  private static let lookup = FigureLookup(tables: Invented.publication.tables)

  private func shape(_ figure: String) throws -> TableShape {
    try Self.lookup.table(Call.Key(text: figure, at: 0)).shape
  }

  private func rows(_ text: String, in figure: String = "1.1") throws -> [Int] {
    try Self.lookup.rows(Call.Key(text: text, at: 5), in: shape(figure))
  }

  private func columns(_ text: String, in figure: String = "1.1", panel: Int? = nil) throws -> [Int] {
    try Self.lookup.columns(Call.Key(text: text, at: 5), in: shape(figure), panel: panel)
  }

  private func problem(_ read: () throws -> Void) -> TextProblem? {
    do {
      try read()
      return nil
    } catch { return error as? TextProblem }
  }

  @Test(arguments: ["1.1", "fig-1.1"]) func `a figure is found with and without its beginning`(_ key: String) throws {
    #expect(try shape(key).figure == "fig-1.1")
    #expect(try shape("2.1").figure == "tab-2.1")
    #expect(FigureLookup.problem(with: Call.Key(text: key, at: 0), among: ["tab-9", "fig-1.1"]) == nil)
  }

  @Test(
    arguments: [
      ("minor", [0]), ("total", [3]), ("minor + adult", [0, 1]), ("adult + minor + unknown", [1, 0, 2]),
      ("\"Minderjarig\"", [0]), ("“Minor”", [0]), ("Minor", [0]), ("\"Gemiddelde leeftijd\"", [4]),
      ("\"Minderjarig\" + adult", [0, 1]),
    ])
  func `a row is found by its code, or by its label in any language`(_ key: String, _ found: [Int]) throws {
    #expect(try rows(key) == found)
  }

  @Test(
    arguments: [
      ("2018", nil, [0]), ("total", nil, [5]), ("2018..2020", nil, [0, 1, 2]), ("2018..2018", nil, [0]),
      ("2018 + 2020", nil, [0, 2]), ("\"2019\"", nil, [1]), ("labour", 1, [3]), ("labour..sexual", 1, [3, 4]),
    ] as [(String, Int?, [Int])])
  func `a column is found by its code, its label or a range`(_ key: String, _ panel: Int?, _ found: [Int]) throws {
    #expect(try columns(key, panel: panel) == found)
  }

  @Test func `totals are found by what they are`() throws {
    #expect(try Self.lookup.totalRow(of: shape("1.1")) == 3 && Self.lookup.totalColumn(of: shape("1.1")) == 5)
    #expect(try Self.lookup.totalRow(of: shape("2.1")) == nil && Self.lookup.totalColumn(of: shape("2.1")) == nil)
    var two = try shape("1.1")
    two.rows[3].key = "series-1"
    #expect(Self.lookup.totalRow(of: two) == 3)
    two.rows[2].isTotal = true
    #expect(Self.lookup.totalRow(of: two) == nil)
    two.rows[2].key = "total"
    #expect(Self.lookup.totalRow(of: two) == 2)
    two.columns[4].isTotal = true
    #expect(Self.lookup.totalColumn(of: two) == nil)
  }

  @Test(arguments: [("1", 0), ("2", 1), ("\"vorm\"", 1), ("form", 1), ("year", 0)])
  func `a panel is found by its number from one, or its name`(_ key: String, _ panel: Int) throws {
    #expect(try Self.lookup.panel(Call.Key(text: key, at: 5), in: shape("1.1")) == panel)
  }

  @Test func `what is not there is told with what is`() throws {
    let shape = try shape("1.1")
    func expect(_ read: () throws -> Void, _ rule: FindingRule, _ nl: String, _ en: String) {
      #expect(problem(read) == TextProblem(rule, at: 5, nl: nl, en: en))
    }
    expect(
      { _ = try Self.lookup.table(Call.Key(text: "1.2", at: 5)) }, .unknownFigure,
      "er is geen figuur `1.2`; bedoelt u `1.1`?", "there is no figure `1.2`; did you mean `1.1`?")
    expect(
      { _ = try Self.lookup.table(Call.Key(text: "fig-1.12", at: 5)) }, .unknownFigure,
      "er is geen figuur `fig-1.12`; bedoelt u `fig-1.1`?", "there is no figure `fig-1.12`; did you mean `fig-1.1`?")
    for key in ["0", "3", "jaren"] {
      expect(
        { _ = try Self.lookup.panel(Call.Key(text: key, at: 5), in: shape) }, .unknownColumn,
        "figuur fig-1.1 heeft geen paneel `\(key)`; de panelen zijn jaar, vorm.",
        "figure fig-1.1 has no panel `\(key)`; the panels are year, form.")
    }
    expect(
      { _ = try rows("minor + oud") }, .unknownRow,
      "figuur fig-1.1 heeft geen rij `oud`; de rijen zijn minor, adult, unknown, total, mean-age.",
      "figure fig-1.1 has no row `oud`; the rows are minor, adult, unknown, total, mean-age.")
    expect(
      { _ = try rows("\"Minderjarg\"") }, .unknownRow,
      "figuur fig-1.1 heeft geen rij `\"Minderjarg\"`; bedoelt u `minor`?",
      "figure fig-1.1 has no row `\"Minderjarg\"`; did you mean `minor`?")
    expect(
      { _ = try columns("2018 + 3000") }, .unknownColumn,
      "figuur fig-1.1 heeft geen kolom `3000`; de kolommen zijn 2018, 2019, 2020, labour, sexual, total.",
      "figure fig-1.1 has no column `3000`; the columns are 2018, 2019, 2020, labour, sexual, total.")
    expect(
      { _ = try columns("2019..3000") }, .unknownColumn,
      "figuur fig-1.1 heeft geen kolom `3000`; de kolommen zijn 2018, 2019, 2020, labour, sexual, total.",
      "figure fig-1.1 has no column `3000`; the columns are 2018, 2019, 2020, labour, sexual, total.")
    for key in ["2020..2018", "2020..labour"] {
      expect(
        { _ = try columns(key) }, .unknownColumn, "`\(key)` loopt niet van een eerdere naar een latere kolom.",
        "`\(key)` does not run from an earlier column to a later one.")
    }
  }

  @Test func `a list of codes ends after twelve`() throws {
    let row = try shape("1.1").rows[0]
    func message(_ count: Int) -> String? {
      let rows = (1...count).map { number in
        var row = row
        row.key = "code\(number)"
        row.label = LocalizedText("L\(number)")
        return row
      }
      let shape = Invented.shape("f", rows, [], panels: [])
      return problem { _ = try Self.lookup.rows(Call.Key(text: "heel anders", at: 0), in: shape) }?.message.nl
    }
    let twelve = (1...12).map { "code\($0)" }.joined(separator: ", ")
    #expect(message(12) == "figuur f heeft geen rij `heel anders`; de rijen zijn \(twelve).")
    #expect(message(13) == "figuur f heeft geen rij `heel anders`; de rijen zijn \(twelve), ….")
  }

  @Test func `a column in two panels needs its panel`() throws {
    var shape = try shape("1.1")
    shape.columns[3].key = "2018"
    let key = Call.Key(text: "2018", at: 5)
    #expect(
      problem { _ = try Self.lookup.columns(key, in: shape) }
        == TextProblem(
          .unknownColumn, at: 5,
          nl:
            "kolom `2018` van figuur fig-1.1 staat in meer dan één paneel; zet het paneel erachter: \"jaar\", \"vorm\".",
          en: "column `2018` of figure fig-1.1 stands in more than one panel; add the panel: \"year\", \"form\"."))
    #expect(try Self.lookup.columns(key, in: shape, panel: 0) == [0])
    #expect(try Self.lookup.columns(key, in: shape, panel: 1) == [3])
  }

  @Test func `a label that two rows share stands for neither`() throws {
    var shape = try shape("1.1")
    shape.rows[1].label = LocalizedText(nl: "Minderjarig", en: "Adult")
    let key = Call.Key(text: "\"Minderjarig\"", at: 0)
    #expect(problem { _ = try Self.lookup.rows(key, in: shape) }?.rule == .unknownRow)
    #expect(try Self.lookup.rows(Call.Key(text: "Adult", at: 0), in: shape) == [1])
  }
}
