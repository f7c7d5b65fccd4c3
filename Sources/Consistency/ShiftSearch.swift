/// Computed numbers that stand a place off: two or more after each other, of which each is what the formula gives at the place
/// before, or at the place behind.
struct ShiftSearch {
  let tables: Tables
  let relations: [LinearRelation]

  struct Shift {
    /// Numbers of the relations, in the order of their places.
    var relations: [Int]
    /// -1 where each has the number of the place before.
    var from: Int
  }

  func shifts() -> [Shift] {
    runs().flatMap { run -> [Shift] in
      for from in [-1, 1] {
        let shifted = run.filter { isOf(relation: $0 + from, $0) }
        // A number that is right where it stands says nothing against it.
        if shifted.count > 1, shifted.count == run.count { return [Shift(relations: run, from: from)] }
      }
      return []
    }
  }

  /// Formulas of one column that fail after each other.
  private func runs() -> [[Int]] {
    var runs: [[Int]] = []
    for index in relations.indices where relations[index].formula != nil && !relations[index].holds(tables.value) {
      if let last = runs.last?.last, last == index - 1, areOfOneColumn(last, index) {
        runs[runs.count - 1].append(index)
      } else {
        runs.append([index])
      }
    }
    return runs.filter { $0.count > 1 }
  }

  private func areOfOneColumn(_ one: Int, _ other: Int) -> Bool {
    guard let first = relations[one].formula, let second = relations[other].formula, first.kind == second.kind,
      first.scale == second.scale, first.target != second.target
    else { return false }
    let (a, b) = (tables.cells[first.target], tables.cells[second.target])
    guard a.figure == b.figure, a.unit == b.unit, a.measure == b.measure, a.dimensions.count == b.dimensions.count
    else { return false }
    return zip(a.dimensions, b.dimensions).count { $0 != $1 } == 1
  }

  /// Whether what one relation gives is what stands at the target of another.
  private func isOf(relation neighbour: Int, _ index: Int) -> Bool {
    guard relations.indices.contains(neighbour), areOfOneColumn(neighbour, index),
      let use = relations[neighbour].formula, let own = relations[index].formula
    else { return false }
    let miss = abs(RelationWording.computed(use, tables) - tables.value(own.target))
    return miss <= use.room + Printed.slack * max(1, abs(tables.value(own.target)))
  }
}
