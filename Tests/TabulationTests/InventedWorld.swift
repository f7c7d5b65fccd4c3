import Classification
import Linkage
@testable import Model

@testable import Tabulation

/// An invented world of notifications by four sources in two years, of which some deliveries can be left out.
///
/// Two sources share a group, one variable is delivered by the police alone, another by all but one; rules derive, group,
/// exclude and impute.
struct InventedWorld {
  static let monitor = Monitor(
    name: "wereld", title: words("wereld"), edition: "1", publisher: words("wij"), years: 2018...2019,
    referenceDate: "2020-07-01", seed: 7, units: [],
    publication: .init(policy: "publishAsIs", reason: words("verzonnen")),
    provenance: .registered, introduction: words("inleiding"), codebook: Codebook(version: "1", variables: variables),
    grounds: [], sources: sources, link: link, rules: rules, figures: [])

  struct Row {
    var source: Int
    var year: Int
    var person: UInt32
    /// Of form, country, unit and visible, each a packed value of its variable.
    var values: [PackedValue]
  }

  /// In the order of the sources, the years and the rows of a delivery.
  var rows: [Row] = []

  init(using generator: inout SeededGenerator) {
    for source in Self.sources.indices {
      for year in 2018...2019 {
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
          let values = Self.delivered.map { variable in
            Self.value(of: variable, from: source, using: &generator)
          }
          rows.append(
            Row(source: source, year: year, person: .random(in: 0..<9, using: &generator), values: values))
        }
      }
    }
  }

  private static func value(of variable: Variable, from source: Int, using generator: inout SeededGenerator)
    -> PackedValue
  {
    guard sources[source].columns.contains(where: { $0.variableName == variable.name }) else {
      return variable.packed(.notAsked)
    }
    if Int.random(in: 0..<4, using: &generator) == 0 { return variable.packed(.unknown) }
    switch variable.kind {
    case .category:
      return PackedValue(CategoryCode(category: .random(in: 0..<variable.categories.count, using: &generator)))
    case .set: return PackedValue(SetMask(UInt64.random(in: 1..<4, using: &generator)))
    case .number, .date, .text: return PackedValue(NumberValue(Int32.random(in: 10..<25, using: &generator)))
    }
  }

  /// Only what these sources and years delivered.
  func keeping(_ isKept: (Row) -> Bool) -> InventedWorld {
    var world = self
    world.rows = rows.filter(isKept)
    return world
  }

  /// Linked and classified.
  func cases() throws -> Cases {
    let monitor = Self.monitor
    var columns = Columns(rowCount: rows.count)
    let groups = Self.groups
    let group = Variable(name: "reporterGroup", kind: .category, label: Self.words("melder"), categories: groups)
    columns.set(
      monitor.yearVariable.column(of: rows.map { CategoryCode(category: $0.year - 2018) }), for: monitor.yearVariable)
    columns.set(
      monitor.sourceVariable.column(of: rows.map { CategoryCode(category: $0.source) }), for: monitor.sourceVariable)
    columns.set(
      group.column(
        of: rows.map { row in
          CategoryCode(category: groups.firstIndex { $0.code == Self.sources[row.source].group } ?? 0)
        }), for: group)
    for (place, variable) in Self.delivered.enumerated() {
      columns.set(variable.column(of: rows.map { $0.values[place] }), for: variable)
    }
    var numbers: [UInt32: UInt32] = [:]
    let persons = rows.map { row in
      let number = numbers[row.person] ?? UInt32(numbers.count)
      numbers[row.person] = number
      return number
    }
    let notifications = Notifications(
      columns: columns, person: persons, delivery: rows.map { _ in 0 }, sourceRow: rows.indices.map(UInt32.init),
      deliveries: [])
    return try notifications.linked(by: monitor.link).cases.classified(by: monitor.rules, codebook: monitor.codebook)
      .cases
  }
}

extension InventedWorld {
  private static func words(_ text: String) -> LocalizedText { LocalizedText(text) }

