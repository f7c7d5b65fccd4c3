@testable import Model
import Testing

/// What a monitor and its figures say by themselves.
@Suite struct `The nouns of a monitor` {
  private static let unit = UnitOfCount(name: "u", label: LocalizedText("u"), repeats: .oncePerYear)

  private static func figure(_ id: String, _ numbers: Figure.Numbers) -> Figure {
    Figure(id: id, title: LocalizedText("t"), measure: LocalizedText("m"), unit: unit, numbers: numbers)
  }

  private static func dimension(_ variable: String) -> Figure.Dimension {
    Figure.Dimension(variable: variable, name: LocalizedText(variable), order: [])
  }

  private static let monitor = Monitor(
    name: "m", title: LocalizedText("t"), edition: "1", publisher: LocalizedText("p"), years: 2018...2020,
    referenceDate: "2021-07-01", seed: 7, units: [unit], publication: .init(policy: "p", reason: LocalizedText("r")),
    provenance: .registered, introduction: LocalizedText("i"), codebook: Codebook(version: "1", variables: []),
    grounds: [],
    sources: [
      Source(
        name: "zorg", label: LocalizedText(nl: "Zorg", en: "Care"), group: "g", definition: LocalizedText("d"),
        lane: .identified, grounds: [], columns: []),
      Source(
        name: "politie", label: LocalizedText(nl: "Politie", en: "Police"), group: "g", definition: LocalizedText("d"),
        lane: .identified, grounds: [], columns: []),
    ],
    link: LinkPlan(reason: LocalizedText("r"), source: "s", combinations: []), rules: [],
    figures: [figure("a", .quoted(.init(rows: []))), figure("b", .quoted(.init(rows: [])))])

  @Test func `its years and sources are variables with a category each, in their order`() {
    let year = Self.monitor.yearVariable
    #expect(year.name == "year" && year.kind == .category && year.label == LocalizedText(nl: "jaar", en: "year"))
    #expect(year.categories.map(\.code) == ["2018", "2019", "2020"])
    #expect(year.categories.map(\.label.nl) == ["2018", "2019", "2020"])
    let source = Self.monitor.sourceVariable
    #expect(source.name == "source" && source.kind == .category)
    #expect(source.label == LocalizedText(nl: "melder", en: "source"))
    #expect(source.categories.map(\.code) == ["zorg", "politie"])
    #expect(source.categories.map(\.label.en) == ["Care", "Police"])
  }

  @Test func `it is about the boundaries of its reference date unless another day is given, and finds by name`() {
    #expect(Self.monitor.boundaryDate == "2021-07-01")
    #expect(Self.monitor.source(named: "politie")?.label.nl == "Politie")
    #expect(Self.monitor.source(named: "Politie") == nil)
    #expect(Self.monitor.figure(named: "b") == Self.monitor.figures[1])
    #expect(Self.monitor.figure(named: "c") == nil)
  }

  @Test func `a figure has the axis of its rows and those of its panels, if it has any`() {
    let (row, one, two) = (Self.dimension("row"), Self.dimension("one"), Self.dimension("two"))
    let rank = LocalizedText("rang")
    let counted = Self.figure("f", .counted(.init(rows: .dimension(row), panels: [one, two])))
    #expect(counted.dimensions == [row, one, two] && counted.panels == [one, two] && counted.rowDimension == row)
    let top = Self.figure(
      "f", .counted(.init(rows: .top(row, places: 5, rankMeasure: rank, totalRankMeasure: rank), panels: [])))
    #expect(top.dimensions == [row])
    let series = Self.figure("f", .counted(.init(rows: .series([]), panels: [two])))
    #expect(series.rowDimension == nil && series.dimensions == [two])
    #expect(Self.monitor.figures[0].dimensions.isEmpty)
  }

  @Test(
    arguments: [
      (Figure.SeriesValue.count, nil), (.share(of: .always, decimals: 1), nil),
      (.summary(.median, variable: "age", unit: .perCent, decimals: 0), "age"),
    ] as [(Figure.SeriesValue, String?)])
  func `a series takes one number variable together, or none`(_ value: Figure.SeriesValue, _ variable: String?) {
    #expect(value.variable == variable)
  }

