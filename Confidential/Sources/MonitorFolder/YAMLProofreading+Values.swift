import Model

/// Values behind a key or in a list, by the sign with which they begin.
extension YAMLProofreading {
  /// - Parameter parent: The column of the key or dash that holds the value.
  mutating func readValue(in parent: Int, isAfterKey: Bool) {
    skipBlanks()
    guard skipAnchor(), column < line.count, line[column] != "#" else {
      row += 1
      return
    }
    switch line[column] {
    case "\"", "'":
      let quote = line[column]
      if readQuoted(in: parent) { expectEnd(YAMLWords.behindQuote(quote)) }
    case "[", "{":
      let bracket = line[column]
      if readFlow(in: parent) { expectEnd(YAMLWords.sign(bracket)) }
    case "|", ">": readBlockText(in: parent)
    case "*":
      while column < line.count, line[column] != " " { column += 1 }
      expectEnd(YAMLWords.sign("*"))
    case "!":
      report(YAMLWords.sign("!"), isSilent: true)
      row += 1
    case "@", "`", "%", "]", "}", ",": reportSign()
    case "-" where isAfterKey && isAlone(column), "?" where isAfterKey && isAlone(column): reportSign()
    default: readPlain(in: parent, isAfterKey: isAfterKey)
    }
  }

  private mutating func reportSign() {
    report(YAMLWords.sign(line[column]))
    row += 1
  }

  private func isAlone(_ index: Int) -> Bool { index + 1 >= line.count || line[index + 1] == " " }

  mutating func skipBlanks() {
    while column < line.count, line[column] == " " || line[column] == "\t" { column += 1 }
  }

  /// Passes over `&name`. Before a text it makes sense only when some `*name` asks for it; then the text was meant.
  private mutating func skipAnchor() -> Bool {
    guard column < line.count, line[column] == "&" else { return true }
    let word = line[(column + 1)...].prefix { $0 != " " }
    column += 1 + word.count
    skipBlanks()
    guard column < line.count, !"[{\"'|>#".unicodeScalars.contains(line[column]) else { return true }
    if !aliases.contains(String(String.UnicodeScalarView(word))) { report(YAMLWords.sign("&"), isSilent: true) }
    return true
  }

  /// After a closing sign only a remark may follow.
  private mutating func expectEnd(_ message: LocalizedText) {
    defer { row += 1 }
    let before = column
    skipBlanks()
    guard column < line.count else { return }
    if line[column] == "#", column > before { return }
    report(message)
  }

  /// Passes over a text between quotation marks; its lines stand deeper than what holds it, so that a mark which is
  /// never closed is found where it opens.
  ///
  /// - Returns: Whether it closed. Otherwise reading goes on below the line on which it opens.
  mutating func readQuoted(in parent: Int) -> Bool {
    let opening = row
    let quote = line[column]
    column += 1
    while true {
      if passToClosing(quote) { return true }
      row += 1
      let indent = row < lines.count ? line.prefix { $0 == " " || $0 == "\t" }.count : 0
      if row < lines.count, indent == line.count || indent > parent {
        column = indent
        continue
      }
      report(YAMLWords.unclosed(quote, in: lines[opening]), at: opening, isSilent: true)
      row = opening + 1
      return false
    }
  }

  private mutating func passToClosing(_ quote: Unicode.Scalar) -> Bool {
    while column < line.count {
      let sign = line[column]
      column += sign == "\\" && quote == "\"" ? 2 : 1
      guard sign == quote else { continue }
      guard quote == "'", column < line.count, line[column] == "'" else { return true }
      column += 1
    }
    column = line.count
    return false
  }
}

extension Unicode.Scalar {
  /// Blanks that look like one and are none to YAML: no-break, thin and ideographic spaces.
  var isWideBlank: Bool {
    switch value {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Signs that take no room: zero-width blanks and joiners, soft hyphens, marks of order.
  var isInvisible: Bool {
    switch value {
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: true
    default: false
    }
  }
}

extension String {
  /// Without the plain blanks and tabs at both ends.
  var trimmingBlanks: String {
    let start = unicodeScalars.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
    let end = start.reversed().drop { $0 == " " || $0 == "\t" || $0 == "\r" }
    return String(String.UnicodeScalarView(end.reversed()))
  }
}
