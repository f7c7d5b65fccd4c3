public import Model

/// Everything there is to say about a hidden population from one table: the lists, every method beside the others, how
/// far they are apart and what moves them.
///
/// A card never chooses one number. It names the smallest and the largest estimate that nothing speaks against, and says
/// of every other why it does not count. The same table, settings and seed give the same card.
public struct EstimateCard: Equatable, Sendable {
  /// Persons on at least one list.
  public var observed: Int
  public var lists: [List]
  /// Persons on both lists of each pair, in list order; they may be on further lists too.
  public var pairs: [Pair]
  /// Persons on exactly these lists, in canonical order.
  public var combinations: [Combination]
  /// What holds for the table itself, whatever the method.
  public var warnings: [EstimationWarning]
  /// In the order in which methods are listed.
  public var estimates: [PopulationEstimate]
  /// Methods that this table does not allow.
  public var missing: [MissingMethod]
  /// The models within reach of the best by BIC; nil when there are too many to rank.
  public var models: RankedModels?
  /// How the interval moves with the number of models to choose from; empty when models were not ranked.
  public var curve: [CurvePoint]
  /// Of stepwise selection; nil when it gives no estimate.
  public var sensitivity: SensitivityReport?
  /// Stepwise selection, of which the sensitivity is reported, enters pairs below this tail probability.
  public var threshold: Double

  public struct List: Equatable, Sendable {
    public var name: String
    public var persons: Int
    /// Persons who are on no other list.
    public var onlyHere: Int
  }

  public struct Pair: Equatable, Sendable {
    public var first: String
    public var second: String
    public var persons: Int
  }

  public struct Combination: Equatable, Sendable {
    /// Indices of `lists`.
    public var members: [Int]
    public var persons: Int
  }

  public struct MissingMethod: Equatable, Sendable {
    public var method: EstimationMethod
    public var reason: LocalizedText
  }

  /// Estimates of the best models against their criterion.
  public struct RankedModels: Equatable, Sendable {
    /// Models with a unique estimate, and models fitted.
    public var valid: Int
    public var all: Int
    /// Best first; at most `EstimateCard.shownModels`.
    public var best: [Model]
  }

  public struct Model: Equatable, Sendable {
    public var notation: String
    public var bic: Double
    public var estimate: Double
    /// exp(−BIC / 2) over its sum for all valid models.
    public var weight: Double
  }

  /// The bootstrap interval when each replicate chooses among the best `top` models.
  public struct CurvePoint: Equatable, Sendable {
    public var top: Int
    public var estimate: Double
    public var intervals: [EstimateInterval]
  }

  /// More models than this say nothing more in a picture.
  public static let shownModels = 300

  /// What to know of one method beside what holds for the table.
  public func ownWarnings(of value: PopulationEstimate) -> [EstimationWarning] {
    value.warnings.filter { !warnings.contains($0) }
  }

  /// The estimates that nothing speaks against, smallest first.
  public var credible: [PopulationEstimate] {
    estimates.filter { $0.doubt == nil }.sorted { ($0.estimate ?? 0) < ($1.estimate ?? 0) }
  }

  /// The smallest and the largest credible estimate; nil when there is none.
  public var spread: Spread? {
    guard let smallest = credible.first, let largest = credible.last, let low = smallest.estimate,
      let high = largest.estimate
    else { return nil }
    return Spread(
      smallest: low, smallestMethod: smallest.method, largest: high, largestMethod: largest.method,
      methods: credible.count)
  }

  public struct Spread: Equatable, Sendable {
    public var smallest: Double
    public var smallestMethod: EstimationMethod
    public var largest: Double
    public var largestMethod: EstimationMethod
    /// How many methods it is the spread of.
    public var methods: Int
  }
}
