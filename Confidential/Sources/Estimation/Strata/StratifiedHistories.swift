/// The same lists for several groups of persons, each with capture histories of its own.
public struct StratifiedHistories: Equatable, Sendable {
  /// The column that divides the persons.
  public let column: String
  public let lists: [String]
  public let strata: [Stratum]

  public struct Stratum: Equatable, Sendable {
    public let name: String
    public let observed: Int
    /// Nil when nobody in the group is on more than one list.
    public let histories: CaptureHistories?
  }

  /// - Parameter table: With the column as its only covariate, known in every row.
  init(_ table: CovariateTable) throws(CaptureHistoryError) {
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

  /// Delimited text with a column of 0 and 1 for each list, `column` and the counts.
  ///
  /// - Parameter lists: Nil for every other column; otherwise rows are added up over the columns not named.
  /// - Throws: `CaptureHistoryError`.
  public init(
    parsing text: String, by column: String, lists: [String]? = nil, allowingRounded: Bool = false
  ) throws(CaptureHistoryError) {
    let table = try CovariateTable(
      parsing: text, lists: lists, covariates: [column], allowingRounded: allowingRounded, requiringValues: true)
    try self.init(table)
  }
}
