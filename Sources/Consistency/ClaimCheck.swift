internal import Model

/// Claims whose number the tables do not bear, as contradictions.
struct ClaimCheck {
  let report: String
  let results: [ClaimResult]

  /// Claims that say what was found in the tables already are written with it instead of beside it.
  func added(to found: [Contradiction]) -> [Contradiction] {
    var found = found
    for result in results where result.verdict == .no || result.verdict == .rounding {
      let claim = contradiction(result)
      if let index = found.firstIndex(where: { isSame($0, claim, result) }) {
        found[index].claims.append(result.claim.id)
      } else {
        found.append(claim)
      }
    }
    return found
  }

  /// What was expected is printed with one decimal at least: half of it is 0.05, and something for halves.
  private static let nearness = 0.06

  /// The same figure and the same printed number, and a computed number that stands among what was expected.
  private func isSame(_ known: Contradiction, _ claim: Contradiction, _ result: ClaimResult) -> Bool {
    guard known.kind != .claim, let value = result.claim.value, let computed = result.computed else { return false }
    let figures = Set(known.cells.map(\.figure) + [known.figure])
    guard result.cells.contains(where: { figures.contains($0.figure) }) else { return false }
    let printed = Self.numbers(known.published)
    let expected = Self.numbers(known.expected)
    guard let index = printed.firstIndex(of: value) else { return false }
    return expected.indices.contains(index) && abs(expected[index] - computed) < Self.nearness
  }

  private static func numbers(_ text: String) -> [Double] {
    text.split { $0 == ";" || $0 == "%" || $0 == " " }.compactMap { Double($0) }
  }

  private func contradiction(_ result: ClaimResult) -> Contradiction {
    let claim = result.claim
    let computed = result.computed ?? 0
    let figures = result.cells.map(\.figure)
    let isUnsure = result.cells.contains { !$0.status.isHard }
    return Contradiction(
      report: report, figure: figures.first ?? "", kind: .claim,
      severity: result.verdict == .rounding ? .rounding : isUnsure ? .note : .error, cells: result.cells,
      expected: NumberText.plain(computed), published: claimText(claim), sentence: sentence(claim, computed, isUnsure),
      claims: [claim.id])
  }

  private func claimText(_ claim: Claim) -> String {
    let sign: String =
      switch claim.comparison {
      case .equal: ""
      case .greater: "> "
      case .less: "< "
      case .atLeast: ">= "
      case .atMost: "<= "
      case .about: "~ "
      }
    return sign + NumberText.plain(claim.value ?? 0, decimals: claim.decimals)
  }

  private func sentence(_ claim: Claim, _ computed: Double, _ isUnsure: Bool) -> LocalizedText {
    let asked: LocalizedText =
      switch claim.comparison {
      case .equal: LocalizedText("")
      case .greater: LocalizedText(nl: "meer dan ", en: "more than ")
      case .less: LocalizedText(nl: "minder dan ", en: "less than ")
      case .atLeast: LocalizedText(nl: "ten minste ", en: "at least ")
      case .atMost: LocalizedText(nl: "ten hoogste ", en: "at most ")
      case .about: LocalizedText(nl: "ongeveer ", en: "about ")
      }
    let number = NumberText.printed(claim.value ?? 0, decimals: claim.decimals)
    let result = NumberText.printed(computed)
    let unit = claim.unit == "%" ? "%" : " " + claim.unit
    let line =
      claim.line.isEmpty ? LocalizedText("") : LocalizedText(nl: " (regel \(claim.line))", en: " (line \(claim.line))")
    let unsure =
      isUnsure
      ? LocalizedText(nl: "; niet elke cel daarvan is zeker.", en: "; not every cell of it is certain.")
      : LocalizedText(".")
    return LocalizedText(
      nl:
        "Bewering \(claim.id)\(line.nl): de tekst zegt \(asked.nl)\(number.nl)\(unit), maar de tabellen geven "
        + "\(result.nl)\(unit)",
      en:
        "Claim \(claim.id)\(line.en): the text says \(asked.en)\(number.en)\(unit), but the tables give "
        + "\(result.en)\(unit)"
    )
      + unsure
  }
}
