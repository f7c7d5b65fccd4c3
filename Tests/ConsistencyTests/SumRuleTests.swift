import Testing

@testable import Consistency

@Suite struct `The sum rule` {
  private func relations(_ lines: [String]) -> [String] {
    SumRule(tables: Invented.tables(lines)).relations().map(\.text)
  }

  /// A column of parts and their total, with the letters a, b, … for labels.
  private func column(_ parts: [Int], total: Int, year: Int = 2019) -> [String] {
    zip("abcdefgh", parts).map { "fig-1 | slachtoffers | vorm=\($0); jaar=\(year) | \($1) slachtoffers" }
      + ["fig-1 | slachtoffers | vorm=Totaal; jaar=\(year) | \(total) slachtoffers | total"]
  }

  @Test func `adds up rows and years, whichever totals are printed`() {
    let lines = Invented.table(
      "fig-1", "slachtoffers", rows: "geslacht", columns: "jaar", ["2019", "2020", "2019-2020"],
      [("Vrouw", [10, 12, 22]), ("Man", [5, 8, 13]), ("Totaal", [15, 20, 35])])
    #expect(
      relations(lines) == [
        "sum: +6 -3 -0 = 0", "sum: +8 -5 -2 = 0", "sum: +7 -4 -1 = 0",
        "sum: +8 -6 -7 = 0", "sum: +5 -3 -4 = 0", "sum: +2 -0 -1 = 0",
      ])
  }

  @Test func `takes a dimension for a partition where at least as many lines close as do not`() {
    #expect(
      relations(column([1, 2], total: 3) + column([1, 2], total: 30, year: 2020))
        == ["sum: +2 -0 -1 = 0", "sum: +5 -3 -4 = 0"])
    let third = column([1, 2], total: 30, year: 2020) + column([1, 2], total: 30, year: 2021)
    #expect(
      relations(column([1, 2], total: 3) + third)
        == ["bound: +0 +1 -2 <= 0", "bound: +3 +4 -5 <= 0", "bound: +6 +7 -8 <= 0"])
  }

  @Test(arguments: [(90, true), (110, true), (89, false), (111, false), (100, true), (0, false)])
  func `takes a lone column for a sum when it is within a tenth of its total`(_ sum: Int, _ isSum: Bool) {
    let bounds = sum > 100 ? ["bound: +0 -2 <= 0", "bound: +1 -2 <= 0"] : ["bound: +0 +1 -2 <= 0"]
    #expect(relations(column([sum - 30, 30], total: 100)) == (isSum ? ["sum: +2 -0 -1 = 0"] : bounds))
  }

  @Test func `only bounds several columns of which none closes`() {
    #expect(
      relations(column([50, 49], total: 100) + column([50, 49], total: 100, year: 2020))
        == ["bound: +0 +1 -2 <= 0", "bound: +3 +4 -5 <= 0"])
  }

  @Test func `only bounds a column in which a category or a number is missing`() {
    #expect(
      relations(column([1, 2], total: 3) + column([3], total: 3, year: 2020))
        == ["sum: +2 -0 -1 = 0", "bound: +3 -4 <= 0"])
    let gap = ["fig-1 | slachtoffers | vorm=c; jaar=2019 | - slachtoffers"]
    #expect(relations(column([1, 2], total: 3) + gap) == ["bound: +0 +1 -2 <= 0"])
    let other = ["fig-1 | slachtoffers | land=c; periode=2019 | - slachtoffers"]
    #expect(relations(column([1, 2], total: 3) + other) == ["sum: +2 -0 -1 = 0"])
  }

  @Test func `only bounds a column of one part`() { #expect(relations(column([3], total: 3)) == ["bound: +0 -1 <= 0"]) }

  @Test func `bounds each answer apart where several may be given`() {
    let lines = [
      "fig-4 | middelen | middel=Geweld | 30 slachtoffers | | meer antwoorden mogelijk",
      "fig-4 | middelen | middel=Dreiging | 40 slachtoffers",
      "fig-4 | middelen | middel=Totaal | 60 slachtoffers | total",
    ]
    #expect(relations(lines) == ["bound: +1 -2 <= 0", "bound: +0 -2 <= 0"])
  }

  @Test func `leaves out what is part of the line above it`() {
    let lines = column([1, 2], total: 3) + ["fig-1 | slachtoffers | vorm=waarvan d; jaar=2019 | 2 slachtoffers"]
    #expect(relations(lines) == ["sum: +2 -0 -1 = 0"])
    #expect(
      relations([
        "fig-1 | x | vorm=waarvan a; jaar=2019 | 1 slachtoffers", "fig-1 | x | vorm=Totaal; jaar=2019 | 3 slachtoffers",
      ]).isEmpty)
  }

  @Test func `needs one total, and takes none from another figure, measure or unit`() {
    #expect(relations(column([1, 2], total: 3).dropLast()).isEmpty)
    #expect(
      relations(column([1, 2], total: 3) + ["fig-1 | slachtoffers | vorm=Totaal (b); jaar=2019 | 3 slachtoffers"])
        .isEmpty)
    #expect(
      relations(
        column([1, 2], total: 3).dropLast() + [
          "fig-2 | slachtoffers | vorm=Totaal; jaar=2019 | 3 slachtoffers | total",
          "fig-1 | slachtoffers | vorm=Totaal; jaar=2019 | 3 meldingen | total",
        ]
      ).isEmpty)
  }
}

