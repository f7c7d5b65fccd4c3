/// The smallest and the largest value of every column that was seen in a whole table that fits everything published.
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
}
