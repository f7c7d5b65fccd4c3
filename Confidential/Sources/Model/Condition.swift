/// A statement about one record that holds or does not: the language of `when:` and `filter:`.
///
///     forms has sexual and nationality is NL
///     age < 18 or age is unknown
///     year in (2015, 2016) and not reporters has only (police, kmar)
///
/// Precedence: `not`, `and`, `or`; parentheses group. A missing value makes every comparison but its own false:
/// `age < 18` does not hold for an unknown age, and neither does `age >= 18`.
public indirect enum Condition: Hashable, Sendable {
  case always
  /// `v is a`, `v in (a, b)`: the value is one of these category codes, `Missing` words, or `none` (the empty set).
  case isIn(variable: String, values: [String])
  /// `v is known`: the value is not missing.
  case isKnown(variable: String)
  /// `v has a`, `v has any (a, b)`: the set holds at least one of these.
  case hasAny(variable: String, values: [String])
  /// `v has all (a, b)`.
  case hasAll(variable: String, values: [String])
  /// `v has only (a, b)`: the set holds at least one of these and nothing else.
  case hasOnly(variable: String, values: [String])
  /// `v < 18`; for categories (such as `year`) the codes are compared as numbers. Scaled like the variable.
  case compares(variable: String, Comparison, Int32)
  case not(Condition)
  case all([Condition])
  case any([Condition])

  /// The signs as they are written. In the order in which they are tried, none of which is the beginning of a token
  /// of another, since tokens are whole signs.
  public enum Comparison: String, CaseIterable, Sendable {
    case less = "<"
    case atMost = "<="
    case equal = "="
    case atLeast = ">="
    case more = ">"

    /// Whether the left number stands in this relation to the right one.
    public func holds(_ left: Int32, _ right: Int32) -> Bool {
      switch self {
      case .less: left < right
      case .atMost: left <= right
      case .equal: left == right
      case .atLeast: left >= right
      case .more: left > right
      }
    }
  }

  /// Every variable the condition speaks of with the values it names, in order of appearance.
  public var mentions: [(variable: String, values: [String])] {
    switch self {
    case .always: []
    case .isIn(let variable, let values), .hasAny(let variable, let values), .hasAll(let variable, let values),
      .hasOnly(let variable, let values):
      [(variable, values)]
    case .isKnown(let variable), .compares(let variable, _, _): [(variable, [])]
    case .not(let inner): inner.mentions
    case .all(let parts), .any(let parts): parts.flatMap(\.mentions)
    }
  }
}
