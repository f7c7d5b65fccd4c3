@testable import Model
import Testing

@testable import Classification

private func categories(_ codes: String...) -> [Model.Category] {
  codes.map { Category(code: $0, label: LocalizedText($0)) }
}

private let sectors = categories("street", "window", "home")

private let codebook = Codebook(
  version: "1",
  variables: [
    Variable(
      name: "forms", kind: .set, label: LocalizedText(nl: "vormen", en: "forms"),
      categories: categories("sexual", "labour", "criminal")),
    Variable(
      name: "form", kind: .category, label: LocalizedText("form"),
      categories: categories("sexual", "labour", "criminal"), isDerived: true),
    Variable(
      name: "sector", kind: .category, label: LocalizedText("sector"),
      categories: [
        Category(code: "street", label: LocalizedText("street"), group: "visible"),
        Category(code: "window", label: LocalizedText("window"), group: "visible"),
        Category(code: "home", label: LocalizedText("home"), group: "hidden"),
      ]),
    Variable(
      name: "sectorFilled", kind: .category, label: LocalizedText("sector"),
      categories: [
        Category(code: "street", label: LocalizedText("street"), group: "visible"),
        Category(code: "window", label: LocalizedText("window"), group: "visible"),
        Category(code: "home", label: LocalizedText("home"), group: "hidden"),
      ], isDerived: true),
    Variable(
      name: "visibility", kind: .category, label: LocalizedText("visibility"),
      categories: categories("visible", "hidden"), isDerived: true),
    Variable(name: "flags", kind: .set, label: LocalizedText("flags"), categories: categories("a"), isDerived: true),
    Variable(
      name: "weight", kind: .number(unit: LocalizedText("x"), decimals: 0, minimum: 0, maximum: 9),
      label: LocalizedText("weight"), isDerived: true),
  ])

private func cases(
  years: [UInt8], forms: [UInt64], sector: [UInt8], region: [UInt8]? = nil
) -> Cases {
  var columns = Columns(rowCount: years.count)
  func add(_ column: Column, _ name: String, _ kind: VariableKind, _ categories: [Model.Category]) {
    columns.set(column, for: Variable(name: name, kind: kind, label: LocalizedText(name), categories: categories))
  }
  add(.category(years), "year", .category, categories("2015", "2016"))
  add(.set(forms), "forms", .set, categories("sexual", "labour", "criminal"))
  add(.category(sector), "sector", .category, sectors)
  add(.category(region ?? years.map { _ in 4 }), "region", .category, categories("north", "south"))
  let rows = (0...years.count).map { UInt32($0) }
  return Cases(columns: columns, offsets: rows, members: Array(rows.dropLast()))
}

private func rule(_ name: String, _ step: Rule.Step) -> Rule {
  Rule(name: name, reason: LocalizedText("because"), source: "test", step: step)
}

private let hierarchy = rule(
  "hierarchy",
  .derive(
    target: "form",
    cases: [
      .init(condition: .hasAny(variable: "forms", values: ["sexual"]), value: "sexual"),
      .init(condition: .hasAny(variable: "forms", values: ["labour"]), value: "labour"),
      .init(condition: .hasAny(variable: "forms", values: ["criminal"]), value: "criminal"),
    ], otherwise: "unknown"))

struct ClassificationTests {
  @Test func `the first line that holds decides`() throws {
    let given = cases(
      years: [4, 4, 4, 5, 5], forms: [0b111, 0b110, 0b100, 0, SetMask(.unknown).packed], sector: [4, 4, 4, 4, 4])
    let (result, report) = try given.classified(by: [hierarchy], codebook: codebook)
    #expect(result.columns["form"] == .category([4, 5, 6, 0, 0]))
    #expect(report.derivations == [.init(rule: "hierarchy", target: "form", decided: [1, 1, 1, 2])])
    #expect(result.columns.variable(named: "forms")?.label.nl == "vormen")
  }

