internal import Model

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

extension ClaimResult {
  /// A claim that has a formula and could not be computed, with the reason.
  var unreadable: Contradiction? {
    guard let problem, !claim.formula.isEmpty else { return nil }
    let why = problem.message
    return Contradiction(
      report: claim.report, figure: cells.first?.figure ?? "", kind: .reading, severity: .error, cells: cells,
      expected: "", published: "",
      sentence: LocalizedText(
        nl: "Bewering \(claim.id) is niet nagerekend: \(why.nl)",
        en: "Claim \(claim.id) was not computed: \(why.en)"), claims: [claim.id])
  }
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

extension FormulaProblem {
  /// What is wrong with the formula, and what to do.
  var message: LocalizedText {
    switch self {
    case .missingCell(let name):
      LocalizedText(
        nl: "de tabellen hebben geen cel {\(name)}. Verbeter de verwijzing.",
        en: "the tables have no cell {\(name)}. Mend the reference.")
    case .unknownReport(let code):
      LocalizedText(
        nl: "er is geen rapport met de code \(code). Verbeter de code, of leg de tabellen van dat rapport ernaast.",
        en: "there is no report with the code \(code). Mend the code, or put the tables of that report beside it.")
    case .unreadable(let place):
      LocalizedText(
        nl: "de formule is niet te lezen vanaf teken \(place + 1).",
        en: "the formula cannot be read from character \(place + 1) on.")
    case .unknownFunction(let name):
      LocalizedText(nl: "de functie \(name) is niet bekend.", en: "the function \(name) is not known.")
    case .wrongArguments(let name):
      LocalizedText(
        nl: "de functie \(name) heeft niet het aantal getallen dat zij nodig heeft.",
        en: "the function \(name) does not have the numbers that it needs.")
    case .divisionByZero:
      LocalizedText(nl: "de formule deelt door nul.", en: "the formula divides by zero.")
    case .noFittingBase:
      LocalizedText(
        nl: "geen heel aantal als noemer geeft het getal.", en: "no whole number as a base gives the number.")
    }
  }
}
