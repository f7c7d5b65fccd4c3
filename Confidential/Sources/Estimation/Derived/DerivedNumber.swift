/// A number derived from another that may be an estimate with an interval. It is no estimate itself.
public struct DerivedNumber: Equatable, Sendable {
  public var value: Double
  /// What the interval of the number it starts from becomes; nil when that has none.
  public var interval: ClosedRange<Double>?

  public init(value: Double, interval: ClosedRange<Double>? = nil) {
    self.value = value
    self.interval = interval
  }

  /// The share that was seen of a whole that was estimated, in per cent.
  ///
  ///     100 · seen / (whole · times)
  ///
  /// The interval [l, u] of the whole becomes [100 · seen / (u · times), 100 · seen / (l · times)]: a large whole makes
  /// a small share. That the number seen varies too is not in it.
  ///
  /// - Returns: Nil when the whole, or its lower limit, is not above zero.
  public static func share(seen: Double, of whole: DerivedNumber, times: Double = 1) -> DerivedNumber? {
    guard whole.value > 0, times > 0, (whole.interval?.lowerBound ?? 1) > 0 else { return nil }
    let share = { (total: Double) in 100 * seen / (total * times) }
    return DerivedNumber(
      value: share(whole.value), interval: whole.interval.map { share($0.upperBound)...share($0.lowerBound) })
  }

  /// The part of a whole for a place or a group: whole · factor · factor …, and its limits likewise.
  ///
  /// The factors are taken as exact, which a judgement never is: the interval shows the uncertainty of the whole only.
  ///
  /// - Precondition: No factor is negative.
  public static func part(of whole: DerivedNumber, factors: [Double]) -> DerivedNumber {
    precondition(factors.allSatisfy { $0 >= 0 }, "a factor is not negative")
    let factor = factors.reduce(1, *)
    return DerivedNumber(
      value: whole.value * factor,
      interval: whole.interval.map { ($0.lowerBound * factor)...($0.upperBound * factor) })
  }
}
