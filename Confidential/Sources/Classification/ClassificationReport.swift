public import Model

/// What the rules did, rule by rule in their order, in numbers without persons.
public struct ClassificationReport: Equatable, Sendable {
  package init() {}

  package var derivations: [Derivation] = []
  package var exclusions: [Exclusion] = []
  package var imputations: [ImputationOutcome] = []

  /// How many cases each line of a `derive` rule decided, over all cases, excluded ones too.
  public struct Derivation: Equatable, Sendable {
    package var rule: String
    package var target: String
    /// One number for each derived case, in order, then one for `otherwise`.
    package var decided: [Int]
  }

  /// What one `exclude` rule took out that no earlier rule had.
  public struct Exclusion: Equatable, Sendable {
    package var rule: String
    /// Cases taken out, for each category of `year` in order.
    package var perYear: [YearCount]
    package var total: Int { perYear.reduce(0) { $0 + $1.cases } }
  }

  /// A year by its category code; cases without a year come last, by the word of their `Missing` reason.
  public struct YearCount: Equatable, Sendable {
    package var year: String
    package var cases: Int
  }

  /// What one `impute` rule did, over the cases that take part: not excluded, and within its `among`.
  public struct ImputationOutcome: Equatable, Sendable {
    package var rule: String
    package var target: String
    package var strataVariables: [String]
    /// In the order of the codes of the strata variables; strata without cases are absent.
    package var strata: [Stratum]

    package var known: Int { strata.reduce(0) { $0 + $1.known } }
    package var imputed: Int { strata.reduce(0) { $0 + $1.imputed } }
    package var leftUnknown: Int { strata.reduce(0) { $0 + $1.leftUnknown } }
    /// Known and imputed cases, per cent of all that take part; nil when none does.
    package var covered: Quantity? { share(of: known + imputed) }
    /// Known cases, per cent of all that take part; nil when none does.
    package var knownShare: Quantity? { share(of: known) }

    private func share(of part: Int) -> Quantity? {
      let all = known + imputed + leftUnknown
      return all > 0 ? Quantity(numerator: 100 * part, denominator: all, decimals: 1) : nil
    }
  }

  /// One combination of values; `known + imputed + leftUnknown` are its cases.
  public struct Stratum: Equatable, Sendable {
    /// One category code or `Missing` word for each strata variable.
    package var values: [String]
    package var known: Int
    package var imputed: Int
    package var leftUnknown: Int
  }
}

/// Why rules cannot be applied to cases. Each names the rule.
public enum ClassificationError: Error, Equatable, Sendable {
  /// The target is not declared in the codebook.
  case undeclaredTarget(rule: String, target: String)
  case unknownVariable(rule: String, variable: String)
  case unknownValue(rule: String, variable: String, value: String)
  /// The step or a condition does not suit the kind of the variable.
  case unsuited(rule: String, variable: String)
  /// A category has no wider category, or one that the target lacks.
  case ungrouped(rule: String, variable: String, category: String)
  /// The target of an imputation has other categories than its variable.
  case differentCategories(rule: String, target: String, variable: String)
  /// A case is marked with the number of its rule in one byte, of which 0 and 255 have another meaning.
  case tooManyExclusions(rule: String)

  init(_ error: SelectionError, rule: String) {
    self =
      switch error {
      case .unknownVariable(let name): .unknownVariable(rule: rule, variable: name)
      case .unknownValue(let variable, let value): .unknownValue(rule: rule, variable: variable, value: value)
      case .unsuited(let variable): .unsuited(rule: rule, variable: variable)
      }
  }

  /// One sentence that names the rule and what it asks that is not there. Names come from the monitor folder.
  public var message: LocalizedText {
    let (rule, nl, en) = parts
    return LocalizedText(nl: "Regel '\(rule)': \(nl).", en: "Rule '\(rule)': \(en).")
  }

  private var parts: (rule: String, nl: String, en: String) {
    switch self {
    case .undeclaredTarget(let rule, let target):
      (
        rule, "de afgeleide variabele '\(target)' staat niet in het codeboek",
        "the codebook does not declare '\(target)'"
      )
    case .unknownVariable(let rule, let variable):
      (rule, "de variabele '\(variable)' bestaat hier niet", "there is no variable '\(variable)' here")
    case .unknownValue(let rule, let variable, let value):
      (rule, "de variabele '\(variable)' kent de waarde '\(value)' niet", "'\(variable)' has no value '\(value)'")
    case .unsuited(let rule, let variable):
      (
        rule, "dit past niet bij de soort van de variabele '\(variable)'",
        "this does not suit the kind of '\(variable)'"
      )
    case .ungrouped(let rule, let variable, let category):
      (
        rule, "de categorie '\(category)' van '\(variable)' heeft geen groep in het doel",
        "category '\(category)' of '\(variable)' has no group in the target"
      )
    case .differentCategories(let rule, let target, let variable):
      (
        rule, "'\(target)' moet dezelfde categorieën hebben als '\(variable)'",
        "'\(target)' must have the categories of '\(variable)'"
      )
    case .tooManyExclusions(let rule):
      (rule, "er kunnen hoogstens 254 regels zaken uitsluiten", "at most 254 rules can exclude cases")
    }
  }
}
