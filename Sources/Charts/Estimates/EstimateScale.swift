/// A scale for numbers of persons: from zero while they are within a factor of twelve, else by equal factors.
struct EstimateScale: Equatable {
  let ticks: [Double]
  let isLogarithmic: Bool
  private let low: Double
  private let high: Double

  /// - Parameters:
  ///   - values: What is to be shown; those that are not finite or below 1 are left out.
  ///   - about: How many ticks there is room for.
  init(showing values: [Double], about count: Int) {
    let shown = values.filter { $0.isFinite && $0 >= 1 }
    let (smallest, largest) = (shown.min() ?? 1, shown.max() ?? 1)
    isLogarithmic = largest > 12 * smallest
    guard isLogarithmic else {
      ticks = Axis(upTo: largest, about: count).ticks
      (low, high) = (0, ticks.last ?? 1)
      return
    }
    var candidates: [Double] = []
    var decade = 1.0
    while decade <= largest { candidates += [decade, 2 * decade, 5 * decade]; decade *= 10 }
    candidates += [decade, 2 * decade]
    let start = candidates.lastIndex { $0 <= smallest } ?? 0
    let end = candidates.firstIndex { $0 >= largest } ?? candidates.count - 1
    var ticks = Array(candidates[start...end])
    (low, high) = (logarithm(ticks[0]), logarithm(ticks[ticks.count - 1]))
    if ticks.count > count + 2 { ticks = ticks.filter { isPowerOfTen($0) } }
    while ticks.count > count + 2 { ticks = ticks.enumerated().filter { $0.offset % 2 == 0 }.map(\.element) }
    self.ticks = ticks
  }

  /// Where a value lies between 0 and 1; beyond the ends it is put at them.
  func share(_ value: Double) -> Double {
    guard value.isFinite else { return value > 0 ? 1 : 0 }
    let place = isLogarithmic ? logarithm(max(value, 1e-9)) : value
    return high > low ? min(max((place - low) / (high - low), 0), 1) : 0
  }

  /// Whether a value lies beyond the end.
  func isBeyond(_ value: Double) -> Bool {
    !value.isFinite || (isLogarithmic ? logarithm(max(value, 1e-9)) : value) > high + 1e-9
  }
}

private func isPowerOfTen(_ value: Double) -> Bool {
  var power = 1.0
  while power < value { power *= 10 }
  return power == value
}

/// The logarithm to base 2, from the binary exponent and a series that converges quickly on [1, 2).
func logarithm(_ value: Double) -> Double {
  guard value > 0 else { return -1074 }
  let ratio = (value.significand - 1) / (value.significand + 1)
  var power = ratio
  var sum = 0.0
  for index in 0..<20 {
    sum += power / Double(2 * index + 1)
    power *= ratio * ratio
  }
  return Double(value.exponent) + 2 * sum * 1.4426950408889634
}
