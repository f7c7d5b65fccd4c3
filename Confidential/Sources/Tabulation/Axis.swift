internal import Model

/// A direction of counting: every case has one code along it.
///
/// Sets are coded by which of some groups of members they touch, so that everything about a set (each member, any of
/// them, all together) can be read from one histogram afterwards.
enum Axis: Hashable, Sendable {
  /// All cases have code 0.
  case whole
  /// The packed code of a category variable.
  case category(variable: String, codes: Int)
  /// Bit `j` of the code says whether the set shares a bit with `groups[j]`.
  case groups(variable: String, [UInt64])

  /// More groups than this are split over several axes: codes are two bytes, and counters should stay in the cache.
  static let groupLimit = 11

  var codeCount: Int {
    switch self {
    case .whole: 1
    case .category(_, let codes): codes
    case .groups(_, let groups): 1 << groups.count
    }
  }
}

/// Some codes of an axis.
struct Slice: Equatable, Sendable {
  var axis: Axis
  var codes: [Int]

  static let whole = Slice(axis: .whole, codes: [0])
}

/// What one row or column of a table takes together: slices that are counted apart and added.
struct Margin: Equatable, Sendable {
  var slices: [Slice]
  /// Made of the members of the set that the unit counts, so that a case counts once in each.
  var countsMembers: Bool

  static let whole = Margin(slices: [.whole], countsMembers: false)
}

/// Which cases take part: those in at least one of the parts.
struct Selected: Hashable, Sendable {
  struct Part: Hashable, Sendable {
    var population: Figure.Population
    var condition: Condition
  }

  var anyOf: [Part]

  init(_ population: Figure.Population, _ conditions: Condition?...) {
    let given = conditions.compactMap { $0 }.filter { $0 != .always }
    let condition: Condition = given.isEmpty ? .always : given.count == 1 ? given[0] : .all(given)
    anyOf = [Part(population: population, condition: condition)]
  }

  init(any parts: [Selected]) { anyOf = parts.flatMap(\.anyOf) }

  func and(_ condition: Condition) -> Selected {
    var narrowed = self
    narrowed.anyOf = anyOf.map { Selected($0.population, $0.condition, condition).anyOf[0] }
    return narrowed
  }
}

/// How much a case adds to a count.
enum Weight: Hashable, Sendable {
  /// One.
  case one
  /// The number of members its set has among these.
  case members(variable: String, UInt64)
  /// The number of its notifications.
  case notifications
  /// The number of its notifications after the first.
  case repeats
  /// Its value of a number variable; nothing when that is missing.
  case value(variable: String)
}
