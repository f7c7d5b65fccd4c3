import Estimation
public import Model

/// What the published numbers of a table say of how sure they are.
///
/// A function of the published cells and of what was asked for, and of nothing else: a cell that is hidden, rounded or
/// perturbed has no limits and is in no test, in no share and in no rate, and two tables that are published alike have
/// the same statistics whatever was counted. So they tell an intruder nothing that the cells do not.
public struct TableStatistics: Equatable, Sendable {
  /// How many of a hundred intervals hold what they are about.
  public static let percent = 95

  /// Between which numbers; counts with one decimal, shares in per cent, rounded outwards.
  public struct Limits: Equatable, Sendable {
    public let lower: Quantity
    public let upper: Quantity
  }

  /// A share of those of whom it is known, and what it is whatever the unknown are; in per cent.
  public struct Known: Equatable, Sendable {
    public let share: Quantity
    public let bounds: Limits
  }

  /// A unit beside what its size leads to expect.
  public struct Unit: Equatable, Sendable {
    public let row: Int
    public let count: Int
    public let size: Int
    public let expected: Quantity
    public let inner: ClosedRange<Int>
    public let outer: ClosedRange<Int>
    /// How far out it lies by chance alone; below zero when it is low.
    public let place: Int
    /// The same with limits as much wider as units vary.
    public let dispersedPlace: Int
  }

  /// The units of one column.
  public struct Funnel: Equatable, Sendable {
    public let column: Int
    public let units: [Unit]
    /// How many times more units vary than by chance.
    public let dispersion: Double
  }

  public let asked: FigureStatistics
  /// By row and column; nil where there are none.
  public let limits: [[Limits?]]
  /// By row and column; nil where there is none.
  public let known: [[Known?]]
  public let funnels: [Funnel]
  /// Changes that were tested, and whether they are clear.
  public let changes: [OpenChange: Bool]

  /// Changes that were tested and are not clear.
  var open: Set<OpenChange> { Set(changes.filter { !$0.value }.keys) }

  /// Whether two counts that are shown differ by more than chance, by the test of a single row: two-sided, at one in twenty,
  /// given their sum. Equal counts do not.
  ///
  /// Assumes that people come into view independently. Above 100,000 together the counts are taken to be normal, which
  /// tells no other word.
  public static func isClear(from first: Int, to second: Int) -> Bool {
    guard first != second else { return false }
    let (all, overflow) = first.addingReportingOverflow(second)
    guard !overflow, all <= 100_000 else {
      let difference = Double(second) - Double(first)
      // The square of the standard normal at 97.5 per cent.
      return difference * difference >= 3.841_458_820_694_124 * (Double(first) + Double(second))
    }
    return YearChange(from: first, to: second).probability < 1 - Double(percent) / 100
  }

  init(of shape: TableShape, _ cells: [[Cell]]) {
    let counts = ExactCounts(shape, cells)
    asked = shape.statistics
    limits = counts.limits(shape.statistics.interval)
    known = counts.known(shape.statistics.unknown)
    funnels = counts.funnels(shape.statistics.funnel)
    changes = counts.changes(shape.statistics.change)
  }
}

/// The counts of a table that are published as they are.
private struct ExactCounts {
  let shape: TableShape
  /// By row and column; nil for anything but a whole number that stands there exactly.
  let counts: [[Int?]]
  /// Rows that count, no totals and no means.
  let parts: [Int]
  /// The row that is the total of the others, if there is one.
  let total: Int?

  init(_ shape: TableShape, _ cells: [[Cell]]) {
    self.shape = shape
    counts = zip(shape.rows, cells).map { row, cells in
      cells.map { row.isSummary || row.unit == .perCent ? nil : Self.count($0.value) }
    }
    let counted = shape.rows.indices.filter { !shape.rows[$0].isSummary }
    parts = counted.filter { !shape.rows[$0].isTotal }
    let totals = counted.filter { shape.rows[$0].isTotal }
    total = totals.count == 1 ? totals[0] : nil
  }

  private static func count(_ value: CellValue) -> Int? {
    switch value {
    case .exact(let quantity), .revised(let quantity, _): quantity.denominator == 1 ? quantity.numerator : nil
    case .rounded, .provisional, .estimate, .estimateWithoutInterval, .suppressed, .notShown, .notAsked, .notDelivered,
      .notRecorded, .notApplicable, .notDerivable, .notEstimable, .undefined:
      nil
    }
  }

  private static let level = Double(TableStatistics.percent) / 100

  // MARK: Limits

  func limits(_ interval: FigureStatistics.Interval?) -> [[TableStatistics.Limits?]] {
    shape.rows.indices.map { row in
      shape.columns.indices.map { column in
        guard let count = counts[row][column] else { return nil }
        switch interval {
        case nil: return nil
        case .poisson:
          let limits = CountInterval.exact(count, level: Self.level)
          return Self.outwards(limits.lower, limits.upper)
        case .wilson:
          guard row != total, let total, let all = counts[total][column], all > 0, count <= all else { return nil }
          let limits = ShareInterval.wilson(count, of: all, level: Self.level)
          return Self.outwards(100 * limits.lower, 100 * limits.upper)
        }
      }
    }
  }

