/// Every function a text calls, printed or not, in the order of the text and then of its notes by name.
extension Document {
  var calls: [Call] { blocks.flatMap(\.calls) + notes.keys.sorted().flatMap { (notes[$0] ?? []).flatMap(\.calls) } }
}

extension Block {
  fileprivate var calls: [Call] {
    switch self {
    case .heading(_, let words, _), .paragraph(let words): words.flatMap(\.calls)
    case .list(_, let items): items.flatMap { $0.flatMap(\.calls) }
    case .quote(let blocks): blocks.flatMap(\.calls)
    case .table(let header, let rows, _): (header + rows.flatMap { $0 }).flatMap { $0.flatMap(\.calls) }
    case .callout(_, let title, let blocks, _): title.flatMap(\.calls) + blocks.flatMap(\.calls)
    case .choice(let condition, let then, let otherwise): condition.calls + (then + otherwise).flatMap(\.calls)
    }
  }
}

extension Inline {
  fileprivate var calls: [Call] {
    switch self {
    case .emphasis(let inner), .strong(let inner), .link(_, let inner): inner.flatMap(\.calls)
    case .expression(let expression): expression.term.calls
    case .claim(let condition), .say(_, let condition, _): condition.calls
    case .choice(let condition, let then, let otherwise): condition.calls + (then + otherwise).flatMap(\.calls)
    case .text, .quotation, .note, .nothing: []
    }
  }
}

extension ParsedCondition {
  fileprivate var calls: [Call] {
    parts.flatMap { part in
      switch part {
      case .delivered(let call, _): [call]
      case .comparison(let left, _, let right, _): left.calls + right.calls
      case .verdict(let term, _, _, _), .bare(let term, _, _): term.calls
      }
    }
  }
}

extension Term {
  fileprivate var calls: [Call] {
    switch self {
    case .call(let call): [call] + call.terms.flatMap(\.calls)
    case .literal: []
    case .negated(let term): term.calls
    case .operation(_, let left, let right, _): left.calls + right.calls
    }
  }
}
