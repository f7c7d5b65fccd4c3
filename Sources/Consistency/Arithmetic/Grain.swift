/// How finely the numbers of a block are printed, and whether its sums close exactly.
struct Grain: Equatable {
  /// The distance between two numbers that can be printed: 1, 5, 0.1, 1000.
  var step: Double
  var rule = Rule.exact
  /// Whether most numbers were rounded to be shown.
  var isShownRounded = false
  /// How far a number may have been moved at random where that is more than a step; zero where nothing shows that.
  var spread = 0.0

  enum Rule: Equatable {
    /// Sums close to the last digit.
    case exact
    /// Each number was rounded by itself: it lies within half a step of what is printed.
    case rounded
    /// Each number was rounded up or down at random: it lies within a step of what is printed.
    case random
    /// Nothing that can be said of one sum holds for most of the others.
    case none
  }

  /// How far what was counted can be from what is printed; infinite where there is no rule.
  var half: Double {
    switch rule {
    case .exact: 0
    case .rounded: step / 2
    case .random: max(step, spread)
    case .none: .infinity
    }
  }

  /// Steps in which offices round counts, the coarsest first. 3 and 5 are also those of random rounding.
  private static let steps: [Double] = [1_000_000, 100_000, 10_000, 1000, 500, 100, 50, 25, 20, 10, 5, 3]
  /// So many numbers other than zero, and so many different ones, tell a step. Decisions: of eight numbers that are not
  /// rounded all are multiples of three once in 6,561 times.
  private static let (least, leastDifferent) = (8, 4)

  /// How many decimals a block is printed with: one number with more, or a few of many, are no rule but a misprint.
  static func decimals(of numbers: [Int]) -> Int {
    let most = numbers.max() ?? 0
    for decimals in stride(from: most, to: 0, by: -1) {
      let count = numbers.count { $0 >= decimals }
      if numbers.count < 4 || count > 1 && 10 * count >= numbers.count { return decimals }
    }
    return 0
  }

  /// The same of numbers with their decimals. Where each has as many digits that count, as `0.0549`, `2.34` and `18.1` have,
  /// a sum of them is known as far as the coarsest.
  static func decimals(of numbers: [(value: Double?, decimals: Int)]) -> Int {
    let all = decimals(of: numbers.map(\.decimals))
    let printed = numbers.compactMap { number -> (digits: Int, decimals: Int)? in
      guard let value = number.value, value != 0 else { return nil }
      return (number.decimals + Int(Logarithm.decimal(abs(value)).rounded(.down)) + 1, number.decimals)
    }
    guard all > 0, printed.count >= least else { return all }
    for digits in 2...5 {
      let same = printed.filter { $0.digits == digits }
      guard 5 * same.count >= 4 * printed.count else { continue }
      let kinds = Dictionary(same.map { ($0.decimals, 1) }, uniquingKeysWith: +)
      let common = kinds.filter { 10 * $0.value >= same.count }
      if common.count > 1 { return common.keys.min() ?? all }
    }
    return all
  }

  /// The step that nine numbers of ten have in common, that of the last digit printed where there is no coarser one.
  ///
  /// One misprint does not hide that a table is rounded.
  init(of values: [Double], decimals: Int) {
    step = Printed.unit(decimals)
    guard decimals == 0 else { return }
    let numbers = values.filter { $0 != 0 }
    guard numbers.count >= Self.least else { return }
    for candidate in Self.steps {
      let multiples = numbers.filter { $0.remainder(dividingBy: candidate) == 0 }
      if 10 * multiples.count >= 9 * numbers.count, Set(multiples).count >= Self.leastDifferent {
        step = candidate
        return
      }
    }
  }

  /// Counts are exact until sums say otherwise; what is printed in steps or with decimals is rounded.
  var isRoundedByNature: Bool { step != 1 || isShownRounded }
}
