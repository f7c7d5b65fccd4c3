/// Log-linear models in which persons differ in their chance of being seen (Rivest & Baillargeon 2007).
///
/// With k the number of lists of a history, log m_w = a + (list effects) + h(k), where the list effects are b k when
/// all lists are equal (Mh) or the sum of b_j over its lists (Mth), and h is one of
///
/// | form    | columns of h                                    | chance of being seen, on the logit scale |
/// |---------|-------------------------------------------------|------------------------------------------|
/// | chao    | max(k − j + 1, 0) for j = 3 .. t, each >= 0      | any distribution: a lower bound          |
/// | poisson | c^k − 1, c = 2                                  | Poisson                                  |
/// | darroch | k² / 2                                          | normal (Darroch et al. 1993)             |
/// | gamma   | −log(c + k) + log(c), c = 3.5                   | gamma                                    |
///
/// The constants 2 and 3.5 are those of Rivest & Baillargeon, taken over by Rcapture. Assumes that lists are independent for each person. Chao's columns that come out negative are left out, the most
/// negative first, until none is.
struct HeterogeneityModel: Equatable, Sendable {
  enum Form: String, CaseIterable, Sendable {
    case none, chao, poisson, darroch, gamma
  }
  var form: Form
  /// Whether every list has an effect of its own (Mth) or all are equal (Mh).
  var hasListEffects: Bool

  init(form: Form, hasListEffects: Bool) {
    self.form = form
    self.hasListEffects = hasListEffects
  }

  /// `Mh Darroch`, as in the literature.
  var name: String {
    let base = hasListEffects ? "Mt" : "M"
    switch form {
    case .none: return hasListEffects ? "Mt" : "M0"
    case .chao: return base + "h Chao"
    case .poisson: return base + "h Poisson2"
    case .darroch: return base + "h Darroch"
    case .gamma: return base + "h Gamma3.5"
    }
  }

  /// The columns of h at k lists out of `lists`.
  fileprivate func heterogeneity(_ k: Int, lists: Int) -> [Double] {
    switch form {
    case .none: []
    case .chao: lists < 3 ? [] : (3...lists).map { Double(max(k - $0 + 1, 0)) }
    case .poisson: [power(2, Double(k)) - 1]
    case .darroch: [Double(k * k) / 2]
    case .gamma: [log(3.5) - log(3.5 + Double(k))]
    }
  }
}

/// A heterogeneity model fitted to a table.
struct HeterogeneityFit: Equatable, Sendable {
  let model: HeterogeneityModel
  let observed: Int
  let intercept: Double
  let interceptVariance: Double
  let logLikelihood: Double
  let deviance: Double
  let parameters: Int
  /// Chao's columns that were left out.
  let dropped: Int

  var estimate: Double { Double(observed) + exp(intercept) }
  /// sqrt(e^b + e^2b var b).
  var standardError: Double { (exp(intercept) + exp(2 * intercept) * interceptVariance).squareRoot() }
  var aic: Double { 2 * Double(parameters) - 2 * logLikelihood }
  var bic: Double { Double(parameters) * log(Double(observed)) - 2 * logLikelihood }

  /// n + exp(b ± z sd(b)).
  func logNormalInterval(level: Double) -> EstimateInterval {
    let z = NormalDistribution.quantile(0.5 + level / 2)
    let spread = exp(z * interceptVariance.squareRoot())
    return EstimateInterval(
      kind: .logNormal, level: level, lower: Double(observed) + exp(intercept) / spread,
      upper: Double(observed) + exp(intercept) * spread)
  }
}

extension HeterogeneityModel {
  /// Fits the model by maximum likelihood to all 2^t − 1 cells.
  ///
  /// - Throws: `LoglinearError` when there is no maximum or it is not unique.
  func fitted(to histories: CaptureHistories) throws(LoglinearError) -> HeterogeneityFit {
    let table = CountTable(histories)
    let lists = histories.lists.count
    // A column whose cells are all empty has its maximum at minus infinity: it is the first to be left out.
    let most = (1..<table.cells).filter { table.counts[$0] > 0 }.map(\.nonzeroBitCount).max() ?? 0
    var kept = Array(0..<heterogeneity(1, lists: lists).count)
    if form == .chao { kept.removeAll { $0 + 3 > most } }
    let all = heterogeneity(1, lists: lists).count
    while true {
      let design = (1..<table.cells).map { row($0, lists: lists, kept: kept) }
      let fit: PoissonRegression
      do {
        fit = try PoissonRegression(design: design, counts: Array(table.counts.dropFirst()))
      } catch {
        throw error == .noMaximum ? .noMaximum(model: name) : .notIdentifiable(model: name)
      }
      let first = fit.coefficients.count - kept.count
      let worst = kept.indices.min { fit.coefficients[first + $0] < fit.coefficients[first + $1] }
      if form == .chao, let worst, fit.coefficients[first + worst] < 0 {
        kept.remove(at: worst)
        continue
      }
      return HeterogeneityFit(
        model: self, observed: histories.observed, intercept: fit.coefficients[0],
        interceptVariance: fit.covariance[0][0], logLikelihood: fit.logLikelihood, deviance: fit.deviance,
        parameters: fit.coefficients.count, dropped: all - kept.count)
    }
  }

  private func row(_ cell: Int, lists: Int, kept: [Int]) -> [Double] {
    let k = cell.nonzeroBitCount
    let effects = hasListEffects ? (0..<lists).map { cell & (1 << $0) != 0 ? 1.0 : 0.0 } : [Double(k)]
    let columns = heterogeneity(k, lists: lists)
    return [1] + effects + kept.map { columns[$0] }
  }
}
