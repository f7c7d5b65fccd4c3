/// Why the numbers of some figures moved in a year: a fact outside the figures, with its source and its date.
///
/// It claims no effect and holds no number; what moved is in the table, and what may have moved it stands beside it.
public struct Explanation: Equatable, Sendable {
  /// Ids of the figures it belongs to.
  public var figures: [String]
  /// The first year in which it can be seen.
  public var year: Int
  public var cause: Cause
  /// One or two sentences.
  public var text: LocalizedText
  /// Where it can be read.
  public var source: LocalizedText
  /// When the source says it: a day, a month or a year, ISO 8601.
  public var dated: String
  /// The line of the folder it stands on.
  public var line: Int

  /// What kind of thing it is. Raw values are those of `figures.yaml`.
  public enum Cause: String, CaseIterable, Sendable {
    case law, pandemic, capacity, practice, recording

    public var label: LocalizedText {
      switch self {
      case .law: LocalizedText(nl: "Wet", en: "Law")
      case .pandemic: LocalizedText(nl: "Pandemie", en: "Pandemic")
      case .capacity: LocalizedText(nl: "Menskracht", en: "Capacity")
      case .practice: LocalizedText(nl: "Werkwijze", en: "Way of working")
      case .recording: LocalizedText(nl: "Registratie", en: "Recording")
      }
    }
  }

  public init(
    figures: [String], year: Int, cause: Cause, text: LocalizedText, source: LocalizedText, dated: String, line: Int = 1
  ) {
    self.figures = figures
    self.year = year
    self.cause = cause
    self.text = text
    self.source = source
    self.dated = dated
    self.line = line
  }
}
