import Model

/// Collections in brackets: `{ nl: …, en: … }` and `[a, b]`, on one line or more.
extension YAMLProofreading {
  private struct Collection {
    var bracket: Unicode.Scalar
    var row: Int
    var keys: Set<String> = []
    /// What stands before the colon or comma, when that is a plain text.
    var entry: (text: String, row: Int)?
    var hasColon = false
    /// Keys without a colon, with whether nothing stood before them.
    var lone: [(text: String, row: Int, isFirst: Bool)] = []
    var count = 0

    var closing: Unicode.Scalar { bracket == "[" ? "]" : "}" }
  }

  /// - Returns: Whether the outermost bracket closed. Otherwise reading goes on below the line on which it opens.
  mutating func readFlow(in parent: Int) -> Bool {
    let opening = row
    var open: [Collection] = []
    repeat {
      if column >= line.count {
        guard nextFlowLine(in: parent, of: open) else {
          report(YAMLWords.unclosedBracket(open.last?.bracket ?? "{"), at: open.last?.row)
          row = opening + 1
          return false
        }
        continue
      }
      guard step(&open, in: parent) else { return false }
    } while !open.isEmpty
    return true
  }

  /// Lines of the collection stand deeper than what holds it; only a closing bracket may stand level.
  private mutating func nextFlowLine(in parent: Int, of open: [Collection]) -> Bool {
    row += 1
    column = 0
    while row < lines.count {
      skipBlanks()
      if column == line.count || line[column] == "#" {
        row += 1
        column = 0
        continue
      }
      return column > parent || line[column] == open.last?.closing
    }
    return false
  }

  /// - Returns: False when reading has to go on elsewhere.
  private mutating func step(_ open: inout [Collection], in parent: Int) -> Bool {
    let sign = line[column]
    switch sign {
    case " ", "\t": column += 1
    case "#": column = line.count
    case "[", "{":
      open.append(Collection(bracket: sign, row: row))
      column += 1
    case "]", "}":
      finishEntry(in: &open)
      let collection = open.removeLast()
      if collection.closing != sign { report(YAMLWords.unclosedBracket(collection.bracket), at: collection.row) }
      noteLone(in: collection)
      column += 1
    case ",":
      finishEntry(in: &open)
      column += 1
    case ":":
      noteColon(in: &open)
      column += 1
    case "\"", "'": return quotedInFlow(&open, in: parent)
    case "*", "&":
      while column < line.count, !" ,]}".unicodeScalars.contains(line[column]) { column += 1 }
    case "!":
      report(YAMLWords.sign("!"), isSilent: true)
      column += 1
    default: plainInFlow(&open)
    }
    return true
  }

  private mutating func quotedInFlow(_ open: inout [Collection], in parent: Int) -> Bool {
    let start = column
    let opening = row
    let quote = line[column]
    guard readQuoted(in: parent) else { return false }
    if opening == row, !open.isEmpty, !open[open.count - 1].hasColon {
      open[open.count - 1].entry = (unquoted(start..<column), -1)
    }
    var next = column
    while next < line.count, line[next] == " " || line[next] == "\t" { next += 1 }
    if next < line.count, !",]}:#".unicodeScalars.contains(line[next]) { report(YAMLWords.behindQuote(quote)) }
    return true
  }

  private mutating func plainInFlow(_ open: inout [Collection]) {
    let start = column
    while column < line.count, !endsPlain(column, from: start) { column += 1 }
    let text = String(String.UnicodeScalarView(line[start..<column])).trimmingBlanks
    let isKey = open.last?.bracket == "{" && open.last?.hasColon == false
    if isKey {
      if open[open.count - 1].entry == nil { open[open.count - 1].entry = (text, row) }
    } else {
      note(text: start..<column)
    }
    guard column < line.count, line[column] == "#" else { return }
    if isCut(at: column, from: start) {
      report(YAMLWords.cutInBrackets)
    }
  }

  private func endsPlain(_ index: Int, from start: Int) -> Bool {
    switch line[index] {
    case ",", "[", "]", "{", "}": true
    case ":": index + 1 >= line.count || " \t,[]{}".unicodeScalars.contains(line[index + 1])
    case "#": index > start && (line[index - 1] == " " || line[index - 1] == "\t")
    default: false
    }
  }

  private mutating func noteColon(in open: inout [Collection]) {
    guard let last = open.indices.last, open[last].bracket == "{" else { return }
    if open[last].hasColon { report(YAMLWords.colonInText) }
    open[last].hasColon = true
    guard let key = open[last].entry?.text else { return }
    if let message = YAMLWords.wrongKey(key) { report(message, isSilent: true) }
    if !open[last].keys.insert(key).inserted { reportRepeated(key) }
  }

  private func finishEntry(in open: inout [Collection]) {
    guard let last = open.indices.last else { return }
    if open[last].bracket == "{", !open[last].hasColon, let entry = open[last].entry, entry.row >= 0 {
      open[last].lone.append((entry.text, entry.row, open[last].count == 0))
    }
    open[last].entry = nil
    open[last].hasColon = false
    open[last].count += 1
  }

  /// A key without a colon: one that nothing stands before, or that begins with a key Zicht knows and is not there yet.
  /// Another one is the rest of a text with a comma.
  private mutating func noteLone(in collection: Collection) {
    guard collection.bracket == "{", !collection.keys.isEmpty else { return }
    for lone in collection.lone {
      let word = String(lone.text.prefix { !" :=;".contains($0) })
      let isKnown = YAMLWords.knownKeys.contains(word) && !collection.keys.contains(word)
      guard lone.isFirst || isKnown else { continue }
      report(YAMLWords.missingColon(in: Array(lone.text.unicodeScalars)), at: lone.row, isSilent: true)
    }
  }
}
