/// How a method that rests on one log-linear model comes by it.
enum ModelChoice: Equatable, Sendable {
  case mainEffects
  case allPairs
  /// The model of the settings.
  case given
  /// Forward by the Poisson tail; `StepwiseSelection`.
  case stepwise
  /// Forward by AIC; `AkaikeStepwise`.
  case akaikeStepwise
  /// The best of all models up to the order of the settings.
  case best(InformationCriterion)

  /// The rule for a table of this many lists.
  ///
  /// - Throws: `EstimationError.modelMissing` and `unreadableModel` for the given model.
  func rule(lists: Int, _ settings: EstimationSettings) throws(EstimationError) -> SelectionRule {
    switch self {
    case .mainEffects: return .model(.mainEffects(lists: lists))
    case .allPairs: return .model(.allPairs(lists: lists))
    case .given:
      guard let notation = settings.model else { throw .modelMissing }
      guard let model = HierarchicalModel(lists: lists, notation: notation) else { throw .unreadableModel(notation) }
      return .model(model)
    case .stepwise: return .stepwise(threshold: settings.threshold)
    case .akaikeStepwise: return .akaikeStepwise(threshold: settings.threshold)
    case .best(let criterion): return .best(criterion, order: settings.order)
    }
  }
}
