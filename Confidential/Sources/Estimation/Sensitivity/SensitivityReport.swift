/// How far an estimate moves when what cannot be tested, or was decided, had been otherwise.
public struct SensitivityReport: Equatable, Sendable {
  /// The estimate itself.
  public let estimate: Double
  /// Over the interaction of all lists together, which no table can show.
  let highestOrder: [Variation]
  /// Without each list in turn.
  let withoutList: [Variation]
  /// With each pair of lists made into one.
  public let merged: [Variation]
  /// Over the threshold of stepwise selection.
  let thresholds: [Variation]
  /// With links that were missed or made wrongly.
  public let linkage: [Variation]
  /// Each list as a population of known size, estimated from the others.
  public let consistency: [Consistency]
  /// The overlap that would halve the interval; nil when no overlap would.
  public let neededOverlap: NeededOverlap?

  /// One change and what the estimate becomes; nil when there is none then.
  public struct Variation: Equatable, Sendable {
    /// `xi = 0.5`, `- NCA`, `PF + NCA`, `p < 0.01`.
    public let change: String
    public let estimate: Double?
    /// The lists that were left out or made into one; empty for other changes.
    package let lists: [String]

    init(change: String, estimate: Double?, lists: [String] = []) {
      (self.change, self.estimate, self.lists) = (change, estimate, lists)
    }
  }

  /// A list as a population of known size, estimated from the others.
  public struct Consistency: Equatable, Sendable {
    public let list: String
    /// Persons on the list.
    public let known: Int
    /// What the other lists say there are.
    public let estimate: Double?
    /// estimate / known.
    var ratio: Double? { estimate.map { $0 / Double(known) } }
  }

  /// The overlap there is, and the overlap that would do, in persons.
  public struct NeededOverlap: Equatable, Sendable {
    /// Persons on two lists or more.
    public let now: Int
    /// How many it would take, the lists being as long as they are.
    public let needed: Double
  }
}
