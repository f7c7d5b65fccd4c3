internal import Disclosure
internal import Model

/// Fills in the numbers of one text in one language, and notes what its words rest on.
///
/// Never stops: what cannot be filled in is told to `problems` and left out. Branches that are not printed are read all the
/// same, so that a mistake in them is found before the numbers turn.
struct Composer {
  let language: Language
  let lookup: FigureLookup
  let verdicts: Verdicts
  let links: LinkTarget
  let document: Document
  let problems: ProblemList

  private(set) var numbers: [NumberOrigin] = []
  /// Cells read anywhere in the text, also in branches that are not printed, in order of first mention.
  private(set) var cited: [(cell: CitedCell, at: Int)] = []
  private var notes: [[TextPiece]] = []
  private var noteNumbers: [String: Int] = [:]
  private var embedded: [String] = []
  private var headings: [String] = []
  /// Whether what is read now will not be printed.
  private var isAside = false

  init(
    _ document: Document, language: Language, lookup: FigureLookup, verdicts: Verdicts, links: LinkTarget,
    problems: ProblemList
  ) {
    self.document = document
    self.language = language
    self.lookup = lookup
    self.verdicts = verdicts
    self.links = links
    self.problems = problems
  }

  mutating func text(named name: String) -> EvaluatedText? {
    guard case .heading(level: 1, let title, _) = document.blocks.first else {
      problems.reportTitle()
      return nil
    }
    let heading = sentences(title)
    let blocks = blocks(Array(document.blocks.dropFirst()))
    for name in document.notes.keys.sorted() where noteNumbers["^" + name] == nil {
      problems.report(
        .note, at: 0, nl: "de noot `\(name)` wordt nergens genoemd.", en: "the note `\(name)` is referred to nowhere.")
    }
    let lead = blocks.lazy.compactMap { block in
      if case .paragraph(let pieces) = block { pieces.map(\.plain).joined() } else { nil }
    }.first
    return EvaluatedText(
      name: name, language: language, title: heading, lead: lead ?? "", blocks: blocks, notes: notes, numbers: numbers)
  }

  // MARK: Blocks

  private mutating func blocks(_ blocks: [Block]) -> [TextBlock] {
    var result: [TextBlock] = []
    for block in blocks { result += self.block(block) }
    return result
  }

  private mutating func block(_ block: Block) -> [TextBlock] {
    switch block {
    case .heading(let level, let inlines, let at):
      if level == 1 {
        problems.report(.title, at: at, nl: "een tekst heeft één titel.", en: "a text has one title.")
      }
      let pieces = sentences(inlines)
      return [.heading(level: max(level, 2), id: headingID(pieces.map(\.plain).joined()), pieces)]
    case .paragraph(let inlines):
      if let figure = embeddedFigure(inlines) { return figure }
      let pieces = sentences(inlines)
      return pieces.allSatisfy({ $0.plain.trimmingSpaces.isEmpty && $0.isWords }) ? [] : [.paragraph(pieces)]
    case .list(let isOrdered, let items):
      var parts: [[TextBlock]] = []
      for item in items { parts.append(self.blocks(item)) }
      return [.list(ordered: isOrdered, parts)]
    case .quote(let inner): return [.quote(self.blocks(inner))]
    case .table(let header, let rows, _):
      var heads: [[TextPiece]] = []
      for cell in header { heads.append(sentences(cell)) }
      var lines: [[[TextPiece]]] = []
      for row in rows {
        var cells: [[TextPiece]] = []
        for cell in row { cells.append(sentences(cell)) }
        lines.append(cells)
      }
      return [.table(header: heads, rows: lines)]
    case .callout(let kind, let title, let inner, _):
      let heading = sentences(title)
      return [.callout(kind, title: heading, self.blocks(inner))]
    case .choice(let condition, let then, let otherwise):
      let holds = holds(condition)
      let chosen = self.blocks(holds ? then : otherwise)
      aside { $0.blocks(holds ? otherwise : then) }
      return chosen
    }
  }

  /// Reads what will not be printed, so that mistakes in it are found too.
  private mutating func aside<Result>(_ read: (inout Composer) -> Result) {
    var copy = self
    copy.isAside = true
    _ = read(&copy)
    for (cell, at) in copy.cited { cite(cell, at: at) }
    // A note that only an unprinted branch mentions is a note that is mentioned.
    for name in copy.noteNumbers.keys where noteNumbers[name] == nil { noteNumbers[name] = 0 }
  }

