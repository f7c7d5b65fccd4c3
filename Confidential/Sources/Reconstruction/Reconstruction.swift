internal import Classification
public import Model

/// Records made from published tables, and what had to give.
public struct Reconstruction: Sendable {
  /// The plan, the seed and the monitor it was made for say everything that was put in.
  public let plan: ReconstructionPlan
  public let seed: UInt64
  /// One row a person a year, with the variables of a case, classified by the monitor's rules.
  public let cases: Cases
  public let report: ReconstructionReport

  /// What is going on, for whoever waits.
  public enum Stage: Equatable, Sendable {
    case tables(cells: Int, rows: Int)
    case contradiction(number: Int)
    case fit
    case clique(name: String, number: Int, of: Int)
    case records(Int)
    case search(figure: String, remaining: Int)
  }

  /// Makes records whose tables under the monitor's rules are the published ones.
  ///
  /// 1. Each clique of the plan becomes a table of cells; what a cell adds to a published number follows from its
  ///    prototype record under the monitor's rules and figures.
  /// 2. The cheapest set of published numbers to depart from is found, with the contradictions that prove it needed.
  /// 3. A maximum-entropy table is fitted, and rounded to whole numbers that keep every row.
  /// 4. The tables are joined into records, and values exchanged until figures with imputed values come out.
  ///
  /// - Parameter seed: Chooses among the solutions. The same inputs and seed give the same records.
  /// - Throws: `ReconstructionError`.
  public init(
    of published: [PublishedCell], for monitor: Monitor, following plan: ReconstructionPlan, seed: UInt64,
    progress: (Stage) -> Void = { _ in }
  ) throws(ReconstructionError) {
    let system = try ConstraintSystem(of: published, for: monitor, following: plan)
    progress(.tables(cells: system.cellCount, rows: system.rows.count))
    let search = try ContradictionSearch(system).outcome { progress(.contradiction(number: $0)) }
    progress(.fit)
    var generator = SeededGenerator(seed: seed)
    let target = try system.fitted(departures: Set(search.departures), &generator)
    let rounding = ControlledRounding(system: system, departures: Set(search.departures), target: target)
    let names = plan.cliques.map(\.name)
    let counts = try rounding.table(&generator) { number in
      progress(.clique(name: names[number - 1], number: number, of: names.count))
    }
    let joined = try RecordJoin(system: system, counts: counts).cases(&generator)
    progress(.records(joined.columns.rowCount))
    var records = joined
    for step in plan.searches {
      let exchange = try ValueExchange(step, system: system, published: published, monitor: monitor)
      records = try exchange.exchanged(records, &generator) { progress(.search(figure: step.figure, remaining: $0)) }
    }
    self.plan = plan
    self.seed = seed
    cases = try monitor.classified(try records.filled(by: plan.fills).numbered(by: plan.shared))
    report = ReconstructionReport(system: system, search: search, counts: counts, published: published)
  }
}

extension ConstraintSystem {
  /// The system of a monitor: its case variables, its rules, its figures.
  init(
    of published: [PublishedCell], for monitor: Monitor, following plan: ReconstructionPlan
  ) throws(ReconstructionError) {
    let variables = monitor.caseVariables
    let repeats = monitor.link.repeats
    var tables: [CliqueTable] = []
    for clique in plan.cliques {
      tables.append(
        try CliqueTable(clique, variables: variables, repeats: repeats) { cases throws(ReconstructionError) in
          try monitor.classified(cases)
        })
    }
    try self.init(tables: tables, figures: monitor.figures, published: published, plan: plan)
  }
}

extension LinkPlan {
  /// The variable of a case that counts its notifications.
  var repeats: String? { combinations.first { $0.method == .count }?.target }
}

extension Monitor {
  /// The year, and what the link plan makes of notifications.
  var caseVariables: [Variable] {
    [yearVariable] + link.combinations.compactMap { codebook.variable(named: $0.target) }
  }

  func classified(_ cases: Cases) throws(ReconstructionError) -> Cases {
    do { return try cases.classified(by: rules, codebook: codebook).cases } catch {
      throw .classification(error.message)
    }
  }
}
