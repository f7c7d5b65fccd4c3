extension CaptureHistories {
  /// The model that forward stepwise selection of pairs chooses, fitted.
  ///
  /// - Parameter threshold: A pair enters when its tail probability is below this; 0.02 by custom.
  /// - Throws: `LoglinearError.noMaximum` when not even the main effects have an estimate.
  /// - SeeAlso: `StepwiseSelection` for the rule.
  func stepwiseFit(threshold: Double) throws(LoglinearError) -> LoglinearFit {
    let table = CountTable(self)
    let solver = LoglinearSolver(lists: lists.count)
    let selection = StepwiseSelection(lists: lists.count, threshold: threshold)
    guard let selected = selection.select(table, solver) else {
      throw .noMaximum(model: HierarchicalModel.mainEffects(lists: lists.count).notation)
    }
    return try HierarchicalModel(lists: lists.count, generators: selected.terms).fitted(to: table, with: solver)
  }

  /// The model that forward selection of pairs by AIC chooses, fitted.
  ///
  /// - Parameter threshold: A pair enters when its Wald test has a probability below this.
  /// - Throws: `LoglinearError.noMaximum` when not even the main effects have an estimate.
  /// - SeeAlso: `AkaikeStepwise` for the rule.
  func akaikeStepwiseFit(threshold: Double) throws(LoglinearError) -> LoglinearFit {
    let table = CountTable(self)
    let solver = LoglinearSolver(lists: lists.count)
    guard let selected = AkaikeStepwise(lists: lists.count, threshold: threshold).select(table, solver) else {
      throw .noMaximum(model: HierarchicalModel.mainEffects(lists: lists.count).notation)
    }
    return try HierarchicalModel(lists: lists.count, generators: selected.terms).fitted(to: table, with: solver)
  }
}
