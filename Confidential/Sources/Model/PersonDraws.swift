/// Likely divisions of notifications into persons, drawn by their chance.
///
/// A person is a set of notifications. Sets that are a person in every division are not here; each other set is here once, with the
/// divisions in which it is one, so that memory grows with what is in doubt and not with the number of draws.
public struct PersonDraws: Equatable, Sendable {
  /// How many divisions were drawn.
  public let count: Int
  /// The rows of `Notifications` of set `s`, rising: `rows[starts[s]..<starts[s + 1]]`.
  public private(set) var rows: [UInt32] = []
  public private(set) var starts: [Int] = [0]
  /// Of each set the draws in which it is a person, or where these are more than half, those in which it is none.
  public private(set) var members: [Members] = []
  /// Of each draw how much further, or less far, the notifications are to be put together than in that draw, as a share of all
  /// that it puts together: for links that nobody could find, and for what the chances themselves may be wrong by.
  public var further: [Double]

  public struct Members: Equatable, Sendable {
    /// Rising.
    public var draws: [UInt16]
    /// Whether `draws` are those in which the set is no person.
    public var isExcept: Bool
    /// Whether the set is a person in the likeliest division.
    public var isLikeliest: Bool

    public init(draws: [UInt16], isExcept: Bool, isLikeliest: Bool) {
      (self.draws, self.isExcept, self.isLikeliest) = (draws, isExcept, isLikeliest)
    }
  }

  public init(count: Int, further: [Double]) {
    precondition(further.count == count && count < 1 << 16, "there is one share a draw")
    (self.count, self.further) = (count, further)
  }

  public var setCount: Int { members.count }

  public mutating func add(_ set: some Sequence<UInt32>, _ isIn: Members) {
    rows += set
    starts.append(rows.count)
    members.append(isIn)
  }

  /// How many more persons there are in each draw than in the likeliest division.
  public var differences: [Int] {
    var differences = [Int](repeating: 0, count: count)
    var base = 0
    for one in members {
      base += (one.isExcept ? 1 : 0) - (one.isLikeliest ? 1 : 0)
      for draw in one.draws { differences[Int(draw)] += one.isExcept ? -1 : 1 }
    }
    return differences.map { $0 + base }
  }
}

extension Columns {
  /// The values of some rows, in the order given; a row may come more than once.
  public func rows(_ places: [UInt32]) -> Columns {
    var result = Columns(rowCount: places.count)
    for (variable, column) in zip(variables, columns) {
      let taken: Column =
        switch column {
        case .category(let codes): .category(places.map { codes[Int($0)] })
        case .wideCategory(let codes): .wideCategory(places.map { codes[Int($0)] })
        case .set(let masks): .set(places.map { masks[Int($0)] })
        case .number(let values): .number(places.map { values[Int($0)] })
        }
      result.set(taken, for: variable)
    }
    return result
  }
}

extension Notifications {
  /// Each set as a person of its own: the person of a row is the number of its set.
  public func sets(of draws: PersonDraws) -> Notifications {
    var person = [UInt32](repeating: 0, count: draws.rows.count)
    for set in 0..<draws.setCount {
      for place in draws.starts[set]..<draws.starts[set + 1] { person[place] = UInt32(set) }
    }
    return Notifications(
      columns: columns.rows(draws.rows), person: person, delivery: draws.rows.map { delivery[Int($0)] },
      sourceRow: draws.rows.map { sourceRow[Int($0)] }, deliveries: deliveries)
  }

  /// Every notification about somebody as a person of its own.
  public var apart: Notifications {
    var result = self
    var next: UInt32 = 0
    for row in person.indices where person[row] != Self.noPerson { (result.person[row], next) = (next, next + 1) }
    return result
  }

  /// The persons of a draw.
  ///
  /// - Precondition: these notifications have the persons of the likeliest division.
  public func persons(of draws: PersonDraws, draw: Int) -> Notifications {
    var result = self
    var next = (person.filter { $0 != Self.noPerson }.max() ?? 0) + 1
    for set in 0..<draws.setCount {
      let one = draws.members[set]
      guard one.draws.contains(UInt16(draw)) != one.isExcept else { continue }
      for place in draws.starts[set]..<draws.starts[set + 1] { result.person[Int(draws.rows[place])] = next }
      next += 1
    }
    return result.renumbered
  }

  /// The same persons with dense numbers, from 0 in order of first appearance.
  private var renumbered: Notifications {
    var numbers: [UInt32: UInt32] = [:]
    var result = self
    for row in person.indices where person[row] != Self.noPerson {
      let number = numbers[person[row]] ?? UInt32(numbers.count)
      numbers[person[row]] = number
      result.person[row] = number
    }
    return result
  }
}
