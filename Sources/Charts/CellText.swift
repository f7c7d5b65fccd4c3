public import Model

/// How a cell reads: a short mark for a column of figures and a phrase for whoever hears or hovers it.
public struct CellText: Equatable, Sendable {
  /// `1.334`, `1.334*`, `×`.
  public var mark: String
  /// What the mark means, when it is not simply the number: `afgeschermd`.
  public var meaning: LocalizedText?

  public init(_ cell: Cell, in language: Language) {
    switch cell.value {
    case .exact(let quantity): (mark, meaning) = (quantity.formatted(in: language), nil)
    case .rounded(let quantity, let base):
      mark = "≈\u{202F}" + quantity.formatted(in: language)
      meaning = LocalizedText(nl: "afgerond op een veelvoud van \(base)", en: "rounded to a multiple of \(base)")
    case .suppressed:
      mark = "×"
      meaning = LocalizedText(nl: "afgeschermd om herkenning te voorkomen", en: "withheld to prevent recognition")
    case .notDelivered:
      mark = "?"
      meaning = LocalizedText(nl: "niet geleverd", en: "not delivered")
    case .notRecorded:
      mark = "·"
      meaning = LocalizedText(nl: "niet geregistreerd", en: "not recorded")
    case .notApplicable:
      mark = "–"
      meaning = LocalizedText(nl: "niet van toepassing", en: "not applicable")
    case .undefined:
      mark = "∅"
      meaning = LocalizedText(
        nl: "niet te berekenen, er is niets om over te rekenen", en: "undefined, there is nothing to compute over")
    case .provisional(let quantity):
      mark = quantity.formatted(in: language) + "*"
      meaning = LocalizedText(nl: "voorlopig cijfer", en: "provisional figure")
    case .revised(let quantity, let before):
      mark = quantity.formatted(in: language) + "†"
      meaning = LocalizedText(
        nl: "herzien, eerder \(before.formatted(in: .nl))", en: "revised, earlier \(before.formatted(in: .en))")
    case .estimate(let quantity, let lower, let upper, let percent) where cell.rung > .estimated:
      mark = quantity.formatted(in: language)
      meaning = LocalizedText(
        nl: "afgeleid, met het \(percent)%-interval \(lower.formatted(in: .nl)) tot \(upper.formatted(in: .nl)) van de "
          + "schatting waarvan het is afgeleid",
        en: "derived, with the \(percent)% interval \(lower.formatted(in: .en)) to \(upper.formatted(in: .en)) of the "
          + "estimate it derives from")
    case .estimate(let quantity, let lower, let upper, let percent):
      mark = quantity.formatted(in: language)
      meaning = LocalizedText(
        nl: "schatting, \(percent)%-interval \(lower.formatted(in: .nl)) tot \(upper.formatted(in: .nl))",
        en: "estimate, \(percent)% interval \(lower.formatted(in: .en)) to \(upper.formatted(in: .en))")
    }
  }
}

extension CellValue {
  /// The interval of an estimate; nil for other values.
  public var interval: (lower: Quantity, upper: Quantity)? {
    guard case .estimate(_, let lower, let upper, _) = self else { return nil }
    return (lower, upper)
  }
}
