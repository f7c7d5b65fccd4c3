public import Model
import Protection
public import Tabulation

/// Invented records that researchers may have: as the noisy margins of the register say, and about nobody.
///
/// What is asked of the register are the margins of the chosen dimensions up to the chosen order, with discrete Gaussian noise
/// (`NoisyMarginals`); records are made of those alone (`FittedTable`). With all records of one person or without them, what
/// comes out is about as likely: ρ-zero-concentrated differential privacy, also for who knows everybody else.
///
/// Categories are those of the codebook, and *unknown* for every reason why there is none; a composite such as a combination of
/// forms is one category, and stays so. A category is not possible in a year for which the codebook does not have it; who is
/// recorded there is counted as unknown. Of one person at most `yearsPerPerson` cases take part, the first in the order of years; a
/// case whose person is not known is taken for a person of its own.
public struct ResearchRecords: Equatable, Sendable {
  public struct Dimension: Equatable, Sendable {
    public let name: String
    public let label: LocalizedText
    /// With their labels, in the order of the codebook.
    public let categories: [(code: String, label: LocalizedText)]

    public static func == (left: Self, right: Self) -> Bool {
      left.name == right.name && left.categories.map(\.code) == right.categories.map(\.code)
    }
  }

  /// A margin as it was measured and as the records have it.
  public struct Margin: Equatable, Sendable {
    /// Places in `dimensions`.
    public let dimensions: [Int]
    /// The standard deviation of the noise in `measured`.
    public let deviation: Double
    public let cells: [Cell]

    public struct Cell: Equatable, Sendable {
      public let categories: [Int]
      /// The count with its noise; it may be below nought.
      public let measured: Int
      public let records: Int
    }
  }

  public let dimensions: [Dimension]
  /// Categories of each combination that is there with how many records have it, in order.
  public let records: [(categories: [Int], count: Int)]
  /// Shorter ones first.
  public let margins: [Margin]
  /// Below this measured number a combination of the longest length is not in the records.
  public let threshold: Int
  /// How many combinations of the longest length are invented at most, in expectation.
  public let inventedBound: Double
  /// By count from 1, the chance that a combination of the longest length with that count is in a margin that is kept.
  public let keptChances: [Double]
  /// ρ of the release.
  public let rho: Double
  /// ε for δ = 10⁻⁶.
  public let epsilon: Double
  public static let delta = 1e-6

  public static func == (left: Self, right: Self) -> Bool {
    left.dimensions == right.dimensions && left.margins == right.margins && left.records.count == right.records.count
      && zip(left.records, right.records).allSatisfy { $0.categories == $1.categories && $0.count == $1.count }
  }

  /// - Parameters:
  ///   - persons: Of each notification its person, as `Notifications` numbers them.
  ///   - generator: The source of noise for these inputs: of what is counted, how, and the counts. Other inputs have to get
  ///     another one, and the same inputs the same, so that asking again tells nothing new.
  /// - Throws: `ResearchRecordsError`, and what `generator` throws.
  public init(
    of cases: Cases, persons: [UInt32], by plan: OpenData.Records,
    noise generator: (_ inputs: [UInt8]) throws -> some RandomNumberGenerator
  ) throws {
    let coding = try RecordCoding(plan, cases)
    let table = coding.table(of: try coding.capped(cases, persons, plan))
    var generator = try generator(coding.inputs(plan, table))
    let budget = ZeroConcentratedBudget(millionths: plan.budget)
    guard
      let noisy = NoisyMarginals(
        of: table, in: coding.domain, budget: budget, recordsPerPerson: plan.yearsPerPerson, using: &generator)
    else { throw ResearchRecordsError.budgetTooSmall }
    self.init(FittedTable(noisy), coding.dimensions, budget)
  }

  private init(_ fitted: FittedTable, _ dimensions: [Dimension], _ budget: ZeroConcentratedBudget) {
    let (noisy, domain) = (fitted.marginals, fitted.marginals.domain)
    self.dimensions = dimensions
    records = fitted.records.enumerated().filter { $0.element > 0 }.map {
      (domain.categories(of: $0.offset), $0.element)
    }
    let own = domain.marginals(of: fitted.records)
    margins = domain.margins.indices.map { margin in
      let possible = own[margin].indices.filter { domain.isPossibleInMargin[margin][$0] }
      return Margin(
        dimensions: domain.margins[margin], deviation: noisy.noise[margin].variance.squareRoot(),
        cells: possible.map {
          Margin.Cell(
            categories: domain.categories(of: $0, inMargin: margin), measured: noisy.counts[margin][$0],
            records: own[margin][$0])
        })
    }
    threshold = noisy.threshold
    inventedBound = noisy.inventedBound
    keptChances = (1...20).map { count in noisy.noise[noisy.noise.count - 1].tail(from: noisy.threshold - count) }
    (rho, epsilon) = (budget.rho, budget.epsilon(delta: Self.delta))
  }
}

/// Why no records can be made.
public enum ResearchRecordsError: Error, Equatable, Sendable {
  /// The crossed dimensions have more cells than are worked with.
  case tooManyCells(count: Int)
  /// The noise would be larger than is drawn.
  case budgetTooSmall
  /// The values of some are filled in from those of others.
  case imputed(String)
  case tabulation(TabulationError)

  public var message: LocalizedText {
    switch self {
    case .tooManyCells(let count):
      LocalizedText(
        nl: "De dimensies van de records hebben samen \(count) combinaties, en met ten hoogste "
          + "\(MarginalDomain.largestCellCount) wordt gerekend; neem er minder of grovere.",
        en: "The dimensions of the records have \(count) combinations together, and at most "
          + "\(MarginalDomain.largestCellCount) are worked with; take fewer or coarser ones.")
    case .budgetTooSmall:
      LocalizedText(
        nl: "Met dit budget is de ruis groter dan enig aantal; verhoog `budget` of neem minder dimensies.",
        en: "With this budget the noise is larger than any count; raise `budget` or take fewer dimensions.")
    case .imputed(let name):
      LocalizedText(
        nl:
          "`\(name)` is voor een deel bijgeschat uit de records van anderen en kan geen dimensie van de records zijn; neem de "
          + "variabele zoals zij is opgegeven.",
        en:
          "`\(name)` is filled in for some from the records of others and cannot be a dimension of the records; take the "
          + "variable as it was reported.")
    case .tabulation(let error): error.message
    }
  }
}
