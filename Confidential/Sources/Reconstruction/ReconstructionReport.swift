public import Model

/// What a reconstruction reproduced, what contradicts what, and what it departed from.
public struct ReconstructionReport: Equatable, Sendable {
  /// Published numbers that the plan covers, among them those departed from.
  public var coveredCells: Int
  /// Published numbers no figure of the plan has a place for.
  public var uncovered: [PublishedCell]
  /// For each departure the shortest contradiction it resolves.
  public var contradictions: [Contradiction]
  /// How many irreducible contradictions were found in all; they prove that no cheaper departures would do.
  package var provenContradictions: Int
  public var departures: [Departure]
  /// Everything put in that was not published in a table: from the text, or assumed.
  public var assumptions: [Assumption]

  /// Numbers that cannot all be true; leave any one out and the rest agree.
  public struct Contradiction: Equatable, Sendable {
    public var parts: [Part]
    public var sentence: LocalizedText
  }

  /// What a contradiction or a departure is about.
  public enum Part: Equatable, Sendable {
    case cell(PublishedCell)
    /// A category the table does not name, with the most it can count.
    case unnamed(PublishedCell)
    case statement(ReconstructionPlan.Statement)
  }

  /// A number that the records do not give, and what they give.
  public struct Departure: Equatable, Sendable {
    public var part: Part
    /// What the records give, in the decimals of the published number; nil where they give no number: a mean of nothing,
    /// or a number that only says whether others hold, such as a place in a ranking.
    public var reconstructed: Quantity?
    public var sentence: LocalizedText
  }

  /// Something put in that no table says.
  public struct Assumption: Equatable, Sendable {
    public var name: String
    public var reason: LocalizedText
    public var source: String
  }

  public var reproducedCells: Int {
    coveredCells - departures.count { if case .cell = $0.part { true } else { false } }
  }
}

extension ReconstructionReport {
  init(
    system: ConstraintSystem, search: ContradictionSearch.Outcome, counts: [Int], published: [PublishedCell]
  ) {
    coveredCells = system.items.count { if case .published = $0.origin { true } else { false } }
    uncovered = system.unplaced
    provenContradictions = search.contradictions.count
    var explained: [[Int]] = []
    for items in search.explanations where !explained.contains(items) { explained.append(items) }
    contradictions = explained.map { items in
      let parts = items.map { Part(system.items[$0].origin) }
      return Contradiction(parts: parts, sentence: Self.sentence(of: parts))
    }
    departures = search.departures.compactMap { item in
      Departure(system.items[item], rows: system.rows.filter { $0.item == item }, counts: counts)
    }
    let cliques = system.tables.map(\.plan).map { Assumption(name: $0.name, reason: $0.reason, source: $0.source) }
    let statements = system.items.compactMap { item -> Assumption? in
      guard case .statement(let statement) = item.origin else { return nil }
      return Assumption(name: statement.name, reason: statement.reason, source: statement.source)
    }
    assumptions = cliques + statements
  }

  private static func sentence(of parts: [Part]) -> LocalizedText {
    let list = parts.map(\.text)
    return LocalizedText(
      nl: "Deze getallen kunnen niet alle waar zijn: " + list.map(\.nl).joined(separator: "; ") + ".",
      en: "These numbers cannot all be true: " + list.map(\.en).joined(separator: "; ") + ".")
  }
}

extension ReconstructionReport.Part {
  init(_ origin: ConstraintSystem.Item.Origin) {
    switch origin {
    case .published(let cell): self = .cell(cell)
    case .unnamed(let cell): self = .unnamed(cell)
    case .statement(let statement): self = .statement(statement)
    }
  }

  /// `fig-2.8, Totaal, AU = 1108`
  public var text: LocalizedText {
    switch self {
    case .cell(let cell): LocalizedText("\(cell.place) = \(cell.valueText)")
    case .unnamed(let cell): LocalizedText("\(cell.place) ≤ \(cell.valueText)")
    case .statement(let statement):
      LocalizedText(nl: "\(statement.name) (\(statement.source))", en: "\(statement.name) (\(statement.source))")
    }
  }
}

extension ReconstructionReport.Departure {
  /// Nil when the departed number came out as published after all.
  init?(_ item: ConstraintSystem.Item, rows: [ConstraintSystem.Row], counts: [Int]) {
    part = ReconstructionReport.Part(item.origin)
    guard let row = rows.first, rows.contains(where: { $0.isBroken(by: counts) }) else { return nil }
    switch item.reading {
    case .sum: reconstructed = Quantity(row.terms.sum(over: counts))
    case .ratio(let numerator, let denominator, let decimals):
      let (part, whole) = (numerator.sum(over: counts), denominator.sum(over: counts))
      reconstructed = whole > 0 ? Quantity(numerator: part, denominator: whole, decimals: decimals) : nil
    case .condition: reconstructed = nil
    }
    let text = part.text
    let value = reconstructed?.plain
    sentence = LocalizedText(
      nl: "\(text.nl): de records geven \(value ?? "een ander getal, of geen").",
      en: "\(text.en): the records give \(value ?? "another number, or none").")
  }
}

extension ConstraintSystem.Row {
  func isBroken(by counts: [Int]) -> Bool {
    var sum = 0.0
    for term in terms { sum += term.coefficient * Double(counts[term.column]) }
    // Counts are whole and coefficients have few decimals: a true breach is far larger.
    return sum < lower - 1e-6 || sum > upper + 1e-6
  }
}

extension [LinearProgram.Term] {
  /// Coefficients that are whole, as those of counts and of numbers are.
  fileprivate func sum(over counts: [Int]) -> Int {
    Int(reduce(0.0) { $0 + $1.coefficient * Double(counts[$1.column]) }.rounded())
  }
}
