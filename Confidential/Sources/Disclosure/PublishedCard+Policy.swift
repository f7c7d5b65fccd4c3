import Estimation
import Model

extension PublishedEstimate {
  init(_ estimate: ConfidentialEstimate, under policy: Policy) {
    let combinations = estimate.card.combinations.map(\.persons)
    // Combinations, pairs and lists are sums of one another, so that all of them go when one has to.
    let isTelling = combinations.contains { policy.shown($0).absence != nil }
    let card = PublishedCard(
      estimate, parts: { isTelling ? .suppressed(.secondary) : policy.shown($0) }, sayingNumbers: !isTelling,
      persons: policy.shown)
    self.init(figure: estimate.figure, card: card)
  }
}

extension PublishedCard {
  /// - Parameters:
  ///   - parts: What a policy makes of the overlap of lists; nil: the same as of other counts.
  ///   - sayingNumbers: Whether warnings may name counts.
  ///   - persons: What it makes of a count of persons or cases.
  init(
    _ estimate: ConfidentialEstimate, parts: ((Int) -> CellValue)? = nil, sayingNumbers: Bool = true,
    persons: @escaping (Int) -> CellValue
  ) {
    let parts = parts ?? persons
    let card = estimate.card
    let names = ListNames(card.lists.map(\.name), labels: estimate.edition?.plan.listLabels ?? [:])
    subject = estimate.edition.map { Subject($0, persons: persons) }
    observed = persons(card.observed)
    onSeveral = parts(card.combinations.filter { $0.members.count > 1 }.reduce(0) { $0 + $1.persons })
    lists = card.lists.map {
      List(name: $0.name, label: names[$0.name], persons: parts($0.persons), onlyHere: parts($0.onlyHere))
    }
    pairs = card.pairs.map { Pair(first: $0.first, second: $0.second, persons: parts($0.persons)) }
    combinations = card.combinations.map { Combination(members: $0.members, persons: parts($0.persons)) }
    warnings =
      [card.average?.text].compactMap(\.self)
      + card.warnings.map { $0.text(naming: names) }
      .filter { sayingNumbers || !$0.saysNumber }
    headline = Headline(card.headline, naming: names, sayingNumbers: sayingNumbers)
    years = card.years.map { Year($0, persons: persons) }
    estimates = card.estimates.map { value in
      Estimate(value, doubt: card.doubt(of: value), naming: names, persons: persons, sayingNumbers: sayingNumbers)
    }
    missing = card.missing.map { MissingMethod(method: Method($0.method), reason: $0.reason) }
    spread = card.spread.map { spread in
      Spread(
        smallest: spread.smallest, smallestMethod: Method(spread.smallestMethod), largest: spread.largest,
        largestMethod: Method(spread.largestMethod), methods: spread.methods)
    }
    models = (sayingNumbers ? card.models : nil).map { RankedModels($0, naming: names) }
    curve = card.curve.map {
      CurvePoint(top: $0.top, estimate: $0.estimate, intervals: $0.intervals.map(Interval.init))
    }
    sensitivity = card.sensitivity.map { Sensitivity($0, of: card, naming: names, persons: parts) }
  }
}

extension PublishedCard.RankedModels {
  fileprivate init(_ models: EstimateCard.RankedModels, naming names: ListNames) {
    (valid, all) = (models.valid, models.all)
    best = models.best.map { model in
      PublishedCard.RankedModel(
        notation: model.notation, inWords: names.model(model.notation),
        besideBest: names.difference(of: model.notation, from: models.best[0].notation), bic: model.bic,
        estimate: model.estimate, weight: model.weight)
    }
  }
}

extension PublishedCard.Method {
  fileprivate init(_ method: EstimationMethod) {
    (code, label, assumption) = (method.rawValue, method.label, method.assumption)
  }
}

extension PublishedCard.Interval {
  fileprivate init(_ interval: EstimateInterval) {
    (kind, level, lower, upper) = (interval.kind.rawValue, interval.level, interval.lower, interval.upper)
  }
}

extension PublishedCard.Estimate {
  fileprivate init(
    _ value: PopulationEstimate, doubt: EstimateDoubt?, naming names: ListNames, persons: (Int) -> CellValue,
    sayingNumbers: Bool
  ) {
    (method, observed) = (PublishedCard.Method(value.method), persons(value.observed))
    (estimate, standardError) = (value.estimate, value.standardError)
    intervals = value.intervals.map(PublishedCard.Interval.init)
    (model, modelInWords, parameters) = (value.model, names.model(value.model), value.parameters)
    // To many decimals how well a model fits is an equation in the counts.
    logLikelihood = sayingNumbers ? value.logLikelihood : nil
    deviance = sayingNumbers ? value.deviance : nil
    (aic, bic) = sayingNumbers ? (value.aic, value.bic) : (nil, nil)
    (existence, identifiable) = (value.existence.rawValue, value.identifiable)
    let said = { (isTechnical: Bool) in
      value.warnings.filter { $0.isTechnical == isTechnical }.map { $0.text(naming: names) }
        .filter { sayingNumbers || !$0.saysNumber }
    }
    (warnings, remarks) = (said(false), said(true))
    self.doubt = (doubt?.text).flatMap { sayingNumbers || !$0.saysNumber ? $0 : nil }
    (seed, replicates) = (value.seed, value.replicates)
  }
}

extension PublishedCard.Sensitivity {
  fileprivate init(
    _ report: SensitivityReport, of card: EstimateCard, naming names: ListNames, persons: (Int) -> CellValue
  ) {
    estimate = report.estimate
    groups = card.sensitivityGroups(naming: names).map { group in
      Group(
        name: group.name, title: group.title, explanation: group.explanation,
        changes: group.rows.map { Change(change: $0.change, estimate: $0.estimate) })
    }
    consistency = report.consistency.map {
      Consistency(list: $0.list, known: persons($0.known), estimate: $0.estimate)
    }
    neededOverlap = report.neededOverlap.map { NeededOverlap(now: persons($0.now), needed: $0.needed) }
  }
}

extension PublishedCard.Subject {
  fileprivate init(_ edition: EditionCard, persons: (Int) -> CellValue) {
    let plan = edition.plan
    (name, title, years, period) = (plan.name, edition.title, plan.years, edition.period)
    (population, periodNote, countedOnce) = (plan.population, edition.periodNote, edition.countedOnce)
    origin =
      switch plan.lists {
      case .table(let table): .table(file: table.file)
      case .cases(let variable, _):
        .cases(
          variable: variable,
          label: edition.monitor.codebook.variable(named: variable)?.label ?? LocalizedText(variable))
      }
    stratum = Dictionary(zip(plan.strata, edition.listed.stratum)) { first, _ in first }
    let names = ListNames([], labels: plan.listLabels)
    merged = plan.merged.map {
      Merge(
        name: $0.name, lists: $0.lists, label: names[$0.name], members: names.together($0.lists, by: ", "))
    }
    (dropped, droppedLabels) = (plan.dropped, names.together(plan.dropped, by: ", "))
    listLabels = plan.listLabels.filter { name, _ in edition.card.lists.contains { $0.name == name } }
    leftOut = persons(edition.listed.leftOut)
    (replicates, seed, notes) = (plan.replicates, edition.seed, plan.notes)
    comparisons = plan.comparisons.map { other in
      Comparison(
        label: other.label, period: other.years.printed, persons: other.persons, source: other.source,
        difference: other.difference)
    }
  }
}

extension LocalizedText {
  fileprivate var saysNumber: Bool { Language.allCases.contains { self[$0].contains(where: \.isNumber) } }
}
