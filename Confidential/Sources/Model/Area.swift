/// A municipality, or another area that deliveries name, for as long as it existed within one region.
///
/// An area that moves to another region has two of these, one after the other.
public struct Area: Equatable, Sendable {
  /// The code of the statistical office: `GM0599`.
  public var code: String
  public var name: String
  /// The region it is a member of; nil: outside every region of the register.
  public var region: String?
  /// A part of the region.
  public var part: String?
  /// First day, ISO 8601; nil: from before the register begins.
  public var from: String?
  /// Last day, ISO 8601; nil: it still exists.
  public var to: String?
  /// What it became on the day after its last. Empty for an area that still exists.
  package var successors: [Successor]

  /// An area that this one went into.
  public struct Successor: Equatable, Sendable {
    public var code: String
    /// How much of the area went there, in per cent. 100 unless it was split.
    public var percent: Int
    public init(code: String, percent: Int = 100) {
      self.code = code
      self.percent = percent
    }
  }

  public init(
    code: String, name: String, region: String? = nil, part: String? = nil, from: String? = nil, to: String? = nil,
    successors: [Successor] = []
  ) {
    self.code = code
    self.name = name
    self.region = region
    self.part = part
    self.from = from
    self.to = to
    self.successors = successors
  }

  /// Whether the area exists on a day, ISO 8601; the first and the last day included.
  public func exists(on day: String) -> Bool { (from ?? day) <= day && day <= (to ?? day) }

  /// Whether it existed on some day of the year.
  public func exists(in year: Int) -> Bool { years.contains(year) }

  /// The years in which it existed, in whole or in part.
  public var years: ClosedRange<Int> {
    let first = from.map(Self.year) ?? Int.min
    return first...max(first, to.map(Self.year) ?? Int.max)
  }

  /// The year of the first day on which it no longer existed; nil while it does.
  package var yearAfter: Int? { to.map { $0.hasSuffix("-12-31") ? Self.year($0) + 1 : Self.year($0) } }

  private static func year(_ day: String) -> Int { Int(day.prefix(4)) ?? 0 }
}
