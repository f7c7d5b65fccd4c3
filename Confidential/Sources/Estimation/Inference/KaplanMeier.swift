/// The product-limit estimate of survival, here mostly time without a new conviction (Kaplan & Meier 1958).
///
///     S(t) = product over event times u <= t of (1 − d_u / r_u)
///
/// with Greenwood's variance on the scale log(−log S), so that limits stay between 0 and 1. Assumes that leaving the
/// study says nothing about the risk. A step at a risk set of fewer than five persons gives persons away.
public struct KaplanMeier: Equatable, Sendable {
  public let points: [Point]

  public struct Point: Equatable, Sendable {
    public let time: Double
    public let atRisk: Int
    public let events: Int
    public let survival: Double
    public let limits: Limits
  }

  /// - Parameter observations: Time under observation, and whether it ended with the event.
  public init(_ observations: [(time: Double, isEvent: Bool)], level: Double = 0.95) {
    let z = NormalDistribution.quantile(0.5 + level / 2)
    let times = Set(observations.map(\.time)).sorted()
    var survival = 1.0
    var greenwood = 0.0
    points = times.map { time in
      let atRisk = observations.count { $0.time >= time }
      let events = observations.count { $0.time == time && $0.isEvent }
      survival *= 1 - Double(events) / Double(atRisk)
      greenwood += Double(events) / (Double(atRisk) * Double(atRisk - events))
      return Point(
        time: time, atRisk: atRisk, events: events, survival: survival,
        limits: Self.limits(survival, greenwood: greenwood, z: z))
    }
  }

  /// Survival up to and including a time; 1 before the first.
  public func survival(at time: Double) -> Double { points.last { $0.time <= time }?.survival ?? 1 }

  /// Survival and its limits up to and including a time, as after two or seven years; nil before the first time and
  /// when fewer than `persons` are still followed then, for such a step gives persons away. Five is a decision,
  /// as for a cell of a table.
  public func point(at time: Double, atRisk persons: Int = 5) -> Point? {
    guard let point = points.last(where: { $0.time <= time }), let next = points.first(where: { $0.time >= time }),
      next.atRisk >= persons
    else { return nil }
    return point
  }

  /// S^exp(± z sqrt(Σ d / (r (r − d))) / |log S|) (Kalbfleisch & Prentice 1980); S itself where it is 0 or 1.
  private static func limits(_ survival: Double, greenwood: Double, z: Double) -> Limits {
    guard survival > 0, survival < 1 else { return Limits(lower: survival, upper: survival) }
    let spread = exp(z * greenwood.squareRoot() / abs(log(survival)))
    return Limits(lower: power(survival, spread), upper: power(survival, 1 / spread))
  }
}
