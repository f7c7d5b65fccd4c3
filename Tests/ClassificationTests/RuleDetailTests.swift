@testable import Model
import Testing

@testable import Classification

private func categories(_ codes: [String]) -> [Model.Category] {
  codes.map { Category(code: $0, label: LocalizedText(nl: "\($0)-nl", en: $0)) }
}

private func variable(
  _ name: String, _ kind: VariableKind, _ codes: [String] = [], isDerived: Bool = false
) -> Variable {
  Variable(
    name: name, kind: kind, label: LocalizedText(name), categories: categories(codes), isDerived: isDerived)
}

private func number(decimals: Int) -> VariableKind {
  .number(unit: LocalizedText("x"), decimals: decimals, minimum: 0, maximum: 99)
}

/// More categories than one byte holds: c0, c1 … c299; the first half belongs to low, the second to high.
private let many: Variable = {
  var many = variable("many", .category, (0..<300).map { "c\($0)" })
  for index in many.categories.indices { many.categories[index].group = index < 150 ? "low" : "high" }
  return many
}()

private let groups = ["low", "high"]

private let codebook: Codebook = {
  var things = variable("things", .set, ["a", "b", "c"])
  things.categories[0].group = "low"
  things.categories[1].group = "high"
  things.categories[2].group = "high"
  return Codebook(
    version: "1",
    variables: [
      many, things, variable("half", .category, groups, isDerived: true),
      variable("halves", .set, groups, isDerived: true),
      variable("copy", .category, many.categories.map(\.code), isDerived: true),
      variable("small", .category, ["yes", "no"], isDerived: true), variable("score", number(decimals: 0)),
      variable("picked", .set, ["a", "b"], isDerived: true),
      variable("amount", number(decimals: 0), isDerived: true),
    ])
}()

/// Five cases: many c0, c149, c150, c299 and unknown; things a, b, b+c, none and not asked.
private func cases(_ years: [UInt8] = [4, 4, 5, 5, 0]) -> Cases {
  var columns = Columns(rowCount: years.count)
  columns.set(.category(years), for: variable("year", .category, ["2018", "2019"]))
  columns.set(.wideCategory([4, 153, 154, 303, 0]), for: many)
  columns.set(
    .set([0b001, 0b010, 0b110, 0, SetMask(.notAsked).packed]), for: variable("things", .set, ["a", "b", "c"]))
  columns.set(.number([1, 2, 3, 4, NumberValue(.unknown).packed]), for: variable("score", number(decimals: 0)))
  let rows = (0...years.count).map { UInt32($0) }
  return Cases(columns: columns, offsets: rows, members: Array(rows.dropLast()))
}

private func rule(_ step: Rule.Step, _ name: String = "r") -> Rule {
  Rule(name: name, reason: LocalizedText("because"), source: "test", step: step)
}

private func classified(_ steps: Rule.Step..., over given: Cases? = nil) throws -> Cases {
  try (given ?? cases()).classified(by: steps.map { rule($0) }, codebook: codebook).cases
}

