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
    init(_ headline: PopulationHeadline, sayingNumbers: Bool) {
      (estimate, lower, upper) = (headline.estimate, headline.lower, headline.upper)
      let doubts = headline.doubts.map { sayingNumbers ? $0.text : $0.withoutNumbers }
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
