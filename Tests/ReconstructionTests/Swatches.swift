@testable import Model

@testable import Reconstruction

/// Systems of a few cells made by hand: swatches have a colour and a size.
enum Swatches {
  static let colour = variable("colour", ["red", "blue"])
  static let size = variable("size", ["small", "large"])
  static let weight = Variable(
    name: "weight", kind: .number(unit: LocalizedText("g"), decimals: 0, minimum: 0, maximum: 99),
    label: LocalizedText("weight"))
  static let tags = Variable(
    name: "tags", kind: .set, label: LocalizedText("tags"),
    categories: ["a", "b", "c"].map { Category(code: $0, label: LocalizedText($0)) })

  private static func variable(_ name: String, _ codes: [String]) -> Variable {
    Variable(
      name: name, kind: .category, label: LocalizedText(name),
      categories: codes.map { Category(code: $0, label: LocalizedText($0)) })
  }

  static let variables = [colour, size, weight, tags]

  static func domain(_ variable: String, _ words: String...) -> ReconstructionPlan.Domain {
    .init(variable: variable, values: .listed(words))
  }

  /// A clique over all colours and sizes: red small, red large, blue small, blue large.
  static func clique(
    _ name: String = "swatches", _ domains: [ReconstructionPlan.Domain]? = nil, join: ReconstructionPlan.Join? = nil,
    assigned: [String] = ["colour", "size"], figures: [String] = ["colours"], forbidden: [Condition] = [],
    weights: [ReconstructionPlan.Weight] = [], exhausted: [ReconstructionPlan.Exhaustion] = [],
    additions: [ReconstructionPlan.Addition] = []
  ) -> ReconstructionPlan.Clique {
    .init(
      name: name, reason: LocalizedText("reason of \(name)"), source: "source of \(name)",
      domains: domains ?? [domain("colour", "all"), domain("size", "all")], join: join, assigned: assigned,
      additions: additions, figures: figures, forbidden: forbidden, weights: weights, exhausted: exhausted)
  }

  static func table(_ clique: ReconstructionPlan.Clique) throws -> CliqueTable {
    try CliqueTable(clique, variables: variables) { $0 }
  }

  static func plan(
    _ cliques: [ReconstructionPlan.Clique], statements: [ReconstructionPlan.Statement] = [],
    doubts: [ReconstructionPlan.Doubt] = []
  ) -> ReconstructionPlan {
    .init(
      reason: LocalizedText(""), source: "", mark: LocalizedText("made"), cliques: cliques, statements: statements,
      doubts: doubts)
  }

  /// Colours by size with totals.
  static let figure = Figure(
    id: "colours", title: LocalizedText("Colours"), measure: LocalizedText("swatches"),
    unit: UnitOfCount(name: "swatch", label: LocalizedText("swatches"), repeats: .oncePerYear),
    numbers: .counted(
      .init(
        population: .all,
        rows: .dimension(.init(variable: "colour", name: LocalizedText("colour"), order: ["red", "blue"])),
        panels: [.init(variable: "size", name: LocalizedText("size"), order: ["small", "large"])],
        rowTotal: .init(label: LocalizedText("Total")),
        columnTotal: .init(label: LocalizedText("together"), name: LocalizedText("sizes")),
        summaries: [
          .init(
            kind: .mean, variable: "weight", label: LocalizedText("Mean"), measure: LocalizedText("mean weight"),
            unit: .named(LocalizedText("g")), decimals: 1)
        ])))

  static func cell(_ row: String, _ column: String, _ value: Int) -> PublishedCell {
    let isTotal = row == "Total" || column == "together"
    return PublishedCell(
      figure: "colours", measure: row == "Mean" ? "mean weight" : "swatches", rowAxis: row == "Mean" ? "" : "colour",
      row: row, columnAxis: column == "together" ? "sizes" : "size", column: column, scaledValue: value,
      decimals: row == "Mean" ? 1 : 0, isTotal: isTotal)
  }

  static func statement(
    _ name: String, _ condition: Condition, _ claim: ReconstructionPlan.Statement.Claim, clique: String = "swatches"
  ) -> ReconstructionPlan.Statement {
    .init(
      name: name, reason: LocalizedText("reason of \(name)"), source: "source of \(name)", clique: clique,
      condition: condition, claim: claim)
  }

  static func system(
    _ published: [PublishedCell] = [], cliques: [ReconstructionPlan.Clique]? = nil,
    statements: [ReconstructionPlan.Statement] = [], doubts: [ReconstructionPlan.Doubt] = []
  ) throws -> ConstraintSystem {
    let cliques = cliques ?? [clique()]
    return try ConstraintSystem(
      tables: try cliques.map(table), figures: [figure], published: published,
      plan: plan(cliques, statements: statements, doubts: doubts))
  }
}

extension ConstraintSystem.Row {
  /// `1 <= +1·x0 -2·x3 <= inf`, terms on one column added up and those of nothing left out.
  var line: String {
    var byColumn: [Int: Double] = [:]
    for term in terms { byColumn[term.column, default: 0] += term.coefficient }
    let words = byColumn.sorted { $0.key < $1.key }.filter { $0.value != 0 }
      .map { ($0.value < 0 ? "-" : "+") + Self.plain(abs($0.value)) + "·x\($0.key)" }
    return "\(Self.plain(lower)) <= \(words.joined(separator: " ")) <= \(Self.plain(upper))"
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() && number.isFinite ? String(Int(number)) : "\(number)"
  }
}
