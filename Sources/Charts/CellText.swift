public import Model

/// How a cell reads: a short mark for a column of figures and a phrase for whoever hears or hovers it.
public struct CellText: Equatable, Sendable {
  /// `1.334`, `1.334*`, `×`.
  public var mark: String
  /// What the mark means, when it is not simply the number: `afgeschermd`.
  public var meaning: LocalizedText?

  /// The number with the sign of its state, or the sign alone where there is none.
  ///
  /// - Parameter unit: What stands right behind the number itself: `%`, or nothing.
  public init(_ cell: Cell, in language: Language, unit: String = "") {
    let (number, sign) = (
      cell.value.quantity.map { $0.formatted(in: language) + unit } ?? "", cell.state.mark ?? ""
    )
    mark =
      switch cell.state {
      case .rounded: sign + "\u{202F}" + number
      case .exact, .provisional, .revised, .estimate, .derived, .absent: number + sign
      }
    meaning = cell.meaning
  }
}
