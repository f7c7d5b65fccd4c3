/// A covariate model fitted to a table.
public struct CovariateFit: Equatable, Sendable {
  public let model: CovariateModel
  public let observed: Int
  /// Observed persons plus Σ exp(linear predictor) of the unknown row of every stratum.
  public let estimate: Double
  /// Persons in all, by covariate and level: the parts of each covariate add up to the total.
  public let breakdown: [Part]
  /// Persons in all, by combination of levels, the last covariate changing fastest: they add up to the total.
  public let strata: [Stratum]
  /// The Poisson log-likelihood; where covariates are missing, Σ n log(share of the cells a row may belong to), which
  /// differs from it by a constant for the table.
  public let logLikelihood: Double
  public let parameters: Int
  /// Steps of the EM algorithm; one when nothing is missing.
  public let iterations: Int
  let coefficients: [Double]
  /// Of the cells that can be seen, history by history.
  let means: [Double]
  /// Of the unknown row of each stratum.
  let unseen: [Double]

  public var aic: Double { 2 * Double(parameters) - 2 * logLikelihood }
  /// With n persons.
  public var bic: Double { Double(parameters) * log(Double(observed)) - 2 * logLikelihood }

  /// The total of the persons with one level of a covariate.
  public struct Part: Equatable, Sendable {
    public let covariate: String
    public let level: String
    /// Persons on a list; where the covariate is missing, as the model spreads them.
    public let observed: Double
    public let estimate: Double
  }

  /// The total of the persons alike in every covariate.
  public struct Stratum: Equatable, Sendable {
    /// In the order of the covariates.
    public let levels: [String]
    public let observed: Double
    public let estimate: Double
  }
}

extension CovariateModel {
  /// Fits the model by maximum likelihood, by EM where covariates are missing (van der Heijden et al. 2012).
  ///
  /// The E-step spreads each incomplete count over the complete cells it may belong to, in proportion to their means;
  /// the M-step fits the model to the complete cells. Assumes that a covariate is missing because of the lists a person
  /// is on and not because of its value, and what the model assumes. Stops when no mean changes by more than 1e-11
  /// relatively (of a mean below 1e-9, by 1e-20), or after 20,000 steps: EM gains a fixed share of what is left with each
  /// step, and a step of 1e-11 leaves the nine digits in which other software agrees. A term without anybody has its parameter at minus infinity, as in models of lists alone.
  ///
  /// - Throws: `LoglinearError`.
  func fitted(to table: CovariateTable) throws(LoglinearError) -> CovariateFit {
    try fitted(to: table, CompleteCells(table))
  }

  /// - Parameters:
  ///   - cells: Those of the table.
  ///   - start: Coefficients to start from.
  func fitted(
    to table: CovariateTable, _ cells: CompleteCells, start: [Double]? = nil
  ) throws(LoglinearError) -> CovariateFit {
    let design = CovariateDesign(self, table)
    let rows = design.rows(cells.seen)
    // A start at the boundary says nothing of where incomplete counts belong.
    let begin = start.flatMap { $0.allSatisfy(\.isFinite) ? rows.means($0) : nil }
    var counts = cells.complete(table.rows, means: begin ?? [Double](repeating: 1, count: cells.seen.count))
    var fit = try regression(rows, counts, start)
    var iterations = 1
    while cells.hasMissing, iterations < 20_000 {
      counts = cells.complete(table.rows, means: fit.means)
      let next = try regression(rows, counts, fit.coefficients)
      iterations += 1
      let change = zip(fit.means, next.means).map { abs($0 - $1) / max($1, 1e-9) }.max() ?? 0
      fit = next
      if change < 1e-11 { break }
    }
    return summary(fit, cells, table, design, iterations)
  }

  private func regression(
    _ rows: SparseRows, _ counts: [Double], _ start: [Double]?
  ) throws(LoglinearError) -> SparseRegression {
    do {
      return try SparseRegression(rows, counts: counts, start: start)
    } catch {
      throw error == .noMaximum ? .noMaximum(model: formula) : .notIdentifiable(model: formula)
    }
  }

  private func summary(
    _ fit: SparseRegression, _ cells: CompleteCells, _ table: CovariateTable, _ design: CovariateDesign,
    _ iterations: Int
  ) -> CovariateFit {
    let counts = cells.complete(table.rows, means: fit.means)
    let unseen = design.rows(cells.unseen).means(fit.coefficients)
    var observed = [Double](repeating: 0, count: unseen.count)
    for (index, count) in counts.enumerated() { observed[index % unseen.count] += count }
    var parts = table.covariates.map { covariate in covariate.levels.map { _ in (observed: 0.0, estimate: 0.0) } }
    for (index, cell) in cells.unseen.enumerated() {
      for (covariate, level) in cell.levels.enumerated() {
        parts[covariate][level].observed += observed[index]
        parts[covariate][level].estimate += observed[index] + unseen[index]
      }
    }
    return CovariateFit(
      model: self, observed: table.observed, estimate: Double(table.observed) + unseen.reduce(0, +),
      breakdown: zip(table.covariates, parts).flatMap { covariate, sums in
        zip(covariate.levels, sums).map {
          .init(covariate: covariate.name, level: $0, observed: $1.observed, estimate: $1.estimate)
        }
      },
      strata: cells.unseen.enumerated().map { index, cell in
        .init(
          levels: zip(table.covariates, cell.levels).map { $0.levels[$1] }, observed: observed[index],
          estimate: observed[index] + unseen[index])
      },
      logLikelihood: cells.hasMissing
        ? cells.logLikelihood(table.rows, means: fit.means) : fit.logLikelihood,
      parameters: design.width, iterations: iterations, coefficients: fit.coefficients, means: fit.means,
      unseen: unseen)
  }
}
