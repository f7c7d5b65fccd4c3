/// What a figure says beside its numbers of how sure they are, as asked for at `statistics` in `figures.yaml`.
///
/// Made from what is published and from nothing else, see decision 0041.
public struct FigureStatistics: Equatable, Hashable, Sendable {
  /// Limits beside numbers; raw values are those of `figures.yaml`.
  public enum Interval: String, CaseIterable, Sendable {
    /// Of counts: exact Poisson.
    case poisson
    /// Of shares in the total of the column: Wilson.
    case wilson
  }

  /// How a test of changes takes into account over how many rows it is made; raw values are those of `figures.yaml`.
  public enum Change: String, CaseIterable, Sendable {
    /// The chance of any false finding stays below one in twenty.
    case holm
    /// The share of false findings stays below one in twenty.
    case falseShare = "false-share"
  }

  /// Units of different sizes beside what their size leads to expect.
  public struct Funnel: Equatable, Hashable, Sendable {
    /// What the sizes are, for readers: inwoners.
    public var name: LocalizedText
    /// By key of the row.
    public var sizes: [String: Int]

    public init(name: LocalizedText, sizes: [String: Int]) { (self.name, self.sizes) = (name, sizes) }
  }

  public var interval: Interval?
  public var change: Change?
  /// Keys of rows whose persons are not known to belong to another; empty when nothing is said of it.
  public var unknown: [String]
  public var funnel: Funnel?

  public init(interval: Interval? = nil, change: Change? = nil, unknown: [String] = [], funnel: Funnel? = nil) {
    (self.interval, self.change, self.unknown, self.funnel) = (interval, change, unknown, funnel)
  }

  public static let none = FigureStatistics()
}
