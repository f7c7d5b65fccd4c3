public import Model

extension Cases {
  /// The cases after all rules, in order, and what each rule did.
  ///
  /// Variables that the codebook declares with the same kind and the same categories take their words from it. An
  /// exclusion marks cases and removes none. Only cases that are not excluded take part in an imputation that follows.
  ///
  /// - Throws: `ClassificationError` naming the rule that cannot be applied.
  public func classified(
    by rules: [Rule], codebook: Codebook
  ) throws(ClassificationError) -> (cases: Cases, report: ClassificationReport) {
    var classification = Classification(cases: self, codebook: codebook)
    classification.adoptWords()
    for rule in rules { try classification.apply(rule) }
    return (classification.cases, classification.report)
  }
}

/// Cases on their way through the rules.
struct Classification {
  var cases: Cases
  let codebook: Codebook
  var report = ClassificationReport()

  mutating func adoptWords() {
    for (variable, column) in zip(cases.columns.variables, cases.columns.columns) {
      guard var declared = codebook.variable(named: variable.name), declared.kind.packsLike(variable.kind),
        declared.categories.map(\.code) == variable.categories.map(\.code)
      else { continue }
      declared.isDerived = declared.isDerived || variable.isDerived
      cases.columns.set(column, for: declared)
    }
  }

  mutating func apply(_ rule: Rule) throws(ClassificationError) {
    switch rule.step {
    case .derive(let target, let derived, let otherwise):
      try derive(rule.name, target, derived, otherwise)
    case .group(let target, let variable):
      try group(rule.name, target, variable)
    case .exclude(let condition):
      try exclude(rule.name, condition)
    case .impute(let imputation):
      try impute(rule.name, imputation)
    }
  }

  func declared(_ target: String, rule: String) throws(ClassificationError) -> Variable {
    guard let variable = codebook.variable(named: target) else {
      throw .undeclaredTarget(rule: rule, target: target)
    }
    return variable
  }

  func selection(_ condition: Condition, rule: String) throws(ClassificationError) -> [UInt8] {
    do {
      return try condition.selection(in: cases.columns)
    } catch {
      throw ClassificationError(error, rule: rule)
    }
  }

  /// A variable computed from imputed ones is itself imputed.
  mutating func inheritImputation(by target: String, from sources: [String]) {
    let trails = cases.imputationTrails.filter { sources.contains($0.variable) }
    for trail in trails {
      addTrail(ImputationTrail(variable: target, imputed: trail.imputed, original: trail.original))
    }
  }

  mutating func addTrail(_ trail: ImputationTrail) {
    if !cases.imputationTrails.contains(trail) { cases.imputationTrails.append(trail) }
    if !cases.imputedVariables.contains(trail.variable) { cases.imputedVariables.append(trail.variable) }
  }
}

extension VariableKind {
  /// Values of both kinds are packed the same way; numbers may differ in their unit and bounds.
  fileprivate func packsLike(_ other: VariableKind) -> Bool {
    if case .number(_, let decimals, _, _) = self, case .number(_, let others, _, _) = other {
      return decimals == others
    }
    return self == other
  }
}
