import Charts
import Disclosure
import Model

/// The words and marks of the edition with what they mean.
struct GlossaryPage {
  struct Section {
    let id, title: String
    let terms: [Term]
  }

  let t: [String: String]
  let sections: [Section]
  let codebookPath: String
}

extension Pages {
  func glossaryPage(in language: Language) -> GlossaryPage {
    let root = EditionPath.root(from: EditionPath.glossary(language))
    let sections: [(String, LocalizedText, [Term])] = [
      ("units", phrases.unitsOfCount, unitTerms(language)), ("kinds", phrases.kindsOfNumbers, rungTerms(language)),
      ("signs", phrases.signs, signTerms(language)),
      ("characteristics", phrases.characteristics, variableTerms(language)),
      ("victims", phrases.victims, victimTerms(language)),
    ]
    return GlossaryPage(
      t: phrases.named(in: language),
      sections: sections.filter { !$0.2.isEmpty }.map {
        GlossaryPage.Section(id: $0.0, title: $0.1[language], terms: $0.2)
      }, codebookPath: root + EditionPath.method(language) + "#definitions")
  }

  /// Units that a figure of the edition counts, in the order of the folder.
  var unitsCounted: [UnitOfCount] {
    let used = Set(publication.figures.map(\.shape.unit.name))
    return monitor.units.filter { used.contains($0.name) }
  }

  /// What is counted, each noun once.
  func countedNouns(_ language: Language) -> String {
    var nouns: [String] = []
    for unit in unitsCounted where !nouns.contains(unit.label[language]) { nouns.append(unit.label[language]) }
    return nouns.joined(separator: ", ").capitalizedFirst + (nouns.isEmpty ? "" : ".")
  }

  private func unitTerms(_ language: Language) -> [Term] {
    var terms: [Term] = []
    for unit in unitsCounted {
      let (name, value) = (unit.label[language].capitalizedFirst, unit.repeats.words(in: monitor)[language])
      if !terms.contains(where: { $0.name == name && $0.value == value }) {
        terms.append(Term(name: name, value: value))
      }
    }
    return terms
  }

  private func rungTerms(_ language: Language) -> [Term] {
    let cells = publication.figures.flatMap { $0.cells.joined() }
    return Rung.allCases.filter { rung in cells.contains { $0.rung == rung } }.map {
      Term(name: $0.label[language].capitalizedFirst, value: $0.explanation[language])
    }
  }

  private func signTerms(_ language: Language) -> [Term] {
    let states = Set(publication.figures.flatMap { $0.cells.joined().map(\.state) })
    return CellState.allCases.filter(states.contains).compactMap { state in
      state.mark.map {
        Term(name: "\($0) \(state.label[language])", value: state.explanation[language].capitalizedFirst + ".")
      }
    }
  }

  /// Variables with a definition, by their label.
  private func variableTerms(_ language: Language) -> [Term] {
    monitor.codebook.variables.filter { !$0.definition[language].isEmpty }
      .map { Term(name: $0.label[language].capitalizedFirst, value: $0.definition[language]) }
      .sorted { ($0.name.lowercased(), $0.value) < ($1.name.lowercased(), $1.value) }
  }

  private func victimTerms(_ language: Language) -> [Term] {
    monitor.sources.filter { !$0.definition[language].isEmpty }.map {
      Term(name: $0.label[language], value: $0.definition[language])
    }
  }
}
