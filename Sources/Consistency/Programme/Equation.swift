/// Something that must hold between the true numbers behind cells, whether these are printed or not.
struct Equation {
  /// Signed cells: whole numbers, those of a share multiplied until they are.
  var terms: [Term]
  /// Between what the signed sum lies; nil for no bound.
  var lower: Double?
  var upper: Double?
  /// The cell that stands for the whole, or the share that is computed.
  var subject: Int
  /// A cell whose printed number is a coefficient: without it the equation says nothing.
  var owner: Int?
  var kind: LinearRelation.Kind
  /// The formula that gave the owner.
  var use: FormulaUse?

  struct Term: Equatable {
    var cell: Int
    var sign: Int
  }

  /// A sum or an agreement of which every cell is printed; nil for bounds, ranks and formulas.
  ///
  /// - Parameter halves: How far each cell may be from what is printed. What the relation allows beyond that stays allowed.
  init?(_ relation: LinearRelation, halves: (Int) -> Double) {
    guard relation.kind == .sum || relation.kind == .agreement, relation.comparison == .zero, relation.formula == nil,
      !relation.leavesOutUnprinted,
      relation.terms.allSatisfy({ $0.sign == $0.sign.rounded() && abs($0.sign) <= 1e9 })
    else { return nil }
    let room = relation.terms.reduce(0) { $0 + abs($1.sign) * halves($1.cell) }
    let extra = max(0, relation.tolerance - room)
    guard extra.isFinite else { return nil }
    terms = relation.terms.map { Term(cell: $0.cell, sign: Int($0.sign)) }
    (lower, upper) = (-relation.constant - extra, -relation.constant + extra)
    (subject, kind) = (relation.subject, relation.kind)
  }

  /// A whole and its parts, some of which are not printed; the parts are at most the whole where some are not in the table.
  init(whole: Int, parts: [Int], isComplete: Bool, scale: Int = 1, room: Double = 0) {
    terms = [Term(cell: whole, sign: scale)] + parts.map { Term(cell: $0, sign: -1) }
    (lower, upper) = (-room, isComplete ? room : nil)
    (subject, kind) = (whole, .sum)
  }

  /// The mean of all, so many, against the means of groups, each multiplied with how many it has (below zero).
  init(mean whole: Int, count: Int, groups: [Term]) {
    terms = [Term(cell: whole, sign: count)] + groups
    (lower, upper) = (0, 0)
    (subject, kind) = (whole, .mean)
  }

  /// One number that is no larger than another, since it is ranked below it.
  init(ranked low: Int, below high: Int) {
    terms = [Term(cell: low, sign: 1), Term(cell: high, sign: -1)]
    (lower, upper) = (nil, 0)
    (subject, kind) = (low, .rank)
  }

  /// The same number at two places.
  init(same one: Int, as other: Int) {
    terms = [Term(cell: one, sign: 1), Term(cell: other, sign: -1)]
    (lower, upper) = (0, 0)
    (subject, kind) = (one, .agreement)
  }

  /// A share, rate or growth that was computed from two numbers and printed to so many decimals:
  ///
  ///     (p - half) · base <= scale · numerator <= (p + half) · base
  ///
  /// with `1 + p` of growth for `p`.
  static func pair(_ use: FormulaUse, printed: Double) -> [Equation] {
    // Half a unit of the last digit is whole in units of a digit more.
    var unit = 1.0
    for _ in 0...use.places { unit *= 10 }
    let (middle, half) = (
      ((printed + (use.kind == .growth ? use.scale : 0)) * unit).rounded(), (use.half * unit).rounded()
    )
    let scale = use.scale * unit
    guard scale < 1e15, abs(middle) + half < 1e15 else { return [] }
    return [(middle - half, true), (middle + half, false)].map { factor, isLow in
      Equation(
        terms: [Term(cell: use.numerator, sign: Int(scale)), Term(cell: use.base, sign: -Int(factor))],
        lower: isLow ? 0 : nil, upper: isLow ? nil : 0, of: use)
    }
  }

  private init(terms: [Term], lower: Double?, upper: Double?, of use: FormulaUse) {
    (self.terms, self.lower, self.upper) = (terms, lower, upper)
    (subject, owner, kind, self.use) = (use.target, use.target, .formula, use)
  }
}
