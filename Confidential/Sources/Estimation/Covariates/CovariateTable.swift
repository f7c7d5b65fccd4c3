public import Model

/// Counts of persons by combination of lists and by covariates, some of which may not be known.
///
/// The persons on no list are not in the table: in every stratum their row is a structural unknown, which is what is
/// estimated. A covariate may be missing in a row, because only some registers know it.
public struct CovariateTable: Equatable, Sendable {
  public let lists: [String]
  public let covariates: [Covariate]
  public let rows: [Row]

  /// What is known of persons beside their lists.
  public struct Covariate: Equatable, Sendable {
    public let name: String
    /// Sorted, so that the order of rows does not matter.
    public let levels: [String]
    /// The degree of the polynomial by which a number enters a model; nil when every level has an effect of its own.
    public internal(set) var degree: Int?

    init(name: String, levels: [String], degree: Int? = nil) {
      (self.name, self.levels, self.degree) = (name, levels, degree)
    }
  }

  /// Persons on the same lists and alike in every covariate.
  public struct Row: Equatable, Sendable {
    let history: UInt32
    /// Level of each covariate; nil where it is not known.
    let values: [Int?]
    public let count: Int
  }

  /// The covariates are the traits of the table. Rows with the same combination are added up, since a table with
  /// covariates may be a cut of a larger one.
  ///
  /// - Parameters:
  ///   - allowingRounded: Whether counts that look rounded are accepted.
  ///   - requiringValues: Whether every covariate has to be known in every row.
  /// - Throws: `CaptureHistoryError`; a count of which only a range is known is `notExact`.
  public init(
    _ table: ListTable, allowingRounded: Bool = true, requiringValues: Bool = false
  ) throws(CaptureHistoryError) {
    try CaptureHistories.check(lists: table.lists)
    if let row = table.firstRange { throw .notExact(.init(row: row.number)) }
    let described = table.traits.indices.map { index in
      Covariate(name: table.traits[index], levels: Set(table.rows.compactMap { $0.traits[index] }).sorted())
    }
    var sums: [Key: Int] = [:]
    for row in table.rows {
      let values = zip(described, row.traits).map { covariate, value in value.flatMap(covariate.levels.firstIndex(of:))
      }
      if requiringValues, let missing = values.firstIndex(of: nil) {
        throw .missingStratum(.init(row: row.number, column: described[missing].name))
      }
      sums[Key(history: row.lists, values: values), default: 0] += row.persons.lowerBound
    }
    lists = table.lists
    covariates = described
    rows = sums.map { Row(history: $0.key.history, values: $0.key.values, count: $0.value) }
      .sorted { Self.precedes($0, $1) }
    guard observed > 0 else { throw .nobody }
    guard rows.contains(where: { $0.count > 0 && $0.history.nonzeroBitCount > 1 }) else { throw .noOverlap }
    let counts = table.rows.map(\.persons.lowerBound).filter { $0 > 0 }
    if !allowingRounded, let base = CaptureHistories.roundingBase(of: counts) { throw .rounded(base: base) }
  }

  private struct Key: Hashable {
    var history: UInt32
    var values: [Int?]
  }

  private static func precedes(_ left: Row, _ right: Row) -> Bool {
    if left.history != right.history { return canonicallyPrecedes(left.history, right.history) }
    for (a, b) in zip(left.values, right.values) where a != b { return (a ?? -1) < (b ?? -1) }
    return false
  }

  public var observed: Int { rows.reduce(0) { $0 + $1.count } }

  /// The combinations of levels, the last covariate changing fastest.
  var strata: [[Int]] {
    covariates.reduce([[]]) { all, covariate in all.flatMap { some in covariate.levels.indices.map { some + [$0] } } }
  }
}
