internal import Dispatch
public import Model

extension Notifications {
  /// One case a person a year, in order of first appearance, with the variables the plan names and `year`.
  ///
  /// Rows without a person form no case; the report counts them. Rows are taken in order, so `firstKnown` follows the
  /// order of sources, periods and rows.
  ///
  /// - Throws: `LinkError` when the plan names a variable the notifications lack or asks for what its kind cannot do.
  public func linked(by plan: LinkPlan) throws(LinkError) -> (cases: Cases, report: LinkReport) {
    guard let year = columns.variable(named: "year"), let yearColumn = columns["year"] else {
      throw .unknownVariable("year")
    }
    let index = CaseIndex(person: person, year: try wide(yearColumn, of: year))
    var caseColumns = Columns(rowCount: index.count)
    caseColumns.set(firstValues(yearColumn, index), for: year)
    var conflicts: [LinkReport.Conflict] = []
    for (combination, combined) in zip(plan.combinations, allCombined(plan.combinations, index)) {
      let (variable, column, differing) = try combined.get()
      caseColumns.set(column, for: variable)
      if let differing { conflicts.append(.init(variable: combination.target, cases: differing)) }
    }
    let (offsets, members) = index.members()
    let report = LinkReport(
      notifications: columns.rowCount, withoutPerson: index.rowsWithoutPerson, cases: index.count,
      persons: index.persons, conflicts: conflicts)
    return (Cases(columns: caseColumns, offsets: offsets, members: members), report)
  }

  private func wide(_ column: Column, of variable: Variable) throws(LinkError) -> [UInt16] {
    switch column {
    case .category(let codes): return codes.map { UInt16($0) }
    case .wideCategory(let codes): return codes
    case .set, .number: throw .unknownVariable(variable.name)
    }
  }

  private func firstValues(_ column: Column, _ index: CaseIndex) -> Column {
    switch column {
    case .category(let codes): .category(index.first(codes))
    case .wideCategory(let codes): .wideCategory(index.first(codes))
    case .set(let masks): .set(index.first(masks))
    case .number(let numbers): .number(index.first(numbers))
    }
  }

  /// Every combination, each on its own: they read the same rows and write columns of their own.
  private func allCombined(_ combinations: [LinkPlan.Combination], _ index: CaseIndex) -> [Combined] {
    var all = [Combined?](repeating: nil, count: combinations.count)
    all.withUnsafeMutableBufferPointer { all in
      nonisolated(unsafe) let places = all
      DispatchQueue.concurrentPerform(iterations: combinations.count) { number in
        places[number] = Result { () throws(LinkError) in try combined(combinations[number], index) }
      }
    }
    return all.compactMap { $0 }
  }

  private typealias Combined = Result<(Variable, Column, conflicts: Int?), LinkError>

  private func combined(
    _ combination: LinkPlan.Combination, _ index: CaseIndex
  ) throws(LinkError) -> (Variable, Column, conflicts: Int?) {
    if combination.method == .count { return (countVariable(combination.target), .number(index.sizes()), nil) }
    guard let position = columns.index(of: combination.variable) else { throw .unknownVariable(combination.variable) }
    var variable = columns.variables[position]
    variable.isDerived = variable.isDerived || combination.target != variable.name
    variable.name = combination.target
    let column = columns.columns[position]
    switch combination.method {
    case .union:
      guard variable.categories.count <= SetMask.limit else {
        throw .tooManyCategories(variable: combination.variable)
      }
      if variable.kind != .set {
        variable.kind = .set
        variable.isDerived = true
      }
      return (variable, try united(column, combination, index), nil)
    case .firstKnown:
      let (values, conflicts) = firstKnown(column, index)
      return (variable, values, conflicts)
    case .minimum, .maximum:
      return (variable, try extreme(column, combination, index), nil)
    case .count:
      return (countVariable(combination.target), .number(index.sizes()), nil)
    }
  }

  private func countVariable(_ name: String) -> Variable {
    Variable(
      name: name,
      kind: .number(
        unit: LocalizedText(nl: "meldingen", en: "notifications"), decimals: 0, minimum: 1, maximum: Int32.max),
      label: LocalizedText(nl: "aantal meldingen", en: "number of notifications"), isDerived: true)
  }

  private func united(
    _ column: Column, _ combination: LinkPlan.Combination, _ index: CaseIndex
  ) throws(LinkError) -> Column {
    switch column {
    case .category(let codes): return .set(index.union(codes) { CategoryCode($0).mask.packed })
    case .wideCategory(let codes): return .set(index.union(codes) { CategoryCode($0).mask.packed })
    case .set(let masks): return .set(index.union(masks) { $0 })
    case .number: throw .unsuited(variable: combination.variable, method: combination.method)
    }
  }

  private func firstKnown(_ column: Column, _ index: CaseIndex) -> (Column, Int) {
    switch column {
    case .category(let codes):
      let (values, conflicts) = index.firstKnown(codes) { CategoryCode($0).isKnown }
      return (.category(values), conflicts)
    case .wideCategory(let codes):
      let (values, conflicts) = index.firstKnown(codes) { CategoryCode($0).isKnown }
      return (.wideCategory(values), conflicts)
    case .set(let masks):
      let (values, conflicts) = index.firstKnown(masks) { SetMask($0).isKnown }
      return (.set(values), conflicts)
    case .number(let numbers):
      let (values, conflicts) = index.firstKnown(numbers) { NumberValue($0).isKnown }
      return (.number(values), conflicts)
    }
  }

  private func extreme(
    _ column: Column, _ combination: LinkPlan.Combination, _ index: CaseIndex
  ) throws(LinkError) -> Column {
    let wantsMore = combination.method == .maximum
    switch column {
    case .category(let codes):
      return .category(
        index.extreme(codes, isKnown: { CategoryCode($0).isKnown }) { wantsMore ? $0 > $1 : $0 < $1 })
    case .wideCategory(let codes):
      return .wideCategory(
        index.extreme(codes, isKnown: { CategoryCode($0).isKnown }) { wantsMore ? $0 > $1 : $0 < $1 })
    case .number(let numbers):
      return .number(
        index.extreme(numbers, isKnown: { NumberValue($0).isKnown }) { wantsMore ? $0 > $1 : $0 < $1 })
    case .set: throw .unsuited(variable: combination.variable, method: combination.method)
    }
  }
}
