public import Model

/// The methods by which the hidden population is estimated, named as the command line names them.
public enum EstimationMethod: String, CaseIterable, Sendable {
  case mainEffects = "main-effects"
  case allPairs = "all-pairs"
  case model
  case stepwise
  case akaikeStepwise = "aic-stepwise"
  case bic
  case aic
  case bicAverage = "bic-average"
  case chao
  case chaoLogLinear = "chao-log-linear"
  case chaoListEffects = "chao-list-effects"
  case poissonHeterogeneity = "mh-poisson"
  case darrochHeterogeneity = "mh-darroch"
  case gammaHeterogeneity = "mh-gamma"
  case poissonListEffects = "mth-poisson"
  case darrochListEffects = "mth-darroch"
  case gammaListEffects = "mth-gamma"
  case decomposableGraphs = "dga"
  case latentClasses = "lcm"
  case interactionThreshold = "threshold"
  case interactionThresholdFlat = "threshold-flat"

  /// The assumption without which the number means nothing; printed wherever the number is.
  public var assumption: LocalizedText {
    switch self {
    case .mainEffects:
      LocalizedText(
        nl: "De lijsten zijn onafhankelijk van elkaar en iedereen heeft dezelfde kans om op een lijst te komen.",
        en: "The lists are independent and everyone has the same chance of being on a list.")
    case .allPairs:
      LocalizedText(
        nl: "Lijsten mogen paarsgewijs samenhangen; samenhang van drie of meer lijsten is er niet.",
        en: "Lists may depend on each other in pairs; there is no dependence of three or more lists.")
    case .model:
      LocalizedText(
        nl: "Het opgegeven model is het juiste en is niet op deze telling gekozen.",
        en: "The model given is the right one and was not chosen on this table.")
    case .stepwise, .akaikeStepwise:
      LocalizedText(
        nl: "Alleen paren van lijsten hangen samen, en stapsgewijze toetsing vindt de paren die ertoe doen.",
        en: "Only pairs of lists depend on each other, and stepwise testing finds the pairs that matter.")
    case .bic, .aic:
      LocalizedText(
        nl: "Het model met het beste criterium beschrijft ook de mensen die op geen lijst staan.",
        en: "The model with the best criterion also describes the people on no list.")
    case .bicAverage:
      LocalizedText(
        nl: "Een van de doorgerekende modellen is waar, en de gewichten exp(-BIC/2) zijn kansen.",
        en: "One of the models computed is true, and the weights exp(-BIC/2) are probabilities.")
    case .decomposableGraphs:
      LocalizedText(
        nl: "De samenhang tussen lijsten volgt een ontleedbare graaf, met vooraf dezelfde kans voor elke graaf.",
        en: "The dependence of lists follows a decomposable graph, each graph equally likely beforehand.")
    case .latentClasses:
      LocalizedText(
        nl: "Mensen vallen in groepen; binnen een groep zijn de lijsten onafhankelijk.",
        en: "People fall into classes; within a class the lists are independent.")
    case .interactionThreshold, .interactionThresholdFlat:
      LocalizedText(
        nl: "Alleen samenhang die de telling duidelijk laat zien bestaat; de rest is weggelaten, en die keuze telt "
          + "niet mee in het interval.",
        en: "Only dependence that the table clearly shows exists; the rest was dropped, and the interval does not "
          + "carry that choice.")
    default: heterogeneityAssumption
    }
  }

  private var heterogeneityAssumption: LocalizedText {
    switch self {
    case .chao, .chaoLogLinear, .chaoListEffects:
      LocalizedText(
        nl: "Ondergrens: lijsten zijn onafhankelijk per persoon, en de kans om gezien te worden mag per persoon "
          + "verschillen.",
        en: "Lower bound: lists are independent for each person, and the chance of being seen may differ by person.")
    case .poissonHeterogeneity, .poissonListEffects:
      LocalizedText(
        nl: "De kans om gezien te worden verschilt per persoon volgens een Poissonverdeling op logschaal.",
        en: "The chance of being seen differs by person, as a Poisson variable on the log scale.")
    case .darrochHeterogeneity, .darrochListEffects:
      LocalizedText(
        nl: "De kans om gezien te worden verschilt per persoon volgens een normale verdeling op logschaal.",
        en: "The chance of being seen differs by person, as a normal variable on the log scale.")
    default:
      LocalizedText(
        nl: "De kans om gezien te worden verschilt per persoon volgens een gammaverdeling op logschaal.",
        en: "The chance of being seen differs by person, as a gamma variable on the log scale.")
    }
  }
}
