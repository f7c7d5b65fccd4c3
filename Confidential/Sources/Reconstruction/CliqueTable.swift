internal import Model

/// The cells of one clique, each with a prototype record that the monitor's own rules have classified.
struct CliqueTable {
  let plan: ReconstructionPlan.Clique
  /// One row a cell.
  let cases: Cases
  /// What each cell shares with the clique it joins; empty lists for the first of a population.
  let joinKeys: [[PackedValue]]
  /// The variables a record is made of, in the order of the monitor.
  let baseVariables: [Variable]
  /// The number variable that says how many notifications a record has; nil: one.
  let repeats: String?

  var count: Int { cases.columns.rowCount }

  /// Enumerates the combinations of the domains, classifies them and keeps one cell for each combination of join keys
  /// and assigned values.
  init(
    _ plan: ReconstructionPlan.Clique, variables: [Variable], repeats: String? = nil,
    classify: (Cases) throws(ReconstructionError) -> Cases
  ) throws(ReconstructionError) {
    self.plan = plan
    baseVariables = variables
    self.repeats = repeats
    let all = try classify(try Self.prototypes(plan, variables))
    let assigned = plan.assigned + plan.additions.map(\.variable)
    let identities = try Self.keys(assigned.map { .variable($0) } + (plan.join?.keys ?? []), of: all, in: plan.name)
    var kept: [Int] = []
    var seen: Set<[PackedValue]> = []
    let forbidden = try plan.forbidden.map { condition throws(ReconstructionError) in
      try Self.selection(of: condition, in: all.columns, part: plan.name)
    }
    for row in 0..<all.columns.rowCount where !forbidden.contains(where: { $0[row] == 1 }) {
      if seen.insert(identities[row]).inserted { kept.append(row) }
    }
    cases = all.rows(kept)
    joinKeys = try Self.keys(plan.join?.keys ?? [], of: cases, in: plan.name)
  }

  /// The values of these keys for every row.
  static func keys(
    _ keys: [ReconstructionPlan.Key], of cases: Cases, in part: String
  ) throws(ReconstructionError) -> [[PackedValue]] {
    var values = Array(repeating: [PackedValue](), count: cases.columns.rowCount)
    for key in keys {
      switch key {
      case .variable(let name):
        guard let column = cases.columns[name] else {
          throw .unknown(what: "variable", named: name, inPart: part)
        }
        for row in values.indices { values[row].append(column.packedValue(at: row)) }
      case .condition(let condition):
        let holds = try selection(of: condition, in: cases.columns, part: part)
        for row in values.indices { values[row].append(PackedValue(bits: UInt64(holds[row]))) }
      }
    }
    return values
  }

  static func selection(
    of condition: Condition, in columns: Columns, part: String
  ) throws(ReconstructionError) -> [UInt8] {
    do { return try condition.selection(in: columns) } catch { throw .unsuited(error, inPart: part) }
  }

  /// Every combination of the domains; variables without a domain are unknown.
  private static func prototypes(
    _ plan: ReconstructionPlan.Clique, _ variables: [Variable]
  ) throws(ReconstructionError) -> Cases {
    var rowCount = 1
    var axes: [(variable: Variable, values: [PackedValue])] = []
    for domain in plan.domains {
      guard let variable = variables.first(where: { $0.name == domain.variable }) else {
        throw .unknown(what: "variable", named: domain.variable, inPart: plan.name)
      }
      let values = try domain.packedValues(of: variable, inPart: plan.name)
      axes.append((variable, values))
      rowCount *= values.count
    }
    var columns = Columns(rowCount: rowCount)
    var repeats = rowCount
    for axis in axes {
      repeats /= axis.values.count
      let values = (0..<rowCount).map { axis.values[$0 / repeats % axis.values.count] }
      columns.set(axis.variable.column(of: values), for: axis.variable)
    }
    for variable in variables where columns.index(of: variable.name) == nil {
      let values = Array(repeating: variable.packed(.unknown), count: rowCount)
      columns.set(variable.column(of: values), for: variable)
    }
    return Cases(
      columns: columns, offsets: (0...rowCount).map { UInt32($0) }, members: (0..<rowCount).map { UInt32($0) })
  }
}

extension ReconstructionPlan.Domain {
  /// The values of the domain, in the order of the plan.
  func packedValues(of variable: Variable, inPart part: String) throws(ReconstructionError) -> [PackedValue] {
    switch values {
    case .listed(let words):
      var packed: [PackedValue] = []
      for word in words {
        if word == "all" {
          packed += variable.categories.compactMap { variable.packed(word: $0.code) }
        } else if let range = Self.range(word) {
          packed += range.compactMap { variable.packed(word: String($0)) }
        } else if let value = variable.packed(word: word) {
          packed.append(value)
        } else {
          throw .unknown(what: "value", named: word, inPart: part)
        }
      }
      return packed
    case .subsets(let members, let sizes, let besides):
      var masks = [SetMask.empty]
      for member in members {
        guard let set = variable.packed(word: member)?.mask else {
          throw .unknown(what: "value", named: member, inPart: part)
        }
        masks += masks.map { $0.union(set) }
      }
      var result = masks.filter { sizes.contains($0.memberCount) }.map { PackedValue($0) }
      for word in besides {
        guard let value = variable.packed(word: word) else { throw .unknown(what: "value", named: word, inPart: part) }
        result.append(value)
      }
      return result
    }
  }

  /// `18..22`
  private static func range(_ word: String) -> ClosedRange<Int>? {
    let dots = word.indices.filter { word[$0] == "." }
    guard dots.count == 2, word.index(after: dots[0]) == dots[1], let lower = Int(word[..<dots[0]]),
      let upper = Int(word[word.index(after: dots[1])...]), lower <= upper
    else { return nil }
    return lower...upper
  }
}

extension Cases {
  /// These rows, in this order.
  func rows(_ kept: [Int]) -> Cases {
    var selected = Columns(rowCount: kept.count)
    for (variable, column) in zip(columns.variables, columns.columns) {
      selected.set(variable.column(of: kept.map { column.packedValue(at: $0) }), for: variable)
    }
    var result = Cases(
      columns: selected, offsets: (0...kept.count).map { UInt32($0) }, members: (0..<kept.count).map { UInt32($0) })
    result.excludedBy = kept.map { excludedBy[$0] }
    result.exclusions = exclusions
    result.imputedVariables = imputedVariables
    return result
  }
}