  /// The heading as an anchor, with `-2`, `-3` … when the text or the page has it already.
  private mutating func headingID(_ text: String) -> String {
    let base = slug(text)
    var id = base
    var count = 2
    while headings.contains(id) || ["content", "notes", "numbers", "contents"].contains(id) {
      id = "\(base)-\(count)"
      count += 1
    }
    headings.append(id)
    return id
  }

  private mutating func embeddedFigure(_ inlines: [Inline]) -> [TextBlock]? {
    guard inlines.count == 1, case .expression(let expression) = inlines[0],
      case .call(let call) = expression.term, call.function == .figure
    else { return nil }
    do {
      let figure = try lookup.table(call.keys[0]).shape.figure
      guard !embedded.contains(figure) || isAside else {
        problems.report(
          .placement, at: call.at, nl: "figuur \(figure) staat al in deze tekst.",
          en: "figure \(figure) stands in this text already.")
        return []
      }
      embedded.append(figure)
      return [.figure(figure)]
    } catch {
      problems.report(error)
      return []
    }
  }

  // MARK: Words

  private mutating func pieces(_ inlines: [Inline]) -> [TextPiece] {
    var result: [TextPiece] = []
    for inline in inlines { result += pieces(inline) }
    return result
  }

  /// The words of a whole block.
  private mutating func sentences(_ inlines: [Inline]) -> [TextPiece] {
    pieces(inlines).withCapitals.withoutTrailingSpace
  }

  private mutating func pieces(_ inline: Inline) -> [TextPiece] {
    switch inline {
    case .text(let text): return [.text(text.string)]
    case .emphasis(let inner): return [.emphasis(pieces(inner))]
    case .strong(let inner): return [.strong(pieces(inner))]
    case .link(let target, let inner):
      let words = pieces(inner)
      do { return [.link(try links.link(target), words)] } catch {
        problems.report(error)
        return words
      }
    case .expression(let expression): return number(expression)
    case .claim(let condition):
      check(condition, says: nil)
      return []
    case .say(let words, let condition, _):
      check(condition, says: words)
      return [.text(words)]
    case .choice(let condition, let then, let otherwise):
      let holds = holds(condition)
      let chosen = pieces(holds ? then : otherwise)
      aside { $0.pieces(holds ? otherwise : then) }
      return chosen
    case .quotation(let words, let source, let isMarked, _):
      return [.quotation(words, isMarked: isMarked, note: noteNumber(of: source) { _ in [.text(source)] })]
    case .note(let name, let at):
      guard let inlines = document.notes[name] else {
        problems.report(.note, at: at, nl: "de noot `\(name)` bestaat niet.", en: "there is no note `\(name)`.")
        return []
      }
      return [.note(noteNumber(of: "^" + name) { $0.pieces(inlines) })]
    case .nothing: return []
    }
  }

  /// The number of a note; the same source is one note.
  private mutating func noteNumber(of key: String, _ words: (inout Composer) -> [TextPiece]) -> Int {
    if let number = noteNumbers[key], number > 0 { return number }
    notes.append([])
    let number = notes.count
    noteNumbers[key] = number
    notes[number - 1] = words(&self)
    return number
  }

  private mutating func number(_ expression: Expression) -> [TextPiece] {
    if case .call(let call) = expression.term {
      if call.function == .reference || call.function == .figure { return reference(call) }
      if call.function == .seriesBreak { return seriesBreak(call) }
    }
    var evaluator = Evaluator(lookup)
    do {
      let outcome = try evaluator.outcome(of: expression.term)
      let text = try NumberWording(language: language).text(outcome, expression.filters, verdicts)
      remember(evaluator, at: expression.at)
      numbers.append(NumberOrigin(printed: text, expression: expression.source, cells: evaluator.cited))
      var pieces: [TextPiece] = [.number(text, origin: numbers.count - 1)]
      for (number, words) in evaluator.explanations {
        let note = "\(number[language]): \(words[language])"
        pieces.append(.note(noteNumber(of: note) { _ in [.text(note)] }))
      }
      return pieces
    } catch {
      remember(evaluator, at: expression.at)
      report(error)
      return []
    }
  }

  private func reference(_ call: Call) -> [TextPiece] {
    guard call.function == .reference else {
      problems.report(
        .placement, at: call.at, nl: "{{ \(call.source) }} staat midden in een zin.",
        en: "{{ \(call.source) }} stands in the middle of a sentence.")
      return []
    }
    do { return [.reference(figure: try lookup.table(call.keys[0]).shape.figure)] } catch {
      problems.report(error)
      return []
    }
  }

