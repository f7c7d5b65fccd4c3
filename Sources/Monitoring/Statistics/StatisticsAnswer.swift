import Model
import Reporting

/// What a method says of a table: sentences first, then the numbers by row, for people and for programs.
package struct StatisticsAnswer: Encodable {
  /// A column of the answer.
  struct Column {
    /// Its name in JSON.
    var key: String
    /// Its head in a text.
    var head: String

    init(_ key: String, _ head: String) { (self.key, self.head) = (key, head) }
  }

  enum Value: Equatable {
    case text(String)
    case count(Int)
    case number(Double, decimals: Int)
    /// A part of one, shown in per cent.
    case share(Double)
    case probability(Double)
    case nothing
    /// A text with the word that programs know it by.
    case named(String, String)
  }

  package let method: StatisticsMethod
  package let sentences: [String]
  private let columns: [Column]
  let rows: [[Value]]
  private let language: Language

  init(_ method: StatisticsMethod, _ sentences: [String], _ columns: [Column], _ rows: [[Value]], _ words: CardWords) {
    (self.method, self.sentences, self.columns, self.rows) = (method, sentences, columns, rows)
    language = words.language
  }

  /// The sentences, an empty line and the table.
  package var text: String {
    let words = CardWords(language)
    let table = textTable(heads: columns.map(\.head), rows: rows.map { $0.map(words.statistic) })
    return sentences.joined(separator: "\n") + "\n\n" + table
  }

  private enum CodingKeys: String, CodingKey { case method, sentences, rows }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(method.rawValue, forKey: .method)
    try container.encode(sentences, forKey: .sentences)
    try container.encode(
      rows.map { row in Dictionary(zip(columns.map(\.key), row)) { first, _ in first } }, forKey: .rows)
  }
}

extension StatisticsAnswer.Value: Encodable {
  /// Numbers unrounded; what has no end, or is not there, is null.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text), .named(_, let text): try container.encode(text)
    case .count(let count): try container.encode(count)
    case .number(let number, _), .share(let number), .probability(let number):
      number.isFinite ? try container.encode(number) : try container.encodeNil()
    case .nothing: try container.encodeNil()
    }
  }
}

extension CardWords {
  func statistic(_ value: StatisticsAnswer.Value) -> String {
    switch value {
    case .text(let text), .named(let text, _): text
    case .count(let count): number(count)
    case .number(.infinity, _): say(nl: "onbegrensd", en: "unbounded")
    case .number(let number, let decimals): decimal(number, decimals)
    case .share(let share): percent(share)
    case .probability(let p): probability(p)
    case .nothing: "–"
    }
  }

  /// `18,0%`.
  func percent(_ share: Double) -> String { decimal(100 * share, 1) + "%" }

  /// `95%`, `99,8%`.
  func level(_ level: Double) -> String {
    let percent = 100 * level
    return decimal(percent, abs(percent - percent.rounded()) < 1e-9 ? 0 : 1) + "%"
  }

  /// `0,0312`, or that it is smaller than can be written so.
  func probability(_ p: Double) -> String { p < 0.0001 ? "< " + decimal(0.0001, 4) : decimal(p, 4) }

  /// `p = 0,0312`, `p < 0,0001`.
  func chance(_ p: Double) -> String { p < 0.0001 ? "p < " + decimal(0.0001, 4) : "p = " + decimal(p, 4) }
}
