internal import Model

/// What can be said of a case when all that is known of it is its year and who reported it.
///
/// A condition on cases is taken apart with that: what follows from the year or the reporters is decided, what asks for
/// a variable that none of the reporters delivers is decided too, and the rest stays. The rest is the *residue* of the
/// condition: `.always` when it holds for every such case, `.never` when it holds for none.
struct CaseLogic: Sendable {
  /// Whose notifications make up a case, and when.
  struct Scenario: Hashable, Sendable {
    var year: Int
    /// Places in `sources`, rising; not empty.
    var reporters: [Int]
  }

  /// The sources that can report a case: those that deliver records of persons, in the order of the monitor.
  let sources: [Source]
  private let delivered: [Set<String>]
  private let combined: [String: LinkPlan.Combination]
  private let steps: [String: Rule.Step]
  private let codebook: Codebook

  init(_ monitor: Monitor) {
    sources = monitor.sources.filter { !$0.deliversCounts && $0.lane != .countOnly }
    delivered = sources.map { Set($0.columns.compactMap(\.variableName)) }
    combined = Dictionary(
      monitor.link.combinations.map { ($0.target, $0) }, uniquingKeysWith: { first, _ in first })
    var steps: [String: Rule.Step] = [:]
    for rule in monitor.rules {
      switch rule.step {
      case .derive(let target, _, _), .group(let target, _): steps[target] = rule.step
      case .impute(let imputation): steps[imputation.target] = rule.step
      case .exclude: continue
      }
    }
    self.steps = steps
    codebook = monitor.codebook
  }

  // MARK: What a condition rests on

  /// The variables that a condition speaks of in the end, with the values it names; of an imputed variable it is that.
  func roots(of condition: Condition) -> [(variable: String, values: [String])] {
    condition.mentions.flatMap { variable, values -> [(variable: String, values: [String])] in
      switch steps[variable] {
      case .derive(_, let cases, _): cases.flatMap { roots(of: $0.condition) }
      case .group(_, let from): roots(of: .isKnown(variable: from))
      case .impute, .exclude, nil: [(variable, values)]
      }
    }
  }

  /// What the notifications call a variable of the cases; nil for what is imputed or counted.
  private func base(of variable: String) -> String? {
    guard let combination = combined[variable] else { return nil }
    switch combination.method {
    case .count: return nil
    case .firstKnown, .union, .minimum, .maximum: return combination.variable
    }
  }

  /// Whether a variable follows from who reported.
  func tellsReporters(_ variable: String) -> Bool {
    base(of: variable).map { $0 == "reporterGroup" || $0 == "source" } ?? false
  }

  func isImputed(_ variable: String) -> Bool {
    if case .impute = steps[variable] { true } else { false }
  }

  /// Whether the order of the reporters matters to a variable.
  private func tellsOrder(_ variable: String) -> Bool {
    guard tellsReporters(variable), let method = combined[variable]?.method else { return false }
    switch method {
    case .union: return false
    case .firstKnown, .minimum, .maximum, .count: return true
    }
  }

  /// Whether notifications of a source can give a case another value of a variable.
  func canSupply(_ source: Int, _ variable: String) -> Bool {
    guard let base = base(of: variable) else { return true }
    return tellsReporters(variable) || delivered[source].contains(base)
  }

  /// Sources that a condition cannot tell apart share a kind.
  func kind(of source: Int, in roots: [(variable: String, values: [String])]) -> [String] {
    var kind: [String] = []
    for (variable, values) in roots {
      guard let base = base(of: variable) else { continue }
      switch base {
      case _ where tellsOrder(variable): return [String(source)]
      case "reporterGroup": if values.contains(sources[source].group) { kind.append(sources[source].group) }
      case "source": if values.contains(sources[source].name) { kind.append(sources[source].name) }
      default: if delivered[source].contains(base) { kind.append(base) }
      }
    }
    return Array(Set(kind)).sorted()
  }

  // MARK: Residues

  func residue(of condition: Condition, in scenario: Scenario) -> Condition {
    switch condition {
    case .always: return .always
    case .not(let inner): return residue(of: inner, in: scenario).negated
    case .all(let parts): return .conjunction(parts.map { residue(of: $0, in: scenario) })
    case .any(let parts): return .disjunction(parts.map { residue(of: $0, in: scenario) })
    case .isIn(let name, _), .isKnown(let name), .hasAny(let name, _), .hasAll(let name, _), .hasOnly(let name, _),
      .compares(let name, _, _):
      return residue(ofTest: condition, on: name, in: scenario)
    }
  }