@Suite struct `The sum rule over years` {
  private func relations(_ numbers: [(String, Int)]) -> [String] {
    let lines = numbers.map { "fig-1 | x | jaar=\($0) | \($1) slachtoffers" }
    return SumRule(tables: Invented.tables(lines)).relations().map(\.text)
  }

  @Test func `adds years up to the periods that they make`() {
    #expect(relations([("2015", 1), ("2016", 2), ("2015-2016", 3)]) == ["sum: +2 -0 -1 = 0"])
    #expect(relations([("2015", 1), ("2015-2016", 3)]).isEmpty)
    #expect(relations([("2015", 1), ("2016", 2)]).isEmpty)
  }

  @Test func `takes the finest division, and periods where years are missing`() {
    #expect(
      relations([("2015-2018", 10), ("2015-2016", 3), ("2015", 1), ("2016", 2), ("2017-2018", 7)])
        == ["sum: +1 -2 -3 = 0", "sum: +0 -2 -3 -4 = 0"])
    #expect(relations([("2015-2017", 6), ("2015-2016", 3), ("2016-2017", 5)]).isEmpty)
  }

  @Test func `expects at least as many periods to close as do not`() {
    let half = [("2015", 1), ("2016", 2), ("2015-2016", 3), ("2018", 1), ("2019", 2), ("2018-2019", 4)]
    #expect(relations(half) == ["sum: +2 -0 -1 = 0", "sum: +5 -3 -4 = 0"])
    #expect(relations(half + [("2015-2020", 9), ("2020", 2), ("2017", 9)]).isEmpty)
  }

  @Test(arguments: [(90, true), (110, true), (89, false), (111, false)])
  func `takes a lone period for a sum when it is within a tenth`(_ sum: Int, _ isSum: Bool) {
    let found = relations([("2015", sum - 40), ("2016", 40), ("2015-2016", 100)])
    #expect(found == (isSum ? ["sum: +2 -0 -1 = 0"] : []))
  }

  @Test func `expects nothing of several periods of which none closes`() {
    #expect(
      relations([("2015", 1), ("2016", 2), ("2015-2016", 4), ("2018", 1), ("2019", 2), ("2018-2019", 4)]).isEmpty)
  }
}

