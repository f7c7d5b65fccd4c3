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
  /// - Parameter change: As printed; nought has no direction.
  public static func isOpen(_ change: Int, among drawn: [Double]) -> Bool {
    guard change != 0 else { return false }
    let sorted = drawn.sorted()
    let (lower, upper) = (quantile(sorted, 0.025), quantile(sorted, 0.975))
    return change > 0 ? lower <= 0 : upper >= 0
  }
}

/// The quantile of a sorted sample, type 8 of Hyndman & Fan 1996: linear between ranks at `(n + 1/3) p + 1/3`.
private func quantile(_ sorted: [Double], _ share: Double) -> Double {
  let place = min(max((Double(sorted.count) + 1.0 / 3) * share + 1.0 / 3, 1), Double(sorted.count))
  let rank = Int(place)
  guard rank < sorted.count else { return sorted[sorted.count - 1] }
  return sorted[rank - 1] + (place - Double(rank)) * (sorted[rank] - sorted[rank - 1])
}

/// Two columns of a row between which the number may have gone up as well as down, for all that is known of who is who.
public struct OpenChange: Equatable, Hashable, Sendable {
  /// Indices of the headers of a table; `from` is the earlier column.
  public var row, from, to: Int

  public init(row: Int, from: Int, to: Int) { (self.row, self.from, self.to) = (row, from, to) }
}
