internal import Disclosure
internal import Model

/// Finds figures, rows and columns by the keys a text gives, and says what is there when it does not find them.
///
/// A key is a code. An author may give a label between quotation marks instead; it stands for the one row or column with
/// that label in any language, and from then on only the position counts: labels are never compared with each other.
struct FigureLookup {
  let tables: [PublishedTable]
  /// Measures that the monitor declares.
  var constants: [NamedConstant] = []
  /// Who delivered what a figure shows, where that is counts.
  var sources: [SourceFigures] = []

  /// Parts of an id that may be left out: `2.3` for `fig-2.3`.
  private static let prefixes = ["", "fig-", "tab-"]

  func table(_ key: Call.Key) throws(TextProblem) -> PublishedTable {
    for prefix in Self.prefixes {
      if let table = tables.first(where: { $0.shape.figure == prefix + key.text }) { return table }
    }
    throw Self.unknown(key, among: tables.map(\.shape.figure))
  }

  /// Nil when one of the figures has this id, or the id without its beginning.
  static func problem(with key: Call.Key, among ids: [String]) -> TextProblem? {
    prefixes.contains { ids.contains($0 + key.text) } ? nil : unknown(key, among: ids)
  }

  private static func unknown(_ key: Call.Key, among ids: [String]) -> TextProblem {
    let short = ids.map { id in
      prefixes.dropFirst().first(where: id.hasPrefix).map { String(id.dropFirst($0.count)) } ?? id
    }
    let near = meant(key.text, among: short + ids)
    return TextProblem(
      .unknownFigure, at: key.at, nl: "er is geen figuur `\(key.text)`\(near.nl)",
      en: "there is no figure `\(key.text)`\(near.en)")
  }

  func constant(_ key: Call.Key) throws(TextProblem) -> NamedConstant {
    if let constant = constants.first(where: { $0.name == key.text }) { return constant }
    throw Self.problem(withConstant: key, among: constants.map(\.name)) ?? Self.unknown(key, among: [])
  }

  /// Nil when one of the constants has this name.
  static func problem(withConstant key: Call.Key, among names: [String]) -> TextProblem? {
    guard !names.contains(key.text) else { return nil }
    let near = meant(key.text, among: names)
    return TextProblem(
      .unknownConstant, at: key.at, nl: "er is geen constante `\(key.text)`\(near.nl)",
      en: "there is no constant `\(key.text)`\(near.en)")
  }

  // MARK: Rows

  /// Positions of the rows a key stands for: one, or several with ` + ` between them.
  func rows(_ key: Call.Key, in shape: TableShape) throws(TextProblem) -> [Int] {
    if let row = row(key.text, in: shape) { return [row] }
    var rows: [Int] = []
    let parts = parts(key.text)
    for part in parts {
      guard let row = row(part, in: shape) else {
        throw unknown(.row, part, key, shape, among: shape.rows.map(\.key), labels: shape.rows.map(\.label))
      }
      rows.append(row)
    }
    return rows
  }

  private func row(_ text: String, in shape: TableShape) -> Int? {
    if let index = shape.rows.firstIndex(where: { $0.key == text }) { return index }
    if text == "total" { return shape.rows.firstIndex(where: \.isTotal) }
    let words = unquoted(text)
    return Language.allCases.lazy.compactMap { language in
      only(
        shape.rows.indices.filter {
          shape.rows[$0].label[language] == words || shape.rows[$0].measure[language] == words
        })
    }.first
  }

  /// The row that holds the totals; nil without one.
  func totalRow(of shape: TableShape) -> Int? {
    shape.rows.firstIndex { $0.key == "total" && $0.isTotal }
      ?? only(shape.rows.indices.filter { shape.rows[$0].isTotal })
  }

  // MARK: Columns

  /// Positions of the columns a key stands for: one, several with ` + ` between them, or a range `2017..2019`.
  func columns(_ key: Call.Key, in shape: TableShape, panel: Int? = nil) throws(TextProblem) -> [Int] {
    if let column = try column(key.text, key, in: shape, panel) { return [column] }
    let ends = key.text.components(around: "..")
    if ends.count == 2, let first = try column(ends[0], key, in: shape, panel),
      let last = try column(ends[1], key, in: shape, panel), first <= last,
      shape.columns[first].panel == shape.columns[last].panel
    {
      return Array(first...last)
    }
    var columns: [Int] = []
    for part in ends.count == 2 ? ends : parts(key.text) {
      guard let column = try column(part, key, in: shape, panel) else {
        throw unknown(.column, part, key, shape, among: shape.columns.map(\.key), labels: shape.columns.map(\.label))
      }
      columns.append(column)
    }
    guard ends.count != 2 else {
      throw TextProblem(
        .unknownColumn, at: key.at, nl: "`\(key.text)` loopt niet van een eerdere naar een latere kolom.",
        en: "`\(key.text)` does not run from an earlier column to a later one.")
    }
    return columns
  }

