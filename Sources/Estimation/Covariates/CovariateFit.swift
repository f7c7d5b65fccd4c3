/// A covariate model fitted to a table.
public struct CovariateFit: Equatable, Sendable {
  public let model: CovariateModel
  public let observed: Int
  /// Observed persons plus Σ exp(linear predictor) of the unknown row of every stratum.
  public let estimate: Double
  /// Persons in all, by covariate and level: the parts of each covariate add up to the total.
  public let breakdown: [Part]
  /// The Poisson log-likelihood; where covariates are missing, Σ n log(share of the cells a row may belong to), which
  /// differs from it by a constant for the table.
  public let logLikelihood: Double
  public let parameters: Int
  /// Steps of the EM algorithm; one when nothing is missing.
  public let iterations: Int

  public var aic: Double { 2 * Double(parameters) - 2 * logLikelihood }
  /// With n persons.
  public var bic: Double { Double(parameters) * log(Double(observed)) - 2 * logLikelihood }

  public struct Part: Equatable, Sendable {
    public let covariate: String
    public let level: String
    public let estimate: Double
  }
}

extension CovariateModel {
  /// Fits the model by maximum likelihood, by EM where covariates are missing (van der Heijden et al. 2012).
  ///
  /// The E-step spreads each incomplete count over the complete cells it may belong to, in proportion to their means;
  /// the M-step fits the model to the complete cells. Assumes that a covariate is missing because of the lists a person
  /// is on and not because of its value, and what the model assumes. Stops when no mean changes by more than 1e-11
  /// relatively.
  ///
  /// - Throws: `LoglinearError`.
  public func fitted(to table: CovariateTable) throws(LoglinearError) -> CovariateFit {
    let cells = CompleteCells(table)
    let design = cells.seen.map { row($0.history, $0.levels, in: table) }
    var counts = cells.complete(table.rows, means: [Double](repeating: 1, count: cells.seen.count))
    var fit = try regression(design, counts)
    var iterations = 1
    while cells.hasMissing, iterations < 20_000 {
      counts = cells.complete(table.rows, means: fit.means)
      let next = try regression(design, counts)
      iterations += 1
      let change = zip(fit.means, next.means).map { abs($0 - $1) / max($1, 1e-9) }.max() ?? 0
      fit = next
      if change < 1e-11 { break }
    }
    return summary(fit, cells, table, iterations)
  }

  private func regression(_ design: [[Double]], _ counts: [Double]) throws(LoglinearError) -> PoissonRegression {
    do {
      return try PoissonRegression(design: design, counts: counts)
    } catch {
      throw error == .noMaximum ? .noMaximum(model: formula) : .notIdentifiable(model: formula)
    }
  }

  private func summary(
    _ fit: PoissonRegression, _ cells: CompleteCells, _ table: CovariateTable, _ iterations: Int
  ) -> CovariateFit {
    let counts = cells.complete(table.rows, means: fit.means)
    var parts = table.covariates.map { [Double](repeating: 0, count: $0.levels.count) }
    var total = 0.0
    let unseen = table.strata.map { levels in
      let x = row(0, levels, in: table)
      return (levels, exp(zip(x, fit.coefficients).reduce(0) { $0 + $1.0 * $1.1 }))
    }
    let seen = zip(cells.seen, counts).map { ($0.levels, $1) }
    for (levels, persons) in seen + unseen {
      total += persons
      for (covariate, level) in levels.enumerated() { parts[covariate][level] += persons }
    }
    var logLikelihood = fit.logLikelihood
    if cells.hasMissing {
      let all = fit.means.reduce(0, +)
      logLikelihood = table.rows.reduce(0) { sum, row in
        let mean = cells.matching(row).reduce(0) { $0 + fit.means[$1] }
        return row.count > 0 ? sum + Double(row.count) * log(mean / all) : sum
      }
    }
    return CovariateFit(
      model: self, observed: table.observed, estimate: total,
      breakdown: zip(table.covariates, parts).flatMap { covariate, sums in
        zip(covariate.levels, sums).map { .init(covariate: covariate.name, level: $0, estimate: $1) }
      },
      logLikelihood: logLikelihood, parameters: fit.coefficients.count, iterations: iterations)
  }
}

/// The cells of a table in which every covariate is known.
struct CompleteCells: Sendable {
  let seen: [(history: UInt32, levels: [Int])]
  let hasMissing: Bool
  private let strata: [[Int]]

  init(_ table: CovariateTable) {
    strata = table.strata
    let histories = (1..<(UInt32(1) << UInt32(table.lists.count))).sorted(by: canonicallyPrecedes)
    let levels = strata
    seen = histories.flatMap { history in levels.map { (history, $0) } }
    positions = Dictionary(uniqueKeysWithValues: histories.enumerated().map { ($1, $0 * levels.count) })
    hasMissing = table.rows.contains { $0.values.contains(nil) }
  }

  private let positions: [UInt32: Int]

  /// The complete cells to which a row may belong.
  func matching(_ row: CovariateTable.Row) -> [Int] {
    guard let start = positions[row.history] else { return [] }
    return strata.indices.filter { index in
      zip(row.values, strata[index]).allSatisfy { $0 == nil || $0 == $1 }
    }
    .map { start + $0 }
  }

  /// Counts of the complete cells: rows with missing values in proportion to the means.
  func complete(_ rows: [CovariateTable.Row], means: [Double]) -> [Double] {
    var counts = [Double](repeating: 0, count: seen.count)
    for row in rows {
      let cells = matching(row)
      let total = cells.reduce(0) { $0 + means[$1] }
      for cell in cells { counts[cell] += Double(row.count) * means[cell] / total }
    }
    return counts
  }
}
