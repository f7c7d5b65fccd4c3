import Disclosure
import Model
import MonitorFolder
import Narrative

/// A text of the folder that is printed as it stands, with what may bear a number in it.
struct FixedSentence {
  /// How it reads, and so what is looked for in it.
  enum Kind {
    /// Sentences, titles and reasons: every number and every verdict.
    case sentence
    /// Names of what is counted, such as *18 to 25* or *lowest*, what is defined or decided, and what others published: only
    /// what rose, fell, turned or was for the first time.
    case name
  }

  var text: LocalizedText
  /// What it is, for a message: `de titel van fig-2.3`.
  var what: LocalizedText
  var file: String
  var row: Int?
  var kind = Kind.sentence
  /// The figure that has its numbers; nil: any figure of the edition may.
  var figure: String?

  func finding(_ rule: FindingRule, _ nl: String, _ en: String) -> Finding {
    Finding(rule, at: Finding.Place(file: file, row: row), LocalizedText(nl: nl, en: en))
  }
}

extension Monitor {
  /// Every text of the folder that reaches a page as it stands, but for those of `text/`.
  var fixedSentences: [FixedSentence] {
    ofHeader + ofCodebook + ofSources + ofRules + figures.flatMap(sentences) + ofExplanations
      + estimates.flatMap(sentences) + derived.flatMap(sentences)
  }

  private var ofHeader: [FixedSentence] {
    func of(_ text: LocalizedText, _ nl: String, _ en: String) -> FixedSentence {
      FixedSentence(text: text, what: LocalizedText(nl: nl, en: en), file: "monitor.yaml")
    }
    var all = [
      of(title, "de titel", "the title"), of(introduction, "de inleiding", "the introduction"),
      of(publication.reason, "de reden van het beleid", "the reason of the policy"),
    ]
    if case .reconstructed(let sentence) = provenance { all.append(of(sentence, "de herkomst", "the provenance")) }
    all += revisions.map { of($0.reason, "een herziening", "a revision") }
    all += constants.map { of($0.label, "constante \($0.name)", "constant \($0.name)") }
    return all
  }

  private var ofCodebook: [FixedSentence] {
    codebook.variables.flatMap { variable in
      func of(_ text: LocalizedText, _ nl: String, _ en: String, _ kind: FixedSentence.Kind) -> FixedSentence {
        FixedSentence(
          text: text, what: LocalizedText(nl: "\(nl) van \(variable.name)", en: "\(en) of \(variable.name)"),
          file: "codebook.yaml", kind: kind)
      }
      return [
        of(variable.label, "de naam", "the label", .name),
        of(variable.definition, "de definitie", "the definition", .name),
      ]
        + variable.categories.flatMap {
          [
            of($0.label, "categorie \($0.code)", "category \($0.code)", .name),
            of($0.definition, "de definitie van \($0.code)", "the definition of \($0.code)", .name),
          ]
        }
    }
  }

  private var ofSources: [FixedSentence] {
    sources.flatMap { source in
      func of(_ text: LocalizedText, _ nl: String, _ en: String) -> FixedSentence {
        FixedSentence(
          text: text, what: LocalizedText(nl: "\(nl) van \(source.name)", en: "\(en) of \(source.name)"),
          file: "sources.yaml", kind: .name)
      }
      return [of(source.definition, "de definitie", "the definition")]
        + source.changesOfDefinition.map { of($0, "een nieuwe definitie", "a new definition") }
        + source.expected.compactMap { $0.reason.map { of($0, "een reden", "a reason") } }
        + source.tables.flatMap {
          [
            of($0.label, "tabel \($0.name)", "table \($0.name)"),
            of($0.explanation, "de uitleg van \($0.name)", "the explanation of \($0.name)"),
          ]
        }
    }
  }

  private var ofRules: [FixedSentence] {
    ([("link", link.reason)] + rules.map { ($0.name, $0.reason) }).map { name, reason in
      FixedSentence(
        text: reason, what: LocalizedText(nl: "de reden van \(name)", en: "the reason of \(name)"), file: "rules.yaml",
        kind: .name)
    }
  }

  private func sentences(of figure: Figure) -> [FixedSentence] {
    func of(_ text: LocalizedText, _ nl: String, _ en: String, _ kind: FixedSentence.Kind = .sentence) -> FixedSentence
    {
      FixedSentence(
        text: text, what: LocalizedText(nl: "\(nl) van \(figure.id)", en: "\(en) of \(figure.id)"),
        file: "figures.yaml",
        kind: kind, figure: figure.id)
    }
    return [of(figure.title, "de titel", "the title"), of(figure.measure, "de maat", "the measure", .name)]
      + figure.notes.map { of($0, "een noot", "a note") } + figure.breaks.map { of($0.reason, "een breuk", "a break") }
      + figure.names.map { of($0, "een rij", "a row", .name) }
  }

  private var ofExplanations: [FixedSentence] {
    explanations.flatMap { one in
      one.figures.map {
        FixedSentence(
          text: one.text, what: LocalizedText(nl: "een verklaring van \($0)", en: "an explanation of \($0)"),
          file: "figures.yaml", row: one.line, figure: $0)
      }
    }
      + keyNumbers.map {
        FixedSentence(
          text: $0.label, what: LocalizedText(nl: "een kerngetal van \($0.figure)", en: "a key number of \($0.figure)"),
          file: "figures.yaml", row: $0.line, figure: $0.figure)
      }
  }

  private func sentences(of plan: EstimatePlan) -> [FixedSentence] {
    func of(_ text: LocalizedText, _ nl: String, _ en: String, _ kind: FixedSentence.Kind = .sentence) -> FixedSentence
    {
      FixedSentence(
        text: text, what: LocalizedText(nl: "\(nl) van \(plan.name)", en: "\(en) of \(plan.name)"),
        file: "figures.yaml", kind: kind, figure: plan.figure)
    }
    return [of(plan.title, "de titel", "the title"), of(plan.population, "de populatie", "the population")]
      + plan.notes.map { of($0, "een noot", "a note") }
      + plan.comparisons.map { of($0.difference, "een vergelijking", "a comparison", .name) }
  }

  private func sentences(of plan: DerivedPlan) -> [FixedSentence] {
    func of(_ text: LocalizedText, _ nl: String, _ en: String) -> FixedSentence {
      FixedSentence(
        text: text, what: LocalizedText(nl: "\(nl) van \(plan.name)", en: "\(en) of \(plan.name)"),
        file: "figures.yaml",
        figure: plan.figure)
    }
    var all = [of(plan.title, "de titel", "the title")] + plan.notes.map { of($0, "een noot", "a note") }
    if case .apportionment(_, _, let reason) = plan.form { all.append(of(reason, "de reden", "the reason")) }
    return all
  }
}

extension Figure {
  /// What its own rows are called.
  fileprivate var names: [LocalizedText] {
    switch numbers {
    case .counted(let counted):
      guard case .series(let series) = counted.rows else { return [] }
      return series.flatMap { [$0.label, $0.measure].compactMap(\.self) }
    case .delivered(let delivered):
      guard case .each(let rows) = delivered.rows else { return [] }
      return rows.flatMap { [$0.label, $0.measure] }
    // What others call what they published, with its source.
    case .quoted: return []
    }
  }
}
