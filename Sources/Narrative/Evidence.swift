internal import Model

/// Something beside words that may bear them, with its place among the characters of the prose.
struct Evidence {
  enum Kind {
    case expression(Expression)
    /// Asserted, by a claim or by what chosen words rest on: it holds, or the build stops.
    case asserted(ParsedCondition)
    /// These characters are printed when the condition holds, or when it does not.
    case branch(Branch, Range<Int>)
    /// Words of someone else.
    case quotation
  }

  /// One side of a choice.
  struct Branch {
    var condition: ParsedCondition
    var isNegated: Bool
  }

  var kind: Kind
  /// Index into the prose: of the gap, or of the character behind a claim.
  var at: Int
}

/// Puts the words of a block in a row, and keeps what stood between them.
struct EvidenceReader {
  private(set) var text = PlacedText()
  private(set) var evidence: [Evidence] = []

  mutating func append(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .text(let words): text.append(words)
      case .emphasis(let inner), .strong(let inner), .link(_, let inner): append(inner)
      case .choice(let condition, let then, let otherwise):
        branch(then, of: condition, isNegated: false)
        text.append(Prose.gap, at: text.positions.last ?? condition.at)
        branch(otherwise, of: condition, isNegated: true)
      case .expression(let expression): gap(.expression(expression), at: expression.at)
      case .say(_, let condition, let at): gap(.asserted(condition), at: at)
      case .quotation(_, _, _, let at): gap(.quotation, at: at)
      case .note(_, let at), .nothing(let at): text.append(Prose.gap, at: at)
      case .claim(let condition): evidence.append(Evidence(kind: .asserted(condition), at: text.count))
      }
    }
  }

  private mutating func gap(_ kind: Evidence.Kind, at place: Int) {
    evidence.append(Evidence(kind: kind, at: text.count))
    text.append(Prose.gap, at: place)
  }

  private mutating func branch(_ inlines: [Inline], of condition: ParsedCondition, isNegated: Bool) {
    let start = text.count
    append(inlines)
    let branch = Evidence.Branch(condition: condition, isNegated: isNegated)
    evidence.append(Evidence(kind: .branch(branch, start..<text.count), at: start))
  }
}
