import Model

/// A look at YAML text before it is parsed, for what would make the parser itself run out of time or stack.
///
/// The parser compares the keys of a mapping, so a key that is a collection or an alias could take for ever; and it
/// recurses, so collections may not nest without end. Monitors need neither: keys are plain words.
enum YAMLSafety {
  struct Danger: Equatable {
    var line: Int
    var message: LocalizedText
  }

  static func firstDanger(in text: [UInt8], depthLimit: Int) -> Danger? {
    var scan = Scan(text: text, depthLimit: depthLimit)
    return scan.run()
  }

  private struct Scan {
    let text: [UInt8]
    let depthLimit: Int
    var index = 0
    var line = 1
    /// Open flow collections, innermost last.
    var brackets: [UInt8] = []
    /// Whether a key of a flow mapping may start here.
    var isKeyPlace = false
    /// Whether an alias or a flow collection has just ended: a colon would make it a key.
    var endsValue = false
    /// Columns of the first letter of lines that are still open around this one: the depth of block collections.
    var indents: [Int] = []

    mutating func run() -> Danger? {
      startLine()
      if indents.count > depthLimit { return nested }
      while index < text.count {
        if let danger = step() { return danger }
      }
      return nil
    }

    private mutating func step() -> Danger? {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        index += 1
        endsValue = false
        startLine()
        return indents.count > depthLimit ? nested : nil
      case 0x20, 0x09, 0x0D: index += 1
      case UInt8(ascii: "#"): skipLine()
      case UInt8(ascii: "["), UInt8(ascii: "{"): return open(byte)
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if !brackets.isEmpty { brackets.removeLast() }
        isKeyPlace = false
        endsValue = true
        index += 1
      case UInt8(ascii: ","):
        isKeyPlace = brackets.last == UInt8(ascii: "{")
        endsValue = false
        index += 1
      case UInt8(ascii: ":"):
        if endsValue { return complexKey }
        isKeyPlace = false
        index += 1
      case UInt8(ascii: "?") where followsSpace(index): return complexKey
      case UInt8(ascii: "-") where followsSpace(index): index += 1
      case UInt8(ascii: "*"):
        if isKeyPlace { return complexKey }
        skipWord()
        endsValue = true
      case UInt8(ascii: "&"), UInt8(ascii: "!"): skipWord()
      default: skipScalar(byte)
      }
      return nil
    }

    private mutating func open(_ bracket: UInt8) -> Danger? {
      if isKeyPlace { return complexKey }
      brackets.append(bracket)
      isKeyPlace = bracket == UInt8(ascii: "{")
      endsValue = false
      index += 1
      return brackets.count + indents.count > depthLimit ? nested : nil
    }

    private mutating func skipScalar(_ byte: UInt8) {
      isKeyPlace = false
      endsValue = false
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipQuoted(byte)
      case UInt8(ascii: "|") where brackets.isEmpty, UInt8(ascii: ">") where brackets.isEmpty: skipBlockScalar()
      default: skipPlain()
      }
    }

    /// A plain text ends at its line, at a colon or hash with a space, and within brackets at their signs.
    private mutating func skipPlain() {
      index += 1
      while index < text.count {
        let byte = text[index]
        if byte == UInt8(ascii: "\n") { return }
        if byte == UInt8(ascii: ":"), followsSpace(index) || !brackets.isEmpty { return }
        if byte == UInt8(ascii: "#"), isSpace(text[index - 1]) { return }
        if !brackets.isEmpty, "[]{},".utf8.contains(byte) { return }
        index += 1
      }
    }

    private var complexKey: Danger {
      Danger(
        line: line,
        message: LocalizedText(
          nl: "een sleutel moet een gewoon woord zijn, geen lijst of verwijzing.",
          en: "a key has to be a plain word, not a list or an alias."))
    }

    private var nested: Danger {
      Danger(
        line: line,
        message: LocalizedText(
          nl: "hier staan meer dan \(depthLimit) niveaus in elkaar.",
          en: "more than \(depthLimit) levels are nested here."))
    }

    /// Measures the indentation of a new line; each `- ` opens a level too.
    private mutating func startLine() {
      guard brackets.isEmpty else { return }
      var column = 0
      var position = index
      var levels: [Int] = []
      while position < text.count {
        if text[position] == UInt8(ascii: " ") {
          position += 1
          column += 1
        } else if text[position] == UInt8(ascii: "-"), followsSpace(position) {
          levels.append(column)
          position += 1
          column += 1
        } else {
          break
        }
      }
      let isBlank =
        position >= text.count || text[position] == UInt8(ascii: "\n") || text[position] == UInt8(ascii: "#")
      guard !isBlank || !levels.isEmpty else { return }
      if !isBlank { levels.append(column) }
      let first = levels[0]
      while let last = indents.last, last >= first { indents.removeLast() }
      indents += levels
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    private func followsSpace(_ position: Int) -> Bool {
      position + 1 >= text.count || isSpace(text[position + 1])
    }

    private mutating func skipLine() {
      while index < text.count, text[index] != UInt8(ascii: "\n") { index += 1 }
    }

    private mutating func skipWord() {
      index += 1
      while index < text.count, !isSpace(text[index]), !"[]{},:".utf8.contains(text[index]) { index += 1 }
    }

    private mutating func skipQuoted(_ quote: UInt8) {
      index += 1
      while index < text.count {
        let byte = text[index]
        index += 1
        if byte == UInt8(ascii: "\n") { line += 1 }
        if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), index < text.count { index += 1 }
        if byte == quote {
          guard quote == UInt8(ascii: "'"), index < text.count, text[index] == quote else { return }
          index += 1
        }
      }
    }

    /// Passes over the lines of a `>-` or `|` text: those that are blank or indented deeper than the line it starts on.
    private mutating func skipBlockScalar() {
      let parent = indents.last ?? 0
      skipLine()
      while index < text.count {
        var position = index + 1
        while position < text.count, text[position] == UInt8(ascii: " ") { position += 1 }
        let isBlank = position >= text.count || text[position] == UInt8(ascii: "\n")
        guard isBlank || position - index - 1 > parent else { return }
        index = position
        line += 1
        skipLine()
      }
    }
  }
}
