/// The card of an estimate as a page in one language: plain words, tables, and pictures by what they show.
public struct EstimatePage: Equatable, Sendable {
  public struct Fact: Equatable, Sendable {
    public var name, value: String
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  public struct Table: Equatable, Sendable {
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

  /// What a picture shows; how it looks is for who draws it.
  public enum Picture: Equatable, Sendable {
    case iceberg(Iceberg)
    case methods(MethodForest)
    case overlaps(OverlapPlot)
    case models(ModelPlot)
    case topModels(TopModelsPlot)
  }

  public struct Section: Equatable, Sendable {
    /// The anchor: `methods`.
    public var id: String
    public var title: String
    public var text: [String]
    public var picture: Picture?
    public var tables: [Table]

    public init(id: String, title: String, text: [String] = [], picture: Picture? = nil, tables: [Table] = []) {
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

/// The card of an estimate as a reader and a program see it.
public struct EstimateCardContent: Equatable, Sendable {
  public var dutch: EstimatePage
  public var english: EstimatePage
  /// The whole card as JSON.
  public var data: [UInt8]

  public init(dutch: EstimatePage, english: EstimatePage, data: [UInt8]) {
    self.dutch = dutch
    self.english = english
    self.data = data
  }

  public func page(in language: Language) -> EstimatePage {
    switch language {
    case .nl: dutch
    case .en: english
    }
  }
}
