public import Model

/// Numbers that cannot all be right, with the cells, what was to be expected and a sentence that says so.
public struct Contradiction: Equatable, Sendable {
  public var report: String
  /// The figure that most likely has to change.
  public var figure: String
  public var kind: Kind
  public var severity: Severity
  public var cells: [TableCell]
  /// What follows from the other cells.
  public var expected: String
  /// What is printed.
  public var published: String
  public var sentence: LocalizedText
  /// The claims that say the same.
  public var claims: [String]

  public enum Kind: String, CaseIterable, Sendable {
    case sum
    /// The same quantity printed differently in two figures.
    case crossFigure = "cross-figure"
    case bound, rank, percentage, plausibility
    /// The n of a title.
    case base
    case claim
  }

  public enum Severity: String, CaseIterable, Sendable {
    case error
    /// Off by no more than one in the last printed digit.
    case rounding
    /// True of another population or definition than the one that is named.
    case definition
    /// Possible, but worth a look.
    case note
  }

  public init(
    report: String, figure: String, kind: Kind, severity: Severity, cells: [TableCell], expected: String,
    published: String, sentence: LocalizedText, claims: [String] = []
  ) {
    self.report = report
    self.figure = figure
    self.kind = kind
    self.severity = severity
    self.cells = cells
    self.expected = expected
    self.published = published
    self.sentence = sentence
    self.claims = claims
  }
}
