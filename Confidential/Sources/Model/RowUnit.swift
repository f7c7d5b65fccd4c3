/// What the numbers of a row are in.
public enum RowUnit: Equatable, Hashable, Sendable {
  /// A part of a whole, or a change of something, in per cent.
  case perCent
  /// Anything else: `slachtoffers`, `jaar`.
  case named(LocalizedText)

  /// The unit that someone wrote: `%` is per cent, in whichever language it stands.
  public init(written text: LocalizedText) {
    self = text.nl == "%" || text.en == "%" ? .perCent : .named(text)
  }

  /// As it stands in the `unit` column of the open data.
  public var label: LocalizedText {
    switch self {
    case .perCent: LocalizedText("%")
    case .named(let label): label
    }
  }
}
