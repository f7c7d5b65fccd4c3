internal import Model

extension Classification {
  /// Marks the cases for which the condition holds and that no earlier rule excluded; counts them by year.
  mutating func exclude(_ rule: String, _ condition: Condition) throws(ClassificationError) {
    // Which rule excluded a case is one byte, and 255 is taken.
    guard cases.exclusions.count < 254 else { throw .tooManyExclusions(rule: rule) }
    guard let year = cases.columns.variable(named: "year") else {
      throw .unknownVariable(rule: rule, variable: "year")
    }
    let years = try codes(of: "year", rule: rule)
    let selected = try selection(condition, rule: rule)
    cases.exclusions.append(rule)
    let mark = UInt8(cases.exclusions.count)
    var counts = [Int](repeating: 0, count: year.codeCount)
    for row in selected.indices where selected[row] != 0 && cases.excludedBy[row] == 0 {
      cases.excludedBy[row] = mark
      counts[years[row].place] += 1
    }
    var perYear = year.categories.enumerated().map { index, category in
      ClassificationReport.YearCount(year: category.code, cases: counts[CategoryCode(category: index).place])
    }
    for missing in Missing.allCases {
      let count = counts[CategoryCode(missing).place]
      if count > 0 { perYear.append(.init(year: missing.word, cases: count)) }
    }
    report.exclusions.append(.init(rule: rule, perYear: perYear))
  }

  /// The codes of a category variable.
  func codes(of name: String, rule: String) throws(ClassificationError) -> [CategoryCode] {
    guard let column = cases.columns[name] else { throw .unknownVariable(rule: rule, variable: name) }
    guard let codes = column.categoryCodes else { throw .unsuited(rule: rule, variable: name) }
    return codes
  }
}
