/// Why a cell has no number. Each reason is another answer, never merged with the next in silence.
///
/// Its code, its words and its sign are spelled here and nowhere else: tables, charts, texts, open data and
/// explanations all take them from here. The order is that of gravity: where several parts are absent for different
/// reasons, the whole is absent for the last of them.
public enum Absence: String, CaseIterable, Comparable, Sendable {
  /// There was nothing that could have been counted: an area that did not exist in the year.
  case notApplicable
  /// A share or mean of nothing.
  case undefined
  /// A method of estimation that gives no number for these lists.
  case notEstimable
  /// Counted, and left out by choice: outside the places of a top list only the total is shown.
  case notShown
  /// The category or the question does not exist in the year, or the table of this source does not ask for it.
  case notAsked
  /// The partner that delivers does not keep this.
  case notRecorded
  /// The partner keeps it, and it is not in a delivery.
  case notDelivered
  /// No sum of what was delivered has this meaning: classes that do not meet, or categories that overlap.
  case notDerivable
  /// Withheld, because it could tell who is meant.
  case suppressed

  public static func < (left: Absence, right: Absence) -> Bool { left.gravity < right.gravity }

  private var gravity: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The word for programs.
  public var code: String { rawValue }

  /// As it stands in a cell, or in a sentence in place of the number.
  public var label: LocalizedText {
    switch self {
    case .notApplicable: LocalizedText(nl: "niet van toepassing", en: "not applicable")
    case .undefined: LocalizedText(nl: "niet te berekenen", en: "undefined")
    case .notEstimable: LocalizedText(nl: "niet te schatten", en: "not estimable")
    case .notShown: LocalizedText(nl: "niet getoond", en: "not shown")
    case .notAsked: LocalizedText(nl: "niet gevraagd", en: "not asked")
    case .notRecorded: LocalizedText(nl: "niet geregistreerd", en: "not recorded")
    case .notDelivered: LocalizedText(nl: "niet geleverd", en: "not delivered")
    case .notDerivable: LocalizedText(nl: "niet af te leiden", en: "not derivable")
    case .suppressed: LocalizedText(nl: "afgeschermd", en: "withheld")
    }
  }

  /// The label with what it means, where the label alone leaves a question; for a legend, or who hovers.
  public var explanation: LocalizedText {
    let more: LocalizedText =
      switch self {
      case .notApplicable, .notAsked, .notRecorded, .notDelivered: LocalizedText("")
      case .undefined: LocalizedText(nl: ", er is niets om over te rekenen", en: ", there is nothing to compute over")
      case .notEstimable:
        LocalizedText(nl: ", de methode geeft hier geen getal", en: ", the method gives no number here")
      case .notShown:
        LocalizedText(
          nl: ", van deze rij staat alleen het totaal in de lijst", en: ", of this row the list gives the total only")
      case .notDerivable:
        LocalizedText(
          nl: ", wat is geleverd mag hiervoor niet worden opgeteld",
          en: ", what was delivered cannot be added up for this")
      case .suppressed: LocalizedText(nl: " om herkenning te voorkomen", en: " to prevent recognition")
      }
    return LocalizedText(nl: label.nl + more.nl, en: label.en + more.en)
  }

  /// One sign for a column of figures, where words do not fit.
  public var mark: String {
    switch self {
    case .notApplicable: "–"
    case .undefined: "∅"
    case .notEstimable: "∄"
    case .notShown: "…"
    case .notAsked: "○"
    case .notRecorded: "·"
    case .notDelivered: "?"
    case .notDerivable: "∦"
    case .suppressed: "×"
    }
  }
}