  @Test func `a set and a number can be derived`() throws {
    let given = cases(years: [4, 5], forms: [1, 2], sector: [4, 4])
    let isSexual = Condition.hasAny(variable: "forms", values: ["sexual"])
    let (result, _) = try given.classified(
      by: [
        rule("flag", .derive(target: "flags", cases: [.init(condition: isSexual, value: "a")], otherwise: "none")),
        rule(
          "weigh", .derive(target: "weight", cases: [.init(condition: isSexual, value: "7")], otherwise: "notAsked")),
      ], codebook: codebook)
    #expect(result.columns["flags"] == .set([1, 0]))
    #expect(result.columns["weight"] == .number([7, NumberValue(.notAsked).packed]))
  }

  @Test func `categories go to their group and missing stays missing`() throws {
    let given = cases(years: [4, 4, 4, 4], forms: [0, 0, 0, 0], sector: [4, 5, 6, 1])
    let (result, _) = try given.classified(
      by: [rule("group", .group(target: "visibility", variable: "sector"))], codebook: codebook)
    #expect(result.columns["visibility"] == .category([4, 4, 5, 1]))
    #expect(result.imputedVariables.isEmpty)
  }

  @Test func `an exclusion counts per year what no earlier rule took out`() throws {
    let given = cases(years: [4, 4, 5, 5], forms: [0b001, 0b011, 0b010, 0b100], sector: [4, 4, 4, 4])
    let (result, report) = try given.classified(
      by: [
        rule("noSexual", .exclude(when: .hasAny(variable: "forms", values: ["sexual"]))),
        rule("noLabour", .exclude(when: .hasAny(variable: "forms", values: ["labour"]))),
      ], codebook: codebook)
    #expect(result.excludedBy == [1, 1, 2, 0])
    #expect(result.exclusions == ["noSexual", "noLabour"])
    #expect(report.exclusions.map(\.total) == [2, 1])
    #expect(
      report.exclusions[1].perYear == [.init(year: "2015", cases: 0), .init(year: "2016", cases: 1)])
  }

  @Test func `errors name the rule`() {
    let given = cases(years: [4], forms: [0], sector: [4])
    func classify(_ step: Rule.Step) throws { _ = try given.classified(by: [rule("r", step)], codebook: codebook) }
    #expect(throws: ClassificationError.undeclaredTarget(rule: "r", target: "colour")) {
      try classify(.derive(target: "colour", cases: [], otherwise: "unknown"))
    }
    #expect(throws: ClassificationError.unknownValue(rule: "r", variable: "form", value: "organ")) {
      try classify(.derive(target: "form", cases: [], otherwise: "organ"))
    }
    #expect(throws: ClassificationError.unknownVariable(rule: "r", variable: "colour")) {
      try classify(.exclude(when: .isKnown(variable: "colour")))
    }
    #expect(throws: ClassificationError.ungrouped(rule: "r", variable: "region", category: "north")) {
      try classify(.group(target: "visibility", variable: "region"))
    }
    #expect(throws: ClassificationError.differentCategories(rule: "r", target: "visibility", variable: "sector")) {
      try classify(
        .impute(Imputation(target: "visibility", variable: "sector", among: nil, strata: [], minimumKnown: 1)))
    }
  }
}

struct ImputationTests {
  private func imputed(
    _ given: Cases, among: Condition? = nil, strata: [String] = [], minimumKnown: Int = 1, after rules: [Rule] = []
  ) throws -> (cases: Cases, report: ClassificationReport) {
    let imputation = Imputation(
      target: "sectorFilled", variable: "sector", among: among, strata: strata, minimumKnown: minimumKnown)
    return try given.classified(
      by: rules + [
        rule("fill", .impute(imputation)), rule("group", .group(target: "visibility", variable: "sectorFilled")),
      ], codebook: codebook)
  }

