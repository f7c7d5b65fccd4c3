/// How a column is computed from others.
struct Formula: Hashable {
  var kind: Kind
  /// The column that is computed.
  var target: Int
  var first: Operand
  var second: Operand

  /// Whether two rows of one column are compared.
  var isOfNeighbours: Bool {
    switch second {
    case .before, .after, .yearBefore: true
    case .column, .whole, .parts: false
    }
  }

  enum Kind: Hashable {
    /// scale · first / second
    case ratio(Double)
    /// scale · first / second, where the scale is what the rows have in common, and how far it may be off.
    case learned(Double, Double)
    /// scale · (first - second) / second
    case growth(Double)
    /// first - second
    case difference
    /// (first + second) / scale
    case total(Double)
    /// weight · first + second
    case weighted(Double)
  }

  enum Operand: Hashable, Sendable {
    /// The same row of a column.
    case column(Int)
    /// The total of a column.
    case whole(Int)
    /// What the total of a column should be by its parts, where another number is printed.
    case parts(Int)
    /// The row before, or the row after, of a column.
    case before(Int)
    case after(Int)
    /// The same part of the year before.
    case yearBefore(Int)

    var column: Int {
      switch self {
      case .column(let column), .whole(let column), .parts(let column), .before(let column), .after(let column),
        .yearBefore(let column):
        column
      }
    }
  }

  /// The number that two others give, and how far each digit of them carries.
  ///
  /// - Returns: Nil where it cannot be computed.
  func value(_ a: Double, _ b: Double, halves: (Double, Double)) -> (value: Double, room: Double)? {
    switch kind {
    case .ratio(let scale):
      guard b != 0 else { return nil }
      return (scale * a / b, scale * (halves.0 + abs(a / b) * halves.1) / abs(b))
    case .learned(let scale, let slack):
      guard b != 0 else { return nil }
      return (scale * a / b, (scale * (halves.0 + abs(a / b) * halves.1) + slack * abs(a)) / abs(b))
    case .growth(let scale):
      guard b != 0 else { return nil }
      return (scale * (a - b) / b, scale * (halves.0 + abs(a / b) * halves.1) / abs(b))
    case .difference: return (a - b, halves.0 + halves.1)
    case .total(let scale): return ((a + b) / scale, (halves.0 + halves.1) / scale)
    case .weighted(let weight): return (weight * a + b, weight * halves.0 + halves.1)
    }
  }
}

/// What a relation makes of a formula.
struct FormulaUse: Equatable {
  enum Kind: Equatable { case share, rate, growth }

  var kind: Kind
  /// The cell that is computed, and from which.
  var target, numerator, base: Int
  /// 100 for a share in per cent.
  var scale: Double
  /// How far the computed number may be from the printed one.
  var room: Double
  /// The part of it that printing the computed number explains, in decimals of its column.
  var half: Double
  var places: Int
}

extension Formula.Kind {
  var isLearned: Bool {
    if case .learned = self { return true }
    return false
  }

  /// Whether it divides.
  var isQuotient: Bool {
    switch self {
    case .ratio, .learned, .growth: true
    case .difference, .total, .weighted: false
    }
  }
}