  private static func category(_ name: String, _ kind: VariableKind, _ codes: [String], groups: [String] = [])
    -> Variable
  {
    Variable(
      name: name, kind: kind, label: words(name),
      categories: codes.enumerated().map { place, code in
        Category(code: code, label: words(code), group: groups.isEmpty ? nil : groups[place])
      })
  }

  private static let groups = ["police", "kmar", "care"].map { Category(code: $0, label: words($0)) }

  static let delivered: [Variable] = [
    category("form", .set, ["sexual", "labour"]),
    category("country", .category, ["NL", "PL", "NG"], groups: ["home", "abroad", "abroad"]),
    category("unit", .category, ["north", "south"]),
    category("visible", .category, ["yes", "no"]),
    Variable(
      name: "age", kind: .number(unit: words("jaar"), decimals: 0, minimum: 0, maximum: 110), label: words("leeftijd")),
  ]

  private static let variables =
    delivered + [
      category("region", .category, ["home", "abroad"]), category("main", .category, ["sexual", "labour"]),
      category("first", .category, ["police", "care"]), category("visibleFilled", .category, ["yes", "no"]),
      category("minor", .category, ["minor", "adult"]),
    ]

  private static let sources: [Source] = [
    ("politie", "police", ["form", "country", "unit", "visible", "age"]),
    ("kmar", "kmar", ["form", "country", "visible"]),
    ("zorg", "care", ["form", "country", "visible", "age"]),
    ("opvang", "care", ["form", "age"]),
  ].map { name, group, columns in
    Source(
      name: name, label: words(name), group: group, definition: words("wie"), lane: .pseudonymous, grounds: [],
      columns: columns.map { SourceColumn(header: $0, role: .variable($0)) })
  }

  private static let link = LinkPlan(
    reason: words("samen"), source: "-",
    combinations: [
      .init(target: "reporters", variable: "reporterGroup", method: .union),
      .init(target: "origins", variable: "source", method: .union),
      .init(target: "firstGroup", variable: "reporterGroup", method: .firstKnown),
      .init(target: "forms", variable: "form", method: .union),
      .init(target: "country", variable: "country", method: .firstKnown),
      .init(target: "units", variable: "unit", method: .union),
      .init(target: "visible", variable: "visible", method: .firstKnown),
      .init(target: "age", variable: "age", method: .firstKnown),
      .init(target: "youngest", variable: "age", method: .minimum),
      .init(target: "times", variable: "reporterGroup", method: .count),
    ])

  private static func rule(_ name: String, _ step: Rule.Step) -> Rule {
    Rule(name: name, reason: words(name), source: "-", step: step)
  }

  private static let rules: [Rule] = [
    rule("region", .group(target: "region", variable: "country")),
    rule(
      "main",
      .derive(
        target: "main",
        cases: [
          .init(condition: .hasAny(variable: "forms", values: ["sexual"]), value: "sexual"),
          .init(condition: .isKnown(variable: "forms"), value: "labour"),
        ], otherwise: "unknown")),
    rule(
      "minor",
      .derive(
        target: "minor",
        cases: [
          .init(condition: .compares(variable: "age", .less, 18), value: "minor"),
          .init(condition: .compares(variable: "age", .atLeast, 18), value: "adult"),
        ], otherwise: "unknown")),
    rule(
      "first",
      .derive(
        target: "first",
        cases: [
          .init(condition: .hasAny(variable: "reporters", values: ["police"]), value: "police"),
          .init(condition: .hasAny(variable: "reporters", values: ["care"]), value: "care"),
        ], otherwise: "unknown")),
    rule("border-only", .exclude(when: .hasOnly(variable: "reporters", values: ["kmar"]))),
    rule(
      "filled",
      .impute(
        Imputation(target: "visibleFilled", variable: "visible", among: nil, strata: ["main"], minimumKnown: 1))),
    rule(
      "abroad-by-care",
      .exclude(
        when: .all([
          .isIn(variable: "region", values: ["abroad"]), .hasOnly(variable: "reporters", values: ["care", "kmar"]),
        ]))),
  ]
}
