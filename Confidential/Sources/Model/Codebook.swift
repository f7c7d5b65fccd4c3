/// What may be said about a record: the variables, in a version.
public struct Codebook: Equatable, Sendable {
  public var version: String
  public var variables: [Variable]
  /// What changed since earlier versions, the earliest first.
  package var migrations: [CodebookMigration]

  public init(version: String, variables: [Variable], migrations: [CodebookMigration] = []) {
    self.version = version
    self.migrations = migrations
    self.variables = variables
  }

  /// The variable of that name; nil when there is none.
  public func variable(named name: String) -> Variable? { variables.first { $0.name == name } }
}

/// One question of the codebook, or one that a rule answers (`isDerived`).
public struct Variable: Equatable, Sendable {
  /// English code name, lower camel case: `nationality`.
  public var name: String
  public var kind: VariableKind
  public var label: LocalizedText
  public var definition: LocalizedText
  /// Where that definition changed, in the order of the years.
  package var definitionChanges: [DefinitionChange] = []
  /// For `.category` and `.set`; in the order of the codebook. Empty for other kinds.
  public var categories: [Category]
  /// Other words for a missing value, where the publisher has them ("Geen opgave").
  package var missingLabels: [Missing: LocalizedText]
  /// Computed by a rule or by combining notifications, never delivered.
  public var isDerived: Bool
  /// Years for which the variable exists; nil is unbounded.
  package var validFrom: Int?
  package var validTo: Int?
  /// Whether the categories are the areas of the monitor's register.
  package var isArea: Bool

  public init(
    name: String, kind: VariableKind, label: LocalizedText, definition: LocalizedText = LocalizedText(""),
    categories: [Category] = [], missingLabels: [Missing: LocalizedText] = [:], isDerived: Bool = false,
    validFrom: Int? = nil, validTo: Int? = nil, isArea: Bool = false
  ) {
    self.isArea = isArea
    self.name = name
    self.kind = kind
    self.label = label
    self.definition = definition
    self.categories = categories
    self.missingLabels = missingLabels
    self.isDerived = isDerived
    self.validFrom = validFrom
    self.validTo = validTo
  }

  /// The place of a category, counted from 0; nil when there is none of that code.
  public func index(ofCategory code: String) -> Int? { categories.firstIndex { $0.code == code } }

  /// How the records without a value are headed, in the words of the variable if it has any.
  public func label(of missing: Missing) -> LocalizedText { missingLabels[missing] ?? missing.label }
}

/// What the values of a variable are.
public enum VariableKind: Equatable, Sendable {
  /// One of the categories.
  case category
  /// Any number of the categories (multi-response); at most 60.
  case set
  /// A number with a unit, kept as an integer scaled by 10^decimals, within bounds given in that same scale.
  case number(unit: LocalizedText, decimals: Int, minimum: Int32, maximum: Int32)
  /// A calendar day, kept as days since 1970-01-01.
  case date
  /// Free text: stored, never published.
  case text
}

/// One answer to a variable.
public struct Category: Equatable, Sendable {
  public var code: String
  public var label: LocalizedText
  /// For narrow columns; the label where the codebook gives none.
  public var short: LocalizedText
  public var definition: LocalizedText
  /// Where that definition changed, in the order of the years.
  package var definitionChanges: [DefinitionChange] = []
  /// The code of the wider category a `group` rule puts it in.
  public var group: String?
  package var validFrom: Int?
  package var validTo: Int?
  /// Codes in international classifications: ["IC-TIP": "…", "ISO3166": "NG"].
  package var standardCodes: [String: String]
  /// For a class of numbers, such as ages: which numbers it takes together.
  public var bounds: ClassBounds?

  public init(
    code: String, label: LocalizedText, short: LocalizedText? = nil, definition: LocalizedText = LocalizedText(""),
    group: String? = nil, validFrom: Int? = nil, validTo: Int? = nil, standardCodes: [String: String] = [:],
    bounds: ClassBounds? = nil
  ) {
    self.code = code
    self.label = label
    self.short = short ?? label
    self.definition = definition
    self.group = group
    self.validFrom = validFrom
    self.validTo = validTo
    self.standardCodes = standardCodes
    self.bounds = bounds
  }
}

extension Category {
  /// Whether it exists in a year.
  public func holds(in year: Int) -> Bool { (validFrom ?? year) <= year && year <= (validTo ?? year) }
}

extension Variable {
  /// Whether it exists in a year. Its categories may have years of their own.
  public func holds(in year: Int) -> Bool { (validFrom ?? year) <= year && year <= (validTo ?? year) }
}
