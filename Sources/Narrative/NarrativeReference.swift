internal import Model

/// The reference of the language of texts, written from the same values that reading follows.
package enum NarrativeReference {
  /// A chapter of `docs/reference.md`, from its own heading on.
  package static var markdown: String { [language, verdicts].joined(separator: "\n") }

  /// Functions, filters and blocks.
  private static var language: String {
    var lines = ["## Texts", "", "How they are written is told in [writing texts](narrative.md).", ""]
    lines += ["| function | gives |", "| --- | --- |"]
    lines += FunctionName.allCases.map { "| `\(cell($0.usage))` | \($0.meaning) |" }
    lines += ["", "| filter | gives |", "| --- | --- |"]
    lines += FilterName.allCases.map { "| `\($0.usage)` | \($0.meaning) |" }
    lines += ["", "| block | is |", "| --- | --- |"]
    lines += CalloutKind.allCases.map { "| `::: \($0.rawValue)` | \($0.label.en) (\($0.label.nl)) |" }
    return (lines + [""]).joined(separator: "\n")
  }

  /// The sets of the house with their thresholds.
  private static var verdicts: String {
    var lines = ["### Verdict words of the house", ""]
    for set in VerdictSet.house {
      lines += [
        "#### `\(set.name)`, of a \(set.measure.rawValue)", "", "| numbers | Dutch | English |", "| --- | --- | --- |",
      ]
      lines += set.steps.map { "| \($0.bound.words) | \($0.words.nl) | \($0.words.en) |" }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  private static func cell(_ text: String) -> String { text.map { $0 == "|" ? "\\|" : String($0) }.joined() }
}

extension VerdictSet.Bound {
  fileprivate var words: String {
    func text(_ number: Quantity) -> String {
      number.denominator == 1 ? String(number.numerator) : "\(number.numerator)/\(number.denominator)"
    }
    switch self {
    case .below(let number): return "below \(text(number))"
    case .upTo(let number): return "up to \(text(number))"
    case .rest: return "all others"
    }
  }
}
