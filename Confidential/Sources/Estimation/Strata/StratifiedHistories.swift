/// The same lists for several groups of persons, each with capture histories of its own.
public struct StratifiedHistories: Equatable, Sendable {
  /// The column that divides the persons.
  public let column: String
  public let lists: [String]
  public let strata: [Stratum]

  /// The capture histories of one group.
  public struct Stratum: Equatable, Sendable {
    public let name: String
    public let observed: Int
    /// Nil when nobody in the group is on more than one list.
    public let histories: CaptureHistories?
  }

  /// - Parameter table: With the column of groups as its only covariate, known in every row.
  /// - Throws: `CaptureHistoryError`.
  public init(_ table: CovariateTable) throws(CaptureHistoryError) {
    guard let covariate = table.covariates.first, table.covariates.count == 1 else {
      throw .unknownCovariate(
        table.covariates.map(\.name).joined(separator: ", "), among: table.covariates.map(\.name))
    }
    column = covariate.name
    lists = table.lists
    strata = covariate.levels.enumerated().map { level, name in
      let rows = table.rows.filter { $0.values == [level] }
      return Stratum(
        name: name, observed: rows.reduce(0) { $0 + $1.count },
        histories: try? CaptureHistories(
          lists: table.lists, entries: rows.map { .init(history: $0.history, count: $0.count) }, allowingRounded: true))
    }
  }
}
