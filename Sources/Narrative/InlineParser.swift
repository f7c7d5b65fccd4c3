internal import Model

/// Reads the words of a block: emphasis, links, notes, quotations and expressions.
///
/// Marks that are not closed, or stand where none can, stay in the text as they are; an expression or a quotation that is
/// not closed is a finding, since a number would be lost.
struct InlineParser {
  let problems: ProblemList

  func inlines(_ text: PlacedText) -> [Inline] {
    var run = Run(text: text, problems: problems)
    let (inlines, _) = run.inlines(until: .nothing)
    return inlines
  }
}

/// A walk over one run of words.
private struct Run {
  let text: PlacedText
  let problems: ProblemList
  var index = 0
  var depth = 0

  /// Marks within marks and choices within choices: deeper than anyone writes, and shallow enough for the stack.
  static let depthLimit = 20

  /// What ends a part of the run.
  enum Ending: Equatable {
    case nothing
    case mark(String)
    /// `{{ else }}` or `{{ end }}`.
    case branch
  }

  init(text: PlacedText, problems: ProblemList) {
    self.text = text
    self.problems = problems
  }

  /// Inlines up to the ending; the tag that ended a branch, if one did.
  mutating func inlines(until ending: Ending) -> (inlines: [Inline], tag: Tag?) {
    var inlines: [Inline] = []
    var words = PlacedText()
    func flush() {
      if !words.isEmpty { inlines.append(.text(words)) }
      words = PlacedText()
    }
    while index < text.count {
      if case .mark(let mark) = ending, text.starts(with: mark, at: index) { break }
      if text.starts(with: "{{", at: index) {
        flush()
        guard let tag = tag() else {
          inlines.append(.nothing(at: text.positions[min(index, text.count) - 1]))
          continue
        }
        if tag.tag == .otherwise || tag.tag == .end {
          if ending == .branch { return (inlines, tag.tag) }
          stray(tag.tag, at: tag.at)
          continue
        }
        inlines.append(inline(tag.tag, at: tag.at))
      } else if let inline = special() {
        flush()
        inlines.append(inline)
      } else {
        if text[index] == "\\", index + 1 < text.count, text[index + 1].isPunctuation || text[index + 1].isSymbol {
          index += 1
        }
        words.append(text[index], at: text.positions[index])
        index += 1
      }
    }
    flush()
    return (inlines, nil)
  }

  private func stray(_ tag: Tag, at: Int) {
    let name = tag == .end ? "end" : "else"
    problems.report(
      .structure, at: at, nl: "bij deze {{ \(name) }} hoort geen {{ if }}.", en: "this {{ \(name) }} has no {{ if }}.")
  }

  // MARK: Tags

  /// The tag at this place; nil when it could not be read, with a finding made.
  private mutating func tag() -> (tag: Tag, at: Int)? {
    let at = text.positions[index]
    guard let end = text.end(of: "}}", from: index + 2) else {
      problems.report(
        .unclosed, at: at, nl: "deze uitdrukking wordt niet afgesloten met `}}`.",
        en: "this expression is not closed with `}}`.")
      index = text.count
      return nil
    }
    let inside = text[index + 2..<end]
    index = end + 2
    do {
      return (try ExpressionParser.tag(inside), at)
    } catch {
      problems.report(
        inside.isEmpty ? TextProblem(error.rule, at: at, nl: error.message.nl, en: error.message.en) : error)
      return nil
    }
  }

  private mutating func inline(_ tag: Tag, at: Int) -> Inline {
    switch tag {
    case .expression(let expression): return .expression(expression)
    case .claim(let condition): return .claim(condition)
    case .say(let words, let condition): return .say(words: words, because: condition, at: at)
    case .opening(let condition): return choice(condition, at: at)
    case .otherwise, .end: return .nothing(at: at)
    }
  }

