internal import Model

/// What the deliveries say to one question, with the cells it was read from.
struct CountAnswer: Equatable, Sendable {
  enum Value: Equatable, Sendable {
    case number(Quantity)
    case absent(Absence)
  }

  var value: Value
  /// Read from a delivery that was not declared complete.
  var isProvisional = false
  var parts: [CountPart] = []

  /// The answers taken together.
  ///
  /// One that was not delivered makes the sum not delivered; a sum is never made of what happens to be there. What a
  /// partner does not keep, or is not asked, is no part of a total of what it does keep; anything else that needs it
  /// cannot be known. What does not apply is no part of any sum. Of several reasons the gravest is that of the sum;
  /// the sum of nothing at all does not apply.
  static func sum(_ answers: [CountAnswer], asTotal: Bool) -> CountAnswer {
    let parts = answers.flatMap(\.parts)
    let numbers = answers.compactMap(\.quantity)
    let absent = answers.compactMap(\.absence).filter { $0 != .notApplicable }
    if let gravest = absent.max(), numbers.isEmpty || !asTotal || !absent.allSatisfy(\.isLeftOutOfTotals) {
      return CountAnswer(value: .absent(gravest), parts: parts)
    }
    guard let first = numbers.first else { return CountAnswer(value: .absent(.notApplicable), parts: parts) }
    let sum = numbers.dropFirst().reduce(first) { $0.adding($1) }
    return CountAnswer(value: .number(sum), isProvisional: answers.contains(where: \.isProvisional), parts: parts)
  }

  var quantity: Quantity? {
    if case .number(let quantity) = value { quantity } else { nil }
  }

  /// Why there is no number; nil where there is one.
  var absence: Absence? {
    if case .absent(let absence) = value { absence } else { nil }
  }

  var cellValue: CellValue {
    switch value {
    case .number(let quantity): isProvisional ? .provisional(quantity) : .exact(quantity)
    case .absent(let absence): CellValue(absence)
    }
  }

  /// Per cent of a whole; undefined when the whole is 0.
  func share(of whole: CountAnswer, decimals: Int) -> CellValue {
    guard let part = quantity else { return cellValue }
    guard let base = whole.quantity else { return whole.cellValue }
    guard base.numerator > 0 else { return .undefined }
    let share = Quantity(
      numerator: 100 * part.numerator * base.denominator, denominator: part.denominator * base.numerator,
      decimals: decimals)
    return isProvisional || whole.isProvisional ? .provisional(share) : .exact(share)
  }
}

extension Absence {
  /// Whether a total of what a partner gives is a total all the same without it.
  fileprivate var isLeftOutOfTotals: Bool {
    switch self {
    case .notApplicable, .notAsked, .notRecorded: true
    case .undefined, .notEstimable, .notShown, .notDelivered, .notDerivable, .suppressed: false
    }
  }
}

extension Quantity {
  /// The exact sum, in as many decimals as the more precise of the two.
  fileprivate func adding(_ other: Quantity) -> Quantity {
    let decimals = max(decimals, other.decimals)
    if denominator == other.denominator {
      return Quantity(numerator: numerator + other.numerator, denominator: denominator, decimals: decimals)
    }
    return Quantity(
      numerator: numerator * other.denominator + other.numerator * denominator,
      denominator: denominator * other.denominator, decimals: decimals)
  }
}
