internal import Model

/// A term as a sum of cells, each with a factor: what says whether a term depends on its cells at all.
///
///     count(a) + count(b) - count(a)  =  1 · count(b)
///
/// Shares, ratios, changes and extremes are taken as they are written: one of them is one unknown.
struct LinearForm: Equatable {
  /// Factors by the signature of what they multiply; none is zero.
  private(set) var factors: [String: Fraction] = [:]
  private(set) var constant: Fraction = .zero

  /// Whether no cell is left in it.
  var isConstant: Bool { factors.isEmpty }

  /// Nil when factors do not fit.
  init?(_ term: Term) {
    switch term {
    case .literal(let number, _, _): constant = number
    case .negated(let inner):
      guard let form = LinearForm(inner)?.times(Fraction(-1)) else { return nil }
      self = form
    case .operation(let operation, let left, let right, _):
      guard let form = Self.form(operation, left, right) else { return nil }
      self = form
    case .call(let call):
      guard let form = Self.form(call) else { return nil }
      self = form
    }
  }

  private init(atom: String) { factors = [atom: Fraction(1)] }

  private static func form(_ operation: Operation, _ left: Term, _ right: Term) -> LinearForm? {
    guard let first = LinearForm(left), let second = LinearForm(right) else { return nil }
    switch operation {
    case .add: return first.plus(second)
    case .subtract: return second.times(Fraction(-1)).flatMap(first.plus)
    case .multiply:
      if second.isConstant { return first.times(second.constant) }
      return first.isConstant
        ? second.times(first.constant) : LinearForm(atom: Term.operation(operation, left, right, at: 0).signature)
    case .divide:
      guard second.isConstant, let turned = Fraction(1).divided(by: second.constant) else {
        return LinearForm(atom: Term.operation(operation, left, right, at: 0).signature)
      }
      return first.times(turned)
    }
  }

  private static func form(_ call: Call) -> LinearForm? {
    let atom = LinearForm(atom: Term.call(call).signature)
    switch call.function {
    case .sum, .mean:
      guard !call.terms.isEmpty else { return atom }
      var sum: LinearForm? = LinearForm(zero: ())
      for term in call.terms { sum = sum.flatMap { before in LinearForm(term).flatMap(before.plus) } }
      return call.function == .sum ? sum : Fraction(1, call.terms.count).flatMap { sum?.times($0) }
    case .difference:
      guard call.terms.count == 2 else { return atom }
      return form(.subtract, call.terms[0], call.terms[1])
    case .count, .value:
      return cell(call)
    default: return atom
    }
  }

  /// `count` and `value` of one cell are the same number; rows and columns taken together are a sum.
  private static func cell(_ call: Call) -> LinearForm {
    var call = call
    call.function = .value
    return LinearForm(atom: Term.call(call).signature)
  }

  private init(zero: Void) {}

  private func plus(_ other: LinearForm) -> LinearForm? {
    var result = self
    for (atom, factor) in other.factors {
      guard let sum = (result.factors[atom] ?? .zero).adding(factor) else { return nil }
      result.factors[atom] = sum == .zero ? nil : sum
    }
    guard let constant = constant.adding(other.constant) else { return nil }
    result.constant = constant
    return result
  }

  private func times(_ factor: Fraction) -> LinearForm? {
    var result = LinearForm(zero: ())
    for (atom, own) in factors {
      guard let product = own.multiplied(by: factor) else { return nil }
      if product != .zero { result.factors[atom] = product }
    }
    guard let product = constant.multiplied(by: factor) else { return nil }
    result.constant = product
    return result
  }

  /// Whether one is the other times a number, so that their ratio says nothing of any cell.
  func isProportional(to other: LinearForm) -> Bool {
    guard constant == .zero, other.constant == .zero, !factors.isEmpty, Set(factors.keys) == Set(other.factors.keys)
    else {
      return isConstant && other.isConstant
    }
    let ratios = factors.map { atom, factor in other.factors[atom].flatMap { factor.divided(by: $0) } }
    return ratios.allSatisfy { $0 != nil && $0 == ratios[0] }
  }
}
