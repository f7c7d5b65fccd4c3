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
          summary: figure.finding ?? figure.title, path: { EditionPath.figure(id, $0) }, language))
      if let drawing = figure.drawing {
        files.append(EditionFile(path: EditionPath.chart(id, language), text: drawing.rendered + "\n"))
      }
    }
    return files
  }

  private func page(
    _ content: some Sendable, template: Templates.Name, kind: PageKind, title: String, summary: String,
    path: (Language) -> String, _ language: Language
  ) throws(EditionError) -> EditionFile {
    let main = try templates.rendered(template, content)
    let other: Language = language == .nl ? .en : .nl
    let root = EditionPath.root(from: path(language))
    let name = monitor.title[language]
    let frame = PageFrame(
      t: phrases.named(in: language), language: language.rawValue, otherLanguage: other.rawValue, kind: kind.rawValue,
      title: kind == .overview ? name : "\(title) – \(name)", summary: summary, root: root, monitor: name,
      overviewPath: root + EditionPath.overview(language), methodPath: root + EditionPath.method(language),
      otherPath: root + path(other), textsPath: texts.isEmpty ? nil : root + EditionPath.overview(language) + "#texts",
      isOverview: kind == .overview, isMethod: kind == .method,
      banner: banner(language), main: main, publisher: monitor.publisher[language],
      referenceDate: date(monitor.referenceDate, language), policy: publication.policy.label[language],
      version: imprint.version)
    return EditionFile(path: path(language), text: try templates.rendered(.page, frame))
  }

  private func banner(_ language: Language) -> String? {
    switch monitor.provenance {
    case .registered: nil
    case .reconstructed(let text): text[language]
    }
  }
}

enum PageKind: String { case overview, figure, method, text, estimate }

/// What every page has around its content. Names are those the template uses.
private struct PageFrame {
  let t: [String: String]
  let language, otherLanguage, kind, title, summary, root, monitor: String
  let overviewPath, methodPath, otherPath: String
  let textsPath: String?
  let isOverview, isMethod: Bool
  let banner: String?
  let main, publisher, referenceDate, policy, version: String
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
