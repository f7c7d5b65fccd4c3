import Model

/// Looks through the text of a file for what people do to YAML by mistake, and finds the line on which they did it.
///
/// The parser complains where it can go no further, often far below the mistake, and accepts some mistakes in silence:
/// an anchor before a text, a key without its colon, quotation marks of a word processor. This reads the lines as the
/// files of a monitor are written: mappings, lists, texts on a line, `>-` texts and collections in brackets.
struct YAMLProofreading {
  struct Mistake: Equatable {
    var line: Int
    var message: LocalizedText
    /// Whether the parser would have read on: a mistake all the same.
    var isSilent: Bool
    var isDuplicateKey = false
  }

  private(set) var mistakes: [Mistake] = []
  /// Lines on which ` #` directly before a word ends a text.
  private(set) var cuts: [Int] = []

  /// More mistakes are not looked for: each that opens and never closes is sought to the end of the file.
  private static let limit = 50

  let lines: [[Unicode.Scalar]]
  /// Names that stand behind a `*` somewhere.
  let aliases: Set<String>
  var row = 0
  var column = 0
  /// Mappings and lists that are open around this line, outermost first.
  var blocks: [Block] = []
  /// The plain text that may go on below: the column of what holds it, and the line when it stands there alone.
  private var openText: (parent: Int, loneLine: Int?)?
  private var followsBlockText = false

  struct Block {
    var column: Int
    var isList: Bool
    var keys: [String: Int] = [:]
  }

  /// - Parameter text: With `\n` at the end of each line.
  init(_ text: String) {
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    aliases = Self.aliases(in: lines)
    while row < lines.count, mistakes.count < Self.limit { readLine() }
  }

  mutating func report(_ message: LocalizedText, at row: Int? = nil, isSilent: Bool = false) {
    mistakes.append(Mistake(line: (row ?? self.row) + 1, message: message, isSilent: isSilent))
  }

  mutating func reportRepeated(_ key: String) {
    let message = LocalizedText(nl: "de sleutel `\(key)` staat er twee keer.", en: "the key `\(key)` is there twice.")
    mistakes.append(Mistake(line: row + 1, message: message, isSilent: true, isDuplicateKey: true))
  }

  mutating func cut() { cuts.append(row + 1) }

  private static func aliases(in lines: [[Unicode.Scalar]]) -> Set<String> {
    var names: Set<String> = []
    for line in lines {
      for index in line.indices where line[index] == "*" {
        names.insert(
          String(
            String.UnicodeScalarView(line[(index + 1)...].prefix(80).prefix { !" ,]}:".unicodeScalars.contains($0) })))
      }
    }
    return names
  }

  // MARK: A line

  var line: [Unicode.Scalar] { lines[row] }

  private mutating func readLine() {
    defer { column = 0 }
    if isMergeConflict {
      if !mistakes.contains(where: { $0.message == YAMLWords.mergeConflict }) {
        report(YAMLWords.mergeConflict, isSilent: true)
      }
      row += 1
      return
    }
    let indent = readIndentation()
    guard indent < line.count, line[indent] != "#" else {
      row += 1
      return
    }
    if indent == 0, isDirective {
      blocks = []
      openText = nil
      row += 1
      return
    }
    if let text = openText, indent > text.parent {
      readMoreText(of: text, from: indent)
      return
    }
    openText = nil
    column = indent
    readDashes()
  }

  private var isMergeConflict: Bool {
    line.count >= 7 && "<=>|".unicodeScalars.contains(line[0]) && line.prefix(7).allSatisfy { $0 == line[0] }
      && (line.count == 7 || line[7] == " ")
  }

  private var isDirective: Bool {
    let start = String(String.UnicodeScalarView(line.prefix(3)))
    return start == "---" || start == "..." || (line[0] == "%" && blocks.isEmpty)
  }

  /// The column of the first sign of the line. What is not a plain blank counts as one and is said.
  private mutating func readIndentation() -> Int {
    let indent = line.prefix { $0 == " " || $0 == "\t" || $0.isWideBlank }
    guard indent.count < line.count else { return line.count }
    if indent.contains("\t") { report(YAMLWords.tab) }
    if indent.contains(where: \.isWideBlank) { report(YAMLWords.wideBlankInIndentation, isSilent: true) }
    return indent.count
  }

  /// A line that goes on with the text above. A colon in it means that one of the two lines is wrong.
  private mutating func readMoreText(of text: (parent: Int, loneLine: Int?), from indent: Int) {
    if keyEnd(from: indent) != nil {
      if let lone = text.loneLine {
        report(YAMLWords.missingColon(in: lines[lone]), at: lone)
      } else {
        report(YAMLWords.deeperThanText)
      }
      openText = nil
      blocks.append(Block(column: indent, isList: false))
    } else {
      noteCut(in: indent..<line.count)
    }
    row += 1
  }

  /// The `- ` with which items of lists begin, and what follows them.
  private mutating func readDashes() {
    while column < line.count, isDash(at: column) {
      if line[column] != "-" || (column + 1 < line.count && line[column + 1].isWideBlank) {
        report(YAMLWords.dash(line[column]), isSilent: true)
      }
      close(deeperThan: column)
      if let last = blocks.last, last.column == column, !last.isList { close(deeperThan: column - 1) }
      if blocks.last?.column != column || blocks.last?.isList != true {
        blocks.append(Block(column: column, isList: true))
      }
      column += 1
      while column < line.count, line[column] == " " || line[column].isWideBlank { column += 1 }
    }
    guard column < line.count, line[column] != "#" else {
      row += 1
      return
    }
    readEntry()
  }

