internal import Model

extension Classification {
  /// Marks the cases for which the condition holds and that no earlier rule excluded; counts them by year.
  mutating func exclude(_ rule: String, _ condition: Condition) throws(ClassificationError) {
    guard cases.exclusions.count < 254 else { throw .tooManyExclusions(rule: rule) }
    guard let year = cases.columns.variable(named: "year") else {
      throw .unknownVariable(rule: rule, variable: "year")
    }
    let years = try codes(of: "year", rule: rule)
    let selected = try selection(condition, rule: rule)
    cases.exclusions.append(rule)
    let mark = UInt8(cases.exclusions.count)
    var counts = [Int](repeating: 0, count: Packing.firstCategory + year.categories.count)
    for row in selected.indices where selected[row] != 0 && cases.excludedBy[row] == 0 {
      cases.excludedBy[row] = mark
      counts[Int(years[row])] += 1
    }
    var perYear = year.categories.enumerated().map { index, category in
      ClassificationReport.YearCount(year: category.code, cases: counts[Packing.firstCategory + index])
    }
    for missing in Missing.allCases where counts[Int(missing.rawValue)] > 0 {
      perYear.append(.init(year: missing.word, cases: counts[Int(missing.rawValue)]))
    }
    report.exclusions.append(.init(rule: rule, perYear: perYear))
  }

  /// The codes of a category variable, two bytes wide.
  func codes(of name: String, rule: String) throws(ClassificationError) -> [UInt16] {
    switch cases.columns[name] {
    case .category(let codes): return codes.map { UInt16($0) }
    case .wideCategory(let codes): return codes
    case .set, .number: throw .unsuited(rule: rule, variable: name)
    case nil: throw .unknownVariable(rule: rule, variable: name)
    }
  }
}
