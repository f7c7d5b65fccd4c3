extension ReportText {
  /// The mark that stands before decimals in a text; nil where nothing tells.
  ///
  /// A mark before other than three digits is a decimal one, unless it belongs to *Figure 2.11*, a heading (*2.4 Results*) or a
  /// table of contents; and unless the same mark stands before three digits more than twice as often, as between thousands.
  var decimalMark: Character? {
    var (decimals, groups): ([Character: Int], [Character: Int]) = ([:], [:])
    for sentence in sentences {
      let tokens = TextToken.tokens(of: sentence.text)
      let places = SentenceNumbers(tokens: tokens, taken: [], decimal: nil)
      for (index, token) in tokens.enumerated() where token.kind == .digits {
        let marks = token.text.filter { $0 == "." || $0 == "," }
        guard marks.count == 1, let mark = marks.first, !places.isReference(index) else { continue }
        let parts = token.text.split(separator: mark)
        guard parts.count == 2, parts[0].count <= 3 else { continue }
        if parts[1].count == 3 {
          if parts[0] != "0" { groups[mark, default: 0] += 1 }
        } else if mark == "," || Self.isCounted(tokens, index + 1) {
          decimals[mark, default: 0] += mark == "," || parts[1].count == 1 ? 2 : 1
        }
      }
    }
    for (mark, count) in groups where count > 2 * (decimals[mark] ?? 0) { decimals[mark] = nil }
    let (comma, point) = (decimals[","] ?? 0, decimals["."] ?? 0)
    if comma == point { return nil }
    return comma > point ? "," : "."
  }

  /// Whether a number is followed by a sign of per cent, a bracket or a word that begins small: those of headings are not.
  private static func isCounted(_ tokens: [TextToken], _ next: Int) -> Bool {
    guard tokens.indices.contains(next) else { return false }
    let token = tokens[next]
    return token.kind == .word ? token.text.first?.isLowercase == true : "%),;".contains(token.text)
  }
}
