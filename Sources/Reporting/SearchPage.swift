import Charts
import Disclosure
import Model
import Narrative

/// All subjects of the edition in one list, which a script narrows to the words that are typed.
struct SearchPage {
  struct Entry {
    let kind, title, path: String
    let snippet: String?
    /// More words by which it is found.
    let words: String
  }

  let t: [String: String]
  let entries: [Entry]
}

extension Pages {
  func searchPage(in language: Language) -> SearchPage {
    let root = EditionPath.root(from: EditionPath.search(language))
    let written = texts.filter { $0.language == language }.map { text in
      SearchPage.Entry(
        kind: phrases.text[language], title: text.plainTitle, path: root + EditionPath.text(text.name, language),
        snippet: text.lead.isEmpty ? nil : text.lead, words: text.contents.map(\.title).joined(separator: " "))
    }
    let figures = publication.figures.map { table in
      let shape = table.shape
      let rows = shape.rows.map { $0.reading(in: language) }
      return SearchPage.Entry(
        kind: labels[shape.figure][language], title: shape.title[language],
        path: root + EditionPath.figure(shape.figure, language), snippet: nil,
        words: (rows + shape.columns.map { $0.label[language] } + shape.notes.map { $0[language] }
          + [shape.unit.label[language], shape.sourceLine[language]]).joined(separator: " "))
    }
    let glossary = glossaryPage(in: language).sections.flatMap { section in
      section.terms.map { term in
        SearchPage.Entry(
          kind: phrases.term[language], title: term.name,
          path: root + EditionPath.glossary(language) + "#\(section.id)", snippet: term.value, words: "")
      }
    }
    let method = methodPage(in: language).sections.map { section in
      SearchPage.Entry(
        kind: phrases.method[language], title: section.title,
        path: root + EditionPath.method(language) + "#\(section.id)", snippet: section.text, words: "")
    }
    return SearchPage(t: phrases.named(in: language), entries: written + figures + glossary + method)
  }
}
