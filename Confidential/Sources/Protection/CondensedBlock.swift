/// A block without the totals that its other cells make up: what the solver is given.
///
/// A total with bounds that its parts keep anyway is put in terms of its parts and needs neither a column nor a relation.
/// So of a table with margins the inner cells are left, and a relation for each margin that is printed; relations that
/// follow from others fall away.
struct CondensedBlock: Sendable {
  /// The columns of the block that are left.
  private(set) var columns: [Int] = []
  /// In places of `columns`.
  private(set) var rows: [HiddenRow] = []
  /// In the order of elimination: a column is the sum of its terms, columns that are left or eliminated later.
  private var totals: [(column: Int, terms: [(column: Int, coefficient: Int)], constant: Int)] = []
  private let count: Int
  private typealias Expression = (terms: [(column: Int, coefficient: Int)], constant: Int)
  /// Each column of the block in places of `columns`.
  private var expressions: [Expression] = []

  init(_ block: HiddenBlock) {
    count = block.count
    var work = Elimination(block)
    totals = work.run()
    var placeOf = [Int](repeating: -1, count: count)
    let isGone = Set(totals.map(\.column))
    for column in 0..<count where !isGone.contains(column) {
      placeOf[column] = columns.count
      columns.append(column)
    }
    rows = work.rowsLeft().map { row in
      HiddenRow(terms: row.terms.map { (placeOf[$0.column], $0.coefficient) }, lower: row.lower, upper: row.upper)
    }
    expressions = placeOf.map { place in place < 0 ? ([], 0) : ([(place, 1)], 0) }
    for total in totals.reversed() { expressions[total.column] = expression(of: total) }
  }

  /// A total in terms of columns that are left, when the totals in it are.
  private func expression(of total: Elimination.Total) -> Expression {
    var sums: [Int: Int] = [:]
    var constant = total.constant
    for term in total.terms {
      constant += term.coefficient * expressions[term.column].constant
      for inner in expressions[term.column].terms {
        sums[inner.column, default: 0] += term.coefficient * inner.coefficient
      }
    }
    let terms = sums.filter { $0.value != 0 }.map { (column: $0.key, coefficient: $0.value) }
    return (terms.sorted { $0.column < $1.column }, constant)
  }

  /// Costs of the columns that are left, from those of all.
  func costs(_ all: [Double]) -> [Double] {
    var costs = all
    for total in totals where costs[total.column] != 0 {
      for term in total.terms { costs[term.column] += costs[total.column] * Double(term.coefficient) }
    }
    return columns.map { costs[$0] }
  }

  /// A column as a sum of columns that are left, each with its factor times `cost`, in ascending order.
  func costs(of column: Int, _ cost: Double) -> [(column: Int, cost: Double)] {
    expressions[column].terms.map { (column: $0.column, cost: cost * Double($0.coefficient)) }
  }

  /// What a column has above the sum of those that are left.
  func constant(of column: Int) -> Double { Double(expressions[column].constant) }

  /// The values of all columns, from those that are left.
  func world(_ left: [Double]) -> [Double] {
    var world = [Double](repeating: 0, count: count)
    for (place, column) in columns.enumerated() { world[column] = left[place] }
    for total in totals.reversed() {
      world[total.column] = total.terms.reduce(Double(total.constant)) {
        $0 + Double($1.coefficient) * world[$1.column]
      }
    }
    return world
  }
}

/// Takes totals out of the rows of a block.
private struct Elimination {
  private let block: HiddenBlock
  private var rows: [[Int: Int]]
  private var lowers: [Int?]
  private var uppers: [Int?]
  private var rowsOf: [Set<Int>]

  typealias Total = (column: Int, terms: [(column: Int, coefficient: Int)], constant: Int)

  init(_ block: HiddenBlock) {
    self.block = block
    rows = block.rows.map { row in Dictionary(row.terms.map { ($0.column, $0.coefficient) }, uniquingKeysWith: +) }
    (lowers, uppers) = (block.rows.map(\.lower), block.rows.map(\.upper))
    rowsOf = [Set<Int>](repeating: [], count: block.count)
    for (index, row) in rows.enumerated() { for column in row.keys { rowsOf[column].insert(index) } }
  }

  mutating func run() -> [Total] {
    var totals: [Total] = []
    let order = rows.indices.sorted { (rows[$0].count, $0) < (rows[$1].count, $1) }
    for index in order {
      guard let total = total(of: index) else { continue }
      totals.append(total)
      eliminate(total, by: index)
    }
    return totals
  }

  /// The column that a row makes the sum of others, where its bounds follow from theirs.
  private func total(of index: Int) -> Total? {
    guard rows[index].count > 1, let sum = lowers[index], uppers[index] == sum else { return nil }
    for sign in [-1, 1] {
      let ones = rows[index].filter { $0.value == sign }
      guard ones.count == 1, let column = ones.first?.key, rows[index].count > 2 || sign == -1 else { continue }
      let terms = rows[index].filter { $0.key != column }.sorted { $0.key < $1.key }
        .map { (column: $0.key, coefficient: -sign * $0.value) }
      let found: Total = (column, terms, sign * sum)
      if isImplied(found) { return found }
    }
    return nil
  }

  private func isImplied(_ total: Total) -> Bool {
    var (least, most): (Int, Int?) = (total.constant, total.constant)
    for term in total.terms {
      guard term.coefficient > 0 else { return false }
      least += term.coefficient * block.lowers[term.column]
      if let bound = block.uppers[term.column], let known = most {
        most = known + term.coefficient * bound
      } else {
        most = nil
      }
    }
    guard block.lowers[total.column] <= least else { return false }
    return block.uppers[total.column].map { bound in most.map { $0 <= bound } ?? false } ?? true
  }

  private mutating func eliminate(_ total: Total, by index: Int) {
    for column in rows[index].keys { rowsOf[column].remove(index) }
    rows[index] = [:]
    (lowers[index], uppers[index]) = (0, 0)
    for other in rowsOf[total.column].sorted() {
      guard let factor = rows[other].removeValue(forKey: total.column) else { continue }
      lowers[other] = lowers[other].map { $0 - factor * total.constant }
      uppers[other] = uppers[other].map { $0 - factor * total.constant }
      for term in total.terms {
        let coefficient = (rows[other][term.column] ?? 0) + factor * term.coefficient
        rows[other][term.column] = coefficient == 0 ? nil : coefficient
        if coefficient == 0 { rowsOf[term.column].remove(other) } else { rowsOf[term.column].insert(other) }
      }
    }
    rowsOf[total.column] = []
  }

  /// What is left, each relation once. One without terms holds, or the block has no table: the solver is told the latter.
  func rowsLeft() -> [HiddenRow] {
    var seen: Set<[Int]> = []
    return rows.indices.compactMap { index in
      let terms = rows[index].sorted { $0.key < $1.key }.map { (column: $0.key, coefficient: $0.value) }
      if terms.isEmpty, CellSystem.holds(0, lowers[index], uppers[index]) { return nil }
      if let sum = lowers[index], uppers[index] == sum {
        let sign = (terms.first?.coefficient ?? 1) < 0 ? -1 : 1
        guard seen.insert(terms.flatMap { [$0.column, sign * $0.coefficient] } + [sign * sum]).inserted else {
          return nil
        }
      }
      return HiddenRow(terms: terms, lower: lowers[index], upper: uppers[index])
    }
  }
}