@Suite struct `The sum rule with the total under another measure` {
  private static let parts = [
    "fig-1 | leeftijd | leeftijd=jong; jaar=2019 | 40 slachtoffers",
    "fig-1 | leeftijd | leeftijd=oud; jaar=2019 | 50 slachtoffers",
  ]

  private func relations(_ lines: [String]) -> [String] {
    SumRule(tables: Invented.tables(lines)).relations().map(\.text)
  }

  private func total(_ number: Int, _ change: (String) -> String = { $0 }) -> [String] {
    [change("fig-1 | slachtoffers | jaar=2019 | \(number) slachtoffers | total")]
  }

  @Test(arguments: [(90, true), (100, true), (82, true), (101, false), (81, false)])
  func `adds a breakdown up to it when it is within a tenth`(_ number: Int, _ isSum: Bool) {
    #expect(relations(Self.parts + total(number)) == (isSum ? ["sum: +2 -0 -1 = 0"] : []))
  }

  @Test(arguments: [
    ("fig-1 ", "fig-2 "), ("2019", "2020"), (" slachtoffers | total", " meldingen | total"), ("| total", ""),
  ])
  func `takes a total of the same figure, unit and years only`(_ part: String, _ replacement: String) {
    let other = total(90) { text in
      text.split(separator: part, omittingEmptySubsequences: false).joined(separator: replacement)
    }
    #expect(relations(Self.parts + other).isEmpty)
  }

  @Test func `keeps breakdowns by different dimensions apart`() {
    let sexes = [
      "fig-1 | leeftijd | geslacht=vrouw; jaar=2019 | 60 slachtoffers",
      "fig-1 | leeftijd | geslacht=man; jaar=2019 | 30 slachtoffers",
    ]
    #expect(relations(Self.parts + sexes + total(90)) == ["sum: +4 -3 -2 = 0", "sum: +4 -0 -1 = 0"])
  }

  /// Without years a part has one dimension, which is told by its folded name.
  @Test func `takes a dimension spelled in two ways for one breakdown`() {
    let parts = [
      "fig-1 | leeftijd | leeftijd=jong | 40 slachtoffers", "fig-1 | leeftijd | Leeftijd=oud | 50 slachtoffers",
    ]
    let total = ["fig-1 | slachtoffers | groep=Totaal | 90 slachtoffers | total"]
    #expect(relations(parts + total) == ["sum: +2 -0 -1 = 0"])
    let sexes = [
      "fig-1 | leeftijd | geslacht=vrouw | 60 slachtoffers", "fig-1 | leeftijd | geslacht=man | 30 slachtoffers",
    ]
    #expect(relations(parts + sexes + total) == ["sum: +4 -3 -2 = 0", "sum: +4 -0 -1 = 0"])
  }

  @Test func `does not add a lone part, a part of the line above, or parts with a gap`() {
    #expect(relations(["fig-1 | leeftijd | leeftijd=jong; jaar=2019 | 90 slachtoffers"] + total(90)).isEmpty)
    let ofWhich = ["fig-1 | leeftijd | leeftijd=waarvan heel oud; jaar=2019 | 9 slachtoffers"]
    #expect(relations(Self.parts + ofWhich + total(90)) == ["sum: +3 -0 -1 = 0"])
    let gap = ["fig-1 | leeftijd | leeftijd=onbekend; jaar=2019 | - slachtoffers"]
    #expect(relations(Self.parts + gap + total(90)).isEmpty)
  }

  @Test func `does not look elsewhere when the breakdown has a total of its own`() {
    let own = ["fig-1 | leeftijd | leeftijd=Totaal; jaar=2019 | 90 slachtoffers | total"]
    #expect(relations(Self.parts + own + total(95)) == ["sum: +2 -0 -1 = 0"])
  }

  @Test func `bounds each answer apart where several may be given`() {
    let several = Self.parts.map { $0 + " | | multi-response" }
    #expect(relations(several + total(60)) == ["bound: +0 -2 <= 0", "bound: +1 -2 <= 0"])
  }
}
