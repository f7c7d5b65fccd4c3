/// What every method says, below each other: a point, a bar for the inner interval and a whisker for the outer one.
///
/// Estimates that do not count are open squares with the reason beside them. Numbers far apart get a logarithmic axis;
/// a limit beyond its end is an arrow.
public struct MethodForest: Equatable, Sendable {
  public struct Row: Equatable, Sendable {
    public var label: String
    /// Nil when the method has no estimate.
    public var estimate: Double?
    /// 80%.
    public var inner: ClosedRange<Double>?
    /// 95%.
    public var outer: ClosedRange<Double>?
    /// Why the estimate does not count; nil when it does.
    public var doubt: String?

    public init(
      label: String, estimate: Double?, inner: ClosedRange<Double>?, outer: ClosedRange<Double>?, doubt: String?
    ) {
      self.label = label
      self.estimate = estimate
      self.inner = inner
      self.outer = outer
      self.doubt = doubt
    }
  }

  public var observed: Int
  public var rows: [Row]

  public init(observed: Int, rows: [Row]) {
    self.observed = observed
    self.rows = rows
  }
}
