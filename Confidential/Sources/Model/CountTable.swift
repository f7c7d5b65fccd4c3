/// A table of counts that a partner is asked for, in the partner's own words: `tables:` of a source in `sources.yaml`.
///
/// The template holds one row for every cell; the partner fills in one column.
public struct CountTable: Equatable, Sendable {
  /// As many axes as the template of counts has columns for: what a person can still fill in by hand.
  package static let axisLimit = 3

  /// Code, unique within the source: `contacts-by-kind`.
  public var name: String
  /// The name as the partner reads and writes it.
  public var label: LocalizedText
  /// What is counted and when the same thing counts again, in words, for the partner and the reader.
  public var explanation: LocalizedText
  /// Name of a unit of `monitor.yaml`. Tables of different units stand side by side and are never added.
  public var unit: String
  public var kind: Kind
  /// The characteristics by which is counted; none for a single number. At most three.
  public var axes: [CountAxis]
  /// Years asked for; each row of the delivery names one. Never empty.
  public var years: [Int]
  /// Whether the categories of the axes share one whole.
  public var answers: Answers
  /// Whether the partner also gives the total (for several answers: the base), so that sums can be checked.
  package var asksTotal: Bool

  /// What its numbers are.
  public enum Kind: Equatable, Sendable {
    /// Whole numbers of 0 or more.
    case count
    /// Per cent of a whole the partner does not give, with so many decimals.
    case percentage(decimals: Int)
    /// Another number in a unit of its own, such as an age in years.
    case number(unit: LocalizedText, decimals: Int)
  }

  /// How many categories one counted thing has. Raw values are those of `sources.yaml`.
  public enum Answers: String, CaseIterable, Sendable {
    /// Each counted thing falls in one category: categories add up to the total.
    case one
    /// Several categories may hold for one thing (multi-response): no category exceeds the base, sums mean nothing.
    case several
  }

  public init(
    name: String, label: LocalizedText, explanation: LocalizedText = LocalizedText(""), unit: String,
    kind: Kind = .count, axes: [CountAxis], years: [Int], answers: Answers = .one, asksTotal: Bool = false
  ) {
    self.name = name
    self.label = label
    self.explanation = explanation
    self.unit = unit
    self.kind = kind
    self.axes = axes
    self.years = years
    self.answers = answers
    self.asksTotal = asksTotal
  }
}

/// One characteristic by which a partner counts.
public struct CountAxis: Equatable, Sendable {
  /// As the partner writes it: `leeftijdscategorie`.
  public var header: String
  /// A category variable of the codebook.
  public var variable: String
  /// The partner's words in the order of the template, each with the category code (or `Missing` word) it stands for.
  /// Several words may stand for one code: then they are added.
  public var words: [Word]

  /// A word of the partner and the category code it stands for.
  public struct Word: Equatable, Sendable {
    public var word: String
    public var code: String
    public init(word: String, code: String) {
      self.word = word
      self.code = code
    }
  }

  public init(header: String, variable: String, words: [Word]) {
    self.header = header
    self.variable = variable
    self.words = words
  }
}

extension CountTable {
  /// Whether numbers of different categories may be added: counts of which each counted thing has one category.
  package var addsUp: Bool { kind == .count && answers == .one }

  /// The unit beside its numbers; nil for a count, which has the unit of the figure.
  package var rowUnit: RowUnit? {
    switch kind {
    case .count: nil
    case .percentage: .perCent
    case .number(let unit, _): RowUnit(written: unit)
    }
  }

  /// The axis counted by this variable.
  public func axis(of variable: String) -> Int? { axes.firstIndex { $0.variable == variable } }
}

extension CountAxis {
  /// The codes the words stand for, each once, in the order of the words.
  public var codes: [String] {
    var codes: [String] = []
    for word in words where !codes.contains(word.code) { codes.append(word.code) }
    return codes
  }
}
