import Consistency
package import Model

/// What contradicts in the tables of a report, for people and programs.
package struct ContradictionsAnswer: Equatable {
  package struct Item: Encodable, Equatable {
    package var report, figure, kind, severity, expected, published, sentence: String
    /// As claims refer to a cell, such as `fig-2.10|Totaal|2019`; the cell that is off first.
    package var cells: [String]
    package var claims: [String]

    fileprivate init(_ contradiction: Contradiction, _ language: Language) {
      (report, figure) = (contradiction.report, contradiction.figure)
      (kind, severity) = (contradiction.kind.rawValue, contradiction.severity.rawValue)
      (expected, published) = (contradiction.expected, contradiction.published)
      sentence = contradiction.sentence[language]
      cells = contradiction.cells.map(\.reference)
      claims = contradiction.claims
    }
  }

  package let contradictions: [Item]
  /// A sentence each, and how much was looked at.
  package let lines: [String]

  init(_ found: [Contradiction], cells: Int, language: Language) {
    contradictions = found.map { Item($0, language) }
    let looked = Quantity(cells).formatted(in: language)
    let count = found.count
    let summary = LocalizedText(
      nl: "\(looked) cellen bekeken, \(count) \(count == 1 ? "tegenspraak" : "tegenspraken") gevonden.",
      en: "\(looked) cells looked at, \(count) \(count == 1 ? "contradiction" : "contradictions") found.")
    lines = contradictions.map(\.sentence) + [summary[language]]
  }
}
