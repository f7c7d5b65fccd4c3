/// How a replicate that equals the estimate counts in the bias correction.
enum TieRule: String, CaseIterable, Sendable {
  /// One half below.
  case midRank = "mid-rank"
  /// Not below, as other software counts it; for comparison only.
  case notBelow = "not-below"
}

/// The bias-corrected and accelerated percentile interval (Efron 1987).
///
///     z0 = Φ⁻¹(share of replicates below the estimate)
///     a  = Σ N_w d_w³ / (6 (Σ N_w d_w²)^1.5),  d_w = T̄ − T_w,  T̄ = Σ N_w T_w / n
///     limit at x = quantile of the replicates at Φ(z0 + (z0 + z_x) / (1 − a (z0 + z_x)))
///
/// T_w is the estimate without one of the persons with history w. Ties between a replicate and the estimate, within
/// 1e-9, count for one half: which side of the estimate rounding puts them must not move the limits.
struct BiasCorrection: Equatable, Sendable {
  let bias: Double
  let acceleration: Double

  init(
    estimate: Double, replicates: [Double], jackknife: [(weight: Double, estimate: Double)], ties: TieRule = .midRank
  ) {
    var below = 0.0
    for replicate in replicates {
      if abs(replicate - estimate) <= 1e-9 * estimate {
        below += ties == .midRank ? 0.5 : 0
      } else if replicate < estimate {
        below += 1
      }
    }
    bias = NormalDistribution.quantile(below / Double(replicates.count))
    let total = jackknife.reduce(0) { $0 + $1.weight }
    let mean = jackknife.reduce(0) { $0 + $1.weight * $1.estimate } / total
    var squares = 0.0
    var cubes = 0.0
    for point in jackknife {
      let d = mean - point.estimate
      squares += point.weight * d * d
      cubes += point.weight * d * d * d
    }
    acceleration = squares > 0 ? cubes / (6 * squares * squares.squareRoot()) : 0
  }

  /// The share of the replicates at which the limit for `share` lies.
  func adjusted(_ share: Double) -> Double {
    guard bias.isFinite else { return bias < 0 ? 0 : 1 }
    let z = bias + NormalDistribution.quantile(share)
    let stretched = z / (1 - acceleration * z)
    guard acceleration * z < 1 else { return z > 0 ? 1 : 0 }
    return NormalDistribution.cumulative(bias + stretched)
  }
}
