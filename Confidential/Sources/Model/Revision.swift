/// Why numbers that were released before are other ones now.
public struct Revision: Equatable, Sendable {
  /// What happened to the numbers.
  public enum Kind: String, CaseIterable, Sendable {
    case lateDeliveries = "late-deliveries"
    case reclassified, definition, boundary, mistake

    public var label: LocalizedText {
      switch self {
      case .lateDeliveries: LocalizedText(nl: "later geleverd", en: "delivered later")
      case .reclassified: LocalizedText(nl: "anders ingedeeld", en: "classified otherwise")
      case .definition: LocalizedText(nl: "andere definitie", en: "another definition")
      case .boundary: LocalizedText(nl: "andere grenzen", en: "other boundaries")
      case .mistake: LocalizedText(nl: "een fout hersteld", en: "a mistake mended")
      }
    }
  }

  /// The edition that showed the earlier numbers.
  public var edition: String
  /// The figures it is about; nil: all.
  public var figures: [String]?
  public var kind: Kind
  public var reason: LocalizedText

  public init(edition: String, figures: [String]?, kind: Kind, reason: LocalizedText) {
    (self.edition, self.figures, self.kind, self.reason) = (edition, figures, kind, reason)
  }

  public func explains(_ figure: String, since edition: String) -> Bool {
    edition == self.edition && figures?.contains(figure) ?? true
  }
}
