/// Words for numbers, chosen by thresholds and never by an author: `verdicts:` in `monitor.yaml`.
public struct VerdictSet: Equatable, Sendable {
  /// As texts call it: `verdict(trend)`.
  public var name: String
  public var measure: Measure
  /// From low to high; the first step that a number fits gives the words.
  public var steps: [Step]

  /// What the thresholds are thresholds of.
  public enum Measure: String, CaseIterable, Sendable {
    /// Change between two numbers, in per cent of the first.
    case change
    /// Part of a whole, in per cent.
    case share
    /// One number divided by another.
    case ratio
    /// Difference of two shares, in percentage points.
    case points
  }

  /// Up to where a step reaches.
  public enum Bound: Equatable, Sendable {
    /// Numbers less than this.
    case below(Quantity)
    /// Numbers up to and including this.
    case upTo(Quantity)
    /// Everything that no step before took.
    case rest
  }

  /// Numbers between the bound of the step before and this one, and the words they bear.
  public struct Step: Equatable, Sendable {
    public var bound: Bound
    public var words: LocalizedText
    /// Looser words that the same numbers bear as well: a sharp rise is a rise.
    public var also: [LocalizedText]
    /// Languages in which the words are too common to be looked for in running text: `alle`, `fallen`.
    public var commonIn: [Language]

    public init(
      _ bound: Bound, _ words: LocalizedText, also: [LocalizedText] = [], commonIn: [Language] = []
    ) {
      self.bound = bound
      self.words = words
      self.also = also
      self.commonIn = commonIn
    }
  }

  public init(name: String, measure: Measure, steps: [Step]) {
    self.name = name
    self.measure = measure
    self.steps = steps
  }
}
