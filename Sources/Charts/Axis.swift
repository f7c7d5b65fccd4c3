import Model

/// A scale from zero with round steps: 1, 2, 5 or 10 times a power of ten.
///
/// From `count` upwards the step is the smallest such number of which `count` reach the maximum; below it the smallest
/// power of ten of which `count` do, so that small counts stand at whole numbers. The steps are told apart by eye and
/// named with few digits (Heckbert 1990, *Nice numbers for graph labels*, in Graphics Gems, p. 61). There are at most
/// `count` steps, so `count + 1` ticks.
struct Axis: Equatable {
  /// Ticks in data units, 0 first; the last is at or above the maximum.
  let ticks: [Double]
  private let decimals: Int

  /// - Parameters:
  ///   - maximum: the largest value to show; at most zero gives a scale to 1. Steps below 0.001 are not made, the
  ///     smallest difference a table prints.
  ///   - count: how many steps there is room for; five leave room between the numbers of an axis of 300 units.
  init(upTo maximum: Double, about count: Int = 5) {
    let maximum = maximum > 0 ? maximum : 1
    var step = 1.0
    var decimals = 0
    while step * 10 * Double(count) <= maximum { step *= 10 }
    while step / 10 * Double(count) >= maximum, decimals < 3 {
      step /= 10
      decimals += 1
    }
    for factor in [2.0, 2.5, 2] where step * Double(count) < maximum { step *= factor }
    var ticks = [0.0]
    while let last = ticks.last, last < maximum { ticks.append(Double(ticks.count) * step) }
    self.ticks = ticks
    self.decimals = decimals
  }

  /// Where the scale ends: never below the maximum.
  var end: Double { ticks.last ?? 1 }

  /// A tick as readers write it, with the decimals its step needs: `0,5` beside `1,0`.
  func label(of tick: Double, in language: Language) -> String {
    var power = 1
    for _ in 0..<decimals { power *= 10 }
    let numerator = Int((tick * Double(power)).rounded())
    return Quantity(numerator: numerator, denominator: power, decimals: decimals).formatted(in: language)
  }
}
