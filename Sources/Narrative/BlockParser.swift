internal import Model

/// Reads the blocks of a text, line by line.
///
/// A subset of Markdown without HTML (decision 0013): headings, paragraphs, lists, quotations, tables, notes, fenced
/// blocks and choices between blocks. Every line ends up in some block; what cannot be read is told and the rest still
/// parsed. Linear in the text but for nested blocks, which are read once a level.
struct BlockParser {
  let problems: ProblemList
  private var notes: [String: PlacedText] = [:]
  private var noteOrder: [String] = []

  /// Blocks within blocks. Twelve is deeper than anyone writes, and shallow enough for the stack.
  private static let depthLimit = 12

  init(problems: ProblemList) { self.problems = problems }

  static func document(_ file: TextFile, problems: ProblemList) -> Document {
    var parser = BlockParser(problems: problems)
    let blocks = parser.blocks(file.lines, depth: 0)
    let inline = InlineParser(problems: problems)
    var notes: [String: [Inline]] = [:]
    for name in parser.noteOrder { notes[name] = parser.notes[name].map(inline.inlines) }
    return Document(blocks: blocks, notes: notes)
  }

  private func inlines(_ text: PlacedText) -> [Inline] { InlineParser(problems: problems).inlines(text) }

  private mutating func blocks(_ lines: [PlacedText], depth: Int) -> [Block] {
    guard depth < Self.depthLimit else {
      problems.report(
        .structure, at: lines.first?.start ?? 0, nl: "deze blokken zijn te diep genest.",
        en: "these blocks are nested too deeply.")
      return []
    }
    var blocks: [Block] = []
    var index = 0
    while index < lines.count {
      let line = lines[index].trimmed
      if line.isEmpty {
        index += 1
      } else if let block = heading(line) {
        blocks.append(block)
        index += 1
      } else if line.starts(with: ":::") {
        blocks += callout(lines, &index, depth: depth)
      } else if isChoice(line) {
        blocks += choice(lines, &index, depth: depth)
      } else if line.starts(with: ">") {
        blocks.append(quote(lines, &index, depth: depth))
      } else if Marker(lines[index]) != nil {
        blocks.append(list(lines, &index, depth: depth))
      } else if line.starts(with: "|") {
        blocks += table(lines, &index)
      } else if note(lines, &index) {
        continue
      } else {
        blocks.append(paragraph(lines, &index))
      }
    }
    return blocks
  }

  // MARK: Headings and paragraphs

  /// One to four signs and a space; five or more are words, as no page has a fifth level.
  private func heading(_ line: PlacedText) -> Block? {
    let level = line.characters.prefix { $0 == "#" }.count
    guard (1...4).contains(level), level < line.count, line[level] == " " else { return nil }
    return .heading(level: level, inlines(line.from(level).trimmed), at: line.start)
  }

  /// Lines up to an empty one or the start of another block, with a space between them.
  private func paragraph(_ lines: [PlacedText], _ index: inout Int) -> Block {
    var text = PlacedText()
    while index < lines.count {
      let line = lines[index].trimmed
      if line.isEmpty || (!text.isEmpty && startsBlock(lines[index])) { break }
      if !text.isEmpty { text.append(" ", at: line.start - 1) }
      text.append(line)
      index += 1
    }
    return .paragraph(inlines(text))
  }

  /// Whether a line ends the paragraph above it. An ordered item does not, so that a line may begin with a year and a full
  /// stop.
  private func startsBlock(_ line: PlacedText) -> Bool {
    let trimmed = line.trimmed
    return trimmed.starts(with: ":::") || trimmed.starts(with: "# ") || trimmed.starts(with: "## ")
      || trimmed.starts(with: "### ") || trimmed.starts(with: "#### ") || trimmed.starts(with: "> ")
      || trimmed.starts(with: "[^") && trimmed.firstIndex(of: "]:") != nil || Marker(line)?.isOrdered == false
  }

  /// `[^name]: text`, with the lines that follow it.
  private mutating func note(_ lines: [PlacedText], _ index: inout Int) -> Bool {
    let line = lines[index].trimmed
    guard line.starts(with: "[^"), let end = line.firstIndex(of: "]:"), end > 2 else { return false }
    let name = line[2..<end].string
    var text = line.from(end + 2).trimmed
    index += 1
    while index < lines.count, !lines[index].trimmed.isEmpty, !startsBlock(lines[index]) {
      text.append(" ", at: lines[index].trimmed.start - 1)
      text.append(lines[index].trimmed)
      index += 1
    }
    if notes[name] != nil {
      problems.report(
        .note, at: line.start, nl: "de noot `\(name)` is al omschreven.", en: "the note `\(name)` was written before.")
    } else {
      noteOrder.append(name)
      notes[name] = text
    }
    return true
  }