  private func isDash(at index: Int) -> Bool {
    guard "-–—−•‑‐".unicodeScalars.contains(line[index]) else { return false }
    return index + 1 >= line.count || line[index + 1] == " " || line[index + 1].isWideBlank
  }

  mutating func close(deeperThan column: Int) {
    while let last = blocks.last, last.column > column { blocks.removeLast() }
  }

  // MARK: A key, or a value by itself

  private mutating func readEntry() {
    let start = column
    let followsText = followsBlockText
    followsBlockText = false
    guard let end = keyEnd(from: start) else { return readLoneValue(followsText: followsText) }
    let wasDeeper = blocks.contains { $0.column > start }
    close(deeperThan: start)
    if let last = blocks.last, last.column == start, last.isList { blocks.removeLast() }
    if blocks.last?.column != start || blocks.last?.isList == true {
      if wasDeeper { report(YAMLWords.indentation) }
      blocks.append(Block(column: start, isList: false))
    }
    let key = unquoted(start..<end)
    note(key: key)
    column = end + 1
    readValue(in: start, isAfterKey: true)
  }

  private mutating func note(key: String) {
    if let message = YAMLWords.wrongKey(key) { report(message, isSilent: true) }
    if blocks[blocks.count - 1].keys.updateValue(row, forKey: key) != nil { reportRepeated(key) }
  }

  private mutating func readLoneValue(followsText: Bool) {
    let start = column
    if let last = blocks.last(where: { $0.column <= start }), last.column == start, !last.isList {
      close(deeperThan: start)
      report(followsText ? YAMLWords.textNotIndented : YAMLWords.missingColon(in: Array(line[start...])))
      row += 1
      return
    }
    let parent = blocks.last { $0.column < start }?.column ?? -1
    readValue(in: parent, isAfterKey: false)
  }

  /// The place of the colon that ends a key which starts here.
  func keyEnd(from start: Int) -> Int? {
    guard start < line.count, !"[{#|>@`%!".unicodeScalars.contains(line[start]) else { return nil }
    var index = start
    if line[start] == "\"" || line[start] == "'" {
      guard let close = line[(start + 1)...].firstIndex(of: line[start]) else { return nil }
      index = close + 1
      while index < line.count, line[index] == " " { index += 1 }
      guard index < line.count, line[index] == ":", endsKey(index) else { return nil }
      return index
    }
    while index < line.count {
      if line[index] == ":", endsKey(index) { return index }
      if line[index] == "#", index > start, line[index - 1] == " " { return nil }
      index += 1
    }
    return nil
  }

  private func endsKey(_ index: Int) -> Bool {
    index + 1 >= line.count || line[index + 1] == " " || line[index + 1] == "\t"
  }

  func unquoted(_ range: Range<Int>) -> String {
    let text = String(String.UnicodeScalarView(line[range])).trimmingBlanks
    guard let first = text.first, first == "\"" || first == "'", text.count > 1, text.last == first else { return text }
    return String(text.dropFirst().dropLast())
  }

  // MARK: A text without quotation marks

  mutating func readPlain(in parent: Int, isAfterKey: Bool) {
    let start = column
    if isAfterKey, keyEnd(from: start) != nil { report(YAMLWords.colonInText) }
    let end = noteCut(in: start..<line.count)
    note(text: start..<end)
    openText = (parent, isAfterKey ? nil : row)
    row += 1
  }

  /// Notes a text that ` #` cuts short, and gives its end. An ordinary remark has a blank behind its `#`, or two before.
  @discardableResult
  mutating func noteCut(in range: Range<Int>) -> Int {
    for index in range.dropFirst() where line[index] == "#" && (line[index - 1] == " " || line[index - 1] == "\t") {
      if isCut(at: index, from: range.lowerBound) { cut() }
      return index
    }
    return range.upperBound
  }

  func isCut(at hash: Int, from start: Int) -> Bool {
    guard hash + 1 < line.count, !line[hash + 1].properties.isWhitespace, line[hash + 1] != "#" else { return false }
    guard hash - 2 >= start, line[hash - 2] != " ", line[hash - 2] != "\t" else { return false }
    let before = String(String.UnicodeScalarView(line[start..<(hash - 1)]))
    return before != "true" && before != "false" && before.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  /// What a word processor or a slip does to a text.
  mutating func note(text range: Range<Int>) {
    let text = String(String.UnicodeScalarView(line[range])).trimmingBlanks
    if let message = YAMLWords.wrongText(text) { report(message, isSilent: true) }
  }

  // MARK: A text in lines of its own

  /// Passes over the lines of a `>-` or `|` text: those that are blank or deeper than what holds it.
  mutating func readBlockText(in parent: Int) {
    let header = line[column...].dropFirst().prefix { $0 != " " && $0 != "#" }
    let rest = line[(column + 1 + header.count)...].drop { $0 == " " }
    if header.contains(where: { !"+-123456789".unicodeScalars.contains($0) }) || rest.first.map({ $0 != "#" }) == true {
      report(YAMLWords.sign(line[column]))
    }
    row += 1
    while row < lines.count {
      let indent = line.prefix { $0 == " " }.count
      let isBlank = line.allSatisfy { $0 == " " || $0 == "\t" }
      if !isBlank, indent <= parent {
        guard line[indent] == "\t" else { break }
        report(YAMLWords.tab)
      }
      row += 1
    }
    followsBlockText = true
  }
}
