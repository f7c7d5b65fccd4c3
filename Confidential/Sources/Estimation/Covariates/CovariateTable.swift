/// Counts of persons by combination of lists and by covariates, some of which may not be known.
///
/// The persons on no list are not in the table: in every stratum their row is a structural unknown, which is what is
/// estimated. A covariate may be missing in a row, because only some registers know it.
public struct CovariateTable: Equatable, Sendable {
  public let lists: [String]
  public let covariates: [Covariate]
  public let rows: [Row]

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

  public struct Row: Equatable, Sendable {
    let history: UInt32
    /// Level of each covariate; nil where it is not known.
    let values: [Int?]
    public let count: Int
  }

  /// A table of texts with one column for each list (0 or 1), one for each covariate (empty where not known) and a
  /// column of counts.
  ///
  /// Rows with the same combination are added up, since a table with covariates may be a cut of a larger one.
  ///
  /// - Parameters:
  ///   - lists: The names of the columns that are lists.
  ///   - names: The names of the covariates; nil for every other column. Rows are added up over columns that are neither.
  ///   - isCut: Whether the table has more lists: rows of persons on none of these are then left out, and refused
  ///     otherwise.
  ///   - allowingRounded: Whether counts that look rounded are accepted.
  ///   - requiringValues: Whether every covariate has to be known in every row.
  /// - Throws: `CaptureHistoryError`.
  init(
    columns: [String], rows: [[String]], lists: [String], covariates names: [String]? = nil, isCut: Bool = false,
    allowingRounded: Bool = true, requiringValues: Bool = false, lines: [Int]? = nil
  ) throws(CaptureHistoryError) {
    try CaptureHistories.check(lists: lists)
    let place = try ColumnPlaces(columns, lists: lists, covariates: names)
    let described = place.covariates.map { column in
      let values = Set(rows.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil })
      return Covariate(name: columns[column], levels: values.sorted())
    }
    var sums: [Key: Int] = [:]
    var raw: [Int] = []
    for (index, row) in rows.enumerated() {
      let line = lines?[index] ?? index + 2
      guard row.count == columns.count else {
        throw .unevenRow(.init(line: line), found: row.count, expected: columns.count)
      }
      let history = try CaptureHistories.history(row, place.lists, columns, line: line)
      if history == 0, isCut { continue }
      guard history != 0 else { throw .emptyHistory(.init(line: line)) }
      let count = try CaptureHistories.count(row[place.counts], at: .init(line: line, column: columns[place.counts]))
      raw.append(count)
      let values = place.covariates.enumerated().map { described[$0].levels.firstIndex(of: row[$1]) }
      if requiringValues, let missing = values.firstIndex(of: nil) {
        throw .missingStratum(.init(line: line, column: described[missing].name))
      }
      sums[Key(history: history, values: values), default: 0] += count
    }
    self.lists = lists
    covariates = described
    self.rows = sums.map { Row(history: $0.key.history, values: $0.key.values, count: $0.value) }
      .sorted { Self.precedes($0, $1) }
    guard observed > 0 else { throw .nobody }
    guard self.rows.contains(where: { $0.count > 0 && $0.history.nonzeroBitCount > 1 }) else { throw .noOverlap }
    if !allowingRounded, let base = CaptureHistories.roundingBase(of: raw.filter { $0 > 0 }) {
      throw .rounded(base: base)
    }
  }

  /// As `init(columns:rows:lists:)`, from delimited text with a heading.
  public init(
    parsing text: String, lists: [String]?, covariates names: [String]? = nil, allowingRounded: Bool = true,
    requiringValues: Bool = false
  ) throws(CaptureHistoryError) {
    let table = try DelimitedText(text)
    guard let heading = table.rows.first else { throw .emptyFile }
    let others = heading.fields.filter { name in
      !(names ?? []).contains(name) && !CaptureHistories.countNames.contains(name.lowercased())
    }
    try self.init(
      columns: heading.fields, rows: table.rows.dropFirst().map(\.fields), lists: lists ?? others, covariates: names,
      isCut: lists != nil && names != nil, allowingRounded: allowingRounded, requiringValues: requiringValues,
      lines: table.rows.dropFirst().map(\.line))
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

/// Which columns of a table hold the lists, the covariates and the counts.
private struct ColumnPlaces {
  let counts: Int
  let lists: [Int]
  let covariates: [Int]

  init(_ columns: [String], lists names: [String], covariates wanted: [String]?) throws(CaptureHistoryError) {
    guard let counts = columns.lastIndex(where: { CaptureHistories.countNames.contains($0.lowercased()) }) else {
      throw columns.isEmpty ? .emptyFile : .noCountColumn
    }
    var lists: [Int] = []
    for name in names {
      guard let column = columns.firstIndex(of: name) else { throw .unknownListName(name) }
      lists.append(column)
    }
    let others = columns.indices.filter { $0 != counts && !lists.contains($0) }
    for name in wanted ?? [] where !columns.contains(name) {
      throw .unknownCovariate(name, among: columns.indices.filter { $0 != counts }.map { columns[$0] })
    }
    self.counts = counts
    self.lists = lists
    covariates = others.filter { wanted?.contains(columns[$0]) ?? true }
  }
}
