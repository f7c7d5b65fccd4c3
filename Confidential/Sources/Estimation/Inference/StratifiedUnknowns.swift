/// A share over several strata in which some values are not known, imputed within each stratum.
///
/// Assumes that values are missing at random within a stratum, not over all: where strata differ both in the share and
/// in how much is unknown, imputing over all is biased. Each imputation draws the share of every stratum from its
/// posterior and the unknowns from the binomial; the whole is pooled by Rubin's rules (1987).
public struct StratifiedUnknowns: Equatable, Sendable {
  let strata: [UnknownShare]

  /// - Parameter strata: With at least one known value where values are unknown.
  public init(_ strata: [UnknownShare]) { self.strata = strata.filter { $0.known + $0.unknown > 0 } }

  /// Σ_s (k_s + u_s k_s / known_s) / Σ_s (known_s + u_s): the share of all with the unknowns of each stratum spread as its known values are.
  public var share: Double {
    let persons = strata.reduce(0.0) { sum, stratum in
      sum + Double(stratum.count)
        + (stratum.unknown > 0 && stratum.known > 0 ? Double(stratum.unknown) * stratum.ofKnown : 0)
    }
    return persons / all
  }

  /// - Parameters:
  ///   - times: Imputations, at least two.
  ///   - seed: Imputation i of stratum s is drawn from (seed, i, s) alone.
  public func imputed(times: Int, seed: UInt64) -> PooledEstimate {
    PooledEstimate(
      (0..<max(2, times)).map { index in
        var generator = ReplicateGenerator(seed: seed, replicate: index)
        let persons = strata.reduce(0) { sum, stratum in
          let chance = IncompleteBeta.quantile(
            generator.uniform(), Double(stratum.count) + 1, Double(stratum.known - stratum.count) + 1)
          return sum + stratum.count + Multinomial.binomial(stratum.unknown, chance, using: &generator)
        }
        let p = Double(persons) / all
        return (p, p * (1 - p) / all)
      })
  }

  private var all: Double { Double(strata.reduce(0) { $0 + $1.known + $1.unknown }) }
}
