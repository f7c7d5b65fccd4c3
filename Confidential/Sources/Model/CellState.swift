/// What kind of value a cell has: the `status` of the open data.
public enum CellState: Hashable, CaseIterable, Sendable {
  case exact
  case rounded
  case provisional
  case revised
  case estimate
  /// Made from an estimate and other numbers.
  case derived
  case absent(Absence)

  public static var allCases: [CellState] {
    [.exact, .rounded, .provisional, .revised, .estimate, .derived] + Absence.allCases.map(CellState.absent)
  }

  /// The word for programs.
  public var code: String {
    switch self {
    case .exact: "exact"
    case .rounded: "rounded"
    case .provisional: "provisional"
    case .revised: "revised"
    case .estimate: "estimate"
    case .derived: "derived"
    case .absent(let absence): absence.code
    }
  }

  public var label: LocalizedText {
    switch self {
    case .exact: LocalizedText(nl: "exact", en: "exact")
    case .rounded: LocalizedText(nl: "afgerond", en: "rounded")
    case .provisional: LocalizedText(nl: "voorlopig", en: "provisional")
    case .revised: LocalizedText(nl: "herzien", en: "revised")
    case .estimate: LocalizedText(nl: "schatting", en: "estimate")
    case .derived: LocalizedText(nl: "afgeleid", en: "derived")
    case .absent(let absence): absence.label
    }
  }

  /// The sign beside or instead of a number of this kind, for a legend; nil where the number stands by itself.
  public var mark: String? {
    switch self {
    case .exact, .estimate, .derived: nil
    case .rounded: "≈"
    case .provisional: "*"
    case .revised: "†"
    case .absent(let absence): absence.mark
    }
  }

  /// What the sign means, without the numbers of one cell.
  public var explanation: LocalizedText {
    switch self {
    case .exact, .rounded, .estimate, .derived: label
    case .provisional, .revised: LocalizedText(nl: "\(label.nl) cijfer", en: "\(label.en) figure")
    case .absent(let absence): absence.explanation
    }
  }
}

extension CellValue {
  /// What kind of value it is, by itself; the rung of its cell tells an estimate from what is derived from one.
  public var state: CellState {
    switch self {
    case .exact: .exact
    case .rounded: .rounded
    case .provisional: .provisional
    case .revised: .revised
    case .estimate, .estimateWithoutInterval: .estimate
    case .suppressed: .absent(.suppressed)
    case .notShown: .absent(.notShown)
    case .notAsked: .absent(.notAsked)
    case .notDelivered: .absent(.notDelivered)
    case .notRecorded: .absent(.notRecorded)
    case .notApplicable: .absent(.notApplicable)
    case .notDerivable: .absent(.notDerivable)
    case .notEstimable: .absent(.notEstimable)
    case .undefined: .absent(.undefined)
    }
  }

  /// Why there is no number; nil where there is one.
  public var absence: Absence? {
    if case .absent(let absence) = state { absence } else { nil }
  }

  /// A value without a number. What is withheld for no other reason given is so by itself, not to protect another.
  public init(_ absence: Absence) {
    self =
      switch absence {
      case .notApplicable: .notApplicable
      case .undefined: .undefined
      case .notEstimable: .notEstimable
      case .notShown: .notShown
      case .notAsked: .notAsked
      case .notRecorded: .notRecorded
      case .notDelivered: .notDelivered
      case .notDerivable: .notDerivable
      case .suppressed: .suppressed(.primary)
      }
  }
}

extension Cell {
  /// What kind of value the cell has: on a rung above that of estimates an estimate is derived from one.
  public var state: CellState {
    value.state == .estimate && rung > .estimated ? .derived : value.state
  }

  /// What its sign means, with the numbers that belong to it; nil for a number that simply stands there.
  public var meaning: LocalizedText? {
    let words = state.label
    switch value {
    case .exact: return nil
    case .rounded(_, let base):
      return LocalizedText(
        nl: "\(words.nl) op een veelvoud van \(base)", en: "\(words.en) to a multiple of \(base)")
    case .provisional: return state.explanation
    case .revised(_, let before):
      return LocalizedText(
        nl: "\(words.nl), eerder \(before.formatted(in: .nl))", en: "\(words.en), earlier \(before.formatted(in: .en))")
    case .estimate(_, let lower, let upper, let percent):
      let nl = "\(percent)%-interval \(lower.formatted(in: .nl)) tot \(upper.formatted(in: .nl))"
      let en = "\(percent)% interval \(lower.formatted(in: .en)) to \(upper.formatted(in: .en))"
      return state == .derived
        ? LocalizedText(
          nl: "\(words.nl), met het \(nl) van de schatting waarvan het is afgeleid",
          en: "\(words.en), with the \(en) of the estimate it derives from")
        : LocalizedText(nl: "\(words.nl), \(nl)", en: "\(words.en), \(en)")
    case .estimateWithoutInterval:
      return state == .derived
        ? LocalizedText(
          nl: "\(words.nl) van een schatting zonder interval", en: "\(words.en) from an estimate without an interval")
        : LocalizedText(nl: "\(words.nl) zonder interval", en: "\(words.en) without an interval")
    case .suppressed, .notShown, .notAsked, .notDelivered, .notRecorded, .notApplicable, .notDerivable, .notEstimable,
      .undefined:
      return state.explanation
    }
  }
}
