/// Krippendorff's alpha: reliability of any number of coders, for any kind of answer, with answers missing.
///
/// A unit with `m` answers gives `m (m − 1)` ordered pairs, each counted `1 / (m − 1)` times; units with fewer than two
/// answers give none. With `n` the number of answers in such units and `δ²` the distance between two answers:
///
///     Dₒ = (1 / n) Σ_units Σ_{pairs} δ² / (m − 1)
///     Dₑ = (1 / (n (n − 1))) Σ_{all pairs of answers} δ²
///     α = 1 − Dₒ / Dₑ
///
/// 1 is full agreement, 0 what chance gives. Undefined when all answers are the same, or nothing can be compared.
/// - SeeAlso: Krippendorff 2011 in `docs/references.md`.
struct KrippendorffAlpha: Equatable, Sendable {
  /// Units with at least two answers.
  let units: Int
  /// Answers in those units.
  let answers: Int
  /// Nil when it is undefined.
  let value: Double?

  /// - Parameter units: for each unit the answer of each coder; nil for none.
  init(_ units: [[CodedAnswer?]], distance: AnswerDistance) {
    let comparable = units.map { $0.compactMap { $0 } }.filter { $0.count > 1 }
    self.units = comparable.count
    let all = comparable.flatMap { $0 }
    answers = all.count
    let n = Double(all.count)
    guard n > 1 else {
      value = nil
      return
    }
    var observed = 0.0
    for unit in comparable { observed += Self.sum(unit, distance) / Double(unit.count - 1) }
    let expected = Self.sumOfCounted(all, distance)
    value = expected > 0 ? 1 - (observed / n) / (expected / (n * (n - 1))) : nil
  }

  /// Over all ordered pairs of two different answers.
  private static func sum(_ answers: [CodedAnswer], _ distance: AnswerDistance) -> Double {
    var sum = 0.0
    for first in answers.indices {
      for second in answers.indices where first != second { sum += distance(answers[first], answers[second]) }
    }
    return sum
  }

  /// The same for many answers of which most are equal: each pair of different answers once, times how often.
  private static func sumOfCounted(_ answers: [CodedAnswer], _ distance: AnswerDistance) -> Double {
    var counts: [CodedAnswer: Int] = [:]
    for answer in answers { counts[answer, default: 0] += 1 }
    let distinct = counts.sorted { $0.key.text < $1.key.text }
    var sum = 0.0
    for (place, first) in distinct.enumerated() {
      for second in distinct.dropFirst(place + 1) {
        sum += 2 * Double(first.value * second.value) * distance(first.key, second.key)
      }
    }
    return sum
  }
}
