/// How the interval moves with the number of models among which each bootstrap replicate may choose: where it levels
/// off, further models no longer matter.
public struct TopModelsPlot: Equatable, Sendable {
  public struct Point: Equatable, Sendable {
    public var top: Int
    public var inner: ClosedRange<Double>
    public var outer: ClosedRange<Double>
    public init(top: Int, inner: ClosedRange<Double>, outer: ClosedRange<Double>) {
      self.top = top
      self.inner = inner
      self.outer = outer
    }
  }

  public var observed: Int
  public var estimate: Double
  /// By rising number of models.
  public var points: [Point]

  public init(observed: Int, estimate: Double, points: [Point]) {
    self.observed = observed
    self.estimate = estimate
    self.points = points
  }
}
