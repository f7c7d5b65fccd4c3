/// Chao's lower bound on the number of persons (Chao 1987).
///
///     N̂ = n + f1² / (2 f2)            and            N̂ = n + ((t − 1) / t) f1² / (2 f2)
///
/// with f_k the persons on exactly k of t lists. Assumes that, for each person, the lists are independent and equally
/// likely; persons may differ from each other in any way. Then the expectation of the bound is at most N; the second
/// form is that of a fixed number of lists. Positive dependence of lists makes it no bound any more, but still low.
struct ChaoBound: Equatable, Sendable {
  /// n + f1² / (2 f2); infinite when nobody is on exactly two lists.
  let classic: Double
  /// n + ((t − 1) / t) f1² / (2 f2).
  let corrected: Double
  /// Of the second form, with c = (t − 1) / t and r = f1 / f2: sqrt(f2 (c r²/2 + c² r³ + c² r⁴/4)) (Chao 1987).
  let standardError: Double
  let onOneList: Int
  let onTwoLists: Int
  let observed: Int

  /// n + T / C to n + T C, with T = `corrected` − n and C = exp(z sqrt(log(1 + se² / T²))) (Chao 1987): log-normal for
  /// the persons not seen, so that the lower limit is never below the persons seen.
  ///
  /// - Returns: From n to infinity when nobody is on exactly two lists, and n when nobody is on exactly one.
  func interval(level: Double) -> EstimateInterval {
    let n = Double(observed)
    let hidden = corrected - n
    guard hidden.isFinite else { return EstimateInterval(kind: .logNormal, level: level, lower: n, upper: .infinity) }
    guard hidden > 0 else { return EstimateInterval(kind: .logNormal, level: level, lower: n, upper: n) }
    let relative = standardError / hidden
    let spread = exp(NormalDistribution.quantile(0.5 + level / 2) * log1p(relative * relative).squareRoot())
    return EstimateInterval(kind: .logNormal, level: level, lower: n + hidden / spread, upper: n + hidden * spread)
  }
}

extension CaptureHistories {
  /// Chao's lower bound; infinite when nobody is on exactly two lists.
  var chaoBound: ChaoBound {
    let frequencies = capturesPerPerson
    let f1 = Double(frequencies[0])
    let f2 = Double(frequencies[1])
    let n = Double(observed)
    let share = Double(lists.count - 1) / Double(lists.count)
    let hidden = f1 == 0 ? 0 : f1 * f1 / (2 * f2)
    let ratio = f2 > 0 ? f1 / f2 : .infinity
    let variance =
      f2 * (share / 2 * ratio * ratio + share * share * power(ratio, 3) + share * share / 4 * power(ratio, 4))
    return ChaoBound(
      classic: n + hidden, corrected: n + share * hidden, standardError: variance.squareRoot(),
      onOneList: frequencies[0], onTwoLists: frequencies[1],
      observed: observed)
  }
}
