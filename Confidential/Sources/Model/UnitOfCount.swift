/// What is counted, and when the same thing counts again. Part of every table's type.
public struct UnitOfCount: Equatable, Hashable, Sendable {
  /// Code in `monitor.yaml`: `victim`.
  public var name: String
  /// Plural noun for readers: slachtoffers, victims.
  public var label: LocalizedText
  public var repeats: RepeatScope

  public init(name: String, label: LocalizedText, repeats: RepeatScope) {
    self.name = name
    self.label = label
    self.repeats = repeats
  }
}

/// Within which scope repeated notifications about one person count once.
public enum RepeatScope: Equatable, Hashable, Sendable {
  /// A person counts once in each year.
  case oncePerYear
  /// A person counts once in each year for each member of a set variable: per reporter group, per police unit.
  case oncePerYearPer(variable: String)
  /// Persons with the same value of a number variable count once together in each year: visitors about one situation.
  /// A person without a value counts alone.
  case oncePerYearTogether(variable: String)
  /// Every notification counts.
  case everyTime
  /// Every notification about a person in a year but the first: those that did not count again.
  case everyTimeAgain
  /// As the partner counts: when the same thing counts again stands in the explanation of its table of counts.
  case asDelivered
}
