/// The smallest and the largest value of every column that was seen in a table that fits everything published.
struct WitnessPool {
  private(set) var lows: [Int]
  private(set) var highs: [Int]

  init(_ count: Int) {
    lows = [Int](repeating: .max, count: count)
    highs = [Int](repeating: .min, count: count)
  }

  var isEmpty: Bool { lows.first.map { $0 == .max } ?? true }

  mutating func take(_ world: [Int]) {
    for column in world.indices {
      if world[column] < lows[column] { lows[column] = world[column] }
      if world[column] > highs[column] { highs[column] = world[column] }
    }
  }

  /// Takes a table that is not whole: what it shows is the nearest whole number inwards.
  mutating func take(_ world: [Double], tolerance: Double) {
    for column in world.indices {
      let low = Int((world[column] - tolerance).rounded(.up))
      let high = Int((world[column] + tolerance).rounded(.down))
      if low < lows[column] { lows[column] = low }
      if high > highs[column] { highs[column] = high }
    }
  }
}