  private func residue(ofTest test: Condition, on name: String, in scenario: Scenario) -> Condition {
    if name == "year" { return Condition(test.holds(forCode: String(scenario.year))) }
    switch steps[name] {
    case .derive(_, let cases, let otherwise): return residue(ofTest: test, cases, otherwise, in: scenario)
    case .group(_, let from): return residue(of: .isIn(variable: from, values: codes(of: from, in: test)), in: scenario)
    case .impute, .exclude: return test
    case nil: break
    }
    guard let combination = combined[name], let base = base(of: name) else { return test }
    if tellsReporters(name) {
      let reporters = scenario.reporters.map { base == "source" ? sources[$0].name : sources[$0].group }
      switch combination.method {
      case .union: return Condition(test.holds(forMembers: Set(reporters)))
      case .firstKnown: return Condition(test.holds(forCode: reporters.first ?? ""))
      case .minimum, .maximum, .count: return test
      }
    }
    let isDelivered = scenario.reporters.contains { delivered[$0].contains(base) }
    return isDelivered ? test : test.ofMissingValue
  }

  /// A test on a derived variable is one on what decides its value.
  private func residue(
    ofTest test: Condition, _ cases: [Rule.DerivedCase], _ otherwise: String, in scenario: Scenario
  ) -> Condition {
    var (wanted, before): ([Condition], [Condition]) = ([], [])
    for one in cases {
      let holds = residue(of: one.condition, in: scenario)
      guard holds != .never else { continue }
      if test.holds(forCode: one.value) { wanted.append(.conjunction(before + [holds])) }
      guard holds != .always else { return .disjunction(wanted) }
      before.append(holds.negated)
    }
    if test.holds(forCode: otherwise) { wanted.append(.conjunction(before)) }
    return .disjunction(wanted)
  }

  /// The categories of a variable whose wider category passes a test, and the reasons that do.
  private func codes(of variable: String, in test: Condition) -> [String] {
    let categories = codebook.variable(named: base(of: variable) ?? variable)?.categories ?? []
    let known = categories.filter { $0.group.map(test.holds(forCode:)) ?? false }.map(\.code)
    return known + Missing.allCases.map(\.word).filter(test.holds(forCode:))
  }
}

extension Condition {
  static let never = Condition.any([])

  fileprivate init(_ holds: Bool) { self = holds ? .always : .never }

  static func conjunction(_ parts: [Condition]) -> Condition {
    var kept: [Condition] = []
    for part in parts where part != .always && !kept.contains(part) { kept.append(part) }
    if kept.contains(.never) { return .never }
    return kept.isEmpty ? .always : kept.count == 1 ? kept[0] : .all(kept)
  }

  static func disjunction(_ parts: [Condition]) -> Condition {
    var kept: [Condition] = []
    for part in parts where part != .never && !kept.contains(part) { kept.append(part) }
    if kept.contains(.always) { return .always }
    return kept.count == 1 ? kept[0] : .any(kept)
  }

  fileprivate var negated: Condition {
    switch self {
    case .always: .never
    case .never: .always
    case .not(let inner): inner
    case .isIn, .isKnown, .hasAny, .hasAll, .hasOnly, .compares, .all, .any: .not(self)
    }
  }

  /// Whether a test on one variable holds for a category code or a `Missing` word.
  fileprivate func holds(forCode code: String) -> Bool {
    switch self {
    case .isIn(_, let values): values.contains(code)
    case .isKnown: Missing(word: code) == nil
    case .compares(_, let comparison, let number): Int32(code).map { comparison.holds($0, number) } ?? false
    case .always, .hasAny, .hasAll, .hasOnly, .not, .all, .any: false
    }
  }

  /// Whether a test on one variable holds for a set that is not empty.
  fileprivate func holds(forMembers members: Set<String>) -> Bool {
    switch self {
    case .isIn(_, let values): values.contains { members == [$0] }
    case .isKnown: true
    case .hasAny(_, let values): !members.isDisjoint(with: values)
    case .hasAll(_, let values): members.isSuperset(of: values)
    case .hasOnly(_, let values): members.isSubset(of: values)
    case .always, .compares, .not, .all, .any: false
    }
  }

  /// What is left of a test on one variable whose value nobody delivered: for which reason it is missing is not known.
  fileprivate var ofMissingValue: Condition {
    func reasons(_ values: [String]) -> [String] { values.filter { Missing(word: $0) != nil } }
    switch self {
    case .isIn(let name, let values):
      return reasons(values).isEmpty ? .never : .isIn(variable: name, values: reasons(values))
    case .hasAny(let name, let values):
      return reasons(values).isEmpty ? .never : .hasAny(variable: name, values: reasons(values))
    case .isKnown, .hasAll, .hasOnly, .compares: return .never
    case .always, .not, .all, .any: return self
    }
  }
}