  // MARK: Callouts

  private mutating func callout(_ lines: [PlacedText], _ index: inout Int, depth: Int) -> [Block] {
    let opening = lines[index].trimmed
    let head = opening.from(3).trimmed
    index += 1
    guard !head.isEmpty else {
      problems.report(
        .structure, at: opening.start, nl: "bij deze `:::` hoort geen blok dat open is.",
        en: "this `:::` closes no block.")
      return []
    }
    let name = String(head.characters.prefix { $0.isLetter })
    let title = head.from(name.count).trimmed
    let (body, isClosed) = fenced(lines, &index)
    if !isClosed {
      problems.report(
        .structure, at: opening.start, nl: "het blok `\(name)` wordt niet afgesloten met `:::`.",
        en: "the block `\(name)` is not closed with `:::`.")
    }
    let inner = blocks(body, depth: depth + 1)
    guard let kind = CalloutKind(rawValue: name) else {
      let names = CalloutKind.allCases.map(\.rawValue)
      let near = meant(name, among: names)
      let list = names.joined(separator: ", ")
      problems.report(
        .structure, at: head.start,
        nl: "een blok `\(name)` bestaat niet\(near.nl == "." ? "; er zijn \(list)." : near.nl)",
        en: "there is no block `\(name)`\(near.en == "." ? "; there are \(list)." : near.en)")
      return inner
    }
    return [.callout(kind, title: inlines(title), inner, at: opening.start)]
  }

  /// The lines up to the `:::` that closes this block, and whether there is one.
  private func fenced(_ lines: [PlacedText], _ index: inout Int) -> (body: [PlacedText], isClosed: Bool) {
    var body: [PlacedText] = []
    var open = 1
    while index < lines.count {
      let line = lines[index].trimmed
      index += 1
      if line.starts(with: ":::") { open += line.from(3).trimmed.isEmpty ? -1 : 1 }
      if open == 0 { return (body, true) }
      body.append(lines[index - 1])
    }
    return (body, false)
  }

  // MARK: Choices

  /// Whether the line is one `{{ if … }}` and nothing else.
  private func isChoice(_ line: PlacedText) -> Bool { keyword(line) == "if" }

  private func keyword(_ line: PlacedText) -> String? {
    guard line.starts(with: "{{"), line.end(of: "}}", from: 2) == line.count - 2 else { return nil }
    let inside = line[2..<line.count - 2].trimmed
    return String(inside.characters.prefix { $0.isLetter })
  }

  private mutating func choice(_ lines: [PlacedText], _ index: inout Int, depth: Int) -> [Block] {
    let opening = lines[index].trimmed
    index += 1
    var (then, otherwise): ([PlacedText], [PlacedText]) = ([], [])
    var (open, isElse, isClosed) = (1, false, false)
    while index < lines.count {
      let line = lines[index].trimmed
      index += 1
      switch keyword(line) {
      case "if": open += 1
      case "end": open -= 1
      case "else" where open == 1:
        isElse = true
        continue
      default: break
      }
      if open == 0 {
        isClosed = true
        break
      }
      if isElse { otherwise.append(lines[index - 1]) } else { then.append(lines[index - 1]) }
    }
    if !isClosed {
      problems.report(
        .structure, at: opening.start, nl: "bij deze {{ if }} hoort nog een {{ end }}.",
        en: "this {{ if }} still needs an {{ end }}.")
    }
    let branches = (blocks(then, depth: depth + 1), blocks(otherwise, depth: depth + 1))
    do {
      guard case .opening(let condition) = try ExpressionParser.tag(opening[2..<opening.count - 2]) else {
        return branches.0 + branches.1
      }
      return [.choice(condition, then: branches.0, otherwise: branches.1)]
    } catch {
      problems.report(error)
      return branches.0 + branches.1
    }
  }

  // MARK: Quotes, lists and tables

  private mutating func quote(_ lines: [PlacedText], _ index: inout Int, depth: Int) -> Block {
    var body: [PlacedText] = []
    while index < lines.count {
      let line = lines[index].trimmed
      guard line.starts(with: ">") else { break }
      body.append(line.from(line.starts(with: "> ") ? 2 : 1))
      index += 1
    }
    return .quote(blocks(body, depth: depth + 1))
  }

