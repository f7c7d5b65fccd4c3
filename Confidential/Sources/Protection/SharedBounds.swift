/// Bounds for single columns from the dual of a programme about many.
///
/// Prices y of relations bound c · x from below by weak duality, whatever y is: c · x >= Σ y · side + min of (c − Aᵀy) · x
/// within the bounds of the columns. Prices that no column ties together stand by themselves, so that of the dual of a sum
/// of columns far apart the part about one of them bounds that one.
struct SharedBounds {
  private let lowers: [Double]
  private let uppers: [Double]
  private let rows: [HiddenRow]
  private let rowsOf: [[(row: Int, coefficient: Double)]]

  private static let none = 1e-9

  init(lowers: [Double], uppers: [Double], rows: [HiddenRow]) {
    (self.lowers, self.uppers, self.rows) = (lowers, uppers, rows)
    var rowsOf = [[(row: Int, coefficient: Double)]](repeating: [], count: lowers.count)
    for (index, row) in rows.enumerated() {
      for term in row.terms { rowsOf[term.column].append((index, Double(term.coefficient))) }
    }
    self.rowsOf = rowsOf
  }

  typealias Cost = (column: Int, cost: Double)

  func rows(of costs: [Cost]) -> [Int] { costs.flatMap { rowsOf[$0.column].map(\.row) } }

  /// Prices, and relations with a price that columns tie together.
  struct Parts {
    fileprivate var prices: [Double]
    fileprivate var partOf: [Int]
    fileprivate var members: [[Int]]
  }

  func parts(of prices: [Double]) -> Parts {
    var sets = DisjointSets(count: rows.count)
    for entries in rowsOf {
      var first = -1
      for entry in entries where abs(prices[entry.row]) > Self.none {
        if first < 0 { first = entry.row } else { sets.join(first, entry.row) }
      }
    }
    var parts = Parts(prices: prices, partOf: [Int](repeating: -1, count: rows.count), members: [])
    var partOf = parts.partOf
    for row in rows.indices where abs(prices[row]) > Self.none {
      let root = sets.root(of: row)
      if partOf[root] < 0 {
        partOf[root] = parts.members.count
        parts.members.append([])
      }
      parts.partOf[row] = partOf[root]
      parts.members[partOf[root]].append(row)
    }
    return parts
  }

  /// What these costs come to at least in every table, as the prices of the relations about them show.
  func least(_ costs: [Cost], _ parts: Parts) -> Double {
    var reduced: [Int: Double] = [:]
    for cost in costs { reduced[cost.column, default: 0] += cost.cost }
    let near = Set(rows(of: costs).map { parts.partOf[$0] }.filter { $0 >= 0 }).sorted()
    var bound = 0.0
    for part in near {
      for row in parts.members[part] {
        let price = parts.prices[row]
        guard let side = price > 0 ? rows[row].lower : rows[row].upper else { continue }
        bound += price * Double(side)
        for term in rows[row].terms { reduced[term.column, default: 0] -= price * Double(term.coefficient) }
      }
    }
    // In order, so that the sum is the same on every run.
    for (column, cost) in reduced.sorted(by: { $0.key < $1.key }) where abs(cost) > Self.none {
      bound += cost * (cost > 0 ? lowers[column] : uppers[column])
    }
    return bound
  }
}
