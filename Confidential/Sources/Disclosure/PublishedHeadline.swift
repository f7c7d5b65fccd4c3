import Estimation
public import Model

extension PublishedCard {
  /// About how many persons there are, between what and what, in persons; see `PopulationHeadline`.
  public struct Headline: Equatable, Sendable {
    /// Nil when the table cannot tell.
    public let estimate: Double?
    /// With 95%.
    public let lower: Double
    /// Nil when there is no limit.
    public let upper: Double?
    /// What speaks against it, in whole sentences; nil when nothing does.
    public let doubt: LocalizedText?
    /// What it says where persons are alike, and where they differ.
    public let parts: [Part]

    public struct Part: Equatable, Sendable {
      /// Whether persons differ in their chance of being on a list.
      public let personsDiffer: Bool
      public let estimate, lower, upper: Double
      /// How probable it makes the table, of both: 0 to 1.
      public let weight: Double
      /// Whether it counts in the headline.
      public let stays: Bool
    }

    /// - Parameter sayingNumbers: Whether a doubt may name counts of persons.
    init(_ headline: PopulationHeadline, naming names: ListNames, sayingNumbers: Bool) {
      (estimate, lower, upper) = (headline.estimate, headline.lower, headline.upper)
      let doubts = headline.doubts.map {
        sayingNumbers ? $0.text(naming: names) : $0.withoutNumbers(naming: names)
      }
      doubt =
        doubts.isEmpty
        ? nil
        : LocalizedText(
          nl: doubts.map(\.nl).joined(separator: " "), en: doubts.map(\.en).joined(separator: " "))
      parts = headline.parts.map { part in
        Part(
          personsDiffer: part.personsDiffer, estimate: part.estimate, lower: part.lower, upper: part.upper,
          weight: part.weight, stays: part.stays)
      }
    }
  }
}

extension PublishedCard {
  /// What the lists of one year say by themselves, in persons to two figures: with all its decimals it would be an equation
  /// in the counts of a single year.
  public struct Year: Equatable, Sendable {
    public let year: String
    /// Persons on at least one list in the year.
    public let observed: CellValue
    /// Nil when the lists of the year cannot tell.
    public let estimate: Int?
    /// With 95%.
    public let lower: Int
    /// Nil when there is no limit.
    public let upper: Int?

    init(_ value: YearHeadline, persons: (Int) -> CellValue) {
      // As with a whole card: where one combination is too small to show, the sum goes as well.
      let isTelling = value.combinations.contains { persons($0).absence != nil }
      (year, observed) = (value.year, isTelling ? .suppressed(.secondary) : persons(value.observed))
      (estimate, lower, upper) = (
        value.headline.estimate?.twoFigures(.toNearestOrAwayFromZero), value.headline.lower.twoFigures(.down),
        value.headline.upper?.twoFigures(.up)
      )
    }
  }
}

extension Double {
  /// To two figures; below a hundred to whole persons.
  public func twoFigures(_ rule: FloatingPointRoundingRule) -> Int {
    var scale = 1.0
    while self / scale >= 100 { scale *= 10 }
    return Int((self / scale).rounded(rule) * scale)
  }
}