  // MARK: Rules

  @Test(
    arguments: [
      (
        .derive(
          target: "t",
          cases: [
            .init(condition: .isKnown(variable: "a"), value: "x"),
            .init(
              condition: .all([.isKnown(variable: "b"), .not(.compares(variable: "a", .less, 3))]), value: "y"),
          ], otherwise: "unknown"), "t", ["a", "b", "a"]
      ), (.group(target: "t", variable: "v"), "t", ["v"]),
      (.exclude(when: .hasOnly(variable: "v", values: ["x"])), nil, ["v"]),
      (
        .impute(
          Imputation(
            target: "t", variable: "v", among: .isKnown(variable: "a"), strata: ["s", "r"], minimumKnown: 5)), "t",
        ["v", "s", "r", "a"]
      ), (.impute(Imputation(target: "t", variable: "v", among: nil, strata: [], minimumKnown: 5)), "t", ["v"]),
    ] as [(Rule.Step, String?, [String])])
  func `a rule makes one variable of those it reads, or none`(_ step: Rule.Step, _ target: String?, _ inputs: [String])
  {
    #expect(step.target == target)
    #expect(step.inputs == inputs)
  }

  // MARK: Seeds

  /// The test vectors of FNV-1a, 64 bits (Fowler, Noll, Vo: `fnv-1a test vectors`, draft-eastlake-fnv appendix C).
  @Test(
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)])
  func `a seed for a purpose is the seed with the FNV-1a digest of its name`(_ name: String, _ digest: UInt64) {
    #expect(UInt64(0).seed(for: name) == digest)
    #expect(UInt64.max.seed(for: name) == ~digest)
    #expect(UInt64(20_151_001).seed(for: name) == 20_151_001 ^ digest)
  }

  // MARK: Cells

  @Test func `the ladder goes from what was seen to what was judged`() {
    #expect(
      Rung.allCases.sorted().map(\.code) == ["observed", "linked", "imputed", "estimated", "apportioned", "judged"])
    #expect(
      Rung.allCases.map(\.label.nl) == [
        "waargenomen", "gekoppeld", "bijgeschat", "geschat", "toegedeeld", "beoordeeld",
      ])
    #expect(
      Rung.allCases.map(\.label.en) == ["observed", "linked", "imputed", "estimated", "apportioned", "judged"])
    #expect(!(Rung.linked < .linked) && Rung.linked < .imputed && !(Rung.imputed < .linked))
  }

  @Test(
    arguments: [
      (.exact(Quantity(3)), 3), (.rounded(Quantity(5), base: 5), 5), (.provisional(Quantity(4)), 4),
      (.revised(Quantity(7), before: Quantity(6)), 7),
      (.estimate(Quantity(10), lower: Quantity(8), upper: Quantity(13), percent: 95), 10),
      (.estimateWithoutInterval(Quantity(11)), 11), (.suppressed(.primary), nil), (.suppressed(.secondary), nil),
      (.notShown, nil), (.notAsked, nil), (.notDelivered, nil), (.notRecorded, nil), (.notApplicable, nil),
      (.notDerivable, nil), (.notEstimable, nil), (.undefined, nil),
    ] as [(CellValue, Int?)])
  func `a cell is drawn and compared by its number, if it has one`(_ value: CellValue, _ number: Int?) {
    #expect(value.quantity == number.map { Quantity($0) })
    let isEstimate = number == 10
    #expect(value.interval?.lower == (isEstimate ? Quantity(8) : nil))
    #expect(value.interval?.upper == (isEstimate ? Quantity(13) : nil))
  }

  @Test func `an answer that is missing has a heading that begins with a capital`() {
    #expect(Missing.allCases.map(\.label.nl) == ["Onbekend", "Niet gevraagd", "Niet van toepassing", "Niet geleverd"])
    #expect(Missing.allCases.map(\.label.en) == ["Unknown", "Not asked", "Not applicable", "Not delivered"])
    for missing in Missing.allCases { #expect(Missing(word: missing.word) == missing) }
    #expect(Missing(word: "Unknown") == nil)
  }
}
