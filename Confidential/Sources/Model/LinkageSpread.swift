/// How far a count could lie from what is printed because notifications may have been taken for other persons than they are of.
public struct LinkageSpread: Equatable, Hashable, Sendable {
  /// Between which the number lies in 95 of 100 likely divisions of notifications into persons; nil where that would not hold the
  /// number that is printed.
  public var limits: Limits?
  /// Where the printed number, which counts the likeliest division, stands among the others.
  public var standing: Standing

  public struct Limits: Equatable, Hashable, Sendable {
    public var lower: Int
    public var upper: Int

    /// - Precondition: the lower limit is not above the upper one.
    public init(_ lower: Int, _ upper: Int) {
      precondition(lower <= upper, "limits are in order")
      (self.lower, self.upper) = (lower, upper)
    }
  }

  public enum Standing: String, Sendable {
    /// In the middle half.
    case middle
    /// Below the middle half: there are likely more.
    case low
    /// Above the middle half: there are likely fewer.
    case high
  }

  /// How many of a hundred likely divisions the limits hold.
  public static let percent = 95

  public init(limits: Limits?, standing: Standing) {
    (self.limits, self.standing) = (limits, standing)
  }

  /// Of a count, from the numbers that likely divisions give, in any order.
  ///
  /// Limits are quantiles of type 8 of Hyndman & Fan 1996 at 2.5 and 97.5 per cent, the lower rounded down and the upper up; the
  /// middle half likewise.
  ///
  /// - Precondition: there are some.
  public init(of count: Int, among drawn: [Double]) {
    let sorted = drawn.sorted()
    func limits(_ low: Double, _ high: Double) -> Limits {
      Limits(
        Int((quantile(sorted, low) + 1e-9).rounded(.down)), Int((quantile(sorted, high) - 1e-9).rounded(.up)))
    }
    let (outer, inner) = (limits(0.025, 0.975), limits(0.25, 0.75))
    self.limits = (outer.lower...outer.upper).contains(count) ? outer : nil
    standing = count < inner.lower ? .low : count > inner.upper ? .high : .middle
  }
}

extension LinkageSpread {
  /// Whether the numbers that likely divisions give for a change leave its direction open, or speak against that of the change.
  ///
  /// The divisions spread links that nobody could find evenly. How many of them fall in each of the two years is chance, of which the
  /// number has a Poisson distribution; so with `L`, `M` and `U` the quantiles at 2.5, 50 and 97.5 per cent and `v` the links missed in both
  /// years, the interval is `M - sqrt((M - L)² + z² v)` to `M + sqrt((U - M)² + z² v)` with `z` = 1.96 (Zou & Donner 2008).
  ///
  /// - Parameters:
  ///   - change: As printed; nought has no direction.
  ///   - missed: How many links nobody could find in the two numbers together.
  public static func isOpen(_ change: Int, among drawn: [Double], missed: Double) -> Bool {
    guard change != 0 else { return false }
    let sorted = drawn.sorted()
    let middle = quantile(sorted, 0.5)
    func reach(_ share: Double) -> Double {
      let half = middle - quantile(sorted, share)
      return (half * half + 1.96 * 1.96 * max(0, missed)).squareRoot()
    }
    return change > 0 ? middle - reach(0.025) <= 0 : middle + reach(0.975) >= 0
  }
}

/// The quantile of a sorted sample, type 8 of Hyndman & Fan 1996: linear between ranks at `(n + 1/3) p + 1/3`.
private func quantile(_ sorted: [Double], _ share: Double) -> Double {
  let place = min(max((Double(sorted.count) + 1.0 / 3) * share + 1.0 / 3, 1), Double(sorted.count))
  let rank = Int(place)
  guard rank < sorted.count else { return sorted[sorted.count - 1] }
  return sorted[rank - 1] + (place - Double(rank)) * (sorted[rank] - sorted[rank - 1])
}

/// Two columns of a row between which the number may have gone up as well as down: for all that is known of who is who, or by a
/// test of the published numbers.
public struct OpenChange: Equatable, Hashable, Sendable {
  /// Indices of the headers of a table; `from` is the earlier column.
  public var row, from, to: Int

  public init(row: Int, from: Int, to: Int) { (self.row, self.from, self.to) = (row, from, to) }
}
