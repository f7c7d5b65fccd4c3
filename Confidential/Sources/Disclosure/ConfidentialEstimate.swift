public import Model
public import Tabulation

/// An estimate as computed, before disclosure control: its table, and the card with every method and every overlap.
///
/// A card shows how many persons were on exactly these lists, which are small numbers about few people. As with a
/// `ConfidentialTable` its content is left out of every description and mirror, and only a `Publication` opens it.
public struct ConfidentialEstimate: Equatable, Sendable {
  /// The methods with their intervals.
  public let table: ConfidentialTable
  let card: EstimateCardContent

  public init(table: ConfidentialTable, card: EstimateCardContent) {
    self.table = table
    self.card = card
  }
}

extension ConfidentialEstimate: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "confidential estimate \(table.shape.figure)" }

  public var debugDescription: String { description }

  public var customMirror: Mirror { Mirror(self, children: ["shape": table.shape]) }
}

/// The card of an estimate as it may be shown. Only a `Publication` can make one.
public struct PublishedEstimate: Equatable, Sendable {
  /// The table that belongs to the card.
  public let figure: String
  public let card: EstimateCardContent

  init(figure: String, card: EstimateCardContent) {
    self.figure = figure
    self.card = card
  }
}
