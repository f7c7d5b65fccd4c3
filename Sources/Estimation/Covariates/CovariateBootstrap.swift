/// Intervals for the persons in every stratum, by a parametric bootstrap of a covariate model.
///
/// N̂ persons are drawn over all cells, the unseen included, with the fitted probabilities; the unseen are hidden and
/// the model is fitted again (Cruyff, van Dijk & van der Heijden 2017). Assumes that the model is right: unlike a
/// bootstrap with reselection it does not carry the uncertainty of having chosen it.
public struct CovariateBootstrap: Equatable, Sendable {
  public let fit: CovariateFit
  /// Totals of the replicates that have an estimate.
  public let totals: [Double]
  /// For each part of the breakdown, its replicates, in the order of `fit.breakdown`.
  public let parts: [[Double]]
  /// Replicates without an estimate.
  public let failed: Int

  public func interval(level: Double) -> EstimateInterval { Self.interval(totals, level) }

  /// The intervals of the parts, in the order of `fit.breakdown`.
  public func partIntervals(level: Double) -> [EstimateInterval] { parts.map { Self.interval($0, level) } }

  private static func interval(_ values: [Double], _ level: Double) -> EstimateInterval {
    let sorted = values.sorted()
    return EstimateInterval(
      kind: .percentile, level: level, lower: sampleQuantile(sorted, 0.5 - level / 2),
      upper: sampleQuantile(sorted, 0.5 + level / 2))
  }
}

extension CovariateModel {
  /// Bootstraps the model on a table without missing covariates; the same for any number of threads.
  ///
  /// - Returns: nil when covariates are missing in the table: what is missing would have to be drawn too.
  /// - Throws: `LoglinearError` when the model has no fit on the data.
  public func parametricBootstrap(
    on table: CovariateTable, replicates: Int, seed: UInt64, threads: Int = 1
  ) async throws(LoglinearError) -> CovariateBootstrap? {
    guard !CompleteCells(table).hasMissing else { return nil }
    let fit = try fitted(to: table)
    let cells = table.strata.flatMap { levels in
      (0..<(UInt32(1) << UInt32(table.lists.count))).map { (history: $0, levels: levels) }
    }
    let means = try cellMeans(cells, table)
    let persons = Int(fit.estimate.rounded())
    let draws = await mapConcurrently(Array(0..<max(1, replicates)), threads: threads) { index -> CovariateFit? in
      var generator = ReplicateGenerator(seed: seed, replicate: index)
      var counts = [Int](repeating: 0, count: means.count)
      Multinomial.draw(persons, weights: means, using: &generator, into: &counts)
      let rows = zip(cells, counts).compactMap { cell, count in
        cell.history == 0
          ? nil : CovariateTable.Row(history: cell.history, values: cell.levels.map(Optional.some), count: count)
      }
      return try? fitted(to: table.replacing(rows: rows))
    }
    let fits = draws.compactMap { $0 }
    return CovariateBootstrap(
      fit: fit, totals: fits.map(\.estimate),
      parts: fit.breakdown.indices.map { part in fits.map { $0.breakdown[part].estimate } },
      failed: draws.count - fits.count)
  }

  private func cellMeans(
    _ cells: [(history: UInt32, levels: [Int])], _ table: CovariateTable
  ) throws(LoglinearError) -> [Double] {
    let complete = CompleteCells(table)
    let counts = complete.complete(table.rows, means: [Double](repeating: 1, count: complete.seen.count))
    let design = complete.seen.map { row($0.history, $0.levels, in: table) }
    do {
      let coefficients = try PoissonRegression(design: design, counts: counts).coefficients
      return cells.map { cell in
        exp(zip(row(cell.history, cell.levels, in: table), coefficients).reduce(0) { $0 + $1.0 * $1.1 })
      }
    } catch {
      throw error == .noMaximum ? .noMaximum(model: formula) : .notIdentifiable(model: formula)
    }
  }
}

extension CovariateTable {
  /// The same lists and covariates with other counts.
  fileprivate func replacing(rows: [Row]) -> CovariateTable {
    CovariateTable(lists: lists, covariates: covariates, rows: rows)
  }

  private init(lists: [String], covariates: [Covariate], rows: [Row]) {
    self.lists = lists
    self.covariates = covariates
    self.rows = rows
  }
}
