import Model

/// A picture of an estimate: the same for a wide and for a narrow place, with its finding and a description in words.
///
/// Drawn from plain numbers, so that this stage knows no method of estimation.
public struct EstimateChart: Equatable, Sendable {
  /// What the picture shows, computed from its numbers. The title of the drawings.
  public let finding: String
  /// What is drawn and the main numbers, for who cannot see it.
  public let summary: String
  public let wide: Markup
  public let narrow: Markup

  static let wideWidth = 920.0
  static let narrowWidth = 272.0

  init(_ id: String, finding: String, summary: String, wide: Drawing, narrow: Drawing, _ language: Language) {
    self.finding = finding
    self.summary = summary
    self.wide = wide.framed(title: finding, description: summary, id: "\(id)-wide", language: language)
    self.narrow = narrow.framed(title: finding, description: summary, id: "\(id)-narrow", language: language)
  }
}

/// Words and numbers in the language of a picture.
struct ChartWords {
  let language: Language

  func say(_ nl: String, _ en: String) -> String { LocalizedText(nl: nl, en: en)[language] }
  func number(_ count: Int) -> String { Quantity(count).formatted(in: language) }
  /// A number of persons; those beyond any table are not written.
  func number(_ value: Double) -> String {
    value.isFinite && value.magnitude < 1e15 ? number(Int(value.rounded())) : "∞"
  }
  func percent(_ part: Double, of whole: Double) -> String {
    whole > 0 ? number((100 * part / whole).rounded()) + "%" : "–"
  }
}
