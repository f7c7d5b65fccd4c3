internal import Model

extension Cases {
  /// The cases with the plan's fixed answers filled in, in order.
  func filled(by fills: [ReconstructionPlan.Fill]) throws(ReconstructionError) -> Cases {
    var result = self
    for fill in fills {
      guard let variable = result.columns.variable(named: fill.variable), let column = result.columns[fill.variable]
      else { throw .unknown(what: "variable", named: fill.variable, inPart: "fills") }
      guard let value = variable.packed(word: fill.value) else {
        throw .unknown(what: "value", named: fill.value, inPart: "fills")
      }
      let holds = try CliqueTable.selection(of: fill.condition, in: result.columns, part: "fills")
      let values = holds.indices.map { holds[$0] == 1 ? value : column.packedValue(at: $0) }
      result.columns.set(variable.column(of: values), for: variable)
    }
    return result
  }
}
