/// Persons by group, each group estimated by itself, and together.
///
/// The estimates add up to the total. A replicate of the total is the sum of one replicate of each group, drawn
/// independently; the jackknife of the total leaves one person of one group out.
public struct StratifiedEstimate: Equatable, Sendable {
  public let column: String
  public let lists: [String]
  public let method: EstimationMethod
  public let observed: Int
  public let strata: [Stratum]
  /// Nil when a group has no estimate: a sum over the others would not be of all.
  public let estimate: Double?
  public let intervals: [EstimateInterval]
  /// What the groups say when they borrow from each other; nil when that was not asked for or there are fewer than two.
  public let pooled: PooledStrata?
  public let replicates: Int
  public let seed: UInt64

  /// The estimate of one group by itself.
  public struct Stratum: Equatable, Sendable {
    public let name: String
    public let observed: Int
    public let estimate: Double?
    public let intervals: [EstimateInterval]
    public let model: String
    public let warnings: [EstimationWarning]
    /// About how many persons there are in the group, by itself.
    public let headline: PopulationHeadline
  }
}

extension StratifiedHistories {
  /// The methods that groups can be estimated by: those that choose or take one model.
  public static let methods = EstimationMethod.allCases.filter { $0.choice != nil }

  /// Estimates every group by the same method, and the total.
  ///
  /// - Parameter pooling: Whether to give the pooled estimates too.
  /// - Throws: `EstimationError`; `unsupportedStrata` for methods that do not choose a model.
  public func estimate(
    by method: EstimationMethod, pooling: Bool = false, using settings: EstimationSettings
  ) async throws(EstimationError) -> StratifiedEstimate {
    let rule = try SelectionRule(method, lists: lists.count, settings)
    var parts: [(stratum: StratifiedEstimate.Stratum, bootstrap: Bootstrap?)] = []
    for (index, stratum) in strata.enumerated() {
      parts.append(try await part(stratum, index, method, rule, settings))
    }
    let bootstraps = parts.compactMap(\.bootstrap)
    let total = bootstraps.count == parts.count ? try sum(bootstraps, rule) : nil
    let pooled =
      pooling
      ? PooledStrata(
        zip(strata, parts).map { .init(name: $0.name, observed: $0.observed, bootstrap: $1.bootstrap) },
        levels: settings.levels, seed: settings.seed) : nil
    let kind = settings.bootstrapKind
    let observed = strata.reduce(0) { $0 + $1.observed }
    return StratifiedEstimate(
      column: column, lists: lists, method: method, observed: observed, strata: parts.map(\.stratum),
      estimate: total?.estimate,
      intervals: total.map { total in
        settings.levels.map { total.interval(kind, level: $0).holding(total.estimate, notBelow: observed) }
      } ?? [], pooled: pooled, replicates: settings.replicates, seed: settings.seed)
  }

  private func part(
    _ stratum: Stratum, _ index: Int, _ method: EstimationMethod, _ rule: SelectionRule,
    _ settings: EstimationSettings
  ) async throws(EstimationError) -> (stratum: StratifiedEstimate.Stratum, bootstrap: Bootstrap?) {
    guard let histories = stratum.histories else {
      return (
        .init(
          name: stratum.name, observed: stratum.observed, estimate: nil, intervals: [], model: "",
          warnings: [.noOverlap], headline: PopulationHeadline(withoutEstimateOf: Double(stratum.observed))), nil
      )
    }
    var plain = settings
    plain.intervals = []
    let own = try await histories.estimate(by: method, using: plain)
    let bootstrap = try? await histories.bootstrap(
      rule, replicates: settings.replicates, seed: settings.seed &+ UInt64(index) &* 0x9E37_79B9,
      threads: settings.threads, progress: settings.progress)
    var warnings = own.warnings
    if let bootstrap, bootstrap.failed > 0 {
      warnings.append(.failedReplicates(count: bootstrap.failed, of: bootstrap.replicates.count))
    }
    return (
      .init(
        name: stratum.name, observed: stratum.observed, estimate: own.estimate,
        intervals: bootstrap.map { bootstrap in
          settings.levels.map { level in
            bootstrap.interval(settings.bootstrapKind, level: level).holding(
              own.estimate ?? bootstrap.estimate, notBelow: stratum.observed)
          }
        } ?? [], model: own.model, warnings: warnings, headline: histories.headline()),
      own.estimate == nil ? nil : bootstrap
    )
  }

  private func sum(_ parts: [Bootstrap], _ rule: SelectionRule) throws(EstimationError) -> Bootstrap {
    let total = parts.reduce(0) { $0 + $1.estimate }
    let replicates = parts[0].replicates.indices.map { index in parts.reduce(0) { $0 + $1.replicates[index] } }
    var jackknife: [(weight: Double, estimate: Double?)] = []
    for (stratum, part) in zip(strata.compactMap(\.histories), parts) {
      guard let estimator = try? RuleEstimator(rule, lists: lists.count) else { continue }
      jackknife += stratum.jackknifeRows { [estimator.estimate($0)] }.map { row in
        (row.weight, row.estimates[0].map { total - part.estimate + $0 })
      }
    }
    return Bootstrap(estimate: total, replicates: replicates.map(Optional.some), jackknife: jackknife)
  }
}
