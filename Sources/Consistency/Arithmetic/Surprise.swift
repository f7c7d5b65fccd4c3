/// How much it says that numbers are met: decimal digits by which chance would have missed them.
///
/// The first says all its digits, any other no more than those by which it differs from the nearest that was met: where
/// numbers change little from line to line, what fits one fits the next.
struct Surprise {
  private(set) var digits = 0.0
  /// Sizes that were met, in order.
  private var met: [Double] = []

  /// - Parameters:
  ///   - value: The number.
  ///   - room: How far it may be off and still be met.
  mutating func meet(_ value: Double, room: Double) {
    guard digits < Self.enough else { return }
    let size = abs(value)
    let place = index(of: size)
    let nearest = min(
      place > 0 ? size - met[place - 1] : .infinity, place < met.count ? met[place] - size : .infinity)
    let own = Printed.digits(size, room: room)
    digits += nearest.isFinite ? min(own, Printed.digits(nearest, room: room)) : own
    if nearest > 0 { met.insert(size, at: place) }
  }

  /// Beyond this nothing is decided by it.
  private static let enough = 40.0

  /// The first place that holds as much.
  private func index(of size: Double) -> Int {
    var (low, high) = (0, met.count)
    while low < high {
      let middle = (low + high) / 2
      if met[middle] < size { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
