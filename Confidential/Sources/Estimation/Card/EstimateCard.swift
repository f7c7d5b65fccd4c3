package import Model

/// Everything there is to say about a hidden population from one table: the lists, every method beside the others, how
/// far they are apart and what moves them.
///
/// Its headline is made of the methods that hold up (`PopulationHeadline`). Beside it the card names the smallest and
/// the largest estimate that nothing speaks against, and says of every other why it does not count. The same table, settings and seed give the same card.
///
/// How many persons were on exactly these lists are small numbers about few people: they can be read inside this package
/// only and are left out of every description and mirror. A `Publication` makes of it what may be shown.
public struct EstimateCard: Equatable, Sendable {
  /// Persons on at least one list.
  package var observed: Int
  package var lists: [List]
  /// Persons on both lists of each pair, in list order; they may be on further lists too.
  package var pairs: [Pair]
  /// Persons on exactly these lists, in canonical order.
  package var combinations: [Combination]
  /// What holds for the table itself, whatever the method.
  package var warnings: [EstimationWarning]
  /// About how many persons there are, and between what and what.
  package var headline: PopulationHeadline
  /// In the order in which methods are listed.
  package var estimates: [PopulationEstimate]
  /// Methods that this table does not allow.
  package var missing: [MissingMethod]
  /// The models within reach of the best by BIC; nil when there are too many to rank.
  package var models: RankedModels?
  /// How the interval moves with the number of models to choose from; empty when models were not ranked.
  package var curve: [CurvePoint]
  /// Of all models weighed; nil when they give no estimate.
  package var sensitivity: SensitivityReport?
  /// How the estimates were averaged over likely divisions; nil where lists are of persons that are known.
  package var average: LinkageAverage?
  /// The headline of each year by itself; empty where the lists do not say in which year somebody was seen.
  package var years: [YearHeadline] = []

  package struct List: Equatable, Sendable {
    package var name: String
    package var persons: Int
    /// Persons who are on no other list.
    package var onlyHere: Int
  }

  package struct Pair: Equatable, Sendable {
    package var first: String
    package var second: String
    package var persons: Int
  }

  package struct Combination: Equatable, Sendable {
    /// Indices of `lists`.
    package var members: [Int]
    package var persons: Int
  }

  package struct MissingMethod: Equatable, Sendable {
    package var method: EstimationMethod
    package var reason: LocalizedText
  }

  /// Estimates of the best models against their criterion.
  package struct RankedModels: Equatable, Sendable {
    /// Models with a unique estimate, and models fitted.
    package var valid: Int
    package var all: Int
    /// Best first; at most `EstimateCard.shownModels`.
    package var best: [Model]
  }

  package struct Model: Equatable, Sendable {
    package var notation: String
    package var bic: Double
    package var estimate: Double
    /// exp(−BIC / 2) over its sum for all valid models.
    package var weight: Double
  }

  /// The bootstrap interval when each replicate chooses among the best `top` models.
  package struct CurvePoint: Equatable, Sendable {
    package var top: Int
    package var estimate: Double
    package var intervals: [EstimateInterval]
  }

  /// More models than this say nothing more in a picture.
  static let shownModels = 300

  /// What to know of one method beside what holds for the table.
  package func ownWarnings(of value: PopulationEstimate) -> [EstimationWarning] {
    value.warnings.filter { !warnings.contains($0) }
  }

  /// What speaks against an estimate: what speaks against it by itself, or that it lies below the lower limit of the bound
  /// that lets every list have its own length.
  ///
  /// That bound is one only where lists do not avoid each other. The weighed models, of which the headline is made, weigh
  /// that too, so that it is no argument against them (decision 0040).
  package func doubt(of value: PopulationEstimate) -> EstimateDoubt? {
    if let doubt = value.doubt { return doubt }
    if case .weighed = value.method.procedure { return nil }
    guard let estimate = value.estimate, let bound = estimates.first(where: { $0.method == .chaoListEffects }),
      let level = bound.intervals.map(\.level).max(), let limits = bound.shownInterval(level: level)
    else { return nil }
    return estimate < limits.lower ? .belowBound : nil
  }

  /// The estimates that nothing speaks against, smallest first.
  package var credible: [PopulationEstimate] {
    estimates.filter { doubt(of: $0) == nil }.sorted { ($0.estimate ?? 0) < ($1.estimate ?? 0) }
  }

  /// The smallest and the largest credible estimate; nil when there is none.
  package var spread: Spread? {
    guard let smallest = credible.first, let largest = credible.last, let low = smallest.estimate,
      let high = largest.estimate
    else { return nil }
    return Spread(
      smallest: low, smallestMethod: smallest.method, largest: high, largestMethod: largest.method,
      methods: credible.count)
  }

  package struct Spread: Equatable, Sendable {
    package var smallest: Double
    package var smallestMethod: EstimationMethod
    package var largest: Double
    package var largestMethod: EstimationMethod
    /// How many methods it is the spread of.
    package var methods: Int
  }
}

extension EstimateCard: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// How large the card is; never what it holds.
  public var description: String { "confidential card, \(lists.count) lists and \(estimates.count) methods" }

  public var debugDescription: String { description }

  public var customMirror: Mirror { Mirror(self, children: ["lists": lists.count, "methods": estimates.count]) }
}
