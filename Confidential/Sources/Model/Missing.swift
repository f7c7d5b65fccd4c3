/// Why there is no value. The four reasons are different answers and are never merged in silence.
public enum Missing: UInt8, CaseIterable, Sendable {
  /// Asked, and the answer is not known.
  case unknown = 0
  /// The reporter does not ask this.
  case notAsked = 1
  /// The question has no meaning for this record.
  case notApplicable = 2
  /// The reporter asks it, but this delivery does not carry it.
  case notDelivered = 3

  /// The word that conditions, orders and deliveries use for it.
  public var word: String {
    switch self {
    case .unknown: "unknown"
    case .notAsked: "notAsked"
    case .notApplicable: "notApplicable"
    case .notDelivered: "notDelivered"
    }
  }

  public init?(word: String) {
    guard let match = Missing.allCases.first(where: { $0.word == word }) else { return nil }
    self = match
  }

  public var label: LocalizedText {
    switch self {
    case .unknown: LocalizedText(nl: "Onbekend", en: "Unknown")
    case .notAsked: LocalizedText(nl: "Niet gevraagd", en: "Not asked")
    case .notApplicable: LocalizedText(nl: "Niet van toepassing", en: "Not applicable")
    case .notDelivered: LocalizedText(nl: "Niet geleverd", en: "Not delivered")
    }
  }
}
