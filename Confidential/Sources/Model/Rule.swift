/// A named step of classification, applied in the order of `rules.yaml`, with a reason and a source.
public struct Rule: Equatable, Sendable {
  public var name: String
  public var reason: LocalizedText
  public var source: String
  public var step: Step

  /// What the rule does with the cases.
  public enum Step: Equatable, Sendable {
    /// The first case whose condition holds gives the value of `target`; no case: `otherwise`.
    case derive(target: String, cases: [DerivedCase], otherwise: String)
    /// Each category of `variable` goes to the wider category named by its `group` in the codebook.
    case group(target: String, variable: String)
    /// Cases for which the condition holds take no further part; how many per year is shown.
    case exclude(when: Condition)
    case impute(Imputation)

    /// The variable the step makes; nil for exclusions.
    public var target: String? {
      switch self {
      case .derive(let target, _, _), .group(let target, _): target
      case .impute(let imputation): imputation.target
      case .exclude: nil
      }
    }

    /// The variables the step reads, in the order in which it names them; one may occur twice.
    public var inputs: [String] {
      switch self {
      case .derive(_, let cases, _): cases.flatMap { $0.condition.mentions.map(\.variable) }
      case .group(_, let variable): [variable]
      case .exclude(let condition): condition.mentions.map(\.variable)
      case .impute(let imputation):
        [imputation.variable] + imputation.strata + (imputation.among?.mentions.map(\.variable) ?? [])
      }
    }
  }

  /// A condition with the value it gives.
  public struct DerivedCase: Equatable, Sendable {
    public var condition: Condition
    /// A category code or a `Missing` word.
    public var value: String
    public init(condition: Condition, value: String) {
      self.condition = condition
      self.value = value
    }
  }

  public init(name: String, reason: LocalizedText, source: String, step: Step) {
    self.name = name
    self.reason = reason
    self.source = source
    self.step = step
  }
}

/// Allots unknown values of a category variable within strata in the proportions that are known there.
///
/// In a stratum with `u` unknown and `k_c` known cases of category `c` (`k = Σ k_c ≥ minimumKnown`), category `c`
/// receives `⌊u·k_c / k⌋` of the unknown cases; the units left go to the largest remainders `u·k_c mod k`, ties to the
/// earlier category. They are given to the unknown cases in row order, categories in order: only totals carry meaning.
/// A stratum with fewer known cases stays unknown.
///
/// Unknown is every missing reason but `notApplicable`: there is a value, and it is not known. Excluded cases neither
/// give nor take: they keep the value they had.
public struct Imputation: Equatable, Sendable {
  /// The derived variable that receives known and imputed values.
  public var target: String
  /// The variable with unknown values; same categories as `target`.
  public var variable: String
  /// Only cases for which this holds are imputed; others get `notApplicable`. Nil: all.
  public var among: Condition?
  /// Category variables whose combinations are the strata (missing values are strata too).
  public var strata: [String]
  public var minimumKnown: Int

  public init(target: String, variable: String, among: Condition?, strata: [String], minimumKnown: Int) {
    self.target = target
    self.variable = variable
    self.among = among
    self.strata = strata
    self.minimumKnown = minimumKnown
  }
}

/// How notifications about one person in one year become one case: `link:` in `rules.yaml`.
public struct LinkPlan: Equatable, Sendable {
  public var reason: LocalizedText
  public var source: String
  public var combinations: [Combination]

  /// How a variable of the case follows from the notifications about it.
  public struct Combination: Equatable, Sendable {
    /// Variable of the case.
    public var target: String
    /// Variable of the notifications (may be the built-in `reporterGroup` or `source`).
    public var variable: String
    public var method: Method
    public init(target: String, variable: String, method: Method) {
      self.target = target
      self.variable = variable
      self.method = method
    }
  }

  /// Which of several values is that of the case. Raw values are those of `rules.yaml`.
  public enum Method: String, CaseIterable, Sendable {
    /// The first value that is not missing, in the order of sources, periods and rows; else the first missing reason.
    case firstKnown
    /// All values together, as a set; missing only when no notification has a value.
    case union
    case minimum
    case maximum
    /// The number of notifications, whatever they say.
    case count
  }

  public init(reason: LocalizedText, source: String, combinations: [Combination]) {
    self.reason = reason
    self.source = source
    self.combinations = combinations
  }
}
