/// The tables of a Markdown text: rows of cells between bars, with a line of dashes below the head.
///
/// A heading, or one line in bold or without a full stop, right above a table is its caption.
struct MarkedTables {
  private(set) var tables: [(caption: String, rows: [[String]])] = []

  /// Words of a line above a table that may be its caption at most. A decision.
  private static let mostWords = 20

  init(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { String($0).trimmed }
    var (index, isCode) = (0, false)
    while index < lines.count {
      defer { index += 1 }
      if lines[index].hasPrefix("```") || lines[index].hasPrefix("~~~") { isCode.toggle() }
      guard !isCode, index + 1 < lines.count, Self.isRow(lines[index]), Self.isRule(lines[index + 1]) else { continue }
      let body = lines[(index + 2)...].prefix(while: Self.isRow)
      let rows = ([lines[index]] + body).map(Self.cells)
      tables.append((Self.caption(lines[..<index]), rows))
      index = body.endIndex - 1
    }
  }

  private static func isRow(_ line: String) -> Bool { line.contains("|") && !isRule(line) }

  /// `|---|:--:|`
  private static func isRule(_ line: String) -> Bool {
    line.contains("|") && line.contains("-") && line.allSatisfy { "|-: ".contains($0) }
  }

  private static func cells(_ line: String) -> [String] {
    var (cells, cell, isEscaped): ([String], String, Bool) = ([], "", false)
    for character in line {
      if character == "|", !isEscaped {
        cells.append(cell)
        cell = ""
      } else {
        if isEscaped, character != "|" { cell.append("\\") }
        if character != "\\" || isEscaped { cell.append(character) }
      }
      isEscaped = character == "\\" && !isEscaped
    }
    cells.append(cell)
    if line.hasPrefix("|") { cells.removeFirst() }
    if line.hasSuffix("|"), cells.count > 1 { cells.removeLast() }
    return cells.map { MarkedText.plain($0.trimmed).trimmed }
  }

  private static func caption(_ above: ArraySlice<String>) -> String {
    guard let line = above.suffix(2).last(where: { !$0.isEmpty }), !isRow(line), !isRule(line) else { return "" }
    let text = MarkedText.plain(String(line.drop { $0 == "#" })).trimmed
    let isTitle = line.hasPrefix("#") || line.hasPrefix("**") || !".!?;,".contains(text.last ?? ".")
    return isTitle && text.split(separator: " ").count <= mostWords ? text : ""
  }
}
