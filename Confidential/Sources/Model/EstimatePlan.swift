/// A hidden population to be estimated in an edition, as asked for in `figures.yaml`.
public struct EstimatePlan: Equatable, Sendable {
  public var name: String
  public var title: LocalizedText
  public var unit: UnitOfCount
  /// Who is estimated, in words: whom the lists could have held and in which period.
  public var population: LocalizedText
  /// The years the lists are about; they may lie outside those of the monitor when the lists are a table.
  public var years: ClosedRange<Int>
  public var lists: Lists
  /// What the lists are called among people, by their name in the table or their category code.
  public var listLabels: [String: LocalizedText]
  /// Lists made into one, by the name of the new list, in the order of the file; before `dropped`.
  public var merged: [Merge]
  /// Lists left out; persons on no other list join the hidden.
  public var dropped: [String]
  /// Category variables of which every combination is estimated by itself; a person counts once in each.
  public var strata: [String]
  /// As the command line names them; empty: every method of the card.
  public var methods: [String]
  public var replicates: Int
  /// Nil: derived from the monitor's seed and the name.
  public var seed: UInt64?
  /// How bootstrap limits are made: one of `intervalNames`.
  public var interval: String
  public var sourceLine: LocalizedText
  public var notes: [LocalizedText]
  /// What others published about the same people, to stand beside it.
  public var comparisons: [Comparison]

  /// Where the lists come from.
  public enum Lists: Equatable, Sendable {
    case table(ListTable)
    /// The categories of a set variable of the cases of this edition that no rule excluded.
    case cases(variable: String, filter: Condition?)
  }

  /// Lists that are one: a person on any of them is on the new one.
  public struct Merge: Equatable, Sendable {
    public var name: String
    public var lists: [String]
    public init(name: String, lists: [String]) {
      self.name = name
      self.lists = lists
    }
  }

  /// A number a year that was published about the same people, between what and what.
  public struct Comparison: Equatable, Sendable {
    public var label: LocalizedText
    public var years: ClosedRange<Int>
    /// Persons a year.
    public var persons: ClosedRange<Int>
    public var source: String
    /// What differs from the estimate it stands beside, in a sentence.
    public var difference: LocalizedText
    public init(
      label: LocalizedText, years: ClosedRange<Int>, persons: ClosedRange<Int>, source: String,
      difference: LocalizedText
    ) {
      self.label = label
      self.years = years
      self.persons = persons
      self.source = source
      self.difference = difference
    }
  }

  public init(
    name: String, title: LocalizedText, unit: UnitOfCount, population: LocalizedText, years: ClosedRange<Int>,
    lists: Lists, listLabels: [String: LocalizedText] = [:], merged: [Merge] = [], dropped: [String] = [],
    strata: [String] = [], methods: [String] = [], replicates: Int = 400, seed: UInt64? = nil,
    interval: String = "bca", sourceLine: LocalizedText = LocalizedText(""), notes: [LocalizedText] = [],
    comparisons: [Comparison] = []
  ) {
    self.name = name
    self.title = title
    self.unit = unit
    self.population = population
    self.years = years
    self.lists = lists
    self.listLabels = listLabels
    self.merged = merged
    self.dropped = dropped
    self.strata = strata
    self.methods = methods
    self.replicates = replicates
    self.seed = seed
    self.interval = interval
    self.sourceLine = sourceLine
    self.notes = notes
    self.comparisons = comparisons
  }

  /// Name of the table and the page, `schatting-…`.
  public var figure: String { Self.figure(of: name) }

  /// Of a stratum too: its codes follow the name.
  public static func figure(of name: String) -> String { "schatting-" + name }

  /// The methods an edition may ask for, as the command line names them; all but the one that needs a model given.
  package static let methodNames = [
    "weighed", "weighed-differences", "main-effects", "all-pairs", "stepwise", "aic-stepwise", "bic", "aic",
    "bic-average", "chao", "chao-log-linear", "chao-list-effects", "mh-poisson", "mh-darroch", "mh-gamma",
    "mth-poisson", "mth-darroch", "mth-gamma", "dga",
    "lcm", "threshold", "threshold-flat",
  ]

  package static let intervalNames = ["bca", "percentile"]
}

extension UInt64 {
  /// A seed for a named purpose, so that two estimates of one monitor draw different numbers (FNV-1a over the name).
  public func seed(for name: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return self ^ hash
  }
}
