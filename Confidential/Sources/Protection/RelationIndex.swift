/// Which relations a cell is in.
struct RelationIndex {
  private let relationsOf: [[Int]]

  init(_ system: CellSystem, isMovable: [Bool]) {
    var relationsOf = [[Int]](repeating: [], count: system.count)
    for index in 0..<system.relations.count {
      for term in system.relations[index] where isMovable[term.cell] { relationsOf[term.cell].append(index) }
    }
    self.relationsOf = relationsOf
  }

  /// Whether moving these cells keeps every relation and every bound; moves in whole numbers, checked as such.
  func admits(_ moves: [CellMove], of values: [Int], in system: CellSystem) -> Bool {
    var change: [Int: Int] = [:]
    for move in moves {
      guard CellSystem.holds(values[move.cell] + move.by, system.lowers[move.cell], system.uppers[move.cell]) else {
        return false
      }
      for relation in relationsOf[move.cell] {
        for term in system.relations[relation] where term.cell == move.cell {
          change[relation, default: 0] += term.coefficient * move.by
        }
      }
    }
    return change.allSatisfy { system.holds($0.key, for: values, changedBy: $0.value) }
  }
}

/// How far a cell lies from the truth in another table.
struct CellMove: Equatable {
  var cell: Int
  var by: Int
}

extension CellSystem {
  func holds(_ relation: Int, for values: [Int], changedBy change: Int) -> Bool {
    if relations.lowers[relation] == relations.uppers[relation] { return change == 0 }
    let sum = relations[relation].reduce(0) { $0 + $1.coefficient * values[$1.cell] }
    return Self.holds(sum + change, relations.lowers[relation], relations.uppers[relation])
  }
}
