/// A connected part of what is hidden: classes of cells that are tied to each other by relations and to nothing else.
///
/// A column is a class of hidden cells that always move together; rows are the relations between them after the printed
/// cells, and those that follow from them, were filled in.
struct HiddenBlock: Sendable {
  /// The cells of each column, with what each has above it.
  var members: [[Member]]
  var lowers: [Int]
  /// nil where an intruder knows no upper bound.
  var uppers: [Int?]
  var rows: [HiddenRow]

  struct Member: Equatable, Sendable {
    var cell: Int
    var offset: Int
  }

  var count: Int { members.count }

  /// Whether whole numbers, one a column, are a table that an intruder cannot rule out.
  func admits(_ world: [Int]) -> Bool {
    for (column, value) in world.enumerated() where !CellSystem.holds(value, lowers[column], uppers[column]) {
      return false
    }
    return rows.allSatisfy { row in
      CellSystem.holds(row.terms.reduce(0) { $0 + $1.coefficient * world[$1.column] }, row.lower, row.upper)
    }
  }

  /// Whether numbers, one a column, keep every bound and relation to within `tolerance`.
  func admits(_ world: [Double], tolerance: Double) -> Bool {
    for (column, value) in world.enumerated() {
      if value < Double(lowers[column]) - tolerance { return false }
      if let upper = uppers[column], value > Double(upper) + tolerance { return false }
    }
    return rows.allSatisfy { row in
      let sum = row.terms.reduce(0) { $0 + Double($1.coefficient) * world[$1.column] }
      return (row.lower.map { sum >= Double($0) - tolerance } ?? true)
        && (row.upper.map { sum <= Double($0) + tolerance } ?? true)
    }
  }
}

/// lower <= Σ coefficient · column <= upper.
struct HiddenRow: Sendable {
  var terms: [(column: Int, coefficient: Int)]
  var lower: Int?
  var upper: Int?
}

/// What is hidden, taken apart.
struct HiddenParts: Sendable {
  var blocks: [HiddenBlock] = []
  /// Hidden cells that follow from what is printed.
  var known: [HiddenBlock.Member] = []
  /// Cells in parts that no table fits.
  var contradictory: [Int] = []
}

extension CellSystem {
  /// What is hidden, taken apart into blocks, in the order of their first cells.
  func hiddenParts() -> HiddenParts {
    var parts = HiddenParts()
    for component in hiddenComponents() {
      let reduced = EquivalentCells(
        lowers: component.cells.map { lowers[$0] }, uppers: component.cells.map { uppers[$0] }, rows: component.rows)
      if reduced.isContradictory {
        parts.contradictory += component.cells
        continue
      }
      var members = [[HiddenBlock.Member]](repeating: [], count: reduced.count)
      for (column, cell) in component.cells.enumerated() {
        let member = HiddenBlock.Member(cell: cell, offset: reduced.offsets[column])
        if reduced.classOf[column] < 0 {
          parts.known.append(member)
        } else {
          members[reduced.classOf[column]].append(member)
        }
      }
      parts.blocks += Self.blocks(of: reduced, members)
    }
    return parts
  }

  private static func blocks(of reduced: EquivalentCells, _ members: [[HiddenBlock.Member]]) -> [HiddenBlock] {
    var links = DisjointSets(count: reduced.count)
    for row in reduced.rows { for term in row.terms.dropFirst() { links.join(row.terms[0].column, term.column) } }
    var blocks: [HiddenBlock] = []
    var blockOf: [Int: Int] = [:]
    var columnOf = [Int](repeating: -1, count: reduced.count)
    for column in 0..<reduced.count {
      let root = links.root(of: column)
      let block = blockOf[root] ?? blocks.count
      if block == blocks.count {
        blockOf[root] = block
        blocks.append(HiddenBlock(members: [], lowers: [], uppers: [], rows: []))
      }
      columnOf[column] = blocks[block].count
      blocks[block].members.append(members[column])
      blocks[block].lowers.append(reduced.lowers[column])
      blocks[block].uppers.append(reduced.uppers[column])
    }
    for row in reduced.rows {
      guard let first = row.terms.first, let block = blockOf[links.root(of: first.column)] else { continue }
      blocks[block].rows.append(
        HiddenRow(
          terms: row.terms.map { (columnOf[$0.column], $0.coefficient) }, lower: row.lower, upper: row.upper))
    }
    return blocks
  }

  /// Hidden cells that relations tie together, with those relations in terms of their places.
  private func hiddenComponents() -> [(cells: [Int], rows: [HiddenRow])] {
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
    var components: [(cells: [Int], rows: [HiddenRow])] = []
    var componentOf = [Int](repeating: -1, count: count)
    var placeOf = componentOf
    for cell in 0..<count where values[cell] == nil {
      let root = links.root(of: cell)
      if componentOf[root] < 0 {
        componentOf[root] = components.count
        components.append(([], []))
      }
      placeOf[cell] = components[componentOf[root]].cells.count
      components[componentOf[root]].cells.append(cell)
    }
    for index in 0..<relations.count where rowHeads[index] >= 0 {
      components[componentOf[links.root(of: rowHeads[index])]].rows.append(filledIn(index, placeOf))
    }
    return components
  }

  private func filledIn(_ index: Int, _ columnOf: [Int]) -> HiddenRow {
    var fixed = 0
    var terms: [(column: Int, coefficient: Int)] = []
    for term in relations[index] {
      if let value = values[term.cell] {
        fixed += term.coefficient * value
      } else {
        terms.append((columnOf[term.cell], term.coefficient))
      }
    }
    return HiddenRow(
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
