/// How much it says that numbers are met: decimal digits by which chance would have missed them.
///
/// A number says all its digits where the one before it is another, no more than those by which it differs from that one, and
/// nothing where it was met before: where numbers change little from line to line, what fits one fits the next.
struct Surprise {
  private(set) var digits = 0.0
  /// The same where numbers near each other, or equal ones, would be met by chance no more than others: half of their digits at
  /// least.
  private(set) var loose = 0.0
  /// Sizes that were met, in order.
  private var met: [Double] = []
  private var last: Double?

  /// - Parameters:
  ///   - value: The number.
  ///   - room: How far it may be off and still be met.
  mutating func meet(_ value: Double, room: Double) {
    guard digits < Self.enough else { return }
    let size = abs(value)
    let place = index(of: size)
    let nearest = min(
      place > 0 ? size - met[place - 1] : .infinity, place < met.count ? met[place] - size : .infinity)
    defer { last = size }
    let own = Printed.digits(size, room: room)
    guard nearest > 2 * room else {
      loose += own / 2
      return
    }
    let new = last.map { min(own, Printed.digits(size - $0, room: room)) } ?? own
    digits += new
    loose += max(new, own / 2)
    met.insert(size, at: place)
  }

  /// How much it says that numbers are met in their order, whatever they are: digits of the number of orders in which they could
  /// stand, equal ones told apart by nothing.
  static func digits(ofOrder numbers: [Double]) -> Double {
    let orders = (1...max(1, numbers.count)).reduce(0.0) { $0 + Logarithm.decimal(Double($1)) }
    let same = Dictionary(numbers.map { ($0, 1) }, uniquingKeysWith: +).values
    return same.reduce(orders) { digits, count in
      (1...count).reduce(digits) { $0 - Logarithm.decimal(Double($1)) }
    }
  }

  /// So many lines that a rule does not fit may be slips of the hand; where there are more, it is no rule. A decision.
  static func mostSlips(in count: Int) -> Int { max(2, count / 20) }

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
