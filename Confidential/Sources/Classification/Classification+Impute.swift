internal import Model

extension Classification {
  /// Gives unknown cases a value in the proportions known in their stratum, as documented on `Imputation`.
  ///
  /// Unknown is every missing reason but `notApplicable`: there is a value, and it is not known. Excluded cases keep the
  /// value they had; cases outside `among` get `notApplicable`.
  mutating func impute(_ rule: String, _ imputation: Imputation) throws(ClassificationError) {
    let (target, source) = try imputedVariables(imputation, rule: rule)
    var codes = try codes(of: source.name, rule: rule)
    let among = try selection(imputation.among ?? .always, rule: rule)
    let notApplicable = CategoryCode(.notApplicable)
    for row in codes.indices where among[row] == 0 { codes[row] = notApplicable }
    let partition = try Partition(by: imputation.strata, of: self, rule: rule)
    var tallies = [StratumTally](
      repeating: StratumTally(categories: target.categories.count), count: partition.strata.count)
    let takesPart = codes.indices.lazy.filter { [cases] row in
      cases.excludedBy[row] == 0 && codes[row] != notApplicable
    }
    for row in takesPart { tallies[Int(partition.stratum[row])].add(codes[row]) }
    var queues = tallies.map { $0.allotment(minimumKnown: imputation.minimumKnown) }
    var outcome = tallies.indices.map { index in
      let imputed = queues[index].remaining
      return ClassificationReport.Stratum(
        values: partition.strata[index], known: tallies[index].known, imputed: imputed,
        leftUnknown: tallies[index].unknown - imputed)
    }
    outcome.removeAll { $0.known + $0.imputed + $0.leftUnknown == 0 }
    var result = codes
    for row in takesPart where !codes[row].isKnown {
      if let category = queues[Int(partition.stratum[row])].next() {
        result[row] = CategoryCode(category: category)
      }
    }
    cases.columns.set(target.column(of: result), for: target)
    addTrail(ImputationTrail(variable: target.name, imputed: target.name, original: source.name))
    report.imputations.append(
      .init(rule: rule, target: target.name, strataVariables: imputation.strata, strata: outcome))
  }

  private func imputedVariables(
    _ imputation: Imputation, rule: String
  ) throws(ClassificationError) -> (target: Variable, source: Variable) {
    let target = try declared(imputation.target, rule: rule)
    guard let source = cases.columns.variable(named: imputation.variable) else {
      throw .unknownVariable(rule: rule, variable: imputation.variable)
    }
    guard target.kind == .category, target.categories.map(\.code) == source.categories.map(\.code) else {
      throw .differentCategories(rule: rule, target: target.name, variable: source.name)
    }
    return (target, source)
  }
}

/// Known and unknown cases of one stratum.
private struct StratumTally {
  var perCategory: [Int]
  var unknown = 0

  init(categories: Int) { perCategory = Array(repeating: 0, count: categories) }

  var known: Int { perCategory.reduce(0, +) }

  mutating func add(_ code: CategoryCode) {
    if let category = code.category { perCategory[category] += 1 } else { unknown += 1 }
  }

  /// `⌊u·k_c / k⌋` for each category, then one more for the largest remainders, ties to the earlier category.
  func allotment(minimumKnown: Int) -> Allotment {
    let known = self.known
    guard known >= minimumKnown, known > 0 else { return Allotment(units: perCategory.map { _ in 0 }) }
    var units = perCategory.map { unknown * $0 / known }
    let remainders = perCategory.map { unknown * $0 % known }
    let order = perCategory.indices.sorted { (-remainders[$0], $0) < (-remainders[$1], $1) }
    for category in order.prefix(unknown - units.reduce(0, +)) { units[category] += 1 }
    return Allotment(units: units)
  }
}

/// Units to give away, category by category.
private struct Allotment {
  var units: [Int]
  var position = 0

  init(units: [Int]) { self.units = units }

  var remaining: Int { units.reduce(0, +) }

  mutating func next() -> Int? {
    while position < units.count, units[position] == 0 { position += 1 }
    guard position < units.count else { return nil }
    units[position] -= 1
    return position
  }
}

/// Cases by their combination of values of some category variables.
private struct Partition {
  var stratum: [UInt32]
  /// The values of each stratum, strata in the order of their codes.
  var strata: [[String]]

  init(by variables: [String], of classification: Classification, rule: String) throws(ClassificationError) {
    stratum = Array(repeating: 0, count: classification.cases.columns.rowCount)
    strata = [[]]
    for name in variables {
      let codes = try classification.codes(of: name, rule: rule)
      let categories = classification.cases.columns.variable(named: name)?.categories ?? []
      let words = CategoryCode.table(missing: \.word, categories: categories.map(\.code))
      var number = [UInt32](repeating: UInt32.max, count: strata.count * words.count)
      for row in codes.indices { number[Int(stratum[row]) * words.count + codes[row].place] = 0 }
      var refined: [[String]] = []
      for place in number.indices where number[place] == 0 {
        number[place] = UInt32(refined.count)
        refined.append(strata[place / words.count] + [words[place % words.count]])
      }
      for row in codes.indices { stratum[row] = number[Int(stratum[row]) * words.count + codes[row].place] }
      strata = refined
    }
  }
}
