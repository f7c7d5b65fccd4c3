/// How often links between lists are missed, and how often they are made wrongly, each as a range of shares.
public struct LinkageErrors: Equatable, Sendable {
  /// Of the records that belong to a person with an anchor record, the share not attached to it.
  public let missed: ClosedRange<Double>
  /// Of the persons seen on several lists, the share who are really one person per list.
  public let falselyLinked: ClosedRange<Double>

  /// - Returns: Nil unless the shares are from 0 to below 1.
  public init?(missed: ClosedRange<Double>, falselyLinked: ClosedRange<Double>) {
    guard missed.lowerBound >= 0, missed.upperBound < 1, falselyLinked.lowerBound >= 0, falselyLinked.upperBound < 1
    else { return nil }
    (self.missed, self.falselyLinked) = (missed, falselyLinked)
  }

  /// Shares drawn evenly from the ranges.
  func draw(_ generator: inout ReplicateGenerator) -> LinkageCorrection {
    let at = { (range: ClosedRange<Double>, share: Double) in
      range.lowerBound + share * (range.upperBound - range.lowerBound)
    }
    return LinkageCorrection(
      missed: at(missed, generator.uniform()), falselyLinked: at(falselyLinked, generator.uniform()))
  }

  var middle: LinkageCorrection {
    LinkageCorrection(
      missed: (missed.lowerBound + missed.upperBound) / 2,
      falselyLinked: (falselyLinked.lowerBound + falselyLinked.upperBound) / 2)
  }
}

extension CaptureHistories {
  /// The estimate by a method that chooses one model, with errors of linkage undone and carried into the interval.
  ///
  /// The counts are corrected in expectation (`LinkageCorrection`, after Ding & Fienberg 1994) by the middle of the
  /// ranges before the model is chosen. Every replicate is drawn from the counts as they are, corrected by shares drawn
  /// from the ranges, and selected on again; the interval is that of percentiles. A replicate that such errors cannot have
  /// made counts as one without an estimate.
  ///
  /// - Throws: `EstimationError`; `impossibleLinkage` when such errors cannot have made this table.
  public func estimate(
    by method: EstimationMethod, correcting errors: LinkageErrors, using settings: EstimationSettings
  ) async throws(EstimationError) -> PopulationEstimate {
    try settings.check()
    let rule = try SelectionRule(method, lists: lists.count, settings)
    guard let corrected = errors.middle.applied(to: CountTable(self)) else { throw .impossibleLinkage }
    let own: RuleEstimator
    let estimate: Double?
    let replicates: [Double?]
    do {
      own = try ReplicatePlan.estimator(rule, lists: lists.count)
      estimate = own.estimate(corrected)
      let plan = ReplicatePlan(
        self, tables: settings.tables, estimate: estimate, replicates: settings.replicates, seed: settings.seed)
      replicates = try await plan.numberedEstimates(rule, threads: settings.threads, progress: settings.progress) {
        index, table, estimator in
        // Beyond the streams of the replicates themselves, of which there are never ten million.
        var generator = ReplicateGenerator(seed: settings.seed, replicate: 10_000_000 + index)
        return errors.draw(&generator).applied(to: table).flatMap(estimator.estimate)
      }
    } catch {
      throw .settingOutOfRange("replicates")
    }
    var result = PopulationEstimate(
      method: method, observed: Int(corrected.observed.rounded()), estimate: estimate,
      model: own.model(corrected)?.notation ?? "", warnings: warnings)
    if result.estimate == nil { result.existence = .doesNotExist }
    let sorted = replicates.map { $0 ?? .infinity }.sorted()
    result.intervals = settings.levels.map { level in
      EstimateInterval(
        kind: .percentile, level: level, lower: sampleQuantile(sorted, 0.5 - level / 2),
        upper: sampleQuantile(sorted, 0.5 + level / 2))
    }
    let failed = replicates.count { $0 == nil }
    if failed > 0 { result.warnings.append(.failedReplicates(count: failed, of: sorted.count)) }
    result.warnings.append(.linkageCorrected(observed: observed, corrected: corrected.observed))
    (result.seed, result.replicates) = (settings.seed, sorted.count)
    return result
  }
}

extension LinkageCorrection {
  /// The table with its counts corrected; nil when such errors cannot have made it.
  func applied(to table: CountTable) -> CountTable? {
    guard let counts = corrected(table) else { return nil }
    var changed = table
    changed.load((1..<UInt32(table.cells)).map { $0 }, fractional: Array(counts.dropFirst()))
    return changed
  }
}

extension SelectionRule {
  /// The rule of a method that takes or chooses one model.
  init(_ method: EstimationMethod, lists: Int, _ settings: EstimationSettings) throws(EstimationError) {
    guard let choice = method.choice else { throw .unsupportedStrata(method) }
    self = try choice.rule(lists: lists, settings)
  }
}
