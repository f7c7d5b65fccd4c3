/// The running text of a Markdown file, without its signs.
struct MarkedText {
  private(set) var lines: [TextLine] = []

  init(_ text: String) {
    var (isCode, isFront) = (false, false)
    for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = raw.trimmed
      if index == 0, line == "---" {
        isFront = true
        continue
      }
      if isFront {
        isFront = line != "---"
        continue
      }
      if line.hasPrefix("```") || line.hasPrefix("~~~") {
        isCode.toggle()
        append(index, "")
        continue
      }
      if isCode || Self.isTable(line) || line.hasPrefix("[^") && line.contains("]:") {
        append(index, "")
      } else if line.hasPrefix("#") {
        append(index, "")
        append(index, Self.plain(String(line.drop { $0 == "#" }).trimmed), isHeading: true)
        append(index, "")
      } else if let item = Self.item(line) {
        append(index, "")
        append(index, Self.plain(item))
      } else {
        append(index, Self.plain(line))
      }
    }
  }

  private mutating func append(_ index: Int, _ text: String, isHeading: Bool = false) {
    lines.append(TextLine(number: index + 1, text: text, isHeading: isHeading))
  }

  private static func isTable(_ line: String) -> Bool {
    line.hasPrefix("|") || line.count { $0 == "|" } > 1 || line.hasPrefix("---") || line.hasPrefix(":--")
  }

  /// `- `, `* `, `+ `, `> ` and `1. `
  private static func item(_ line: String) -> String? {
    for mark in ["- ", "* ", "+ ", "> "] where line.hasPrefix(mark) { return String(line.dropFirst(2)).trimmed }
    let digits = line.prefix { $0.isDigit }
    let rest = line.dropFirst(digits.count)
    guard (1...2).contains(digits.count), rest.hasPrefix(". ") || rest.hasPrefix(") ") else { return nil }
    return String(rest.dropFirst(2)).trimmed
  }

  /// Without emphasis, links, pictures and footnotes.
  static func plain(_ line: String) -> String {
    var (result, rest) = ("", line[...])
    while let first = rest.first {
      if first == "[" || rest.hasPrefix("![") {
        let isPicture = first == "!"
        let inside = rest.dropFirst(isPicture ? 2 : 1)
        if let close = inside.firstIndex(of: "]") {
          let words = inside[..<close]
          rest = inside[inside.index(after: close)...]
          if rest.hasPrefix("("), let end = rest.firstIndex(of: ")") { rest = rest[rest.index(after: end)...] }
          if !isPicture, !words.hasPrefix("^") { result += plain(String(words)) }
          continue
        }
      }
      if first == "*" || first == "`" || (first == "_" && (result.last.map { $0 == " " } ?? true)) {
        rest = rest.drop { $0 == first }
        continue
      }
      result.append(first)
      rest = rest.dropFirst()
    }
    return result
  }
}
