extension ReconstructionPlan {
  /// Numbers records from 1 in each year, and lets some of them share the number of another.
  public struct SharedNumber: Equatable, Sendable {
    /// A number variable of the case.
    public var variable: String
    /// Which records may take the number of another.
    public var joins: Condition
    /// Of which records a number may be taken, once each.
    public var to: Condition
    /// Category variables on which both agree, beside the year.
    public var on: [String]
    /// How many records share in each year, as far as there are such pairs.
    public var count: Int
    public var reason: LocalizedText
    public var source: String

    public init(
      variable: String, joins: Condition, to: Condition, on: [String], count: Int, reason: LocalizedText, source: String
    ) {
      self.variable = variable
      self.joins = joins
      self.to = to
      self.on = on
      self.count = count
      self.reason = reason
      self.source = source
    }
  }
}
