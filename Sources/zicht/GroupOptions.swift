import ArgumentParser
import Estimation
import Model

/// Columns that describe persons: covariates of one model, or strata with a model each.
struct GroupOptions: ParsableArguments {
  @Option(help: "Columns that describe persons, by name with commas between; an empty cell is not known.")
  var covariates: String?
  @Option(help: "Covariates that are numbers and enter as a polynomial, with its degree: year:2.")
  var polynomial: String?
  @Option(help: "The model with covariates: bic or aic (stepwise), all-two-way or main-effects; or --model.")
  var select: CovariateChoiceName = .bic
  @Option(help: "A column of groups that are estimated each by itself and added up.")
  var strata: String?
  @Flag(help: "Let the groups of --strata borrow from each other as well.")
  var pool = false
  @Option(help: "The columns that are lists, without it all others. Rows of people on none are left out.")
  var lists: String?

  enum CovariateChoiceName: String, ExpressibleByArgument, CaseIterable {
    case bic, aic
    case allPairs = "all-two-way"
    case mainEffects = "main-effects"

    var choice: CovariateChoice {
      switch self {
      case .bic: .stepwise(.bic)
      case .aic: .stepwise(.aic)
      case .allPairs: .allPairs
      case .mainEffects: .mainEffects
      }
    }
  }

  func validate() throws {
    guard covariates == nil || strata == nil else {
      throw wrongUse(
        nl: "--covariates is één model voor allen, --strata een model voor elk; kies een van beide.",
        en: "--covariates is one model for all, --strata a model each; choose one of them.")
    }
    guard !pool || strata != nil else {
      throw wrongUse(nl: "--pool hoort bij --strata.", en: "--pool belongs to --strata.")
    }
    guard polynomial == nil || covariates != nil else {
      throw wrongUse(nl: "--polynomial hoort bij --covariates.", en: "--polynomial belongs to --covariates.")
    }
    guard lists == nil || covariates != nil || strata != nil else {
      throw wrongUse(
        nl: "--lists hoort bij --covariates of --strata.", en: "--lists belongs to --covariates or --strata.")
    }
    guard polynomials != nil else {
      throw wrongUse(
        nl: "--polynomial is een covariaat met een graad, zoals year:2.",
        en: "--polynomial is a covariate and a degree, such as year:2.")
    }
  }

  /// What the columns of the table are.
  var columns: ListTable.Columns {
    let traits = covariates.map(Self.names) ?? strata.map { [$0] }
    return switch (lists.map(Self.names), traits) {
    case (let lists?, let traits?): .cut(lists: lists, traits: traits)
    case (nil, let traits?): .traits(traits)
    case (let lists?, nil): .lists(lists)
    case (nil, nil): .allLists
    }
  }

  /// Nil when one cannot be read.
  private var polynomials: [(covariate: String, degree: Int)]? {
    let parts = polynomial.map(Self.names) ?? []
    let read = parts.compactMap { part -> (covariate: String, degree: Int)? in
      guard let colon = part.lastIndex(of: ":"), let degree = Int(part[part.index(after: colon)...]), degree > 0 else {
        return nil
      }
      return (String(part[..<colon]), degree)
    }
    return read.count == parts.count ? read : nil
  }

  private static func names(_ text: String) -> [String] {
    text.split(separator: ",").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The table with its covariates as the models take them.
  func covariateTable(_ table: ListTable, allowingRounded: Bool) throws -> CovariateTable {
    var table = try CovariateTable(table, allowingRounded: allowingRounded)
    for (covariate, degree) in polynomials ?? [] { table = try table.treating(covariate, asPolynomialOf: degree) }
    return table
  }
}
