internal import Model

/// Round numbers, and shares as one in so many.
extension NumberWording {
  /// To tens, hundreds or more; half away from zero. What becomes another number is rounded from then on.
  func rounded(_ number: Number, _ use: FilterUse) throws(TextProblem) -> Number {
    guard [.count, .measure, .rate].contains(number.kind), !number.certainty.isEstimate,
      let base = use.argument.flatMap({ Int($0) }),
      let steps = number.value.divided(by: Fraction(base))?.quantity(decimals: 0),
      let whole = Fraction(steps.scaled).multiplied(by: Fraction(base)), whole != .zero || number.value == .zero
    else {
      throw TextProblem(
        .filter, at: use.at, nl: "`rounded` past niet bij \(number.kind.noun.nl) van deze grootte.",
        en: "`rounded` does not suit \(number.kind.noun.en) of this size.")
    }
    var result = number
    (result.value, result.decimals) = (whole, 0)
    if whole != number.value, number.certainty == .exact { result.certainty = .rounded }
    return result
  }

  /// `een op de vijf`, `ongeveer twee op de drie`: exactly, or within two percentage points and a twelfth of the share.
  func oneIn(_ number: Number, _ use: FilterUse) throws(TextProblem) -> String {
    guard number.kind == .share, number.certainty == .exact || number.certainty == .rounded else {
      throw TextProblem(
        .filter, at: use.at, nl: "`one-in` past niet bij \(number.kind.noun.nl).",
        en: "`one-in` does not suit \(number.kind.noun.en).")
    }
    var best: (parts: Int, whole: Int, distance: Fraction)?
    for (parts, whole) in Self.proportions {
      guard let value = Fraction(100 * parts, whole), let distance = value.subtracting(number.value)?.magnitude else {
        continue
      }
      if best.map({ distance.isLess(than: $0.distance) == true }) ?? true { best = (parts, whole, distance) }
    }
    guard let best, best.distance.isLess(than: Fraction(2)) == true,
      let near = number.value.divided(by: Fraction(12)), near.isLess(than: best.distance) == false
    else {
      throw TextProblem(
        .filter, at: use.at, nl: "dit aandeel ligt bij geen eenvoudige verhouding; gebruik `percent`.",
        en: "this share is near no simple proportion; use `percent`.")
    }
    func word(_ value: Int) -> String { value == 1 ? (language == .nl ? "een" : "one") : cardinal(value) }
    let words = LocalizedText(
      nl: "\(word(best.parts)) op de \(word(best.whole))", en: "\(word(best.parts)) in \(word(best.whole))")[language]
    let isAbout = best.distance != .zero || number.certainty == .rounded
    return isAbout ? LocalizedText(nl: "ongeveer ", en: "about ")[language] + words : words
  }

  private func cardinal(_ value: Int) -> String {
    cardinals.indices.contains(value) ? cardinals[value] : Quantity(value).formatted(in: language)
  }

  private static let proportions: [(Int, Int)] =
    (2...10).map { (1, $0) } + [(2, 3), (3, 4), (2, 5), (3, 5), (4, 5), (3, 10), (7, 10), (9, 10)]
    + [(1, 20), (1, 25), (1, 50), (1, 100), (1, 1000)]
}
