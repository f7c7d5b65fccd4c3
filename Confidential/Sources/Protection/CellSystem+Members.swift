extension CellSystem {
  /// The cells changed by chance, each by the key of the cell that stands for all with the same members.
  ///
  /// - Parameters:
  ///   - key: Of a cell and its count, with all bits as likely.
  ///   - shown: What cells were changed to before: they stay that.
  public func perturbed(
    by table: PerturbationTable, representatives: [Int], shown: [Int: Int], key: (_ cell: Int, _ count: Int) -> UInt64
  ) -> RoundedCells {
    let changed = values.indices.map { cell in
      values[cell].map { value in
        shown[cell] ?? value + table.change(of: value, key: key(representatives[cell], value))
      }
    }
    return RoundedCells(values: changed, beyond: [], conflicts: [], isProven: false)
  }

  /// For each cell with a value the cell that stands for all that have the same members: a sum of which all parts but one are
  /// nought has those of that part.
  ///
  /// - Parameter isFirst: Whether the first of two cells is the one to stand for both; an order.
  /// - Returns: A number of a cell a cell; itself where nothing is known of it.
  public func representatives(first isFirst: (Int, Int) -> Bool) -> [Int] {
    var parents = Array(0..<count)
    func root(_ cell: Int) -> Int {
      var cell = cell
      while parents[cell] != cell {
        parents[cell] = parents[parents[cell]]
        cell = parents[cell]
      }
      return cell
    }
    for index in 0..<relations.count {
      guard relations.lowers[index] == 0, relations.uppers[index] == 0 else { continue }
      let left = relations[index].filter { values[$0.cell] != 0 }
      guard left.count == 2, left.allSatisfy({ values[$0.cell] != nil }),
        left.reduce(0, { $0 + $1.coefficient }) == 0, left.allSatisfy({ abs($0.coefficient) == 1 })
      else { continue }
      let ends = left.map { root($0.cell) }
      guard ends[0] != ends[1] else { continue }
      let (kept, joined) = isFirst(ends[0], ends[1]) ? (ends[0], ends[1]) : (ends[1], ends[0])
      parents[joined] = kept
    }
    return (0..<count).map(root)
  }
}
