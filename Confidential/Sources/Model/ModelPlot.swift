/// What each model estimates against how much worse its criterion is than the best: whether models that fit about
/// equally well also say about the same.
public struct ModelPlot: Equatable, Sendable {
  public struct Point: Equatable, Sendable {
    /// BIC less the smallest BIC.
    public var behind: Double
    public var estimate: Double
    /// Between 0 and 1.
    public var weight: Double
    public init(behind: Double, estimate: Double, weight: Double) {
      self.behind = behind
      self.estimate = estimate
      self.weight = weight
    }
  }

  public var observed: Int
  /// Best first.
  public var points: [Point]

  public init(observed: Int, points: [Point]) {
    self.observed = observed
    self.points = points
  }
}