  private func given(_ sector: [UInt8], years: [UInt8]? = nil, region: [UInt8]? = nil) -> Cases {
    cases(years: years ?? sector.map { _ in 4 }, forms: sector.map { _ in 1 }, sector: sector, region: region)
  }

  @Test func `unknown cases follow the known proportions, rows and categories in order`() throws {
    // Known: street 2, window 1, home 0; three unknown: street 2, window 1.
    let (result, report) = try imputed(given([4, 4, 5, 0, 1, 3]))
    #expect(result.columns["sectorFilled"] == .category([4, 4, 5, 4, 4, 5]))
    #expect(result.columns["visibility"] == .category([4, 4, 4, 4, 4, 4]))
    #expect(result.imputedVariables == ["sectorFilled", "visibility"])
    #expect(
      result.imputationTrails[1]
        == ImputationTrail(variable: "visibility", imputed: "sectorFilled", original: "sector"))
    #expect(report.imputations[0].strata == [.init(values: [], known: 3, imputed: 3, leftUnknown: 0)])
    #expect(report.imputations[0].covered?.plain == "100.0")
    #expect(report.imputations[0].knownShare?.plain == "50.0")
  }

  @Test func `units left go to the largest remainders, ties to the earlier category`() throws {
    // Known 1, 1, 1 and two unknown: 2/3 each, so street and window get one.
    #expect(try imputed(given([4, 5, 6, 0, 0])).cases.columns["sectorFilled"] == .category([4, 5, 6, 4, 5]))
    // Known street 1, home 2 and two unknown: 2/3 and 4/3, so home gets one and the larger remainder, street's, one.
    #expect(try imputed(given([4, 6, 6, 0, 0])).cases.columns["sectorFilled"] == .category([4, 6, 6, 4, 6]))
  }

  @Test func `strata are filled apart and stay unknown with too few known`() throws {
    let (result, report) = try imputed(
      given([4, 4, 0, 6, 0, 0], region: [4, 4, 4, 5, 5, 0]), strata: ["region"], minimumKnown: 2)
    #expect(result.columns["sectorFilled"] == .category([4, 4, 4, 6, 0, 0]))
    #expect(
      report.imputations[0].strata == [
        .init(values: ["unknown"], known: 0, imputed: 0, leftUnknown: 1),
        .init(values: ["north"], known: 2, imputed: 1, leftUnknown: 0),
        .init(values: ["south"], known: 1, imputed: 0, leftUnknown: 1),
      ])
    #expect(report.imputations[0].covered?.plain == "66.7")
  }

  @Test func `excluded cases neither give nor take, cases outside get not applicable`() throws {
    let early = rule("early", .exclude(when: .isIn(variable: "year", values: ["2015"])))
    let (result, report) = try imputed(
      given([4, 0, 6, 0, 0], years: [4, 4, 5, 5, 5], region: [4, 4, 4, 4, 5]),
      among: .isIn(variable: "region", values: ["north"]), after: [early])
    #expect(result.columns["sectorFilled"] == .category([4, 0, 6, 6, 2]))
    #expect(report.imputations[0].known == 1)
    #expect(report.imputations[0].imputed == 1)
  }

  @Test func `totals do not depend on the order of the cases`() throws {
    let sector: [UInt8] = [4, 0, 5, 0, 6, 0, 4, 0, 0, 5, 4, 0]
    let region: [UInt8] = [4, 4, 5, 5, 4, 5, 4, 5, 4, 5, 5, 4]
    func totals(_ order: [Int]) throws -> [Int] {
      let (result, _) = try imputed(
        given(order.map { sector[$0] }, region: order.map { region[$0] }), strata: ["region"])
      guard case .category(let codes) = result.columns["sectorFilled"] else { return [] }
      return (0..<7).map { code in codes.count { $0 == code } }
    }
    let forward = try totals(Array(sector.indices))
    #expect(forward == (try totals(sector.indices.reversed())))
    #expect(forward[0] == 0)
  }
}
