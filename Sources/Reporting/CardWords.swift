import Charts
import Disclosure
public import Model

/// Numbers and phrases of a card in one language.
public struct CardWords: Sendable {
  public let language: Language

  public init(_ language: Language) { self.language = language }

  /// The text in the language of the card.
  public func callAsFunction(_ text: LocalizedText) -> String { text[language] }

  /// One of the two, by the language of the card.
  public func say(nl: String, en: String) -> String { LocalizedText(nl: nl, en: en)[language] }

  /// A whole number, with the separators of the language.
  public func number(_ count: Int) -> String { Quantity(count).formatted(in: language) }

  /// A count of persons, or the mark of why it is not there.
  public func number(_ persons: CellValue) -> String {
    CellText(Cell(persons, rung: .linked), in: language).mark
  }

  /// A number of persons, or a word where there is none that can be written.
  public func estimate(_ value: Double?) -> String {
    guard let value, value.isFinite, value < 1e12 else { return say(nl: "geen", en: "none") }
    return number(Int(value.rounded()))
  }

  /// `1.184 – 2.310`; an upper limit that is not there is said in words.
  public func range(_ limits: (lower: Double, upper: Double)?) -> String {
    guard let limits, limits.lower.isFinite, limits.lower < 1e12 else { return "–" }
    let lower = number(Int(limits.lower.rounded()))
    guard limits.upper.isFinite, limits.upper < 1e12 else {
      return say(nl: "\(lower) – onbegrensd", en: "\(lower) – unbounded")
    }
    return "\(lower) – \(number(Int(limits.upper.rounded())))"
  }

  /// A number with so many decimals; a dash for what is no finite number of a size to print.
  public func decimal(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite, value.magnitude < 1e12 else { return "–" }
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    return Quantity(numerator: Int((value * Double(scale)).rounded()), denominator: scale, decimals: decimals)
      .formatted(in: language)
  }
}

extension CardWords {
  func range(_ interval: PublishedCard.Interval?) -> String { range(interval.map { ($0.lower, $0.upper) }) }
}

/// Columns as wide as they need to be: the first to the left, the others to the right.
public func textTable(heads: [String], rows: [[String]]) -> String {
  let all = [heads] + rows
  let widths = heads.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
  return all.map { row in
    row.enumerated().map { column, entry in
      let space = String(repeating: " ", count: widths[column] - entry.count)
      return column == 0 ? entry + space : space + entry
    }.joined(separator: "  ")
  }.joined(separator: "\n")
}
