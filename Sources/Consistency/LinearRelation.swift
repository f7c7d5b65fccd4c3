/// Something that must hold between cells: a sum of signed cells that is zero, or at most a bound.
struct LinearRelation {
  var kind: Kind
  /// Signs of the cells; each cell once.
  var terms: [Term]
  var comparison: Comparison
  /// The cell that stands for the whole: the total, the superset, the first of two that must be equal.
  var subject: Int
  /// The cells of the other side: the parts, the superset, the second of two that must be equal.
  var others: Set<Int>
  /// How far the printed numbers may be off because each was rounded or perturbed by itself; zero where they are exact.
  var tolerance = 0.0
  /// Added to the sum of the signed cells: -100 where shares make a hundred.
  var constant = 0.0
  /// Whether parts that are not printed were taken for zeros, since sums close without them. No proof rests on it.
  var leavesOutUnprinted = false
  /// Cells that may be below zero: what is left over, where others like it are.
  var signed: Set<Int> = []
  /// What a formula was used for; nil for plain sums.
  var formula: FormulaUse?

  enum Kind: Hashable {
    /// Parts along a dimension, or years along a period, against their total.
    case sum
    /// The same quantity at another place of the report.
    case agreement
    /// A part and its whole, persons and reports.
    case bound
    /// The order of a ranking.
    case rank
    /// A share, rate, mean or growth against what it was computed from.
    case formula
    /// Shares that together make a hundred.
    case hundred
    /// The mean of all against the means of groups.
    case mean
  }

  enum Comparison: Equatable {
    case zero
    case atMost(Double)
    /// At least the first and at most the second: what cells without a number leave open.
    case within(Double, Double)
  }

  struct Term: Hashable {
    var cell: Int
    var sign: Double
  }

  /// `total = Σ parts`
  static func sum(_ total: Int, of parts: [Int]) -> LinearRelation {
    LinearRelation(
      kind: .sum, terms: [Term(cell: total, sign: 1)] + parts.map { Term(cell: $0, sign: -1) }, comparison: .zero,
      subject: total, others: Set(parts))
  }

  /// `left = right`, each a sum of signed cells.
  static func agreement(_ left: [Term], _ right: [Term]) -> LinearRelation {
    LinearRelation(
      kind: .agreement, terms: collected(left + right.map { Term(cell: $0.cell, sign: -$0.sign) }), comparison: .zero,
      subject: left.first?.cell ?? 0, others: Set(right.map(\.cell)))
  }

  /// `small <= large`
  static func bound(_ small: [Term], atMost large: [Term], subject: Int) -> LinearRelation {
    LinearRelation(
      kind: .bound, terms: collected(small + large.map { Term(cell: $0.cell, sign: -$0.sign) }),
      comparison: .atMost(0), subject: subject, others: Set(large.map(\.cell)))
  }

  /// The same cell on both sides counts once, with what remains of its sign.
  private static func collected(_ terms: [Term]) -> [Term] {
    var result: [Term] = []
    for term in terms {
      if let index = result.firstIndex(where: { $0.cell == term.cell }) {
        result[index].sign += term.sign
      } else {
        result.append(term)
      }
    }
    return result.filter { $0.sign != 0 }
  }

  /// The signed cells of both sides, so that one side is compared with the other.
  var sides: (left: [Term], right: [Term]) {
    let right = terms.filter { others.contains($0.cell) }
    return (terms.filter { !others.contains($0.cell) }, right.map { Term(cell: $0.cell, sign: -$0.sign) })
  }

  /// Σ sign · value: how far an equality is off, and how far a bound is exceeded.
  func excess(_ value: (Int) -> Double) -> Double { terms.reduce(constant) { $0 + $1.sign * value($1.cell) } }

  /// Whether it is true of the given values, within the slack of binary numbers.
  func holds(_ value: (Int) -> Double) -> Bool {
    isMet(by: excess(value))
  }

  /// Whether an excess is one that the comparison allows, within the tolerance and the slack of binary numbers.
  func isMet(by excess: Double) -> Bool {
    let room = tolerance + Printed.slack
    switch comparison {
    case .zero: return abs(excess) < room
    case .atMost(let limit): return excess <= limit + room
    case .within(let low, let high): return excess >= low - room && excess <= high + room
    }
  }

  /// The value of one cell with which an equality holds, the others left as they are: value - excess / sign.
  ///
  /// Nil for a bound, which holds for many values, and for a cell that is not in it.
  func repair(_ cell: Int, _ value: (Int) -> Double) -> Double? {
    guard comparison == .zero, let term = terms.first(where: { $0.cell == cell }) else { return nil }
    return value(cell) - excess(value) / term.sign
  }

  /// What tells it from other relations: its cells with their signs, the first cell taken once.
  var signature: [Term] {
    let sorted = terms.sorted { $0.cell < $1.cell }
    guard comparison == .zero, let first = sorted.first, first.sign < 0 else { return sorted }
    return sorted.map { Term(cell: $0.cell, sign: -$0.sign) }
  }

  /// Zero for a cell that is not in it.
  func sign(of cell: Int) -> Double { terms.first { $0.cell == cell }?.sign ?? 0 }
}
