internal import Model

extension Cases {
  /// The cases with the plan's shared numbers: 1, 2, 3 in each year, in order; then the first that may share take the
  /// number of the first that agrees with them and gave its number to nobody yet.
  func numbered(by shares: [ReconstructionPlan.SharedNumber]) throws(ReconstructionError) -> Cases {
    var result = self
    for share in shares {
      let part = "shared"
      guard let variable = result.columns.variable(named: share.variable) else {
        throw .unknown(what: "number", named: share.variable, inPart: part)
      }
      let keys = try CliqueTable.keys((["year"] + share.on).map { .variable($0) }, of: result, in: part)
      let joins = try CliqueTable.selection(of: share.joins, in: result.columns, part: part)
      let gives = try CliqueTable.selection(of: share.to, in: result.columns, part: part)
      var last: [PackedValue: Int32] = [:]
      var numbers = keys.map { key in
        last[key[0], default: 0] += 1
        return last[key[0], default: 0]
      }
      var shared: [PackedValue: Int] = [:]
      var given: Set<Int> = []
      for row in numbers.indices where joins[row] == 1 && shared[keys[row][0], default: 0] < share.count {
        let giver = numbers.indices.first {
          gives[$0] == 1 && $0 != row && keys[$0] == keys[row] && !given.contains($0)
        }
        guard let giver else { continue }
        numbers[row] = numbers[giver]
        given.insert(giver)
        shared[keys[row][0], default: 0] += 1
      }
      result.columns.set(.number(numbers), for: variable)
    }
    return result
  }
}
