public import Model

extension EstimationMethod {
  /// What the method is called among people.
  public var label: LocalizedText {
    switch self {
    case .mainEffects: LocalizedText(nl: "Onafhankelijke lijsten", en: "Independent lists")
    case .allPairs: LocalizedText(nl: "Alle paren hangen samen", en: "All pairs dependent")
    case .model: LocalizedText(nl: "Opgegeven model", en: "Model as given")
    case .stepwise: LocalizedText(nl: "Stapsgewijs, Poissontoets", en: "Stepwise, Poisson test")
    case .akaikeStepwise: LocalizedText(nl: "Stapsgewijs, AIC", en: "Stepwise, AIC")
    case .bic: LocalizedText(nl: "Beste model naar BIC", en: "Best model by BIC")
    case .aic: LocalizedText(nl: "Beste model naar AIC", en: "Best model by AIC")
    case .bicAverage: LocalizedText(nl: "Modellen gemiddeld naar BIC", en: "Models averaged by BIC")
    case .chao: LocalizedText(nl: "Ondergrens van Chao", en: "Chao's lower bound")
    case .chaoLogLinear: LocalizedText(nl: "Ondergrens, loglineair", en: "Lower bound, log-linear")
    case .chaoListEffects: LocalizedText(nl: "Ondergrens met lijsteffecten", en: "Lower bound with list effects")
    case .decomposableGraphs: LocalizedText(nl: "Ontleedbare grafen (Bayes)", en: "Decomposable graphs (Bayes)")
    case .interactionThreshold: LocalizedText(nl: "Drempel op samenhang (Bayes)", en: "Interaction threshold (Bayes)")
    case .interactionThresholdFlat:
      LocalizedText(nl: "Drempel op samenhang, vlak (Bayes)", en: "Interaction threshold, flat (Bayes)")
    case .latentClasses: LocalizedText(nl: "Latente klassen (Bayes)", en: "Latent classes (Bayes)")
    default: heterogeneityLabel
    }
  }

  private var heterogeneityLabel: LocalizedText {
    switch self {
    case .poissonHeterogeneity: LocalizedText(nl: "Verschillen, Poisson", en: "Differences, Poisson")
    case .darrochHeterogeneity: LocalizedText(nl: "Verschillen, Darroch", en: "Differences, Darroch")
    case .gammaHeterogeneity: LocalizedText(nl: "Verschillen, gamma", en: "Differences, gamma")
    case .poissonListEffects:
      LocalizedText(nl: "Lijsten en verschillen, Poisson", en: "Lists and differences, Poisson")
    case .darrochListEffects:
      LocalizedText(nl: "Lijsten en verschillen, Darroch", en: "Lists and differences, Darroch")
    case .gammaListEffects: LocalizedText(nl: "Lijsten en verschillen, gamma", en: "Lists and differences, gamma")
    default: LocalizedText(rawValue)
    }
  }
}
