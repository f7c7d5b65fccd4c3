/// Cells that always move together, found from relations with two movable cells of opposite sign, and cells that cannot move.
///
/// Where zeros are printed a total over one other cell is that cell: in sparse tables most cells fall away.
struct EquivalentCells {
  /// The class of each column; -1 for a column that cannot move.
  private(set) var classOf: [Int]
  private(set) var count = 0
  /// The relations between classes that are left, each once; an equation has lower = upper = 0 in moves.
  private(set) var rows: [SimplexProgramme.Row] = []

  /// - Parameter rows: In moves from a table that keeps them all, so that nought is allowed in each.
  init(columns: Int, rows: [SimplexProgramme.Row]) {
    var sets = DisjointSets(count: columns + 1)
    let fixed = 0
    var left = rows.map { row in
      (
        terms: row.terms.map { (column: $0.column + 1, coefficient: $0.coefficient) }, lower: row.lower,
        upper: row.upper
      )
    }
    var isChanging = true
    while isChanging {
      isChanging = false
      for index in left.indices {
        left[index].terms = Self.gathered(left[index].terms, &sets)
        guard left[index].lower == 0, left[index].upper == 0 else { continue }
        let terms = left[index].terms
        if terms.count == 1 {
          sets.join(terms[0].column, fixed)
          left[index].terms = []
          isChanging = true
        } else if terms.count == 2, terms[0].coefficient == -terms[1].coefficient {
          sets.join(terms[0].column, terms[1].column)
          left[index].terms = []
          isChanging = true
        }
      }
      left.removeAll { $0.terms.isEmpty }
    }
    classOf = [Int](repeating: -1, count: columns)
    var numbers: [Int: Int] = [:]
    for column in 0..<columns {
      let root = sets.root(of: column + 1)
      guard root != fixed else { continue }
      classOf[column] = numbers[root] ?? count
      if classOf[column] == count {
        numbers[root] = count
        count += 1
      }
    }
    var seen: Set<[Int]> = []
    for row in left {
      let terms = row.terms.map { (column: classOf[$0.column - 1], coefficient: $0.coefficient) }
      let sign = (terms.first?.coefficient ?? 1) < 0 && row.lower == 0 && row.upper == 0 ? -1 : 1
      let key = terms.flatMap { [$0.column, sign * $0.coefficient] }
      if row.lower != 0 || row.upper != 0 || seen.insert(key).inserted {
        self.rows.append((terms, row.lower, row.upper))
      }
    }
  }

  /// Terms of the same set added together, those of what cannot move left out, in ascending order.
  private static func gathered(
    _ terms: [(column: Int, coefficient: Int)], _ sets: inout DisjointSets
  ) -> [(column: Int, coefficient: Int)] {
    var rooted: [(column: Int, coefficient: Int)] = []
    rooted.reserveCapacity(terms.count)
    for term in terms {
      let root = sets.root(of: term.column)
      if root != 0 { rooted.append((root, term.coefficient)) }
    }
    rooted.sort { $0.column < $1.column }
    var result: [(column: Int, coefficient: Int)] = []
    for term in rooted {
      if result.last?.column == term.column {
        result[result.count - 1].coefficient += term.coefficient
      } else {
        result.append(term)
      }
    }
    return result.filter { $0.coefficient != 0 }
  }
}
