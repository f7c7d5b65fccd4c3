import Charts
import Disclosure
import Model
import Narrative

/// What the pages of an edition are made from.
struct Pages {
  let publication: Publication
  let texts: [EvaluatedText]
  let imprint: Imprint
  let labels: FigureLabels
  /// One colour for a category, on every page.
  let colours: CategoryColours
  private let templates: Templates

  init(publication: Publication, texts: [EvaluatedText], imprint: Imprint) throws(EditionError) {
    self.publication = publication
    self.texts = texts
    self.imprint = imprint
    labels = FigureLabels(publication.figures)
    colours = CategoryColours(publication.figures)
    templates = try Templates()
  }

  var monitor: Monitor { imprint.monitor }
  var account: PublishedAccount { publication.account }

  /// Whether no partner delivers records, so that what was taken in are numbers and nobody is linked.
  var deliversOnlyCounts: Bool { !monitor.sources.isEmpty && monitor.sources.allSatisfy(\.deliversCounts) }

  /// All pages and charts in one language.
  func files(in language: Language) throws(EditionError) -> [EditionFile] {
    var files: [EditionFile] = []
    let overview = overviewPage(in: language)
    files.append(
      try page(
        overview, template: .overview, kind: .overview, title: monitor.title[language],
        summary: monitor.introduction[language], path: EditionPath.overview, language))
    let method = methodPage(in: language)
    files.append(
      try page(
        method, template: .method, kind: .method, title: phrases.method[language],
        summary: phrases.methodLead[language], path: EditionPath.method, language))
    files += try besides(in: language)
    let written = texts.filter { $0.language == language }
    for index in written.indices {
      let text = textPage(index, among: written)
      files.append(
        try page(
          text, template: .text, kind: .text, title: text.plainTitle, summary: text.summary,
          path: { EditionPath.text(written[index].name, $0) }, language))
    }
    for index in publication.tables.indices where !publication.tables[index].shape.isOfCube {
      let id = publication.tables[index].shape.figure
      if let estimate = publication.estimate(named: id) {
        let sheet = estimateSheet(estimate, at: index, in: language)
        files.append(
          try page(
            sheet, template: .estimate, kind: .estimate, title: "\(sheet.label): \(sheet.title)",
            summary: sheet.lead, path: { EditionPath.figure(id, $0) }, language))
        continue
      }
      let figure = figurePage(index, in: language)
      files.append(
        try page(
          figure, template: .figure, kind: .figure, title: "\(figure.label): \(figure.title)",
          summary: figure.finding ?? figure.title, path: { EditionPath.figure(id, $0) },
          picture: figure.drawing == nil ? nil : EditionPath.chart(id, language), language))
      if let drawing = figure.drawing {
        files.append(EditionFile(path: EditionPath.chart(id, language), text: drawing.rendered + "\n"))
      }
    }
    return files
  }

  /// Glossary, references and the list to search.
  private func besides(in language: Language) throws(EditionError) -> [EditionFile] {
    var files = [
      try page(
        glossaryPage(in: language), template: .glossary, kind: .glossary, title: phrases.glossary[language],
        summary: phrases.glossaryLead[language], path: EditionPath.glossary, language),
      try page(
        searchPage(in: language), template: .search, kind: .search, title: phrases.search[language],
        summary: phrases.searchLead[language], path: EditionPath.search, language),
    ]
    let references = referencesPage(in: language)
    if !references.references.isEmpty {
      files.append(
        try page(
          references, template: .references, kind: .references, title: phrases.references[language],
          summary: phrases.referencesLead[language], path: EditionPath.references, language))
    }
    return files
  }

  /// - Parameter picture: Path of the drawing that stands for the page where it is shared; nil without one.
  private func page(
    _ content: some Sendable, template: Templates.Name, kind: PageKind, title: String, summary: String,
    path: (Language) -> String, picture: String? = nil, _ language: Language
  ) throws(EditionError) -> EditionFile {
    let main = try templates.rendered(template, content)
    let other = monitor.languages.first { $0 != language }
    let root = EditionPath.root(from: path(language))
    let name = monitor.title[language]
    let address = monitor.address.map { $0 + path(language) }
    let frame = PageFrame(
      t: phrases.named(in: language), language: language.rawValue, otherLanguage: other?.rawValue ?? "",
      kind: kind.rawValue, title: kind == .overview ? name : "\(title) – \(name)", summary: summary, root: root,
      monitor: name, overviewPath: root + EditionPath.overview(language),
      methodPath: root + EditionPath.method(language), glossaryPath: root + EditionPath.glossary(language),
      searchPath: root + EditionPath.search(language),
      referencesPath: referencesPage(in: language).references.isEmpty ? nil : root + EditionPath.references(language),
      otherPath: other.map { root + path($0) },
      textsPath: texts.contains { $0.language == language } ? root + EditionPath.overview(language) + "#texts" : nil,
      isOverview: kind == .overview, isMethod: kind == .method, isGlossary: kind == .glossary,
      isSearch: kind == .search, banner: banner(language), main: main, publisher: monitor.publisher[language],
      referenceDate: date(monitor.referenceDate, language), policy: publication.policy.label[language],
      version: imprint.version,
      citation: citation(of: kind == .overview ? nil : title, at: address, language), licence: monitor.licence,
      counted: countedNouns(language),
      picture: picture.map { (monitor.address ?? root) + $0 }, address: address)
    return EditionFile(path: path(language), text: try templates.rendered(.page, frame))
  }

  /// `Uitgever (2020). Figuur 2.3: Geslacht. In: Slachtoffers van mensenhandel. Peildatum 1 juli 2020.`
  private func citation(of title: String?, at address: String?, _ language: Language) -> String {
    let year = monitor.edition.utf8.count == 4 ? monitor.edition : String(monitor.referenceDate.prefix(4))
    let name = monitor.title[language]
    let whole = title.map { "\($0). In: \(name)." } ?? "\(name)."
    let date = "\(phrases.referenceDate[language]) \(date(monitor.referenceDate, language))."
    return (["\(monitor.publisher[language]) (\(year)).", whole, date] + (address.map { [$0] } ?? []))
      .joined(separator: " ")
  }

  private func banner(_ language: Language) -> String? {
    switch monitor.provenance {
    case .registered: nil
    case .reconstructed(let text): text[language]
    }
  }
}

enum PageKind: String { case overview, figure, method, text, estimate, glossary, references, search }

/// What every page has around its content. Names are those the template uses.
private struct PageFrame {
  let t: [String: String]
  let language, otherLanguage, kind, title, summary, root, monitor: String
  let overviewPath, methodPath, glossaryPath, searchPath: String
  let referencesPath, otherPath, textsPath: String?
  let isOverview, isMethod, isGlossary, isSearch: Bool
  let banner: String?
  let main, publisher, referenceDate, policy, version, citation: String
  let licence: Licence?
  let counted: String
  let picture, address: String?
}

/// A name with a value, for lists of terms.
struct Term {
  let name, value: String
}

/// `2020-07-01` as readers write it: `1 juli 2020`. A text that is no such date stays as it is.
func date(_ text: String, _ language: Language) -> String {
  let parts = text.split(separator: "-").map { Int($0) }
  guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2], (1...12).contains(month) else {
    return text
  }
  let months =
    switch language {
    case .nl:
      [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
      ]
    case .en:
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
      ]
    }
  return "\(day) \(months[month - 1]) \(year)"
}
