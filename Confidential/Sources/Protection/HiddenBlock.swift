/// A connected part of what is hidden: cells that are tied to each other by relations and to nothing else.
///
/// Columns are hidden cells, rows the relations between them after the printed cells were filled in.
struct HiddenBlock: Sendable {
  /// The cells of the columns, in ascending order.
  var cells: [Int]
  var lowers: [Int]
  /// nil where an intruder knows no upper bound.
  var uppers: [Int?]
  var rows: [Row]

  struct Row: Sendable {
    var terms: [(column: Int, coefficient: Int)]
    var lower: Int?
    var upper: Int?
  }

  /// Whether whole numbers, one a column, are a table that an intruder cannot rule out.
  func admits(_ world: [Int]) -> Bool {
    for (column, value) in world.enumerated() where !CellSystem.holds(value, lowers[column], uppers[column]) {
      return false
    }
    return rows.allSatisfy { row in
      CellSystem.holds(row.terms.reduce(0) { $0 + $1.coefficient * world[$1.column] }, row.lower, row.upper)
    }
  }
}

extension CellSystem {
  /// What is hidden, taken apart into blocks, in the order of their first cells.
  func hiddenBlocks() -> [HiddenBlock] {
    var links = DisjointSets(count: count)
    var rowHeads: [Int] = []
    rowHeads.reserveCapacity(relations.count)
    for index in 0..<relations.count {
      var head = -1
      for term in relations[index] where values[term.cell] == nil {
        if head < 0 { head = term.cell } else { links.join(head, term.cell) }
      }
      rowHeads.append(head)
    }
    var blocks: [HiddenBlock] = []
    var blockOf: [Int: Int] = [:]
    var columnOf = [Int](repeating: -1, count: count)
    for cell in 0..<count where values[cell] == nil {
      let root = links.root(of: cell)
      let block = blockOf[root] ?? blocks.count
      if block == blocks.count {
        blockOf[root] = block
        blocks.append(HiddenBlock(cells: [], lowers: [], uppers: [], rows: []))
      }
      columnOf[cell] = blocks[block].cells.count
      blocks[block].cells.append(cell)
      blocks[block].lowers.append(lowers[cell])
      blocks[block].uppers.append(uppers[cell])
    }
    for index in 0..<relations.count where rowHeads[index] >= 0 {
      guard let block = blockOf[links.root(of: rowHeads[index])] else { continue }
      blocks[block].rows.append(reduced(index, columnOf))
    }
    return blocks
  }

  private func reduced(_ index: Int, _ columnOf: [Int]) -> HiddenBlock.Row {
    var fixed = 0
    var terms: [(column: Int, coefficient: Int)] = []
    for term in relations[index] {
      if let value = values[term.cell] {
        fixed += term.coefficient * value
      } else {
        terms.append((columnOf[term.cell], term.coefficient))
      }
    }
    return HiddenBlock.Row(
      terms: terms, lower: relations.lowers[index].map { $0 - fixed }, upper: relations.uppers[index].map { $0 - fixed }
    )
  }
}

/// Sets that are joined and never parted (union by the smaller number, paths halved).
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(of element: Int) -> Int {
    var element = element
    while parents[element] != element {
      parents[element] = parents[parents[element]]
      element = parents[element]
    }
    return element
  }

  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(of: a), root(of: b))
    if a < b { parents[b] = a } else { parents[a] = b }
  }
}
