/// Something computed or asked in a text.
enum Computation {
  case term(Term)
  case condition(ParsedCondition)
}

/// Words of an author's own within `{{ … }}` and `[[ … ]]`: they are printed like any others.
struct SpokenWords {
  enum Kind {
    /// Said because something holds.
    case said(ParsedCondition)
    /// What a factor is.
    case explanation
    /// Where a quotation comes from.
    case source
  }

  var words: String
  var kind: Kind
  var at: Int
}

extension Document {
  private var inlines: [Inline] {
    blocks.flatMap(\.everyInline) + notes.keys.sorted().flatMap { (notes[$0] ?? []).flatMap(\.flattened) }
  }

  /// Every expression and condition, printed or not.
  var computations: [Computation] {
    let choices = blocks.flatMap(\.conditions).map(Computation.condition)
    return choices
      + inlines.compactMap { inline in
        switch inline {
        case .expression(let expression): .term(expression.term)
        case .claim(let condition), .say(_, let condition, _), .choice(let condition, _, _): .condition(condition)
        case .text, .emphasis, .strong, .link, .quotation, .note, .nothing: nil
        }
      }
  }

  /// What authors say within expressions and quotations.
  var spoken: [SpokenWords] {
    var spoken: [SpokenWords] = []
    for inline in inlines {
      switch inline {
      case .say(let words, let condition, let at):
        spoken.append(SpokenWords(words: words, kind: .said(condition), at: at))
      case .quotation(_, let source, _, let at): spoken.append(SpokenWords(words: source, kind: .source, at: at))
      default: continue
      }
    }
    for computation in computations {
      let terms =
        switch computation {
        case .term(let term): [term]
        case .condition(let condition): condition.terms
        }
      // The name of a bound is printed nowhere.
      for (words, at) in terms.filter({ !$0.isLiteral }).flatMap(\.explanations) {
        spoken.append(SpokenWords(words: words, kind: .explanation, at: at))
      }
    }
    return spoken
  }
}

extension Block {
  fileprivate var everyInline: [Inline] {
    switch self {
    case .heading(_, let words, _), .paragraph(let words): words.flatMap(\.flattened)
    case .list(_, let items): items.flatMap { $0.flatMap(\.everyInline) }
    case .quote(let blocks): blocks.flatMap(\.everyInline)
    case .table(let header, let rows, _): (header + rows.flatMap { $0 }).flatMap { $0.flatMap(\.flattened) }
    case .callout(_, let title, let blocks, _): title.flatMap(\.flattened) + blocks.flatMap(\.everyInline)
    case .choice(_, let then, let otherwise): (then + otherwise).flatMap(\.everyInline)
    }
  }

  fileprivate var conditions: [ParsedCondition] {
    switch self {
    case .heading, .paragraph, .table: []
    case .list(_, let items): items.flatMap { $0.flatMap(\.conditions) }
    case .quote(let blocks), .callout(_, _, let blocks, _): blocks.flatMap(\.conditions)
    case .choice(let condition, let then, let otherwise): [condition] + (then + otherwise).flatMap(\.conditions)
    }
  }
}

extension Inline {
  /// Itself and what is within it.
  fileprivate var flattened: [Inline] {
    switch self {
    case .emphasis(let inner), .strong(let inner), .link(_, let inner): [self] + inner.flatMap(\.flattened)
    case .choice(_, let then, let otherwise): [self] + (then + otherwise).flatMap(\.flattened)
    case .text, .expression, .claim, .say, .quotation, .note, .nothing: [self]
    }
  }
}

extension ParsedCondition {
  var terms: [Term] {
    parts.flatMap { part -> [Term] in
      switch part {
      case .delivered(let call, _): [.call(call)]
      case .comparison(let left, _, let right, _): [left, right]
      case .verdict(let term, _, _, _), .bare(let term, _, _): [term]
      }
    }
  }
}

extension Term {
  fileprivate var explanations: [(String, Int)] {
    switch self {
    case .literal(_, let explanation, let at): explanation.map { [($0, at)] } ?? []
    case .negated(let term): term.explanations
    case .operation(_, let left, let right, _): left.explanations + right.explanations
    case .call(let call): call.terms.flatMap(\.explanations)
    }
  }
}
