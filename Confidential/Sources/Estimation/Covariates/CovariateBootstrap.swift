import Model

/// Intervals for the persons in every stratum, by a parametric bootstrap of a covariate model.
///
/// N̂ persons are drawn over all cells, the unseen included, with the fitted probabilities; the unseen are hidden and
/// the model is fitted again (Cruyff, van Dijk & van der Heijden 2017). Covariates that are missing in the data are
/// hidden again too, for the same share of the persons with a history. Assumes that the model is right: unlike a
/// bootstrap with reselection it does not carry the uncertainty of having chosen it.
///
/// What a replicate says of a part is how far its estimate is from the persons that were drawn there:
///
///     N̂ₛ + (N̂ₛ* − Nₛ*)
///
/// Of the total this is N̂*, for N* is N̂. Of a part it is not: a model need not give back how many persons were seen in
/// a combination of levels, and a replicate then has other persons there than the table. Quantiles of N̂ₛ* would be of
/// those. An interval holds its estimate and is never below the persons who are known to be in the part, see
/// `EstimateInterval.holding(_:notBelow:)`.
struct CovariateBootstrap: Equatable, Sendable {
  let fit: CovariateFit
  /// What the replicates that have an estimate say of the total.
  let totals: [Double]
  /// For each part of the breakdown, its replicates, in the order of `fit.breakdown`.
  let parts: [[Double]]
  /// For each combination of levels, its replicates, in the order of `fit.strata`.
  let strata: [[Double]]
  /// Replicates without an estimate.
  let failed: Int
  /// Persons on a list whose level is known, in the order of `fit.breakdown`.
  let knownInParts: [Int]
  /// Persons on a list of whom every covariate is known, in the order of `fit.strata`.
  let knownInStrata: [Int]

  func interval(level: Double) -> EstimateInterval { Self.interval(totals, level, fit.estimate, fit.observed) }

  /// The intervals of the parts, in the order of `fit.breakdown`.
  func partIntervals(level: Double) -> [EstimateInterval] {
    parts.indices.map { Self.interval(parts[$0], level, fit.breakdown[$0].estimate, knownInParts[$0]) }
  }

  /// The intervals of the combinations, in the order of `fit.strata`.
  func stratumIntervals(level: Double) -> [EstimateInterval] {
    strata.indices.map { Self.interval(strata[$0], level, fit.strata[$0].estimate, knownInStrata[$0]) }
  }

  private static func interval(
    _ values: [Double], _ level: Double, _ estimate: Double, _ known: Int
  ) -> EstimateInterval {
    let sorted = values.sorted()
    return EstimateInterval(
      kind: .percentile, level: level, lower: sampleQuantile(sorted, 0.5 - level / 2),
      upper: sampleQuantile(sorted, 0.5 + level / 2)
    ).holding(estimate, notBelow: known)
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
      let (drawn, persons) = draw.table(index, seed: seed)
      return (try? fitted(to: drawn, CompleteCells(drawn), start: fit.coefficients)).map { again in
        zip(again.strata, persons).map { $0.estimate - Double($1) }
      }
    }
    let errors = fits.compactMap { $0 }
    let members = table.members
    return CovariateBootstrap(
      fit: fit, totals: errors.map { fit.estimate + $0.reduce(0, +) },
      parts: zip(fit.breakdown, members).map { part, strata in
        errors.map { errors in part.estimate + strata.reduce(0) { $0 + errors[$1] } }
      },
      strata: fit.strata.indices.map { stratum in errors.map { fit.strata[stratum].estimate + $0[stratum] } },
      failed: fits.count - errors.count, knownInParts: table.knownInParts, knownInStrata: table.knownInStrata)
  }
}

extension CovariateTable {
  /// The combinations of levels with one level of a covariate, covariate by covariate and level by level.
  fileprivate var members: [[Int]] {
    let strata = strata
    return covariates.indices.flatMap { covariate in
      covariates[covariate].levels.indices.map { level in strata.indices.filter { strata[$0][covariate] == level } }
    }
  }

  fileprivate var knownInParts: [Int] {
    covariates.indices.flatMap { covariate in
      covariates[covariate].levels.indices.map { level in
        rows.reduce(0) { $0 + ($1.values[covariate] == level ? $1.count : 0) }
      }
    }
  }

  fileprivate var knownInStrata: [Int] {
    var known: [[Int?]: Int] = [:]
    for row in rows { known[row.values, default: 0] += row.count }
    return strata.map { known[$0.map(Optional.some)] ?? 0 }
  }
}

/// Draws tables from a fitted model.
private struct ReplicateDraw: Sendable {
  private let table: CovariateTable
  private let cells: [(history: UInt32, levels: [Int])]
  private let means: [Double]
  private let total: Int
  /// By history, which covariates are known and how many persons were seen so.
  private let patterns: [UInt32: [(known: [Bool], persons: Double)]]

  init(_ table: CovariateTable, _ complete: CompleteCells, _ fit: CovariateFit) {
    self.table = table
    cells = complete.seen + complete.unseen
    means = fit.means + fit.unseen
    total = Int(fit.estimate.rounded())
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

  /// What is seen of the persons drawn, and how many there are of every combination of levels, seen or not.
  func table(_ index: Int, seed: UInt64) -> (seen: CovariateTable, persons: [Int]) {
    var generator = ReplicateGenerator(seed: seed, replicate: index)
    var counts = [Int](repeating: 0, count: means.count)
    Multinomial.draw(total, weights: means, using: &generator, into: &counts)
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
    return (table.replacing(rows: rows), persons(counts))
  }

  private func persons(_ counts: [Int]) -> [Int] {
    // The cells of every history, none included, are the combinations in the same order.
    var persons = [Int](repeating: 0, count: cells.count { $0.history == 0 })
    for (index, count) in counts.enumerated() { persons[index % persons.count] += count }
    return persons
  }
}