  private func column(
    _ text: String, _ key: Call.Key, in shape: TableShape, _ panel: Int?
  ) throws(TextProblem) -> Int? {
    func fits(_ index: Int) -> Bool { panel == nil || shape.columns[index].panel == panel }
    let words = unquoted(text)
    var found = shape.columns.indices.filter { fits($0) && shape.columns[$0].key == text }
    if found.isEmpty, text == "total" { found = shape.columns.indices.filter { fits($0) && shape.columns[$0].isTotal } }
    for language in Language.allCases where found.isEmpty {
      found = shape.columns.indices.filter { fits($0) && shape.columns[$0].label[language] == words }
    }
    guard found.count > 1 else { return found.first }
    let names = shape.panels
    throw TextProblem(
      .unknownColumn, at: key.at,
      nl: "kolom `\(text)` van figuur \(shape.figure) staat in meer dan één paneel; zet het paneel erachter: "
        + names.map { "\"\($0.nl)\"" }.joined(separator: ", ") + ".",
      en: "column `\(text)` of figure \(shape.figure) stands in more than one panel; add the panel: "
        + names.map { "\"\($0.en)\"" }.joined(separator: ", ") + ".")
  }

  /// The total over all columns of a row; nil without one.
  func totalColumn(of shape: TableShape) -> Int? { only(shape.columns.indices.filter { shape.columns[$0].isTotal }) }

  /// A panel by its number, from 1, or its name.
  func panel(_ key: Call.Key, in shape: TableShape) throws(TextProblem) -> Int {
    if let number = Int(key.text), shape.panels.indices.contains(number - 1) { return number - 1 }
    let words = unquoted(key.text)
    if let index = shape.panels.firstIndex(where: { $0.nl == words || $0.en == words }) { return index }
    let names = shape.panels
    throw TextProblem(
      .unknownColumn, at: key.at,
      nl:
        "figuur \(shape.figure) heeft geen paneel `\(key.text)`; de panelen zijn \(names.map(\.nl).joined(separator: ", ")).",
      en:
        "figure \(shape.figure) has no panel `\(key.text)`; the panels are \(names.map(\.en).joined(separator: ", ")).")
  }

  /// The break of a series that a call names: that of the year, or the only one.
  func seriesBreak(_ call: Call) throws(TextProblem) -> Figure.SeriesBreak {
    let shape = try table(call.keys[0]).shape
    let year = call.keys.count > 1 ? call.keys[1].text : nil
    let found = shape.breaks.filter { year == nil || String($0.year) == year }
    if found.count == 1 { return found[0] }
    let years = shape.breaks.map { String($0.year) }.joined(separator: ", ")
    guard !shape.breaks.isEmpty else {
      throw TextProblem(
        .arguments, at: call.at, nl: "figuur \(shape.figure) heeft geen breuk.",
        en: "figure \(shape.figure) has no break.")
    }
    throw TextProblem(
      .arguments, at: call.at, nl: "figuur \(shape.figure) heeft breuken in \(years); noem er een.",
      en: "figure \(shape.figure) has breaks in \(years); name one.")
  }

  // MARK: What is not there

  /// The nearest code, else the code of the nearest label, else the list of codes.
  private func unknown(
    _ line: Line, _ part: String, _ key: Call.Key, _ shape: TableShape, among keys: [String], labels: [LocalizedText]
  ) -> TextProblem {
    var near = meant(part, among: keys)
    if near.nl == ".", let label = suggestion(for: unquoted(part), among: labels.map(\.nl) + labels.map(\.en)),
      let index = labels.firstIndex(where: { $0.nl == label || $0.en == label })
    {
      near = LocalizedText(nl: "; bedoelt u `\(keys[index])`?", en: "; did you mean `\(keys[index])`?")
    }
    if near.nl == "." {
      let list =
        keys.prefix(Self.listedKeys).joined(separator: ", ") + (keys.count > Self.listedKeys ? ", …" : "")
      near = LocalizedText(
        nl: "; de \(line.nouns.nl) zijn \(list).", en: "; the \(line.nouns.en) are \(list).")
    }
    return TextProblem(
      line.rule, at: key.at, nl: "figuur \(shape.figure) heeft geen \(line.noun.nl) `\(part)`\(near.nl)",
      en: "figure \(shape.figure) has no \(line.noun.en) `\(part)`\(near.en)")
  }

  /// What a key should have named.
  private enum Line {
    case row, column

    var rule: FindingRule {
      switch self {
      case .row: .unknownRow
      case .column: .unknownColumn
      }
    }

    var noun: LocalizedText {
      switch self {
      case .row: LocalizedText(nl: "rij", en: "row")
      case .column: LocalizedText(nl: "kolom", en: "column")
      }
    }

    var nouns: LocalizedText {
      switch self {
      case .row: LocalizedText(nl: "rijen", en: "rows")
      case .column: LocalizedText(nl: "kolommen", en: "columns")
      }
    }
  }

  /// A message lists as many keys as fit two lines of a terminal.
  private static let listedKeys = 12

  private func parts(_ text: String) -> [String] { text.components(around: " + ") }

  private func only(_ indices: [Int]) -> Int? { indices.count == 1 ? indices[0] : nil }

  private func unquoted(_ text: String) -> String {
    guard text.count >= 2, let first = text.first, let last = text.last, isQuoteMark(first), isQuoteMark(last) else {
      return text
    }
    return String(text.dropFirst().dropLast())
  }
}

extension String {
  /// The trimmed parts around a separator.
  fileprivate func components(around separator: String) -> [String] {
    let text = PlacedText(self)
    var parts: [String] = []
    var start = 0
    while let end = text.firstIndex(of: separator, from: start) {
      parts.append(text[start..<end].trimmed.string)
      start = end + separator.count
    }
    return parts + [text.from(start).trimmed.string]
  }
}
