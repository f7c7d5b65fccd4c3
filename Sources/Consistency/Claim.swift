/// A computed statement of a report's text, with the formula that should give its number.
package struct Claim: Equatable, Sendable {
  var id: String
  var report: String
  var paraphrase: String
  /// The number in the text; nil where there is none.
  var value: Double?
  var decimals = 0
  var comparison = Comparison.equal
  var unit: String
  /// Empty where nothing is published to compute it from.
  var formula: String
  var line = ""

  /// How the computed number must relate to the number in the text.
  enum Comparison: String, CaseIterable, Sendable {
    case equal = "eq"
    case greater = "gt"
    case less = "lt"
    case atLeast = "ge"
    case atMost = "le"
    /// Within a tenth.
    case about = "approx"
  }

  /// Reads `claim_id,report,section,line,paraphrase,value,op,unit,derived_from,formula,…`.
  package static func claims(csv text: String) -> [Claim] {
    TidyText(text).rows.compactMap { row in
      guard !row["claim_id"].isEmpty else { return nil }
      let number = TableCell.number(row["value"])
      return Claim(
        id: row["claim_id"], report: row["report"], paraphrase: row["paraphrase"], value: number?.value,
        decimals: number?.decimals ?? 0, comparison: Comparison(rawValue: row["op"]) ?? .equal, unit: row["unit"],
        formula: row["formula"], line: row["line"])
    }
  }
}

/// What became of a claim.
struct ClaimResult: Equatable, Sendable {
  var claim: Claim
  var verdict: ClaimVerdict
  /// The formula's number, unrounded; nil where it cannot be computed.
  var computed: Double?
  /// The cells that the formula refers to.
  var cells: [TableCell]
  /// Why it cannot be computed.
  var problem: FormulaProblem?
}

enum ClaimVerdict: String, CaseIterable, Sendable {
  /// The formula gives the number of the text.
  case yes
  /// Within one in the last printed digit.
  case rounding
  /// Some base of known values gives the number, but it is not printed.
  case implied
  case no
  /// No formula, or a formula over numbers that are not there.
  case notCheckable = "not-checkable"
}

/// Why a formula has no number.
enum FormulaProblem: Error, Equatable, Sendable {
  case missingCell(String)
  case unknownReport(String)
  case unreadable(at: Int)
  case unknownFunction(String)
  case wrongArguments(String)
  case divisionByZero
  case noFittingBase
}
