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

  /// As a row or column is headed that shows the records without a value.
  public var label: LocalizedText {
    switch self {
    case .unknown: LocalizedText(nl: "Onbekend", en: "Unknown")
    case .notAsked: Self.capitalized(Absence.notAsked)
    case .notApplicable: Self.capitalized(Absence.notApplicable)
    case .notDelivered: Self.capitalized(Absence.notDelivered)
    }
  }

  private static func capitalized(_ absence: Absence) -> LocalizedText {
    func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
    return LocalizedText(nl: capitalized(absence.label.nl), en: capitalized(absence.label.en))
  }
}
