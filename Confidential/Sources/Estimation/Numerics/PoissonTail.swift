/// The tail probabilities of the Poisson distribution, each summed on its own side.
///
/// P(X >= o) computed as 1 − P(X < o) loses every digit once it is below 1e-16, and a selection that compares such
/// tails then picks terms at random; so the upper tail is a sum from o upwards and the lower one from o downwards.
enum PoissonTail {
  /// log of min(P(X <= observed), P(X >= observed)) for X Poisson with this mean.
  ///
  /// With a mean of nought the count must be nought. Terms are added until below 1e-17 of the sum. A tail above e^-1.5 =
  /// 0.22 may be the larger one, since the median lies within log 2 of the mean: then both are summed.
  static func logSmaller(observed: Int, mean: Double) -> Double {
    guard mean > 0 else { return observed == 0 ? 0 : -.infinity }
    let o = Double(observed)
    let point = o * log(mean) - mean - logFactorial(observed)
    let upper = o > mean ? log(upperSeries(o, mean)) : .infinity
    let lower = o <= mean ? log(lowerSeries(o, mean)) : .infinity
    let first = point + min(upper, lower)
    // Near the median both tails are about one half, and the one not summed may be the smaller.
    guard first > -1.5 else { return first }
    return point + min(log(upperSeries(o, mean)), log(lowerSeries(o, mean)))
  }

  /// P(X >= o) / P(X = o).
  private static func upperSeries(_ o: Double, _ mean: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var k = o
    repeat {
      k += 1
      term *= mean / k
      sum += term
    } while term > 1e-17 * sum
    return sum
  }

  /// P(X <= o) / P(X = o).
  private static func lowerSeries(_ o: Double, _ mean: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var k = o
    while k > 0, term > 1e-17 * sum {
      term *= k / mean
      sum += term
      k -= 1
    }
    return sum
  }
}