  private static func outwards(_ lower: Double, _ upper: Double) -> TableStatistics.Limits {
    let tenths = { (value: Double) in Quantity(numerator: Int(value), denominator: 10, decimals: 1) }
    // What is whole but for rounding of the machine stays what it is.
    return .init(
      lower: tenths((10 * lower + 1e-9).rounded(.down)), upper: tenths((10 * upper - 1e-9).rounded(.up)))
  }

  // MARK: Unknown values

  func known(_ unknown: [String]) -> [[TableStatistics.Known?]] {
    let columns = shape.columns.indices.map { column in unknown.isEmpty ? nil : known(unknown, in: column) }
    return shape.rows.indices.map { row in columns.map { $0?[row] } }
  }

  /// Nil unless all parts are published and come to their total, where there is one: answers may overlap.
  private func known(_ unknown: [String], in column: Int) -> [Int: TableStatistics.Known]? {
    let values = parts.compactMap { counts[$0][column] }
    guard values.count == parts.count, total.map({ counts[$0][column] == values.reduce(0, +) }) ?? true else {
      return nil
    }
    let isUnknown = { (row: Int) in unknown.contains(shape.rows[row].key) }
    let rows = zip(parts, values)
    let missing = rows.reduce(0) { $0 + (isUnknown($1.0) ? $1.1 : 0) }
    let known = values.reduce(0, +) - missing
    guard known > 0, parts.contains(where: isUnknown) else { return nil }
    var shares: [Int: TableStatistics.Known] = [:]
    for (row, count) in rows where !isUnknown(row) {
      let share = UnknownShare(count: count, known: known, unknown: missing)
      shares[row] = .init(
        share: Quantity(numerator: 100 * count, denominator: known, decimals: 1),
        bounds: Self.outwards(100 * share.bounds.lower, 100 * share.bounds.upper))
    }
    return shares
  }

  // MARK: Changes

  /// Every two years of a panel, over the rows of which both are published; the family is that of the rows.
  func changes(_ change: FigureStatistics.Change?) -> [OpenChange: Bool] {
    guard let change else { return [:] }
    var tested: [OpenChange: Bool] = [:]
    for (from, to) in shape.yearPairs {
      let rows = shape.rows.indices.filter { counts[$0][from] != nil && counts[$0][to] != nil }
      let raw = rows.map { YearChange(from: counts[$0][from] ?? 0, to: counts[$0][to] ?? 0).probability }
      let adjusted = change == .holm ? MultipleComparisons.holm(raw) : MultipleComparisons.benjaminiHochberg(raw)
      for (row, probability) in zip(rows, adjusted) where counts[row][from] != counts[row][to] {
        tested[OpenChange(row: row, from: from, to: to)] = probability < 1 - Self.level
      }
    }
    return tested
  }

  // MARK: Funnels

  /// A column takes part with two units or more and somebody in it; the rate is that of the units whose number is shown.
  func funnels(_ funnel: FigureStatistics.Funnel?) -> [TableStatistics.Funnel] {
    guard let funnel else { return [] }
    return shape.columns.indices.compactMap { column in
      let rows = parts.filter { counts[$0][column] != nil && (funnel.sizes[shape.rows[$0].key] ?? 0) > 0 }
      let values = rows.map { counts[$0][column] ?? 0 }
      let sizes = rows.map { funnel.sizes[shape.rows[$0].key] ?? 0 }
      guard rows.count > 1, values.reduce(0, +) > 0 else { return nil }
      let rate = Double(values.reduce(0, +)) / Double(sizes.reduce(0, +))
      let expected = sizes.map { rate * Double($0) }
      let dispersion = FunnelLimits.dispersion(counts: values, expected: expected)
      return .init(
        column: column,
        units: rows.indices.map {
          Self.unit(rows[$0], values[$0], sizes[$0], expected: expected[$0], dispersion: dispersion)
        }, dispersion: dispersion)
    }
  }

  private static func unit(
    _ row: Int, _ count: Int, _ size: Int, expected: Double, dispersion: Double
  ) -> TableStatistics.Unit {
    let limits = FunnelLimits.steps.map { FunnelLimits.poisson(expected: expected, level: $0) }
    let places = FunnelLimits.places(of: count, expected: expected, dispersion: dispersion)
    return .init(
      row: row, count: count, size: size,
      expected: Quantity(numerator: Int((10 * expected).rounded()), denominator: 10, decimals: 1),
      inner: limits[0].lower...limits[0].upper, outer: limits[1].lower...limits[1].upper, place: places.chance,
      dispersedPlace: places.dispersed)
  }
}