  /// `vanaf 2022 niet te vergelijken met eerder: sinds juni 2022 werkt het meldpunt voor de hele regio`
  private func seriesBreak(_ call: Call) -> [TextPiece] {
    do {
      let one = try lookup.seriesBreak(call)
      let words = PlacedText(one.reason[language])
      // The first sentence; all of it stands below the figure.
      let first = words.upTo(words.firstIndex(of: ". ") ?? words.count).string
      let reason = first.prefix(1).lowercased() + (first.last == "." ? first.dropFirst().dropLast() : first.dropFirst())
      return [
        .text(
          LocalizedText(
            nl: "vanaf \(one.year) niet te vergelijken met eerder: \(reason)",
            en: "from \(one.year) not comparable with before: \(reason)")[language])
      ]
    } catch {
      problems.report(error)
      return []
    }
  }

  private mutating func remember(_ evaluator: Evaluator, at: Int) {
    for cell in evaluator.cited { cite(cell, at: at) }
  }

  private mutating func cite(_ cell: CitedCell, at: Int) {
    if !cited.contains(where: { $0.cell == cell }) { cited.append((cell, at)) }
  }

  /// In a branch that is not printed only mistakes in names and form count.
  private func report(_ problem: TextProblem) {
    let needsNumbers: [FindingRule] = [.missing, .claim, .divisionByZero, .noVerdict]
    if !isAside || !needsNumbers.contains(problem.rule) { problems.report(problem) }
  }

  // MARK: Conditions

  private mutating func holds(_ condition: ParsedCondition) -> Bool {
    var judge = Judge(evaluator: Evaluator(lookup), verdicts: verdicts, language: language)
    defer { remember(judge.evaluator, at: condition.at) }
    do { return try judge.holds(condition) } catch {
      report(error)
      return false
    }
  }

  private mutating func check(_ condition: ParsedCondition, says words: String?) {
    var judge = Judge(evaluator: Evaluator(lookup), verdicts: verdicts, language: language)
    defer { remember(judge.evaluator, at: condition.at) }
    do { try judge.require(condition, says: words) } catch { report(error) }
  }
}

extension TextPiece {
  /// Plain words, as opposed to something that shows even when it has no words.
  fileprivate var isWords: Bool {
    if case .text = self { true } else { false }
  }
}

extension String {
  /// Without the article at its end; nil when there is none.
  fileprivate var withoutArticle: String? {
    for article in ["een ", "a ", "an "] where hasSuffix(article) {
      let rest = dropLast(article.count)
      if rest.isEmpty || rest.last?.isLetter == false { return String(rest) }
    }
    for article in ["Een ", "A ", "An "] where self == article || hasSuffix(" " + article) {
      return String(dropLast(article.count))
    }
    return nil
  }
}

extension [TextPiece] {
  /// Whether what follows begins a sentence.
  fileprivate var endsSentence: Bool {
    let words = map(\.plain).joined()
    guard words.last?.isWhitespace == true, let last = words.last(where: { !$0.isWhitespace }) else { return false }
    return ".!?".contains(last)
  }

  /// A number or verdict in words that begins a sentence begins with a capital, and an article goes before a noun only:
  /// *een lichte daling*, and *geen duidelijke verandering*.
  fileprivate var withCapitals: [TextPiece] {
    guard count > 1 else { return self }
    var result: [TextPiece] = []
    for piece in self {
      if case .number(let words, _) = piece, words.hasPrefix("geen ") || words.hasPrefix("no "),
        case .text(let before) = result.last, let bare = before.withoutArticle
      {
        result[result.count - 1] = .text(bare)
      }
      if case .number(let text, let origin) = piece, result.isEmpty || result.endsSentence {
        result.append(.number(text.prefix(1).uppercased() + text.dropFirst(), origin: origin))
      } else {
        result.append(piece)
      }
    }
    return result
  }

  /// A claim at the end of a paragraph prints nothing, and leaves no space.
  fileprivate var withoutTrailingSpace: [TextPiece] {
    guard case .text(let text) = last, text.last?.isWhitespace == true else { return self }
    let kept = String(text.reversed().drop(while: \.isWhitespace).reversed())
    return Array(dropLast()) + (kept.isEmpty ? [] : [.text(kept)])
  }
}
