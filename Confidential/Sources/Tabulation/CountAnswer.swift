internal import Model

/// What the deliveries say to one question, with the cells it was read from.
struct CountAnswer: Equatable, Sendable {
  enum Value: Equatable, Sendable {
    case number(Quantity)
    /// The partner does not keep this, or is not asked it.
    case notRecorded
    case notDelivered
    /// No sum of what was delivered has this meaning: classes that do not meet, or categories that overlap.
    case impossible
  }

  var value: Value
  /// Read from a delivery that was not declared complete.
  var isProvisional = false
  var parts: [CountPart] = []

  /// The answers taken together.
  ///
  /// One that was not delivered makes the sum not delivered; a sum is never made of what happens to be there. What a
  /// partner does not keep is no part of a total of what it does keep; anything else that needs it cannot be known.
  static func sum(_ answers: [CountAnswer], asTotal: Bool) -> CountAnswer {
    let parts = answers.flatMap(\.parts)
    func all(_ value: Value) -> CountAnswer { CountAnswer(value: value, parts: parts) }
    guard !answers.isEmpty else { return all(.notRecorded) }
    if answers.contains(where: { $0.value == .impossible }) { return all(.impossible) }
    if answers.contains(where: { $0.value == .notDelivered }) { return all(.notDelivered) }
    let numbers = answers.compactMap(\.quantity)
    if numbers.isEmpty || (!asTotal && numbers.count < answers.count) { return all(.notRecorded) }
    let sum = numbers.dropFirst().reduce(numbers[0]) { $0.adding($1) }
    return CountAnswer(value: .number(sum), isProvisional: answers.contains(where: \.isProvisional), parts: parts)
  }

  var quantity: Quantity? {
    if case .number(let quantity) = value { quantity } else { nil }
  }

  var cellValue: CellValue {
    switch value {
    case .number(let quantity): isProvisional ? .provisional(quantity) : .exact(quantity)
    case .notRecorded: parts.contains(where: \.isNotRecorded) ? .notRecorded : .notApplicable
    case .impossible: .notApplicable
    case .notDelivered: .notDelivered
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
