/// The chance that one of several kinds of event has happened by a time, the other kinds competing (Aalen & Johansen
/// 1978).
///
///     F_k(t) = sum over event times u <= t of S(u−) d_ku / r_u
///
/// with S the Kaplan-Meier estimate for all kinds together. One minus the Kaplan-Meier estimate of one kind is too high
/// where others take people away: who has died or left cannot be convicted again. Assumes that leaving the study says
/// nothing about the risk; times in any unit, ties allowed. The incidences of all kinds and S add up to one.
public struct CumulativeIncidence: Equatable, Sendable {
  public let points: [Point]

  public struct Point: Equatable, Sendable {
    public let time: Double
    public let atRisk: Int
    /// By kind, from kind 1 on.
    public let incidence: [Double]
  }

  /// - Parameters:
  ///   - observations: Time under observation and the kind of event that ended it, from 1 to `kinds`; 0 for none.
  ///   - kinds: How many kinds there are.
  public init(_ observations: [(time: Double, kind: Int)], kinds: Int) {
    var survival = 1.0
    var incidence = [Double](repeating: 0, count: kinds)
    points = Set(observations.map(\.time)).sorted().map { time in
      let atRisk = observations.count { $0.time >= time }
      var events = 0
      for kind in 1...max(1, kinds) where kind <= kinds {
        let own = observations.count { $0.time == time && $0.kind == kind }
        incidence[kind - 1] += survival * Double(own) / Double(atRisk)
        events += own
      }
      survival *= 1 - Double(events) / Double(atRisk)
      return Point(time: time, atRisk: atRisk, incidence: incidence)
    }
  }

  /// By kind, up to and including a time.
  public func incidence(at time: Double) -> [Double] {
    points.last { $0.time <= time }?.incidence ?? points.first.map { $0.incidence.map { _ in 0 } } ?? []
  }
}
