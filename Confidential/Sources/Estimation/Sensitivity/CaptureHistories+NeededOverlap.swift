extension CaptureHistories {
  /// How many persons would have to be on several lists for the 95% log-normal interval to be half as wide around the same
  /// number of persons.
  ///
  /// Lists grow together: the odds of being on each are multiplied by one factor while the number of persons and the
  /// interactions of the model chosen on the data stay. The logarithm of the factor is looked for upwards in steps of a
  /// tenth, to 6 at most, and then halved forty times.
  ///
  /// - Returns: nil for rules that choose no model, and when a fit fails before the interval is half as wide.
  func neededOverlap(_ rule: SelectionRule) -> SensitivityReport.NeededOverlap? {
    guard let model = chosenModel(rule), let fit = try? model.fitted(to: self) else { return nil }
    let solver = LoglinearSolver(lists: lists.count)
    let width = { (fit: LoglinearFit) -> Double in
      let interval = fit.logNormalInterval(level: 0.95)
      return interval.upper - interval.lower
    }
    let target = width(fit) / 2
    let now = entries.reduce(0) { $0 + ($1.history.nonzeroBitCount > 1 ? $1.count : 0) }
    let grown = { (growth: Double) -> (overlap: Double, isEnough: Bool)? in
      let table = expected(fit, growth: growth)
      guard let fit = try? model.fitted(to: table, with: solver) else { return nil }
      let overlap = (1..<table.cells).reduce(0) { $0 + ($1.nonzeroBitCount > 1 ? table.counts[$1] : 0) }
      return (overlap, width(fit) <= target)
    }
    var (low, high) = (0.0, 0.0)
    repeat {
      low = high
      high += 0.1
      guard let larger = grown(high) else { return nil }
      if larger.isEnough { break }
    } while high < 6
    for _ in 0..<40 {
      let middle = (low + high) / 2
      guard let part = grown(middle) else { return nil }
      if part.isEnough { high = middle } else { low = middle }
    }
    return grown(high).flatMap { $0.isEnough ? SensitivityReport.NeededOverlap(now: now, needed: $0.overlap) : nil }
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

  /// The counts that the fit expects of as many persons when the odds of every list are multiplied by exp(growth).
  private func expected(_ fit: LoglinearFit, growth: Double) -> CountTable {
    let means = (0..<(1 << lists.count)).map { cell -> Double in
      let terms = zip(fit.model.terms, fit.parameters).filter { Int($0.0) & cell == Int($0.0) }
      return exp(terms.reduce(0) { $0 + $1.1 } + growth * Double(cell.nonzeroBitCount))
    }
    let scale = fit.estimate / means.reduce(0, +)
    var table = CountTable(lists: lists.count)
    table.load((1..<UInt32(means.count)).map { $0 }, fractional: means.dropFirst().map { scale * $0 })
    return table
  }
}
