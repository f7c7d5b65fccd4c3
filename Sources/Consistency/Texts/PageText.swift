/// The running text of an HTML page: what stands in paragraphs, headings and lists.
struct PageText {
  private(set) var lines: [TextLine] = []
  private var text = ""
  private var (line, start) = (1, 1)
  private var isHeading = false

  private static let hidden: Set<String> = ["script", "style", "table", "nav", "svg", "head", "noscript", "template"]
  private static let blocks: Set<String> = [
    "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer", "main",
    "blockquote", "figcaption", "figure", "dd", "dt", "body", "br", "aside", "details", "summary",
  ]

  init(_ page: String) {
    var rest = page[...]
    while let open = rest.firstIndex(of: "<") {
      add(rest[..<open])
      rest = rest[open...]
      if rest.hasPrefix("<!--") {
        skip(&rest, past: "-->")
        continue
      }
      guard let close = rest.firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: open)..<close]
      line += tag.count { $0.isNewline }
      rest = rest[rest.index(after: close)...]
      let isEnd = tag.hasPrefix("/")
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
      if Self.hidden.contains(name), !isEnd, !tag.hasSuffix("/") {
        end()
        skip(&rest, past: "</" + name)
      } else if Self.blocks.contains(name) {
        end()
        if name.count == 2, name.hasPrefix("h") { isHeading = !isEnd }
      } else if name == "sup" || name == "sub" {
        if !isEnd { skip(&rest, past: "</" + name) }
      }
    }
    add(rest)
    end()
  }

  private mutating func add(_ part: Substring) {
    for character in HTMLTables.decoded(part) {
      if text.isEmpty, character.isWhitespace {
        if character.isNewline { line += 1 }
        continue
      }
      if text.isEmpty { start = line }
      if character.isNewline { line += 1 }
      text.append(character.isNewline ? " " : character)
    }
  }

  private mutating func skip(_ rest: inout Substring, past mark: String) {
    guard let found = rest.firstRange(of: mark) ?? rest.firstRange(of: mark.uppercased()) else {
      rest = ""
      return
    }
    line += rest[..<found.upperBound].count { $0.isNewline }
    rest = rest[found.upperBound...]
    if mark != "-->", let close = rest.firstIndex(of: ">") { rest = rest[rest.index(after: close)...] }
  }

  private mutating func end() {
    if !text.trimmedSlice.isEmpty {
      lines.append(TextLine(number: start, text: text.trimmed, isHeading: isHeading))
      lines.append(TextLine(number: line, text: ""))
    }
    text = ""
  }
}
