/// Evaluates claims over the tables of one report or more.
///
/// References name a report by a short code (`{n:fig-2.1|…}`). Which report a code stands for is learned from the
/// claims themselves: the report that most of the claims using the code belong to and that has the figures.
struct ClaimEvaluation {
  private let reports: [PublishedReport]
  private let reportOfCode: [String: String]

  init(_ claims: [Claim], among reports: [PublishedReport]) {
    self.reports = reports
    reportOfCode = Self.codes(of: claims, among: reports)
  }

  /// So that a report's own claims outweigh a figure of the same name in two others. A decision.
  private static let ownVotes = 3

  /// For each code the report with the most votes, the first name among equals.
  private static func codes(of claims: [Claim], among reports: [PublishedReport]) -> [String: String] {
    var votes: [String: [String: Int]] = [:]
    let figures = Dictionary(reports.map { ($0.name, Set($0.cells.map(\.figure))) }, uniquingKeysWith: { $0.union($1) })
    for claim in claims {
      for name in ClaimFormula.references(in: claim.formula) {
        let reference = CellReference(name)
        for (report, known) in figures where known.contains(reference.figure) {
          // Belonging to the claim's own report counts more than having a figure of that name.
          votes[reference.code, default: [:]][report, default: 0] += report == claim.report ? ownVotes : 1
        }
      }
    }
    return votes.compactMapValues { $0.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
  }

  func result(of claim: Claim) -> ClaimResult {
    guard !claim.formula.isEmpty, let value = claim.value else {
      return ClaimResult(claim: claim, verdict: .notCheckable, cells: [])
    }
    let cells = ClaimFormula.references(in: claim.formula).compactMap { try? cell(at: $0) }
    do {
      let formula = ClaimFormula(text: claim.formula) { (name) throws(FormulaProblem) in
        try self.cell(at: name).value ?? 0
      }
      let computed = try formula.value()
      guard computed.isFinite else { throw FormulaProblem.divisionByZero }
      var verdict = verdict(on: claim, value, computed)
      if verdict == .yes, ClaimFormula.impliesBase(claim.formula) { verdict = .implied }
      return ClaimResult(claim: claim, verdict: verdict, computed: computed, cells: cells)
    } catch {
      return ClaimResult(claim: claim, verdict: .notCheckable, cells: cells, problem: error as? FormulaProblem)
    }
  }

  private func verdict(on claim: Claim, _ value: Double, _ computed: Double) -> ClaimVerdict {
    switch claim.comparison {
    case .greater: return computed > value ? .yes : .no
    case .less: return computed < value ? .yes : .no
    case .atLeast: return computed >= value - Printed.slack ? .yes : .no
    case .atMost: return computed <= value + Printed.slack ? .yes : .no
    case .about: return abs(computed - value) <= abs(value) / 10 + Printed.slack ? .yes : .no
    case .equal:
      // Counts are exact; what was computed by dividing is printed rounded.
      let isCount = computed == computed.rounded() && Block.isCount(unit: claim.unit, measure: "")
      if isCount { return computed == value ? .yes : .no }
      switch Printed.match(computed, printed: value, decimals: claim.decimals) {
      case .exact: return .yes
      case .rounding: return .rounding
      case .different: return .no
      }
    }
  }

  // MARK: - References

  private func cell(at name: String) throws(FormulaProblem) -> TableCell {
    let reference = CellReference(name)
    guard let report = reportOfCode[reference.code] else { throw .unknownReport(reference.code) }
    let cells = reports.first { $0.name == report }?.cells ?? []
    guard let found = cells.first(where: reference.matches) else { throw .missingCell(name) }
    return found
  }
}

/// `n:fig-2.10|Totaal|2015@gemelde`, taken apart.
struct CellReference {
  var code: String
  var figure: String
  var values: [String]
  /// How the measure begins; empty for any.
  var measure: String

  init(_ text: String) {
    let (head, measure) = CellReference.cut(text, at: "@")
    let (code, rest) = CellReference.cut(head, at: ":")
    let parts = rest.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    self.code = code
    figure = parts.first ?? ""
    values = Array(parts.dropFirst())
    self.measure = measure
  }

  private static func cut(_ text: String, at mark: Character) -> (String, String) {
    guard let index = text.firstIndex(of: mark) else { return (text, "") }
    return (String(text[..<index]), String(text[text.index(after: index)...]))
  }

  func matches(_ cell: TableCell) -> Bool {
    cell.figure == figure && cell.value != nil && cell.dimensions.map(\.value) == values
      && cell.measure.hasPrefix(measure)
  }
}
