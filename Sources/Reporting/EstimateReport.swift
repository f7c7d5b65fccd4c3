public import Charts
public import Model

/// The card of an estimate as a page: plain words, pictures and tables, whatever they were computed by.
public struct EstimatePage: Sendable {
  public struct Fact: Sendable {
    public var name, value: String
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  public struct Table: Sendable {
    public var caption: String
    public var headers: [String]
    /// Indices of columns with numbers.
    public var figures: Set<Int>
    public var rows: [[String]]

    public init(caption: String, headers: [String], figures: Set<Int>, rows: [[String]]) {
      self.caption = caption
      self.headers = headers
      self.figures = figures
      self.rows = rows
    }
  }

  public struct Section: Sendable {
    /// The anchor: `methods`.
    public var id: String
    public var title: String
    public var text: [String]
    public var picture: EstimateChart?
    public var tables: [Table]

    public init(id: String, title: String, text: [String] = [], picture: EstimateChart? = nil, tables: [Table] = []) {
      self.id = id
      self.title = title
      self.text = text
      self.picture = picture
      self.tables = tables
    }
  }

  public var title, lead: String
  public var facts: [Fact]
  public var sections: [Section]

  public init(title: String, lead: String, facts: [Fact], sections: [Section]) {
    self.title = title
    self.lead = lead
    self.facts = facts
    self.sections = sections
  }
}

/// The card of an estimate as files: a page in each language, its numbers as JSON, and the style of an edition.
public struct EstimateReport: Sendable {
  /// Ordered by path.
  public let files: [EditionFile]

  /// - Parameters:
  ///   - data: The content of `card.json`.
  ///   - page: The page in a language.
  /// - Throws: `EditionError.template` when the page template cannot be read, which a test rules out.
  public init(data: [UInt8], version: String, page: (Language) -> EstimatePage) throws(EditionError) {
    let templates = try Templates()
    var files = assetFiles() + [EditionFile(path: EditionPath.cardData, bytes: data)]
    for language in Language.allCases {
      let text = try templates.rendered(.card, CardFrame(page(language), version: version, language))
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

/// What the template shows. Names are those it uses.
private struct CardFrame {
  struct Picture { let wide, narrow, caption: String }
  struct Section {
    let id, title: String
    let text: [String]
    let picture: Picture?
    let tables: String
  }

  let t: [String: String]
  let language, otherLanguage, otherPath, title, lead, version: String
  let facts: [Term]
  let sections: [Section]

  init(_ page: EstimatePage, version: String, _ language: Language) {
    let other: Language = language == .nl ? .en : .nl
    t = phrases.named(in: language)
    (self.language, otherLanguage, otherPath) = (language.rawValue, other.rawValue, EditionPath.card(other))
    (title, lead, self.version) = (page.title, page.lead, version)
    facts = page.facts.map { Term(name: $0.name, value: $0.value) }
    sections = page.sections.map { section in
      Section(
        id: section.id, title: section.title, text: section.text,
        picture: section.picture.map {
          Picture(wide: $0.wide.rendered, narrow: $0.narrow.rendered, caption: $0.finding)
        },
        tables: section.tables.map { table in
          listTable(
            caption: table.caption, headers: table.headers, figures: table.figures,
            rows: table.rows.map { row in row.map { .text($0) } }, language
          ).rendered
        }.joined(separator: "\n"))
    }
  }
}
