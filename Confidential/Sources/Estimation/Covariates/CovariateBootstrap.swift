import Model

/// Intervals for the persons in every stratum, by a parametric bootstrap of a covariate model.
///
/// N̂ persons are drawn over all cells, the unseen included, with the fitted probabilities; the unseen are hidden and
/// the model is fitted again (Cruyff, van Dijk & van der Heijden 2017). Covariates that are missing in the data are
/// hidden again too, for the same share of the persons with a history. Assumes that the model is right: unlike a
/// bootstrap with reselection it does not carry the uncertainty of having chosen it.
struct CovariateBootstrap: Equatable, Sendable {
  let fit: CovariateFit
  /// Totals of the replicates that have an estimate.
  let totals: [Double]
  /// For each part of the breakdown, its replicates, in the order of `fit.breakdown`.
  let parts: [[Double]]
  /// For each combination of levels, its replicates, in the order of `fit.strata`.
  let strata: [[Double]]
  /// Replicates without an estimate.
  let failed: Int

  func interval(level: Double) -> EstimateInterval { Self.interval(totals, level) }

  /// The intervals of the parts, in the order of `fit.breakdown`.
  func partIntervals(level: Double) -> [EstimateInterval] { parts.map { Self.interval($0, level) } }

  /// The intervals of the combinations, in the order of `fit.strata`.
  func stratumIntervals(level: Double) -> [EstimateInterval] { strata.map { Self.interval($0, level) } }

  private static func interval(_ values: [Double], _ level: Double) -> EstimateInterval {
    let sorted = values.sorted()
    return EstimateInterval(
      kind: .percentile, level: level, lower: sampleQuantile(sorted, 0.5 - level / 2),
      upper: sampleQuantile(sorted, 0.5 + level / 2))
  }
}

extension CovariateModel {
  /// Bootstraps the model; the same for any number of threads.
  ///
  /// - Parameter progress: Hears how many replicates are done.
  /// - Throws: `LoglinearError` when the model has no fit on the data.
  func parametricBootstrap(
    on table: CovariateTable, replicates: Int, seed: UInt64, threads: Int = 1, progress: ProgressSink? = nil
  ) async throws(LoglinearError) -> CovariateBootstrap {
    let cells = CompleteCells(table)
    let fit = try fitted(to: table, cells)
    let draw = ReplicateDraw(table, cells, fit)
    let fits = await mapConcurrently(Array(0..<max(1, replicates)), threads: threads, progress: progress) { index in
      let drawn = draw.table(index, seed: seed)
      return (try? fitted(to: drawn, CompleteCells(drawn), start: fit.coefficients)).map(Replicate.init)
    }
    let kept = fits.compactMap { $0 }
    return CovariateBootstrap(
      fit: fit, totals: kept.map(\.total),
      parts: fit.breakdown.indices.map { part in kept.map { $0.parts[part] } },
      strata: fit.strata.indices.map { stratum in kept.map { $0.strata[stratum] } }, failed: fits.count - kept.count)
  }
}

/// What is kept of a replicate.
private struct Replicate: Sendable {
  var total: Double
  var parts, strata: [Double]

  init(_ fit: CovariateFit) {
    total = fit.estimate
    parts = fit.breakdown.map(\.estimate)
    strata = fit.strata.map(\.estimate)
  }
}

/// Draws tables from a fitted model.
private struct ReplicateDraw: Sendable {
  private let table: CovariateTable
  private let cells: [(history: UInt32, levels: [Int])]
  private let means: [Double]
  private let persons: Int
  /// By history, which covariates are known and how many persons were seen so.
  private let patterns: [UInt32: [(known: [Bool], persons: Double)]]

  init(_ table: CovariateTable, _ complete: CompleteCells, _ fit: CovariateFit) {
    self.table = table
    cells = complete.seen + complete.unseen
    means = fit.means + fit.unseen
    persons = Int(fit.estimate.rounded())
    var patterns: [UInt32: [(known: [Bool], persons: Double)]] = [:]
    for row in table.rows {
      let known = row.values.map { $0 != nil }
      var list = patterns[row.history] ?? []
      if let place = list.firstIndex(where: { $0.known == known }) {
        list[place].persons += Double(row.count)
      } else {
        list.append((known, Double(row.count)))
      }
      patterns[row.history] = list
    }
    self.patterns = patterns
  }

  func table(_ index: Int, seed: UInt64) -> CovariateTable {
    var generator = ReplicateGenerator(seed: seed, replicate: index)
    var counts = [Int](repeating: 0, count: means.count)
    Multinomial.draw(persons, weights: means, using: &generator, into: &counts)
    var rows: [CovariateTable.Row] = []
    for (cell, count) in zip(cells, counts) where cell.history != 0 && count > 0 {
      let ways = patterns[cell.history] ?? [(cell.levels.map { _ in true }, 1)]
      var parts = [Int](repeating: 0, count: ways.count)
      Multinomial.draw(count, weights: ways.map(\.persons), using: &generator, into: &parts)
      for (way, part) in zip(ways, parts) where part > 0 {
        let values = zip(cell.levels, way.known).map { $1 ? Optional($0) : nil }
        rows.append(CovariateTable.Row(history: cell.history, values: values, count: part))
      }
    }
    return table.replacing(rows: rows)
  }
}
