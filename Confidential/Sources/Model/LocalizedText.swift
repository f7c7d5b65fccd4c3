/// A language in which Zicht speaks to its users.
public enum Language: String, CaseIterable, Sendable {
  case nl, en
}

/// A text in both languages of the house. Users read Dutch unless they ask for English.
public struct LocalizedText: Equatable, Hashable, Sendable {
  public var nl: String
  public var en: String

  public init(nl: String, en: String) {
    self.nl = nl
    self.en = en
  }

  /// The same text in both languages: names, codes, years.
  public init(_ both: String) { self.init(nl: both, en: both) }

  /// The text in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .nl: nl
    case .en: en
    }
  }
}
