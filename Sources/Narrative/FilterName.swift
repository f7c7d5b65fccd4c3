/// The filters behind an expression. This list is the only one: reading, messages and documentation follow it.
enum FilterName: String, CaseIterable, Sendable {
  case percent, number, decimals, words, ordinal, verdict, absolute
  case perThousand = "per-thousand"
  case rounded
  case oneIn = "one-in"

  /// Whether it gives the printed text, so that no other filter of that kind may follow.
  var prints: Bool {
    switch self {
    case .decimals, .absolute, .rounded: false
    case .percent, .number, .words, .ordinal, .verdict, .perThousand, .oneIn: true
    }
  }

  /// What may stand between parentheses behind the name: nothing, 0 to 3 decimals, the name of a set of verdicts, or a power
  /// of ten.
  enum Argument { case none, optionalDecimals, decimals, optionalSet, tens }

  var argument: Argument {
    switch self {
    case .percent, .number, .perThousand: .optionalDecimals
    case .decimals: .decimals
    case .verdict: .optionalSet
    case .rounded: .tens
    case .words, .ordinal, .absolute, .oneIn: .none
    }
  }

  /// How it is written, for messages and documentation.
  var usage: String {
    switch argument {
    case .none: rawValue
    case .optionalDecimals: "\(rawValue), \(rawValue)(1)"
    case .decimals: "\(rawValue)(1)"
    case .optionalSet: "\(rawValue), \(rawValue)(trend)"
    case .tens: "\(rawValue)(100)"
    }
  }

  /// What it does, for the documentation.
  var meaning: String {
    switch self {
    case .percent: "A share or change with its sign: `44%`. Anything else is an error."
    case .number: "The bare number: `1.334`, `44`."
    case .decimals: "So many decimals, 0 to 3, instead of those the number has by itself."
    case .words: "Whole numbers up to twelve in words: `drie`, `three`. Larger ones as a number."
    case .ordinal: "A place in words up to twelve: `derde`, `third`; then `13e`, `13th`."
    case .verdict:
      "The words that a set of verdicts has for the number; by default the set `change`, `share` or "
        + "`ratio`, by what the number is."
    case .absolute: "Without its sign, for a sentence that says itself that something fell."
    case .rounded: "Rounded to tens, hundreds or more, with *about* when that is not the number itself."
    case .oneIn:
      "A share as one in so many: `een op de vijf`, `two in three`; with *about* when it is near. An error otherwise."
    case .perThousand: "A share in thousandths: `4 per 1.000`."
    }
  }
}
