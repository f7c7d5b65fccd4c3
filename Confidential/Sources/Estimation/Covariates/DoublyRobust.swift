/// The number of persons from two lists that are independent given covariates (Das, Kennedy & Jewell 2024).
///
/// With q1, q2 and q12 the chances of list 1, list 2 and both given the covariates x and being observed, and psi the
/// chance of being observed at all,
///
///     1/psi = mean of (q1 q2 / q12) (Y1/q1 + Y2/q2 − Y1 Y2/q12),   N̂ = n / psi
///
/// which is right when either the models of the chances or their product is nearly right: its error is the product of
/// theirs. The chances are multinomial logits with the main effects of the covariates, fitted on the other folds.
/// Variance: n (var of the mean's terms + (1 − psi) / psi²).
public struct DoublyRobustEstimate: Equatable, Sendable {
  public let observed: Int
  public let estimate: Double
  public let standardError: Double
  public let seed: UInt64

  /// n + (N̂ − n) exp(± z se / (N̂ − n)): normal on the scale of log(N − n), which keeps the lower limit above the persons
  /// seen. An estimate at or below the persons seen counts as 1e-9 persons hidden, so that there is an interval at all.
  public func interval(level: Double) -> EstimateInterval {
    let n = Double(observed)
    let hidden = max(estimate - n, 1e-9)
    let spread = exp(NormalDistribution.quantile(0.5 + level / 2) * standardError / hidden)
    return EstimateInterval(kind: .logNormal, level: level, lower: n + hidden / spread, upper: n + hidden * spread)
  }
}

extension CovariateTable {
  /// The doubly robust estimate for two lists and known covariates.
  ///
  /// - Parameters:
  ///   - folds: In how many parts the persons are divided at random, at least two. Five is a convention: each model is
  ///     then fitted to four fifths of the persons.
  ///   - seed: Of the division; the estimate moves with it by less than its standard error.
  /// - Returns: nil unless there are two lists and no covariate is missing.
  /// - Throws: `LoglinearError` when the chances cannot be fitted.
  func doublyRobustEstimate(
    folds: Int = 5, seed: UInt64
  ) throws(LoglinearError) -> DoublyRobustEstimate? {
    guard lists.count == 2, !rows.contains(where: { $0.values.contains(nil) }) else { return nil }
    let parts = divided(into: max(2, folds), seed: seed)
    var sum = 0.0
    var squares = 0.0
    for held in parts.indices {
      let chances = try ListChances(self, parts.indices.filter { $0 != held }.map { parts[$0] })
      for (index, row) in rows.enumerated() where parts[held][index] > 0 {
        let value = chances.term(row)
        sum += Double(parts[held][index]) * value
        squares += Double(parts[held][index]) * value * value
      }
    }
    let n = Double(observed)
    let mean = sum / n
    let variance = squares / n - mean * mean
    return DoublyRobustEstimate(
      observed: observed, estimate: sum,
      standardError: (n * (variance + max(0, 1 - 1 / mean) * mean * mean)).squareRoot(), seed: seed)
  }

  /// The persons of each row, divided at random over folds: one array by row for each fold.
  private func divided(into folds: Int, seed: UInt64) -> [[Int]] {
    var parts = [[Int]](repeating: [Int](repeating: 0, count: rows.count), count: folds)
    var counts = [Int](repeating: 0, count: folds)
    let weights = [Double](repeating: 1, count: folds)
    for (index, row) in rows.enumerated() {
      var generator = ReplicateGenerator(seed: seed, replicate: index)
      Multinomial.draw(row.count, weights: weights, using: &generator, into: &counts)
      for fold in 0..<folds { parts[fold][index] = counts[fold] }
    }
    return parts
  }
}

/// The chances of the three ways of being observed, given covariates.
private struct ListChances {
  private let strata: [[Int]]
  /// By stratum, the means of histories 1, 2 and 3 given one person.
  private let shares: [[Double]]

  /// A multinomial logit, fitted as a Poisson regression with a parameter for the size of each stratum.
  init(_ table: CovariateTable, _ folds: [[Int]]) throws(LoglinearError) {
    var sizes: [[Int]: [Double]] = [:]
    for (index, row) in table.rows.enumerated() {
      let count = folds.reduce(0) { $0 + $1[index] }
      sizes[row.values.map { $0 ?? 0 }, default: [0, 0, 0]][Int(row.history) - 1] += Double(count)
    }
    let used = table.strata.filter { (sizes[$0] ?? []).reduce(0, +) > 0 }
    let columns = used.first.map { Self.covariateRow($0, table).count } ?? 0
    var design: [[Double]] = []
    var counts: [Double] = []
    for (position, levels) in used.enumerated() {
      let x = Self.covariateRow(levels, table)
      for outcome in 0..<3 {
        let stratum = used.indices.map { $0 == position ? 1.0 : 0 }
        let zero = [Double](repeating: 0, count: columns)
        design.append(stratum + (outcome == 1 ? x : zero) + (outcome == 2 ? x : zero))
        counts.append(sizes[levels]?[outcome] ?? 0)
      }
    }
    do {
      let fit = try PoissonRegression(design: design, counts: counts)
      let tail = Array(fit.coefficients.dropFirst(used.count))
      strata = table.strata
      shares = table.strata.map { levels in
        let x = Self.covariateRow(levels, table)
        let score = { (from: Int) in exp(x.indices.reduce(0) { $0 + x[$1] * tail[from + $1] }) }
        let weights = [1, score(0), score(columns)]
        let total = weights.reduce(0, +)
        return weights.map { $0 / total }
      }
    } catch {
      let name = "chances of the lists"
      throw error == .noMaximum ? .noMaximum(model: name) : .notIdentifiable(model: name)
    }
  }

  /// (q1 q2 / q12) (Y1/q1 + Y2/q2 − Y1 Y2/q12) for a person of this row.
  func term(_ row: CovariateTable.Row) -> Double {
    let levels = row.values.map { $0 ?? 0 }
    guard let index = strata.firstIndex(of: levels) else { return 0 }
    let both = shares[index][2]
    let first = shares[index][0] + both
    let second = shares[index][1] + both
    let onFirst = row.history & 1 != 0 ? 1.0 : 0
    let onSecond = row.history & 2 != 0 ? 1.0 : 0
    return first * second / both * (onFirst / first + onSecond / second - onFirst * onSecond / both)
  }

  /// A constant and an indicator for each level but the first.
  private static func covariateRow(_ levels: [Int], _ table: CovariateTable) -> [Double] {
    [1]
      + zip(levels, table.covariates).flatMap { level, covariate in
        (1..<max(1, covariate.levels.count)).map { $0 == level ? 1.0 : 0 }
      }
  }
}
