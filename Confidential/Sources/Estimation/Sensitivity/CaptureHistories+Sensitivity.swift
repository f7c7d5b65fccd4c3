extension CaptureHistories {
  /// How the estimate by a rule moves under changes of what was decided or cannot be tested.
  ///
  /// The defaults are decisions: interactions up to one, the standard deviation of the prior of Silverman 2020
  /// for the interaction of two lists; thresholds around the 0.02 of Chan, Silverman &
  /// Vincent 2021; and errors of linkage of 2, 5 and 10%.
  ///
  /// - Parameters:
  ///   - interactions: Values of xi, the interaction of all lists: N0(xi) = N0 exp((−1)^t xi).
  ///   - thresholds: For a stepwise rule: the probability below which a pair enters.
  ///   - linkageErrors: Shares of missed, and of false, links.
  /// - Throws: `BootstrapError` when the rule gives no estimate at all.
  func sensitivity(
    of rule: SelectionRule, interactions: [Double] = [-1, -0.5, -0.25, 0.25, 0.5, 1],
    thresholds: [Double] = [0.001, 0.01, 0.02, 0.05, 0.1], linkageErrors: [Double] = [0.02, 0.05, 0.1]
  ) throws(BootstrapError) -> SensitivityReport {
    let estimator = try ReplicatePlan.estimator(rule, lists: lists.count)
    guard let estimate = estimator.estimate(CountTable(self)) else { throw .noEstimate }
    let hidden = estimate - Double(observed)
    let sign = lists.count % 2 == 0 ? 1.0 : -1.0
    return SensitivityReport(
      estimate: estimate,
      highestOrder: interactions.map { xi in
        .init(change: "xi = \(fixed(xi, 2))", estimate: Double(observed) + hidden * exp(sign * xi))
      },
      withoutList: lists.map { name in
        .init(change: "- \(name)", estimate: Self.estimate(try? dropping([name]), rule, less: 1), lists: [name])
      },
      merged: mergedVariations(rule), thresholds: thresholdVariations(rule, thresholds),
      linkage: linkageVariations(linkageErrors, estimator), consistency: consistency(rule),
      neededOverlap: neededOverlap(rule))
  }

  /// The estimate on a changed table; a given model has lists that are no longer there and gives none.
  private static func estimate(_ table: CaptureHistories?, _ rule: SelectionRule, less: Int) -> Double? {
    guard let table, table.lists.count > 1 else { return nil }
    var rule = rule
    switch rule {
    case .model(let model):
      guard let smaller = model.withFewerLists(less) else { return nil }
      rule = .model(smaller)
    case .bestOf: return nil
    case .weighed, .stepwise, .akaikeStepwise, .best: break
    }
    guard let estimator = try? RuleEstimator(rule, lists: table.lists.count) else { return nil }
    return estimator.estimate(CountTable(table))
  }

  private func mergedVariations(_ rule: SelectionRule) -> [SensitivityReport.Variation] {
    guard lists.count > 2 else { return [] }
    return listSets(of: 2, among: lists.count).map { pair in
      let names = names(of: pair)
      let name = names.joined(separator: " + ")
      return .init(
        change: name, estimate: Self.estimate(try? merging(names, into: name), rule, less: 1), lists: names)
    }
  }

  private func thresholdVariations(
    _ rule: SelectionRule, _ thresholds: [Double]
  ) -> [SensitivityReport.Variation] {
    guard case .stepwise = rule else { return [] }
    return thresholds.map { threshold in
      .init(change: "p < \(threshold)", estimate: try? stepwiseFit(threshold: threshold).estimate)
    }
  }

  private func linkageVariations(
    _ errors: [Double], _ estimator: RuleEstimator
  ) -> [SensitivityReport.Variation] {
    let table = CountTable(self)
    let histories = (1..<UInt32(table.cells)).map { $0 }
    let corrected = { (correction: LinkageCorrection) -> Double? in
      guard let counts = correction.corrected(table) else { return nil }
      var changed = table
      changed.load(histories, fractional: Array(counts.dropFirst()))
      return estimator.estimate(changed)
    }
    return errors.map { error in
      .init(
        change: "missed links \(fixed(100 * error, 0))%",
        estimate: corrected(LinkageCorrection(missed: error, falselyLinked: 0)))
    }
      + errors.map { error in
        .init(
          change: "false links \(fixed(100 * error, 0))%",
          estimate: corrected(LinkageCorrection(missed: 0, falselyLinked: error)))
      }
  }

  /// The persons on each list, as if only the other lists had been seen.
  private func consistency(_ rule: SelectionRule) -> [SensitivityReport.Consistency] {
    guard lists.count > 2 else { return [] }
    return lists.indices.map { list in
      let bit: UInt32 = 1 << UInt32(list)
      let members = entries.filter { $0.history & bit != 0 && $0.history != bit }
      let inside = try? CaptureHistories(lists: lists, entries: members, allowingRounded: true)
        .dropping([lists[list]])
      return SensitivityReport.Consistency(
        list: lists[list], known: margin(of: bit), estimate: Self.estimate(inside, rule, less: 1))
    }
  }
}

extension HierarchicalModel {
  /// Main effects and all pairs mean the same for any lists; other models do not carry over to fewer.
  fileprivate func withFewerLists(_ less: Int) -> HierarchicalModel? {
    if self == .mainEffects(lists: lists) { return .mainEffects(lists: lists - less) }
    if self == .allPairs(lists: lists) { return .allPairs(lists: lists - less) }
    return nil
  }
}
