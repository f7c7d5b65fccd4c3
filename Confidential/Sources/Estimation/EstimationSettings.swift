public import Model

/// How an estimate and its intervals are made.
///
/// The defaults: levels of 80% and 95%; the threshold of 0.02 of Chan, Silverman & Vincent 2021; a thousand replicates as
/// in their analyses, and up to 16,000 where a limit is saturated, by decision: four times four times as many.
public struct EstimationSettings: Sendable {
  /// Confidence levels of the intervals.
  public var levels: [Double]
  /// Which intervals are made, where the method has them.
  public var intervals: [EstimateInterval.Kind]
  /// Tail probability below which a pair enters stepwise.
  public var threshold: Double
  /// The largest number of lists in a term of the models that are ranked.
  public var order: Int
  /// The generators of the model for `EstimationMethod.model`, as `[123,25,34]`.
  public var model: String?
  public var replicates: Int
  /// When a limit is saturated, replicates are added up to this many; the same as `replicates` to forbid it.
  public var maximumReplicates: Int
  public var seed: UInt64
  public var threads: Int
  /// How a replicate that equals the estimate counts; another rule is for comparison with other software only.
  var ties = TieRule.midRank
  /// Replicates that are given instead of drawn.
  public var tables: ReplicateTables?
  public var progress: ProgressSink?

  /// Models whose largest terms are pairs of lists.
  public static let pairs = 2

  public init(
    levels: [Double] = [0.8, 0.95], intervals: [EstimateInterval.Kind] = [.bca], threshold: Double = 0.02,
    order: Int = pairs, model: String? = nil, replicates: Int = 1000, maximumReplicates: Int = 16_000, seed: UInt64,
    threads: Int = 1, tables: ReplicateTables? = nil, progress: ProgressSink? = nil
  ) {
    self.levels = levels
    self.intervals = intervals
    self.threshold = threshold
    self.order = order
    self.model = model
    self.replicates = replicates
    self.maximumReplicates = maximumReplicates
    self.seed = seed
    self.threads = threads
    self.tables = tables
    self.progress = progress
  }
}
