/// A measure that texts divide and multiply by, such as the inhabitants of a region or the days of a campaign.
///
/// It is nothing that the edition counted: a text prints it with its unit and its source, and never as a count of its own.
public struct NamedConstant: Equatable, Sendable {
  public var name: String
  /// Above zero.
  public var value: Quantity
  /// What it is: `inwoners van de regio op 1 januari 2023`.
  public var label: LocalizedText
  public var unit: LocalizedText
  public var source: LocalizedText
  /// The day, month or year of the source, ISO 8601.
  public var dated: String

  public init(
    name: String, value: Quantity, label: LocalizedText, unit: LocalizedText, source: LocalizedText, dated: String
  ) {
    self.name = name
    self.value = value
    self.label = label
    self.unit = unit
    self.source = source
    self.dated = dated
  }

  /// For a note: `inwoners van de regio op 1 januari 2023. Bron: CBS, 2023-03.`
  public var note: LocalizedText {
    LocalizedText(
      nl: "\(label.nl). Bron: \(source.nl), \(dated).", en: "\(label.en). Source: \(source.en), \(dated).")
  }
}
