internal import Model

/// What the numbers that a sentence prints bear.
struct NumberProof {
  /// Nil where no numbers are at hand: then everything bound to a number is borne.
  let evaluate: ((Term) -> Outcome?)?
  /// Whether two cells may be compared without words about a break.
  let mayCompare: (Call, Call) -> Bool

  /// Changes, differences and ratios between years, each by its value; cells of one series in two years, by comparing them;
  /// shares of more than half, first places and extremes.
  func proof(of expressions: [Expression]) -> Proof {
    var proof = Proof.nothing
    for expression in expressions { proof = proof.joined(with: self.proof(of: expression.term)) }
    let cells = expressions.compactMap { expression -> Call? in
      guard case .call(let call) = expression.term else { return nil }
      return [.count, .value, .total, .share].contains(call.function) && call.ownYears.count == 1 ? call : nil
    }
    for (index, first) in cells.enumerated() {
      for second in cells[(index + 1)...]
      where first.isSameSeries(as: second) && first.ownYears != second.ownYears && mayCompare(first, second) {
        proof.changes.formUnion(changes(from: first, to: second))
      }
    }
    return proof
  }

  private func proof(of term: Term) -> Proof {
    switch term {
    case .call(let call): return proof(of: call)
    case .operation(.subtract, let left, let right, _):
      return right.order(to: left).map { Proof(changes: changes(of: term, beside: .zero, $0)) } ?? .nothing
    case .operation(.divide, let left, let right, _):
      return right.order(to: left).map { Proof(changes: changes(of: term, beside: Fraction(1), $0)) } ?? .nothing
    case .operation, .literal, .negated: return .nothing
    }
  }

  private func proof(of call: Call) -> Proof {
    if let order = call.order {
      return Proof(changes: changes(of: .call(call), beside: call.function == .ratio ? Fraction(1) : .zero, order))
    }
    var proof = Proof()
    switch call.function {
    case .rank:
      guard let evaluate else { return .anything }
      if case .number(let number) = evaluate(.call(call)), number.value == Fraction(1) { proof.extremes = [.up] }
    case .share:
      guard let evaluate else { return .anything }
      if case .number(let number) = evaluate(.call(call)) {
        proof.isMajority = Fraction(50).isLess(than: number.value) == true
        proof.isMinority = number.value.isLess(than: Fraction(50)) == true
      }
    case .names: proof.extremes = [.up]
    default:
      guard call.function.findsHighest || call.function.findsLowest else { return proof }
      proof.extremes = [call.function.findsHighest ? .up : .down]
      proof.isOverYears =
        call.function.isOverYears || call.terms.reduce(into: Set<Int>()) { $0.formUnion($1.years) }.count > 1
    }
    return proof
  }

  private func changes(of term: Term, beside zero: Fraction, _ order: Direction) -> Set<Direction> {
    guard let evaluate else { return [.up, .down, .same] }
    guard case .number(let number) = evaluate(term), !number.isOpen, !number.isUnclear else { return [] }
    return [direction(from: zero, to: number.value, order)].reduce(into: []) { if let one = $1 { $0.insert(one) } }
  }

  private func changes(from first: Call, to second: Call) -> Set<Direction> {
    guard let evaluate else { return [.up, .down, .same] }
    guard let order = Term.call(first).order(to: .call(second)) else { return [] }
    guard case .number(let from) = evaluate(.call(first)), case .number(let to) = evaluate(.call(second)),
      from.certainty != .provisional, to.certainty != .provisional, !from.certainty.isEstimate,
      !to.certainty.isEstimate,
      case .number(let difference) = evaluate(.operation(.subtract, .call(second), .call(first), at: second.at)),
      !difference.isOpen
    else { return [] }
    return direction(from: from.value, to: to.value, order).map { [$0] } ?? []
  }

  private func direction(from: Fraction, to: Fraction, _ order: Direction) -> Direction? {
    guard let difference = to.subtracting(from)?.numerator else { return nil }
    if difference == 0 { return .same }
    return (difference > 0) == (order == .up) ? .up : .down
  }

  /// What follows in the branch of a condition that does not hold. Where that branch is printed, the numbers themselves
  /// say it: what is not more may be as much.
  func refutation(of condition: ParsedCondition) -> Proof {
    var proof = condition.refutation
    guard condition.parts.count == 1, case .comparison(let left, let comparison, let right, _) = condition.parts[0],
      let order = right.order(to: left)
    else { return proof }
    guard let evaluate else { return .anything }
    guard case .number(let first) = evaluate(left), case .number(let second) = evaluate(right) else { return proof }
    let way = direction(from: second.value, to: first.value, order)
    let holds =
      switch comparison {
      case .more: way == .up && order == .up || way == .down && order == .down
      case .less: way == .down && order == .up || way == .up && order == .down
      case .equal: way == .same
      case .atMost, .atLeast: way == .same
      }
    if !holds, let way { proof.changes = [way] } else { proof.changes = [.up, .down, .same] }
    return proof
  }
}

extension Call {
  fileprivate func isSameSeries(as other: Call) -> Bool {
    function == other.function && series == other.series
      && keys.dropFirst(3).map(\.text) == other.keys.dropFirst(3).map(\.text)
  }
}
