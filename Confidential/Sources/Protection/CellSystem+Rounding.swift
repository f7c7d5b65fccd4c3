internal import CCbc
internal import Optimisation

/// Cells rounded to multiples of a base.
public struct RoundedCells: Equatable, Sendable {
  /// nil for cells without a value.
  public var values: [Int?]
  /// Cells that go further than an adjacent multiple, or are a multiple and do not stay.
  public var beyond: [Int]
  /// Cells that cannot be what they were shown as.
  public var conflicts: [Int]
  /// Whether no rounding is nearer in sum.
  public var isProven: Bool
}

extension CellSystem {
  /// The cells rounded to adjacent multiples of `base`, such that every relation holds for what is rounded.
  ///
  /// Minimises Σ |change| over all cells. In a part of the system with at most 400 inner cells that are no multiples an
  /// integer programme (Cbc) does that and says so; in larger ones, or where it finds none, `RoundingSearch` looks for one with
  /// as few cells as possible further than an adjacent multiple. Relations with a cell without a value are left out.
  ///
  /// - Parameter shown: What cells were rounded to before, with the same count: they stay that.
  public func rounded(to base: Int, shown: [Int: Int] = [:], seed: UInt64 = 1) -> RoundedCells {
    precondition(base >= 2, "A base of 1 rounds nothing.")
    let programme = RoundingProgramme(self, base: base, shown: shown)
    var choices = [Int](repeating: 0, count: programme.remainders.count)
    var isProven = true
    for component in programme.components() {
      let exact =
        component.choices.count <= Self.searchable
        ? takingSolverTurn { Self.nearest(component.rows, component.choices.count, base) } : nil
      var found = exact?.choices
      if exact?.isProven != true { isProven = false }
      if found == nil {
        var search = RoundingSearch(
          base: base, remainders: component.choices.map { programme.remainders[$0] }, rows: component.rows, seed: seed)
        search.settle()
        found = search.choices.map(Int.init)
      }
      for (choice, value) in zip(component.choices, found ?? []) { choices[choice] = value }
    }
    let changes = programme.changes(choices)
    let result = zip(values, changes).map { value, change in value.map { $0 + (change ?? 0) } }
    let beyond = values.indices.filter { cell in
      guard let value = values[cell], let change = changes[cell] else { return false }
      return abs(change) >= base || (value % base == 0 && change != 0)
    }
    let missed = shown.keys.filter { result[$0] != shown[$0] }
    return RoundedCells(
      values: result, beyond: beyond, conflicts: Set(programme.conflicts).union(missed).sorted(), isProven: isProven)
  }

  /// Inner cells up to which an integer programme is tried.
  private static let searchable = 400
  private static let nodes: Int32 = 2_000

  /// On the two values that a sum may have its change is a straight line, so that Σ |change| is linear in the choices.
  private static func nearest(
    _ rows: [RoundingProgramme.Row], _ count: Int, _ base: Int
  ) -> (choices: [Int], isProven: Bool)? {
    guard let model = Cbc_newModel() else { return nil }
    defer { Cbc_deleteModel(model) }
    Cbc_setLogLevel(model, 0)
    Cbc_setParameter(model, "log", "0")
    Cbc_setParameter(model, "threads", "0")
    var costs = [Double](repeating: 0, count: count)
    var columns = [[(row: Int32, value: Double)]](repeating: [], count: count)
    for (index, row) in rows.enumerated() {
      let slope = abs(row.change(row.low + 1, base: base)) - abs(row.change(row.low, base: base))
      for term in row.terms {
        columns[term.choice].append((Int32(index), Double(term.coefficient)))
        costs[term.choice] += Double(slope * row.weight * term.coefficient)
      }
    }
    var starts: [Int32] = [0]
    for entries in columns { starts.append(starts[starts.count - 1] + Int32(entries.count)) }
    Cbc_loadProblem(
      model, Int32(count), Int32(rows.count), starts, columns.flatMap { $0.map(\.row) },
      columns.flatMap { $0.map(\.value) }, [Double](repeating: 0, count: count),
      [Double](repeating: 1, count: count), costs, rows.map { Double($0.low) }, rows.map { Double($0.high) })
    for index in 0..<count { Cbc_setInteger(model, Int32(index)) }
    Cbc_setMaximumNodes(model, nodes)
    guard Cbc_solve(model) == 0, Cbc_numberSavedSolutions(model) > 0, let best = Cbc_bestSolution(model) else {
      return nil
    }
    let choices = (0..<count).map { best[$0] > 0.5 ? 1 : 0 }
    let holds = rows.allSatisfy { row in
      let sum = row.terms.reduce(0) { $0 + $1.coefficient * choices[$1.choice] }
      return sum >= row.low && sum <= row.high
    }
    return holds ? (choices, Cbc_isProvenOptimal(model) != 0) : nil
  }
}
