/// Estimates from counts of which some are only known to lie in a range.
extension CensoredHistories {
  /// The methods that take ranges.
  public static let methods = EstimationMethod.allCases.filter(\.takesRanges)

  /// Counts that are not known exactly.
  package var inRanges: Int { entries.count { $0.count.lowerBound < $0.count.upperBound } }

  /// Estimates the number of persons by a method, with percentile intervals.
  ///
  /// The model is fitted by EM to the likelihood of the ranges; `bic` fits every hierarchical model so. A replicate first
  /// draws each count that is a range from its distribution given the fitted model, then how many of N̂ persons are seen,
  /// then these over the histories, and repeats the whole selection (multiple imputation with a bootstrap in each;
  /// Schomaker & Heumann 2018).
  ///
  /// - Throws: `EstimationError`; `needsExactCounts` for other methods.
  public func estimate(
    by method: EstimationMethod, using settings: EstimationSettings
  ) async throws(EstimationError) -> PopulationEstimate {
    guard method.takesRanges else { throw .needsExactCounts(method) }
    let rule = try SelectionRule(method, lists: lists.count, settings)
    var result = PopulationEstimate(method: method, observed: 0, estimate: nil, model: "[]")
    result.warnings = [.countsInRanges(count: inRanges, of: entries.count)]
    let fit: CensoredFit
    do {
      fit = try await chosenFit(rule, settings)
    } catch let error as EstimationError {
      throw error
    } catch {
      result.observed = entries.reduce(0) { $0 + ($1.count.lowerBound + $1.count.upperBound) / 2 }
      if case .notIdentifiable? = error as? LoglinearError {
        result.identifiable = false
      } else {
        result.existence = .doesNotExist
      }
      return result
    }
    result.take(fit)
    await addIntervals(to: &result, fit, rule, settings)
    return result
  }

  private func chosenFit(_ rule: SelectionRule, _ settings: EstimationSettings) async throws -> CensoredFit {
    guard case .best(_, let order) = rule else {
      guard case .model(let model) = rule else { throw LoglinearError.noMaximum(model: "[]") }
      return try model.fitted(to: self)
    }
    guard lists.count <= 4 || (lists.count == 5 && order <= 2) else {
      throw EstimationError.tooManyModels(lists: lists.count, order: order)
    }
    let models = ModelLattice(lists: lists.count, order: order).allModels
    let fits = await mapConcurrently(models, threads: settings.threads, progress: settings.progress) { model in
      try? model.fitted(to: self)
    }
    let valid = fits.compactMap { $0 }
    // Ties go to the smaller model, which comes first.
    guard let best = valid.min(by: { $0.bic < $1.bic - 1e-9 }) else { throw LoglinearError.noMaximum(model: "[]") }
    return best
  }

  private func addIntervals(
    to result: inout PopulationEstimate, _ fit: CensoredFit, _ rule: SelectionRule, _ settings: EstimationSettings
  ) async {
    // Nothing is drawn of an estimate that is as good as infinite.
    guard fit.estimate < 1e12 else { return }
    let starts = Array(stride(from: 0, to: settings.replicates, by: 20))
    let parts = await mapConcurrently(starts, threads: settings.threads, progress: settings.progress) { start in
      guard let estimator = try? RuleEstimator(rule, lists: lists.count) else { return [Double]() }
      return (start..<min(start + 20, settings.replicates)).map { index in
        estimator.estimate(replicate(index, fit, seed: settings.seed)) ?? .infinity
      }
    }
    let sorted = parts.flatMap { $0 }.sorted()
    guard !sorted.isEmpty else { return }
    result.intervals = settings.levels.map { level in
      EstimateInterval(
        kind: .percentile, level: level, lower: sampleQuantile(sorted, 0.5 - level / 2),
        upper: sampleQuantile(sorted, 0.5 + level / 2))
    }
    let failed = sorted.count { $0 == .infinity }
    if failed > 0 { result.warnings.append(.failedReplicates(count: failed, of: sorted.count)) }
    (result.seed, result.replicates) = (settings.seed, sorted.count)
  }

  private func replicate(_ index: Int, _ fit: CensoredFit, seed: UInt64) -> CountTable {
    var generator = ReplicateGenerator(seed: seed, replicate: index)
    let filled = zip(entries, fit.means).map { entry, mean in
      Double(CensoredPoisson.draw(entry.count, mean, using: &generator))
    }
    var counts = [Int](repeating: 0, count: filled.count)
    let seen = Multinomial.binomial(
      Int(fit.estimate.rounded()), min(1, filled.reduce(0, +) / fit.estimate), using: &generator)
    Multinomial.draw(seen, weights: filled, using: &generator, into: &counts)
    var table = CountTable(lists: lists.count)
    table.load(entries.map(\.history), counts)
    return table
  }
}

extension PopulationEstimate {
  fileprivate mutating func take(_ fit: CensoredFit) {
    observed = Int(fit.observed.rounded())
    (estimate, model, parameters) = (fit.estimate, fit.model.notation, fit.model.terms.count)
    (logLikelihood, aic, bic) = (fit.logLikelihood, fit.aic, fit.bic)
  }
}
