import Disclosure
import Model

extension Pages {
  /// How the numbers of a figure came about: the steps from deliveries to table that touch it, in order.
  func story(of shape: TableShape, root: String, _ language: Language) -> [FigurePage.Step] {
    guard let figure = monitor.figure(named: shape.figure) else { return [] }
    switch figure.numbers {
    case .counted(let counted): return caseSteps(counted, root: root, language)
    case .delivered(let delivered): return countSteps(delivered, root: root, language)
    case .quoted(let quoted): return quotedSteps(quoted.rows, language)
    }
  }

  private func caseSteps(_ counted: Figure.Counted, root: String, _ language: Language) -> [FigurePage.Step] {
    let method = root + EditionPath.method(language)
    func step(_ nl: String, _ en: String, _ anchor: String, _ link: String) -> FigurePage.Step {
      FigurePage.Step(text: LocalizedText(nl: nl, en: en)[language], path: method + "#" + anchor, link: link)
    }
    var steps: [FigurePage.Step] = []
    let deliveries = account.deliveries.filter { monitor.source(named: $0.source)?.deliversCounts != true }
    if !account.notifications.isNought {
      let text = taken(account.notifications, from: deliveries.count)
      steps.append(step(text.nl, text.en, "deliveries", phrases.deliveries[language]))
    }
    if !account.cases.isNought {
      let cases = number(account.cases, language)
      steps.append(
        step(
          "Meldingen over dezelfde persoon zijn samengenomen: \(cases) personen per jaar.",
          "Notifications about the same person were taken together: \(cases) persons per year.", "linking",
          phrases.linking[language]))
      if let persons = account.persons, persons.isWithinInterval {
        let (lower, upper) = (number(persons.lower, language), number(persons.upper, language))
        steps.append(
          step(
            "Wie wie is, is afgeleid: over alle jaren zijn het naar verwachting \(lower) tot \(upper) personen (95%).",
            "Who is who was worked out: over all years \(lower) to \(upper) persons are expected (95%).", "linking",
            phrases.linking[language]))
      }
    }
    for tally in account.exclusions where applies(tally.rule, to: counted.population) {
      let text = leftOut(tally.total)
      let reason = monitor.rules.first { $0.name == tally.rule }?.reason[language] ?? ""
      steps.append(
        step(
          "\(text.nl) \(reason)", "\(text.en) \(reason)", "rule-\(tally.rule)",
          ruleLabel(tally.rule, language)))
    }
    steps += ruleSteps(counted, method: method, language)
    steps.append(
      step(publication.policy.label.nl, publication.policy.label.en, "colophon", phrases.policy[language]))
    return steps
  }

  private func taken(_ rows: CellValue, from files: Int) -> LocalizedText {
    LocalizedText(
      nl: "Uit \(number(files, .nl)) \(files == 1 ? "levering" : "leveringen") "
        + (rows.isOne ? "is 1 melding opgenomen." : "zijn \(number(rows, .nl)) meldingen opgenomen."),
      en: "From \(number(files, .en)) \(files == 1 ? "delivery" : "deliveries") "
        + (rows.isOne ? "1 notification was taken in." : "\(number(rows, .en)) notifications were taken in."))
  }

  /// Cases, not persons: what a rule leaves out can be a conversation.
  private func leftOut(_ cases: CellValue) -> LocalizedText {
    LocalizedText(
      nl: cases.isOne ? "1 geval viel buiten de telling." : "\(number(cases, .nl)) gevallen vielen buiten de telling.",
      en: cases.isOne ? "1 case was left out of the count." : "\(number(cases, .en)) cases were left out of the count.")
  }

  private func quotedSteps(_ rows: [Figure.QuotedRow], _ language: Language) -> [FigurePage.Step] {
    var sources: [String] = []
    for row in rows where !sources.contains(row.source) { sources.append(row.source) }
    return sources.map {
      FigurePage.Step(
        text: (LocalizedText(nl: "Aangehaald uit: ", en: "Quoted from: ")[language]) + $0 + ".", path: nil, link: "")
    }
  }

  /// Whether an exclusion rule stands before a population.
  private func applies(_ rule: String, to population: Figure.Population) -> Bool {
    switch population {
    case .remaining: return true
    case .all: return false
    case .after(let last):
      let names = monitor.rules.map(\.name)
      guard let index = names.firstIndex(of: rule), let end = names.firstIndex(of: last) else { return false }
      return index <= end
    }
  }

  /// Rules that make the variables of the figure, with those they build on, in their order.
  private func ruleSteps(
    _ counted: Figure.Counted, method: String, _ language: Language
  ) -> [FigurePage.Step] {
    var wanted = counted.variables
    var used: [Rule] = []
    for rule in monitor.rules.reversed() {
      guard let target = rule.step.target, wanted.contains(target) else { continue }
      used.insert(rule, at: 0)
      for variable in rule.step.inputs where !wanted.contains(variable) { wanted.append(variable) }
    }
    return used.map { rule in
      var text = rule.reason[language]
      if let tally = account.imputations.first(where: { $0.rule == rule.name }), !tally.unknown.isNought {
        let (imputed, unknown) = (number(tally.imputed, language), number(tally.unknown, language))
        text +=
          LocalizedText(
            nl: " Van \(unknown) onbekende waarden kregen er \(imputed) een waarde.",
            en: " Of \(unknown) unknown values \(imputed) received one.")[language]
      }
      return FigurePage.Step(
        text: text, path: "\(method)#rule-\(rule.name)", link: ruleLabel(rule.name, language))
    }
  }
}

extension Figure.Counted {
  /// Every variable the figure reads.
  fileprivate var variables: [String] {
    let rows: [String] =
      switch self.rows {
      case .dimension(let dimension), .top(let dimension, _, _, _): [dimension.variable]
      case .series(let series): series.flatMap { $0.condition.mentions.map(\.variable) }
      }
    return rows + panels.map(\.variable) + (filter?.mentions.map(\.variable) ?? []) + summaries.map(\.variable)
  }
}
