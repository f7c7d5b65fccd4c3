import Charts
import Disclosure
import Model

/// The account of the edition: deliveries, lanes, linking, rules, exclusions, departures, definitions and colophon.
struct MethodPage {
  struct Section {
    let id, title: String
    let text: String?
    let body: String
  }

  let t: [String: String]
  let sections: [Section]
}

extension Pages {
  func methodPage(in language: Language) -> MethodPage {
    func section(_ id: String, _ title: LocalizedText, _ text: LocalizedText?, _ body: Markup) -> MethodPage.Section {
      MethodPage.Section(id: id, title: title[language], text: text?[language], body: body.rendered)
    }
    var sections: [MethodPage.Section] = []
    if !account.grid.entries.isEmpty {
      sections.append(section("expected", phrases.expected, phrases.expectedText, expected(language)))
    }
    sections.append(section("deliveries", phrases.deliveries, phrases.deliveriesText, deliveries(language)))
    if deliversOnlyCounts {
      sections.append(section("lanes", phrases.reporters, phrases.reportersText, lanes(language)))
    } else {
      sections += [
        section("lanes", phrases.lanes, phrases.lanesText, lanes(language)),
        section("linking", phrases.linking, phrases.linkingText, linking(language)),
        section("rules", phrases.rules, phrases.rulesText, rules(language)),
      ]
    }
    if !account.exclusions.isEmpty {
      sections.append(section("exclusions", phrases.exclusions, phrases.exclusionsText, exclusions(language)))
    }
    if !account.imputations.isEmpty {
      sections.append(section("imputation", phrases.imputation, phrases.imputationText, imputations(language)))
    }
    if !statisticsUsed.isEmpty {
      sections.append(
        section("statistics", phrases.statistics, phrases.statisticsText, statisticsTable(language)))
    }
    if !publication.revisions.isEmpty {
      sections.append(section("revisions", phrases.revisions, phrases.revisionsText, revisions(language)))
    }
    sections += [
      section(
        "departures", phrases.departures, imprint.departures.isEmpty ? nil : phrases.departuresText,
        departures(language)),
      section("findings", phrases.findings, account.findings.isEmpty ? nil : phrases.findingsText, findings(language)),
      section("definitions", phrases.concepts, phrases.conceptsText, definitions(language)),
      section("colophon", phrases.colophon, nil, colophon(language)),
    ]
    return MethodPage(t: phrases.named(in: language), sections: sections)
  }

  private func exclusions(_ language: Language) -> Markup {
    listTable(
      caption: phrases.exclusions[language],
      headers: [LocalizedText(nl: "Regel", en: "Rule")[language]] + monitor.years.map { String($0) }
        + [LocalizedText(nl: "Samen", en: "Together")[language]],
      figures: Set(1...(monitor.years.count + 1)),
      rows: account.exclusions.map { tally in
        [.link(ruleLabel(tally.rule, language), to: "#rule-\(tally.rule)")]
          + (tally.casesByYear + [tally.total]).map { .text(number($0, language)) }
      }, language)
  }

  private func imputations(_ language: Language) -> Markup {
    let headers =
      [
        LocalizedText(nl: "Regel", en: "Rule"), LocalizedText(nl: "Gevallen", en: "Cases"),
        LocalizedText(nl: "Onbekend", en: "Unknown"), LocalizedText(nl: "Bijgeschat", en: "Imputed"),
        LocalizedText(nl: "Deel bijgeschat", en: "Part imputed"),
      ].map { $0[language] }
    return listTable(
      caption: phrases.imputation[language], headers: headers, figures: [1, 2, 3, 4],
      rows: account.imputations.map { tally in
        [
          .link(ruleLabel(tally.rule, language), to: "#rule-\(tally.rule)"), .text(number(tally.among, language)),
          .text(number(tally.unknown, language)), .text(number(tally.imputed, language)),
          .text(tally.share == .undefined ? "–" : number(tally.share, language) + "%"),
        ]
      }, language)
  }

  private func departures(_ language: Language) -> Markup {
    guard !imprint.departures.isEmpty else { return .element("p", [:], text: phrases.noDepartures[language]) }
    let headers =
      [
        LocalizedText(nl: "Figuur", en: "Figure"), LocalizedText(nl: "Plaats", en: "Place"),
        LocalizedText(nl: "Gepubliceerd", en: "Published"), LocalizedText(nl: "Hier", en: "Here"),
        LocalizedText(nl: "Reden", en: "Reason"),
      ].map { $0[language] }
    let root = EditionPath.root(from: EditionPath.method(language))
    return listTable(
      caption: phrases.departures[language], headers: headers, figures: [2, 3],
      rows: imprint.departures.map { departure in
        let label = labels[departure.figure][language]
        let hasPage = publication.table(named: departure.figure) != nil
        return [
          hasPage ? .link(label, to: root + EditionPath.figure(departure.figure, language)) : .text(label),
          .text(departure.place[language]), .text(departure.published), .text(departure.here),
          .text(departure.reason[language]),
        ]
      }, language)
  }

  private func findings(_ language: Language) -> Markup {
    guard !account.findings.isEmpty else { return .element("p", [:], text: phrases.noFindings[language]) }
    let headers = [
      LocalizedText(nl: "Controle", en: "Check"), LocalizedText(nl: "Gevolg", en: "Consequence"),
      LocalizedText(nl: "Aantal", en: "Number"),
    ].map { $0[language] }
    return listTable(
      caption: phrases.findings[language], headers: headers, figures: [2],
      rows: account.findings.map {
        [
          .text(imprint.checks[$0.rule]?[language] ?? $0.rule), .text($0.severity.label[language]),
          .text(number($0.count, language)),
        ]
      }, language)
  }

  private func colophon(_ language: Language) -> Markup {
    var terms: [(LocalizedText, String)] = [
      (phrases.publisher, monitor.publisher[language]), (phrases.edition, monitor.edition),
      (phrases.referenceDate, date(monitor.referenceDate, language)),
      (phrases.policy, publication.policy.label[language]),
      (phrases.reason, publication.policy.reason[language]),
    ]
    let deciders = monitor.publication.deciders
    if !deciders.isEmpty { terms.append((phrases.decidedBy, deciders.joined(separator: " · "))) }
    if case .reconstructed(let text) = monitor.provenance { terms.append((phrases.provenance, text[language])) }
    terms += [(phrases.version, imprint.version), (phrases.seed, String(monitor.seed))]
    let list = Markup.element(
      "dl", ["class": "terms"],
      terms.map { phrase, value in
        .element(
          "div", [:], [.element("dt", [:], text: phrase[language]), .element("dd", [:], text: value)])
      })
    return list
  }
}
