/// Unknown numbers between bounds, and weighted sums of them between bounds: can all of it hold at once?
///
/// Every bound and coefficient is a whole number, in units that the caller chooses, so that an answer *impossible* is proven in
/// whole numbers and never rests on the last digit of a solver.
public struct BoundedSystem: Sendable {
  /// An unknown number; nil for no bound.
  public struct Column: Equatable, Sendable {
    public var lower: Int?
    public var upper: Int?
    /// Whether it is a whole number of its unit.
    public var isWhole: Bool

    public init(lower: Int?, upper: Int?, isWhole: Bool) {
      (self.lower, self.upper, self.isWhole) = (lower, upper, isWhole)
    }
  }

  public struct Term: Equatable, Sendable {
    public var column: Int
    public var coefficient: Int

    public init(column: Int, coefficient: Int) { (self.column, self.coefficient) = (column, coefficient) }
  }

  /// `lower <= Σ coefficient · column <= upper`; each column once.
  public struct Row: Equatable, Sendable {
    public var terms: [Term]
    public var lower: Int?
    public var upper: Int?

    public init(terms: [Term], lower: Int?, upper: Int?) {
      (self.terms, self.lower, self.upper) = (terms, lower, upper)
    }
  }

  public var columns: [Column]
  public var rows: [Row]

  public init(columns: [Column], rows: [Row]) { (self.columns, self.rows) = (columns, rows) }

  public enum Verdict: Equatable, Sendable {
    /// Nothing speaks against it, or a solution is known.
    case possible
    /// Proven: the rows, and the columns of which the bounds were used.
    case impossible(Refutation)
    /// The search was given up.
    case undecided
  }

  /// Rows and bounds that together allow no solution.
  public struct Refutation: Equatable, Sendable {
    public var rows: Set<Int>
    public var columns: Set<Int>

    public init(rows: Set<Int>, columns: Set<Int>) { (self.rows, self.columns) = (rows, columns) }
  }

  /// How much may be tried: counts, and no time, so that every machine gives the same answer.
  public struct Effort: Equatable, Sendable {
    /// Halves of the search for whole numbers.
    public var nodes: Int
    /// With more columns than this bounds are passed on from row to row, and no programme is solved.
    public var mostColumns: Int

    public init(nodes: Int, mostColumns: Int) { (self.nodes, self.mostColumns) = (nodes, mostColumns) }
  }

  /// Whether the rows can hold, all of them or some.
  ///
  /// Bounds are passed on from row to row first; what they leave open is a linear programme (Clp, one thread), and where
  /// columns are whole its halves, with the bounds of one column parted in two. Each end of that search is proven by passing
  /// on bounds or by a sum of rows (Farkas), computed anew in whole numbers of 128 bits.
  public func verdict(among chosen: [Int]? = nil, effort: Effort) -> Verdict {
    let part = restricted(to: chosen ?? Array(rows.indices))
    var search = WholeSearch(system: part.system, effort: effort)
    switch search.run() {
    case .possible: return .possible
    case .undecided: return .undecided
    case .impossible(let found):
      return .impossible(
        Refutation(rows: Set(found.rows.map { part.rows[$0] }), columns: Set(found.columns.map { part.columns[$0] })))
    }
  }

  /// The least and the greatest value of a column, as far as passing on bounds and the linear programme tell.
  ///
  /// - Returns: Nil when nothing was found; infinite where nothing bounds it.
  public func range(of column: Int, effort: Effort) -> ClosedRange<Double>? {
    let part = restricted(to: Array(rows.indices))
    guard let place = part.columns.firstIndex(of: column) else {
      let own = columns[column]
      return (own.lower.map(Double.init) ?? -.infinity)...(own.upper.map(Double.init) ?? .infinity)
    }
    var passing = BoundPassing(system: part.system)
    guard passing.run() == nil else { return nil }
    let (low, high) = (passing.lower(place).map(Double.init), passing.upper(place).map(Double.init))
    guard part.system.columns.count <= effort.mostColumns,
      let programme = LinearRelaxation(part.system, passing).range(of: place)
    else { return (low ?? -.infinity)...(high ?? .infinity) }
    let (least, most) = (max(low ?? -.infinity, programme.0), min(high ?? .infinity, programme.1))
    return least <= most ? least...most : nil
  }

  /// The chosen rows with the columns they have, numbered anew.
  private func restricted(to chosen: [Int]) -> (system: BoundedSystem, rows: [Int], columns: [Int]) {
    var (numbers, kept): ([Int: Int], [Int]) = ([:], [])
    let made = chosen.map { index -> Row in
      var row = rows[index]
      for place in row.terms.indices {
        let column = row.terms[place].column
        if numbers[column] == nil {
          numbers[column] = kept.count
          kept.append(column)
        }
        row.terms[place].column = numbers[column] ?? 0
      }
      return row
    }
    return (BoundedSystem(columns: kept.map { columns[$0] }, rows: made), chosen, kept)
  }
}
