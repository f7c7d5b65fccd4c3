internal import Model

/// A number on its way into a sentence, with what it is a number of.
struct Number: Equatable {
  var value: Fraction
  var kind: Kind
  /// Names of what is counted, so that persons and reports are never added.
  var unit: LocalizedText?
  var decimals: Int
  var certainty: Certainty = .exact
  /// The cell it is, where it is one and nothing was done with it.
  var place: Place?
  /// Whether it tells apart two numbers of which, for all that is known of who is who, either may be the larger.
  var isOpen = false
  /// Whether it tells apart two counts that chance could have made as different as they are.
  var isUnclear = false
  /// Whether it is a count of a table, or several of them added up: then chance has a part in it that is known.
  var isCounted = false
  /// Whether it is a constant of the monitor and nothing was done with it.
  var isConstant = false

  /// A cell by its table and indices.
  struct Place: Equatable {
    var figure: String
    var row, column: Int
  }

  enum Kind: Equatable {
    case count
    /// Per cent of a whole.
    case share
    /// Per cent of an earlier number.
    case change
    /// Difference of two shares.
    case points
    case ratio
    case year
    /// Place in a ranking.
    case place
    /// A mean, a median, a decimal: anything a table states that is none of the others.
    case measure
    /// So many per 100,000 of its unit.
    case rate

    /// What it is called in a message.
    var noun: LocalizedText {
      switch self {
      case .count: LocalizedText(nl: "een aantal", en: "a count")
      case .share: LocalizedText(nl: "een aandeel", en: "a share")
      case .change: LocalizedText(nl: "een verandering", en: "a change")
      case .points: LocalizedText(nl: "een verschil in procentpunten", en: "a difference in percentage points")
      case .ratio: LocalizedText(nl: "een verhouding", en: "a ratio")
      case .year: LocalizedText(nl: "een jaar", en: "a year")
      case .place: LocalizedText(nl: "een plaats", en: "a place")
      case .rate: LocalizedText(nl: "een aantal per 100.000", en: "a rate")
      case .measure: LocalizedText(nl: "een getal met een eigen eenheid", en: "a number with a unit of its own")
      }
    }

    var measure: VerdictSet.Measure? {
      switch self {
      case .share: .share
      case .change: .change
      case .points: .points
      case .ratio: .ratio
      case .count, .year, .place, .measure, .rate: nil
      }
    }
  }

  enum Certainty: Equatable {
    case exact, rounded, provisional
    case estimate(lower: Quantity, upper: Quantity, percent: Int)
    case estimateWithoutInterval

    /// What a computation keeps of two certainties.
    func combined(with other: Certainty) -> Certainty {
      if self == .rounded || other == .rounded { return .rounded }
      return self == .provisional || other == .provisional ? .provisional : .exact
    }

    var isEstimate: Bool {
      switch self {
      case .estimate, .estimateWithoutInterval: true
      case .exact, .rounded, .provisional: false
      }
    }
  }
}

/// A number, or the reason why there is none.
enum Outcome: Equatable {
  case number(Number)
  /// A cell without a number; its words may stand in a sentence in place of the number.
  case missing(Absence)
  /// What the table does not tell although the cell itself has a number, such as a place beside rows without one. Words
  /// about other cells cannot stand in place of it, so a text that prints it is refused with this clause.
  case untold(because: LocalizedText)
  /// Names out of a table, in words.
  case names(LocalizedText)

  /// What becomes of a computation with these when one of them is no number.
  static func lacking(_ outcomes: [Outcome]) -> Outcome {
    var absences: [Absence] = []
    for outcome in outcomes {
      switch outcome {
      case .number: continue
      case .missing(let absence): absences.append(absence)
      case .untold: return outcome
      case .names:
        return .untold(because: LocalizedText(nl: "namen zijn geen getal", en: "names are no number"))
      }
    }
    return .missing(absences.max() ?? .undefined)
  }
}

/// One cell that a number was made from.
package struct CitedCell: Equatable, Hashable, Sendable {
  package var figure: String
  /// Keys of the headers.
  package var row: String
  package var column: String
  /// Index into the panels; nil for the total over all of them.
  package var panel: Int?

  /// `fig-2.3, sexual, 2019`
  package var place: String { "\(figure), \(row), \(column)" }
}
