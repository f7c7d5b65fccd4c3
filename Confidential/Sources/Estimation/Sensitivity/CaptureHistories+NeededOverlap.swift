extension CaptureHistories {
  /// How many persons would have to be on several lists for the interval to be half as wide around the same number: for
  /// half the standard error of the logarithm of the hidden number.
  ///
  /// Every overlap is multiplied by the same factor and the persons on one list only are reduced, so that each list
  /// stays as long as it is. The model chosen on the data is kept. The factor is looked for upwards in steps of a
  /// quarter, to a million at most, and then halved forty times: to a part in 10^12.
  ///
  /// - Returns: nil for rules that do not choose one model, and when a list runs out of persons or a fit fails before
  ///   the interval is half as wide.
  func neededOverlap(_ rule: SelectionRule) -> SensitivityReport.NeededOverlap? {
    guard let model = chosenModel(rule), let fit = try? model.fitted(to: self) else { return nil }
    let solver = LoglinearSolver(lists: lists.count)
    let width = { (fit: LoglinearFit) -> Double in fit.interceptVariance.squareRoot() }
    let target = width(fit) / 2
    let now = entries.reduce(0) { $0 + ($1.history.nonzeroBitCount > 1 ? $1.count : 0) }
    let isEnough = { (factor: Double) -> Bool? in
      guard let table = multiplyingOverlaps(by: factor), let fit = try? model.fitted(to: table, with: solver) else {
        return nil
      }
      return width(fit) <= target
    }
    var low = 1.0
    var high = 1.0
    repeat {
      low = high
      high *= 1.25
      guard let enough = isEnough(high) else { return nil }
      if enough { break }
    } while high < 1e6
    for _ in 0..<40 {
      let middle = (low + high) / 2
      guard let enough = isEnough(middle) else { return nil }
      if enough { high = middle } else { low = middle }
    }
    return SensitivityReport.NeededOverlap(now: now, needed: Double(now) * high)
  }

  private func chosenModel(_ rule: SelectionRule) -> HierarchicalModel? {
    switch rule {
    case .weighed: (try? RuleEstimator(.weighed, lists: lists.count))?.model(CountTable(self))
    case .model(let model): model
    case .stepwise(let threshold): try? stepwiseFit(threshold: threshold).model
    case .akaikeStepwise(let threshold): try? akaikeStepwiseFit(threshold: threshold).model
    case .best, .bestOf: nil
    }
  }

  private func multiplyingOverlaps(by factor: Double) -> CountTable? {
    var counts = [Double](repeating: 0, count: 1 << lists.count)
    for entry in entries {
      let isOverlap = entry.history.nonzeroBitCount > 1
      counts[Int(entry.history)] += Double(entry.count) * (isOverlap ? factor : 1)
      guard isOverlap else { continue }
      for list in lists.indices where entry.history & (1 << UInt32(list)) != 0 {
        counts[1 << list] -= Double(entry.count) * (factor - 1)
      }
    }
    guard counts.allSatisfy({ $0 >= 0 }) else { return nil }
    var table = CountTable(lists: lists.count)
    table.load((1..<UInt32(counts.count)).map { $0 }, fractional: Array(counts.dropFirst()))
    return table
  }
}
