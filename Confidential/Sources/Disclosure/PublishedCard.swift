public import Model

/// The card of an estimate as it may be shown: typed numbers, which whoever renders lays out. Only a `Publication` can
/// make one.
///
/// Counts of persons are cells, because a policy may round or withhold each of them. Estimates are persons, unrounded.
public struct PublishedCard: Equatable, Sendable {
  /// What the card is about; nil for a table that someone brought.
  public let subject: Subject?
  /// Persons on at least one list.
  public let observed: CellValue
  /// Persons on more than one list.
  public let onSeveral: CellValue
  public let lists: [List]
  /// Persons on both lists of each pair, in list order; they may be on further lists too.
  public let pairs: [Pair]
  /// Persons on exactly these lists.
  public let combinations: [Combination]
  /// What holds for the table itself, whatever the method.
  public let warnings: [LocalizedText]
  /// About how many persons there are, and between what and what.
  public let headline: Headline
  /// The same of each year by itself, in order; empty where the lists do not say in which year somebody was seen.
  public let years: [Year]
  /// In the order in which methods are listed.
  public let estimates: [Estimate]
  /// Methods that the table does not allow, or that were not asked for.
  public let missing: [MissingMethod]
  /// The smallest and the largest credible estimate; nil when there is none.
  public let spread: Spread?
  /// The models within reach of the best by BIC; nil when there are too many to rank.
  public let models: RankedModels?
  /// How the interval moves with the number of models to choose from; empty when models were not ranked.
  public let curve: [CurvePoint]
  /// Of all models weighed; nil when they give no estimate.
  public let sensitivity: Sensitivity?

  /// How many persons are on a list.
  public struct List: Equatable, Sendable {
    /// In the table or the codebook: a code.
    public let name: String
    /// What it is called among people.
    public let label: LocalizedText
    public let persons: CellValue
    /// Persons who are on no other list.
    public let onlyHere: CellValue
  }

  /// How many persons are on two lists, whatever else they are on.
  public struct Pair: Equatable, Sendable {
    public let first: String
    public let second: String
    public let persons: CellValue
  }

  /// How many persons are on exactly these lists.
  public struct Combination: Equatable, Sendable {
    /// Indices of `lists`.
    public let members: [Int]
    public let persons: CellValue
  }

  /// A method of estimation by its names.
  public struct Method: Equatable, Sendable {
    /// As the command line names it: `aic-stepwise`.
    public let code: String
    public let label: LocalizedText
    /// The assumption without which the number means nothing.
    public let assumption: LocalizedText
  }

  /// A method that gives nothing here, and why.
  public struct MissingMethod: Equatable, Sendable {
    public let method: Method
    public let reason: LocalizedText
  }

  /// An interval of an estimate, in persons.
  public struct Interval: Equatable, Sendable {
    /// How the limits were made: `bca`.
    public let kind: String
    /// Between 0 and 1: 0.95.
    public let level: Double
    public let lower: Double
    /// Infinite when the data put no limit on the number.
    public let upper: Double
  }

  /// What one method says.
  public struct Estimate: Equatable, Sendable {
    public let method: Method
    public let observed: CellValue
    /// Nil where there is no finite estimate.
    public let estimate: Double?
    /// Given the model.
    public let standardError: Double?
    public let intervals: [Interval]
    /// In the notation of the literature: `[12,3]`, lists by their number.
    public let model: String
    /// What hangs together in it, by the labels of the lists.
    public let modelInWords: LocalizedText
    public let parameters: Int?
    public let logLikelihood, deviance, aic, bic: Double?
    /// Whether the likelihood has a maximum: `exists`.
    public let existence: String
    public let identifiable: Bool
    /// What holds for the table among them.
    public let warnings: [LocalizedText]
    /// How the number was computed, such as with how many replicates.
    public let remarks: [LocalizedText]
    /// Why the estimate does not count among the credible ones; nil when it does.
    public let doubt: LocalizedText?
    public let seed: UInt64?
    public let replicates: Int?
  }

  /// How far the credible estimates are apart, in persons, and which methods give the outermost.
  public struct Spread: Equatable, Sendable {
    public let smallest: Double
    public let smallestMethod: Method
    public let largest: Double
    public let largestMethod: Method
    /// How many methods it is the spread of.
    public let methods: Int
  }

  /// The models that were fitted, by BIC.
  public struct RankedModels: Equatable, Sendable {
    /// Models with a unique estimate, and models fitted.
    public let valid, all: Int
    /// Best first.
    public let best: [RankedModel]
  }

  /// A model with its BIC, its estimate in persons and its weight among the others.
  public struct RankedModel: Equatable, Sendable {
    public let notation: String
    /// What hangs together in it, by the labels of the lists.
    public let inWords: LocalizedText
    /// What it has more and less than the best one; nil of the best one and where that is longer.
    public let besideBest: LocalizedText?
    public let bic, estimate: Double
    /// Between 0 and 1.
    public let weight: Double
  }

  /// The intervals when each replicate chooses among the best `top` models.
  public struct CurvePoint: Equatable, Sendable {
    public let top: Int
    public let estimate: Double
    public let intervals: [Interval]
  }
}

/// The card of an estimate with the name of its table. Only a `Publication` can make one.
public struct PublishedEstimate: Equatable, Sendable {
  /// The table that belongs to the card.
  public let figure: String
  public let card: PublishedCard

  init(figure: String, card: PublishedCard) {
    self.figure = figure
    self.card = card
  }
}
