import Charts
public import Disclosure
public import Model

/// The card of an estimate as files: a page in each language, its numbers as JSON, and the style of an edition.
public struct EstimateReport: Sendable {
  /// Ordered by path.
  public let files: [EditionFile]

  /// - Parameters:
  ///   - estimate: Out of a publication, which is the only place it can come from.
  ///   - language: Of the words in `card.json`.
  /// - Throws: `EditionError.template` when the page template cannot be read, which a test rules out; `card` when the
  ///   card has something that is no number.
  public init(_ estimate: PublishedEstimate, in language: Language, version: String) throws(EditionError) {
    let templates = try Templates()
    let data = try estimate.card.json(in: language)
    var files = assetFiles() + [EditionFile(path: EditionPath.cardData, bytes: data)]
    for language in Language.allCases {
      let text = try templates.rendered(.card, CardFrame(estimate.card.page(in: language), version: version, language))
      files.append(EditionFile(path: EditionPath.card(language), text: text))
    }
    self.files = files.sorted { $0.path < $1.path }
  }

  /// Writes all files or none; a card that stood there is replaced, anything else is left alone.
  ///
  /// - Throws: `EditionWritingError`.
  public func write(to folder: String) throws(EditionWritingError) {
    try Edition(files: files).write(to: folder, over: [EditionPath.card(.nl), EditionPath.cardData])
  }
}

/// What the template of a card that stands on its own shows. Names are those it uses.
private struct CardFrame {
  let t: [String: String]
  let language, otherLanguage, otherPath, title, lead, version: String
  let body: EstimateBody

  init(_ page: EstimatePage, version: String, _ language: Language) {
    let other: Language = language == .nl ? .en : .nl
    t = phrases.named(in: language)
    (self.language, otherLanguage, otherPath) = (language.rawValue, other.rawValue, EditionPath.card(other))
    (title, lead, self.version) = (page.title, page.lead, version)
    body = EstimateBody(page, language)
  }
}

/// Both layers of a card, as the template `estimateBody` shows them, in an edition and on its own.
struct EstimateBody {
  let t: [String: String]
  let title, lead, account: String
  let answers, facts: [Term]
  let iceberg: EstimateSection.Picture?
  /// One or none.
  let yearly, sections: [EstimateSection]

  init(_ page: EstimatePage, _ language: Language) {
    t = phrases.named(in: language)
    (title, lead, account) = (page.title, page.lead, page.account)
    answers = page.answers.map { Term(name: $0.name, value: $0.value) }
    facts = page.facts.map { Term(name: $0.name, value: $0.value) }
    iceberg = page.iceberg.flatMap { EstimateSection.Picture($0, language) }
    yearly = [page.yearly].compactMap { $0.map { EstimateSection($0, language) } }
    sections = page.sections.map { EstimateSection($0, language) }
  }
}

/// A section of a card with its picture drawn and its tables written.
struct EstimateSection {
  struct Picture {
    let wide, narrow, caption: String

    init?(_ picture: EstimatePage.Picture, _ language: Language) {
      guard let chart = picture.chart(in: language) else { return nil }
      (wide, narrow, caption) = (chart.wide.rendered, chart.narrow.rendered, chart.finding)
    }
  }

  let id, title: String
  let text, list: [String]
  let hasList: Bool
  let picture: Picture?
  let tables: String

  init(_ section: EstimatePage.Section, _ language: Language) {
    (id, title, text) = (section.id, section.title, section.text)
    (list, hasList) = (section.list, !section.list.isEmpty)
    picture = section.picture.flatMap { Picture($0, language) }
    tables = section.tables.map { table in
      listTable(
        caption: table.caption, headers: table.headers, figures: table.figures,
        rows: table.rows.map { row in row.map { .text($0) } }, language
      ).rendered
    }.joined(separator: "\n")
  }
}
