public import Model

/// The methods by which the hidden population is estimated, named as the command line names them.
///
/// What must be decided of a method stands in this file: its name among people, its procedure, and with that what it
/// assumes. Other places ask for the procedure. No switch over either has a default, so that a new method or a new
/// procedure does not compile before each of them has been decided.
public enum EstimationMethod: String, CaseIterable, Sendable {
  case weighed
  case weighedDifferences = "weighed-differences"
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
}

extension EstimationMethod {
  /// How a method comes to its number.
  enum Procedure: Equatable, Sendable {
    /// All models of pairs, weighed by how probable they make the table.
    case weighed(WeighedModels.Family)
    /// One log-linear model, given or chosen on the table; a bootstrap repeats the choice.
    case oneModel(ModelChoice)
    /// All models of an order, weighted by exp(−BIC/2).
    case modelAverage
    /// Chao's bound from the persons on one list and on two.
    case chaoBound
    /// One log-linear model in which persons differ.
    case heterogeneity(HeterogeneityModel)
    case decomposableGraphs
    case latentClasses
    case interactionThreshold(InteractionThreshold.Prior)
  }

  var procedure: Procedure {
    switch self {
    case .weighed: .weighed(.alike)
    case .weighedDifferences: .weighed(.differing)
    case .mainEffects: .oneModel(.mainEffects)
    case .allPairs: .oneModel(.allPairs)
    case .model: .oneModel(.given)
    case .stepwise: .oneModel(.stepwise)
    case .akaikeStepwise: .oneModel(.akaikeStepwise)
    case .bic: .oneModel(.best(.bic))
    case .aic: .oneModel(.best(.aic))
    case .bicAverage: .modelAverage
    case .chao: .chaoBound
    case .chaoLogLinear: .heterogeneity(.init(form: .chao, hasListEffects: false))
    case .chaoListEffects: .heterogeneity(.init(form: .chao, hasListEffects: true))
    case .poissonHeterogeneity: .heterogeneity(.init(form: .poisson, hasListEffects: false))
    case .darrochHeterogeneity: .heterogeneity(.init(form: .darroch, hasListEffects: false))
    case .gammaHeterogeneity: .heterogeneity(.init(form: .gamma, hasListEffects: false))
    case .poissonListEffects: .heterogeneity(.init(form: .poisson, hasListEffects: true))
    case .darrochListEffects: .heterogeneity(.init(form: .darroch, hasListEffects: true))
    case .gammaListEffects: .heterogeneity(.init(form: .gamma, hasListEffects: true))
    case .decomposableGraphs: .decomposableGraphs
    case .latentClasses: .latentClasses
    case .interactionThreshold: .interactionThreshold(.normal)
    case .interactionThresholdFlat: .interactionThreshold(.flat)
    }
  }

  /// What the method is called among people.
  public var label: LocalizedText {
    switch self {
    case .weighed: LocalizedText(nl: "Modellen gewogen", en: "Models weighed")
    case .weighedDifferences:
      LocalizedText(nl: "Modellen gewogen, met verschillen", en: "Models weighed, with differences")
    case .mainEffects: LocalizedText(nl: "Onafhankelijke lijsten", en: "Independent lists")
    case .allPairs: LocalizedText(nl: "Alle paren hangen samen", en: "All pairs dependent")
    case .model: LocalizedText(nl: "Opgegeven model", en: "Model as given")
    case .stepwise: LocalizedText(nl: "Stapsgewijs, zoals gepubliceerd", en: "Stepwise, as published")
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
    case .poissonHeterogeneity: LocalizedText(nl: "Verschillen, Poisson", en: "Differences, Poisson")
    case .darrochHeterogeneity: LocalizedText(nl: "Verschillen, Darroch", en: "Differences, Darroch")
    case .gammaHeterogeneity: LocalizedText(nl: "Verschillen, gamma", en: "Differences, gamma")
    case .poissonListEffects:
      LocalizedText(nl: "Lijsten en verschillen, Poisson", en: "Lists and differences, Poisson")
    case .darrochListEffects:
      LocalizedText(nl: "Lijsten en verschillen, Darroch", en: "Lists and differences, Darroch")
    case .gammaListEffects: LocalizedText(nl: "Lijsten en verschillen, gamma", en: "Lists and differences, gamma")
    }
  }

  /// The assumption without which the number means nothing; printed wherever the number is.
  public var assumption: LocalizedText {
    switch procedure {
    case .weighed(let family): family.assumption
    case .oneModel(let choice): choice.assumption
    case .modelAverage:
      LocalizedText(
        nl: "Een van de doorgerekende modellen is waar, en de gewichten exp(-BIC/2) zijn kansen.",
        en: "One of the models computed is true, and the weights exp(-BIC/2) are probabilities.")
    case .chaoBound: HeterogeneityModel.Form.chao.assumption
    case .heterogeneity(let model): model.form.assumption
    case .decomposableGraphs:
      LocalizedText(
        nl: "De samenhang tussen lijsten volgt een ontleedbare graaf, met vooraf dezelfde kans voor elke graaf.",
        en: "The dependence of lists follows a decomposable graph, each graph equally likely beforehand.")
    case .latentClasses:
      LocalizedText(
        nl: "Mensen vallen in groepen; binnen een groep zijn de lijsten onafhankelijk.",
        en: "People fall into classes; within a class the lists are independent.")
    case .interactionThreshold:
      LocalizedText(
        nl: "Alleen samenhang die de telling duidelijk laat zien bestaat; de rest is weggelaten, en die keuze telt "
          + "niet mee in het interval.",
        en: "Only dependence that the table clearly shows exists; the rest was dropped, and the interval does not "
          + "carry that choice.")
    }
  }

