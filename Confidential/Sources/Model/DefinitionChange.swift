/// A year from which a word means something else: whom a source calls a victim, what belongs to a variable or category.
public struct DefinitionChange: Equatable, Sendable {
  /// The first year of the later definition.
  public var year: Int
  /// What changed, for readers.
  public var reason: LocalizedText
  /// Of a source that delivers counts: the tables that the change is about; nil for all of them.
  package var tables: [String]?

  public init(year: Int, reason: LocalizedText, tables: [String]? = nil) {
    self.year = year
    self.reason = reason
    self.tables = tables
  }

  /// The break that it makes in a series over both definitions.
  ///
  /// - Parameter label: Of what is defined, as readers know it.
  package func seriesBreak(of label: LocalizedText) -> Figure.SeriesBreak {
    Figure.SeriesBreak(
      year: year,
      reason: LocalizedText(
        nl: "De definitie van ‘\(label.nl)’ is veranderd. \(reason.nl)",
        en: "The definition of ‘\(label.en)’ has changed. \(reason.en)"))
  }

  /// The break in a series of what a source tells.
  package func seriesBreak(by source: Source) -> Figure.SeriesBreak {
    Figure.SeriesBreak(
      year: year,
      reason: LocalizedText(
        nl: "De definitie die \(source.label.nl) gebruikt, is veranderd. \(reason.nl)",
        en: "The definition that \(source.label.en) uses has changed. \(reason.en)"))
  }
}

extension [Figure.SeriesBreak] {
  /// With another break, in the order of the years; of one year the reasons stand behind each other, each once.
  package mutating func insert(_ one: Figure.SeriesBreak) {
    guard let index = firstIndex(where: { $0.year == one.year }) else {
      append(one)
      sort { $0.year < $1.year }
      return
    }
    let before = self[index].reason
    guard !before.nl.contains(one.reason.nl) else { return }
    self[index].reason = LocalizedText(nl: "\(before.nl) \(one.reason.nl)", en: "\(before.en) \(one.reason.en)")
  }
}
