import Charts
import Model

extension Pages {
  /// The rules in order, each with its reason, its source and what it does in words.
  func rules(_ language: Language) -> Markup {
    .element(
      "ol", ["class": "rules"],
      monitor.rules.map { rule in
        .element(
          "li", ["id": "rule-\(rule.name)"],
          [
            .element(
              "h3", [:],
              [
                .text(ruleLabel(rule.name, language)),
                .element("span", ["class": "kind"], text: kind(of: rule, language)),
              ]),
            .element("p", [:], text: rule.reason[language]), workings(of: rule, language),
            source(rule.source, language),
          ])
      })
  }

  private func kind(of rule: Rule, _ language: Language) -> String {
    let text =
      switch rule.step {
      case .derive: LocalizedText(nl: "afleiding", en: "derivation")
      case .group: LocalizedText(nl: "groepering", en: "grouping")
      case .exclude: LocalizedText(nl: "uitsluiting", en: "exclusion")
      case .impute: LocalizedText(nl: "bijschatting", en: "imputation")
      }
    return text[language]
  }

  private func workings(of rule: Rule, _ language: Language) -> Markup {
    switch rule.step {
    case .derive(let target, let cases, let otherwise): derivation(target, cases, otherwise, language)
    case .group(let target, let variable):
      .element(
        "p", ["class": "workings"],
        text: LocalizedText(
          nl:
            "\(name(variable, language).capitalizedFirst) wordt ‘\(name(target, language))’ volgens de groepen in het codeboek.",
          en:
            "\(name(variable, language).capitalizedFirst) becomes ‘\(name(target, language))’ by the groups in the codebook."
        )[language]
      )
    case .exclude(let condition):
      .element(
        "p", ["class": "workings"],
        text: (LocalizedText(nl: "Telt niet mee: ", en: "Left out: ")[language])
          + condition.words(in: monitor, language) + ".")
    case .impute(let imputation): .element("p", ["class": "workings"], text: words(for: imputation, language))
    }
  }

  /// The cases of a derivation, folded: there are many and few readers need them all.
  private func derivation(
    _ target: String, _ cases: [Rule.DerivedCase], _ otherwise: String, _ language: Language
  ) -> Markup {
    let items = cases.map { item in
      Markup.element(
        "li", [:],
        [
          .text(item.condition.words(in: monitor, language).capitalizedFirst + ": "),
          .element("strong", [:], text: monitor.label(ofValue: item.value, in: target)[language]),
        ])
    }
    let rest = Markup.element(
      "li", [:],
      [
        .text(LocalizedText(nl: "Anders: ", en: "Otherwise: ")[language]),
        .element("strong", [:], text: monitor.label(ofValue: otherwise, in: target)[language]),
      ])
    let title =
      LocalizedText(
        nl: "‘\(name(target, language))’ volgens de eerste regel die past",
        en: "‘\(name(target, language))’ by the first line that fits")[language]
    return .element("details", [:], [.element("summary", [:], text: title), .element("ol", [:], items + [rest])])
  }

  private func words(for imputation: Imputation, _ language: Language) -> String {
    let strata = imputation.strata.map { name($0, language) }.joined(separator: ", ")
    let variable = name(imputation.variable, language)
    return LocalizedText(
      nl: "Onbekend ‘\(variable)’ wordt verdeeld binnen groepen met gelijke \(strata), als daarvan ten minste "
        + "\(imputation.minimumKnown) bekend zijn.",
      en: "Unknown ‘\(variable)’ is allotted within groups equal in \(strata), when at least "
        + "\(imputation.minimumKnown) of these are known.")[language]
  }

  private func name(_ variable: String, _ language: Language) -> String {
    monitor.label(ofVariable: variable)[language]
  }

  /// The codebook: each variable with its definition and, folded, its categories.
  func definitions(_ language: Language) -> Markup {
    .element(
      "dl", ["class": "definitions"],
      monitor.codebook.variables.map { variable in
        .element(
          "div", ["id": "variable-\(variable.name)"],
          [
            .element("dt", [:], term(for: variable, language)),
            .element("dd", [:], definition(of: variable, language)),
          ])
      })
  }

  /// The label and, for what a rule makes, that it is derived.
  private func term(for variable: Variable, _ language: Language) -> [Markup] {
    let derived = LocalizedText(nl: "afgeleid", en: "derived")[language]
    let name = Markup.text(variable.label[language].capitalizedFirst)
    return variable.isDerived ? [name, .text(" "), .element("span", ["class": "kind"], text: derived)] : [name]
  }

  private func definition(of variable: Variable, _ language: Language) -> [Markup] {
    var parts: [Markup] = []
    if !variable.definition[language].isEmpty { parts.append(.element("p", [:], text: variable.definition[language])) }
    guard !variable.categories.isEmpty else { return parts }
    let title = LocalizedText(
      nl: "\(variable.categories.count) categorieën", en: "\(variable.categories.count) categories")[language]
    let items = variable.categories.map { category in
      let meaning = category.definition[language]
      return Markup.element("li", [:], text: category.label[language] + (meaning.isEmpty ? "" : ": " + meaning))
    }
    parts.append(.element("details", [:], [.element("summary", [:], text: title), .element("ul", [:], items)]))
    return parts
  }
}

extension Pages {
  /// What a rule is called on a page: its place in the order and what it is about, in the language of the page.
  ///
  /// The code name of the folder, which is English, stays the anchor.
  func ruleLabel(_ name: String, _ language: Language) -> String {
    guard let index = monitor.rules.firstIndex(where: { $0.name == name }) else { return name }
    return LocalizedText(nl: "Regel \(index + 1)", en: "Rule \(index + 1)")[language] + ", "
      + about(monitor.rules[index], language)
  }

  /// `sector afleiden`, `wie niet meetelt`.
  private func about(_ rule: Rule, _ language: Language) -> String {
    let text: LocalizedText
    switch rule.step {
    case .derive(let target, _, _):
      let label = monitor.label(ofVariable: target)
      text = LocalizedText(nl: "\(label.nl) afleiden", en: "derive \(label.en)")
    case .group(let target, _):
      let label = monitor.label(ofVariable: target)
      text = LocalizedText(nl: "\(label.nl) groeperen", en: "group \(label.en)")
    case .exclude: text = LocalizedText(nl: "wie niet meetelt", en: "who is left out")
    case .impute(let imputation):
      let label = monitor.label(ofVariable: imputation.variable)
      text = LocalizedText(nl: "\(label.nl) bijschatten", en: "impute \(label.en)")
    }
    return text[language]
  }
}