struct RuleDetailTests {
  @Test func `a wide category goes to its group, one to a byte`() throws {
    var given = cases()
    given.columns.set(.wideCategory([4, 153, 154, 303, 0]), for: many)
    #expect(
      try classified(.group(target: "half", variable: "many"), over: given).columns["half"]
        == .category([4, 4, 5, 5, 0]))
  }

  @Test func `members of a set go to their groups, and a missing set stays missing`() throws {
    var given = cases()
    given.columns.set(
      .set([0b001, 0b010, 0b110, 0, SetMask(.notAsked).packed]),
      for: try #require(codebook.variable(named: "things")))
    #expect(
      try classified(.group(target: "halves", variable: "things"), over: given).columns["halves"]
        == .set([0b01, 0b10, 0b10, 0, SetMask(.notAsked).packed]))
  }

  @Test func `a category and a set do not go into each other`() {
    #expect(throws: ClassificationError.unsuited(rule: "r", variable: "many")) {
      try classified(.group(target: "halves", variable: "many"))
    }
    #expect(throws: ClassificationError.unsuited(rule: "r", variable: "things")) {
      try classified(.group(target: "half", variable: "things"))
    }
    #expect(throws: ClassificationError.unknownVariable(rule: "r", variable: "colour")) {
      try classified(.group(target: "half", variable: "colour"))
    }
  }

  @Test func `a derived wide category keeps two bytes`() throws {
    let high = Condition.compares(variable: "score", .atLeast, 3)
    #expect(
      try classified(.derive(target: "copy", cases: [.init(condition: high, value: "c299")], otherwise: "c0"))
        .columns["copy"] == .wideCategory([4, 4, 303, 303, 4]))
  }

  @Test func `every kind takes the words of missing values, and no other unknown word`() throws {
    func otherwise(_ target: String, _ word: String) throws -> Column? {
      try classified(.derive(target: target, cases: [], otherwise: word)).columns[target]
    }
    #expect(try otherwise("small", "notDelivered") == .category([3, 3, 3, 3, 3]))
    #expect(try otherwise("small", "no") == .category([5, 5, 5, 5, 5]))
    #expect(try otherwise("picked", "notApplicable") == .set([UInt64](repeating: 1 << 62, count: 5)))
    #expect(try otherwise("picked", "b") == .set([2, 2, 2, 2, 2]))
    #expect(try otherwise("picked", "none") == .set([0, 0, 0, 0, 0]))
    #expect(try otherwise("amount", "12") == .number([12, 12, 12, 12, 12]))
    for target in ["small", "picked", "amount"] {
      #expect(throws: ClassificationError.unknownValue(rule: "r", variable: target, value: "other")) {
        try otherwise(target, "other")
      }
    }
  }

  @Test func `a condition that cannot be read names the rule`() {
    #expect(throws: ClassificationError.unsuited(rule: "r", variable: "many")) {
      try classified(
        .derive(
          target: "small", cases: [.init(condition: .hasAny(variable: "many", values: ["c0"]), value: "yes")],
          otherwise: "no"))
    }
    #expect(throws: ClassificationError.unknownValue(rule: "r", variable: "many", value: "c300")) {
      try classified(.exclude(when: .isIn(variable: "many", values: ["c300"])))
    }
  }

  @Test func `words are adopted from the codebook where kind and categories are the same`() throws {
    var given = cases()
    var own = variable("things", .set, ["a", "b", "c"], isDerived: true)
    own.label = LocalizedText("own words")
    given.columns.set(.set([1, 1, 1, 1, 1]), for: own)
    var scored = variable("score", number(decimals: 1))
    scored.label = LocalizedText("own words")
    given.columns.set(.number([1, 2, 3, 4, 5]), for: scored)
    let adopted = try classified(over: given).columns
    #expect(adopted.variable(named: "things")?.label.nl == "things")
    #expect(adopted.variable(named: "things")?.categories[0].group == "low")
    #expect(adopted.variable(named: "things")?.isDerived == true)
    #expect(adopted.variable(named: "many")?.isDerived == false)
    // Another number of decimals is packed otherwise: the words do not fit.
    #expect(adopted.variable(named: "score")?.label.nl == "own words")
    #expect(adopted.variable(named: "year")?.categories[0].label.nl == "2018-nl")
  }

  @Test func `a number keeps the codebook's unit and bounds though its own differ`() throws {
    var given = cases()
    let kind = VariableKind.number(unit: LocalizedText("old"), decimals: 0, minimum: 5, maximum: 6)
    given.columns.set(.number([1, 2, 3, 4, 5]), for: variable("score", kind))
    #expect(try classified(over: given).columns.variable(named: "score")?.kind == number(decimals: 0))
  }

  @Test func `exclusions count by year, cases without a year by their reason`() throws {
    let (result, report) = try cases().classified(
      by: [rule(.exclude(when: .isKnown(variable: "things")), "one"), rule(.exclude(when: .always), "two")],
      codebook: codebook)
    #expect(result.excludedBy == [1, 1, 1, 1, 2])
    #expect(
      report.exclusions.map(\.perYear) == [
        [.init(year: "2018", cases: 2), .init(year: "2019", cases: 2)],
        [.init(year: "2018", cases: 0), .init(year: "2019", cases: 0), .init(year: "unknown", cases: 1)],
      ])
    #expect(report.exclusions.map(\.total) == [4, 1])
  }

  @Test func `the 255th exclusion is refused, and cases need a year that is a category`() throws {
    var full = cases()
    full.exclusions = (1...253).map { "rule-\($0)" }
    #expect(try classified(.exclude(when: .always), over: full).excludedBy == [254, 254, 254, 254, 254])
    full.exclusions.append("rule-254")
    #expect(throws: ClassificationError.tooManyExclusions(rule: "r")) {
      try classified(.exclude(when: .always), over: full)
    }
    var counted = cases()
    counted.columns.set(.number([1, 1, 1, 1, 1]), for: variable("year", number(decimals: 0)))
    #expect(throws: ClassificationError.unsuited(rule: "r", variable: "year")) {
      try classified(.exclude(when: .always), over: counted)
    }
    let none = Cases(columns: Columns(rowCount: 1), offsets: [0, 1], members: [0])
    #expect(throws: ClassificationError.unknownVariable(rule: "r", variable: "year")) {
      try classified(.exclude(when: .always), over: none)
    }
  }

  @Test func `lines decide alike in every block of cases`() throws {
    let count = 9_000
    var columns = Columns(rowCount: count)
    columns.set(.number((0..<count).map { Int32($0) }), for: variable("score", number(decimals: 0)))
    let given = Cases(columns: columns, offsets: [], members: [])
    let (result, report) = try given.classified(
      by: [
        rule(
          .derive(
            target: "small",
            cases: [
              .init(condition: .compares(variable: "score", .less, 4_100), value: "yes"),
              .init(condition: .compares(variable: "score", .less, 8_500), value: "no"),
            ], otherwise: "unknown"))
      ], codebook: codebook)
    let expected = (0..<count).map { UInt8($0 < 4_100 ? 4 : $0 < 8_500 ? 5 : 0) }
    #expect(result.columns["small"] == .category(expected))
    #expect(report.derivations[0].decided == [4_100, 4_400, 500])
  }

  @Test func `what is computed from imputed values is imputed too`() throws {
    var given = cases()
    given.imputedVariables = ["score"]
    given.imputationTrails = [ImputationTrail(variable: "score", imputed: "score", original: "raw")]
    let step = Rule.Step.derive(
      target: "small", cases: [.init(condition: .compares(variable: "score", .more, 2), value: "yes")], otherwise: "no")
    let result = try classified(step, step, over: given)
    #expect(result.imputedVariables == ["score", "small"])
    #expect(result.imputationTrails.last == ImputationTrail(variable: "small", imputed: "score", original: "raw"))
    #expect(result.imputationTrails.count == 2)
  }

  static let sentences: [(ClassificationError, String, String)] = [
    (
      .undeclaredTarget(rule: "r", target: "x"), "Regel 'r': de afgeleide variabele 'x' staat niet in het codeboek.",
      "Rule 'r': the codebook does not declare 'x'."
    ),
    (
      .unknownVariable(rule: "r", variable: "x"), "Regel 'r': de variabele 'x' bestaat hier niet.",
      "Rule 'r': there is no variable 'x' here."
    ),
    (
      .unknownValue(rule: "r", variable: "x", value: "y"), "Regel 'r': de variabele 'x' kent de waarde 'y' niet.",
      "Rule 'r': 'x' has no value 'y'."
    ),
    (
      .unsuited(rule: "r", variable: "x"), "Regel 'r': dit past niet bij de soort van de variabele 'x'.",
      "Rule 'r': this does not suit the kind of 'x'."
    ),
    (
      .ungrouped(rule: "r", variable: "x", category: "y"),
      "Regel 'r': de categorie 'y' van 'x' heeft geen groep in het doel.",
      "Rule 'r': category 'y' of 'x' has no group in the target."
    ),
    (
      .differentCategories(rule: "r", target: "x", variable: "y"),
      "Regel 'r': 'x' moet dezelfde categorieën hebben als 'y'.", "Rule 'r': 'x' must have the categories of 'y'."
    ),
    (
      .tooManyExclusions(rule: "r"), "Regel 'r': er kunnen hoogstens 254 regels zaken uitsluiten.",
      "Rule 'r': at most 254 rules can exclude cases."
    ),
  ]

  @Test(arguments: sentences)
  func `an error says in one sentence which rule and what`(
    _ example: (error: ClassificationError, nl: String, en: String)
  ) {
    #expect(example.error.message == LocalizedText(nl: example.nl, en: example.en))
  }
}
