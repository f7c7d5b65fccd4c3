import Charts
import Disclosure
import Model
import Narrative

/// What the edition refers to, each source once, with the places that use it.
struct ReferencesPage {
  struct Use {
    let name, path: String
    /// Whether another follows.
    let more: Bool
  }
  struct Reference {
    /// As markup: a source may have a link.
    let text: String
    let uses: [Use]
  }

  let t: [String: String]
  let references: [Reference]
}

extension Pages {
  /// Notes of texts that are no mere reference to a figure, and sources of explanations, quoted numbers and single figures,
  /// in the order of their words.
  func referencesPage(in language: Language) -> ReferencesPage {
    let root = EditionPath.root(from: EditionPath.references(language))
    var found: [String: (text: String, uses: [(name: String, path: String)])] = [:]
    func add(_ plain: String, _ markup: String, _ name: String, _ path: String) {
      let key = plain.lowercased().filter { $0.isLetter || $0.isNumber }
      guard !key.isEmpty else { return }
      var entry = found[key] ?? (markup, [])
      if !entry.uses.contains(where: { $0.path == path }) { entry.uses.append((name, path)) }
      found[key] = entry
    }
    for text in texts where text.language == language {
      var markup = TextMarkup(pages: self, language: language, root: root)
      for note in text.notes where !note.contains(where: \.isReference) {
        add(
          note.map(\.plain).joined(), Markup.group(markup.pieces(note)).rendered, text.plainTitle,
          root + EditionPath.text(text.name, language))
      }
    }
    for (source, name, path) in figureSources(root: root, language) {
      add(source, Markup.text(source).rendered, name, path)
    }
    let references = found.sorted { $0.key < $1.key }.map { _, entry in
      ReferencesPage.Reference(
        text: entry.text,
        uses: entry.uses.enumerated().map { index, use in
          ReferencesPage.Use(name: use.name, path: use.path, more: index + 1 < entry.uses.count)
        })
    }
    return ReferencesPage(t: phrases.named(in: language), references: references)
  }

  private func figureSources(root: String, _ language: Language) -> [(String, String, String)] {
    publication.figures.flatMap { table -> [(String, String, String)] in
      let id = table.shape.figure
      let (name, path) = (labels[id][language], root + EditionPath.figure(id, language))
      var sources = explanationNotes(of: table, language).map(\.source)
      if case .quoted(let quoted) = monitor.figure(named: id)?.numbers { sources += quoted.rows.map(\.source) }
      let line = table.shape.sourceLine[language]
      if publication.figures.count(where: { $0.shape.sourceLine[language] == line }) == 1, !line.isEmpty {
        sources.append(line)
      }
      return sources.map { ($0, name, path) }
    }
  }
}

extension TextPiece {
  /// Whether it names a figure, so that its note leads into the edition and not out of it.
  fileprivate var isReference: Bool { if case .reference = self { true } else { false } }
}