  private mutating func choice(_ condition: ParsedCondition, at: Int) -> Inline {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.depthLimit else {
      problems.report(.structure, at: at, nl: "deze keuze is te diep genest.", en: "this choice is nested too deeply.")
      index = text.count
      return .nothing(at: at)
    }
    let (then, tag) = inlines(until: .branch)
    var otherwise: [Inline] = []
    var last = tag
    if tag == .otherwise { (otherwise, last) = inlines(until: .branch) }
    if last != .end {
      problems.report(
        .structure, at: at, nl: "bij deze {{ if }} hoort nog een {{ end }}.",
        en: "this {{ if }} still needs an {{ end }}.")
    }
    return .choice(condition, then: then, otherwise: otherwise)
  }

  // MARK: Marks

  /// What a mark at this place begins; nil when it is only a sign. An underscore within a word is one.
  private mutating func special() -> Inline? {
    if text.starts(with: "[[", at: index) { return quotation() }
    if text.starts(with: "[^", at: index) { return note() }
    if text[index] == "[" { return link() }
    if text.starts(with: "**", at: index) { return marked("**").map(Inline.strong) }
    if text[index] == "*" { return marked("*").map(Inline.emphasis) }
    if text[index] == "_", index == 0 || !text[index - 1].isLetter { return marked("_").map(Inline.emphasis) }
    return nil
  }

  /// `*words*`: no space just inside the marks, and not empty.
  private mutating func marked(_ mark: String) -> [Inline]? {
    let start = index + mark.count
    guard depth < Self.depthLimit, start < text.count, !text[start].isWhitespace,
      let end = text.end(of: mark, from: start),
      end > start,
      !text[end - 1].isWhitespace
    else { return nil }
    var inner = Run(text: text[start..<end], problems: problems)
    inner.depth = depth + 1
    let (inlines, _) = inner.inlines(until: .nothing)
    index = end + mark.count
    return inlines
  }

  /// `[[ words | source ]]`; words within quotation marks are printed within them.
  private mutating func quotation() -> Inline {
    let at = text.positions[index]
    guard let end = text.end(of: "]]", from: index + 2) else {
      problems.report(
        .unclosed, at: at, nl: "dit citaat wordt niet afgesloten met `]]`.",
        en: "this quotation is not closed with `]]`.")
      index = text.count
      return .nothing(at: at)
    }
    let parts = text[index + 2..<end].split(at: "|")
    index = end + 2
    let words = parts[0].trimmed
    let source = parts.dropFirst().map(\.string).joined(separator: "|").trimmingSpaces
    guard !words.isEmpty, !source.isEmpty else {
      problems.report(.quotation, at: at, nl: "dit citaat heeft geen bron.", en: "this quotation has no source.")
      return .nothing(at: at)
    }
    let isMarked = words.count >= 2 && isQuoteMark(words[0]) && isQuoteMark(words[words.count - 1])
    let bare = isMarked ? words[1..<words.count - 1] : words
    return .quotation(words: bare.string, source: source, isMarked: isMarked, at: at)
  }

  /// `[^name]`, of letters, digits and hyphens.
  private mutating func note() -> Inline? {
    guard let end = text.firstIndex(of: "]", from: index + 2) else { return nil }
    let name = text[index + 2..<end]
    guard !name.isEmpty, name.characters.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else { return nil }
    let at = text.positions[index]
    index = end + 1
    return .note(name: name.string, at: at)
  }

  /// `[words](target)`, with brackets in the words in pairs.
  private mutating func link() -> Inline? {
    guard depth < Self.depthLimit else { return nil }
    var level = 0
    var close: Int?
    for place in index..<text.count {
      if text[place] == "[" { level += 1 }
      if text[place] == "]" { level -= 1 }
      if level == 0 {
        close = place
        break
      }
    }
    guard let close, text.starts(with: "](", at: close), let end = text.firstIndex(of: ")", from: close + 2) else {
      return nil
    }
    var inner = Run(text: text[index + 1..<close], problems: problems)
    inner.depth = depth + 1
    let (inlines, _) = inner.inlines(until: .nothing)
    let target = text[close + 2..<end]
    index = end + 1
    return .link(target: target.trimmed.isEmpty ? target : target.trimmed, inlines)
  }
}

extension String {
  /// Without white space at either end.
  var trimmingSpaces: String { PlacedText(self).trimmed.string }
}