  /// Items with the lines indented below them.
  private mutating func list(_ lines: [PlacedText], _ index: inout Int, depth: Int) -> Block {
    guard let first = Marker(lines[index]) else { return paragraph(lines, &index) }
    var items: [[PlacedText]] = []
    while index < lines.count {
      let line = lines[index]
      if let marker = Marker(line), marker.indent == first.indent {
        guard marker.isOrdered == first.isOrdered else { break }
        items.append([line.from(marker.width)])
      } else if line.trimmed.isEmpty {
        guard index + 1 < lines.count, indent(of: lines[index + 1]) > first.indent || isItem(lines[index + 1], first)
        else {
          break
        }
        items[items.count - 1].append(line)
      } else if indent(of: line) > first.indent {
        items[items.count - 1].append(line.from(min(indent(of: line), first.width)))
      } else {
        break
      }
      index += 1
    }
    return .list(ordered: first.isOrdered, items.map { blocks($0, depth: depth + 1) })
  }

  /// Whether a line is the next item of the list that began with this one.
  private func isItem(_ line: PlacedText, _ first: Marker) -> Bool {
    guard let marker = Marker(line) else { return false }
    return marker.indent == first.indent && marker.isOrdered == first.isOrdered
  }

  private func indent(of line: PlacedText) -> Int {
    line.trimmed.isEmpty ? 0 : line.characters.prefix { $0 == " " }.count
  }

  /// Heads, a line of hyphens and rows, all with as many cells; anything else is told and left out.
  private func table(_ lines: [PlacedText], _ index: inout Int) -> [Block] {
    let start = lines[index].trimmed.start
    var rows: [[PlacedText]] = []
    while index < lines.count, lines[index].trimmed.starts(with: "|") {
      rows.append(TableRow.cells(lines[index].trimmed))
      index += 1
    }
    guard rows.count >= 2, TableRow.isRule(rows[1]) else {
      problems.report(
        .structure, at: start, nl: "onder de koppen van een tabel hoort een regel `|---|---|`.",
        en: "the heads of a table are followed by a line `|---|---|`.")
      return []
    }
    for row in rows where row.count != rows[0].count {
      problems.report(
        .structure, at: row.first?.start ?? start,
        nl: "deze rij heeft \(row.count) cellen; de koppen zijn er \(rows[0].count).",
        en: "this row has \(row.count) cells; there are \(rows[0].count) heads.")
      return []
    }
    return [.table(header: rows[0].map(inlines), rows: rows.dropFirst(2).map { $0.map(inlines) }, at: start)]
  }
}

/// The sign before an item of a list.
private struct Marker {
  let indent: Int
  /// Indent, sign and space together.
  let width: Int
  let isOrdered: Bool

  init?(_ line: PlacedText) {
    indent = line.characters.prefix { $0 == " " }.count
    let rest = line.characters.dropFirst(indent)
    guard let first = rest.first else { return nil }
    if first == "-" || first == "*", rest.dropFirst().first == " " {
      (width, isOrdered) = (indent + 2, false)
      return
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }.count
    guard (1...2).contains(digits), rest.dropFirst(digits).first == ".", rest.dropFirst(digits + 1).first == " " else {
      return nil
    }
    (width, isOrdered) = (indent + digits + 2, true)
  }
}

/// A line of a table.
private enum TableRow {
  /// Parts between bars that stand outside expressions and quotations.
  static func cells(_ line: PlacedText) -> [PlacedText] {
    var cells: [PlacedText] = []
    var (start, index) = (1, 1)
    while index < line.count {
      for (open, close) in [("{{", "}}"), ("[[", "]]")] where line.starts(with: open, at: index) {
        index = line.end(of: close, from: index + 2) ?? line.count
      }
      if index < line.count, line[index] == "|" {
        cells.append(line[start..<index].trimmed)
        start = index + 1
      }
      index += 1
    }
    if start < line.count { cells.append(line.from(start).trimmed) }
    return cells
  }

  /// `|---|:-:|`: hyphens and colons only.
  static func isRule(_ cells: [PlacedText]) -> Bool {
    !cells.isEmpty && cells.allSatisfy { !$0.isEmpty && $0.characters.allSatisfy { $0 == "-" || $0 == ":" } }
  }
}
