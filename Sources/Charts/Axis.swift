import Model

/// A scale from zero with round steps.
struct Axis: Equatable {
  /// Ticks in data units, 0 first; the last is at or above the maximum.
  let ticks: [Double]
  private let decimals: Int

  /// - Parameter maximum: the largest value to show; at most zero gives a scale to 1.
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

  var end: Double { ticks.last ?? 1 }

  /// A tick as readers write it.
  func label(of tick: Double, in language: Language) -> String {
    var power = 1
    for _ in 0..<decimals { power *= 10 }
    let numerator = Int((tick * Double(power)).rounded())
    return Quantity(numerator: numerator, denominator: power, decimals: decimals).formatted(in: language)
  }
}