  /// How the method comes by its one model; nil when the number does not rest on one. Such a method does for strata and
  /// for errors of linkage, where the choice is made anew in every group and every corrected table.
  var choice: ModelChoice? {
    switch procedure {
    case .oneModel(let choice): choice
    case .weighed, .modelAverage, .chaoBound, .heterogeneity, .decomposableGraphs, .latentClasses,
      .interactionThreshold:
      nil
    }
  }

  /// The largest number of lists in a term of the models that this method ranks among so many lists, when nobody says
  /// which: all hierarchical models of up to five lists (6,893 of five), and pairs where there are more.
  public func rankedOrder(lists: Int) -> Int {
    switch procedure {
    case .oneModel(.best), .modelAverage:
      lists <= 5 ? max(lists - 1, EstimationSettings.pairs) : EstimationSettings.pairs
    case .oneModel(.mainEffects), .oneModel(.allPairs), .oneModel(.given), .oneModel(.stepwise),
      .oneModel(.akaikeStepwise), .weighed, .chaoBound, .heterogeneity, .decomposableGraphs, .latentClasses,
      .interactionThreshold:
      EstimationSettings.pairs
    }
  }

  /// Whether counts may be ranges: of models that are given, or ranked by BIC, the likelihood of ranges is maximised.
  var takesRanges: Bool {
    switch procedure {
    case .oneModel(.mainEffects), .oneModel(.allPairs), .oneModel(.given), .oneModel(.best(.bic)): true
    case .oneModel(.stepwise), .oneModel(.akaikeStepwise), .oneModel(.best(.aic)), .weighed, .modelAverage,
      .chaoBound, .heterogeneity, .decomposableGraphs, .latentClasses, .interactionThreshold:
      false
    }
  }

  /// Whether the method says "at least": Chao's bounds hold for any differences between persons.
  package var isLowerBound: Bool {
    switch procedure {
    case .chaoBound: true
    case .heterogeneity(let model): model.form.isLowerBound
    case .oneModel, .weighed, .modelAverage, .decomposableGraphs, .latentClasses, .interactionThreshold: false
    }
  }
}

extension WeighedModels.Family {
  fileprivate var assumption: LocalizedText {
    switch self {
    case .alike:
      LocalizedText(
        nl: "Lijsten mogen paarsgewijs samenhangen, hoe en hoe sterk is onzeker; alle mensen hebben dezelfde kans om "
          + "op een lijst te komen.",
        en: "Lists may hang together in pairs, which and how strongly is uncertain; all persons have the same chance "
          + "of being on a list.")
    case .differing:
      LocalizedText(
        nl: "Lijsten mogen paarsgewijs samenhangen, en mensen verschillen in hun kans om gezien te worden, zonder "
          + "dat iemand onvindbaar is.",
        en: "Lists may hang together in pairs, and persons differ in their chance of being seen, without anybody "
          + "being impossible to find.")
    }
  }
}

extension ModelChoice {
  fileprivate var assumption: LocalizedText {
    switch self {
    case .mainEffects: .independence
    case .allPairs:
      LocalizedText(
        nl: "Lijsten mogen paarsgewijs samenhangen; samenhang van drie of meer lijsten is er niet.",
        en: "Lists may depend on each other in pairs; there is no dependence of three or more lists.")
    case .given:
      LocalizedText(
        nl: "Het opgegeven model is het juiste en is niet op deze telling gekozen.",
        en: "The model given is the right one and was not chosen on this table.")
    case .stepwise, .akaikeStepwise:
      LocalizedText(
        nl: "Alleen paren van lijsten hangen samen, en stapsgewijze toetsing vindt de paren die ertoe doen.",
        en: "Only pairs of lists depend on each other, and stepwise testing finds the pairs that matter.")
    case .best:
      LocalizedText(
        nl: "Het model met het beste criterium beschrijft ook de mensen die op geen lijst staan.",
        en: "The model with the best criterion also describes the people on no list.")
    }
  }
}

extension HeterogeneityModel.Form {
  fileprivate var assumption: LocalizedText {
    switch self {
    case .none: .independence
    case .chao:
      LocalizedText(
        nl: "Ondergrens als lijsten onafhankelijk zijn per persoon: de kans om gezien te worden mag per persoon "
          + "verschillen, maar mijden lijsten elkaar, dan kan het er boven liggen.",
        en: "Lower bound if lists are independent for each person: the chance of being seen may differ by person, but "
          + "where lists avoid each other it can lie above the truth.")
    case .poisson:
      LocalizedText(
        nl: "De kans om gezien te worden verschilt per persoon volgens een Poissonverdeling op logschaal.",
        en: "The chance of being seen differs by person, as a Poisson variable on the log scale.")
    case .darroch:
      LocalizedText(
        nl: "De kans om gezien te worden verschilt per persoon volgens een normale verdeling op logschaal.",
        en: "The chance of being seen differs by person, as a normal variable on the log scale.")
    case .gamma:
      LocalizedText(
        nl: "De kans om gezien te worden verschilt per persoon volgens een gammaverdeling op logschaal.",
        en: "The chance of being seen differs by person, as a gamma variable on the log scale.")
    }
  }

  fileprivate var isLowerBound: Bool {
    switch self {
    case .chao: true
    case .none, .poisson, .darroch, .gamma: false
    }
  }
}

extension LocalizedText {
  fileprivate static let independence = LocalizedText(
    nl: "De lijsten zijn onafhankelijk van elkaar en iedereen heeft dezelfde kans om op een lijst te komen.",
    en: "The lists are independent and everyone has the same chance of being on a list.")
}
