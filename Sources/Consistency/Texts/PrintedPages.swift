/// The running text of pages as a program takes it out of a PDF: columns read one after the other, and without page
/// numbers, rows of tables and what returns at the head or foot of pages.
struct PrintedPages {
  private(set) var lines: [TextLine] = []

  /// What stands on so many pages, digits aside, belongs to the page and not to the text. A decision.
  private static let leastReturns = 3

  init(_ text: String) {
    let pages = Self.pages(text)
    let returning = Self.returning(pages)
    for page in pages {
      for (place, line) in Self.columns(of: page).enumerated() {
        let words = line.text.trimmed
        let isAtEdge = place < 3 || place >= page.count - 3
        if isAtEdge, !words.isEmpty, returning.contains(Self.withoutDigits(words)) { continue }
        if Self.isPageNumber(words) { continue }
        lines.append(TextLine(number: line.number, text: Self.isTableRow(words) ? "" : words))
      }
    }
  }

  /// Split at form feeds; line numbers are those of an editor.
  private static func pages(_ text: String) -> [[TextLine]] {
    var (pages, page): ([[TextLine]], [TextLine]) = ([], [])
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    for (index, line) in lines.enumerated() {
      for (place, part) in line.split(separator: "\u{0C}", omittingEmptySubsequences: false).enumerated() {
        if place > 0 {
          pages.append(page)
          page = []
        }
        page.append(TextLine(number: index + 1, text: String(part)))
      }
    }
    return pages + [page]
  }

  /// Lines at the edges of pages that stand on several.
  private static func returning(_ pages: [[TextLine]]) -> Set<String> {
    var counts: [String: Int] = [:]
    for page in pages {
      let filled = page.map(\.text.trimmed).filter { !$0.isEmpty }
      let edges = Set((filled.prefix(2) + filled.suffix(2)).map(withoutDigits))
      for edge in edges where edge.contains(where: \.isLetter) { counts[edge, default: 0] += 1 }
    }
    return Set(counts.filter { $0.value >= leastReturns }.keys)
  }

  private static func withoutDigits(_ text: String) -> String { text.filter { !$0.isNumber && !$0.isWhitespace } }

  private static func isPageNumber(_ text: String) -> Bool {
    let inner = text.filter { !" -–|/".contains($0) }
    return !inner.isEmpty && inner.count <= 6 && inner.allSatisfy(\.isDigit) && !text.contains(",")
  }

  /// Three numbers at least, and as many as there are words; or numbers only.
  private static func isTableRow(_ text: String) -> Bool {
    let parts = text.split(separator: " ")
    let numbers = parts.count { part in
      part.contains(where: \.isDigit) && part.allSatisfy { $0.isDigit || ".,%-–()*<>±+".contains($0) }
    }
    if numbers == parts.count { return true }
    return numbers >= 3 && 2 * numbers >= parts.count
  }

  // MARK: - Columns

  /// The lines of a page; where it has two columns beside each other, those of the left one first.
  private static func columns(of page: [TextLine]) -> [TextLine] {
    guard let gutter = gutter(of: page) else { return page }
    var (left, right): ([TextLine], [TextLine]) = ([], [])
    for line in page {
      let characters = Array(line.text)
      let end = min(gutter, characters.count)
      left.append(TextLine(number: line.number, text: String(characters[..<end])))
      right.append(TextLine(number: line.number, text: String(characters[end...])))
    }
    return left + [TextLine(number: page.last?.number ?? 0, text: "")] + right
  }

  /// The place of two spaces at least that four lines in five of those that reach it leave open, with text on both
  /// sides in half of all lines.
  private static func gutter(of page: [TextLine]) -> Int? {
    let filled = page.map { Array($0.text) }.filter { $0.contains { !$0.isWhitespace } }
    guard filled.count >= 8, let width = filled.map(\.count).max(), width >= 50 else { return nil }
    for place in stride(from: width / 2, to: width / 4, by: -1).flatMap({ [$0, width - $0] }) {
      let reaching = filled.filter { $0.count > place + 2 }
      guard 2 * reaching.count >= filled.count else { continue }
      let open = reaching.filter { line in
        line[place] == " " && line[place - 1] == " " && line[place - 2] == " "
          && line[..<place].contains { !$0.isWhitespace } && line[place...].prefix(40).contains { !$0.isWhitespace }
          && line[..<place].reversed().prefix { $0 == " " }.count < 30
      }
      if 5 * open.count >= 4 * reaching.count, 2 * open.count >= filled.count { return place }
    }
    return nil
  }
}
