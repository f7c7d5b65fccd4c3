package import Tabulation

/// An estimate as computed, before disclosure control: the card with every method and every overlap, and its table.
///
/// A card shows how many persons were on exactly these lists, which are small numbers about few people. As with a
/// `ConfidentialTable` its content is readable inside this package only and left out of every description and mirror;
/// a `Publication` makes of it what may be shown.
public struct ConfidentialEstimate: Equatable, Sendable {
  /// The name of its table and page.
  public let figure: String
  package let card: EstimateCard
  /// Whom the card is about; nil for a table that someone brought.
  package let edition: EditionCard?
  /// The methods with their intervals, as a table of the edition; nil outside one.
  package let table: ConfidentialTable?

  /// The card of a table that someone brought, outside any edition.
  public init(_ card: EstimateCard, named figure: String) {
    (self.figure, self.card, edition, table) = (figure, card, nil, nil)
  }

  package init(_ edition: EditionCard) {
    (figure, card, self.edition, table) = (edition.figure, edition.card, edition, edition.table)
  }
}

extension ConfidentialEstimate: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "confidential estimate \(figure)" }

  public var debugDescription: String { description }

  public var customMirror: Mirror { Mirror(self, children: ["figure": figure]) }
}
