import Foundation

/// What releases cost, in zero-concentrated differential privacy (Bun & Steinke 2016).
///
/// A mechanism is ρ-zCDP when for neighbouring registers, which differ by all records of one person, and every α > 1 the Rényi
/// divergence of order α between what it gives is at most ρα. Budgets of releases add up (their lemma 1.7), whatever was chosen
/// after seeing earlier ones, and what is computed from a release alone costs nothing. Discrete Gaussian noise of variance σ²
/// on counts that one person changes by at most Δ in Euclidean length is Δ²/2σ²-zCDP (Canonne, Kamath & Steinke 2020).
package struct ZeroConcentratedBudget: Equatable, Sendable {
  /// ρ in millionths, so that sums are exact.
  package let millionths: Int

  /// - Precondition: above 0.
  package init(millionths: Int) {
    precondition(millionths > 0, "a budget is above nought")
    self.millionths = millionths
  }

  package var rho: Double { Double(millionths) / 1_000_000 }

  /// The ε of (ε, δ)-differential privacy by ε = ρ + 2√(ρ ln(1/δ)) (Bun & Steinke 2016, proposition 1.3).
  package func simpleEpsilon(delta: Double) -> Double { rho + 2 * (rho * Foundation.log(1 / delta)).squareRoot() }

  /// The smallest ε that holds for this δ, rounded up to hundredths:
  ///
  ///     ε = min over α > 1 of ρα + (ln(1/δ) + (α − 1) ln(1 − 1/α) − ln α) / (α − 1)
  ///
  /// (Canonne, Kamath & Steinke 2020, proposition 12, solved for ε.) A minimum that is missed is an ε that holds all the same.
  package func epsilon(delta: Double) -> Double {
    precondition(delta > 0 && delta < 1, "delta is a chance")
    func bound(_ excess: Double) -> Double {
      let alpha = 1 + excess
      return rho * alpha
        + (Foundation.log(1 / delta) + excess * Foundation.log(1 - 1 / alpha) - Foundation.log(alpha)) / excess
    }
    // The bound falls and then rises; α − 1 lies near √(ln(1/δ)/ρ).
    var (low, high) = (Foundation.log(1e-6), Foundation.log(1e9))
    for _ in 0..<200 {
      let (left, right) = (low + (high - low) / 3, high - (high - low) / 3)
      if bound(Foundation.exp(left)) < bound(Foundation.exp(right)) { high = right } else { low = left }
    }
    return max(0, (bound(Foundation.exp((low + high) / 2)) * 100).rounded(.up) / 100)
  }

  /// The noise on a part of a budget: σ² = Δ²/2ρ, rounded up to sixteenths.
  /// - Parameters:
  ///   - share: Of the budget, as parts of a whole.
  ///   - squaredSensitivity: Δ².
  /// - Returns: Nil where the noise would be larger than is drawn.
  package func noise(share: (parts: Int, whole: Int), squaredSensitivity: Int) -> DiscreteGaussian? {
    // 16 σ² = 8 · 10⁶ · Δ² · whole / (millionths · parts)
    let (numerator, denominator) = (8_000_000 * squaredSensitivity * share.whole, millionths * share.parts)
    let sixteenths = (numerator + denominator - 1) / denominator
    return sixteenths <= DiscreteGaussian.largestVariance ? DiscreteGaussian(sixteenths: sixteenths) : nil
  }
}
